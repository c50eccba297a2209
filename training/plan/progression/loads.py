"""Loads up and down: to what can really be put on, up by a little, down without fail. Kilograms."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import floor

from training.plan.progression.rules import MovementRule
from training.plan.progression.sets import Performance, SetTarget
from training.plan.progression.weights import HAIR, Loads

# At most this share more a week (E37).
WEEKLY_RISE = 0.10
WEEK = timedelta(days=7)


def raised(kg: float, rule: MovementRule) -> float | None:
    """The next load up: nearest to the rule's share more, and at least the next one; None where there is none."""
    following = rule.steps.next(kg)
    return following and max(rule.steps.nearest(kg * (1 + rule.rise)), following)


def lowered(kg: float, share: float, loads: Loads) -> float:
    """That share of the load, down to one that there is, but never to nothing."""
    return loads.at_most(kg * share) or min(kg, loads.next(0) or kg)


def weekly_limit(full: Sequence[Performance], on: date) -> float:
    """The heaviest load that `on` may bring: 10 % over what was lifted a week before, else over the first load.

    Where less was lifted since, after pain or a break, that counts.

    A load that was kept for several weeks may rise by 10 % for each of them: without that, someone whose dumbbells go
    up in steps of 20 % could never take the next ones.
    """
    loads = [(done.day, done.top_kg) for done in full if done.top_kg]
    if not loads:
        return 0.0
    day, kg = loads[-1]
    for earlier, load in reversed(loads):
        if abs(load - kg) > HAIR:
            break
        day = earlier
    weeks = (on - day) // WEEK
    if weeks >= 1:
        return kg * (1 + WEEKLY_RISE * weeks) + HAIR
    week_ago = [load for day, load in loads if on - day >= WEEK]
    return min(kg, week_ago[-1] if week_ago else loads[0][1]) * (1 + WEEKLY_RISE) + HAIR


def reduced(sets: Sequence[SetTarget], share: float, rule: MovementRule) -> tuple[SetTarget, ...]:
    """Each set at that share of its load. Where there is none to take off, of its reps or seconds, but not below the
    range: a target under it would count as a failed set next time.
    """
    less = []
    for target in sets:
        kg = target.kg and lowered(target.kg, share, rule.steps)
        if kg and target.kg and kg < target.kg:
            less.append(SetTarget(target.amount, kg))
        else:
            fewer = max(floor(target.amount * share), min(target.amount, rule.low))
            less.append(SetTarget(fewer, target.kg))
    return tuple(less)
