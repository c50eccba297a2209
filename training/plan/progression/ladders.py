"""What each variation is loaded with and what it needs, as the guides say it (a test holds the two together)."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from training.plan.progression.weights import Held

HELD: Mapping[str, Held] = MappingProxyType(
    {
        "goblet-squat": Held.ONE,
        "front-squat": Held.BARBELL,
        "back-squat": Held.BARBELL,
        "bulgarian-split-squat": Held.PAIR,
        "dumbbell-romanian-deadlift": Held.PAIR,
        "barbell-deadlift": Held.BARBELL,
        "single-leg-deadlift": Held.ONE,
        "dumbbell-lunge": Held.PAIR,
        "loaded-hip-thrust": Held.BARBELL,
        "loaded-step-up": Held.PAIR,
        "loaded-calf-raise": Held.ONE,
    }
)

# Slugs of equipment. A variation that is not here needs nothing.
NEEDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "box-squat": frozenset({"chair"}),
        "goblet-squat": frozenset({"dumbbells"}),
        "front-squat": frozenset({"barbell"}),
        "back-squat": frozenset({"barbell"}),
        "bulgarian-split-squat": frozenset({"bench"}),
        "hip-hinge": frozenset({"stick"}),
        "dumbbell-romanian-deadlift": frozenset({"dumbbells"}),
        "barbell-deadlift": frozenset({"barbell"}),
        "single-leg-deadlift": frozenset({"dumbbells"}),
        "supported-lunge": frozenset({"wall"}),
        "dumbbell-lunge": frozenset({"dumbbells"}),
        "hip-thrust": frozenset({"bench"}),
        "loaded-hip-thrust": frozenset({"bench", "barbell"}),
        "low-step-up": frozenset({"step"}),
        "bench-step-up": frozenset({"bench"}),
        "loaded-step-up": frozenset({"bench", "dumbbells"}),
        "high-step-up": frozenset({"bench"}),
        "step-calf-raise": frozenset({"step"}),
        "single-leg-calf-raise": frozenset({"step"}),
        "loaded-calf-raise": frozenset({"step", "dumbbells"}),
        "bent-knee-calf-raise": frozenset({"step"}),
    }
)


def can_be_done(variation: str, equipment: Collection[str]) -> bool:
    """Whether the equipment at hand suffices. No equipment at all means that none was told: then nothing is ruled out.

    So a runner who never opened the settings is not locked out of the barbell. Whoever has nothing but a chair says so.
    """
    return not equipment or NEEDS.get(variation, frozenset()) <= set(equipment)


def nearest_rung(ladder: tuple[str, ...], wanted: str, equipment: Collection[str]) -> str:
    """The rung of the ladder that can be done, nearest to the wanted one, of two as near the easier.

    The wanted one itself where none can be done: its guide says what serves in place of a step or a bench.
    """
    if wanted not in ladder or can_be_done(wanted, equipment):
        return wanted
    place = ladder.index(wanted)
    doable = [at for at, rung in enumerate(ladder) if can_be_done(rung, equipment)]
    return ladder[min(doable, key=lambda at: (abs(at - place), at))] if doable else wanted
