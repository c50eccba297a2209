"""A session's workout from its targets, within the minutes that there are."""

from collections.abc import Collection, Mapping
from math import ceil

from training.plan.progression.sets import SetTarget, Target
from training.plan.workout.items import Item
from training.plan.workout.slots import Dose, movements
from training.plan.workout.workout import Workout

RESERVE = 2
LIGHT_RESERVE = 4


def build(
    workout: str,
    *,
    doses: Mapping[str, Dose],
    choices: Mapping[str, str] | None = None,
    targets: Mapping[str, Target] | None = None,
    light: bool = False,
    minutes: float | None = None,
    pace: float = 1.0,
    neglected: Collection[str] = (),
) -> Workout:
    """The workout with its sets, by movement slug: the target where there is one, else the guide's dose.

    `choices` are the variations (see `choose`). A light session is half the sets, rounded up, with four reps in
    reserve and without lunges and step-ups; a deload is half already. `minutes` is the time there is, None for as much
    as it takes; `pace` how long the runner takes against the prediction; `neglected` the movements that give way last.
    Raises KeyError for an unknown workout or a movement without a dose.
    """
    choices, targets = choices or {}, targets or {}
    items = []
    for slot in movements(workout, light=light, minutes=minutes and minutes / pace):
        dose, target = doses[slot.movement], targets.get(slot.movement)
        variation = choices.get(slot.movement) or slot.variation or dose.variation
        eased = target is not None and target.eased
        usual = (SetTarget(dose.amount),) * dose.sets
        sets = target.sets_when(light=light) if target else usual[: ceil(dose.sets / 2)] if light else usual
        items.append(
            Item(
                movement=slot.movement,
                variation=variation,
                sets=sets,
                per_leg=dose.per_leg or variation in dose.one_sided,
                seconds=dose.seconds,
                rest=target.rest if target and target.rest else dose.rest,
                reserve=LIGHT_RESERVE if light or eased else RESERVE,
                why=target.why if target else None,
                suggest=target.suggest if target and not light else None,
            )
        )
    built = Workout(workout, tuple(items), light, pace)
    return built if minutes is None else built.fit(minutes, neglected=neglected)
