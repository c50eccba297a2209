"""What is done in the background, by `manage.py work` or any worker of Django's tasks."""

from django.tasks import task
from django.utils import timezone

from training.actions.reminders import send_reminders
from training.actions.sessions import forget_deleted


@task
def send_due_reminders() -> int:
    """Send the reminders that are due now; how many were sent."""
    return send_reminders(now=timezone.now())


@task
def forget_deleted_sessions() -> int:
    """Remove for good what can no longer be brought back; how many sessions that were."""
    return forget_deleted(timezone.now())


@task
def read_import(pk: int) -> None:
    """Read what was uploaded for an import."""
    from training.actions import imports  # it asks for this task itself

    imports.read(pk=pk, clock=timezone.now)


@task
def add_import(pk: int) -> None:
    """Add what a runner confirmed of an import."""
    from training.actions import imports  # as above

    imports.add(pk=pk, clock=timezone.now)


@task
def forget_old_previews() -> int:
    """Let go what nobody has confirmed for a month, and files that nothing needs; how many imports that were."""
    from training.actions import imports  # as above

    now = timezone.now()
    imports.forget_strays(now)
    return imports.forget_previews(now)
