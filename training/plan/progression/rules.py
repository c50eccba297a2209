"""How each of the seven movements starts, between which numbers it is trained, and by what it grows."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Literal

from training.plan.progression.ladders import HELD, can_be_done
from training.plan.progression.weights import Held, Loads, Weights

type Range = tuple[int, int]
type Unit = Literal["reps", "seconds"]


@dataclass(frozen=True, slots=True)
class MovementRule:
    """The dose and the steps of one movement (E37, E38; E41 for the plank, E42 for the calf raise).

    `low` and `high` are reps, per leg where the movement is done on one leg, or seconds of a hold. `ladder` runs from
    the easiest variation to the hardest; `ranges` holds those variations that have a range of their own.
    """

    movement: str
    low: int
    high: int
    start: int
    """Reps or seconds of a novice's first sets."""
    start_sets: int = 3
    """Sets in a novice's first week."""
    sets: int = 3
    unit: Unit = "reps"
    climb: int = 1
    """Reps or seconds that a set grows by below the top of the range."""
    rise: float = 0.05
    """Share by which the load rises; at least one increment."""
    increment: float = 2.5
    """The usual step of load in kilograms, where the runner's own weights are not known."""
    loads: Loads | None = None
    """The loads that the runner owns for this variation."""
    rest: int | None = None
    """Seconds between sets; None: as the guide says."""
    heavy: bool = False
    """Phase 2: few reps with a heavy load."""
    ladder: tuple[str, ...] = ()
    ranges: Mapping[str, Range] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, variation: str, own: Range | None = None) -> "MovementRule":
        """The rule with the range of one variation: `own` if its guide gives one, else the one known here.

        A variation with another range than the movement's starts at its bottom.
        """
        low, high = own or self.ranges.get(variation, (self.low, self.high))
        return replace(self, low=low, high=high, start=self.start if (low, high) == (self.low, self.high) else low)

    def owning(self, variation: str, weights: Weights, equipment: Collection[str] = ()) -> "MovementRule":
        """The rule with the loads that the runner's weights make, and the rungs that can be done with the equipment."""
        rungs = tuple(rung for rung in self.ladder if rung == variation or can_be_done(rung, equipment))
        return replace(self, ladder=rungs, loads=weights.of(HELD.get(variation, Held.PAIR)))

    @property
    def steps(self) -> Loads:
        """The loads between which it moves."""
        return self.loads or Loads(self.increment, self.increment)

    def harder(self, variation: str) -> str | None:
        """The next rung of the ladder; None at its top or for a variation that is not on it."""
        return self._rung(variation, 1)

    def easier(self, variation: str) -> str | None:
        """The rung below; None at the foot of the ladder or for a variation that is not on it."""
        return self._rung(variation, -1)

    def _rung(self, variation: str, step: int) -> str | None:
        if variation not in self.ladder:
            return None
        place = self.ladder.index(variation) + step
        return self.ladder[place] if 0 <= place < len(self.ladder) else None


_RULES = (
    MovementRule(
        "squat",
        low=10,
        high=15,
        start=10,
        start_sets=2,
        ladder=(
            "box-squat",
            "bodyweight-squat",
            "goblet-squat",
            "front-squat",
            "back-squat",
            "split-squat",
            "bulgarian-split-squat",
        ),
    ),
    MovementRule(
        "deadlift",
        low=8,
        high=10,
        start=8,
        start_sets=2,
        ladder=("hip-hinge", "dumbbell-romanian-deadlift", "barbell-deadlift", "single-leg-deadlift"),
    ),
    MovementRule(
        "lunge",
        low=8,
        high=12,
        start=8,
        start_sets=2,
        rise=0,
        increment=2,
        ladder=("supported-lunge", "reverse-lunge", "forward-lunge", "walking-lunge", "dumbbell-lunge"),
    ),
    MovementRule(
        "glute-bridge",
        low=15,
        high=20,
        start=15,
        ladder=("two-leg-bridge", "marching-bridge", "single-leg-bridge", "hip-thrust", "loaded-hip-thrust"),
        ranges=MappingProxyType({"single-leg-bridge": (8, 12), "hip-thrust": (12, 15), "loaded-hip-thrust": (12, 15)}),
    ),
    MovementRule(
        "step-up",
        low=8,
        high=12,
        start=10,
        rise=0,
        increment=2,
        ladder=("low-step-up", "bench-step-up", "loaded-step-up", "high-step-up"),
    ),
    MovementRule(
        "plank",
        low=30,
        high=60,
        start=30,
        unit="seconds",
        climb=5,
        ladder=("knee-plank", "forearm-plank", "side-plank", "shoulder-tap-plank", "leg-lift-plank"),
    ),
    MovementRule(
        "calf-raise",
        low=15,
        high=20,
        start=15,
        ladder=(
            "floor-calf-raise",
            "step-calf-raise",
            "single-leg-calf-raise",
            "loaded-calf-raise",
            "bent-knee-calf-raise",
        ),
        ranges=MappingProxyType(
            {"single-leg-calf-raise": (8, 20), "loaded-calf-raise": (8, 12), "bent-knee-calf-raise": (8, 20)}
        ),
    ),
)

RULES: Mapping[str, MovementRule] = MappingProxyType({rule.movement: rule for rule in _RULES})
