"""Runs that are planned: for a single day, for every week, or by a training plan that was imported."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.dates import WEEKDAYS_ABBR
from django.utils.translation import gettext_lazy as _

from training.plan.week import Kind

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from training.models.race import Race

MOST_MINUTES = 24 * 60
# A planned distance takes so long where nothing better is known.
MINUTES_PER_KM = 6.0


class PlanImport(models.Model):
    """A training plan from a calendar file: what it held until it is kept, and the means to take it back."""

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="plan_imports")
    created_at = models.DateTimeField(_("uploaded"))
    name = models.CharField(_("file"), max_length=255, blank=True)
    # Entries as training.actions.plan_imports writes them; emptied once the plan is kept.
    entries = models.JSONField(default=list)
    past = models.PositiveIntegerField(_("entries in the past"), default=0)
    unreadable = models.PositiveIntegerField(_("events without a readable date"), default=0)
    kept_at = models.DateTimeField(_("kept"), null=True, blank=True)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    if TYPE_CHECKING:
        runs: RelatedManager["PlannedRun"]
        races: RelatedManager["Race"]

    class Meta:
        verbose_name = _("import of a training plan")
        # The runner's imports, newest first.
        indexes = [models.Index(fields=["runner", "-created_at"], name="plan_import_of_runner_newest")]

    def __str__(self) -> str:
        return self.name or f"{self.created_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("training:plan-imported", args=[self.pk])

    @property
    def is_preview(self) -> bool:
        """Whether nothing of it counts yet."""
        return self.kept_at is None

    def keep(self, now: datetime) -> None:
        """Its runs are in the plan from now on; unsaved."""
        self.kept_at, self.entries = now, []


class Length(models.Model):
    """How far and how long a planned run is; both may be open."""

    metres = models.FloatField(_("distance"), null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        _("minutes"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)]
    )
    # A long run with faster parts; other kinds say it themselves.
    hard = models.BooleanField(_("with faster parts"), default=False)

    if TYPE_CHECKING:
        kind: models.CharField[str, str]

    class Meta:
        abstract = True

    @property
    def expected_minutes(self) -> float | None:
        """The time to expect; None where nothing is said, or only how far somebody cycles."""
        if self.minutes is not None:
            return float(self.minutes)
        return None if self.metres is None or self.kind == Kind.CROSS else self.metres / 1000 * MINUTES_PER_KM


class PlannedRunQuerySet(models.QuerySet["PlannedRun"]):
    def between(self, first: date, last: date) -> Self:
        """Planned runs from `first` to `last`, both included."""
        return self.filter(day__range=(first, last))


class PlannedRun(Length):
    """A run, or a day of rest, planned for one day: typed in, or imported with a plan."""

    class Kind(models.TextChoices):
        EASY = "easy", _("Easy")
        MODERATE = "moderate", _("Moderate")
        HARD = "hard", _("Hard")
        LONG = "long", _("Long")
        CROSS = "cross", _("Cross-training")
        REST = "rest", _("Rest")

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="planned_runs")
    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind, default=Kind.EASY)
    title = models.CharField(_("title"), max_length=200, blank=True)
    notes = models.TextField(_("notes"), max_length=2000, blank=True)
    plan_import = models.ForeignKey(PlanImport, models.CASCADE, null=True, blank=True, related_name="runs")
    # The UID of the event that it was imported from; empty where it was typed in.
    uid = models.CharField(max_length=100, blank=True)

    objects = PlannedRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("planned run")
        constraints = [
            models.UniqueConstraint(fields=["runner", "uid"], condition=~Q(uid=""), name="planned_run_event_once"),
            models.CheckConstraint(condition=Q(metres__isnull=True) | Q(metres__gt=0), name="planned_run_has_length"),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__range=(1, MOST_MINUTES)), name="planned_run_takes_time"
            ),
        ]
        # The plan and the coming week of one runner.
        indexes = [models.Index(fields=["runner", "day"], name="planned_run_of_runner_by_day")]

    def __str__(self) -> str:
        return self.title or str(self.get_kind_display())

    def get_absolute_url(self) -> str:
        return reverse("training:planned-run", args=[self.pk])


class WeeklyRunQuerySet(models.QuerySet["WeeklyRun"]):
    def between(self, first: date, last: date) -> Self:
        """Runs of patterns that hold on any day from `first` to `last`."""
        return self.filter(Q(last__isnull=True) | Q(last__gte=first), first__lte=last)

    def on(self, day: date) -> Self:
        """The pattern that holds on `day`, for all its weekdays."""
        return self.between(day, day)


class WeeklyRun(Length):
    """A run of the weekly pattern: on this weekday of every week from `first` to `last`."""

    class Kind(models.TextChoices):
        EASY = "easy", _("Easy")
        MODERATE = "moderate", _("Moderate")
        HARD = "hard", _("Hard")
        LONG = "long", _("Long")
        CROSS = "cross", _("Cross-training")

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="weekly_runs")
    weekday = models.PositiveSmallIntegerField(_("weekday"), help_text=_("0 is Monday"))
    kind = models.CharField(_("kind"), max_length=8, choices=Kind)
    first = models.DateField(_("from"))
    last = models.DateField(_("until"), null=True, blank=True)

    objects = WeeklyRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("run of the weekly pattern")
        constraints = [
            # Its index also serves the plan of one runner.
            models.UniqueConstraint(fields=["runner", "weekday", "first"], name="weekly_run_once_a_weekday"),
            models.CheckConstraint(condition=Q(weekday__range=(0, 6)), name="weekly_run_on_a_weekday"),
            models.CheckConstraint(
                condition=Q(last__isnull=True) | Q(last__gte=models.F("first")), name="weekly_run_ends_after_start"
            ),
            models.CheckConstraint(condition=Q(metres__isnull=True) | Q(metres__gt=0), name="weekly_run_has_length"),
            models.CheckConstraint(
                condition=Q(minutes__isnull=True) | Q(minutes__range=(1, MOST_MINUTES)), name="weekly_run_takes_time"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.weekday_name} {self.get_kind_display()}"

    @property
    def weekday_name(self) -> str:
        """Its weekday, short."""
        return str(WEEKDAYS_ABBR[self.weekday])

    def holds_on(self, day: date) -> bool:
        return self.weekday == day.weekday() and self.first <= day and (self.last is None or day <= self.last)
