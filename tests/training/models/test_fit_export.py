from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import CustomSetFactory, LoggedSetFactory, SessionFactory
from tests.training.fitexport.readers import READERS
from training.models import LoggedSet, PlannedMovement, Runner, Session
from training.models.fit_export import activity_file, done_session, planned_sets, workout_file

START = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)


def movement(session: Session, slug: str, order: int, targets: Sequence[dict[str, Any]] = (), **fields: Any) -> None:
    variation = Variation.objects.get(slug=slug)
    PlannedMovement.objects.create(
        session=session,
        position=variation.exercise.position,
        order=order,
        exercise=variation.exercise,
        variation=variation,
        targets=list(targets),
        **fields,
    )


def log(session: Session, slug: str, minute: float, number: int, **fields: Any) -> None:
    variation = Variation.objects.get(slug=slug)
    LoggedSetFactory.create(
        session=session,
        variation=variation,
        position=variation.exercise.position,
        number=number,
        per_leg=variation.per_leg,
        logged_at=START + timedelta(minutes=minute),
        **{"kg": None, **fields},
    )


@pytest.fixture
def evening(runner: Runner) -> Session:
    """A session with a warm-up set, loads, sets of each leg and a hold."""
    session = SessionFactory.create(runner=runner, started_at=START, finished_at=START + timedelta(minutes=35))
    movement(session, "goblet-squat", 1, rest_seconds=75)
    movement(session, "single-leg-calf-raise", 2, rest_seconds=60)
    movement(session, "side-plank", 3, rest_seconds=45)
    log(session, "goblet-squat", 6, 128, reps=8, kg=10.0, warm_up=True)
    log(session, "goblet-squat", 8, 1, reps=12, kg=22.5)
    log(session, "goblet-squat", 10, 2, reps=11, kg=22.5)
    log(session, "single-leg-calf-raise", 14, 1, reps=15)
    log(session, "side-plank", 18, 1, reps=None, seconds=30)
    return session


def test_every_set_is_in_the_file_of_a_session(evening: Session) -> None:
    for read in READERS.values():
        messages = read(activity_file(evening).data)
        titles = {row["message_index"]: row["wkt_step_name"] for row in messages["exercise_title"]}
        rows = [row for row in messages["set"] if row["set_type"] == 1]
        assert [
            (titles[row["wkt_step_index"]], row["category"], row.get("category_subtype"), row.get("repetitions"))
            for row in rows
        ] == [
            ("Goblet squat", 28, 37, 8),
            ("Goblet squat", 28, 37, 12),
            ("Goblet squat", 28, 37, 11),
            ("Single-leg calf raise", 1, 15, 30),
            ("Side plank", 19, 66, None),
        ]
        assert [row.get("weight") for row in rows] == [10.0, 22.5, 22.5, None, None]
        assert [row["timestamp"] - START.timestamp() for row in rows] == [360, 480, 600, 840, 1080]
        # Thirty seconds on each side.
        assert rows[-1]["duration"] == 60
        assert messages["session"][0]["total_timer_time"] == 35 * 60


def test_a_session_says_its_day_and_workout(evening: Session) -> None:
    assert activity_file(evening).name == "2026-03-03-workout-a.fit"
    evening.light = True
    assert activity_file(evening).name == "2026-03-03-workout-a-light.fit"
    assert done_session(evening).title == "Workout A, light"


def test_a_set_that_was_taken_back_is_not_in_it(evening: Session) -> None:
    evening.sets.filter(number=2).update(removed=True)
    assert [one.set.amount for one in done_session(evening).sets] == [8, 12, 15, 30]


def test_a_session_entered_later_lies_at_noon_of_its_day(runner: Runner) -> None:
    """Noon in Berlin, in summer."""
    session = SessionFactory.create(runner=runner, day=date(2026, 7, 7), started_at=None, finished_at=None)
    movement(session, "goblet-squat", 1, rest_seconds=75)
    for number, warm_up in ((1, False), (2, False), (128, True)):
        log(session, "goblet-squat", 9999, number, reps=12, warm_up=warm_up)
    done = done_session(session)
    assert done.start == datetime(2026, 7, 7, 10, 0, tzinfo=UTC)
    assert done.utc_offset == timedelta(hours=2)
    # The warm-up set first, although it is numbered after the others.
    assert [(one.start - done.start).total_seconds() for one in done.sets] == [360, 471, 582]
    assert activity_file(session).name == "2026-07-07-workout-a-times-estimated.fit"


def test_an_import_without_a_plan_rests_as_the_guide_says(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, started_at=None)
    log(session, "goblet-squat", 0, 1, reps=12)
    (one,) = done_session(session).sets
    assert one.set.rest == Variation.objects.get(slug="goblet-squat").exercise.rest_seconds


def test_pounds_for_who_counts_in_pounds(evening: Session) -> None:
    assert not done_session(evening).pounds
    evening.runner.units = Runner.UnitSystem.IMPERIAL
    assert done_session(evening).pounds


def test_files_of_two_sessions_differ_by_their_serial(runner: Runner) -> None:
    one, other = SessionFactory.create(runner=runner), SessionFactory.create(runner=runner)
    assert done_session(one).serial != done_session(other).serial
    assert done_session(one).serial == done_session(Session.objects.get(pk=one.pk)).serial


def test_queries_of_an_activity(evening: Session, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        activity_file(evening)


class TestWorkout:
    def test_targets_become_sets(self, evening: Session) -> None:
        movement(evening, "dumbbell-romanian-deadlift", 4, [{"reps": 10, "kg": 30.0}] * 2, rest_seconds=90)
        rows = evening.movements.select_related("variation")
        (hinge,) = (planned_sets(row) for row in rows if row.targets)
        assert [one.set.total for one in hinge] == [10, 10]
        assert {(one.set.kg, one.set.rest, one.note) for one in hinge} == {(30.0, 90, "")}

    @pytest.mark.parametrize(
        ("slug", "target", "total", "note"),
        [
            ("single-leg-calf-raise", {"reps": 12, "kg": None}, 24, "12 on each leg"),
            ("side-plank", {"seconds": 20, "kg": None}, 40, "20 seconds on each side"),
            ("forearm-plank", {"seconds": 40, "kg": None}, 40, ""),
        ],
    )
    def test_sides_are_counted_together_and_told(
        self, db: None, slug: str, target: dict[str, Any], total: int, note: str
    ) -> None:
        variation = Variation.objects.get(slug=slug)
        (one,) = planned_sets(PlannedMovement(variation=variation, targets=[target], rest_seconds=45))
        assert (one.set.total, one.note) == (total, note)
        assert one.set.timed == ("seconds" in target)

    def test_a_movement_that_is_left_out_is_not_on_the_watch(self, evening: Session) -> None:
        evening.movements.all().delete()
        movement(evening, "goblet-squat", 1, [{"reps": 12, "kg": 20.0}], skipped=True)
        movement(evening, "forearm-plank", 2, [{"seconds": 40}])
        file = workout_file(
            runner=evening.runner,
            day=evening.day,
            workout=Session.Workout.FULL,
            light=False,
            movements=evening.movements.select_related("variation"),
            now=START,
        )
        assert file.name == "2026-03-03-workout-full-to-do.fit"
        for read in READERS.values():
            messages = read(file.data)
            assert [row["wkt_step_name"] for row in messages["exercise_title"]] == ["Forearm plank"]
            assert [row.get("wkt_step_name") for row in messages["workout_step"]] == ["Warm-up", "Forearm plank", None]
            assert messages["workout"][0]["wkt_name"] == "All seven"


def test_movements_without_a_guide_are_in_the_file_by_their_names(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, workout="own", title="Gym", started_at=START)
    session.finished_at = START + timedelta(minutes=40)
    CustomSetFactory.create(session=session, position=51, number=1)
    CustomSetFactory.create(session=session, position=51, number=128, reps=10, kg=20.0, warm_up=True)
    log(session, "goblet-squat", 0, 1, reps=12, kg=22.5)
    LoggedSet.objects.update(position=52)
    CustomSetFactory.create(
        session=session, name="Stair climber", position=53, number=1, reps=None, kg=None, seconds=300
    )
    CustomSetFactory.create(session=session, name="Sled", position=54, number=1, reps=None, kg=None, metres=40.0)
    done = done_session(session)
    assert done.title == "Gym"
    assert [(one.set.exercise.title, one.set.amount, one.set.kg, one.set.timed) for one in done.sets] == [
        ("Bench press", 10, 20.0, False),
        ("Bench press", 8, 60.0, False),
        ("Goblet squat", 12, 22.5, False),
        ("Stair climber", 300, None, True),
        ("Sled", 0, None, True),
    ]
    for read in READERS.values():
        assert read(activity_file(session).data)
