"""Which of the runs that were found are there already, and which copy tells more."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from django.db.models import Q

from training.actions.imports.days import DAY, around, by_day
from training.actions.imports.strength import judge_workouts
from training.actions.rows import write_back
from training.models import Import, ImportItem, Run, Runner
from training.runfiles import Match, ParsedActivity, compare
from training.runfiles.activity import Doubt
from training.runfiles.duplicates import BROKEN, Reason, richness
from training.wording import run_files as words

# Two recordings that a person should look at before they are taken for one.
UNSURE = frozenset({Reason.SAME_TIME, Reason.SAME_IN_A_ZONE})
JUDGED = ("outcome", "choice", "sentence", "known_run", "known_session", "twin", "match")

Outcome, Choice = ImportItem.Outcome, ImportItem.Choice


def judge(work: Import) -> list[ImportItem]:
    """Say of every run and workout whether it is new, and of what is not what it repeats; gives all of them.

    What the runner has chosen stays chosen. Six queries at most, however many.
    """
    found = list(work.items.exclude(kind=ImportItem.Kind.FILE))
    before = {item.pk: [getattr(item, name) for name in JUDGED] for item in found}
    judge_runs(work.runner, [item for item in found if item.kind == ImportItem.Kind.RUN])
    judge_workouts(work.runner, [item for item in found if item.kind == ImportItem.Kind.WORKOUT])
    changed = [item for item in found if [getattr(item, name) for name in JUDGED] != before[item.pk]]
    write_back(changed, JUDGED)
    return found


def judge_runs(runner: Runner, items: Sequence[ImportItem]) -> None:
    """Compare runs with those of the runner and with each other; the richest copy first, so that the others find it."""
    if not items:
        return
    stored = by_day(_stored(runner, items))
    fingerprints = {run.fingerprint: run for run in chain(*stored.values()) if run.fingerprint}
    devices = {run.device_key: run for run in chain(*stored.values()) if run.device_key}
    found = [Found(item) for item in items]
    kept: Mapping[date, list[Found]] = defaultdict(list)
    taken: set[int] = set()
    for one in sorted(found, key=lambda found: richness(found.activity), reverse=True):
        known, match = fingerprints.get(one.item.fingerprint), None
        if known is None and (recorded := devices.get(one.activity.device_key or "")):
            known, match = recorded, compare(recorded.recorded(), one.activity)
        if known is None:
            known, match = one.first_match((run, run.recorded()) for run in around(stored, one.day))
        if known is not None:
            one.repeats_run(known, match, runner, is_first=known.pk not in taken)
            taken.add(known.pk)
            continue
        twin, match = one.first_match((other, other.activity) for other in around(kept, one.day))
        if twin is not None and match is not None:
            one.repeats_twin(twin, match)
        else:
            one.is_new(runner)
            kept[one.day].append(one)


class Found:
    """A run that was found, with its start in UTC."""

    def __init__(self, item: ImportItem) -> None:
        assert item.start is not None
        assert item.day is not None
        self.item, self.day = item, item.day
        self.doubts = item.activity.warnings
        # What would be kept of it, so that what is stored is not the poorer for what nobody keeps.
        self.as_written = kept(item.activity)
        self.activity = replace(self.as_written, start=item.start, start_is_local=False)

    def first_match[T](self, others: Iterable[tuple[T, ParsedActivity]]) -> tuple[T | None, Match | None]:
        for other, recorded in others:
            if match := compare(recorded, self.activity):
                return other, match
            # The zone that was assumed may be wrong: another would make them one.
            if self.as_written.start_is_local and (match := compare(recorded, self.as_written)):
                return other, match
        return None, None

    def is_new(self, runner: Runner) -> None:
        item = self.item
        item.known_run = item.twin = None
        item.match = ""
        guessed = Doubt.SPORT_UNKNOWN in self.doubts
        item.outcome = Outcome.UNCLEAR if guessed else Outcome.NEW
        item.sentence = " ".join(
            [words.new(self.activity, item.local_start, runner.measures), *words.doubts(self.doubts)]
        )
        if not item.told:
            item.choice = Choice.ADD

    def repeats_run(self, run: Run, match: Match | None, runner: Runner, *, is_first: bool) -> None:
        """`match` is None for the very same file. The first, richest copy may stand in for what is stored."""
        item = self.item
        item.known_run, item.twin, item.match = run, None, match.reason if match else Reason.SAME_RECORDING
        item.outcome = Outcome.UNCLEAR if item.match in UNSURE else Outcome.KNOWN
        if not item.told:
            richer = match is not None and (match.kept is self.activity or match.kept is self.as_written)
            item.choice = Choice.INSTEAD if richer and is_first else Choice.SKIP
        item.sentence = words.known_run(self.activity, item.local_start, runner.measures, run.recorded(), match)

    def repeats_twin(self, twin: "Found", match: Match) -> None:
        item = self.item
        item.known_run, item.twin, item.match = None, twin.item, match.reason
        item.outcome = Outcome.UNCLEAR if match.reason in UNSURE else Outcome.KNOWN
        if not item.told:
            item.choice = Choice.SKIP
        item.sentence = words.twin(item.local_start, twin.item.name, match)


def kept(activity: ParsedActivity) -> ParsedActivity:
    """An activity without what a run does not keep of it."""
    return replace(
        activity,
        sport="running",
        sub_sport=None,
        utc_offset_seconds=None,
        latitude=None,
        longitude=None,
        time_zone=None,
        sets=(),
        warnings=(Doubt.CHECKSUM,) if BROKEN.intersection(activity.warnings) else (),
    )


def _stored(runner: Runner, items: Sequence[ImportItem]) -> list[Run]:
    """The runner's runs that any item might repeat, wherever they were moved to."""
    days = [item.day for item in items if item.day is not None]
    return list(
        runner.runs.filter(
            Q(day__range=(min(days) - DAY, max(days) + DAY))
            | Q(fingerprint__in={item.fingerprint for item in items} - {""})
            | Q(device_key__in={item.activity.device_key for item in items} - {None, ""})
        )
    )
