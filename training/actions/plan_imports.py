"""A calendar file becomes planned runs and races: read first, shown, then kept at once; and taken back as a whole."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, Self

from django.db import transaction

from training.actions.runs import locked
from training.ical import PlanEntry, read_plan
from training.models import PlanImport, PlannedRun, Race, Runner


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a plan as it waits in an import: `kind` is what was understood, "" where nothing was.

    `sure` where the words leave no doubt. `strength` is a session without a run.
    """

    uid: str
    day: date
    title: str
    notes: str
    kind: str
    sure: bool
    metres: float | None
    minutes: float | None
    hard: bool
    strength: bool

    @classmethod
    def of(cls, entry: PlanEntry) -> Self:
        phrase = entry.phrase
        return cls(
            uid=entry.uid,
            day=entry.day,
            title=entry.title,
            notes=entry.notes,
            kind=phrase.kind.value if phrase.kind else "",
            sure=phrase.confidence == "high",
            metres=phrase.metres,
            minutes=phrase.minutes,
            hard=phrase.hard,
            strength=phrase.strength,
        )

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Self:
        return cls(**{**stored, "day": date.fromisoformat(stored["day"])})

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "day": self.day.isoformat()}

    @property
    def is_understood(self) -> bool:
        return bool(self.kind) and self.sure


@dataclass(frozen=True, slots=True)
class Choice:
    """What the runner said of one entry: the kind to take it as, "" to leave it out; a race's priority."""

    kind: str
    priority: str = Race.Priority.C


@transaction.atomic
def preview_plan(*, runner: Runner, name: str, data: bytes, now: datetime) -> PlanImport:
    """Read a calendar file and keep what it holds for the runner to look at; nothing of it counts yet.

    A preview that was never kept makes room for this one. Raises UnreadablePlan.
    """
    reading = read_plan(data, today=runner.today(now), zone=runner.zone)
    locked(runner.pk).plan_imports.filter(kept_at__isnull=True).delete()
    return PlanImport.objects.create(
        runner=runner,
        created_at=now,
        name=name[:255],
        entries=[Entry.of(entry).as_json() for entry in reading.entries],
        past=reading.past,
        unreadable=reading.unreadable,
    )


def entries_of(plan_import: PlanImport) -> list[Entry]:
    return [Entry.from_json(stored) for stored in plan_import.entries]


def known_uids(runner: Runner) -> Set[str]:
    """The events that stand in the plan already, from earlier imports; two queries."""
    return {
        *runner.planned_runs.exclude(uid="").values_list("uid", flat=True),
        *runner.races.exclude(uid="").values_list("uid", flat=True),
    }


@transaction.atomic
def keep_plan(*, plan_import: PlanImport, choices: Mapping[str, Choice], now: datetime) -> int:
    """Put the entries with a choice (by their uid) into the plan, all or none; a second time changes nothing.

    Gives the number of days added. An event that is in the plan already, and a race on the day of another, are left.
    """
    runner = locked(plan_import.runner_id)
    plan_import = runner.plan_imports.get(pk=plan_import.pk)
    if not plan_import.is_preview:
        return 0
    known, race_days = known_uids(runner), set(runner.races.values_list("day", flat=True))
    runs: list[PlannedRun] = []
    races: list[Race] = []
    for entry, choice in _chosen(plan_import, choices):
        if entry.uid in known:
            continue
        if choice.kind != "race":
            runs.append(_run(entry, choice, plan_import))
        elif entry.day not in race_days:
            race_days.add(entry.day)
            races.append(_race(entry, choice, plan_import))
    PlannedRun.objects.bulk_create(runs)
    Race.objects.bulk_create(races)
    plan_import.keep(now)
    plan_import.save(update_fields=["kept_at", "entries"])
    return len(runs) + len(races)


def _chosen(plan_import: PlanImport, choices: Mapping[str, Choice]) -> Iterator[tuple[Entry, Choice]]:
    for entry in entries_of(plan_import):
        choice = choices.get(entry.uid)
        if choice is not None and choice.kind:
            yield entry, choice


def _run(entry: Entry, choice: Choice, plan_import: PlanImport) -> PlannedRun:
    rest = choice.kind == PlannedRun.Kind.REST
    return PlannedRun(
        runner=plan_import.runner,
        plan_import=plan_import,
        uid=entry.uid,
        day=entry.day,
        kind=choice.kind,
        metres=None if rest else entry.metres,
        minutes=None if rest or entry.minutes is None else max(1, round(entry.minutes)),
        hard=entry.hard and choice.kind == PlannedRun.Kind.LONG,
        title=entry.title,
        notes=entry.notes,
    )


def _race(entry: Entry, choice: Choice, plan_import: PlanImport) -> Race:
    return Race(
        runner=plan_import.runner,
        plan_import=plan_import,
        uid=entry.uid,
        day=entry.day,
        name=entry.title,
        metres=entry.metres,
        priority=choice.priority,
    )


@transaction.atomic
def undo_plan(*, plan_import: PlanImport, now: datetime) -> int:
    """Take all runs and races of an import out of the plan, and give their number; a second time changes nothing.

    An import that was never kept is gone altogether.
    """
    runner = locked(plan_import.runner_id)
    plan_import = runner.plan_imports.get(pk=plan_import.pk)
    if plan_import.is_preview:
        plan_import.delete()
        return 0
    if plan_import.undone_at is not None:
        return 0
    runs, _ = plan_import.runs.all().delete()
    races, _ = plan_import.races.all().delete()
    plan_import.undone_at = now
    plan_import.save(update_fields=["undone_at"])
    return runs + races
