"""The weights that a runner owns, and the loads that can be made of them. Kilograms; a load is the whole of it."""

from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor

from training.units import KG_PER_POUND

# Sums of floats: 1.1 x 50 is a hair more than 55.
HAIR = 1e-6


class Held(StrEnum):
    """What a variation is loaded with."""

    BARBELL = "barbell"
    PAIR = "pair"
    """A dumbbell in each hand: a pair of 10 kg is a load of 20."""
    ONE = "one"
    """A single dumbbell, as in a goblet squat."""


@dataclass(frozen=True, slots=True)
class Loads:
    """The loads that there are: from `first` on in steps of `step`, or with `only` exactly those, lightest first.

    `told` is False for what a gym usually has: then a load that was lifted exists as well.
    """

    first: float
    step: float
    only: tuple[float, ...] = ()
    told: bool = False

    def at_most(self, kg: float) -> float | None:
        """The heaviest load that is not over `kg`; None under the lightest."""
        if self.only:
            return max((load for load in self.only if load <= kg + HAIR), default=None)
        steps = floor((kg - self.first) / self.step + HAIR)
        return self.first + steps * self.step if steps >= 0 else None

    def next(self, kg: float) -> float | None:
        """The lightest load over `kg`; None where there is none."""
        if self.only:
            return min((load for load in self.only if load > kg + HAIR), default=None)
        return self.first + max(0, floor((kg - self.first) / self.step + HAIR) + 1) * self.step

    def previous(self, kg: float) -> float | None:
        """The heaviest load under `kg`; None where there is none."""
        if self.only:
            return max((load for load in self.only if load < kg - HAIR), default=None)
        steps = ceil((kg - self.first) / self.step - HAIR) - 1
        return self.first + steps * self.step if steps >= 0 else None

    def nearest(self, kg: float) -> float:
        """The load next to `kg`, of two as near the lighter one."""
        under, over = self.at_most(kg), self.next(kg)
        if under is None or over is None:
            return under or over or kg
        return over if over - kg < kg - under - HAIR else under

    def holds(self, kg: float) -> bool:
        """Whether exactly this load can be made."""
        under = self.at_most(kg)
        return under is not None and kg - under < 1e-3


@dataclass(frozen=True, slots=True)
class Weights:
    """What the runner can put on: a bar, plates in pairs, and dumbbells. Kilograms; a dumbbell is one hand's.

    `plate` is the smallest plate, of which there are two, so a barbell grows by twice that. `dumbbells` are the only
    ones that there are; without them there is one at each multiple of `dumbbell_step`. `told` says of what the runner
    told them. Raises ValueError for a weight that is not above nothing.
    """

    bar: float = 20.0
    plate: float = 1.25
    dumbbell_step: float = 1.0
    dumbbells: tuple[float, ...] = ()
    told: frozenset[Held] = frozenset()

    def __post_init__(self) -> None:
        if min(self.bar, self.plate, self.dumbbell_step, *self.dumbbells) <= 0:
            raise ValueError("a weight is more than nothing")

    def of(self, held: Held) -> Loads:
        """The loads of a variation that is loaded so."""
        if held is Held.BARBELL:
            return Loads(self.bar, 2 * self.plate, told=held in self.told)
        hands = 2 if held is Held.PAIR else 1
        only = tuple(hands * kg for kg in sorted(set(self.dumbbells)))
        return Loads(hands * self.dumbbell_step, hands * self.dumbbell_step, only, held in self.told)


# What a gym has: where a runner has told nothing else.
KILOGRAMS = Weights()
POUNDS = Weights(bar=45 * KG_PER_POUND, plate=2.5 * KG_PER_POUND, dumbbell_step=5 * KG_PER_POUND)
