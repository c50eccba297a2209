"""Reminders of strength days by email: when a runner wants them, and those that were sent."""

from collections import defaultdict
from datetime import date, datetime, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

# A server that slept through the hour still sends within so many after it; later the mail would only be in the way.
HOURS_LATE = 3


class ReminderQuerySet(models.QuerySet["Reminder"]):
    def on(self) -> Self:
        return self.exclude(when=Reminder.When.NEVER)

    def due(self, now: datetime) -> Self:
        """Those whose hour it is at `now` where the runner lives and who were not looked after yet on this date there.

        Two queries, however many there are: the zones in use, and the runners, found by the hour in each zone. A mail
        goes only to an address that its owner has confirmed.
        """
        ripe = Q(pk__in=[])
        for (today, hour), zones in local_hours(now, self._zones()).items():
            ripe |= Q(runner__time_zone__in=zones, hour__range=(hour - HOURS_LATE + 1, hour)) & (
                Q(looked_after_on__isnull=True) | Q(looked_after_on__lt=today)
            )
        confirmed = EmailAddress.objects.filter(
            user=OuterRef("runner"), verified=True, email__iexact=OuterRef("runner__email")
        )
        return self.on().filter(ripe, Exists(confirmed), runner__is_active=True).select_related("runner")

    def _zones(self) -> list[str]:
        return list(self.on().order_by().values_list("runner__time_zone", flat=True).distinct())


def local_hours(now: datetime, zones: list[str]) -> dict[tuple[date, int], list[str]]:
    """The zones by the date and the hour that clocks in them show at `now`."""
    found = defaultdict(list)
    for name in zones:
        local = now.astimezone(ZoneInfo(name))
        found[local.date(), local.hour].append(name)
    return found


class Reminder(models.Model):
    """When a runner wants to be reminded; by default never."""

    class When(models.TextChoices):
        NEVER = "never", _("No reminders")
        EVENING = "evening", _("The evening before")
        MORNING = "morning", _("That morning")

    runner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="reminder")
    when = models.CharField(_("reminder"), max_length=7, choices=When, default=When.NEVER)
    # The full hour on the runner's clocks.
    hour = models.PositiveSmallIntegerField(_("hour"), default=19)
    # The date where the runner lives on which it was last seen whether there is something to say.
    looked_after_on = models.DateField(null=True, blank=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        verbose_name = _("reminder")
        constraints = [models.CheckConstraint(condition=Q(hour__range=(0, 23)), name="reminder_hour_0_to_23")]
        # Who is due: asked every few minutes.
        indexes = [
            models.Index(fields=["hour"], condition=~Q(when="never"), name="reminder_that_is_on_by_hour"),
        ]

    def __str__(self) -> str:
        return f"{self.get_when_display()} {self.hour}"

    def day_meant(self, today: date) -> date:
        """The day that a reminder sent on `today` is about."""
        return today + timedelta(days=1) if self.when == self.When.EVENING else today

    def stop(self) -> None:
        """Remind no more; unsaved."""
        self.when = self.When.NEVER


class SentReminder(models.Model):
    """That a runner was reminded of a day: once, whatever was chosen and however many workers run."""

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sent_reminders")
    day = models.DateField()
    when = models.CharField(max_length=7, choices=Reminder.When)
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("sent reminder")
        constraints = [models.UniqueConstraint(fields=["runner", "day"], name="reminded_of_a_day_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.when}"
