"""What a strength session costs on each day of the coming week, term by term.

The numbers are judgement (grade D); their order follows E11-E21: the day before a hard run is worst, then the day
before a long one, then the hard or long day itself. A day that is not certain costs its expectation. Where published
weeks showed a better number, docs/recommender.md says which and why.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from training.plan.rules import Reason, because
from training.plan.week import CONTEXT, HORIZON, ComingWeek, Kind, Outlook
from training.plan.wishes import StrengthLog, Style, Wishes

# fmt: off
#                           rest  cross  easy  moderate  hard  long  race
SAME_DAY = {
    Style.EASY_DAYS:        (1.0,  0.0,  0.0,    2.0,     4.0,  7.0,  7.0),
    Style.STACK:            (2.0,  0.5,  1.5,    1.0,     0.0,  6.0,  6.0),
}
NEXT_DAY =                  (0.0,  0.0,  0.0,    1.5,     6.0,  5.0,  6.0)
DAY_AFTER_NEXT =            (0.0,  0.0,  0.0,    0.0,     1.0,  1.0,  1.0)
PREVIOUS_DAY =              (0.0,  0.0,  0.0,    0.0,     1.0,  1.5,  1.5)
# fmt: on

# Who has at least three free days pays less for using one (on easy days; stackers keep them free), and in either
# style more for strength on the day of an easy run: strength keeps best a day apart from running (E16).
PLENTY_FREE_DAYS = 3
REST_DAY_OF_PLENTY = 0.5
EASY_RUN_WITH_DAYS_TO_SPARE = 1.0
EASY_RUN_OVER_AN_HOUR = 1.0

SHORT_SESSION = 1.5
PREFERRED_WEEKDAY = -1.0
HABIT = -0.5
HABIT_WEEKS = 4
HABIT_TIMES = 2
SPIKE_THEN_LONG_TOMORROW = 2.0
SPIKE_THEN_LONG_YESTERDAY = 1.0

type Row = tuple[float, ...]

# The codes of the rules, a kind a column.
SAME_RULES = tuple(f"on-{kind}-day" for kind in Kind)
STACK_RULES = tuple(f"stack-on-{kind}-day" for kind in Kind)
NEXT_RULES = tuple(f"day-before-{kind}" for kind in Kind)
DAY_AFTER_RULES = tuple(f"two-days-before-{kind}" for kind in Kind)
PREVIOUS_RULES = tuple(f"day-after-{kind}" for kind in Kind)


@dataclass(frozen=True, slots=True)
class DayCost:
    """What strength on one day costs, term by term. `tomorrow` is the part that the next day's run pays."""

    terms: tuple[Reason, ...]
    cost: float
    tomorrow: float


def costs_by_day(
    week: ComingWeek, wishes: Wishes, log: StrengthLog, spike_percent: float | None
) -> tuple[DayCost, ...]:
    """The cost of strength on each of the seven days, whether or not the day is feasible."""
    free = sum(outlook.free for outlook in week.days)
    to_spare = free if free >= PLENTY_FREE_DAYS else 0
    same_day: Row = SAME_DAY[wishes.style]
    if to_spare and wishes.style is Style.EASY_DAYS:
        same_day = (REST_DAY_OF_PLENTY, *same_day[1:])
    return tuple(_day_cost(week, day, same_day, wishes, log, spike_percent, to_spare) for day in range(HORIZON))


def _day_cost(
    week: ComingWeek,
    day: int,
    same_day: Row,
    wishes: Wishes,
    log: StrengthLog,
    spike_percent: float | None,
    to_spare: int,
) -> DayCost:
    yesterday, today, tomorrow, day_after = week.window[day + CONTEXT - 1 : day + CONTEXT + 3]
    same_rules = STACK_RULES if wishes.style is Style.STACK else SAME_RULES
    next_terms = list(_expectation(tomorrow, NEXT_DAY, NEXT_RULES, always=True))
    terms = [
        *_expectation(today, same_day, same_rules, always=True),
        *next_terms,
        *_expectation(day_after, DAY_AFTER_NEXT, DAY_AFTER_RULES),
        *_expectation(yesterday, PREVIOUS_DAY, PREVIOUS_RULES),
        *_easy_run(today, wishes, to_spare),
        *_own_week(today, wishes, log, week),
        *(_spike(yesterday, tomorrow, spike_percent) if spike_percent is not None else ()),
    ]
    return DayCost(tuple(terms), sum(term.cost for term in terms), sum(term.cost for term in next_terms))


def _expectation(outlook: Outlook, row: Row, rules: tuple[str, ...], *, always: bool = False) -> Iterator[Reason]:
    """One term per kind that the day may be and that costs something; `always` one for its likeliest kind too."""
    likeliest = outlook.likeliest if always else None
    for kind, probability in outlook.probabilities.items():
        cost = probability * row[kind.severity]
        if kind is Kind.LONG:
            cost += outlook.hard_long * max(0.0, row[Kind.HARD.severity] - row[Kind.LONG.severity])
        if cost or kind is likeliest:
            yield because(
                rules[kind.severity],
                cost,
                weekday=outlook.day.weekday(),
                kind=kind,
                probability=probability,
                source=outlook.source,
                seen=outlook.seen.get(kind, 0),
                weeks=outlook.weeks,
            )


def _easy_run(today: Outlook, wishes: Wishes, to_spare: int) -> Iterator[Reason]:
    """What makes an easy run's day less than ideal: free days that would do, or a run over an hour."""
    easy = today.chance(Kind.EASY)
    if easy and to_spare:
        yield because("on-easy-day-with-days-to-spare", easy * EASY_RUN_WITH_DAYS_TO_SPARE, free=to_spare)
    if easy and today.minutes > 60 and wishes.style is Style.EASY_DAYS:
        yield because("on-easy-day-over-an-hour", easy * EASY_RUN_OVER_AN_HOUR, minutes=today.minutes)


def _own_week(today: Outlook, wishes: Wishes, log: StrengthLog, week: ComingWeek) -> Iterator[Reason]:
    """Terms of the runner's own making: time, preference, habit."""
    weekday = today.day.weekday()
    left = minutes_left(today, wishes)
    if left < wishes.session_minutes:
        yield because("short-session", SHORT_SESSION, minutes=left, wished_minutes=wishes.session_minutes)
    if weekday in wishes.preferred:
        yield because("preferred-weekday", PREFERRED_WEEKDAY)
    times = habit_times(weekday, log, week)
    if times >= HABIT_TIMES:
        yield because("habit", HABIT, times=times, weeks=HABIT_WEEKS)


def _spike(yesterday: Outlook, tomorrow: Outlook, percent: float) -> Iterator[Reason]:
    """After a spike (E33), strength keeps further away from long runs."""
    for outlook, rule, cost in (
        (tomorrow, "spike-then-long-tomorrow", SPIKE_THEN_LONG_TOMORROW),
        (yesterday, "spike-then-long-yesterday", SPIKE_THEN_LONG_YESTERDAY),
    ):
        if chance := outlook.chance(Kind.LONG):
            yield because(rule, chance * cost, probability=chance, percent=percent)


def minutes_left(today: Outlook, wishes: Wishes) -> float:
    """The minutes for strength that the day's run leaves; infinite on a weekday without a limit."""
    limit = wishes.minutes.get(today.day.weekday())
    return float("inf") if limit is None else limit - today.minutes


def habit_times(weekday: int, log: StrengthLog, week: ComingWeek) -> int:
    """In how many of the last four weeks strength was done on this weekday."""
    since = week.start - timedelta(weeks=HABIT_WEEKS)
    return sum(since <= day < week.start and day.weekday() == weekday for day in log.days)
