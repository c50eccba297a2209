"""Strength sessions and the sets that were done in them."""

import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Case, Count, Exists, F, OuterRef, Q, Subquery, When
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from training.models.custom import CustomSet
    from training.models.planned_movement import PlannedMovement


# Warm-up sets have numbers of their own, so that they push no working set out of its place.
WARM_UP_FROM = 128


def set_id(session_id: uuid.UUID, position: int, number: int) -> uuid.UUID:
    """The id of a set, the same on every device: two taps make one set, and so do two phones.

    The session's own id with the place in its last two bytes. Warm-up sets are numbered from `WARM_UP_FROM` on.
    Raises ValueError for a place that two bytes cannot hold.
    """
    return uuid.UUID(bytes=session_id.bytes[:-2] + bytes((position, number)))


class SessionQuerySet(models.QuerySet["Session"]):
    def done(self) -> Self:
        return self.filter(status=Session.Status.DONE)

    def under_way(self) -> Self:
        return self.filter(status=Session.Status.UNDER_WAY)

    def between(self, first: date, last: date) -> Self:
        """Sessions on the training days from `first` to `last`, both included."""
        return self.filter(day__range=(first, last))

    def delete_for_now(self, now: datetime) -> int:
        """Out of sight, with all their sets, until they are brought back; those that are shown, not deleted ones."""
        return self.update(deleted_from=F("status"), deleted_at=now, status=Session.Status.DELETED)

    def bring_back(self) -> int:
        """Undo the deletion of those that are deleted."""
        deleted = self.filter(status=Session.Status.DELETED)
        return deleted.update(status=F("deleted_from"), deleted_from="", deleted_at=None)

    def newest_first(self) -> Self:
        # A session entered later has no start; databases disagree on where that sorts.
        return self.order_by("-day", F("started_at").desc(nulls_last=True), "pk")

    def trained(self) -> Self:
        """Done or under way: its sets were really lifted."""
        return self.filter(status__in=[Session.Status.DONE, Session.Status.UNDER_WAY])

    def in_turn(self) -> Self:
        """Those that workouts A and B take turns by: a workout of the runner's own between them changes nothing."""
        return self.trained().exclude(workout=Session.Workout.OWN)

    def with_own_sets(self) -> Self:
        """With `own_sets`: the working sets of movements without a guide."""
        own = Session.everything.filter(pk=OuterRef("pk")).order_by().values("pk")
        own = own.annotate(number=Count("custom_sets", filter=Q(custom_sets__warm_up=False)))
        # Only a workout of the runner's own has such sets: in others they are not looked for.
        number = Case(When(workout=Session.Workout.OWN, then=Subquery(own.values("number"))), default=0)
        return self.annotate(own_sets=number)

    def with_sets_done(self) -> Self:
        """With `own_sets`, and `sets_done`: all working sets that were done."""
        ours = Count("sets", filter=Q(sets__warm_up=False, sets__removed=False))
        return self.with_own_sets().annotate(sets_done=ours + F("own_sets"))

    def with_later(self) -> Self:
        """With `has_later`: whether its runner trained on a later day."""
        later = Session.objects.trained().filter(runner=OuterRef("runner"), day__gt=OuterRef("day"))
        return self.annotate(has_later=Exists(later))

    def with_counts(self) -> Self:
        """With `sets_done`, and what `planned_sets` counts."""
        return self.with_sets_done().prefetch_related("movements")

    def page(self, before: tuple[date, uuid.UUID] | None, size: int) -> list["Session"]:
        """The `size` newest sessions after the row `before`, by day and id, and one more where there is one."""
        rows = self.order_by("-day", "-pk")
        if before:
            day, pk = before
            # The day alone is what the index can jump to.
            rows = rows.filter(day__lte=day).exclude(day=day, pk__gte=pk)
        return list(rows[: size + 1])


class NotDeleted(models.Manager.from_queryset(SessionQuerySet)):  # type: ignore[misc]
    """Sessions that the runner did not delete."""

    def get_queryset(self) -> SessionQuerySet:
        found: SessionQuerySet = super().get_queryset().exclude(status=Session.Status.DELETED)
        return found


class Session(models.Model):
    class Status(models.TextChoices):
        PLANNED = "planned", _("planned")
        UNDER_WAY = "under-way", _("under way")
        DONE = "done", _("done")
        SKIPPED = "skipped", _("skipped")
        # Out of sight, and brought back by Undo.
        DELETED = "deleted", _("deleted")

    class MorningAfter(models.TextChoices):
        SETTLED = "settled", _("gone, or as before the session")
        LINGERING = "lingering", _("still there")
        WORSE = "worse", _("worse than in the session")

    class Workout(models.TextChoices):
        A = "A", _("Workout A")
        B = "B", _("Workout B")
        FULL = "full", _("All seven")
        # Put together by the runner elsewhere, and brought by an import.
        OWN = "own", _("Own workout")

        @classmethod
        def offered(cls) -> list["Session.Workout"]:
            """Those that can be begun here."""
            return [cls.A, cls.B, cls.FULL]

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # Without an index of its own: PostgreSQL took it for that of runner and day, and read all the years of a runner.
    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sessions", db_index=False)
    day = models.DateField(_("day"))
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.UNDER_WAY)
    workout = models.CharField(_("workout"), max_length=4, choices=Workout)
    # What the runner called it in the app that it comes from.
    title = models.CharField(_("title"), max_length=200, blank=True, default="", db_default="")
    light = models.BooleanField(_("light"), default=False)
    started_at = models.DateTimeField(_("started"), null=True, blank=True)
    finished_at = models.DateTimeField(_("finished"), null=True, blank=True)
    effort = models.PositiveSmallIntegerField(
        _("effort"), null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(10)]
    )
    pain = models.PositiveSmallIntegerField(
        _("pain"), null=True, blank=True, validators=[MinValueValidator(0), MaxValueValidator(10)]
    )
    notes = models.TextField(_("notes"), blank=True, max_length=5000)
    # How the pain was the morning after (E43).
    morning_after = models.CharField(_("the morning after"), max_length=9, choices=MorningAfter, blank=True)
    # The reasons of the recommendation that it was started from, as training.plan gave them.
    reasons = models.JSONField(default=list, blank=True)
    # When the runner last said how it was; of two devices the later one counts.
    changed_at = models.DateTimeField(_("changed"), null=True, blank=True)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True)
    deleted_from = models.CharField(_("status before"), max_length=9, choices=Status, blank=True)
    came_with = models.ForeignKey("training.Import", models.CASCADE, null=True, blank=True, related_name="sessions")
    found_as = models.OneToOneField(
        "training.ImportItem", models.SET_NULL, null=True, blank=True, related_name="session"
    )
    # The app or kind of file that it comes from, and what is equal for two copies of it there; empty for one of ours.
    source = models.CharField(_("source"), max_length=8, blank=True, default="", db_default="")
    key = models.CharField(max_length=120, blank=True, default="", db_default="")

    objects = NotDeleted()
    everything = SessionQuerySet.as_manager()

    if TYPE_CHECKING:
        # Of `with_own_sets` and `with_sets_done`.
        own_sets: int
        sets_done: int
        # Of `with_later`.
        has_later: bool
        custom_sets: RelatedManager[CustomSet]
        movements: RelatedManager[PlannedMovement]
        sets: RelatedManager["LoggedSet"]

    class Meta:
        verbose_name = _("strength session")
        constraints = [
            # One session is planned for a day, however often it is tapped.
            models.UniqueConstraint(
                fields=["runner", "day"], condition=Q(status="planned"), name="session_planned_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(effort__isnull=True) | Q(effort__range=(0, 10)), name="session_effort_0_to_10"
            ),
            models.CheckConstraint(
                condition=Q(pain__isnull=True) | Q(pain__range=(0, 10)), name="session_pain_0_to_10"
            ),
        ]
        indexes = [
            # The week, the history and the last 56 days of one runner.
            models.Index(fields=["runner", "day"], name="session_of_runner_by_day"),
            # Duplicates of an import.
            models.Index(fields=["runner", "key"], condition=~Q(key=""), name="session_of_runner_by_key"),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"

    def get_absolute_url(self) -> str:
        return reverse("training:session", args=[self.pk])

    @property
    def name(self) -> str:
        """Its title where it came with one, else that of its workout."""
        return self.title or self.get_workout_display()

    @property
    def is_own(self) -> bool:
        """Put together by the runner elsewhere, so that it may have movements without a guide."""
        return self.workout == self.Workout.OWN

    @property
    def is_done(self) -> bool:
        return self.status == self.Status.DONE

    @property
    def is_trained(self) -> bool:
        """Done or under way."""
        return self.status in (self.Status.DONE, self.Status.UNDER_WAY)

    @property
    def moved_from(self) -> date | None:
        """The day that a planned session was moved away from, by its own reasons."""
        moved = self._fact("own-choice", "moved_from")
        return date.fromisoformat(moved) if moved else None

    @property
    def skipped_because(self) -> str:
        """The code of the runner's reason for skipping it; empty where none was given."""
        return str(self._fact("skipped", "why") or "")

    def _fact(self, rule: str, name: str) -> Any:
        return next((reason["facts"].get(name) for reason in self.reasons if reason["rule"] == rule), None)

    @property
    def minutes(self) -> int | None:
        """How long it took; not known of a session that was entered later."""
        if not (self.started_at and self.finished_at):
            return None
        return round((self.finished_at - self.started_at).total_seconds() / 60)

    @property
    def planned_sets(self) -> int:
        return sum(len(movement.targets) for movement in self.movements.all())

    def set_id(self, position: int, number: int) -> uuid.UUID:
        """The id of one of its sets."""
        return set_id(self.pk, position, number)

    def finish(self, now: datetime) -> None:
        """Done, at `now` when it was also started here; finishing it again keeps the moment. Unsaved."""
        if not self.is_done and self.started_at:
            self.finished_at = now
        self.status = self.Status.DONE


class LoggedSetQuerySet(models.QuerySet["LoggedSet"]):
    def done(self) -> Self:
        """Sets of sessions that are done or under way; a skipped or deleted session counts for nothing."""
        return self.exclude(session__status__in=[Session.Status.SKIPPED, Session.Status.DELETED])

    def working(self) -> Self:
        return self.filter(warm_up=False)


class NotRemoved(models.Manager.from_queryset(LoggedSetQuerySet)):  # type: ignore[misc]
    """Sets that the runner did not take back."""

    def get_queryset(self) -> LoggedSetQuerySet:
        found: LoggedSetQuerySet = super().get_queryset().filter(removed=False)
        return found


class LoggedSet(models.Model):
    """A set that was done. Its id is made where it is logged, so that sending it twice changes nothing."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    # None has an index of its own: sets are found by their session, and a variation that a new edition of the guides
    # drops is rare enough to look through all of them.
    session = models.ForeignKey(Session, models.CASCADE, related_name="sets", db_index=False)
    exercise = models.ForeignKey("exercises.Exercise", models.PROTECT, related_name="+", db_index=False)
    variation = models.ForeignKey("exercises.Variation", models.PROTECT, related_name="+", db_index=False)
    position = models.PositiveSmallIntegerField(help_text=_("place of the movement in the session"))
    number = models.PositiveSmallIntegerField(_("set"))
    reps = models.PositiveSmallIntegerField(_("reps"), null=True, blank=True)
    seconds = models.PositiveSmallIntegerField(_("seconds"), null=True, blank=True)
    # The whole load; a pair of dumbbells of 10 kg is 20.
    kg = models.FloatField(_("load"), null=True, blank=True)
    # Reps or seconds are of each leg or side; the pair is one set.
    per_leg = models.BooleanField(_("per leg"), default=False)
    rir = models.PositiveSmallIntegerField(_("reps in reserve"), null=True, blank=True)
    warm_up = models.BooleanField(_("warm-up"), default=False)
    logged_at = models.DateTimeField(_("logged"))
    # When the runner last changed it, on whatever device: of two changes the later one counts.
    changed_at = models.DateTimeField(_("changed"))
    # Taken back. The row stays, so that a late message from another device does not bring the set back.
    removed = models.BooleanField(_("removed"), default=False)

    objects = NotRemoved()
    everything = LoggedSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("logged set")
        ordering = ["position", "number"]
        constraints = [
            models.CheckConstraint(
                condition=Q(reps__isnull=False, seconds__isnull=True) | Q(reps__isnull=True, seconds__isnull=False),
                name="set_has_reps_or_seconds",
            ),
            models.CheckConstraint(condition=Q(kg__isnull=True) | Q(kg__range=(0, 1000)), name="set_load_0_to_1000_kg"),
            models.CheckConstraint(condition=Q(rir__isnull=True) | Q(rir__range=(0, 10)), name="set_rir_0_to_10"),
        ]
        # The sets of a session; the history of one movement: the few of its sets in each session of a runner.
        indexes = [models.Index(fields=["session", "exercise"], name="set_of_session_by_movement")]

    def __str__(self) -> str:
        return f"{self.exercise} {self.number}"

    @property
    def amount(self) -> int:
        """Reps, or seconds of a hold."""
        return self.reps if self.reps is not None else self.seconds or 0
