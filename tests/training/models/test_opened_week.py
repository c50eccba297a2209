from datetime import date, timedelta

from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import CustomSetFactory, LoggedSetFactory, SessionFactory
from training.models import Runner, Session
from training.models.opened_week import OpenedWeek, sets_of_movements

MONDAY = date(2026, 3, 2)
SUNDAY = MONDAY + timedelta(days=6)


def test_sets_of_a_week_are_counted_as_everywhere(runner: Runner) -> None:
    """Working sets of sessions that were not skipped, from the first day to the last."""
    calf_raise = Variation.objects.get(slug="step-calf-raise")
    for day in (MONDAY - timedelta(days=1), MONDAY, SUNDAY, SUNDAY + timedelta(days=1)):
        session = SessionFactory.create(runner=runner, day=day)
        LoggedSetFactory.create(session=session, number=1)
        LoggedSetFactory.create(session=session, number=1, position=7, variation=calf_raise, kg=None)
        LoggedSetFactory.create(session=session, number=2, position=7, variation=calf_raise, warm_up=True)
        LoggedSetFactory.create(session=session, number=3, position=7, variation=calf_raise, removed=True)
    skipped = SessionFactory.create(runner=runner, day=MONDAY, status=Session.Status.SKIPPED)
    LoggedSetFactory.create(session=skipped)
    LoggedSetFactory.create(session__day=MONDAY)
    week = OpenedWeek.of(runner, SUNDAY, MONDAY)
    assert sets_of_movements(week.summary) == {"squat": 2, "calf-raise": 2}


def test_movements_without_a_guide_stand_beside_the_others(
    runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for day in (MONDAY, SUNDAY):
        session = SessionFactory.create(runner=runner, day=day, workout="own")
        LoggedSetFactory.create(session=session, number=1)
        for number in (1, 2):
            CustomSetFactory.create(session=session, number=number)
        CustomSetFactory.create(session=session, number=128, warm_up=True)
        CustomSetFactory.create(session=session, name=f"Row of {day}", position=52, number=1)
    CustomSetFactory.create(session__runner=runner, session__day=SUNDAY + timedelta(days=1))
    CustomSetFactory.create(session__runner=runner, session__day=MONDAY, session__status=Session.Status.SKIPPED)
    CustomSetFactory.create(session__day=MONDAY)
    week = OpenedWeek.of(runner, SUNDAY, MONDAY)
    with django_assert_num_queries(1):
        found = {movement.name: len(movement.sets) for movement in week.own}
    assert found == {"Bench press": 4, "Row of 2026-03-02": 1, "Row of 2026-03-08": 1}
    # What is counted of the week: sets of all movements, kilograms of those with a guide.
    assert (week.summary.sets, week.summary.kg) == (8, 480.0)
    assert sets_of_movements(week.summary) == {"squat": 2}


def test_a_week_of_our_workouts_is_not_asked_for_them(
    runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    LoggedSetFactory.create(session__runner=runner, session__day=MONDAY)
    week = OpenedWeek.of(runner, SUNDAY, MONDAY)
    with django_assert_num_queries(0):
        assert week.own == []
