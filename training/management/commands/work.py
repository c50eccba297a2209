"""The background of the site in one process: a worker of Django's tasks, and the clock that feeds it.

The clock is a thread, not a second process: it puts one row into the queue every few minutes and holds nothing, so that
it can stop at any moment. Several such processes do no harm, since no reminder is sent twice.
"""

import logging
import os
import signal
import threading
import time
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import DatabaseError, OperationalError, connection
from django.utils import timezone

from training.actions import imports
from training.tasks import forget_deleted_sessions, forget_old_previews, send_due_reminders

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_CHECKS = 300
# A runner who has chosen files waits for this.
SECONDS_BETWEEN_LOOKS = 1
SECONDS_BETWEEN_LOOKS_AT_IMPORTS = 5
SECONDS_AFTER_TROUBLE = 10


class Command(BaseCommand):
    help = "Runs background tasks and looks for due reminders every five minutes."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--parent", type=int, help="end when this process, the parent, is gone")

    def handle(self, *args: Any, **options: Any) -> None:
        tick()
        threading.Thread(target=keep_time, daemon=True).start()
        if options["parent"]:
            threading.Thread(target=end_with, args=[options["parent"]], daemon=True).start()
        while True:
            try:
                call_command(
                    "db_worker", interval=SECONDS_BETWEEN_LOOKS, startup_delay=False, reload=False, verbosity=0
                )
            except OperationalError:
                logger.warning("The database does not answer; tasks wait.", exc_info=True)
                time.sleep(SECONDS_AFTER_TROUBLE)


def keep_time() -> None:
    """Ask for a look at the reminders every five minutes and at imports left behind every five seconds, for ever."""
    next_tick = time.monotonic() + SECONDS_BETWEEN_CHECKS
    while True:
        time.sleep(SECONDS_BETWEEN_LOOKS_AT_IMPORTS)
        look_at_imports()
        if time.monotonic() > next_tick:
            tick()
            next_tick += SECONDS_BETWEEN_CHECKS
        connection.close()


def look_at_imports() -> None:
    """Have those taken up whose worker was killed."""
    try:
        imports.take_up(timezone.now())
    except DatabaseError:
        logger.warning("No imports were looked for.", exc_info=True)


def tick() -> None:
    """Queue one look at what is due and at what was left behind long ago; forget the looks of more than a day ago."""
    try:
        send_due_reminders.enqueue()
        forget_deleted_sessions.enqueue()
        forget_old_previews.enqueue()
        call_command("prune_db_task_results", min_age_days=1, verbosity=0)
    except OperationalError:
        logger.warning("No reminders were looked for.", exc_info=True)


def end_with(parent: int) -> None:
    """End this process, as Ctrl+C would, once its parent is gone, however that ended."""
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), signal.SIGTERM)
