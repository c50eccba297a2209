"""A worker reads what was uploaded, file by file, and keeps what it found every second or hundred files."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from time import monotonic
from typing import BinaryIO, cast

from django.db import DatabaseError, transaction
from django.db.models import Max
from django.utils import translation

from training.actions.imports.accounts import LOOKED_OVER, look_over
from training.actions.imports.beginning import forget_files
from training.actions.imports.found import as_found, unreadable
from training.actions.imports.judging import judge
from training.actions.imports.working import SupersededError, claim, tell
from training.models import Import, ImportItem, ImportUpload
from training.models.imports import MOST_ATTEMPTS
from training.runfiles import Answers, Bundle, DistanceUnit, FileResult, UnreadableFile, WeightUnit

logger = logging.getLogger(__name__)

SECONDS_BETWEEN_WORDS = 1.0
MOST_STEPS_UNKEPT = 100
# Of so many files the same is said one by one; the others are counted.
MOST_ALIKE = 20


def read(*, pk: int, clock: Callable[[], datetime]) -> None:
    """Read what is unread of an import, then judge all of it; does nothing where it is not to be read any more."""
    work = claim(pk, Import.Status.READING, clock())
    if work is None:
        return
    try:
        with translation.override(work.runner.written_language):
            _Reader(work, clock).read()
    except SupersededError:
        logger.info("Import %s is not this worker's any more.", pk)
        return
    if not work.items.exclude(question="").exists():
        forget_files(work, but_accounts=True)


class _Reader:
    def __init__(self, work: Import, clock: Callable[[], datetime]) -> None:
        self.work, self.clock = work, clock
        self.uploads = list(work.uploads.all())
        self.bytes = sum(upload.bytes for upload in self.uploads) or 1
        self.answers = Answers(
            distance=DistanceUnit(work.distance_unit) if work.distance_unit else None,
            weight=WeightUnit(work.weight_unit) if work.weight_unit else None,
        )
        last = work.items.aggregate(last=Max("position"))["last"]
        self.next_position = 0 if last is None else last + 1
        self.bytes_before = 0
        self.found: list[ImportItem] = []
        self.alike: dict[tuple[str, str], list[ImportItem]] = defaultdict(list)
        self.counted: dict[int, ImportItem] = {}
        for item in work.items.filter(kind=ImportItem.Kind.FILE):
            self.alike[item.outcome, item.sentence].append(item)
        # A worker was killed here before: one file at a time shows which one did it, and that one is passed over.
        self.most_unkept = 1 if work.attempts > 1 else MOST_STEPS_UNKEPT
        self.kills_workers = work.attempts > MOST_ATTEMPTS
        self.kept_at = monotonic()

    def read(self) -> None:
        if self.work.begun_at is None:
            tell(self.work, self.clock(), begun_at=self.clock())
        for upload in self.uploads:
            if not upload.is_read:
                self._read(upload)
            self.bytes_before += upload.bytes
        accounts = self._accounts()
        now = self.clock()
        with transaction.atomic():
            ImportItem.objects.bulk_update(accounts, LOOKED_OVER)
            tell(self.work, now, share=1.0, attempts=0)
            judge(self.work)
            tell(self.work, now, status=Import.Status.WAITING)

    def _accounts(self) -> list[ImportItem]:
        """Exports of ours, compared with what is there; nothing is held meanwhile."""
        found = list(self.work.items.filter(kind=ImportItem.Kind.ACCOUNT).select_related("upload"))
        for item in found:
            assert item.upload is not None
            look_over(self.work.runner, item, tell=partial(self._word, item.upload))
        return found

    def _read(self, upload: ImportUpload) -> None:
        with upload.file.open("rb") as content:
            try:
                bundle = Bundle(
                    upload.name, cast(BinaryIO, content), self.answers, tell=lambda share: self._word(upload, share)
                )
            except UnreadableFile as error:
                self._note(unreadable(upload.name, error))
                upload.steps, upload.steps_read = 1, 1
                self._keep(upload)
                return
            with bundle:
                upload.steps = len(bundle.steps)
                if self.kills_workers:
                    self._pass_over(upload, bundle)
                unkept = 0
                for result in self._results(upload, bundle):
                    for item in as_found(result, self.work.runner, self.clock()):
                        self._note(item)
                    upload.steps_read += 1
                    unkept += 1
                    if unkept >= self.most_unkept or monotonic() - self.kept_at > SECONDS_BETWEEN_WORDS:
                        self._keep(upload)
                        unkept = 0
        self._keep(upload)

    def _results(self, upload: ImportUpload, bundle: Bundle) -> Iterator[FileResult]:
        """What is unread of an upload. A file that shows a fault of a reader is one unreadable file."""
        while not upload.is_read:
            try:
                yield from bundle.results(upload.steps_read)
            except (SupersededError, DatabaseError, OSError):
                raise
            except Exception:
                logger.exception("A reader failed on file %s of import %s.", upload.steps_read, self.work.pk)
                self._pass_over(upload, bundle)

    def _pass_over(self, upload: ImportUpload, bundle: Bundle) -> None:
        """The next file is one that cannot be read here."""
        self.kills_workers = False
        if not upload.is_read:
            self._note(unreadable(bundle.steps[upload.steps_read].name, UnreadableFile()))
            upload.steps_read += 1
            self._keep(upload)

    def _note(self, item: ImportItem) -> None:
        """Have it kept, or counted with those of which the same is to be said."""
        alike = self.alike[item.outcome, item.sentence] if item.kind == ImportItem.Kind.FILE else []
        if len(alike) < MOST_ALIKE:
            alike.append(item)
            self.found.append(item)
        else:
            alike[-1].more += 1
            self.counted[id(alike[-1])] = alike[-1]

    def _word(self, upload: ImportUpload, share: float) -> None:
        """A sign of life within a file that takes long; what is read is kept elsewhere."""
        if monotonic() - self.kept_at > SECONDS_BETWEEN_WORDS:
            tell(self.work, self.clock(), share=self._share(upload, share))
            self.kept_at = monotonic()

    def _keep(self, upload: ImportUpload) -> None:
        """What was found, how far the upload is read, and that the worker lives: all of it or nothing."""
        for item in self.found:
            item.came_with, item.upload, item.position = self.work, upload, self.next_position
            self.next_position += 1
        done = upload.steps_read / upload.steps if upload.steps else 1.0
        with transaction.atomic():
            tell(self.work, self.clock(), share=self._share(upload, done), attempts=0)
            ImportItem.objects.bulk_create(self.found)
            for item in self.counted.values():
                item.save(update_fields=["more"])
            upload.save(update_fields=["steps", "steps_read"])
        self.found, self.counted = [], {}
        self.kept_at = monotonic()

    def _share(self, upload: ImportUpload, done: float) -> float:
        return (self.bytes_before + upload.bytes * done) / self.bytes
