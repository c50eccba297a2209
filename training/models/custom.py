"""Movements that have no guide here: kept under the runner's own names, so that nothing that was lifted is dropped."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from training.models.session import Session

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager


class CustomMovement(models.Model):
    """A movement by the name that its runner or another app gave it."""

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="custom_movements")
    name = models.CharField(_("name"), max_length=200)

    if TYPE_CHECKING:
        sets: RelatedManager["CustomSet"]

    class Meta:
        verbose_name = _("movement of your own")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["runner", "name"], name="custom_movement_once")]

    def __str__(self) -> str:
        return self.name


class CustomSetQuerySet(models.QuerySet["CustomSet"]):
    def working(self) -> Self:
        return self.filter(warm_up=False)

    def of(self, sessions: Iterable[Session]) -> dict[uuid.UUID, list["OwnMovement"]]:
        """What was done of the runner's own movements, by session, in order: one query, none without such a session."""
        found: dict[uuid.UUID, dict[int, OwnMovement]] = {one.pk: {} for one in sessions if one.is_own}
        rows = self.filter(session__in=found).select_related("movement").order_by("position", "number") if found else ()
        for row in rows:
            movements = found[row.session_id]
            movements.setdefault(row.movement_id, OwnMovement(row.movement.name, row.position, [])).sets.append(row)
        return {session: list(movements.values()) for session, movements in found.items()}


@dataclass(frozen=True, slots=True)
class OwnMovement:
    """A movement of the runner's own in a session, with all its sets, warm-ups behind the others."""

    name: str
    position: int
    sets: "list[CustomSet]"

    @property
    def working(self) -> "list[CustomSet]":
        return [one for one in self.sets if not one.warm_up]

    @property
    def warm_ups(self) -> "list[CustomSet]":
        return [one for one in self.sets if one.warm_up]

    @property
    def notes(self) -> list[str]:
        """Each once."""
        return list(dict.fromkeys(one.notes for one in self.sets if one.notes))


class CustomSet(models.Model):
    """A set of such a movement, as the file told it; what it was silent about is None."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    session = models.ForeignKey(Session, models.CASCADE, related_name="custom_sets")
    movement = models.ForeignKey(CustomMovement, models.CASCADE, related_name="sets")
    # Counted with the positions of the session's other movements.
    position = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField(_("set"))
    reps = models.PositiveSmallIntegerField(_("reps"), null=True, blank=True)
    seconds = models.PositiveIntegerField(_("seconds"), null=True, blank=True)
    metres = models.FloatField(_("distance"), null=True, blank=True)
    kg = models.FloatField(_("load"), null=True, blank=True)
    rir = models.PositiveSmallIntegerField(_("reps in reserve"), null=True, blank=True)
    warm_up = models.BooleanField(_("warm-up"), default=False)
    notes = models.TextField(_("notes"), blank=True, max_length=1000)

    objects = CustomSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("set of a movement of your own")
        ordering = ["position", "number"]
        constraints = [
            models.UniqueConstraint(fields=["session", "position", "number"], name="custom_set_once"),
            models.CheckConstraint(
                condition=Q(kg__isnull=True) | Q(kg__range=(0, 1000)), name="custom_set_load_0_to_1000_kg"
            ),
            models.CheckConstraint(
                condition=Q(rir__isnull=True) | Q(rir__range=(0, 10)), name="custom_set_rir_0_to_10"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.movement} {self.number}"


class MovementTitle(models.Model):
    """What another app's name for a movement means: one of our variations, or a movement of the runner's own.

    Told by the runner on the page of an import and remembered for the next one.
    """

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="movement_titles")
    # As the app writes it, and as training.runfiles.movements.title_key makes two spellings equal.
    title = models.CharField(_("name in the app"), max_length=200)
    key = models.CharField(max_length=200)
    # None: kept under its own name.
    variation = models.ForeignKey(
        "exercises.Variation", models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("variation")
    )
    # The app counts one of two dumbbells, and we count what is lifted.
    each_hand = models.BooleanField(_("loads are of one hand"), default=False)

    class Meta:
        verbose_name = _("name of a movement")
        ordering = ["title"]
        constraints = [models.UniqueConstraint(fields=["runner", "key"], name="movement_title_once")]

    def __str__(self) -> str:
        return self.title
