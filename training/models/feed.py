"""A runner's calendar feed: its secret address, what is in it, and what was published last."""

import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from training.ical.feed import Revision

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

TOKEN_BYTES = 32


def digest_of(token: str) -> str:
    return sha256(token.encode()).hexdigest()


class CalendarFeedQuerySet(models.QuerySet["CalendarFeed"]):
    def of_digest(self, digest: str) -> Self:
        """The feed of the token with that digest, of a runner who is still there.

        How long an index takes to compare a digest tells nothing of a token.
        """
        return self.filter(digest=digest, runner__is_active=True)


class CalendarFeed(models.Model):
    """Who knows the token reads the calendar: there is no login in a phone's calendar.

    The token is kept as it is, since the settings show it again. Deriving it from the secret key would hide it from who
    reads the database, where the whole calendar lies open anyway, and would silence every phone when the key changes.
    """

    class Alarm(models.TextChoices):
        NONE = "none", _("No alarm")
        EVENING = "evening", _("The evening before, 7 p.m.")
        MORNING = "morning", _("That morning, 7 a.m.")

    # Part of every entry's UID, so that entries stay the same when the address is renewed.
    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    runner = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="calendar_feed")
    token = models.CharField(max_length=43, blank=True)
    digest = models.CharField(max_length=64, null=True, blank=True, unique=True)
    alarm = models.CharField(_("alarm on strength days"), max_length=7, choices=Alarm, default=Alarm.NONE)
    with_runs = models.BooleanField(_("runs you did"), default=True)
    with_plans = models.BooleanField(_("runs and races you plan"), default=True)
    # The digest of all that was published last, and when it became that.
    content = models.CharField(max_length=64, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = CalendarFeedQuerySet.as_manager()

    if TYPE_CHECKING:
        entries: RelatedManager["PublishedEntry"]

    class Meta:
        verbose_name = _("calendar feed")
        constraints = [
            models.CheckConstraint(
                condition=Q(token="", digest__isnull=True) | ~Q(token="") & Q(digest__isnull=False),
                name="feed_token_with_its_digest",
            )
        ]

    def __str__(self) -> str:
        return str(self.runner)

    def get_absolute_url(self) -> str:
        return reverse("training:calendar", args=[self.token])

    @property
    def is_on(self) -> bool:
        return bool(self.token)

    def renew(self) -> None:
        """Another address; the old one is gone. Unsaved."""
        self.token = secrets.token_urlsafe(TOKEN_BYTES)
        self.digest = digest_of(self.token)

    def turn_off(self) -> None:
        """No address; what was chosen is kept. Unsaved."""
        self.token, self.digest = "", None

    @property
    def alarm_after_midnight(self) -> timedelta | None:
        """When the alarm rings, from the day's midnight; an hour off on the two nights on which clocks change."""
        return {self.Alarm.EVENING: timedelta(hours=-5), self.Alarm.MORNING: timedelta(hours=7)}.get(
            self.Alarm(self.alarm)
        )


class PublishedEntry(models.Model):
    """What was last said under a UID, and how often it changed: calendars take the higher SEQUENCE for the newer."""

    feed = models.ForeignKey(CalendarFeed, models.CASCADE, related_name="entries")
    uid = models.CharField(max_length=120)
    day = models.DateField()
    digest = models.CharField(max_length=64)
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("published entry")
        verbose_name_plural = _("published entries")
        constraints = [models.UniqueConstraint(fields=["feed", "uid"], name="feed_entry_once")]

    def __str__(self) -> str:
        return f"{self.uid} {self.sequence}"

    @property
    def revision(self) -> Revision:
        return Revision(self.sequence, self.changed_at)

    def change(self, digest: str, now: datetime) -> None:
        """Say something else under the same UID; unsaved."""
        self.digest, self.sequence, self.changed_at = digest, self.sequence + 1, now
