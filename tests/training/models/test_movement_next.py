from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Exercise, Variation
from tests.factories import LoggedSetFactory, SessionFactory
from training.actions.sessions import begin
from training.models import Condition, PlannedMovement, Runner, Session
from training.models.draft import Draft
from training.models.movement_next import MovementNext

TODAY = date(2026, 3, 9)
NOON = datetime(2026, 3, 9, 12, tzinfo=UTC)


def next_of(runner: Runner, slug: str) -> MovementNext:
    return MovementNext.of(runner, Exercise.objects.get(slug=slug), TODAY)


def trained(runner: Runner, workout: str, *rungs: str, days_ago: int = 3, sets: int = 3) -> Session:
    session = SessionFactory.create(runner=runner, day=TODAY - timedelta(days=days_ago), workout=workout)
    for place, rung in enumerate(rungs):
        variation = Variation.objects.select_related("exercise").get(slug=rung)
        for number in range(1, sets + 1):
            amount = {"seconds": 40, "reps": None} if variation.timed else {"reps": 10}
            LoggedSetFactory.create(
                session=session,
                variation=variation,
                position=variation.exercise.position + 10 * place,
                number=number,
                per_leg=variation.per_leg,
                kg=20.0 if variation.loaded else None,
                **amount,
            )
    return session


def under_way(runner: Runner, workout: str) -> Session:
    return begin(Draft.of(Session(runner=runner, day=TODAY, workout=workout)))


def as_planned(movement: PlannedMovement | None) -> tuple[object, ...]:
    assert movement
    return movement.variation.slug, movement.targets, movement.why


def test_a_movement_of_the_next_session_has_the_very_target_of_it(runner: Runner) -> None:
    trained(runner, "B", "goblet-squat")
    found = next_of(runner, "squat")
    in_draft = Draft.next(runner, TODAY, last=Session(workout="B")).movements[0]
    assert found.in_session
    assert as_planned(found.planned) == as_planned(in_draft)
    assert found.planned
    assert found.planned.variation.slug == "goblet-squat"


def test_a_movement_that_it_has_not_gets_what_it_would_get_when_added(runner: Runner) -> None:
    trained(runner, "A", "goblet-squat")
    found = next_of(runner, "squat")
    assert not found.in_session
    added = Draft.of(Session(runner=runner, day=TODAY, workout="B"), also="squat").movements[-1]
    assert as_planned(found.planned) == as_planned(added)
    assert found.planned
    assert (found.planned.position, found.planned.order) == (1, 6)


def test_a_light_session_makes_it_light(runner: Runner) -> None:
    trained(runner, "A", "goblet-squat")
    running = begin(Draft.of(Session(runner=runner, day=TODAY, workout="B", light=True)))
    assert running.light
    found = next_of(runner, "squat")
    assert found.planned
    assert len(found.planned.targets) == 2


def test_the_session_under_way_says_what_it_planned_whatever_was_done_since(runner: Runner) -> None:
    running = under_way(runner, "A")
    planned = running.movements.get(exercise__slug="squat")
    PlannedMovement.objects.filter(pk=planned.pk).update(targets=[{"reps": 7}])
    found = next_of(runner, "squat")
    assert (found.in_session, found.following.running) == (True, running)
    assert found.planned
    assert found.planned.targets == [{"reps": 7}]
    assert not next_of(runner, "deadlift").in_session


def test_the_last_sets_are_those_of_the_newest_session_without_warm_ups(runner: Runner) -> None:
    trained(runner, "A", "bodyweight-squat", days_ago=9)
    newest = trained(runner, "B", "goblet-squat", "split-squat", days_ago=3)
    LoggedSetFactory.create(session=newest, number=128, warm_up=True)
    last = next_of(runner, "squat").last
    assert last
    assert last.session == newest
    assert [(rung.slug, len(sets)) for rung, sets in last.by_variation] == [("goblet-squat", 3), ("split-squat", 3)]
    assert next_of(runner, "plank").last is None


def test_sets_of_the_session_under_way_are_the_last_ones(runner: Runner) -> None:
    trained(runner, "A", "goblet-squat")
    running = under_way(runner, "A")
    assert not next_of(runner, "squat").done_here
    LoggedSetFactory.create(session=running, number=1)
    assert next_of(runner, "squat").done_here


def test_nothing_is_aimed_at_while_strength_is_stopped(runner: Runner) -> None:
    trained(runner, "A", "goblet-squat")
    Condition.objects.create(runner=runner, kind=Condition.Kind.PAIN, first=TODAY, pain=8, told_at=NOON)
    found = next_of(runner, "squat")
    assert (found.planned, found.in_session) == (None, False)
    assert found.last


def test_a_movement_that_an_editor_made_has_no_target(runner: Runner) -> None:
    own = Exercise.objects.get(slug="squat")
    own.pk, own.slug, own.position = None, "pull-up", 8
    own.save()
    found = next_of(runner, "pull-up")
    assert (found.planned, found.in_session, found.last) == (None, False, None)


@pytest.mark.parametrize("slug", ["squat", "deadlift"], ids=["in the next session", "not in it"])
@pytest.mark.parametrize("running", [False, True], ids=["before", "under way"])
def test_queries_do_not_grow_with_what_was_done(
    runner: Runner, slug: str, running: bool, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    exercise = Exercise.objects.get(slug=slug)
    if running:
        under_way(runner, "A")
    queries = {(False, "squat"): 7, (False, "deadlift"): 7, (True, "squat"): 3, (True, "deadlift"): 6}
    for weeks in (1, 12):
        trained(runner, "B", "goblet-squat", "hip-hinge", "side-plank", days_ago=7 * weeks)
        trained(runner, "B", "back-squat", "barbell-deadlift", days_ago=7 * weeks + 3, sets=5 * weeks)
        with django_assert_num_queries(queries[running, slug]):
            MovementNext.of(runner, exercise, TODAY)
