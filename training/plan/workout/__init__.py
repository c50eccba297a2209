"""What fits the time: the movements of a workout, their sets and rests, and how long it takes.

Two workouts of five movements share the seven between them and alternate; "full" holds all seven. In any of them
knees, hips and calves are trained, and the trunk. When time is short, rests shorten before sets go, and sets go before
movements; the smallest session worth its warm-up is squat and deadlift in twelve minutes (E3, E4, E25).

    slots.py    which movements, and in which variations
    items.py    a movement with its sets, rests and minutes
    workout.py  some of them together, and what gives way when time is short
    build.py    all of it together
    pace.py     how long this runner takes, against the prediction
"""

from training.plan.workout.build import LIGHT_RESERVE, RESERVE, build
from training.plan.workout.items import CHANGE_MINUTES, SECONDS_PER_REP, WARM_UP_MINUTES, Item, warm_up_minutes
from training.plan.workout.pace import Timed, pace_of
from training.plan.workout.slots import (
    SMALLEST_MINUTES,
    WORKOUTS,
    Done,
    Dose,
    Slot,
    choose,
    movements,
    next_workout,
)
from training.plan.workout.workout import NEGLECTED_DAYS, Workout, neglected

__all__ = [
    "CHANGE_MINUTES",
    "LIGHT_RESERVE",
    "NEGLECTED_DAYS",
    "RESERVE",
    "SECONDS_PER_REP",
    "SMALLEST_MINUTES",
    "WARM_UP_MINUTES",
    "WORKOUTS",
    "Done",
    "Dose",
    "Item",
    "Slot",
    "Timed",
    "Workout",
    "build",
    "choose",
    "movements",
    "neglected",
    "next_workout",
    "pace_of",
    "warm_up_minutes",
]
