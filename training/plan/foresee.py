"""What the coming seven days will probably be: the runner's own plan where there is one, else what the weekdays usually
are (weekdays.py)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from training.plan.load import Classified
from training.plan.week import (
    CONTEXT,
    HORIZON,
    ComingWeek,
    Kind,
    Outlook,
    PlannedRun,
    Priority,
    Race,
    monday_of,
    severest,
)
from training.plan.weekdays import REST, LoggedDay, Weekdays
from training.plan.weekdays import WEEKS_BACK as WEEKS_BACK

RECENT = timedelta(days=28)

# How far back anything is asked for.
REACH = timedelta(weeks=WEEKS_BACK)

# The longest wait after a race, an ultra's, is nine days.
RACE_MEMORY = timedelta(days=14)


def foresee(
    logged: Iterable[Classified],
    *,
    today: date,
    planned: Iterable[PlannedRun] = (),
    races: Iterable[Race] = (),
    skip_weeks: Collection[date] = (),
    session_days: Collection[date] = (),
    lift_after_run: bool = False,
    first_log: date | None = None,
) -> ComingWeek:
    """The coming week from what was run and what is planned.

    Day 0 is today, or tomorrow when a run or a strength session is already logged today. With `lift_after_run` a run
    leaves today open, since strength comes best after it (E17), and today is then what was run. A calendar week with a
    planned run in it counts as planned whole: its other days are rest. `skip_weeks` are the Mondays of weeks to
    forget; `session_days` the days of strength sessions. `first_log` is the day of the first run ever, where `logged`
    does not reach back to it: silent weeks after it are weeks of rest, those before it are unknown.
    """
    past = [entry for entry in logged if entry.run.day <= today]
    first_log = min((day for day in (first_log, *(entry.run.day for entry in past)) if day), default=None)
    runs = [entry for entry in past if today - entry.run.day <= REACH]
    days = _logged_days(runs)
    run_today = today in days
    over = today in session_days or (run_today and not lift_after_run)
    start = today + timedelta(days=1) if over else today
    recent = [entry for entry in runs if start - entry.run.day <= RECENT and entry.kind is not Kind.CROSS]
    history = Weekdays(days, start, skip_weeks, first_log, len(recent))
    calendar = _Calendar(planned, races)
    dates = [start + timedelta(days=offset) for offset in range(HORIZON + CONTEXT)]
    ahead = tuple(calendar.outlook(day, history) or history.outlook(day) for day in dates)
    if run_today and not over:
        ahead = (_logged(today, days), *ahead[1:])
    run_races = (
        Race(entry.run.day, entry.run.metres / 1000 if entry.run.metres else None)
        for entry in runs
        if entry.kind is Kind.RACE and start - entry.run.day <= RACE_MEMORY
    )
    return ComingWeek(
        days=ahead[:HORIZON],
        before=tuple(_logged(start - timedelta(days=back), days) for back in range(CONTEXT, 0, -1)),
        after=ahead[HORIZON:],
        races=tuple(sorted({*calendar.races.values(), *run_races}, key=lambda race: (race.day, race.priority))),
        regularity=history.regularity,
        usable_weeks=history.usable_weeks,
        sparse=history.sparse,
    )


@dataclass(frozen=True, slots=True)
class TypicalDay:
    """One weekday of a week tapped in by hand. Without minutes, six a kilometre; without either, none."""

    kind: Kind
    minutes: float | None = None
    km: float | None = None


def typical_week(days: Sequence[TypicalDay], race: tuple[int, Priority, float | None] | None = None) -> ComingWeek:
    """A week from Monday that repeats, with at most one race (weekday, priority, kilometres) that does not.

    A day tapped as a race without more being known is one of priority C. Before and after this week, a long run stands
    where the race is: race week follows and precedes ordinary weeks.
    """
    if len(days) != HORIZON:
        raise ValueError("a typical week has seven days")
    monday = date(2001, 1, 1)  # any Monday will do
    kinds = [day.kind for day in days]
    if race is not None:
        kinds[race[0]] = Kind.RACE
    ordinary = [Kind.LONG if kind is Kind.RACE else kind for kind in kinds]
    minutes = [day.minutes if day.minutes is not None else 6 * (day.km or 0.0) for day in days]

    def outlook(offset: int) -> Outlook:
        kind = (kinds if 0 <= offset < HORIZON else ordinary)[offset % HORIZON]
        return Outlook.certain(monday + timedelta(days=offset), kind, minutes=minutes[offset % HORIZON])

    priorities: dict[int, tuple[Priority, float | None]] = {race[0]: race[1:]} if race is not None else {}
    return ComingWeek(
        days=tuple(outlook(offset) for offset in range(HORIZON)),
        before=tuple(outlook(offset) for offset in range(-CONTEXT, 0)),
        after=tuple(outlook(offset) for offset in range(HORIZON, HORIZON + CONTEXT)),
        races=tuple(
            Race(monday + timedelta(days=index), km or days[index].km, priority)
            for index, kind in enumerate(kinds)
            if kind is Kind.RACE
            for priority, km in [priorities.get(index, ("C", None))]
        ),
        repeats=True,
    )


def _logged_days(runs: Iterable[Classified]) -> dict[date, LoggedDay]:
    by_day: dict[date, list[Classified]] = defaultdict(list)
    for entry in runs:
        by_day[entry.run.day].append(entry)
    return {
        day: LoggedDay(
            severest([entry.day_kind for entry in entries]),
            any(entry.hard_long for entry in entries),
            sum(entry.run.minutes for entry in entries),
        )
        for day, entries in by_day.items()
    }


def _logged(day: date, days: Mapping[date, LoggedDay]) -> Outlook:
    logged = days.get(day, REST)
    return Outlook.certain(day, logged.kind, minutes=logged.minutes, source="logged", hard=logged.hard_long)


class _Calendar:
    """What the runner has planned, day by day."""

    def __init__(self, planned: Iterable[PlannedRun], races: Iterable[Race]) -> None:
        self.runs: dict[date, list[PlannedRun]] = defaultdict(list)
        for run in planned:
            self.runs[run.day].append(run)
        self.weeks = {monday_of(day) for day in self.runs}
        self.races = {race.day: race for race in races}

    def outlook(self, day: date, history: Weekdays) -> Outlook | None:
        """The day as planned; None on a day of a week without a plan. Unplanned minutes are the weekday's usual."""
        runs = self.runs.get(day, ())
        if day not in self.races and monday_of(day) not in self.weeks:
            return None
        kind = Kind.RACE if day in self.races else severest([run.kind for run in runs])
        if kind is Kind.REST:
            return Outlook.certain(day, kind)
        told = [run.minutes for run in runs if run.minutes is not None]
        minutes = sum(told) if told else history.usual_minutes(day.weekday())
        return Outlook.certain(day, kind, minutes=minutes, hard=any(run.hard for run in runs))
