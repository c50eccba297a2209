"""A workout, and what gives way in it when time is short: rests first, then third sets, then whole movements."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from training.plan.progression.rules import RULES
from training.plan.workout.items import Item, warm_up_minutes

# What gives way first. Holds alone do not clearly help running (E4), the heavy lifts do most (E3).
GIVES_WAY = ("plank", "glute-bridge", "step-up", "lunge", "calf-raise", "deadlift", "squat")
MAIN_LIFTS = frozenset({"squat", "deadlift"})

# Fewer sets than this in two weeks, and a movement was neglected.
ENOUGH_SETS = 2
NEGLECTED_DAYS = 14


def neglected(recent: Mapping[str, int]) -> frozenset[str]:
    """Movements with less than two sets in the last two weeks, given their numbers; none when nothing was trained."""
    if not any(recent.values()):
        return frozenset()
    return frozenset(movement for movement in RULES if recent.get(movement, 0) < ENOUGH_SETS)


@dataclass(frozen=True, slots=True)
class Workout:
    """What to do in one session, in order. `pace` is how long this runner takes, as a multiple of the usual."""

    name: str
    items: tuple[Item, ...]
    light: bool = False
    pace: float = 1.0

    @property
    def minutes(self) -> float:
        """Predicted: the warm-up and each movement, at the runner's pace."""
        return self.pace * (warm_up_minutes(len(self.items)) + sum(item.minutes for item in self.items))

    def fit(self, minutes: float, *, neglected: Collection[str] = ()) -> "Workout":
        """The workout trimmed until it fits, or to a single set of its main lift when nothing shorter is left.

        Rests shorten first, as far as the sets stay the same sets. Then, one step at a time: a set less of each
        movement that has more than two; whole movements; single sets. Each time the plank gives way first, then the
        bridge, step-up and lunge, the calf raise, and last the deadlift and the squat; a movement that was neglected
        lately gives way last of those that are not the main lifts. What time is left goes back into the rests. So more
        time never means fewer sets, and a workout that fits is left as it is.
        """
        trimmed = self
        while trimmed.resting(0).minutes > minutes and (shorter := trimmed._shorter(neglected)):
            trimmed = shorter
        least, most = trimmed.resting(0).minutes, trimmed.minutes
        if most <= minutes:
            return trimmed
        return trimmed.resting(max(0.0, (minutes - least) / (most - least)) if most > least else 0)

    def resting(self, share: float) -> "Workout":
        """With all rests between the shortest (0) and their own (1)."""
        return replace(self, items=tuple(item.resting(share) for item in self.items))

    def _shorter(self, neglected: Collection[str]) -> "Workout | None":
        def lasts(item: Item) -> tuple[bool, bool, int]:
            return item.movement in MAIN_LIFTS, item.movement in neglected, GIVES_WAY.index(item.movement)

        waiting = sorted(self.items, key=lasts)
        for item in waiting:
            if len(item.sets) > 2:
                return self._with(item, replace(item, sets=item.sets[:-1]))
        if len(waiting) > 1:
            return self._with(waiting[0], None)
        if waiting and len(waiting[0].sets) > 1:
            return self._with(waiting[0], replace(waiting[0], sets=waiting[0].sets[:-1]))
        return None

    def _with(self, old: Item, new: Item | None) -> "Workout":
        items = (new if item is old else item for item in self.items)
        return replace(self, items=tuple(item for item in items if item))
