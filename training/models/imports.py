"""An import on its way from chosen files to runs and sessions: what was uploaded, what was found, what came of it."""

from datetime import datetime, timedelta
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, Self
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from training.runfiles import ParsedActivity, StrengthActivity

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager
    from pydantic import TypeAdapter

    from training.models.run import Run
    from training.models.session import Session

# A worker tells that it lives at least every two seconds; silent for longer than this, it was killed.
SILENCE = timedelta(seconds=10)
# Taken up so often without getting further, a file is what kills the worker.
MOST_ATTEMPTS = 3
# So long a preview waits for its runner; then it is let go.
PREVIEW_DAYS = 30
# So much of a file's name is kept.
NAME_LETTERS = 255


class ImportQuerySet(models.QuerySet["Import"]):
    def worked_on(self) -> Self:
        """Those that a worker has to bring further."""
        return self.filter(status__in=Import.WORKED_ON)

    def left_behind(self, now: datetime) -> Self:
        """Those whose worker has been silent for too long, or that none has begun for as long."""
        return self.worked_on().filter(told_at__lt=now - SILENCE)

    def newest_first(self) -> Self:
        return self.order_by("-created_at", "-pk")


class Import(models.Model):
    """One upload: read in the background, looked over and confirmed by its runner, undone as a whole."""

    class Status(models.TextChoices):
        READING = "reading", _("being read")
        WAITING = "waiting", _("waits for you")
        ADDING = "adding", _("being added")
        DONE = "done", _("done")
        UNDONE = "undone", _("taken back")
        CANCELLED = "cancelled", _("cancelled")
        FAILED = "failed", _("could not be read")

    WORKED_ON = (Status.READING, Status.ADDING)

    class DistanceUnit(models.TextChoices):
        KILOMETRES = "km", _("kilometres")
        MILES = "mi", _("miles")

    class WeightUnit(models.TextChoices):
        KILOGRAMS = "kg", _("kilograms")
        POUNDS = "lb", _("pounds")

    runner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="imports")
    created_at = models.DateTimeField(_("uploaded"))
    status = models.CharField(_("status"), max_length=9, choices=Status, default=Status.READING)
    # What the runner answered where a table names no unit.
    distance_unit = models.CharField(_("distances in"), max_length=2, choices=DistanceUnit, blank=True)
    weight_unit = models.CharField(_("weights in"), max_length=2, choices=WeightUnit, blank=True)
    # Who works on it: of two workers the one that came last goes on, and the other finds out at its next word.
    worker = models.UUIDField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    begun_at = models.DateTimeField(null=True, blank=True)
    told_at = models.DateTimeField()
    # Of the bytes, 0 to 1.
    share = models.FloatField(default=0.0)
    done_at = models.DateTimeField(_("added"), null=True, blank=True)
    undone_at = models.DateTimeField(_("taken back"), null=True, blank=True)

    objects = ImportQuerySet.as_manager()

    if TYPE_CHECKING:
        uploads: RelatedManager["ImportUpload"]
        items: RelatedManager["ImportItem"]
        runs: RelatedManager["Run"]
        sessions: RelatedManager["Session"]

    class Meta:
        verbose_name = _("import")
        indexes = [
            # The runner's imports, newest first.
            models.Index(fields=["runner", "-created_at"], name="import_of_runner_newest"),
            # Those that a worker has to bring further, looked for every few seconds.
            models.Index(
                fields=["told_at"], condition=Q(status__in=["reading", "adding"]), name="import_worked_on_by_word"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.created_at:%Y-%m-%d %H:%M}"

    def get_absolute_url(self) -> str:
        return reverse("training:imported", args=[self.pk])

    @property
    def is_worked_on(self) -> bool:
        return self.status in self.WORKED_ON

    def seconds_left(self, now: datetime) -> float | None:
        """By the share that is done since it was begun; None before a hundredth of it is done."""
        if self.begun_at is None or self.share < 0.01:
            return None
        return (now - self.begun_at).total_seconds() * (1 - self.share) / self.share


def import_storage() -> Storage:
    """Where uploads lie until they are read; web processes and workers must both reach it."""
    return storages["imports"]


class ImportUpload(models.Model):
    """One chosen file. Its content is deleted as soon as it is read and no question is open."""

    came_with = models.ForeignKey(Import, models.CASCADE, related_name="uploads")
    position = models.PositiveSmallIntegerField()
    name = models.CharField(_("file"), max_length=NAME_LETTERS)
    bytes = models.PositiveBigIntegerField(_("size"), help_text=_("bytes"))
    file = models.FileField(storage=import_storage, blank=True)
    # What it holds to be read, None until it is opened, and how much of that is read and kept.
    steps = models.PositiveIntegerField(null=True, blank=True)
    steps_read = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["came_with", "position"], name="import_upload_once")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_read(self) -> bool:
        return self.steps is not None and self.steps_read >= self.steps


class ImportItemQuerySet(models.QuerySet["ImportItem"]):
    def standing_in(self, session: Any) -> Self:
        """Those that were taken instead of this session, in imports that can be undone."""
        return self.filter(
            known_session=session, choice=ImportItem.Choice.INSTEAD, came_with__status=Import.Status.DONE
        )


class ImportItem(models.Model):
    """A run or a workout that was found, or a file that holds neither: what is to become of it, and what became."""

    class Kind(models.TextChoices):
        RUN = "run", _("run")
        WORKOUT = "workout", _("strength session")
        FILE = "file", _("file")
        # All of an account, as training.export writes it.
        ACCOUNT = "account", _("account")

    class Outcome(models.TextChoices):
        NEW = "new", _("new")
        KNOWN = "known", _("already there")
        UNCLEAR = "unclear", _("unclear")
        NO_RUN = "no-run", _("no run in it")
        UNREADABLE = "unreadable", _("could not be read")

    class Choice(models.TextChoices):
        ADD = "add", _("Add it")
        SKIP = "skip", _("Leave it out")
        INSTEAD = "instead", _("Take it instead")

    came_with = models.ForeignKey(Import, models.CASCADE, related_name="items")
    # In the order of the files, counted over all uploads.
    position = models.PositiveIntegerField()
    upload = models.ForeignKey(ImportUpload, models.CASCADE, null=True, related_name="items")
    name = models.CharField(_("file"), max_length=NAME_LETTERS)
    kind = models.CharField(max_length=7, choices=Kind, default=Kind.FILE)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    choice = models.CharField(_("what becomes of it"), max_length=7, choices=Choice, default=Choice.SKIP)
    # The runner has chosen; nobody chooses otherwise for them.
    told = models.BooleanField(default=False)
    sentence = models.TextField(_("what was found"), blank=True)
    # Further files of which the same is to be said.
    more = models.PositiveIntegerField(default=0)
    # training.runfiles' ParsedActivity or StrengthActivity; of a table that leaves its unit open, its examples; of an
    # account, how many rows of it are new and known.
    content = models.JSONField(null=True, blank=True)
    # The code of a question that only the runner can answer.
    question = models.CharField(max_length=40, blank=True)
    fingerprint = models.CharField(max_length=60, blank=True)
    start = models.DateTimeField(_("start"), null=True, blank=True)
    day = models.DateField(_("day"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, blank=True)
    zone_told_by = models.CharField(max_length=6, blank=True)
    # What it repeats: a run or session from before, or another item of the import; and why it is taken for it.
    known_run = models.ForeignKey("training.Run", models.SET_NULL, null=True, blank=True, related_name="+")
    known_session = models.ForeignKey("training.Session", models.SET_NULL, null=True, blank=True, related_name="+")
    twin = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="+")
    match = models.CharField(max_length=20, blank=True)
    # What taking it back needs, as long as it is added: the measures of `known_run` before it was taken instead, by
    # column; of an account the keys of the rows that it brought, by table, and the settings from before.
    before = models.JSONField(null=True, blank=True)

    objects = ImportItemQuerySet.as_manager()

    if TYPE_CHECKING:
        run: Run
        session: Session

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["came_with", "position"], name="import_item_once")]
        # The lists of an import, a page at a time.
        indexes = [models.Index(fields=["came_with", "outcome", "position"], name="item_of_import_by_outcome")]

    def __str__(self) -> str:
        return self.name

    @property
    def has_match(self) -> bool:
        return bool(self.known_run_id or self.known_session_id or self.twin_id)

    def choices_open(self) -> list["ImportItem.Choice"]:
        """What its runner can choose between; nothing for a file that holds neither run nor workout, and for an
        account, which is added with its import or not at all."""
        if self.kind in (self.Kind.FILE, self.Kind.ACCOUNT):
            return []
        replaces = self.known_run_id or self.known_session_id
        return [self.Choice.ADD, *([self.Choice.INSTEAD] if replaces else []), self.Choice.SKIP]

    @property
    def local_start(self) -> datetime:
        """When it began by the clocks of its own time zone."""
        assert self.start is not None
        return self.start.astimezone(ZoneInfo(self.time_zone))

    @staticmethod
    def as_content(found: ParsedActivity | StrengthActivity) -> dict[str, Any]:
        """What was found, for keeping."""
        content: dict[str, Any] = _adapters()[type(found)].dump_python(found, mode="json", exclude_defaults=True)
        return content

    @cached_property
    def activity(self) -> ParsedActivity:
        """The run that was found. Only where its kind is RUN and it is not settled."""
        activity: ParsedActivity = _adapters()[ParsedActivity].validate_python(self.content)
        return activity

    @cached_property
    def workout(self) -> StrengthActivity:
        """The strength session that was found. Only where its kind is WORKOUT and it is not settled."""
        workout: StrengthActivity = _adapters()[StrengthActivity].validate_python(self.content)
        return workout


@cache
def _adapters() -> "dict[type, TypeAdapter[Any]]":
    from pydantic import TypeAdapter  # no other page needs it

    return {of: TypeAdapter(of) for of in (ParsedActivity, StrengthActivity)}
