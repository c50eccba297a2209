"""Runs that happened, and the imports that brought them."""

from datetime import date
from typing import Any, Self, cast
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training.plan.load import GUESSED_RPE, Classified, Confidence, HowKnown
from training.plan.week import Kind, RunFacts
from training.runfiles import Doubt, ParsedActivity
from training.runfiles.activity import Format


class RunQuerySet(models.QuerySet["Run"]):
    def between(self, first: date, last: date) -> Self:
        """Runs on the training days from `first` to `last`, both included."""
        return self.filter(day__range=(first, last))

    def newest_first(self) -> Self:
        return self.order_by("-day", "-start", "-pk")

    def on_or_after(self, day: date) -> Self:
        return self.filter(day__gte=day)

    def before(self, day: date) -> Self:
        """Runs on training days before `day`."""
        return self.filter(day__lt=day)


class Run(models.Model):
    class Kind(models.TextChoices):
        EASY = "easy", _("Easy")
        MODERATE = "moderate", _("Moderate")
        HARD = "hard", _("Hard")
        LONG = "long", _("Long")
        RACE = "race", _("Race")
        CROSS = "cross", _("Cross-training")

    # Without an index of its own: PostgreSQL took it for that of runner and day, and read all the years of a runner.
    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="runs", db_index=False)
    start = models.DateTimeField(_("start"))
    # The date where the runner was at that moment: weeks are made of these days.
    day = models.DateField(_("day"))
    time_zone = models.CharField(_("time zone"), max_length=64)
    seconds = models.FloatField(_("duration"), help_text=_("seconds without pauses"))
    elapsed_seconds = models.FloatField(_("time with pauses"), null=True, blank=True)
    metres = models.FloatField(_("distance"), null=True, blank=True)
    avg_hr = models.PositiveSmallIntegerField(_("average heart rate"), null=True, blank=True)
    max_hr = models.PositiveSmallIntegerField(_("highest heart rate"), null=True, blank=True)
    rpe = models.PositiveSmallIntegerField(
        _("effort"), null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(10)]
    )
    title = models.CharField(_("title"), max_length=200, blank=True)
    # What the runner said it was; empty where nothing was said.
    told = models.CharField(_("kind, told"), max_length=8, choices=Kind, blank=True)
    # What it counts as: told or inferred by training.plan.load, with the rule and its numbers.
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.EASY)
    is_long = models.BooleanField(_("long"), default=False)
    kind_rule = models.CharField(max_length=20, default="default")
    kind_confidence = models.CharField(max_length=6, default="low")
    kind_facts = models.JSONField(default=dict)
    came_with = models.ForeignKey("training.Import", models.CASCADE, null=True, blank=True, related_name="runs")
    found_as = models.OneToOneField("training.ImportItem", models.SET_NULL, null=True, blank=True, related_name="run")
    # The kind of file that it was read from; empty for a run typed in.
    source = models.CharField(_("source"), max_length=8, blank=True, default="", db_default="")
    # The file was broken or contradicts itself, so that an unbroken copy is worth more.
    damaged = models.BooleanField(default=False, db_default=False)
    # Who told its time zone: the file, the place or the runner (training.runfiles.zones); empty for a run typed in.
    zone_told_by = models.CharField(max_length=6, blank=True, default="", db_default="")
    # SHA-1 of the file and the place in it; empty for a run typed in.
    fingerprint = models.CharField(max_length=60, blank=True)
    # Device serial number, time created and place in the file: the same activity in another format.
    device_key = models.CharField(max_length=80, blank=True)

    objects = RunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run")
        constraints = [
            models.UniqueConstraint(
                fields=["runner", "fingerprint"], condition=~Q(fingerprint=""), name="run_file_counts_once"
            ),
            models.CheckConstraint(condition=Q(seconds__gt=0), name="run_takes_time"),
            models.CheckConstraint(
                condition=Q(metres__isnull=True) | Q(metres__gte=0), name="run_distance_not_negative"
            ),
            models.CheckConstraint(condition=Q(rpe__isnull=True) | Q(rpe__range=(0, 10)), name="run_rpe_0_to_10"),
        ]
        indexes = [
            # The week, the history and the last 56 days of one runner.
            models.Index(fields=["runner", "day"], name="run_of_runner_by_day"),
            # Duplicates: runs of one runner that start within 90 seconds.
            models.Index(fields=["runner", "start"], name="run_of_runner_by_start"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.get_kind_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.day = self.start.astimezone(ZoneInfo(self.time_zone)).date()
        super().save(*args, **kwargs)

    @property
    def is_guess(self) -> bool:
        """Whether its kind is no more than a guess."""
        return self.kind_confidence == "low"

    def facts(self) -> RunFacts:
        """What `training.plan` needs to know of it."""
        return RunFacts(
            day=self.day,
            seconds=self.seconds,
            metres=self.metres,
            avg_hr=self.avg_hr,
            max_hr=self.max_hr,
            rpe=self.rpe,
            told=self.told or None,
            id=self.pk,
        )

    def recorded(self) -> ParsedActivity:
        """The run as a file would have told it, to compare it with one; one typed in measures no more than a table."""
        return ParsedActivity(
            format=cast(Format, self.source or "strava"),
            sport="running",
            start=self.start,
            seconds=self.seconds,
            elapsed_seconds=self.elapsed_seconds,
            metres=self.metres,
            avg_hr=self.avg_hr,
            max_hr=self.max_hr,
            title=self.title or None,
            device_key=self.device_key or None,
            warnings=(Doubt.CHECKSUM,) if self.damaged else (),
        )

    def classified(self) -> Classified:
        """The run with the kind that is stored with it, without classifying it anew."""
        facts, kind = self.facts(), Kind(self.kind)
        effort = Kind.EASY if kind is Kind.LONG else kind
        return Classified(
            run=facts,
            kind=kind,
            effort=effort,
            is_long=self.is_long,
            rule=cast(HowKnown, self.kind_rule),
            confidence=cast(Confidence, self.kind_confidence),
            facts=self.kind_facts,
            load=(GUESSED_RPE[effort] if self.rpe is None else self.rpe) * facts.minutes,
            load_estimated=self.rpe is None,
            ask=None,
        )
