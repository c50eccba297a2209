"""Which reasons are worth saying: for a chosen day what speaks for it and what most against, for another why not."""

from collections.abc import Iterator
from datetime import date

from training.plan.constraints import no_load_increase
from training.plan.costs import DayCost, minutes_left
from training.plan.day_sets import LAST_FREE_DAY, DaySet, takes_last_free
from training.plan.rules import Reason, because
from training.plan.week import CONTEXT, HORIZON, ComingWeek, Kind, Outlook
from training.plan.wishes import LEAST_MINUTES, Wishes

# A small chance of a cheap thing is not worth a sentence.
WORTH_SAYING = 0.25

# From this on, a refused day's own cost is its reason; below it, what speaks against it is the days chosen instead.
DECISIVE = 2.0

KEEP_IT_SHORT_FROM = 5.0
MAY_TURN_HARD = 0.2

# A chosen day that costs as much as strength on a hard day: the week offers no good one.
NO_GOOD_DAY = 4.0


def why(cost: DayCost) -> tuple[Reason, ...]:
    """For a chosen day: the two terms that cost least and, if it is another, the one that costs most."""
    terms = sorted(_worth_saying(cost.terms), key=lambda term: term.cost)
    return (*terms[:2], *terms[2:][-1:])


def obstacle(cost: DayCost) -> Reason | None:
    """The term that makes a day a poor one for strength; None where none weighs enough."""
    largest = max(cost.terms, key=lambda term: term.cost)
    return largest if largest.cost >= DECISIVE else None


def why_own(moved_from: date | None, hinders: Reason | None, cost: DayCost) -> tuple[Reason, ...]:
    """For a session that the runner put there: the rule it breaks, if any, and what speaks for the day."""
    said = [because("own-choice", moved_from=moved_from), *([hinders] if hinders else [])]
    return (*said, *(reason for reason in why(cost)[:2] if reason != hinders))[:3]


def why_not(
    day: int, chosen: DaySet, cost: DayCost, week: ComingWeek, *, free_days: int, extra: float | None
) -> tuple[Reason, ...]:
    """For a day that is feasible but not chosen, the reason that weighs most.

    `extra` is what the best set with this day costs more than the chosen one; None where there is no room for it.
    """
    own = [*_worth_saying(cost.terms)]
    if takes_last_free(chosen.mask | 1 << day, free_days) and free_days >> day & 1:
        own.append(because("last-free-day", LAST_FREE_DAY))
    largest = max(own, key=lambda term: term.cost)
    weekdays = tuple(week.days[other].day.weekday() for other in chosen.days)
    if largest.cost >= DECISIVE or not weekdays:
        return (largest,)
    if any(_beside(day, other, week) for other in chosen.days):
        return (because("next-to-strength-day", chosen=weekdays),)
    if extra is None:
        return (because("enough-sessions", chosen=weekdays),)
    return (because("better-days-chosen", chosen=weekdays, extra=extra),)


def _worth_saying(terms: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """All but the improbable trifles, unless little else is left. What costs nothing speaks for the day."""
    worth = tuple(term for term in terms if abs(term.cost) >= WORTH_SAYING or not term.cost)
    return worth if len(worth) > 1 else terms


def _beside(day: int, other: int, week: ComingWeek) -> bool:
    apart = abs(day - other)
    return apart == 1 or (week.repeats and apart == HORIZON - 1)


def advice(day: int, cost: DayCost, week: ComingWeek) -> Iterator[Reason]:
    """What to mind on a chosen day."""
    today, tomorrow = week.days[day], week.window[day + CONTEXT + 1]
    if cost.tomorrow >= KEEP_IT_SHORT_FROM:
        yield because("keep-it-short-before-hard", weekday=tomorrow.day.weekday(), kind=tomorrow.likeliest)
    if today.chance(Kind.LONG) >= 0.5:
        yield because("keep-it-short-after-long-run")
    hard = _hard(today)
    if hard >= 0.5:
        yield because("run-first-leave-3-hours")
    elif hard >= MAY_TURN_HARD:
        yield because("if-it-turns-hard-lift-after", weekday=today.day.weekday(), probability=hard)
    if (hold := no_load_increase(today.day, week.races)) is not None:
        yield hold


def _hard(outlook: Outlook) -> float:
    return outlook.chance(Kind.HARD) + outlook.hard_long


def minutes_for_session(outlook: Outlook, wishes: Wishes) -> float:
    """How long a session on this day can be: the wished length, or what the run leaves if that is worth a session."""
    return max(LEAST_MINUTES, min(wishes.session_minutes, minutes_left(outlook, wishes)))
