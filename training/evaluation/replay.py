"""A logged history replayed week by week: what was foreseen and recommended on each Sunday, and what then came.

Each week is foreseen with the runs before its Monday alone, which are classified anew for it. What a day was is
decided once its own week is over.

The Brier score of a day is the sum over the kinds of day of (probability - what came)^2: 0 for a certain and right
word, 2 for a certain and wrong one. Two baselines judge it: "the same as last week" on each weekday, and the share of
each kind among all days so far.

Strength is taken to be done as recommended, so that rest between sessions and habit count as they would.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import mean

from training.plan.foresee import REACH, foresee
from training.plan.load import Classified, classify
from training.plan.recommend import recommend
from training.plan.week import HORIZON, Kind, RunFacts, monday_of, severest
from training.plan.wishes import LOG_DAYS, StrengthLog, Wishes

WEEK = timedelta(weeks=1)
DAY = timedelta(days=1)

# Two whole weeks are the least to foresee from; from a quarter of a year on a history is worth a verdict.
WARM_UP = 2 * WEEK
QUARTER_WEEKS = 13

# Nobody starts as a newcomer or after a break.
SESSIONS_BEHIND = 40
LAST_SESSION_BEFORE = 4 * DAY

HARD = (Kind.HARD, Kind.LONG, Kind.RACE)

type Chances = Mapping[Kind, float]


@dataclass(frozen=True, slots=True)
class Replay:
    """What a replay showed.

    `weeks` were foreseen. `brier`, `brier_last_week` and `brier_share` are means over their days. Of `placed`
    recommended days `before_hard` fell the day before a hard or long run or a race that really came; `days_before_hard`
    of all `days` did. `jumped` of `comparable` recommended days were on another weekday than any of the week before.
    """

    runs: int
    first: date
    last: date
    weeks: int
    brier: float
    brier_last_week: float
    brier_share: float
    placed: int
    before_hard: int
    days: int
    days_before_hard: int
    comparable: int
    jumped: int

    @property
    def reaches_a_quarter(self) -> bool:
        """Whether the history is long enough for a verdict."""
        return (self.last - self.first).days >= 7 * QUARTER_WEEKS

    @property
    def beats_both(self) -> bool:
        return self.brier < min(self.brier_last_week, self.brier_share)


def replay(runs: Sequence[RunFacts], *, hr_max: int | None = None, wishes: Wishes | None = None) -> Replay:
    """Replay a history. Raises ValueError where it has less than three whole weeks."""
    history = sorted(runs, key=lambda run: run.day)
    if not history or monday_of(history[-1].day + DAY) - monday_of(history[0].day) < WARM_UP + WEEK:
        raise ValueError("less than three whole weeks of runs")
    first, last = history[0].day, history[-1].day
    begin, end = monday_of(first), monday_of(last + DAY)
    kinds: dict[date, Kind] = {}
    weeks: list[_Week] = []
    for monday in (begin + n * WEEK for n in range(1, (end - begin) // WEEK + 1)):
        known = classify((run for run in history if run.day < monday), hr_max)
        kinds |= _what_came(monday - WEEK, known)
        if begin + WARM_UP <= monday < end:
            done = [day for week in weeks for day in week.chosen] or [monday - LAST_SESSION_BEFORE]
            weeks.append(_on_the_sunday_before(monday, known, first, kinds, done, wishes or Wishes()))
    return _told(history, weeks, kinds)


@dataclass(frozen=True, slots=True)
class _Week:
    """What was said of a week before it came: probabilities by day from three sides, and the days chosen."""

    foreseen: tuple[Chances, ...]
    as_last_week: tuple[Chances, ...]
    share: Chances
    days: tuple[date, ...]
    chosen: tuple[date, ...]


def _what_came(monday: date, known: Sequence[Classified]) -> dict[date, Kind]:
    """The kind of each day of a week, once the runs of it are known."""
    days = [monday + n * DAY for n in range(HORIZON)]
    return {day: severest([entry.day_kind for entry in known if entry.run.day == day]) for day in days}


def _on_the_sunday_before(
    monday: date,
    known: Sequence[Classified],
    first: date,
    kinds: Mapping[date, Kind],
    done: Sequence[date],
    wishes: Wishes,
) -> _Week:
    recent = [entry for entry in known if monday - entry.run.day <= REACH]
    week = foresee(recent, today=monday, first_log=first)
    log = StrengthLog(frozenset(day for day in done if (monday - day).days <= LOG_DAYS), SESSIONS_BEHIND + len(done))
    counts = Counter(kind for day, kind in kinds.items() if day >= first)
    days = tuple(outlook.day for outlook in week.days)
    return _Week(
        foreseen=tuple(outlook.probabilities for outlook in week.days),
        as_last_week=tuple({kinds[day - WEEK]: 1.0} for day in days),
        share={kind: count / counts.total() for kind, count in counts.items()},
        days=days,
        chosen=tuple(day.day for day in recommend(week, wishes, log).chosen),
    )


def _told(history: Sequence[RunFacts], weeks: Sequence[_Week], kinds: Mapping[date, Kind]) -> Replay:
    days = [day for week in weeks for day in week.days]
    # The last Sunday's tomorrow has not come.
    followed = [day for day in days if day + DAY in kinds]
    placed = [day for week in weeks for day in week.chosen if day + DAY in kinds]
    again = [(week.chosen, {day.weekday() for day in before.chosen}) for before, week in pairwise(weeks)]
    moves = [day.weekday() not in weekdays for chosen, weekdays in again if weekdays for day in chosen]
    return Replay(
        runs=len(history),
        first=history[0].day,
        last=history[-1].day,
        weeks=len(weeks),
        brier=_brier(weeks, kinds, lambda week: week.foreseen),
        brier_last_week=_brier(weeks, kinds, lambda week: week.as_last_week),
        brier_share=_brier(weeks, kinds, lambda week: (week.share,) * HORIZON),
        placed=len(placed),
        before_hard=sum(kinds[day + DAY] in HARD for day in placed),
        days=len(followed),
        days_before_hard=sum(kinds[day + DAY] in HARD for day in followed),
        comparable=len(moves),
        jumped=sum(moves),
    )


def _brier(weeks: Sequence[_Week], kinds: Mapping[date, Kind], said: Callable[[_Week], tuple[Chances, ...]]) -> float:
    return mean(
        sum((chances.get(kind, 0.0) - (kind is kinds[day])) ** 2 for kind in Kind)
        for week in weeks
        for day, chances in zip(week.days, said(week), strict=True)
    )
