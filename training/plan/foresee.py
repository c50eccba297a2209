"""What the coming seven days will probably be: the runner's own plan where there is one, else the last eight weeks.

    P(kind on a weekday) = (sum over weeks k of 0.75^k [that weekday was of this kind] + 0.5 x P0(kind))
                           / (sum over weeks k of 0.75^k + 0.5)

k = 0 is the seven days that end the day before day 0, so that the latest of each weekday counts most on any day of the
week. P0 is the share of the kind among all days, rest included. Weeks flagged ill, injured or on holiday, and those
before the first log, are left out.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from types import MappingProxyType

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

WEEKS_BACK = 8
FADE = 0.75
PRIOR = 0.5

# Too little to infer from: fewer usable weeks, or fewer runs in 28 days.
LEAST_WEEKS = 2
LEAST_RUNS = 4
RECENT = timedelta(days=28)

# How far back anything is asked for.
REACH = timedelta(weeks=WEEKS_BACK)

# The longest wait after a race, an ultra's, is nine days.
RACE_MEMORY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class _Day:
    """A logged day: its kind, whether it held a hard long run, its minutes of running."""

    kind: Kind
    hard_long: bool
    minutes: float


_REST = _Day(Kind.REST, False, 0.0)


def foresee(
    logged: Iterable[Classified],
    *,
    today: date,
    planned: Iterable[PlannedRun] = (),
    races: Iterable[Race] = (),
    skip_weeks: Collection[date] = (),
    session_days: Collection[date] = (),
) -> ComingWeek:
    """The coming week from what was run and what is planned.

    Day 0 is today, or tomorrow when a run or a strength session is already logged today. A calendar week with a
    planned run in it counts as planned whole: its other days are rest. `skip_weeks` are the Mondays of weeks to
    forget; `session_days` the days of strength sessions.
    """
    past = [entry for entry in logged if entry.run.day <= today]
    first_log = min((entry.run.day for entry in past), default=None)
    runs = [entry for entry in past if today - entry.run.day <= REACH]
    days = _logged_days(runs)
    start = today + timedelta(days=1) if today in days or today in session_days else today
    recent = [entry for entry in runs if start - entry.run.day <= RECENT and entry.kind is not Kind.CROSS]
    history = _History(days, start, skip_weeks, first_log, len(recent))
    calendar = _Calendar(planned, races)
    dates = [start + timedelta(days=offset) for offset in range(HORIZON + CONTEXT)]
    ahead = tuple(calendar.outlook(day, history) or history.outlook(day) for day in dates)
    run_races = (
        Race(entry.run.day, entry.run.metres / 1000 if entry.run.metres else None)
        for entry in runs
        if entry.kind is Kind.RACE and start - entry.run.day <= RACE_MEMORY
    )
    return ComingWeek(
        days=ahead[:HORIZON],
        before=tuple(_past(start - timedelta(days=back), days) for back in range(CONTEXT, 0, -1)),
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


def _logged_days(runs: Iterable[Classified]) -> dict[date, _Day]:
    by_day: dict[date, list[Classified]] = defaultdict(list)
    for entry in runs:
        by_day[entry.run.day].append(entry)
    return {
        day: _Day(
            severest([entry.day_kind for entry in entries]),
            any(entry.hard_long for entry in entries),
            sum(entry.run.minutes for entry in entries),
        )
        for day, entries in by_day.items()
    }


def _past(day: date, days: Mapping[date, _Day]) -> Outlook:
    logged = days.get(day, _REST)
    return Outlook.certain(day, logged.kind, minutes=logged.minutes, source="logged", hard=logged.hard_long)


class _Calendar:
    """What the runner has planned, day by day."""

    def __init__(self, planned: Iterable[PlannedRun], races: Iterable[Race]) -> None:
        self.runs: dict[date, list[PlannedRun]] = defaultdict(list)
        for run in planned:
            self.runs[run.day].append(run)
        self.weeks = {monday_of(day) for day in self.runs}
        self.races = {race.day: race for race in races}

    def outlook(self, day: date, history: "_History") -> Outlook | None:
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


class _History:
    """The last eight weeks, weekday by weekday, latest first, with the weight of each day."""

    def __init__(
        self,
        days: Mapping[date, _Day],
        start: date,
        skip_weeks: Collection[date],
        first_log: date | None,
        recent_runs: int,
    ) -> None:
        first_week = monday_of(first_log) if first_log is not None else start
        self.by_weekday: dict[int, list[tuple[float, _Day]]] = {weekday: [] for weekday in range(7)}
        for back in range(1, 7 * WEEKS_BACK + 1):
            day = start - timedelta(days=back)
            if day >= first_week and monday_of(day) not in skip_weeks:
                weight = FADE ** ((back - 1) // 7)
                self.by_weekday[day.weekday()].append((weight, days.get(day, _REST)))
        self.usable_weeks = min(len(entries) for entries in self.by_weekday.values())
        self.sparse = self.usable_weeks < LEAST_WEEKS or recent_runs < LEAST_RUNS
        everyday = Counter(logged.kind for entries in self.by_weekday.values() for _, logged in entries)
        self.share = {kind: count / everyday.total() for kind, count in everyday.items()}
        self.chances = {weekday: self._chances(weekday) for weekday in range(7)} if not self.sparse else {}

    def _chances(self, weekday: int) -> Mapping[Kind, float]:
        sums = {kind: PRIOR * share for kind, share in self.share.items()}
        for weight, logged in self.by_weekday[weekday]:
            sums[logged.kind] += weight
        total = sum(sums.values())
        return MappingProxyType({kind: sums[kind] / total for kind in Kind if kind in sums})

    @property
    def regularity(self) -> float:
        """The mean over the weekdays of the probability of the likeliest kind; 0 when too sparse to say."""
        return sum(max(chances.values()) for chances in self.chances.values()) / 7 if self.chances else 0.0

    def usual_minutes(self, weekday: int) -> float:
        """The median minutes of the weekday's runs; 0 without any."""
        minutes = [logged.minutes for _, logged in self.by_weekday[weekday] if logged.minutes]
        return median(minutes) if minutes else 0.0

    def outlook(self, day: date) -> Outlook:
        """The day by its weekday; rest where there is too little to infer from."""
        if self.sparse:
            return Outlook.certain(day, Kind.REST, source="guess")
        weekday = day.weekday()
        chances, entries = self.chances[weekday], self.by_weekday[weekday]
        long_weight = sum(weight for weight, logged in entries if logged.kind is Kind.LONG)
        hard_long_weight = sum(weight for weight, logged in entries if logged.kind is Kind.LONG and logged.hard_long)
        return Outlook(
            day=day,
            probabilities=chances,
            minutes=0.0 if chances.get(Kind.REST, 0.0) >= 0.5 else self.usual_minutes(weekday),
            source="inferred",
            hard_long=chances[Kind.LONG] * hard_long_weight / long_weight if long_weight else 0.0,
            seen=MappingProxyType(Counter(logged.kind for _, logged in entries)),
            weeks=len(entries),
        )
