"""Everything of a runner as files: the description, the tables, the calendar, the sessions for a watch's app."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import Protocol
from uuid import UUID

from django.utils import timezone, translation

from training.export.archive import Files, tables
from training.export.described import text
from training.models.custom import CustomSet
from training.models.exported import CHUNK, Exported
from training.models.fit_export import activity, laid_out
from training.models.planned_movement import PlannedMovement
from training.models.runner import Runner
from training.models.session import LoggedSet, Session


def export_files(runner: Runner, calendar: bytes, now: datetime) -> Files:
    """What is in the archive, by name, in pieces; the number of queries does not grow with the history."""
    yield "README.txt", [f"{runner.email}, {now:%Y-%m-%d %H:%M} UTC\n\n{text()}".encode()]
    yield from tables(Exported(runner).tables())
    yield "calendar.ics", [calendar]
    yield from fit_files(runner)


def fit_files(runner: Runner) -> Files:
    """fit/2026-03-03-1.fit for each session that is done and has sets: the first of a day is 1. Four queries."""
    for day, sessions in groupby(_done_sessions(runner), key=lambda one: one[0].day):
        for number, (session, movements, sets) in enumerate(sessions, start=1):
            # Pieces are sent in between: the language must not stay chosen for whatever the thread does then.
            with translation.override(runner.written_language), timezone.override(runner.zone):
                file = activity(laid_out(session, movements, sets))
            yield f"fit/{day}-{number}.fit", [file]


def _done_sessions(runner: Runner) -> Iterator[tuple[Session, list[PlannedMovement], list[LoggedSet | CustomSet]]]:
    """Sessions that are done and have sets, oldest first, their movements and sets read beside them."""
    of_done = {"session__runner": runner, "session__status": Session.Status.DONE}
    by_session = ("session__day", "session_id")
    movements = _Beside(
        PlannedMovement.objects.filter(**of_done)
        .select_related("session", "exercise", "variation")
        .order_by(*by_session, "order", "position")
        .iterator(chunk_size=CHUNK)
    )
    sets = _Beside(
        LoggedSet.objects.filter(**of_done)
        .select_related("session", "exercise", "variation")
        .order_by(*by_session, "position", "number", "pk")
        .iterator(chunk_size=CHUNK)
    )
    own = _Beside(
        CustomSet.objects.filter(**of_done)
        .select_related("session", "movement")
        .order_by(*by_session, "position", "number")
        .iterator(chunk_size=CHUNK)
    )
    for session in runner.sessions.done().order_by("day", "pk").iterator(chunk_size=CHUNK):
        session.runner = runner
        place = session.day, session.pk
        done = [*sets.of(place), *own.of(place)]
        planned = movements.of(place)
        if done:
            yield session, planned, done


class _OfSession(Protocol):
    session: Session


class _Beside[T: _OfSession]:
    """Rows of sessions in the order of the sessions, taken session by session without holding the others."""

    def __init__(self, rows: Iterable[T]) -> None:
        self._groups = groupby(rows, key=lambda row: (row.session.day, row.session.pk))
        self._next = self._take()

    def of(self, place: tuple[date, UUID]) -> list[T]:
        """Those of the session of that day and id; what comes before it was added meanwhile and is passed over."""
        while self._next and self._next[0] < place:
            self._next = self._take()
        if self._next is None or self._next[0] != place:
            return []
        found, self._next = self._next[1], self._take()
        return found

    def _take(self) -> tuple[tuple[date, UUID], list[T]] | None:
        place, rows = next(self._groups, (None, ()))
        return (place, list(rows)) if place else None
