"""One calendar year of a runner: its days, months and weeks, summed as the weeks are (training/models/week.py).

A day belongs to the year that its date says. A week belongs to the year that holds its fourth day, and with it the
greater part of the week: so every week is of one year, and a year has 52 or 53 of them, whichever day they begin on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from typing import Self

from django.db.models import Count, F, Min

from training.models.condition import Condition
from training.models.record import EXCUSES, GRACE_DAYS, Record, Row
from training.models.run import Run
from training.models.runner import Runner
from training.models.week import WEEK, sets_of
from training.models.year_rows import Around, SetGroup, Sums, YearRun, YearSession, YearWeek

DAY = timedelta(days=1)
# Where strength stood: the hardest run of the day, the hardest kind first.
HARDEST_FIRST = (Run.Kind.RACE, Run.Kind.HARD, Run.Kind.LONG, Run.Kind.MODERATE, Run.Kind.EASY, Run.Kind.CROSS)


@dataclass(frozen=True)
class Year:
    """A year up to `today`; five queries. The rows reach as far as the weeks of the year, and a day beyond its end."""

    runner: Runner
    number: int
    today: date
    around: Around
    all_runs: tuple[YearRun, ...] = ()
    """Cross-training too, oldest first."""
    all_sessions: tuple[YearSession, ...] = ()
    """Those that are done, oldest first."""
    sets: tuple[SetGroup, ...] = ()
    off: frozenset[date] = field(default=frozenset())
    """The days of the year, and of its weeks, on which the runner was ill or away."""

    @classmethod
    def of(cls, runner: Runner, number: int, today: date) -> Self:
        first, last = date(number, 1, 1), date(number, 12, 31)
        # Weeks reach three days over each end; what stood before a hard run is known from the day after.
        reach = first - 3 * DAY, last + 3 * DAY
        runs = runner.runs.between(*reach).order_by("day", "start", "pk")
        sessions = runner.sessions.done().between(*reach).with_own_sets()
        in_order = sessions.order_by("day", F("started_at").asc(nulls_first=True), "pk")
        what = ["session__day__month", "variation", "reps", "seconds", "kg", "per_leg"]
        groups = (
            sets_of(runner)
            .filter(session__day__range=(first, last))
            .order_by()
            .values_list(*what)
            .annotate(number=Count("pk"), first=Min("session__day"))
        )
        told = runner.conditions.filter(kind__in=EXCUSES, first__lte=reach[1])
        return cls(
            runner,
            number,
            today,
            Around.of(runner, first, last, max(today + DAY, last)),
            tuple(map(YearRun._make, runs.values_list(*YearRun._fields))),
            tuple(map(YearSession._make, in_order.values_list(*YearSession._fields))),
            tuple(map(SetGroup._make, groups)),
            _days_off(told.since(reach[0]), reach[0], min(reach[1], today)),
        )

    @property
    def first(self) -> date:
        return date(self.number, 1, 1)

    @property
    def last(self) -> date:
        return date(self.number, 12, 31)

    @property
    def goes_on(self) -> bool:
        return self.first <= self.today <= self.last

    @cached_property
    def sessions(self) -> list[YearSession]:
        return [one for one in self.all_sessions if one.day.year == self.number]

    @cached_property
    def runs(self) -> list[YearRun]:
        """The year's runs without cross-training, oldest first."""
        return [run for run in self.all_runs if run.day.year == self.number and run.kind != Run.Kind.CROSS]

    @cached_property
    def cross_days(self) -> set[date]:
        return {run.day for run in self.all_runs if run.day.year == self.number and run.kind == Run.Kind.CROSS}

    @property
    def empty(self) -> bool:
        return self.total.empty and not self.cross_days

    @cached_property
    def months(self) -> list[Sums]:
        """The sums of January to December."""
        sessions = Counter(one.day.month for one in self.sessions)
        runs: dict[int, list[YearRun]] = defaultdict(list)
        for run in self.runs:
            runs[run.day.month].append(run)
        sets, kg = Counter[int](), defaultdict[int, float](float)
        for one in self.sessions:
            sets[one.day.month] += one.own_sets
        for part in self.sets:
            sets[part.month] += part.number
            kg[part.month] += part.total_kg
        return [
            Sums(sessions[month], sets[month], kg[month], len(runs[month]), *_amounts(runs[month]))
            for month in range(1, 13)
        ]

    @cached_property
    def total(self) -> Sums:
        return Sums(
            len(self.sessions),
            sum(part.number for part in self.sets) + sum(one.own_sets for one in self.sessions),
            sum(part.total_kg for part in self.sets),
            len(self.runs),
            *_amounts(self.runs),
        )

    @cached_property
    def all_weeks(self) -> list[date]:
        """The first days of the weeks of the year, oldest first."""
        week = self.runner.week_of(self.first)
        if week + 3 * DAY < self.first:
            week += WEEK
        return [week + n * WEEK for n in range((self.last - 3 * DAY - week) // WEEK + 1)]

    @cached_property
    def weeks(self) -> list[YearWeek]:
        """Those up to today, from that of the first session on where it was in this year; oldest first."""
        done = Counter(self.runner.week_of(one.day) for one in self.all_sessions)
        started = self.around.sessions_before > 0
        since = date.min if started else min(done, default=date.max)
        return [
            YearWeek(week, done[week], self._excused(week), week <= self.today < week + WEEK)
            for week in self.all_weeks
            if since <= week <= self.today
        ]

    def _excused(self, week: date) -> bool:
        return sum(week + n * DAY in self.off for n in range(7)) >= GRACE_DAYS

    @cached_property
    def longest_row(self) -> Row:
        """The longest row of weeks on target within the year."""
        done = {week.first: week.sessions for week in self.weeks}
        # Which of the two it was is not asked.
        excused = {week.first: Condition.Kind.ILL for week in self.weeks if week.excused}
        return Record(None, None, done, excused).longest(self.today, self.runner.target)

    @cached_property
    def running_weeks(self) -> dict[date, tuple[float, float]]:
        """Metres and seconds of running by the week's first day, of the weeks that have some."""
        weeks, found = set(self.all_weeks), defaultdict[date, list[YearRun]](list)
        for run in self.all_runs:
            if run.kind != Run.Kind.CROSS and (week := self.runner.week_of(run.day)) in weeks:
                found[week].append(run)
        return {week: _amounts(runs) for week, runs in found.items()}

    @cached_property
    def kinds(self) -> Mapping[date, Run.Kind]:
        """The hardest kind of the runs of each day that has some, cross-training the easiest of all."""
        kinds: dict[date, Run.Kind] = {}
        for run in self.all_runs:
            kind = Run.Kind(run.kind)
            if run.day not in kinds or HARDEST_FIRST.index(kind) < HARDEST_FIRST.index(kinds[run.day]):
                kinds[run.day] = kind
        return kinds

    @property
    def sessions_by_kind(self) -> Counter[Run.Kind | None]:
        """How many sessions stood on a day with that kind of run as its hardest; None for days without a run."""
        return Counter(self.kinds.get(one.day) for one in self.sessions)

    @property
    def before_hard(self) -> int:
        """How many sessions stood on the day before a hard run or a race (E11)."""
        hard = {Run.Kind.HARD, Run.Kind.RACE}
        return sum(self.kinds.get(one.day + DAY) in hard for one in self.sessions)


def _amounts(runs: Iterable[YearRun]) -> tuple[float, float]:
    """Metres, of those that have a distance, and seconds."""
    rows = list(runs)
    return sum((run.metres or 0.0 for run in rows), 0.0), sum((run.seconds for run in rows), 0.0)


def _days_off(told: Iterable[Condition], first: date, last: date) -> frozenset[date]:
    days = set[date]()
    for one in told:
        begin, end = max(one.first, first), min(one.last or last, last)
        days.update(begin + n * DAY for n in range((end - begin).days + 1))
    return frozenset(days)
