"""How long this runner takes: what the last sessions took against what was predicted for the same sets."""

from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

SESSIONS = 6
# One session may have been a chat; three are a habit.
FEWEST = 3
SLOWEST, FASTEST = 1.5, 0.75
# Outside of these somebody forgot to finish, or typed it in afterwards.
BELIEVABLE = (0.4, 2.5)


class Timed(NamedTuple):
    """Minutes of one session."""

    predicted: float
    actual: float


def pace_of(sessions: Sequence[Timed]) -> float:
    """The median of actual / predicted over the last six believable sessions, oldest first; 1.0 for fewer than three.

    Never under 0.75 nor over 1.5: beyond that it is the prediction that is to be looked at, not the runner.
    """
    least, most = BELIEVABLE
    ratios = [one.actual / one.predicted for one in sessions if one.predicted > 0]
    known = [ratio for ratio in ratios if least <= ratio <= most][-SESSIONS:]
    return min(SLOWEST, max(FASTEST, median(known))) if len(known) >= FEWEST else 1.0
