"""Loads that can really be put on: rounded to the increment, up by a little, down without fail. Kilograms."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import floor

from training.plan.progression.rules import MovementRule
from training.plan.progression.sets import Performance, SetTarget

# At most this share more a week (E37).
WEEKLY_RISE = 0.10
WEEK = timedelta(days=7)

# Sums of floats: 1.1 x 50 is a hair more than 55.
HAIR = 1e-6


def raised(kg: float, rule: MovementRule) -> float:
    """The next load up: the rule's share more to the nearest increment, and at least the next increment."""
    nearest = round(kg * (1 + rule.rise) / rule.increment) * rule.increment
    following = (floor(kg / rule.increment + HAIR) + 1) * rule.increment
    return max(nearest, following)


def lowered(kg: float, share: float, increment: float) -> float:
    """That share of the load, rounded down to the increment, but never to nothing."""
    return max(floor(kg * share / increment + HAIR) * increment, min(kg, increment))


def weekly_limit(full: Sequence[Performance], on: date) -> float:
    """The heaviest load that `on` may bring: 10 % over what was lifted a week before, else over the first load.

    A load that was kept for several weeks may rise by 10 % for each of them: without that, someone whose dumbbells go
    up in steps of 20 % could never take the next ones.
    """
    loads = [(done.day, done.top_kg) for done in full if done.top_kg]
    if not loads:
        return 0.0
    day, kg = loads[-1]
    for earlier, load in reversed(loads):
        if load < kg - HAIR:
            break
        day = earlier
    weeks = (on - day) // WEEK
    if weeks >= 1:
        return kg * (1 + WEEKLY_RISE * weeks) + HAIR
    week_ago = [load for day, load in loads if on - day >= WEEK]
    return (week_ago[-1] if week_ago else loads[0][1]) * (1 + WEEKLY_RISE) + HAIR


def reduced(sets: Sequence[SetTarget], share: float, rule: MovementRule) -> tuple[SetTarget, ...]:
    """Each set at that share of its load. Where there is none to take off, of its reps or seconds, but not below the
    range: a target under it would count as a failed set next time.
    """
    less = []
    for target in sets:
        kg = target.kg and lowered(target.kg, share, rule.increment)
        if kg and target.kg and kg < target.kg:
            less.append(SetTarget(target.amount, kg))
        else:
            fewer = max(floor(target.amount * share), min(target.amount, rule.low))
            less.append(SetTarget(fewer, target.kg))
    return tuple(less)
