"""The rows that a year rests on, its sums and its weeks, and what lies around it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Self
from uuid import UUID

from django.db.models import Count, OuterRef, QuerySet, Subquery

from training.models.run import Run
from training.models.runner import Runner
from training.models.session import Session


class YearRun(NamedTuple):
    """A run, or cross-training, as the year needs to know it."""

    day: date
    kind: str
    metres: float | None
    seconds: float
    pk: int
    title: str


class YearSession(NamedTuple):
    """A session that is done."""

    day: date
    pk: UUID
    own_sets: int = 0
    """Working sets of movements without a guide."""


class SetGroup(NamedTuple):
    """The working sets of a month, 1 to 12, that are alike; reps or seconds are of one leg where `per_leg`."""

    month: int
    variation: int
    reps: int | None
    seconds: int | None
    kg: float | None
    per_leg: bool
    number: int
    """How many they are."""
    first: date

    @property
    def total_kg(self) -> float:
        """Reps x load of both legs."""
        return (self.reps or 0) * (self.kg or 0.0) * (2 if self.per_leg else 1) * self.number


@dataclass(frozen=True, slots=True)
class Sums:
    """What a month or a year came to; `metres` leaves out runs without a distance. Cross-training is no running."""

    sessions: int = 0
    sets: int = 0
    kg: float = 0.0
    runs: int = 0
    metres: float = 0.0
    seconds: float = 0.0

    @property
    def empty(self) -> bool:
        return not (self.sessions or self.sets or self.runs)


@dataclass(frozen=True, slots=True)
class YearWeek:
    """`excused` where days ill or away give it grace, as in every row of weeks."""

    first: date
    sessions: int
    excused: bool
    under_way: bool

    def counts(self, target: int) -> bool:
        """Whether it stands for or against the runner: not where it fell short, but was excused or goes on."""
        return self.sessions >= target or not (self.excused or self.under_way)


@dataclass(frozen=True, slots=True)
class Around:
    """What lies before and after a year: the nearest training days, and how many sessions were done before it."""

    before: date | None
    after: date | None
    sessions_before: int

    @classmethod
    def of(cls, runner: Runner, first: date, last: date, horizon: date) -> Self:
        """One query that jumps to the nearest days; nothing after `horizon` is looked at."""
        runs = Run.objects.filter(runner=OuterRef("pk"))
        sessions = Session.objects.trained().filter(runner=OuterRef("pk"))
        done = Session.objects.done().filter(runner=OuterRef("pk"), day__lt=first).order_by().values("runner")
        found = Runner.objects.filter(pk=runner.pk).values_list(
            *(_nearest(rows.filter(day__lt=first), "-day") for rows in (runs, sessions)),
            *(_nearest(rows.filter(day__gt=last, day__lte=horizon), "day") for rows in (runs, sessions)),
            Subquery(done.annotate(count=Count("pk")).values("count")),
        )
        run_before, session_before, run_after, session_after, count = found.get()
        before = [day for day in (run_before, session_before) if day]
        after = [day for day in (run_after, session_after) if day]
        return cls(max(before, default=None), min(after, default=None), count or 0)


def _nearest(rows: QuerySet[Run] | QuerySet[Session], order: str) -> Subquery:
    return Subquery(rows.order_by(order).values("day")[:1])
