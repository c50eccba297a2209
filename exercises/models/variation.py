from typing import Self

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from exercises import figures
from exercises.dose import Dose

from .translated import Translated
from .vocabulary import Equipment


def given_range(unit: str) -> Q:
    """`unit`_low and `unit`_high are both there and in order. A check that meets NULL passes, so both are asked for."""
    return Q(
        **{
            f"{unit}_low__isnull": False,
            f"{unit}_high__isnull": False,
            f"{unit}_low__gte": 1,
            f"{unit}_high__gte": F(f"{unit}_low"),
        }
    )


def no_range(unit: str) -> Q:
    return Q(**{f"{unit}_low__isnull": True, f"{unit}_high__isnull": True})


class VariationQuerySet(models.QuerySet["Variation"]):
    def defaults(self) -> Self:
        """The one of each movement that a newcomer starts with."""
        return self.filter(is_default=True)


class Variation(models.Model):
    """One rung of a movement's ladder, from the easiest (position 1) to the hardest.

    Reps or seconds of its own override those of the movement. FIT numbers are those of the
    profile's exercise_category and exercise_name; without a fitting name only the category stands.
    """

    class Level(models.TextChoices):
        """Where a rung stands beside the one that a newcomer starts with."""

        EASIER = "easier", _("Easier")
        START = "start", _("To start with")
        HARDER = "harder", _("Harder")

    exercise = models.ForeignKey("exercises.Exercise", on_delete=models.CASCADE, related_name="variations")
    slug = models.SlugField()
    position = models.PositiveSmallIntegerField()
    name = Translated(models.CharField(max_length=60))
    description = Translated(models.TextField())
    move_up = Translated(models.TextField(help_text="The test that says: ready for the next rung."))
    move_down = Translated(models.TextField(help_text="The reason to take the rung below."))
    equipment = models.ManyToManyField(Equipment, related_name="variations", blank=True)
    per_leg = models.BooleanField(default=False, help_text="Counted for each leg or side.")
    timed = models.BooleanField(default=False, help_text="A hold, counted in seconds.")
    loaded = models.BooleanField(default=False, help_text="Takes kilograms.")
    reps_low = models.PositiveSmallIntegerField(null=True, blank=True)
    reps_high = models.PositiveSmallIntegerField(null=True, blank=True)
    seconds_low = models.PositiveSmallIntegerField(null=True, blank=True)
    seconds_high = models.PositiveSmallIntegerField(null=True, blank=True)
    is_default = models.BooleanField(default=False, help_text="The one a newcomer starts with.")
    fit_category = models.PositiveSmallIntegerField(null=True, blank=True)
    fit_name = models.PositiveIntegerField(null=True, blank=True)

    objects = VariationQuerySet.as_manager()

    class Meta:
        ordering = ["exercise", "position"]
        constraints = [
            models.UniqueConstraint(fields=["exercise", "slug"], name="variation_slug_once_per_exercise"),
            models.UniqueConstraint(fields=["exercise", "position"], name="variation_rung_once_per_exercise"),
            models.UniqueConstraint(
                fields=["exercise"], condition=Q(is_default=True), name="variation_one_default_per_exercise"
            ),
            models.CheckConstraint(
                condition=no_range("reps") | (Q(timed=False) & given_range("reps")),
                name="variation_reps_range_fits",
            ),
            models.CheckConstraint(
                condition=no_range("seconds") | (Q(timed=True) & given_range("seconds")),
                name="variation_seconds_range_fits",
            ),
            models.CheckConstraint(
                condition=Q(fit_name__isnull=True) | Q(fit_category__isnull=False),
                name="variation_fit_name_needs_category",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_loop_url(self) -> str:
        """Where its drawing is that moves; "" where an editor made a rung that is not drawn."""
        if not figures.has_drawing(self.exercise.slug, self.slug):
            return ""
        return reverse("exercises:loop", args=[self.exercise.slug, self.slug, figures.version()])

    @property
    def level(self) -> Level:
        """Easier, as hard or harder than the start of its ladder: the default, or the lowest rung where none is."""
        ladder = self.exercise.variations.all()
        start = next((rung.position for rung in ladder if rung.is_default), min(rung.position for rung in ladder))
        if self.position == start:
            return self.Level.START
        return self.Level.EASIER if self.position < start else self.Level.HARDER

    @property
    def bodyweight(self) -> bool:
        """No weight needed; a step, a bench or a wall may be."""
        return not any(thing.is_weight for thing in self.equipment.all())

    @property
    def dose(self) -> Dose:
        """Its own reps or seconds where it has them, else those of its movement."""
        low, high = (self.seconds_low, self.seconds_high) if self.timed else (self.reps_low, self.reps_high)
        if low is None or high is None:
            low, high = self.exercise.dose.low, self.exercise.dose.high
        return Dose(
            sets=self.exercise.sets,
            low=low,
            high=high,
            timed=self.timed,
            per_leg=self.per_leg,
            rest_seconds=self.exercise.rest_seconds,
        )
