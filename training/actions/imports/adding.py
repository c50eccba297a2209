"""What was confirmed becomes runs and sessions, all of it in one transaction, and can be taken back the same way."""

import logging
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import translation
from django.utils.dateparse import parse_date, parse_datetime

from training.actions.imports.accounts import add_account, take_out_account
from training.actions.imports.beginning import forget_files
from training.actions.imports.judging import judge
from training.actions.imports.strength import add_sessions, take_out_sessions
from training.actions.imports.working import SupersededError, claim, tell
from training.actions.rows import write_back
from training.actions.runs import locked, reclassify
from training.models import Import, ImportItem, Run, Runner
from training.models.imports import MOST_ATTEMPTS
from training.runfiles.duplicates import BROKEN

logger = logging.getLogger(__name__)

# What a file measures, and its copy too: taken instead, these change, and what the runner told stays.
MEASURES = (
    "start",
    "day",
    "time_zone",
    "zone_told_by",
    "seconds",
    "elapsed_seconds",
    "metres",
    "avg_hr",
    "max_hr",
    "source",
    "damaged",
    "fingerprint",
    "device_key",
)
Kind, Choice = ImportItem.Kind, ImportItem.Choice


def add(*, pk: int, clock: Callable[[], datetime]) -> None:
    """Add what was confirmed; does nothing where it is not to be added any more.

    One transaction, however much it is: a worker that is killed leaves nothing behind, and the next one begins again.
    """
    work = claim(pk, Import.Status.ADDING, clock())
    if work is None:
        return
    try:
        with translation.override(work.runner.written_language), transaction.atomic():
            if work.attempts > MOST_ATTEMPTS:
                tell(work, clock(), status=Import.Status.FAILED)
                return
            # Two imports at once must not both find a run missing.
            runner = locked(work.runner_id)
            tell(work, clock())
            now = clock()
            items = judge(work)
            apply(runner, items, now)
            accounts = [item for item in items if item.kind == Kind.ACCOUNT]
            for item in accounts:
                if item.choice == Choice.ADD:
                    add_account(runner, item)
            settled = work.items.filter(known_run=None, known_session=None, twin=None)
            settled.exclude(kind=Kind.ACCOUNT).update(content=None)
            tell(work, clock(), status=Import.Status.DONE, done_at=now, share=1.0)
    except SupersededError:
        logger.info("Import %s is not this worker's any more.", pk)
        return
    if accounts:
        # Their rows were read from their files only now.
        forget_files(work)


def apply(runner: Runner, items: Iterable[ImportItem], now: datetime) -> None:
    """Do what was chosen for these items, of the runner who is held."""
    runs = [item for item in items if item.kind == Kind.RUN]
    added = [_run(item, runner) for item in runs if item.choice == Choice.ADD]
    taken = _fingerprints(runner, added)
    for run in added:
        # Kept beside its copy because the runner says so; the file itself counts once.
        if run.fingerprint in taken:
            run.fingerprint = ""
        taken.add(run.fingerprint)
    Run.objects.bulk_create(added)
    days = [run.day for run in added]
    days += _take_instead([item for item in runs if item.choice == Choice.INSTEAD and item.known_run])
    if days:
        reclassify(runner=runner, since=min(days))
    add_sessions(runner, [item for item in items if item.kind == Kind.WORKOUT], now)


def take_back(runner: Runner, items: Iterable[ImportItem], now: datetime) -> None:
    """Undo what was done for these items, of the runner who is held: as it was before, whatever was said since."""
    items = list(items)
    added = runner.runs.filter(found_as__in=[item.pk for item in items])
    days = list(added.values_list("day", flat=True))
    added.delete()
    days += _give_back([item for item in items if item.before is not None and item.known_run])
    if days:
        reclassify(runner=runner, since=min(days))
    for item in reversed(items):
        if item.kind == Kind.ACCOUNT:
            take_out_account(runner, item)
    take_out_sessions(runner, [item for item in items if item.kind == Kind.WORKOUT], now)


def _fingerprints(runner: Runner, runs: Sequence[Run]) -> set[str]:
    """Those of the runs that are stored already."""
    return set(
        runner.runs.filter(day__in={run.day for run in runs})
        .exclude(fingerprint="")
        .values_list("fingerprint", flat=True)
    )


def _measures(item: ImportItem) -> dict[str, Any]:
    """What its file measured, by the columns of a run."""
    activity = item.activity
    return {
        "start": item.start,
        "day": item.day,
        "time_zone": item.time_zone,
        "zone_told_by": item.zone_told_by,
        "seconds": activity.seconds,
        "elapsed_seconds": activity.elapsed_seconds,
        "metres": activity.metres,
        "avg_hr": activity.avg_hr,
        "max_hr": activity.max_hr,
        "source": activity.format,
        "damaged": bool(BROKEN.intersection(activity.warnings)),
        "fingerprint": item.fingerprint,
        "device_key": activity.device_key or "",
    }


def _run(item: ImportItem, runner: Runner) -> Run:
    return Run(
        runner=runner,
        came_with_id=item.came_with_id,
        found_as=item,
        title=item.activity.title or "",
        **_measures(item),
    )


def _take_instead(items: Sequence[ImportItem]) -> list[date]:
    """Put the measures of the files in the place of those that are stored; gives the days that are touched."""
    runs, days = [], []
    for item in items:
        run = item.known_run
        assert run is not None
        item.before = {name: _kept(getattr(run, name)) for name in MEASURES}
        days.append(run.day)
        for name, value in _measures(item).items():
            # What the file does not tell is still known.
            if value not in (None, "") or name in ("fingerprint", "device_key", "zone_told_by"):
                setattr(run, name, value)
        days.append(run.day)
        runs.append(run)
    write_back(runs, MEASURES)
    write_back(items, ["before"])
    return days


def _give_back(items: Sequence[ImportItem]) -> list[date]:
    """Put the measures back that were there before; gives the days that are touched."""
    runs, days = [], []
    for item in items:
        run = item.known_run
        assert run is not None
        assert item.before is not None
        days.append(run.day)
        for name, value in item.before.items():
            setattr(run, name, _as_column(name, value))
        days.append(run.day)
        runs.append(run)
        item.before = None
    write_back(runs, MEASURES)
    write_back(items, ["before"])
    return days


def _kept(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _as_column(name: str, value: Any) -> Any:
    if name == "start":
        return parse_datetime(value)
    return parse_date(value) if name == "day" else value
