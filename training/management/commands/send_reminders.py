"""Reminders by cron, for who runs no worker."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from training.actions.reminders import send_reminders


class Command(BaseCommand):
    help = "Sends the reminders that are due now. Meant for cron, every few minutes; none is ever sent twice."

    def handle(self, *args: Any, **options: Any) -> None:
        sent = send_reminders(now=timezone.now())
        if options["verbosity"] > 1 or sent:
            self.stdout.write(f"Reminders sent: {sent}")
