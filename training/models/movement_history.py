"""One movement over time: what stands as a record, how it came to that, and every set."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from statistics import median
from typing import NamedTuple

from training.models import movement_rows as rows
from training.models.movement_rows import DAYS_A_PAGE, Movement, OneSet, Point, SessionSets
from training.models.records import RungRecord, SetsAlike, Totals, rung_now, totals_of
from training.models.runner import Runner
from training.models.span import Span
from training.models.step import Step
from training.plan.progression.strength import ESTIMATES

# More marks than this nobody tells apart on a phone, nor wants to step through with a keyboard.
MOST_POINTS = 64


class Range(NamedTuple):
    """A piece of time to look at, both days included."""

    span: Span
    first: date
    last: date


@dataclass(frozen=True)
class MovementHistory:
    """All that the page of a movement shows of a runner; each part is read when it is come to."""

    runner: Runner
    movement: Movement
    today: date

    @property
    def whose(self) -> dict[str, int]:
        return {"runner": self.runner.pk, "exercise": self.movement.pk}

    @cached_property
    def rungs(self) -> dict[int, RungRecord]:
        """The rungs that were done, by key, from the easiest to the hardest; one query."""
        found = rows.records_of(**self.whose)
        return {rung.pk: found[rung.pk] for rung in self.movement.ladder if rung.pk in found}

    @cached_property
    def totals(self) -> Totals:
        return totals_of(self.rungs.values())

    @cached_property
    def first(self) -> date:
        """The first training day of the movement. Raises ValueError where there is none."""
        return min(rung.first for rung in self.rungs.values())

    @cached_property
    def last(self) -> date:
        """Today, or a day of training after it: it may be tomorrow where the runner is travelling."""
        return max(self.today, *(rung.last for rung in self.rungs.values()))

    @cached_property
    def now(self) -> int:
        return rung_now(self.rungs)

    @property
    def begun_with(self) -> SetsAlike:
        """The best set of the first day."""
        begun = [done for rung in self.rungs.values() if (done := rung.best_by(self.first))]
        return begun[-1]

    def best_by(self, day: date) -> SetsAlike | None:
        """The best set as it stood on that day: of the rung now, or of the hardest done by then."""
        then = {pk: best for pk, rung in self.rungs.items() if (best := rung.best_by(day))}
        return then.get(self.now) or next(reversed(then.values()), None)

    def beats_all_before(self, done: Point | OneSet) -> bool:
        """Whether it was the first to be as good as that, on its rung; those of a rung's first day beat nothing."""
        record = self.rungs.get(done.rung)
        return record is not None and (done.day, (done.kg or 0.0, done.amount)) in record.steps

    # -- The picture ---------------------------------------------------------------------------------------------------

    @property
    def ranges(self) -> list[Range]:
        """Those that show less than the whole history, and the whole history."""
        shorter = [
            Range(span, self.last - timedelta(days=span.days - 1), self.last)
            for span in (Span.WEEKS, Span.YEAR)
            if self.last - timedelta(days=span.days - 1) > self.first
        ]
        return [*shorter, Range(Span.ALL, self.first, self.last)]

    def range_of(self, asked: Span | None) -> Range:
        """The range asked for, else the one that fills the picture best: a year, where there are sets in it."""
        found = {one.span: one for one in self.ranges}
        trained = max(rung.last for rung in self.rungs.values())
        if asked in found:
            return found[asked]
        year = found.get(Span.YEAR)
        return year if year and year.first <= trained else found[Span.ALL]

    def step(self, shown: Range) -> Step | None:
        """What a point stands for: a session (None), or the shortest time of which there are not too many points."""
        steps = [None, *Step]
        return next((step for step in steps if self._points_expected(step, shown) <= MOST_POINTS), steps[-1])

    def _points_expected(self, step: Step | None, shown: Range) -> float:
        """As if each rung had been trained evenly from its first day to its last."""
        points = 0.0
        for rung in self.rungs.values():
            days = (min(rung.last, shown.last) - max(rung.first, shown.first)).days + 1
            if days > 0:
                sessions = rung.biggest.sessions * days / ((rung.last - rung.first).days + 1)
                points += min(sessions, days / step.days + 1) if step else sessions
        return points

    def points(self, shown: Range) -> list[Point]:
        """Oldest first; one query."""
        prepared = rows.points_prepared(self.step(shown), self.runner.week_starts_on)
        found = prepared.rows(**self.whose, first=shown.first, last=shown.last)
        return [point for row in found if (point := Point(*row)).rung in self.rungs]

    @staticmethod
    def deloads(points: Iterable[Point]) -> frozenset[uuid.UUID]:
        """Those of their sessions that were planned as a deload; one query."""
        sessions = list({point.session for point in points})
        return (
            frozenset(session for (session,) in rows.DELOAD_SESSIONS.rows(sessions=sessions))
            if sessions
            else frozenset()
        )

    # -- Records and every set -----------------------------------------------------------------------------------------

    def sessions_of(self, records: Sequence[SetsAlike]) -> dict[SetsAlike, uuid.UUID]:
        """In which session each was done first; one query."""
        if not records:
            return {}
        days = list({record.first for record in records})
        wanted = {(one.rung, one.first, one.kg, one.reps, one.seconds, one.per_leg): one for one in records}
        found: dict[SetsAlike, uuid.UUID] = {}
        for *done, session in rows.SESSIONS_OF_RECORDS.rows(**self.whose, days=days):
            if record := wanted.get(tuple(done)):
                found.setdefault(record, session)
        return found

    def page(self, before: date | None) -> tuple[list[SessionSets], date | None]:
        """The sessions of the newest training days before `before`, newest first, and where the next page begins.

        The second is None where nothing is older. Whole days stay together, so that the day alone is the key.
        """
        found = map(OneSet._make, rows.SETS_OF_PAGE.rows(**self.whose, before=before or date.max))
        by_session = groupby(found, key=lambda done: (done.session, done.day, done.light))
        sessions = [SessionSets(pk, day, light, tuple(sets)) for (pk, day, light), sets in by_session]
        days = list(dict.fromkeys(session.day for session in sessions))
        if len(days) <= DAYS_A_PAGE:
            return sessions, None
        oldest = days[DAYS_A_PAGE - 1]
        return [session for session in sessions if session.day >= oldest], oldest


def estimated_now(sessions: Iterable[SessionSets], rung: int) -> float | None:
    """The estimated 1RM in kilograms: the median of the newest three estimates of that rung; None of fewer.

    The sessions come newest first. An estimate from one session is a guess; the middle of three is a trend.
    """
    found = [estimate for session in sessions if (estimate := session.estimate(rung))][:ESTIMATES]
    return median(found) if len(found) == ESTIMATES else None
