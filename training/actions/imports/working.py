"""Whose an import is while it is worked on, and how its worker shows that it lives."""

import uuid
from datetime import datetime
from typing import Any

from django.db.models import F

from training.models import Import


class SupersededError(Exception):
    """The import was cancelled, or another worker has taken it up; nothing that is not kept yet is wanted."""


def claim(pk: int, status: Import.Status, now: datetime) -> Import | None:
    """Take the import for a worker of this moment, whoever had it; None where there is nothing left to do."""
    work = Import.objects.filter(pk=pk, status=status)
    worker = uuid.uuid4()
    if not work.update(worker=worker, attempts=F("attempts") + 1, told_at=now):
        return None
    return work.filter(worker=worker).select_related("runner").first()


def tell(work: Import, now: datetime, **changes: Any) -> None:
    """Say that the work goes on, and keep `changes`. Raises SupersededError where it is not this worker's any more.

    Within a transaction it holds the row, so that what follows counts only with it.
    """
    mine = Import.objects.filter(pk=work.pk, status=work.status, worker=work.worker)
    if not mine.update(told_at=now, **changes):
        raise SupersededError
    for name, value in changes.items():
        setattr(work, name, value)
