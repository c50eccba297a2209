"""Run files become runs: decoded first, then judged, then written at once; and taken back as a whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cmp_to_key
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from training.actions.runs import locked, reclassify
from training.actions.uploads import Candidate, FileRead, Upload, read_upload
from training.models import Run, RunImport, RunImportFile, Runner
from training.runfiles import richer, same_activity
from training.runfiles.duplicates import START_SECONDS
from training.time_zones import zone_at
from training.wording import run_files as words

NEAR = timedelta(seconds=START_SECONDS)


def import_files(*, runner: Runner, uploads: Iterable[Upload], now: datetime) -> RunImport:
    """Read the uploaded files and store their runs, each once; every file gets its outcome and a sentence.

    Runs that the runner has already, from another format or another upload too, are left as they are.
    """
    files = [read_upload(upload, now) for upload in uploads]
    candidates = [candidate for file in files for candidate in file.runs]
    with transaction.atomic():
        # Two uploads at once must not both find a run missing.
        runner = locked(runner.pk)
        _mark_duplicates(candidates, _stored_runs(runner, candidates))
        run_import = RunImport.objects.create(runner=runner, created_at=now)
        runs = [_run(candidate, runner, run_import) for candidate in candidates if candidate.is_new]
        Run.objects.bulk_create(runs)
        RunImportFile.objects.bulk_create(_rows(files, run_import))
        if runs:
            reclassify(runner=runner, since=min(run.day for run in runs))
    return run_import


@transaction.atomic
def undo_import(*, run_import: RunImport, now: datetime) -> int:
    """Delete all runs that the import brought, and give their number; a second time changes nothing."""
    runner = locked(run_import.runner_id)
    run_import = RunImport.objects.get(pk=run_import.pk)
    if run_import.undone_at is not None:
        return 0
    days = list(run_import.runs.values_list("day", flat=True))
    run_import.runs.all().delete()
    run_import.undone_at = now
    run_import.save(update_fields=["undone_at"])
    if days:
        reclassify(runner=runner, since=min(days))
    return len(days)


def _stored_runs(runner: Runner, candidates: Sequence[Candidate]) -> list[Run]:
    """The runner's runs that any candidate might repeat; one query for a whole upload."""
    if not candidates:
        return []
    starts = [candidate.start for candidate in candidates]
    device_keys = {candidate.activity.device_key for candidate in candidates} - {None, ""}
    return list(
        runner.runs.filter(
            Q(start__range=(min(starts) - NEAR, max(starts) + NEAR))
            | Q(fingerprint__in=[candidate.fingerprint for candidate in candidates])
            | Q(device_key__in=device_keys)
        )
    )


def _mark_duplicates(candidates: Sequence[Candidate], stored: Iterable[Run]) -> None:
    """Point each candidate at the stored run, or at the richer copy in the same upload, that it repeats."""
    by_fingerprint: dict[str, Run] = {}
    by_device: dict[str, Run] = {}
    by_start: Mapping[int, list[Run]] = defaultdict(list)
    for run in stored:
        by_fingerprint[run.fingerprint] = run
        by_device[run.device_key] = run
        by_start[_bucket(run.start)].append(run)
    kept: Mapping[int, list[Candidate]] = defaultdict(list)
    # The richest copy first, so that the others find it; of equals the first that was sent.
    for candidate in sorted(candidates, key=cmp_to_key(_more_told)):
        activity = candidate.activity
        candidate.known = (
            by_fingerprint.get(candidate.fingerprint)
            or (by_device.get(activity.device_key) if activity.device_key else None)
            or next((run for run in _near(by_start, candidate.start) if same_activity(run.recorded(), activity)), None)
        )
        if candidate.known is None:
            near = _near(kept, candidate.start)
            candidate.twin = next((other for other in near if same_activity(other.activity, activity)), None)
        if candidate.is_new:
            kept[_bucket(candidate.start)].append(candidate)


def _bucket(start: datetime) -> int:
    return int(start.timestamp() // START_SECONDS)


def _near[T](by_start: Mapping[int, list[T]], start: datetime) -> Iterator[T]:
    """Everything that starts within a bucket of `start`, and some that starts a little further off."""
    for bucket in range(_bucket(start) - 1, _bucket(start) + 2):
        yield from by_start.get(bucket, [])


def _more_told(a: Candidate, b: Candidate) -> int:
    """Orders by how much the files tell, the most first, as `richer` sees it."""
    if richer(a.activity, b.activity) is b.activity:
        return 1
    return -1 if richer(b.activity, a.activity) is a.activity else 0


def _run(candidate: Candidate, runner: Runner, run_import: RunImport) -> Run:
    activity = candidate.activity
    zone = zone_at(candidate.start, activity.utc_offset_seconds, runner.time_zone)
    return Run(
        runner=runner,
        start=candidate.start,
        day=candidate.start.astimezone(ZoneInfo(zone)).date(),
        time_zone=zone,
        seconds=activity.seconds,
        elapsed_seconds=activity.elapsed_seconds,
        metres=activity.metres,
        avg_hr=activity.avg_hr,
        max_hr=activity.max_hr,
        title=activity.title or "",
        run_import=run_import,
        fingerprint=candidate.fingerprint,
        device_key=activity.device_key or "",
    )


def _rows(files: Sequence[FileRead], run_import: RunImport) -> Iterator[RunImportFile]:
    for position, file in enumerate(files):
        new = [candidate for candidate in file.runs if candidate.is_new]
        yield RunImportFile(
            run_import=run_import,
            position=position,
            name=file.name[:255],
            outcome=_outcome(file, new),
            sentence=" ".join(_sentences(file, run_import.runner)),
            runs_added=len(new),
        )


def _outcome(file: FileRead, new: Sequence[Candidate]) -> RunImportFile.Outcome:
    if new:
        return RunImportFile.Outcome.NEW
    if file.runs:
        return RunImportFile.Outcome.KNOWN
    return RunImportFile.Outcome.UNREADABLE if file.refused or file.impossible else RunImportFile.Outcome.NO_RUN


def _sentences(file: FileRead, runner: Runner) -> Iterator[str]:
    """What became of the file, run by run, and what of it was left out."""
    if file.refused:
        yield file.refused
    for candidate in file.runs:
        zone = ZoneInfo(zone_at(candidate.start, candidate.activity.utc_offset_seconds, runner.time_zone))
        if candidate.known is not None:
            yield words.known(candidate.known.day)
        elif candidate.twin is not None:
            yield words.twin(candidate.start.astimezone(zone), candidate.twin.file.name)
        else:
            yield words.new(candidate.activity, candidate.start.astimezone(zone), runner.measures)
            yield from words.doubts(candidate.activity)
    yield from file.impossible
    if file.other_sports:
        yield words.left_out(file.other_sports, beside_runs=bool(file.runs))
