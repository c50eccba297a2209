"""What a runner says to an import before anything is added: begin, answer, cancel, confirm."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext

from training import tasks
from training.models import Import, ImportItem, ImportUpload, Runner
from training.models.imports import NAME_LETTERS, PREVIEW_DAYS, import_storage

STRAY_AFTER = timedelta(days=1)


def begin(*, runner: Runner, files: Sequence[UploadedFile], now: datetime) -> Import:
    """Keep the files for a worker and ask for one. The names are for people: files are kept under names of our own."""
    kept = Import(runner=runner, created_at=now, told_at=now)
    uploads = [
        ImportUpload(
            came_with=kept,
            position=position,
            name=(file.name or gettext("unnamed"))[:NAME_LETTERS],
            bytes=file.size or 0,
        )
        for position, file in enumerate(files)
    ]
    # The files first: a row without its file could not be read.
    for upload, file in zip(uploads, files, strict=True):
        upload.file.save("upload", file, save=False)
    try:
        with transaction.atomic():
            kept.save()
            ImportUpload.objects.bulk_create(uploads)
            tasks.read_import.enqueue(kept.pk)
    except BaseException:
        for upload in uploads:
            upload.file.delete(save=False)
        raise
    kept.refresh_from_db()
    return kept


@transaction.atomic
def answer(*, work: Import, distance: str = "", weight: str = "", now: datetime) -> None:
    """Read again, with the units that the runner named, what could not be read without them."""
    waiting = _held(work, Import.Status.WAITING)
    if waiting is None:
        return
    asked = waiting.items.exclude(question="")
    for upload in waiting.uploads.filter(items__in=asked).distinct():
        upload.items.all().delete()
        upload.steps, upload.steps_read = None, 0
        upload.save(update_fields=["steps", "steps_read"])
    waiting.distance_unit = distance or waiting.distance_unit
    waiting.weight_unit = weight or waiting.weight_unit
    _hand_over(waiting, Import.Status.READING, now)
    tasks.read_import.enqueue(waiting.pk)


@transaction.atomic
def confirm(*, work: Import, now: datetime) -> None:
    """Have what was found added; a second time changes nothing."""
    waiting = _held(work, Import.Status.WAITING)
    if waiting is not None:
        _hand_over(waiting, Import.Status.ADDING, now)
        tasks.add_import.enqueue(waiting.pk)


def cancel(*, work: Import, now: datetime) -> bool:
    """Drop an import before anything of it is added, with all that was found; whether there was something to drop."""
    with transaction.atomic():
        waiting = _held(work, Import.Status.READING, Import.Status.WAITING, Import.Status.FAILED)
        if waiting is None:
            return False
        waiting.items.all().delete()
        waiting.status, waiting.told_at, waiting.worker = Import.Status.CANCELLED, now, None
        waiting.save(update_fields=["status", "told_at", "worker"])
    forget_files(waiting)
    return True


def take_up(now: datetime) -> int:
    """Ask a worker for every import whose worker was killed, or whose turn never came; how many those are."""
    left = list(Import.objects.left_behind(now))
    for work in left:
        # Told now, so that the next look does not ask again at once.
        if Import.objects.filter(pk=work.pk, told_at=work.told_at).update(told_at=now):
            (tasks.read_import if work.status == Import.Status.READING else tasks.add_import).enqueue(work.pk)
    return len(left)


def forget_previews(now: datetime) -> int:
    """Cancel what nobody has confirmed for a month; how many imports that were."""
    old = Import.objects.filter(status=Import.Status.WAITING, told_at__lt=now - timedelta(days=PREVIEW_DAYS))
    return sum(cancel(work=work, now=now) for work in old)


def forget_strays(now: datetime) -> int:
    """Delete files that no upload names: of a process that was killed, or an account that was deleted; how many."""
    storage, strays = import_storage(), 0
    try:
        names = storage.listdir("")[1]
    except FileNotFoundError:  # Nothing was ever uploaded.
        return 0
    known = set(ImportUpload.objects.exclude(file="").values_list("file", flat=True))
    for name in names:
        # A file is written before its row.
        if name not in known and storage.get_modified_time(name) < now - STRAY_AFTER:
            storage.delete(name)
            strays += 1
    return strays


def forget_files(work: Import, *, but_accounts: bool = False) -> None:
    """Delete what is left of the uploaded files; with `but_accounts` those of exports stay, whose rows lie there."""
    uploads = work.uploads.exclude(file="")
    if but_accounts:
        uploads = uploads.exclude(items__kind=ImportItem.Kind.ACCOUNT)
    for upload in uploads:
        upload.file.delete(save=False)
        ImportUpload.objects.filter(pk=upload.pk).update(file="")


def _held(work: Import, *statuses: Import.Status) -> Import | None:
    """The import as it is now, held until the transaction ends; None where it stands elsewhere."""
    return Import.objects.select_for_update(no_key=True).filter(pk=work.pk, status__in=statuses).first()


def _hand_over(work: Import, status: Import.Status, now: datetime) -> None:
    """To a worker."""
    work.status, work.told_at, work.begun_at, work.share, work.attempts, work.worker = status, now, None, 0.0, 0, None
    work.save()
