"""What was done of movements without a guide, session by session."""

from pytest_django import DjangoAssertNumQueries

from tests.factories import CustomSetFactory, SessionFactory
from training.models import CustomSet, Runner


def test_sets_stand_under_their_movement_in_the_order_of_the_session(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, workout="own")
    for position, name, number, warm_up in [
        (53, "Row", 1, False),
        (51, "Bench press", 2, False),
        (51, "Bench press", 128, True),
        (51, "Bench press", 1, False),
        (52, "Bench press", 1, False),
    ]:
        CustomSetFactory.create(session=session, name=name, position=position, number=number, warm_up=warm_up)
    CustomSet.objects.filter(position=51).update(notes="Slow.")
    bench, row = CustomSet.objects.of([session])[session.pk]
    assert (bench.name, bench.position, bench.notes) == ("Bench press", 51, ["Slow."])
    assert [(one.position, one.number) for one in bench.working] == [(51, 1), (51, 2), (52, 1)]
    assert [one.number for one in bench.warm_ups] == [128]
    assert (row.name, row.position, row.notes, len(row.sets)) == ("Row", 53, [], 1)


def test_only_a_workout_of_ones_own_is_asked_for_them(
    runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ours = SessionFactory.create(runner=runner)
    own = [CustomSetFactory.create(session__runner=runner).session for _ in range(3)]
    with django_assert_num_queries(0):
        assert CustomSet.objects.of([ours]) == {}
    with django_assert_num_queries(1):
        assert set(CustomSet.objects.of([ours, *own])) == {one.pk for one in own}
