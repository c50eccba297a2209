"""A session to do as a FIT workout: named steps that a watch counts down."""

from collections.abc import Iterator
from itertools import groupby

from fit_tool.profile.messages.workout_message import WorkoutMessage
from fit_tool.profile.messages.workout_step_message import WorkoutStepMessage
from fit_tool.profile.profile_type import (
    FileType,
    Intensity,
    Sport,
    SubSport,
    WorkoutCapabilities,
    WorkoutStepDuration,
    WorkoutStepTarget,
)

from training.fitexport.content import MOST_KG_OF_STEP, PlannedSet, PlannedWorkout
from training.fitexport.file import category, file_id, filled, name, sealed, text, titles, weight_unit


def write(workout: PlannedWorkout) -> bytes:
    """The workout as a file for the watch's folder of new files.

    A warm-up that the runner ends, then a step for each set and a timed one for the rest behind it; sets alike are one
    step that is repeated. Reps and holds are of both legs, the note says how many on each. A load above 655 kg does not
    fit a step and is left out.
    """
    steps = [filled(step, message_index=index) for index, step in enumerate(_steps(workout))]
    return sealed(
        [
            file_id(FileType.WORKOUT, serial=workout.serial, made_at=workout.made_at),
            filled(
                WorkoutMessage(),
                sport=Sport.TRAINING,
                sub_sport=SubSport.STRENGTH_TRAINING,
                capabilities=WorkoutCapabilities.TCX.value,
                num_valid_steps=len(steps),
                workout_name=text(workout.title),
            ),
            *steps,
            *titles(one.set.exercise for one in workout.sets),
        ]
    )


def _steps(workout: PlannedWorkout) -> Iterator[WorkoutStepMessage]:
    """The steps in order; a repeat tells the number of the step at which it begins."""
    yield filled(
        WorkoutStepMessage(),
        workout_step_name=text(workout.warm_up),
        notes=text(workout.warm_up_note) or None,
        duration_type=WorkoutStepDuration.OPEN,
        target_type=WorkoutStepTarget.OPEN,
        intensity=Intensity.WARMUP,
    )
    count = 1
    for planned, alike in groupby(workout.sets):
        first, rounds = count, len(list(alike))
        yield _set(planned, pounds=workout.pounds)
        count += 1
        if planned.set.rest:
            yield filled(
                WorkoutStepMessage(),
                duration_type=WorkoutStepDuration.TIME,
                duration_time=float(planned.set.rest),
                target_type=WorkoutStepTarget.OPEN,
                intensity=Intensity.REST,
            )
            count += 1
        if rounds > 1:
            yield filled(
                WorkoutStepMessage(),
                duration_type=WorkoutStepDuration.REPEAT_UNTIL_STEPS_CMPLT,
                duration_step=first,
                target_repeat_steps=rounds,
            )
            count += 1


def _set(planned: PlannedSet, *, pounds: bool) -> WorkoutStepMessage:
    one = planned.set
    kg = one.kg if one.kg is not None and one.kg <= MOST_KG_OF_STEP else None
    step = filled(
        WorkoutStepMessage(),
        workout_step_name=text(one.exercise.title),
        notes=text(planned.note) or None,
        duration_type=WorkoutStepDuration.TIME if one.timed else WorkoutStepDuration.REPS,
        target_type=WorkoutStepTarget.OPEN,
        intensity=Intensity.ACTIVE,
        exercise_category=category(one.exercise),
        exercise_name=name(one.exercise),
        exercise_weight=kg,
        weight_display_unit=None if kg is None else weight_unit(pounds=pounds),
    )
    # What kind the number is of is told first: the library scales by it.
    amount = {"duration_time": float(one.total)} if one.timed else {"duration_reps": one.total}
    return filled(step, **amount)
