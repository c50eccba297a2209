"""The runner: the user, with units, calendar and wishes for the week."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from training.models.week_ahead import WeekAhead
from training.plan.progression import KILOGRAMS, POUNDS, Held, Weights
from training.plan.wishes import Style, Wishes
from training.units import IMPERIAL, METRIC, Units


class RunnerManager(BaseUserManager["Runner"]):
    """Runners log in by email; there is no user name."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Runner":
        runner = self.model(email=self.normalize_email(email), **fields)
        runner.set_password(password)
        runner.save(using=self._db)
        return runner

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Runner":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


def known_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(_("There is no time zone called %(name)s."), params={"name": name})


def any_minutes() -> list[int | None]:
    return [None] * 7


class Runner(AbstractUser):
    class UnitSystem(models.TextChoices):
        METRIC = "metric", _("Kilometres and kilograms")
        IMPERIAL = "imperial", _("Miles and pounds")

    class WeekStart(models.IntegerChoices):
        MONDAY = 0, _("Monday")
        SUNDAY = 6, _("Sunday")

    class Style(models.TextChoices):
        EASY_DAYS = "easy-days", _("On easy days")
        STACK = "stack", _("On hard days")

    username = None  # type: ignore[assignment]
    email = models.EmailField(_("email address"), unique=True)
    # Empty: what the browser asks for. Signing up keeps the language of that moment.
    language = models.CharField(_("language"), max_length=7, choices=settings.LANGUAGES, blank=True, default="")
    units = models.CharField(_("units"), max_length=8, choices=UnitSystem, default=UnitSystem.METRIC)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC", validators=[known_time_zone])
    week_starts_on = models.PositiveSmallIntegerField(
        _("first day of the week"), choices=WeekStart, default=WeekStart.MONDAY
    )
    target = models.PositiveSmallIntegerField(
        _("strength sessions a week"), default=2, validators=[MinValueValidator(1), MaxValueValidator(3)]
    )
    style = models.CharField(_("where strength goes"), max_length=9, choices=Style, default=Style.EASY_DAYS)
    session_minutes = models.PositiveSmallIntegerField(
        _("length of a session"), default=35, validators=[MinValueValidator(20), MaxValueValidator(60)]
    )
    # Seven entries from Monday: minutes for all training that day, 0 = no strength, None = as many as it takes.
    minutes_by_weekday = models.JSONField(_("minutes by weekday"), default=any_minutes)
    # Weekdays, 0 = Monday, on which the runner likes to lift.
    preferred_weekdays = models.JSONField(_("preferred weekdays"), default=list, blank=True)
    max_heart_rate = models.PositiveSmallIntegerField(
        _("maximum heart rate"), null=True, blank=True, validators=[MinValueValidator(120), MaxValueValidator(240)]
    )
    logs_rir = models.BooleanField(_("ask for reps in reserve"), default=False)
    # What is at hand. Nothing chosen means that nothing was told: then no variation is ruled out.
    equipment = models.ManyToManyField("exercises.Equipment", verbose_name=_("equipment"), blank=True)
    # The weights at hand, in kilograms; None: the usual ones of the runner's units.
    bar_kg = models.FloatField(_("bar"), null=True, blank=True)
    plate_kg = models.FloatField(_("smallest plate"), null=True, blank=True)
    dumbbell_step_kg = models.FloatField(_("step between dumbbells"), null=True, blank=True)
    # The only dumbbells there are, lightest first; empty: one at each step.
    dumbbells_kg = models.JSONField(_("dumbbells"), default=list, blank=True)
    # Phase 2 of squat and deadlift: few reps with a heavy load, once the gate is open.
    wants_heavy = models.BooleanField(_("heavy squats and deadlifts"), default=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    objects = RunnerManager()  # type: ignore[assignment,misc]

    class Meta:
        verbose_name = _("runner")
        constraints = [
            models.CheckConstraint(condition=models.Q(target__range=(1, 3)), name="runner_target_1_to_3"),
            models.CheckConstraint(
                condition=models.Q(week_starts_on__in=[0, 6]), name="runner_week_from_monday_or_sunday"
            ),
            models.CheckConstraint(
                condition=(models.Q(bar_kg=None) | models.Q(bar_kg__gt=0))
                & (models.Q(plate_kg=None) | models.Q(plate_kg__gt=0))
                & (models.Q(dumbbell_step_kg=None) | models.Q(dumbbell_step_kg__gt=0)),
                name="runner_weights_above_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def written_language(self) -> str:
        """The language of what is written without a browser that asks for it: mails and the calendar."""
        return self.language or settings.LANGUAGE_CODE

    @property
    def measures(self) -> Units:
        """The symbols and factors of the runner's units."""
        return METRIC if self.units == self.UnitSystem.METRIC else IMPERIAL

    @property
    def weights(self) -> Weights:
        """What can be put on: the runner's own weights, and the usual ones where nothing was told."""
        usual = KILOGRAMS if self.units == self.UnitSystem.METRIC else POUNDS
        return Weights(
            bar=self.bar_kg or usual.bar,
            plate=self.plate_kg or usual.plate,
            dumbbell_step=self.dumbbell_step_kg or usual.dumbbell_step,
            dumbbells=tuple(self.dumbbells_kg),
            told=frozenset(
                {
                    *([Held.BARBELL] if self.bar_kg or self.plate_kg else []),
                    *([Held.PAIR, Held.ONE] if self.dumbbell_step_kg or self.dumbbells_kg else []),
                }
            ),
        )

    def today(self, now: datetime) -> date:
        """The training day at the moment `now` (aware), where the runner lives."""
        return now.astimezone(self.zone).date()

    def week_of(self, day: date) -> date:
        """The first day of the runner's week that holds `day`."""
        return day - timedelta(days=(day.weekday() - self.week_starts_on) % 7)

    def wishes(self) -> Wishes:
        """What the settings say, as the recommender reads it."""
        limits = dict(enumerate(self.minutes_by_weekday))
        return Wishes(
            target=self.target,
            style=Style(self.style),
            available=frozenset(weekday for weekday, minutes in limits.items() if minutes != 0),
            minutes={weekday: minutes for weekday, minutes in limits.items() if minutes},
            session_minutes=self.session_minutes,
            preferred=frozenset(self.preferred_weekdays),
        )

    def wishes_as_text(self) -> str:
        """The settings that the choice of days rests on; another text where one of them is another."""
        sessions = (self.target, str(self.style), self.session_minutes)
        return repr((*sessions, self.minutes_by_weekday, self.preferred_weekdays))

    def week_ahead(self, today: date, *, plan_until: date | None = None) -> WeekAhead:
        """The seven days ahead: what is expected, the days for strength, what changed; one query."""
        return WeekAhead.of(self, today, plan_until=plan_until)
