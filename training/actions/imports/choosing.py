"""A runner's word on one item, before it is added or after; and the whole taken back."""

from datetime import datetime

from django.db import transaction

from training.actions.imports.adding import apply, take_back
from training.actions.runs import locked, reclassify
from training.models import Import, ImportItem


class NotOpenError(Exception):
    """There is no such choice at this item, or its import stands where nothing can be chosen."""


@transaction.atomic
def choose(*, item: ImportItem, choice: ImportItem.Choice, now: datetime) -> None:
    """What is to become of an item; where the import is done, it becomes that at once. Raises NotOpenError."""
    runner = locked(item.came_with.runner_id)
    work = Import.objects.select_for_update(no_key=True).get(pk=item.came_with_id)
    item = work.items.select_related("known_run", "known_session").get(pk=item.pk)
    if choice not in item.choices_open():
        raise NotOpenError
    if work.status == Import.Status.DONE and item.choice != choice:
        if item.content is None:
            raise NotOpenError
        take_back(runner, [item], now)
        item.choice = choice
        apply(runner, [item], now)
    elif work.status not in (Import.Status.WAITING, Import.Status.DONE):
        raise NotOpenError
    item.choice, item.told = choice, True
    item.save(update_fields=["choice", "told"])


@transaction.atomic
def undo(*, work: Import, now: datetime) -> bool:
    """Take back all that an import brought and changed; a second time changes nothing and gives False.

    What the runner said about its runs goes with them; runs and sessions that it replaced are there again.
    """
    runner = locked(work.runner_id)
    done = Import.objects.select_for_update(no_key=True).filter(pk=work.pk, status=Import.Status.DONE).first()
    if done is None:
        return False
    take_back(runner, done.items.select_related("known_run", "known_session"), now)
    # Imports from before items knew what they became.
    days = list(done.runs.values_list("day", flat=True))
    done.runs.all().delete()
    if days:
        reclassify(runner=runner, since=min(days))
    done.status, done.undone_at = Import.Status.UNDONE, now
    done.save(update_fields=["status", "undone_at"])
    return True
