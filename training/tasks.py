"""What is done in the background, by `manage.py work` or any worker of Django's tasks."""

from django.tasks import task
from django.utils import timezone

from training.actions.reminders import send_reminders


@task
def send_due_reminders() -> int:
    """Send the reminders that are due now; how many were sent."""
    return send_reminders(now=timezone.now())
