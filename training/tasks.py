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
