"""What the runner's own plan says of each day: planned runs, the weekly pattern, races."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models

from training.models.planned_run import PlannedRun, WeeklyRun
from training.models.race import Race
from training.plan import week
from training.plan.matching import Planned
from training.plan.week import Kind, monday_of

if TYPE_CHECKING:
    from training.models.runner import Runner


@dataclass(frozen=True, slots=True)
class PlanDay:
    """What is planned for one day. The weekly run counts only where nothing else is said of the day."""

    day: date
    runs: tuple[PlannedRun, ...] = ()
    weekly: WeeklyRun | None = None
    race: Race | None = None

    @property
    def is_open(self) -> bool:
        """Whether nothing is said of the day."""
        return not (self.runs or self.weekly or self.race)

    @property
    def items(self) -> tuple[PlannedRun | WeeklyRun, ...]:
        return self.runs or ((self.weekly,) if self.weekly else ())

    def rows(self) -> dict[object, PlannedRun | WeeklyRun | Race]:
        """The rows of the day by the `id` that `planned` gives them; one of the pattern is another on every day."""
        rows: list[PlannedRun | WeeklyRun | Race] = [*self.items, *([self.race] if self.race else [])]
        return {(self.day, _key(row)): row for row in rows}

    def facts(self) -> list[week.PlannedRun]:
        return [week.PlannedRun(self.day, Kind(item.kind), item.expected_minutes, item.hard) for item in self.items]

    def planned(self) -> list[Planned]:
        """The day's runs and race, to be matched with what was run; `id` is the key of `rows`."""
        found = [
            Planned(self.day, Kind(item.kind), item.metres, item.minutes, item.hard, id=(self.day, _key(item)))
            for item in self.items
        ]
        if self.race:
            found.append(Planned(self.day, Kind.RACE, self.race.metres, id=(self.day, _key(self.race))))
        return found


def _key(row: models.Model) -> tuple[str, Any]:
    return type(row).__name__, row.pk


def plan_days(runner: "Runner", first: date, last: date) -> list[PlanDay]:
    """Every day from `first` to `last` with what is planned for it; three queries.

    A run planned for a day stands above the pattern of that day, and so does a race. In a calendar week with runs of
    an imported plan the pattern is silent, since the plan says which days are free.
    """
    monday, sunday = whole_weeks(first, last)
    return laid_out(
        runner.planned_runs.between(monday, sunday).order_by("day", "pk"),
        runner.weekly_runs.between(first, last).order_by("first", "pk"),
        runner.races.between(first, last),
        first,
        last,
    )


def whole_weeks(first: date, last: date) -> tuple[date, date]:
    """The Monday and the Sunday between which `laid_out` needs planned runs, to know which weeks have a plan."""
    return monday_of(first), monday_of(last) + timedelta(days=6)


def laid_out(
    planned: Iterable[PlannedRun],
    weekly_runs: Iterable[WeeklyRun],
    planned_races: Iterable[Race],
    first: date,
    last: date,
) -> list[PlanDay]:
    """Rows of one runner, in their order, laid on every day from `first` to `last`; those of whole weeks are needed."""
    by_day: dict[date, list[PlannedRun]] = defaultdict(list)
    for run in planned:
        by_day[run.day].append(run)
    imported = {monday_of(day) for day, runs in by_day.items() if any(run.plan_import_id for run in runs)}
    weekly = list(weekly_runs)
    races = {race.day: race for race in planned_races if first <= race.day <= last}
    days = [first + timedelta(days=offset) for offset in range((last - first).days + 1)]
    return [
        PlanDay(day, tuple(by_day[day]), None if silent else _weekly_on(day, weekly), races.get(day))
        for day in days
        for silent in [bool(by_day[day]) or day in races or monday_of(day) in imported]
    ]


def _weekly_on(day: date, weekly: Iterable[WeeklyRun]) -> WeeklyRun | None:
    return next((run for run in weekly if run.holds_on(day)), None)


def facts_of(days: Sequence[PlanDay]) -> tuple[list[week.PlannedRun], list[week.Race]]:
    """The runs and races of some days as `training.plan` reads them."""
    runs = [fact for day in days for fact in day.facts()]
    return runs, [day.race.facts() for day in days if day.race]
