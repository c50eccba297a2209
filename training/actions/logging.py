"""What a device reports of a session, kept once.

A report says all there is to know of one thing (a set, a movement, the session) and when the runner changed it. So it
may come twice, late, in any order and from two devices at once: the later change of a thing counts, and the answer is
what counts.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import ProgrammingError, connection, transaction
from django.db.models import Q

from exercises.models import Exercise, Variation
from training.models import LoggedSet, PlannedMovement, Runner, Session
from training.models.past_sets import PastSets


@dataclass(frozen=True, slots=True)
class SetReport:
    """A set as a device has it: slugs of movement and variation, reps (per leg) or seconds, kilograms or None."""

    exercise: str
    variation: str
    position: int
    number: int
    changed_at: datetime
    logged_at: datetime
    reps: int | None = None
    seconds: int | None = None
    kg: float | None = None
    rir: int | None = None
    warm_up: bool = False
    removed: bool = False


class CountError(ValueError):
    """Reps of a variation that is counted in seconds, or the other way round."""

    def __init__(self, variation: Variation) -> None:
        super().__init__(f"This variation is counted in {'seconds' if variation.timed else 'reps'}.")


# What a set takes from its variation; all else of it is told.
TAKEN = {"exercise_id": "variation.exercise_id", "variation_id": "variation.id", "per_leg": "variation.per_leg"}
FIELDS = [field.attname for field in LoggedSet._meta.concrete_fields]
TOLD = [field for field in LoggedSet._meta.concrete_fields if field.attname not in TAKEN]
# Django has no word for an upsert with a condition, nor for one that looks up what it needs, and more statements took
# twice as long; so do joins, to plan. Whole by itself, so two devices wait for each other only in it; a row that is not
# changed is not given back. What comes again is no conflict: PostgreSQL would lock the row, and write that down.
KEEP = f"""
    INSERT INTO training_loggedset ({", ".join(FIELDS)})
    SELECT {", ".join(TAKEN.get(name, f"%({name})s") for name in FIELDS)}
    FROM exercises_variation variation
    WHERE variation.exercise_id = (SELECT id FROM exercises_exercise WHERE slug = %(exercise)s)
    AND variation.slug = %(variation)s AND variation.timed = %(timed)s
    AND EXISTS (SELECT 1 FROM training_session WHERE id = %(session_id)s AND runner_id = %(runner)s)
    AND NOT EXISTS (SELECT 1 FROM training_loggedset WHERE id = %(id)s AND changed_at >= %(changed_at)s)
    ON CONFLICT (id) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in FIELDS if name not in {"id", "session_id", "logged_at"})}
    WHERE training_loggedset.session_id = excluded.session_id AND training_loggedset.changed_at < excluded.changed_at
    RETURNING exercise_id, variation_id, per_leg, logged_at = %(logged_at)s
"""

# Its values in the order in which the planned statement takes them.
VALUES = [*(field.attname for field in TOLD), "runner", "exercise", "variation", "timed"]
PLAN = "PREPARE keep_set ({types}) AS " + KEEP % {name: f"${place}" for place, name in enumerate(VALUES, start=1)}
# What PostgreSQL answers where it has no such statement prepared, or has it already.
UNKNOWN_STATEMENT, KNOWN_STATEMENT = "26000", "42P05"
ASK = f"EXECUTE keep_set ({', '.join(['%s'] * len(VALUES))})"


def keep_set(*, runner: Runner, session_id: UUID, set_id: UUID, report: SetReport, now: datetime) -> LoggedSet:
    """The set as it stands after the report. One statement, and others where that did not keep it.

    A set keeps the moment at which it was logged first. A clock that runs ahead counts as `now`. Raises
    Session.DoesNotExist for a session that is not the runner's, Variation.DoesNotExist for a movement that is none,
    CountError, and LoggedSet.DoesNotExist where the id is that of a set in another session.
    """
    told: dict[str, Any] = {
        "id": set_id,
        "session_id": session_id,
        "position": report.position,
        "number": report.number,
        "reps": report.reps,
        "seconds": report.seconds,
        "kg": report.kg,
        "rir": report.rir,
        "warm_up": report.warm_up,
        "logged_at": min(report.logged_at, now),
        "changed_at": min(report.changed_at, now),
        "removed": report.removed,
    }
    values = {field.attname: field.get_db_prep_save(told[field.attname], connection) for field in TOLD}
    values |= {"runner": runner.pk, "exercise": report.exercise, "variation": report.variation}
    row = kept_row(values | {"timed": report.seconds is not None})
    if row is None:
        return standing(runner, session_id, set_id, report)
    exercise_id, variation_id, per_leg, at_first = row
    told |= {"exercise_id": exercise_id, "variation_id": variation_id, "per_leg": bool(per_leg)}
    kept = LoggedSet.from_db(connection.alias, FIELDS, [told[name] for name in FIELDS])
    # Known already; what else there is of them is read when it is wanted.
    kept.exercise = Exercise.from_db(connection.alias, ["id", "slug"], [exercise_id, report.exercise])
    kept.variation = Variation.from_db(connection.alias, ["id", "slug"], [variation_id, report.variation])
    if not at_first:
        kept.refresh_from_db(fields=["logged_at"])
    return kept


def kept_row(values: Mapping[str, Any]) -> tuple[Any, ...] | None:
    """What KEEP answers. PostgreSQL plans it once for a connection, which takes as long as all else that it does."""
    with connection.cursor() as cursor:
        if connection.vendor != "postgresql" or connection.in_atomic_block:
            cursor.execute(KEEP, values)
            return cursor.fetchone()
        in_order = [values[name] for name in VALUES]
        if getattr(connection, "keeps_sets", None) is connection.connection:
            try:
                cursor.execute(ASK, in_order)
                return cursor.fetchone()
            except ProgrammingError as error:
                # Behind a pool this may be another connection than the one that it was planned on.
                if sqlstate(error) != UNKNOWN_STATEMENT:
                    raise
        try:
            cursor.execute(PLAN.format(types=", ".join(types())))
        except ProgrammingError as error:
            if sqlstate(error) != KNOWN_STATEMENT:
                raise
        connection.keeps_sets = connection.connection  # type: ignore[attr-defined]
        cursor.execute(ASK, in_order)
        return cursor.fetchone()


def sqlstate(error: ProgrammingError) -> str | None:
    """PostgreSQL's code of what went wrong; its driver is not loaded for it where the database is SQLite."""
    return getattr(error.__cause__, "sqlstate", None)


def types() -> Iterator[str]:
    """Of VALUES, as PostgreSQL calls them."""
    own = {field.attname: field for field in TOLD}
    others = {"runner": "bigint", "exercise": "text", "variation": "text", "timed": "boolean"}
    for name in VALUES:
        yield str(own[name].db_type(connection)) if name in own else others[name]


def standing(runner: Runner, session_id: UUID, set_id: UUID, report: SetReport) -> LoggedSet:
    """The set that a report did not change, since it came again or too late; raises as `keep_set` says."""
    Session.everything.get(pk=session_id, runner=runner)
    variation = Variation.objects.get(exercise__slug=report.exercise, slug=report.variation)
    if variation.timed == (report.seconds is None):
        raise CountError(variation)
    return LoggedSet.everything.get(pk=set_id, session_id=session_id)


@dataclass(frozen=True, slots=True)
class MovementReport:
    """A movement of a session as a device has it: which variation, in which place, and whether it is left out."""

    variation: Variation
    order: int
    skipped: bool
    changed_at: datetime


def keep_movement(*, session: Session, position: int, report: MovementReport, now: datetime) -> PlannedMovement:
    """The movement as it stands after the report; one that the session does not have yet is added with its targets."""
    changed_at = min(report.changed_at, now)
    with transaction.atomic():
        # One at a time for a session: a movement is added once.
        Session.everything.select_for_update(no_key=True).filter(pk=session.pk).first()
        movement = session.movements.filter(position=position).first()
        if movement and movement.changed_at and movement.changed_at >= changed_at:
            return movement
        variation = report.variation
        if movement is None or movement.exercise_id != variation.exercise_id:
            movement = movement or PlannedMovement(position=position)
            movement.exercise, movement.rest_seconds = variation.exercise, variation.exercise.rest_seconds
            movement.variation_id = None  # type: ignore[assignment]
        movement.session = session
        movement.order, movement.skipped, movement.changed_at = report.order, report.skipped, changed_at
        if movement.variation_id != variation.pk:
            aim_at(movement, variation)
        movement.save()
    return movement


def aim_at(movement: PlannedMovement, variation: Variation) -> None:
    """Do the movement in that variation, with the variation's own targets; unsaved. Three queries."""
    session = movement.session
    past = PastSets.of(session.runner, session.day, without=session)
    others = session.movements.exclude(position=movement.position).select_related("variation__exercise")
    target = past.next_target(variation, beside=[one.variation for one in others])
    if target.rest:
        movement.rest_seconds = target.rest
    movement.variation = variation
    movement.aim(
        target.sets_when(light=session.light), last=past.last(variation), why=target.why, suggest=target.suggest
    )


@dataclass(frozen=True, slots=True)
class SessionReport:
    """How far a session is, and how it was."""

    done: bool
    changed_at: datetime
    finished_at: datetime | None = None
    effort: int | None = None
    pain: int | None = None
    notes: str = ""


def keep_session(*, session: Session, report: SessionReport, now: datetime) -> Session:
    """The session as it stands after the report. What is done stays done; when it was finished first stays, too."""
    changed_at = min(report.changed_at, now)
    rows = Session.everything.filter(pk=session.pk)
    newer = rows.filter(Q(changed_at__isnull=True) | Q(changed_at__lt=changed_at))
    newer.update(effort=report.effort, pain=report.pain, notes=report.notes, changed_at=changed_at)
    if report.done:
        finished = min(report.finished_at or now, now)
        rows.filter(status=Session.Status.UNDER_WAY).update(status=Session.Status.DONE)
        rows.filter(started_at__isnull=False, finished_at__isnull=True).update(finished_at=finished)
    return rows.get()
