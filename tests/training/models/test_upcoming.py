from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Equipment, Variation
from tests.factories import LoggedSetFactory, SessionFactory
from training.models import PlannedMovement, Runner, Session
from training.models.draft import Draft
from training.models.past_sets import PastSets
from training.models.upcoming import Guides, predicted_minutes, strength_ahead

MONDAY = date(2026, 3, 9)


def plan(runner: Runner, days: int, **fields: object) -> Session:
    empty = {"status": "planned", "started_at": None, "finished_at": None}
    return SessionFactory.create(runner=runner, day=MONDAY + timedelta(days=days), **{**empty, **fields})


def workouts(runner: Runner) -> list[tuple[date, str]]:
    return [(one.day, one.workout) for one in strength_ahead(runner.week_ahead(MONDAY))]


def test_a_recommended_day_holds_what_a_session_started_there_would(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=MONDAY - timedelta(days=4), workout="B")
    for number in (1, 2, 3):
        LoggedSetFactory.create(session=session, number=number)
    ahead = strength_ahead(runner.week_ahead(MONDAY))[0]
    started = Draft.of(Session(runner=runner, day=MONDAY, workout=ahead.workout, light=ahead.light)).movements
    assert [(one.variation, one.targets, one.why) for one in ahead.movements] == [
        (one.variation, one.targets, one.why) for one in started
    ]
    assert ahead.workout == "A"


def test_a_planned_session_stands_for_its_day_with_its_own_workout(runner: Runner) -> None:
    session = plan(runner, 2, workout="full")
    (ahead,) = [one for one in strength_ahead(runner.week_ahead(MONDAY)) if one.session]
    assert (ahead.day, ahead.workout, ahead.session) == (session.day, "full", session)
    assert len(ahead.movements) == 7


def test_the_movements_written_into_a_planned_session_are_kept(runner: Runner) -> None:
    squat = Variation.objects.get(slug="goblet-squat")
    PlannedMovement.objects.create(
        session=plan(runner, 2),
        position=1,
        order=1,
        exercise=squat.exercise,
        variation=squat,
        targets=[{"reps": 5, "kg": 40}],
    )
    (ahead,) = [one for one in strength_ahead(runner.week_ahead(MONDAY)) if one.session]
    assert [one.targets for one in ahead.movements] == [[{"reps": 5, "kg": 40}]]


@pytest.mark.parametrize("status", ["done", "skipped", "under-way"])
def test_days_with_another_session_are_left_out(runner: Runner, status: str) -> None:
    day = workouts(runner)[0][0]
    SessionFactory.create(runner=runner, day=day, status=status)
    assert day not in dict(workouts(runner))


def test_workouts_follow_the_last_one_however_long_ago(runner: Runner) -> None:
    LoggedSetFactory.create(session=SessionFactory.create(runner=runner, day=MONDAY - timedelta(days=300), workout="A"))
    assert workouts(runner)[0][1] == "B"


def test_a_day_by_itself_is_what_it_is_among_the_others(runner: Runner) -> None:
    plan(runner, 2, workout="full")
    every = strength_ahead(runner.week_ahead(MONDAY))
    assert len(every) > 1
    for one in every:
        (alone,) = strength_ahead(runner.week_ahead(MONDAY), only=one.day)
        assert (alone.day, alone.workout, alone.light, alone.session) == (one.day, one.workout, one.light, one.session)
        assert [move.targets for move in alone.movements] == [move.targets for move in one.movements]
    assert strength_ahead(runner.week_ahead(MONDAY), only=MONDAY - timedelta(days=1)) == []


def test_a_light_day_has_half_the_sets(runner: Runner) -> None:
    guides, past = Guides.load(), PastSets.of(runner, MONDAY)
    light = guides.movements("A", past, light=True, minutes=35)
    assert {len(one.targets) for one in light} <= {1, 2}
    assert "step-up" not in {one.exercise.slug for one in light}


def test_twelve_minutes_are_squat_and_deadlift(runner: Runner) -> None:
    past = PastSets.of(runner, MONDAY)
    smallest = Guides.load().movements("B", past, minutes=12)
    assert [one.exercise.slug for one in smallest] == ["deadlift", "squat"]
    assert predicted_minutes(smallest) <= 12


@pytest.mark.parametrize("minutes", [20, 30, 45])
def test_the_prediction_fits_the_minutes(runner: Runner, minutes: int) -> None:
    past = PastSets.of(runner, MONDAY)
    assert predicted_minutes(Guides.load().movements("A", past, minutes=minutes)) <= minutes
    everything = Guides.load().movements("full", past, minutes=minutes)
    assert len(everything) == 7


def test_days_to_come_say_how_long_they_take_at_the_runners_pace(runner: Runner) -> None:
    ahead = strength_ahead(runner.week_ahead(MONDAY))[0]
    assert ahead.minutes == predicted_minutes(ahead.movements) <= runner.session_minutes
    assert predicted_minutes(ahead.movements, pace=1.2) == pytest.approx(1.2 * ahead.minutes, abs=1)


def test_equipment_chooses_the_rung(runner: Runner) -> None:
    runner.equipment.set(Equipment.objects.filter(slug="dumbbells"))
    found = Guides.load().movements("B", PastSets.of(runner, MONDAY))
    rungs = {one.exercise.slug: one.variation.slug for one in found}
    assert (rungs["deadlift"], rungs["glute-bridge"]) == ("dumbbell-romanian-deadlift", "single-leg-bridge")


def test_queries(runner: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    SessionFactory.create(runner=runner, day=MONDAY - timedelta(days=4))
    plan(runner, 2)
    ahead = runner.week_ahead(MONDAY)
    with django_assert_num_queries(3):  # guides, past sets and what is around them
        strength_ahead(ahead)


@pytest.mark.parametrize("back", [7, 300], ids=["lately", "long ago"])
def test_a_workout_of_ones_own_changes_no_turns(runner: Runner, back: int) -> None:
    LoggedSetFactory.create(
        session=SessionFactory.create(runner=runner, day=MONDAY - timedelta(days=back), workout="A")
    )
    LoggedSetFactory.create(session=SessionFactory.create(runner=runner, day=MONDAY - timedelta(days=3), workout="own"))
    assert workouts(runner)[0][1] == "B"
