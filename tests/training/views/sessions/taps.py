"""What a runner does in a session, for the tests of its pages."""

from datetime import timedelta
from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils import timezone

from exercises.models import Variation
from training.actions.logging import MovementReport, keep_movement
from training.actions.sessions import start_session
from training.models import LoggedSet, Runner, Session

LIST = "/sessions/"
NEW = "/sessions/new/"


def start(runner: Runner, *, days_ago: int = 0, workout: str = "A") -> Session:
    now = timezone.now() - timedelta(days=days_ago)
    return start_session(runner=runner, day=runner.today(now), workout=workout, light=False, reasons=[], now=now)


def goblet(session: Session) -> None:
    """Squats with a load."""
    variation = Variation.objects.select_related("exercise").get(slug="goblet-squat")
    now = timezone.now()
    report = MovementReport(variation, order=1, skipped=False, changed_at=now)
    keep_movement(session=session, position=variation.exercise.position, report=report, now=now)


def set_address(session: Session, position: int, number: int) -> str:
    return reverse("training:session-set", args=[session.pk, session.set_id(position, number)])


def position_of(session: Session, slug: str) -> int:
    return session.movements.get(exercise__slug=slug).position


def log_all(client: Client, session: Session) -> None:
    """One tap a set, each as the screen holds it."""
    for movement in session.movements.all():
        for number, target in enumerate(movement.targets, start=1):
            typed = {name: value for name, value in target.items() if name in ("reps", "seconds")}
            assert client.post(set_address(session, movement.position, number), typed).status_code == 302


def log_rows(session: Session, *, more: int = 0) -> None:
    """Every set, with so many reps or seconds more than it should have, without a request for each."""
    now = timezone.now()
    LoggedSet.objects.bulk_create(
        LoggedSet(
            id=session.set_id(movement.position, number),
            session=session,
            exercise_id=movement.exercise_id,
            variation_id=movement.variation_id,
            position=movement.position,
            number=number,
            reps=target["reps"] + more if "reps" in target else None,
            seconds=target["seconds"] + more if "seconds" in target else None,
            per_leg=movement.variation.per_leg,
            logged_at=now,
            changed_at=now,
        )
        for movement in session.movements.select_related("variation")
        for number, target in enumerate(movement.targets, start=1)
    )


def done(runner: Runner, *, days_ago: int, more: int = 0, entered_late: bool = False) -> Session:
    """A session with all its sets; one that was entered late has no beginning and no end."""
    session = start(runner, days_ago=days_ago)
    log_rows(session, more=more)
    if entered_late:
        session.started_at = None
    session.finish(timezone.now())
    session.save()
    return session


def finish(client: Client, session: Session, **typed: object) -> Any:
    return client.post(session.get_absolute_url(), typed)


def html(response: Any) -> str:
    return str(response.content.decode())
