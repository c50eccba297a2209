"""What a device reports of a session, kept once.

A report says all there is to know of one thing (a set, a movement, the session) and when the runner changed it. So it
may come twice, late, in any order and from two devices at once: the later change of a thing counts, and the answer is
what counts.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q

from exercises.models import Variation
from training.models import LoggedSet, PlannedMovement, Session
from training.models.past_sets import PastSets


@dataclass(frozen=True, slots=True)
class SetReport:
    """A set as a device has it: reps (per leg) or seconds as the variation counts them, kilograms or None."""

    variation: Variation
    position: int
    number: int
    amount: int
    changed_at: datetime
    logged_at: datetime
    kg: float | None = None
    rir: int | None = None
    warm_up: bool = False
    removed: bool = False


COLUMNS = LoggedSet._meta.concrete_fields
NAMES = [str(field.column) for field in COLUMNS]
# Django has no word for an upsert with a condition, and three statements took twice as long. Whole by itself, so two
# devices wait for each other only in it; a row that is not changed is not given back. What comes again is no conflict:
# PostgreSQL would lock the row, and write that down.
KEEP = f"""
    INSERT INTO training_loggedset ({", ".join(NAMES)})
    SELECT {", ".join(["%s"] * len(NAMES))}
    WHERE NOT EXISTS (SELECT 1 FROM training_loggedset known WHERE known.id = %s AND known.changed_at >= %s)
    ON CONFLICT (id) DO UPDATE
    SET {", ".join(f"{name} = excluded.{name}" for name in NAMES if name not in {"id", "session_id", "logged_at"})}
    WHERE training_loggedset.session_id = excluded.session_id AND training_loggedset.changed_at < excluded.changed_at
    RETURNING *
"""


def keep_set(*, session_id: UUID, set_id: UUID, report: SetReport, now: datetime) -> LoggedSet:
    """The set as it stands after the report. One statement, and a second one where a later change is known already.

    A set keeps the moment at which it was logged first. A clock that runs ahead counts as `now`. Raises
    LoggedSet.DoesNotExist where the id is that of a set in another session.
    """
    variation = report.variation
    told = LoggedSet(
        id=set_id,
        session_id=session_id,
        exercise_id=variation.exercise_id,
        variation_id=variation.pk,
        position=report.position,
        number=report.number,
        reps=None if variation.timed else report.amount,
        seconds=report.amount if variation.timed else None,
        kg=report.kg,
        per_leg=variation.per_leg,
        rir=report.rir,
        warm_up=report.warm_up,
        logged_at=min(report.logged_at, now),
        changed_at=min(report.changed_at, now),
        removed=report.removed,
    )
    values = {field.name: field.get_db_prep_save(getattr(told, field.attname), connection) for field in COLUMNS}
    kept = list(LoggedSet.everything.raw(KEEP, [*values.values(), values["id"], values["changed_at"]]))
    return kept[0] if kept else LoggedSet.everything.get(pk=set_id, session_id=session_id)


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
