"""Sending reminders, and ending them."""

import logging
from datetime import datetime
from email.policy import Policy
from email.policy import default as default_policy
from typing import Any

from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from config.site_address import site_address
from training.actions.week import keep_shown
from training.models import Reminder, Runner, SentReminder
from training.models.upcoming import StrengthAhead, strength_ahead
from training.wording.agenda import movement_lines, reason_lines, strength_title

logger = logging.getLogger(__name__)

# The longest line that mail allows.
LONGEST_LINE = 998

STOPPING = signing.Signer(salt="stop reminders")


def send_reminders(*, now: datetime) -> int:
    """Send every reminder that is due at `now`; how many were sent.

    Called every few minutes, by several at once or twice in a row, it sends each of them once. A mail that could not be
    sent is tried again at the next call of its hours, and keeps no other from being sent.
    """
    sent = 0
    for reminder in Reminder.objects.due(now):
        try:
            sent += remind(reminder=reminder, now=now)
        except Exception:
            logger.exception("The reminder of runner %s could not be sent.", reminder.runner_id)
    return sent


def remind(*, reminder: Reminder, now: datetime) -> bool:
    """Send this reminder if its day is for strength; whether it was sent."""
    runner = reminder.runner
    today = runner.today(now)
    day = reminder.day_meant(today)
    ahead = runner.week_ahead(today)
    strength = next((one for one in strength_ahead(ahead) if one.day == day), None)
    sent = strength is not None and send_once(reminder, strength, now)
    # Else the days of somebody who looks at nothing but mails would be chosen anew each evening.
    keep_shown(ahead)
    Reminder.objects.filter(pk=reminder.pk).update(looked_after_on=today)
    return sent


def send_once(reminder: Reminder, ahead: StrengthAhead, now: datetime) -> bool:
    """Send the mail about that day unless it was sent before.

    The row is written first: a crash in between loses a mail, the other order would send it twice.
    """
    row, is_new = SentReminder.objects.get_or_create(
        runner=reminder.runner, day=ahead.day, defaults={"when": reminder.when, "sent_at": now}
    )
    if not is_new:
        return False
    try:
        mail_of(reminder, ahead).send()
    except Exception:
        row.delete()
        raise
    return True


class ReminderMail(EmailMessage):
    """A mail whose long addresses in headers stay whole: folded at 78 letters they would be encoded, and a mail program
    would not find the one that ends the reminders."""

    def message(self, *, policy: Policy | None = None) -> Any:
        return super().message(policy=(policy or default_policy).clone(max_line_length=LONGEST_LINE, cte_type="7bit"))


def mail_of(reminder: Reminder, ahead: StrengthAhead) -> EmailMessage:
    """The mail, with the headers by which mail programs offer to end it in one click (RFC 8058)."""
    runner = reminder.runner
    stop = stop_address(runner)
    with translation.override(runner.written_language), timezone.override(runner.zone):
        context = {
            "evening": reminder.when == Reminder.When.EVENING,
            "day": ahead.day,
            "workout": strength_title(ahead),
            "minutes": ahead.minutes,
            "movements": movement_lines(ahead.movements, runner.measures),
            "reasons": reason_lines(ahead, runner.measures),
            "address": site_address(ahead.session.get_absolute_url() if ahead.session else reverse("training:week")),
            "stop": stop,
        }
        return ReminderMail(
            subject=render_to_string("training/mail/reminder_subject.txt", context).strip(),
            body=render_to_string("training/mail/reminder.txt", context),
            to=[runner.email],
            headers={
                "List-Unsubscribe": f"<{stop}>",
                "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
                "Auto-Submitted": "auto-generated",
            },
        )


def stop_address(runner: Runner) -> str:
    """Where reminders are ended without logging in; it never grows old, since it can do nothing else."""
    return site_address(reverse("training:reminders-stop", args=[STOPPING.sign(str(runner.pk))]))


def reminder_of(token: str) -> Reminder | None:
    """The reminder that the signed part of such an address ends; None for any other text."""
    try:
        return Reminder.objects.filter(runner_id=int(STOPPING.unsign(token))).first()
    except signing.BadSignature:
        return None
