"""An account that was exported comes back: looked over, added in the import's one transaction, taken out again."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import batched
from typing import Any, BinaryIO, cast

from django.apps import apps

from exercises.models import Equipment, Variation
from training.actions.imports.account_rows import BATCH, AccountRows, choose
from training.actions.runs import reclassify
from training.export.columns import Row, Table
from training.export.errors import ExportOfOtherGuides
from training.export.reading import Summary, rows
from training.export.tables import BY_NAME, TABLES
from training.models import ImportItem, Runner
from training.models.imports import NAME_LETTERS
from training.runfiles import Bundle, FileResult, UnreadableFile
from training.wording import accounts as words
from training.wording.run_files import refusal

LOOKED_OVER = ("outcome", "choice", "sentence", "content", "day")

Kind, Outcome, Choice = ImportItem.Kind, ImportItem.Outcome, ImportItem.Choice


def account(result: FileResult, summary: Summary) -> ImportItem:
    """What an export of ours holds, as one item; an unreadable file where the guides here are older than it."""
    item = ImportItem(name=result.name[-NAME_LETTERS:], kind=Kind.ACCOUNT, outcome=Outcome.NEW, choice=Choice.ADD)
    if unknown := _unknown_here(summary):
        item.kind, item.outcome, item.choice = Kind.FILE, Outcome.UNREADABLE, Choice.SKIP
        item.sentence = refusal(ExportOfOtherGuides(name=unknown))
    return item


def _unknown_here(summary: Summary) -> str:
    """What the export names and no guide here knows; "" where there is nothing."""
    known = set(Variation.objects.values_list("exercise__slug", "slug"))
    missing = sorted(f"{movement} / {variation}" for movement, variation in summary.variations - known)
    missing += sorted(summary.equipment - set(Equipment.objects.values_list("slug", flat=True)))
    return missing[0] if missing else ""


def look_over(runner: Runner, item: ImportItem, tell: Callable[[float], None]) -> None:
    """Say what of it is new; the item is not saved."""
    found = AccountRows(runner, item.came_with, write=False)
    with _export(item, tell) as content:
        found.take(content)
    item.content = {"new": dict(+found.new), "known": dict(+found.known)}
    item.outcome = Outcome.NEW if found.new.total() else Outcome.KNOWN
    item.choice = Choice.ADD if found.new.total() else Choice.SKIP
    item.sentence = words.account(found.new, found.known, with_settings=found.was_empty)
    # What has a day is there to be added.
    item.day = (found.first or runner.today(item.came_with.created_at)) if found.new.total() else None


def add_account(runner: Runner, item: ImportItem) -> None:
    """Add what the runner, who is held, has not of an export; remembered is what taking it out again needs."""
    found = AccountRows(runner, item.came_with, write=True)
    with _export(item) as content:
        found.take(content)
    item.before = {"brought": dict(found.brought), "settings": found.settings_before}
    item.sentence = words.account(found.new, found.known, with_settings=found.was_empty)
    item.save(update_fields=["before", "sentence"])


def take_out_account(runner: Runner, item: ImportItem) -> None:
    """Delete for good what it brought, of the runner who is held, and put the settings back that were there before."""
    if item.before is None:
        return
    brought, settings = item.before["brought"], item.before["settings"]
    for table in reversed(TABLES):
        model: Any = apps.get_model("training", table.model)
        for some in batched(brought.get(table.name, ()), BATCH):
            found = model._base_manager.filter(runner=runner, pk__in=some)
            # One that has sets by now is needed.
            (found.filter(sets=None) if table.name == "custom_movements" else found).delete()
    for name, before in settings.items():
        _put_back(runner, BY_NAME[name], before)
    if brought.get("runs"):
        reclassify(runner=runner)
    item.before = None
    item.save(update_fields=["before"])


def _put_back(runner: Runner, table: Table, before: dict[str, Any] | None) -> None:
    if before is None:
        apps.get_model("training", table.model)._base_manager.filter(runner=runner).delete()
    else:
        choose(runner, table, {name: table.by_name[name].read(value) for name, value in before.items()})


@contextmanager
def _export(
    item: ImportItem, tell: Callable[[float], None] = lambda share: None
) -> Iterator[Iterator[tuple[Table, Row]]]:
    """The rows of the export, from its upload. Raises UnreadableFile where that is gone; they were read once before."""
    if item.upload is None or not item.upload.file:
        raise UnreadableFile
    with item.upload.file.open("rb") as file, Bundle(item.upload.name, cast(BinaryIO, file), tell=tell) as bundle:
        yield rows(bundle.export())
