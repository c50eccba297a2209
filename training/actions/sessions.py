"""Writes to a strength session that touch several rows, or one row from several devices at once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from exercises.models import Exercise, Variation
from training.models import LoggedSet, PlannedMovement, Runner, Session
from training.models.past_sets import PastSets, dose_of
from training.plan.workout import build, choose

# The runner's minutes are a round number and the prediction is a guess, so sets are cut only where it is clearly over.
MINUTES_OVER = 1.2


def start_session(
    *, runner: Runner, day: date, workout: str, light: bool, reasons: list[dict[str, Any]], now: datetime
) -> Session:
    """The session of that day under way, with a target for every set; the one already under way if there is one.

    A day before today makes a session that is entered later: it has no start, and its targets come from what was
    done up to that day. Raises ValueError for a day that is still to come.
    """
    today = runner.today(now)
    if day > today:
        raise ValueError(f"a session on {day} cannot be started on {today}")
    if running := runner.sessions.under_way().filter(day=day).first():
        return running
    session = Session(
        runner=runner,
        day=day,
        workout=workout,
        light=light,
        reasons=reasons,
        started_at=now if day == today else None,
    )
    planned = planned_movements(session, PastSets.of(runner, day))
    try:
        with transaction.atomic():
            session.save(force_insert=True)
            PlannedMovement.objects.bulk_create(planned)
    except IntegrityError:
        # The other tap of a double tap was quicker.
        return runner.sessions.under_way().get(day=day)
    return session


def planned_movements(session: Session, past: PastSets) -> list[PlannedMovement]:
    """The movements of the session's workout in order, each in the variation done last; two queries, unsaved."""
    exercises = {one.slug: one for one in Exercise.objects.prefetch_related("variations__exercise")}
    ladders = {slug: list(exercise.variations.all()) for slug, exercise in exercises.items()}
    doses = {slug: dose_of(exercise, ladders[slug]) for slug, exercise in exercises.items()}
    chosen = {
        slug: known_variation(ladders[slug], wanted)
        for slug, wanted in choose(session.workout, doses, past.done).items()
    }
    workout = build(
        session.workout,
        doses=doses,
        choices={slug: variation.slug for slug, variation in chosen.items()},
        targets={slug: past.next_target(variation) for slug, variation in chosen.items()},
        light=session.light,
    )
    if session.workout != Session.Workout.FULL:
        workout = workout.fit(session.runner.session_minutes * MINUTES_OVER)
    return [
        PlannedMovement(
            session=session,
            position=exercises[item.movement].position,
            order=order,
            exercise=exercises[item.movement],
            variation=chosen[item.movement],
            rest_seconds=item.rest,
        ).aim(item.sets, last=past.last(chosen[item.movement]), why=item.why, suggest=item.suggest)
        for order, item in enumerate(workout.items, start=1)
    ]


def known_variation(ladder: Iterable[Variation], slug: str) -> Variation:
    """The variation of that name; the one for newcomers where the guide has no such rung any more."""
    rungs = {one.slug: one for one in ladder}
    return rungs.get(slug) or next((one for one in rungs.values() if one.is_default), next(iter(rungs.values())))


def change_variation(*, movement: PlannedMovement, variation: Variation, runner: Runner) -> None:
    """Do the movement in another variation, with that variation's own targets."""
    session = movement.session
    past = PastSets.of(runner, session.day, without=session)
    target = past.next_target(variation)
    sets = target.sets[: ceil(len(target.sets) / 2)] if session.light else target.sets
    movement.variation = variation
    movement.aim(sets, last=past.last(variation), why=target.why, suggest=target.suggest)
    movement.save(update_fields=["variation", "targets", "why"])


@dataclass(frozen=True, slots=True)
class Lift:
    """The numbers of one set: reps (per leg) or seconds, and kilograms or None for bodyweight."""

    amount: int
    kg: float | None = None


def log_set(
    *,
    movement: PlannedMovement,
    number: int,
    set_id: UUID,
    lift: Lift,
    logged: Mapping[UUID, LoggedSet],
    now: datetime,
) -> LoggedSet:
    """Keep a set under its id: sending it again, from any tab, changes that set and makes no second one.

    `logged` are the session's sets by id. A set keeps the moment at which it was logged first. One statement.
    """
    variation = movement.variation
    done = logged.get(set_id) or LoggedSet(
        id=set_id,
        session=movement.session,
        exercise=movement.exercise,
        variation=variation,
        position=movement.position,
        number=number,
        per_leg=variation.per_leg,
        logged_at=now,
        changed_at=now,
    )
    done.changed_at = now
    done.reps, done.seconds = (None, lift.amount) if done.variation.timed else (lift.amount, None)
    done.kg = lift.kg
    LoggedSet.objects.bulk_create(
        [done],
        update_conflicts=True,
        unique_fields=["id"],
        update_fields=["reps", "seconds", "kg", "changed_at", "removed"],
    )
    return done
