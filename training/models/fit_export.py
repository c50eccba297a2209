"""Strength for the watch and for Strava: sessions and what is planned become what training.fitexport writes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zlib import crc32

from django.utils.translation import gettext

from exercises.models import Variation
from training.fitexport.content import (
    DoneSession,
    Exercise,
    PlannedSet,
    PlannedWorkout,
    StrengthSet,
)
from training.fitexport.timeline import lay_out
from training.models.custom import CustomSet
from training.models.planned_movement import PlannedMovement
from training.models.runner import Runner
from training.models.session import LoggedSet, Session
from training.plan.workout import WARM_UP_MINUTES
from training.units import IMPERIAL

NOON = time(12)
# Of a session that has no start, when nobody asks when its sets were.
NO_MOMENT = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class FitFile:
    """A file to download, by a name that says day and workout."""

    name: str
    data: bytes


def activity_file(session: Session) -> FitFile:
    """The done session with its sets; two queries.

    A session entered later has no times: it lies at noon where the runner lives, as long as its sets are predicted to
    take, and the name of the file says so.
    """
    name = file_name(session.day, session.workout, light=session.light)
    return FitFile(f"{name}{'' if session.started_at else '-times-estimated'}.fit", activity(done_session(session)))


def activity(session: DoneSession) -> bytes:
    """The file itself."""
    from training.fitexport.activity import write  # brings the whole profile of FIT, which a start need not load

    return write(session)


def done_session(session: Session) -> DoneSession:
    """The session with every set that was done, warm-ups too; two queries, three where it came from elsewhere."""
    ours = LoggedSet.objects.filter(session=session).select_related("exercise", "variation")
    return laid_out(session, session.movements.all(), [*ours, *own_sets(session)])


def laid_out(
    session: Session, planned: Iterable[PlannedMovement], logged: Iterable[LoggedSet | CustomSet]
) -> DoneSession:
    """The session of these movements and sets, each set with its exercise and variation or its movement; no query."""
    runner = session.runner
    movements = {one.position: one for one in planned}
    rows = list(logged)
    order = {position: one.order for position, one in movements.items()}
    rows.sort(key=lambda row: (order.get(row.position, row.position), not row.warm_up, row.number))
    timeline = lay_out(
        [strength_set(row, movements.get(row.position)) for row in rows],
        [row.logged_at if isinstance(row, LoggedSet) else session.started_at or NO_MOMENT for row in rows],
        start=session.started_at,
        end=session.finished_at,
        otherwise=datetime.combine(session.day, NOON, runner.zone),
    )
    offset = timeline.end.astimezone(runner.zone).utcoffset()
    assert offset is not None
    return DoneSession(
        title=title(session.name, light=session.light),
        serial=serial(str(session.pk)),
        start=timeline.start,
        end=timeline.end,
        utc_offset=offset,
        sets=timeline.sets,
        pounds=runner.measures == IMPERIAL,
    )


def own_sets(session: Session) -> list[CustomSet]:
    """The sets of movements without a guide; one query where there may be some."""
    return list(session.custom_sets.select_related("movement")) if session.is_own else []


def strength_set(row: LoggedSet | CustomSet, planned: PlannedMovement | None) -> StrengthSet:
    """A set as FIT has it, with the rest that was planned."""
    if isinstance(row, CustomSet):
        timed = row.reps is None
        return StrengthSet(Exercise(row.movement.name), (row.seconds if timed else row.reps) or 0, row.kg, timed=timed)
    return StrengthSet(
        exercise_of(row.variation),
        row.amount,
        row.kg,
        timed=row.seconds is not None,
        per_leg=row.per_leg,
        rest=planned.rest_seconds if planned else row.exercise.rest_seconds,
    )


def workout_file(
    *,
    runner: Runner,
    day: date,
    workout: Session.Workout,
    light: bool,
    movements: Iterable[PlannedMovement],
    now: datetime,
) -> FitFile:
    """The session of that day to do by the watch, without the movements that are left out; no query.

    Each movement comes with its variation. `now` (aware) is when the file is made: a later one is another file.
    """
    from training.fitexport.workout import write  # as above

    planned = PlannedWorkout(
        title=title(workout.label, light=light),
        serial=serial(f"{runner.pk} {day}"),
        made_at=now,
        warm_up=gettext("Warm-up"),
        warm_up_note=gettext("About %(minutes)d minutes. Press lap when you are warm.") % {"minutes": WARM_UP_MINUTES},
        sets=tuple(one for movement in movements if not movement.skipped for one in planned_sets(movement)),
        pounds=runner.measures == IMPERIAL,
    )
    return FitFile(f"{file_name(day, workout, light=light)}-to-do.fit", write(planned))


def planned_sets(movement: PlannedMovement) -> list[PlannedSet]:
    """A set for each target, with what a watch cannot count: how much of it is on each leg."""
    variation = movement.variation
    sets = [
        StrengthSet(
            exercise_of(variation),
            target["seconds"] if "seconds" in target else target.get("reps", 0),
            target.get("kg"),
            timed="seconds" in target,
            per_leg=variation.per_leg,
            rest=movement.rest_seconds,
        )
        for target in movement.targets
    ]
    return [PlannedSet(one, note(one)) for one in sets]


def note(one: StrengthSet) -> str:
    if not one.per_leg:
        return ""
    text = gettext("%(amount)d seconds on each side") if one.timed else gettext("%(amount)d on each leg")
    return text % {"amount": one.amount}


def exercise_of(variation: Variation) -> Exercise:
    return Exercise(variation.name, variation.fit_category, variation.fit_name)


def title(workout: object, *, light: bool) -> str:
    """Workout A, light"""
    return gettext("%(workout)s, light") % {"workout": workout} if light else str(workout)


def file_name(day: date, workout: str, *, light: bool) -> str:
    """2026-03-03-workout-a-light; not translated, since watches and old computers take plain letters only."""
    return f"{day.isoformat()}-workout-{workout.lower()}{'-light' if light else ''}"


def serial(key: str) -> int:
    """A number from 1 to 2³²-1, the same for the same key: by it and the time an importer knows a file again."""
    return crc32(key.encode()) % (2**32 - 1) + 1
