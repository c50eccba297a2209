"""Reports of sets, movements and sessions: late, twice, in any order, from several devices."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import permutations
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import RunnerFactory, SessionFactory
from training.actions.logging import (
    CountError,
    MovementReport,
    SessionReport,
    SetReport,
    keep_movement,
    keep_session,
    keep_set,
)
from training.actions.sessions import start_session
from training.models import LoggedSet, Runner, Session

NOW = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=2)


def rung(slug: str) -> Variation:
    return Variation.objects.select_related("exercise").get(slug=slug)


@pytest.fixture
def session(runner: Runner) -> Session:
    return start_session(runner=runner, day=date(2026, 3, 3), workout="A", light=False, reasons=[], now=NOW)


def squat(amount: int, second: int, **more: object) -> SetReport:
    """Squats reported at that second after the start."""
    at = NOW + timedelta(seconds=second)
    fields = {"position": 1, "number": 1, "reps": amount, "changed_at": at, "logged_at": at}
    return SetReport("squat", **{"variation": "bodyweight-squat", **fields, **more})  # type: ignore[arg-type]


def keep(session: Session, report: SetReport, set_id: UUID | None = None, now: datetime = LATER) -> LoggedSet:
    set_id = set_id or session.set_id(1, 1)
    return keep_set(runner=session.runner, session_id=session.pk, set_id=set_id, report=report, now=now)


def test_a_report_that_comes_twice_is_one_set(session: Session) -> None:
    for _ in range(2):
        done = keep(session, squat(12, 60))
    assert (done.reps, done.seconds, session.sets.count()) == (12, None, 1)


def test_a_set_keeps_the_moment_at_which_it_was_logged_first(session: Session) -> None:
    first = keep(session, squat(12, 60))
    assert keep(session, squat(13, 90)).logged_at == first.logged_at


def test_the_later_change_counts_in_whatever_order_the_reports_come(session: Session) -> None:
    reports = [squat(10, 60), squat(11, 70), squat(12, 80), squat(12, 90, removed=True)]
    for number, order in enumerate(permutations(reports), start=1):
        for report in order:
            kept = keep(session, report, session.set_id(1, number))
        assert (kept.removed, kept.reps) == (True, 12)
    assert not session.sets.exists()


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(0, 5), st.booleans()), min_size=1, max_size=8))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_stands_is_the_first_of_the_latest_reports(session: Session, reports: list[tuple[int, int, bool]]) -> None:
    set_id = uuid4()
    for amount, second, removed in reports:
        kept = keep(session, squat(amount, second, removed=removed), set_id)
    latest = max(second for _, second, _ in reports)
    amount, _, removed = next(one for one in reports if one[1] == latest)
    assert (kept.reps, kept.removed) == (amount, removed)
    assert LoggedSet.everything.filter(pk=set_id).count() == 1


def test_a_late_report_does_not_bring_a_removed_set_back(session: Session) -> None:
    keep(session, squat(12, 60))
    keep(session, squat(12, 120, removed=True))
    assert keep(session, squat(12, 60)).removed
    assert not keep(session, squat(12, 180)).removed


def test_a_clock_that_runs_ahead_counts_as_now(session: Session) -> None:
    ahead = squat(20, 3 * 3600)
    assert keep(session, ahead).changed_at == LATER
    at = LATER + timedelta(minutes=1)
    assert keep(session, squat(9, 0, changed_at=at), now=at).reps == 9


def test_the_id_of_a_set_elsewhere_is_refused_and_nothing_changes(session: Session) -> None:
    other = SessionFactory.create()
    theirs = keep(other, squat(12, 60), other.set_id(1, 1))
    with pytest.raises(LoggedSet.DoesNotExist):
        keep(session, squat(1, 600), theirs.pk)
    theirs.refresh_from_db()
    assert (theirs.reps, theirs.session) == (12, other)


def test_what_is_given_back_is_what_is_stored(
    session: Session, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lunge = SetReport(
        *("lunge", "reverse-lunge", 4, 130), kg=12.5, reps=9, rir=2, warm_up=True, changed_at=NOW, logged_at=NOW
    )
    with django_assert_num_queries(1):
        kept = keep(session, lunge, session.set_id(4, 130))
        assert (kept.exercise.slug, kept.variation.slug) == ("lunge", "reverse-lunge")
    stored = LoggedSet.objects.get()
    assert [getattr(kept, field.attname) for field in LoggedSet._meta.concrete_fields] == [
        getattr(stored, field.attname) for field in LoggedSet._meta.concrete_fields
    ]
    assert (kept.per_leg, kept.variation.name, kept.exercise.name) == (True, rung("reverse-lunge").name, "Lunge")
    kept.save()
    assert LoggedSet.objects.count() == 1


def test_nothing_is_kept_of_a_set_in_a_session_of_somebody_else(session: Session) -> None:
    stranger = RunnerFactory.create()
    with pytest.raises(Session.DoesNotExist):
        keep_set(runner=stranger, session_id=session.pk, set_id=session.set_id(1, 1), report=squat(12, 60), now=LATER)
    keep(session, squat(12, 60))
    with pytest.raises(Session.DoesNotExist):
        keep_set(runner=stranger, session_id=session.pk, set_id=session.set_id(1, 1), report=squat(1, 90), now=LATER)
    assert [one.reps for one in LoggedSet.everything.all()] == [12]


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        pytest.param({"exercise": "curl"}, Variation.DoesNotExist, id="no such movement"),
        pytest.param({"variation": "goblet-lunge"}, Variation.DoesNotExist, id="no such variation"),
        pytest.param({"variation": "forearm-plank"}, Variation.DoesNotExist, id="a variation of another movement"),
        pytest.param({"reps": None, "seconds": 30}, CountError, id="seconds of reps"),
    ],
)
def test_what_does_not_fit_is_not_kept(session: Session, changes: dict[str, Any], error: type[Exception]) -> None:
    keep(session, squat(12, 60))
    for set_id in (session.set_id(1, 1), session.set_id(1, 2)):
        with pytest.raises(error):
            keep(session, replace(squat(11, 90), **changes), set_id)
    assert [one.reps for one in session.sets.all()] == [12]


def test_a_swap_brings_the_variation_s_own_targets(session: Session) -> None:
    report = MovementReport(rung("goblet-squat"), order=1, skipped=False, changed_at=NOW)
    movement = keep_movement(session=session, position=1, report=report, now=LATER)
    assert (movement.variation.slug, movement.why["rule"]) == ("goblet-squat", "first-time")
    assert session.movements.count() == 5


def test_the_later_report_of_a_movement_counts(session: Session) -> None:
    def report(slug: str, second: int, *, skipped: bool = False) -> str:
        at = NOW + timedelta(seconds=second)
        told = MovementReport(rung(slug), order=1, skipped=skipped, changed_at=at)
        kept = keep_movement(session=session, position=1, report=told, now=LATER)
        return f"{kept.variation.slug}{' left out' if kept.skipped else ''}"

    assert report("goblet-squat", 60) == "goblet-squat"
    assert report("box-squat", 30) == "goblet-squat"
    assert report("goblet-squat", 90, skipped=True) == "goblet-squat left out"


def test_a_movement_that_is_not_there_is_added_once(session: Session) -> None:
    lunge = rung("reverse-lunge")
    for second in (60, 60, 61):
        at = NOW + timedelta(seconds=second)
        report = MovementReport(lunge, order=9, skipped=False, changed_at=at)
        added = keep_movement(session=session, position=lunge.exercise.position, report=report, now=LATER)
    assert added.targets
    assert [one.exercise.slug for one in session.movements.select_related("exercise")][-1] == "lunge"
    assert session.movements.count() == 6


def done(second: int, **more: object) -> SessionReport:
    at = NOW + timedelta(seconds=second)
    return SessionReport(**{"done": True, "changed_at": at, "finished_at": at, **more})  # type: ignore[arg-type]


def test_a_session_is_finished_once_and_told_of_anew(session: Session) -> None:
    keep_session(session=session, report=done(1800, effort=6), now=LATER)
    kept = keep_session(session=session, report=done(1900, effort=7, pain=1), now=LATER)
    assert (kept.is_done, kept.effort, kept.pain) == (True, 7, 1)
    assert kept.finished_at == NOW + timedelta(seconds=1800)


def test_an_earlier_word_on_how_it_was_comes_too_late(session: Session) -> None:
    keep_session(session=session, report=done(1900, effort=7), now=LATER)
    kept = keep_session(session=session, report=done(1800, done=False, effort=2), now=LATER)
    assert (kept.is_done, kept.effort) == (True, 7)


def test_a_session_of_nobody_else_is_touched(session: Session) -> None:
    other = SessionFactory.create(runner=RunnerFactory.create(), effort=3)
    keep_session(session=session, report=done(1800, effort=9), now=LATER)
    other.refresh_from_db()
    assert other.effort == 3


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="only PostgreSQL plans it once for a connection")
class TestPlannedOnce:
    """Outside a transaction, as every request is."""

    def kept(self, session: Session, number: int) -> int:
        return keep(session, squat(10 + number, number, number=number), session.set_id(1, number)).amount

    def test_what_is_planned_keeps_as_ever(self) -> None:
        session = SessionFactory.create()
        assert [self.kept(session, number) for number in range(1, 9)] == list(range(11, 19))
        assert session.sets.count() == 8

    def test_on_a_connection_that_does_not_know_the_plan_it_is_planned_anew(self) -> None:
        session = SessionFactory.create()
        self.kept(session, 1)
        with connection.cursor() as cursor:
            cursor.execute("DEALLOCATE keep_set")
        assert self.kept(session, 2) == 12

    def test_on_a_connection_that_knows_it_already_it_is_used(self) -> None:
        session = SessionFactory.create()
        self.kept(session, 1)
        connection.keeps_sets = None  # type: ignore[attr-defined]
        assert self.kept(session, 2) == 12

    def test_on_a_new_connection_it_is_planned(self) -> None:
        session = SessionFactory.create()
        self.kept(session, 1)
        connection.close()
        assert self.kept(session, 2) == 12

    def test_what_the_database_refuses_is_said_as_ever(self) -> None:
        session = SessionFactory.create()
        with pytest.raises(IntegrityError):
            keep(session, squat(10, 1, kg=2000.0))
        assert self.kept(session, 2) == 12
