"""How far a history reaches, and its weeks in a row on target, with grace for weeks ill or away."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Count, DateField, IntegerField, Max, Min, Q, Value
from django.db.models.functions import Cast

from training.models.condition import Condition
from training.models.runner import Runner
from training.models.session import Session
from training.models.week import WEEK
from training.models.weekstart import FirstDayOfWeek

# From this many days ill or away on, a week below the target breaks nothing.
GRACE_DAYS = 3
# What excuses a week. Pain does not: a week in pain mostly has something that can be trained.
EXCUSES = (Condition.Kind.ILL, Condition.Kind.AWAY)


@dataclass(frozen=True, slots=True)
class Row:
    """Weeks in a row on target: how many, and the first and the last of them."""

    weeks: int = 0
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """The first and last week that has anything, how many sessions were done in each that has one begun or done, and
    the weeks that were mostly spent ill or away, with the kind."""

    first: date | None
    last: date | None
    done: Mapping[date, int]
    excused: Mapping[date, Condition.Kind] = field(default_factory=dict)

    @property
    def sessions(self) -> int:
        """All that were done."""
        return sum(self.done.values())

    def weeks_in_a_row(self, this_week: date, target: int) -> int:
        """Weeks on target without a gap, up to `this_week`, which is under way: it may add one but breaks nothing.

        Nor does an excused week, which counts only where it is on target nevertheless.
        """
        rows = self.rows(this_week, target)
        return rows[-1].weeks if rows and self.unbroken(rows[-1], this_week) else 0

    def unbroken(self, row: Row, week: date) -> bool:
        """Whether only excused weeks lie between the row and that week."""
        between = ((week - row.last) // WEEK if row.last else 0) - 1
        return all(week - n * WEEK in self.excused for n in range(1, between + 1))

    def rows(self, this_week: date, target: int) -> list[Row]:
        """All rows of weeks on target up to `this_week`, oldest first."""
        found: list[Row] = []
        for week in sorted(week for week, sessions in self.done.items() if sessions >= target and week <= this_week):
            before = found[-1] if found else Row()
            if before.last and self.unbroken(before, week):
                found[-1] = Row(before.weeks + 1, before.first, week)
            else:
                found.append(Row(1, week, week))
        return found

    def longest(self, this_week: date, target: int) -> Row:
        """The longest row, of equal ones the first."""
        return max(self.rows(this_week, target), key=lambda row: row.weeks, default=Row())


def record_of(runner: Runner, today: date) -> Record:
    """The whole history of a runner in two queries; `first`, `last` and all weeks are their first days."""
    done, reach = dict[date, int](), list[date]()
    for week, sessions in _weeks(runner):
        if week is None:
            continue
        if sessions is None:
            reach.append(runner.week_of(week))
        else:
            done[week] = sessions
    weeks = [*done, *reach]
    return Record(min(weeks, default=None), max(weeks, default=None), done, excused_weeks(runner, today))


def _weeks(runner: Runner) -> Iterable[tuple[date | None, int | None]]:
    """Each week with its number of sessions, and the days of the first and the last run with None; one query."""
    nothing = Cast(Value(None), IntegerField())
    sessions = (
        runner.sessions.trained()
        .order_by()
        .annotate(week=Cast(FirstDayOfWeek("day", starts_on=runner.week_starts_on), DateField()))
        .values("week")
        .annotate(number=Count("pk", filter=Q(status=Session.Status.DONE)))
        .values_list("week", "number")
    )
    runs = runner.runs.order_by().values("runner")
    first, last = (runs.annotate(week=end("day"), number=nothing).values_list("week", "number") for end in (Min, Max))
    return sessions.union(first, last, all=True)


def excused_weeks(runner: Runner, today: date) -> dict[date, Condition.Kind]:
    """The weeks up to today with at least `GRACE_DAYS` ill or away, and what most of these were; one query."""
    days: dict[date, Condition.Kind] = {}
    for told in runner.conditions.filter(kind__in=EXCUSES, first__lte=today):
        last = min(told.last or today, today)
        for number in range((last - told.first).days + 1):
            days[told.first + timedelta(days=number)] = Condition.Kind(told.kind)
    weeks: dict[date, Counter[Condition.Kind]] = {}
    for day, kind in days.items():
        weeks.setdefault(runner.week_of(day), Counter())[kind] += 1
    return {week: kinds.most_common(1)[0][0] for week, kinds in weeks.items() if kinds.total() >= GRACE_DAYS}
