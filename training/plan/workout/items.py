"""A movement of a workout with its sets and rests, and how many minutes it takes."""

from dataclasses import dataclass, replace

from training.plan.progression.sets import Explanation, SetTarget

WARM_UP_MINUTES = 6
SHORT_WARM_UP_MINUTES = 3
CHANGE_MINUTES = 1
"""Between movements: put the weights away, fetch the next ones, read the target."""
SECONDS_PER_REP = 3
"""Two down, one up; twice that for a movement done on each leg."""

# A rest may shrink to two thirds, in steps of five seconds; heavy sets need two minutes (2-3 min, E37).
SHORTEST, LEAST_SHARE, HEAVY_REST, STEP = 30, 2 / 3, 120, 5


def warm_up_minutes(movements: int) -> float:
    """One movement or two are warmed up for with easier sets of themselves (E44)."""
    return SHORT_WARM_UP_MINUTES if movements <= 2 else WARM_UP_MINUTES


@dataclass(frozen=True, slots=True)
class Item:
    """One movement of a workout. `sets` hold reps (per side where `per_leg`) or seconds, and kilograms or None."""

    movement: str
    variation: str
    sets: tuple[SetTarget, ...]
    per_leg: bool
    seconds: bool
    rest: int
    """Seconds after each set."""
    reserve: int
    """Repetitions that each set should at least leave in reserve (RIR)."""
    why: Explanation | None = None
    suggest: str | None = None

    @property
    def minutes(self) -> float:
        """Predicted: work and rest of each set, and a minute to change over."""
        pace = (1 if self.seconds else SECONDS_PER_REP) * (2 if self.per_leg else 1)
        return sum(target.amount * pace + self.rest for target in self.sets) / 60 + CHANGE_MINUTES

    @property
    def least_rest(self) -> int:
        """The shortest rest, in seconds, with which its sets are still the same sets."""
        if self.rest >= HEAVY_REST:
            return HEAVY_REST
        return min(self.rest, max(SHORTEST, STEP * round(self.rest * LEAST_SHARE / STEP)))

    def resting(self, share: float) -> "Item":
        """With a rest between the shortest (0) and its own (1), down to whole steps of five seconds."""
        if share >= 1:
            return self
        return replace(self, rest=self.least_rest + int((self.rest - self.least_rest) * share / STEP) * STEP)
