"""An import taken through its steps in a test; tasks run at once (the fixture `tasks_at_once`)."""

from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile

from training.actions import imports
from training.models import Import, ImportItem, Runner

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)

type Files = tuple[str, bytes]


def look_at(runner: Runner, *files: Files, now: datetime = NOW) -> Import:
    """An import that is read and waits for its runner."""
    sent = [SimpleUploadedFile(name, data) for name, data in files]
    work = imports.begin(runner=runner, files=sent, now=now)
    assert work.status == Import.Status.WAITING
    return work


def bring(runner: Runner, *files: Files, now: datetime = NOW) -> Import:
    """An import that is read, confirmed as it is proposed, and added."""
    work = look_at(runner, *files, now=now)
    imports.confirm(work=work, now=now)
    work.refresh_from_db()
    assert work.status == Import.Status.DONE
    return work


def outcomes(work: Import) -> list[str]:
    return [item.outcome for item in work.items.all()]


def choices(work: Import) -> list[str]:
    return [item.choice for item in work.items.all()]


def only(work: Import) -> ImportItem:
    return work.items.get()
