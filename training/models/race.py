"""Races: a date, a distance, and how much they matter."""

from datetime import date
from typing import Self, cast

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from training.plan.week import Priority
from training.plan.week import Race as RaceFacts


class RaceQuerySet(models.QuerySet["Race"]):
    def between(self, first: date, last: date) -> Self:
        """Races from `first` to `last`, both included."""
        return self.filter(day__range=(first, last))

    def on_or_after(self, day: date) -> Self:
        return self.filter(day__gte=day)


class Race(models.Model):
    class Priority(models.TextChoices):
        A = "A", _("A: the one that counts")
        B = "B", _("B: you want to do well")
        C = "C", _("C: you run through it")

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="races")
    day = models.DateField(_("day"))
    name = models.CharField(_("name"), max_length=200, blank=True)
    metres = models.FloatField(_("distance"), null=True, blank=True)
    priority = models.CharField(_("how much it matters"), max_length=1, choices=Priority, default=Priority.C)
    goal = models.CharField(_("goal"), max_length=100, blank=True)
    plan_import = models.ForeignKey("training.PlanImport", models.CASCADE, null=True, blank=True, related_name="races")
    # The UID of the event that it was imported from; empty where it was typed in.
    uid = models.CharField(max_length=100, blank=True)

    objects = RaceQuerySet.as_manager()

    class Meta:
        verbose_name = _("race")
        ordering = ["day"]
        constraints = [
            # Its index also serves the races of the coming weeks.
            models.UniqueConstraint(fields=["runner", "day"], name="race_once_a_day"),
            models.CheckConstraint(condition=Q(metres__isnull=True) | Q(metres__gt=0), name="race_has_length"),
            models.CheckConstraint(condition=Q(priority__in=["A", "B", "C"]), name="race_priority_a_b_c"),
        ]

    def __str__(self) -> str:
        return self.name or str(_("Race"))

    def get_absolute_url(self) -> str:
        return reverse("training:race", args=[self.pk])

    def facts(self) -> RaceFacts:
        """What `training.plan` needs to know of it."""
        km = None if self.metres is None else self.metres / 1000
        return RaceFacts(self.day, km, cast(Priority, self.priority))
