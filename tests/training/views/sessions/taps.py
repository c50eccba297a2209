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


def log_all(client: Client, session: Session, *, more: int = 0) -> None:
    """One tap a set, each as the screen holds it."""
    for movement in session.movements.all():
        for number, target in enumerate(movement.targets, start=1):
            typed = {
                name: value + (more if name != "kg" else 0)
                for name, value in target.items()
                if name in ("reps", "seconds")
            }
            assert client.post(set_address(session, movement.position, number), typed).status_code == 302


def done(runner: Runner, *, days_ago: int) -> Session:
    """A session as `start`, `log_all` and `finish` leave it, without a request for each of its sets."""
    session = start(runner, days_ago=days_ago)
    moment = session.started_at or timezone.now()
    LoggedSet.objects.bulk_create(
        LoggedSet(
            id=session.set_id(movement.position, number),
            session=session,
            exercise_id=movement.exercise_id,
            variation_id=movement.variation_id,
            position=movement.position,
            number=number,
            reps=target.get("reps"),
            seconds=target.get("seconds"),
            kg=target.get("kg"),
            per_leg=movement.variation.per_leg,
            logged_at=moment,
            changed_at=moment,
        )
        for movement in session.movements.select_related("variation")
        for number, target in enumerate(movement.targets, start=1)
    )
    session.finish(moment)
    session.save()
    return session


def finish(client: Client, session: Session, **typed: object) -> Any:
    return client.post(session.get_absolute_url(), typed)


def html(response: Any) -> str:
    return str(response.content.decode())
