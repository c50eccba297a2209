from django.db import models
from django.utils.translation import gettext_lazy as _

from .translated import Translated


class Muscle(models.Model):
    """A muscle or group of muscles that a guide names and the muscle map tints."""

    class Region(models.TextChoices):
        HIP = "hip", _("Hips")
        THIGH = "thigh", _("Thighs")
        LOWER_LEG = "lower-leg", _("Lower legs")
        TRUNK = "trunk", _("Trunk")
        UPPER_BODY = "upper-body", _("Upper body")

    slug = models.SlugField(unique=True)
    name = Translated(models.CharField(max_length=60))
    aliases = Translated(
        models.CharField(max_length=300, blank=True, help_text="Other names people search for, with commas.")
    )
    plain_name = Translated(models.CharField(max_length=120, help_text="What a runner calls it: “front of the thigh”."))
    region = models.CharField(max_length=12, choices=Region)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(region__in=["hip", "thigh", "lower-leg", "trunk", "upper-body"]),
                name="muscle_region_is_known",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Equipment(models.Model):
    """A thing that some variation needs. A variation that needs nothing has no equipment."""

    slug = models.SlugField(unique=True)
    name = Translated(models.CharField(max_length=60))
    aliases = Translated(
        models.CharField(max_length=300, blank=True, help_text="Other names people search for, with commas.")
    )
    instead = Translated(models.CharField(max_length=200, blank=True, help_text="What does the job at home."))
    is_weight = models.BooleanField(default=False, help_text="A load to lift, not a thing to stand on or lean on.")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        verbose_name_plural = "equipment"

    def __str__(self) -> str:
        return self.name
