"""Which movements a workout holds, and in which variation each is done."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from training.plan.progression.ladders import nearest_rung
from training.plan.progression.rules import RULES


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

# With less time than for a workout's least sets only the two lifts are left that do most for running (E3, E4); one or
# two sets a week with the load kept hold strength (E25).
SHORT_BELOW = 20
SMALLEST_MINUTES = 12
SMALLEST: Mapping[str, tuple[Slot, ...]] = MappingProxyType(
    {
        "A": (Slot("squat"), Slot("deadlift")),
        "B": (Slot("deadlift"), Slot("squat")),
        "full": (Slot("squat"), Slot("deadlift")),
    }
)


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


def next_workout(last: str | None) -> str:
    """A and B in turn. After "full", or with no session yet, A."""
    return "B" if last == "A" else "A"


def movements(workout: str, *, light: bool = False, minutes: float | None = None) -> tuple[Slot, ...]:
    """The slots of a workout in order: in under 20 minutes squat and deadlift, the workout's own first.

    `minutes` are those of a runner at the usual pace. Raises KeyError for a workout that is none of `WORKOUTS`.
    """
    slots = SMALLEST[workout] if minutes is not None and minutes < SHORT_BELOW else WORKOUTS[workout]
    return tuple(slot for slot in slots if not (light and slot.movement in NOT_WHEN_LIGHT))


def choose(
    workout: str,
    doses: Mapping[str, Dose],
    done: Sequence[Done] = (),
    *,
    equipment: Collection[str] = (),
    minutes: float | None = None,
) -> dict[str, str]:
    """The variation of each movement of the workout: the one that the runner did last, else the intended one.

    `done` is newest first. Where a workout means a variation of its own (the side plank of B), only what was done in
    that same workout counts: else A's forearm plank would push it out. With `equipment` told, a variation that needs
    more gives way to the nearest rung of its ladder that can be done; with none told, nothing is ruled out.
    """
    chosen = {}
    for slot in movements(workout, minutes=minutes):
        latest = (
            past.variation
            for past in done
            if past.movement == slot.movement and (slot.variation is None or past.workout == workout)
        )
        wanted = next(latest, slot.variation or doses[slot.movement].variation)
        chosen[slot.movement] = nearest_rung(RULES[slot.movement].ladder, wanted, equipment)
    return chosen
