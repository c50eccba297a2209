"""Estimated one-repetition maximum, only where a formula may be trusted."""

from collections.abc import Sequence
from statistics import median

from training.plan.progression.sets import Performance

MAX_REPS = 10
MAX_RIR = 4
# One session's estimate is a guess; the middle of three is worth something.
ESTIMATES = 3


def e1rm(kg: float | None, reps: int, rir: float | None) -> float | None:
    """The load in kilograms that could be lifted once: the mean of Epley and Brzycki (E40).

    None where the formulas do not hold: without a load, without a logged RIR (reps in reserve), with a RIR over 4,
    which nobody judges well (E39), and when reps and RIR together are more than 10.
    """
    if not kg or rir is None or reps < 1 or not 0 <= rir <= MAX_RIR:
        return None
    possible = reps + rir
    if possible > MAX_REPS:
        return None
    if possible <= 1:
        return kg
    epley = kg * (1 + possible / 30)
    brzycki = kg * 36 / (37 - possible)
    return (epley + brzycki) / 2


def estimated_maximum(history: Sequence[Performance]) -> float | None:
    """The median of the best estimates of the last three sessions that have one, kilograms; oldest session first."""
    best = (
        max(filter(None, (e1rm(one.kg, one.amount, one.rir) for one in done.sets)), default=None) for done in history
    )
    known = [estimate for estimate in best if estimate]
    return median(known[-ESTIMATES:]) if known else None
