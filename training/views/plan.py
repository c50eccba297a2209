"""The runner's own plan: four weeks of it, and what became of what was planned."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.models import PlanImport, PlannedRun, Race, Run, Runner, WeeklyRun
from training.models.plan import PlanDay, plan_days
from training.plan.matching import Match, match
from training.plan.taper import taper
from training.views.runs import parsed_day
from training.wording.plan import outcome

WEEKS = 4
WEEK = timedelta(days=7)
REACH = timedelta(days=3 * 365)
IMPORTS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a day: what was planned, what was run, and how the two go together."""

    match: Match
    planned: PlannedRun | WeeklyRun | Race | None
    run: Run | None

    @property
    def words(self) -> str:
        return outcome(self.match)

    @property
    def is_race(self) -> bool:
        return isinstance(self.planned, Race)

    @property
    def is_weekly(self) -> bool:
        return isinstance(self.planned, WeeklyRun)


@dataclass(slots=True)
class Lane:
    """A day of the plan. `strength` is what a race asks of it: "free", "light", or nothing."""

    plan: PlanDay
    today: date
    items: list[Item] = field(default_factory=list)
    strength: str = ""

    @property
    def day(self) -> date:
        return self.plan.day

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def is_past(self) -> bool:
        return self.day < self.today

    @property
    def rest(self) -> PlannedRun | None:
        """A day of rest that is on the plan."""
        return next((run for run in self.plan.runs if run.kind == PlannedRun.Kind.REST), None)


@dataclass(frozen=True, slots=True)
class PlanWeek:
    lanes: Sequence[Lane]

    @property
    def first(self) -> date:
        return self.lanes[0].day

    @property
    def last(self) -> date:
        return self.lanes[-1].day

    @property
    def metres(self) -> float:
        """The planned running that has a distance."""
        rows = [item.planned for lane in self.lanes for item in lane.items if item.planned]
        return sum(row.metres or 0 for row in rows if getattr(row, "kind", "") != "cross")

    @property
    def planned(self) -> int:
        return sum(item.planned is not None for lane in self.lanes for item in lane.items)

    @property
    def done(self) -> int:
        return sum(item.planned is not None and item.run is not None for lane in self.lanes for item in lane.items)

    @property
    def has_begun(self) -> bool:
        return self.lanes[0].day < self.lanes[0].today


@login_required
@require_safe
def plan(request: RunnerRequest) -> HttpResponse:
    runner, today = request.user, request.user.today(timezone.now())
    this_week = runner.week_of(today)
    first = runner.week_of(shown_day(request.GET.get("from", ""), today))
    races = list(runner.races.on_or_after(today - 2 * WEEK))
    weeks = weeks_of_plan(runner, first, today, races)
    pattern = list(runner.weekly_runs.on(today))
    imports = list(runner.plan_imports.order_by("-created_at", "-pk")[:IMPORTS_SHOWN])
    context = {
        "active": "week",
        "weeks": weeks,
        "this_week": this_week,
        "earlier": first - WEEKS * WEEK,
        "later": first + WEEKS * WEEK,
        "is_current": first == this_week,
        "races": [race for race in races if race.day >= today],
        "pattern": sorted(pattern, key=lambda run: (run.weekday - runner.week_starts_on) % 7),
        "imports": imports,
        "waiting": next((plan_import for plan_import in imports if plan_import.is_preview), None),
        "empty": is_empty(weeks, pattern, races, imports),
    }
    return page(request, "training/plan.html", context, fragment="plan_weeks")


def shown_day(asked: str, today: date) -> date:
    """The day of the address, at most three years away; today for anything else that somebody wrote there."""
    day = parsed_day(asked)
    return max(today - REACH, min(today + REACH, day)) if day else today


def is_empty(
    weeks: Sequence[PlanWeek], pattern: Sequence[WeeklyRun], races: Sequence[Race], imports: Sequence[PlanImport]
) -> bool:
    """Whether there is nothing of a plan yet, so that the page tells what it is for."""
    nothing_planned = all(lane.plan.is_open for week in weeks for lane in week.lanes)
    return nothing_planned and not (pattern or races or any(one.undone_at is None for one in imports))


def weeks_of_plan(runner: Runner, first: date, today: date, races: Sequence[Race]) -> list[PlanWeek]:
    """Four weeks from `first` with what is planned in them and what became of it; four queries."""
    last = first + WEEKS * WEEK - timedelta(days=1)
    lanes = {day.day: Lane(day, today) for day in plan_days(runner, first, last)}
    runs = {run.pk: run for run in runner.runs.between(first, min(last, today))}
    rows: dict[object, PlannedRun | WeeklyRun | Race] = {}
    planned = []
    for lane in lanes.values():
        rows |= lane.plan.rows()
        planned += lane.plan.planned()
    done = [run.classified() for run in runs.values()]
    for found in match(planned, done, today=today, week_starts_on=runner.week_starts_on):
        run = runs[found.done.run.id] if found.done else None  # type: ignore[index]
        item = Item(found, rows[found.planned.id] if found.planned else None, run)
        lanes[found.day].items.append(item)
    mark_tapers(lanes, races, today)
    by_week: dict[date, list[Lane]] = defaultdict(list)
    for day, lane in lanes.items():
        by_week[runner.week_of(day)].append(lane)
    return [PlanWeek(of_week) for of_week in by_week.values()]


def mark_tapers(lanes: dict[date, Lane], races: Sequence[Race], today: date) -> None:
    """Write on each day to come what the races around it ask of strength; the severer stands."""
    for race in races:
        around = taper(race.facts())
        for word, span in (("light", around.light), ("free", around.free), ("free", around.after)):
            for lane in lanes.values():
                if span and span[0] <= lane.day <= span[1] and lane.day >= today and lane.strength != "free":
                    lane.strength = word
