from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from exercises.models import Variation
from tests.factories import SessionFactory
from training.actions.logging import MovementReport, SetReport, keep_movement, keep_set
from training.actions.sessions import bring_back, delete_session, forget_deleted, start_session
from training.models import Runner, Session

# Tuesday evening in Berlin.
NOW = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
TODAY = date(2026, 3, 3)
DAY = timedelta(days=1)


def start(runner: Runner, now: datetime = NOW, *, day: date | None = None, workout: str = "A", light: bool = False):
    return start_session(runner=runner, day=day or runner.today(now), workout=workout, light=light, reasons=[], now=now)


def movement_of(session: Session, slug: str):
    movement = session.movements.select_related("exercise", "variation").get(exercise__slug=slug)
    movement.session = session
    return movement


def log(session: Session, slug: str, *amounts: int, kg: float | None = None, now: datetime = NOW) -> None:
    movement = movement_of(session, slug)
    for number, amount in enumerate(amounts, start=1):
        reps, seconds = (None, amount) if movement.variation.timed else (amount, None)
        place = (slug, movement.variation.slug, movement.position, number)
        report = SetReport(*place, reps=reps, seconds=seconds, changed_at=now, logged_at=now, kg=kg)
        set_id = session.set_id(movement.position, number)
        keep_set(runner=session.runner, session_id=session.pk, set_id=set_id, report=report, now=now)


def swap(session: Session, slug: str, now: datetime) -> None:
    variation = rung(slug)
    report = MovementReport(variation, order=1, skipped=False, changed_at=now)
    keep_movement(session=session, position=variation.exercise.position, report=report, now=now)


def finished(runner: Runner, now: datetime, slug: str, *amounts: int, kg: float | None = None) -> Session:
    """A whole past session in which that movement was done."""
    session = start(runner, now)
    log(session, slug, *amounts, kg=kg, now=now)
    session.finish(now)
    session.save()
    return session


def rung(slug: str) -> Variation:
    return Variation.objects.select_related("exercise").get(slug=slug)


def amounts(session: Session, slug: str) -> list[int]:
    return [target.get("reps") or target["seconds"] for target in movement_of(session, slug).targets]


def test_a_first_session_has_the_movements_of_the_workout_with_a_target_for_every_set(runner: Runner) -> None:
    session = start(runner)
    slugs = [movement.exercise.slug for movement in session.movements.select_related("exercise")]
    assert slugs == ["squat", "step-up", "glute-bridge", "plank", "calf-raise"]
    assert movement_of(session, "squat").targets == [{"reps": 10, "kg": None}] * 2
    assert movement_of(session, "plank").targets[0] == {"seconds": 30, "kg": None}
    assert movement_of(session, "squat").why["rule"] == "first-time"
    assert (session.status, session.started_at, session.day) == (Session.Status.UNDER_WAY, NOW, TODAY)


def test_all_seven_movements_are_in_a_full_session(runner: Runner) -> None:
    assert start(runner, workout="full").movements.count() == 7


def test_a_light_session_is_half_the_sets_without_step_ups(runner: Runner) -> None:
    session = start(runner, light=True)
    assert not session.movements.filter(exercise__slug="step-up").exists()
    assert len(movement_of(session, "squat").targets) == 1


def test_a_shorter_wish_makes_a_shorter_session(runner: Runner) -> None:
    whole = sum(len(one.targets) for one in start(runner).movements.all())
    runner.session_minutes = 20
    short = sum(len(one.targets) for one in start(runner, NOW + DAY).movements.all())
    assert short < whole


def test_each_set_starts_from_the_set_of_the_same_number_last_time(runner: Runner) -> None:
    finished(runner, NOW - 3 * DAY, "squat", 13, 12, 11)
    session = start(runner)
    assert amounts(session, "squat") == [13, 12, 11]
    assert [target["last"]["reps"] for target in movement_of(session, "squat").targets] == [13, 12, 11]


def test_a_hold_grows_by_five_seconds_once_met(runner: Runner) -> None:
    finished(runner, NOW - 3 * DAY, "plank", 40, 40, 40)
    assert amounts(start(runner), "plank") == [45, 45, 45]


def test_the_variation_done_last_stays(runner: Runner) -> None:
    first = start(runner, NOW - 3 * DAY)
    swap(first, "goblet-squat", NOW)
    log(first, "squat", 12, 12, kg=20.0)
    squat = movement_of(start(runner), "squat")
    assert squat.variation.slug == "goblet-squat"
    assert squat.targets[0]["kg"] == 20.0


def test_another_variation_brings_its_own_numbers(runner: Runner) -> None:
    finished(runner, NOW - 3 * DAY, "squat", 15, 15, 15)
    session = start(runner)
    swap(session, "front-squat", NOW)
    squat = movement_of(session, "squat")
    assert (squat.variation.slug, squat.why["rule"]) == ("front-squat", "new-variation")
    assert {target["reps"] for target in squat.targets} == {8}


def test_a_second_start_on_a_day_opens_the_session_that_is_under_way(runner: Runner) -> None:
    assert start(runner) == start(runner, NOW + timedelta(minutes=1), workout="B")
    assert runner.sessions.count() == 1


def test_two_taps_of_one_button_start_one_session_whichever_is_quicker(
    runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    pk = uuid4()

    def tap() -> Session:
        return start_session(runner=runner, day=TODAY, workout="A", light=False, reasons=[], now=NOW, pk=pk)

    first = tap()
    # The slower tap looked before the quicker one had written.
    monkeypatch.setattr(type(runner.sessions.all()), "first", lambda self: None)
    assert tap() == first
    assert Session.objects.get().pk == pk


def test_a_past_day_makes_a_session_without_a_start(runner: Runner) -> None:
    session = start(runner, day=TODAY - 5 * DAY)
    assert (session.day, session.started_at) == (TODAY - 5 * DAY, None)
    session.finish(NOW)
    assert (session.status, session.finished_at) == (Session.Status.DONE, None)


def test_a_day_to_come_is_refused(runner: Runner) -> None:
    with pytest.raises(ValueError, match="cannot be started"):
        start(runner, day=TODAY + DAY)


def test_a_past_session_takes_its_targets_from_what_came_before_it(runner: Runner) -> None:
    finished(runner, NOW - 13 * DAY, "squat", 10, 10)
    finished(runner, NOW - 2 * DAY, "squat", 14, 14, 14)
    assert amounts(start(runner, day=TODAY - 5 * DAY), "squat") == [10, 10, 10]


def test_a_past_session_never_resets_newer_targets(runner: Runner) -> None:
    finished(runner, NOW - 2 * DAY, "squat", 14, 14, 14)
    late = start(runner, day=TODAY - 5 * DAY)
    log(late, "squat", 8, 8)
    assert min(amounts(start(runner), "squat")) >= 14


def test_starting_costs_the_same_after_two_sessions_and_after_twelve(runner: Runner) -> None:
    def queries(now: datetime) -> int:
        with CaptureQueriesContext(connection) as caught:
            start(runner, now)
        return len(caught)

    for back in (60, 55):
        finished(runner, NOW - back * DAY, "squat", 10, 10)
    few = queries(NOW - 50 * DAY)
    for back in range(40, 20, -2):
        finished(runner, NOW - back * DAY, "squat", 10, 10, 10)
    assert queries(NOW) == few <= 8


def test_a_runner_of_pounds_grows_by_five_pounds(runner: Runner) -> None:
    runner.units = Runner.UnitSystem.IMPERIAL
    runner.save()
    pounds = runner.measures.to_kg
    first = start(runner, NOW - 16 * DAY)
    swap(first, "goblet-squat", NOW)
    log(first, "squat", 15, 15, 15, kg=pounds(50))
    for back in (12, 8):
        log(start(runner, NOW - back * DAY), "squat", 15, 15, 15, kg=pounds(50))
    targets = movement_of(start(runner), "squat").targets
    assert [runner.measures.to_load(target["kg"]) for target in targets] == [55, 55, 55]


def test_what_was_deleted_is_forgotten_after_thirty_days(runner: Runner) -> None:
    kept, gone, back = (SessionFactory.create(runner=runner) for _ in range(3))
    delete_session(kept, NOW - 29 * DAY)
    delete_session(gone, NOW - 31 * DAY)
    delete_session(back, NOW - 31 * DAY)
    bring_back(back)
    assert forget_deleted(NOW) == 1
    assert set(Session.everything.all()) == {kept, back}
    assert Session.objects.get() == back
