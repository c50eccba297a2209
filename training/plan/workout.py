"""What fits 30-45 minutes: the movements of a workout, their sets and rests, and how long it takes.

Two workouts of five movements share the seven between them and alternate; "full" holds all seven. In any of them
knees, hips and calves are trained, and the trunk.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from training.plan.progression.sets import Explanation, SetTarget, Target

WARM_UP_MINUTES = 6
CHANGE_MINUTES = 1
"""Between movements: put the weights away, fetch the next ones, read the target."""
SECONDS_PER_REP = 3
"""Two down, one up; twice that for a movement done on each leg."""
RESERVE = 2
LIGHT_RESERVE = 4


class Slot(NamedTuple):
    """A movement's place in a workout, with the variation it is meant to be there; None: the movement's usual one."""

    movement: str
    variation: str | None = None


WORKOUTS: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "A": (
            Slot("squat"),
            Slot("step-up"),
            Slot("glute-bridge", "two-leg-bridge"),
            Slot("plank", "forearm-plank"),
            Slot("calf-raise"),
        ),
        "B": (
            Slot("deadlift"),
            Slot("lunge"),
            Slot("glute-bridge", "hip-thrust"),
            Slot("plank", "side-plank"),
            Slot("calf-raise"),
        ),
        "full": (
            Slot("squat"),
            Slot("deadlift"),
            Slot("lunge"),
            Slot("glute-bridge"),
            Slot("step-up"),
            Slot("plank"),
            Slot("calf-raise"),
        ),
    }
)

# A tired leg wobbles on one foot: no place for these in a light session (E11).
NOT_WHEN_LIGHT = frozenset({"lunge", "step-up"})

# What gives way first when time is short. Holds alone do not clearly help running (E4), the heavy lifts do most (E3).
GIVES_WAY = ("plank", "glute-bridge", "step-up", "lunge", "calf-raise", "deadlift", "squat")


@dataclass(frozen=True, slots=True)
class Dose:
    """What a guide prescribes: sets of `amount` reps (per leg where `per_leg`) or seconds, and seconds of rest."""

    variation: str
    """The variation that the guide is about: the usual one."""
    sets: int
    amount: int
    rest: int
    per_leg: bool = False
    seconds: bool = False
    one_sided: frozenset[str] = frozenset()
    """Variations done one side at a time although the movement is not, such as a side plank."""


class Done(NamedTuple):
    """That a movement was done in a variation, in a session of that workout."""

    workout: str
    movement: str
    variation: str


@dataclass(frozen=True, slots=True)
class Item:
    """One movement of a workout. `sets` hold reps (per side where `per_leg`) or seconds, and kilograms or None."""

    movement: str
    variation: str
    sets: tuple[SetTarget, ...]
    per_leg: bool
    seconds: bool
    rest: int
    reserve: int
    """Repetitions that each set should at least leave in reserve (RIR)."""
    why: Explanation | None = None
    suggest: str | None = None

    @property
    def minutes(self) -> float:
        """Predicted: work and rest of each set, and a minute to change over."""
        pace = (1 if self.seconds else SECONDS_PER_REP) * (2 if self.per_leg else 1)
        return sum(target.amount * pace + self.rest for target in self.sets) / 60 + CHANGE_MINUTES


@dataclass(frozen=True, slots=True)
class Workout:
    """What to do in one session, in order."""

    name: str
    items: tuple[Item, ...]
    light: bool = False

    @property
    def minutes(self) -> float:
        """Predicted: a warm-up of six minutes and each movement."""
        return WARM_UP_MINUTES + sum(item.minutes for item in self.items)

    def fit(self, minutes: float) -> "Workout":
        """The same workout trimmed until it fits, or to a single set of its main lift when nothing shorter is left.

        In this order, one step at a time: a set less of each movement that has more than two; whole movements; single
        sets. Each time the plank gives way first, then the bridge, step-up and lunge, the calf raise, and last the
        deadlift and the squat. So more time never means fewer sets. A workout that fits is left as it is.
        """
        workout = self
        while workout.minutes > minutes and (shorter := workout._shorter()):
            workout = shorter
        return workout

    def _shorter(self) -> "Workout | None":
        waiting = sorted(self.items, key=lambda item: GIVES_WAY.index(item.movement))
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


def next_workout(last: str | None) -> str:
    """A and B in turn. After "full", or with no session yet, A."""
    return "B" if last == "A" else "A"


def movements(workout: str, *, light: bool = False) -> tuple[Slot, ...]:
    """The slots of a workout in order. Raises KeyError for a workout that is none of `WORKOUTS`."""
    return tuple(slot for slot in WORKOUTS[workout] if not (light and slot.movement in NOT_WHEN_LIGHT))


def choose(workout: str, doses: Mapping[str, Dose], done: Sequence[Done] = ()) -> dict[str, str]:
    """The variation of each movement of the workout: the one that the runner did last, else the intended one.

    `done` is newest first. Where a workout means a variation of its own (the side plank of B), only what was done in
    that same workout counts: else A's forearm plank would push it out.
    """
    chosen = {}
    for slot in movements(workout):
        latest = (
            past.variation
            for past in done
            if past.movement == slot.movement and (slot.variation is None or past.workout == workout)
        )
        chosen[slot.movement] = next(latest, slot.variation or doses[slot.movement].variation)
    return chosen


def build(
    workout: str,
    *,
    doses: Mapping[str, Dose],
    choices: Mapping[str, str] | None = None,
    targets: Mapping[str, Target] | None = None,
    light: bool = False,
) -> Workout:
    """The workout with its sets, by movement slug: the target where there is one, else the guide's dose.

    `choices` are the variations (see `choose`). A light session is half the sets, rounded up, with four reps in
    reserve and without lunges and step-ups. Raises KeyError for an unknown workout or a movement without a dose.
    """
    choices, targets = choices or {}, targets or {}
    items = []
    for slot in movements(workout, light=light):
        dose, target = doses[slot.movement], targets.get(slot.movement)
        variation = choices.get(slot.movement) or slot.variation or dose.variation
        sets = target.sets if target else (SetTarget(dose.amount),) * dose.sets
        items.append(
            Item(
                movement=slot.movement,
                variation=variation,
                sets=sets[: ceil(len(sets) / 2)] if light else sets,
                per_leg=dose.per_leg or variation in dose.one_sided,
                seconds=dose.seconds,
                rest=dose.rest,
                reserve=LIGHT_RESERVE if light else RESERVE,
                why=target.why if target else None,
                suggest=target.suggest if target and not light else None,
            )
        )
    return Workout(workout, tuple(items), light)
