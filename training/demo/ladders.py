"""How each movement grows: stages of reps or seconds, then load, then the next variation."""

from dataclasses import dataclass, field
from datetime import date
from random import Random


@dataclass(frozen=True, slots=True)
class Stage:
    """A variation, the range its reps or seconds climb through, and the loads (whole, kilograms) it is done with.

    `grain` is the smallest step of load that there is: a pair of plates, or a pair of dumbbells of the next size.
    """

    variation: str
    low: int
    high: int
    loads: tuple[float, ...] = ()
    grain: float = 2.5


def loads(first: float, last: float, step: float) -> tuple[float, ...]:
    return tuple(first + n * step for n in range(int((last - first) / step) + 1))


@dataclass(frozen=True, slots=True)
class Ladder:
    movement: str
    stages: tuple[Stage, ...]
    rest_seconds: int = 60
    climb: int = 1


SQUAT = Ladder(
    "squat",
    (
        Stage("bodyweight-squat", 10, 15),
        Stage("goblet-squat", 10, 12, loads(10, 20, 5), grain=1),
        Stage("back-squat", 8, 10, loads(30, 50, 5)),
        Stage("back-squat", 4, 6, loads(52.5, 85, 2.5)),
    ),
    rest_seconds=120,
)
DEADLIFT = Ladder(
    "deadlift",
    (
        Stage("hip-hinge", 8, 10),
        Stage("dumbbell-romanian-deadlift", 8, 10, loads(16, 32, 4), grain=2),
        Stage("barbell-deadlift", 8, 10, loads(40, 60, 5)),
        Stage("barbell-deadlift", 4, 6, loads(65, 100, 2.5)),
    ),
    rest_seconds=120,
)
LUNGE = Ladder(
    "lunge",
    (
        Stage("supported-lunge", 8, 10),
        Stage("reverse-lunge", 8, 12),
        Stage("walking-lunge", 8, 12),
        Stage("dumbbell-lunge", 8, 12, loads(8, 32, 4), grain=2),
    ),
    rest_seconds=75,
)
STEP_UP = Ladder(
    "step-up",
    (
        Stage("low-step-up", 8, 10),
        Stage("bench-step-up", 8, 12),
        Stage("loaded-step-up", 8, 12, loads(8, 32, 4), grain=2),
    ),
    rest_seconds=75,
)
BRIDGE = Ladder(
    "glute-bridge",
    (Stage("two-leg-bridge", 15, 20), Stage("marching-bridge", 12, 16), Stage("single-leg-bridge", 8, 12)),
)
THRUST = Ladder(
    "glute-bridge", (Stage("hip-thrust", 12, 15), Stage("loaded-hip-thrust", 12, 15, loads(20, 80, 5))), rest_seconds=90
)
PLANK = Ladder(
    "plank",
    (Stage("forearm-plank", 30, 60), Stage("shoulder-tap-plank", 20, 45), Stage("leg-lift-plank", 30, 60)),
    climb=5,
)
SIDE_PLANK = Ladder("plank", (Stage("side-plank", 20, 45),), climb=5)
CALF = Ladder(
    "calf-raise",
    (
        Stage("floor-calf-raise", 15, 20),
        Stage("step-calf-raise", 15, 20),
        Stage("single-leg-calf-raise", 8, 15),
        Stage("loaded-calf-raise", 8, 15, loads(4, 24, 4), grain=2),
    ),
)

WORKOUTS = {"A": (SQUAT, STEP_UP, BRIDGE, PLANK, CALF), "B": (DEADLIFT, LUNGE, THRUST, SIDE_PLANK, CALF)}


@dataclass(slots=True)
class Climber:
    """Where the runner stands on one ladder, and how the next session moves that."""

    ladder: Ladder
    strength: float
    stage: int = 0
    rung: int = 0
    amount: int = field(init=False)
    last: date | None = None

    def __post_init__(self) -> None:
        self.amount = self.at.low

    @property
    def at(self) -> Stage:
        return self.ladder.stages[self.stage]

    def kg(self, *, easier: bool) -> float | None:
        """The load, scaled to the runner, a step lower in an easier session; None where there is none."""
        if not self.at.loads:
            return None
        rung = max(0, self.rung - 1) if easier else self.rung
        return round(self.at.loads[rung] * self.strength / self.at.grain) * self.at.grain

    def begin(self, day: date) -> None:
        """After three weeks without the movement the load goes down a step and the reps to the bottom."""
        if self.last and (day - self.last).days >= 21:
            self.rung, self.amount = max(0, self.rung - 1), self.at.low
        self.last = day

    def grow(self, rng: Random, progress: float) -> None:
        """A session went well: more reps, at the top more load, then the next variation; ever more slowly."""
        if rng.random() > 0.85 - 0.5 * progress:
            return
        if self.amount < self.at.high:
            self.amount = min(self.at.high, self.amount + self.ladder.climb)
        elif self.rung + 1 < len(self.at.loads):
            self.rung, self.amount = self.rung + 1, self.at.low
        elif self.stage + 1 < len(self.ladder.stages):
            self.stage, self.rung = self.stage + 1, 0
            self.amount = self.at.low
