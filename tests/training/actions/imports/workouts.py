"""Workouts of other apps made to order, and imports of them."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from tests.factories import ImportFactory
from training.actions.imports.adding import add
from training.actions.imports.found import as_found
from training.actions.imports.judging import judge
from training.models import Import, ImportItem, Runner
from training.runfiles import FileResult, StrengthActivity
from training.runfiles.kind import Kind
from training.runfiles.sets import Guess, ImportedSet, SetKind

NOW = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)
# By the runner's clock, as tables tell it.
EVENING = datetime(2026, 3, 3, 18, 0, tzinfo=UTC)


def lifted(exercise: str, reps: int | None = 8, kg: float | None = None, **more: Any) -> ImportedSet:
    return ImportedSet(exercise, reps=reps, kg=kg, **more)


def warm_up(exercise: str, reps: int = 10, kg: float | None = None) -> ImportedSet:
    return ImportedSet(exercise, kind=SetKind.WARM_UP, reps=reps, kg=kg)


def guessed(*guesses: tuple[int, int | None, str], reps: int = 10, seconds: float = 40.0) -> ImportedSet:
    """A set that a watch counted."""
    return ImportedSet("", reps=reps, seconds=seconds, guesses=tuple(Guess(*one) for one in guesses))


def workout(*sets: ImportedSet, start: datetime = EVENING, format: Any = "hevy", **more: Any) -> StrengthActivity:
    """An hour of Hevy on the evening of 3 March 2026, unless told."""
    told = {"seconds": 3600.0, "title": "Leg day", "start_is_local": format in ("hevy", "strong"), **more}
    told.setdefault("key", f"{format} {start:%Y-%m-%dT%H:%M:%S} {told['title']}")
    return StrengthActivity(format=format, start=start, sets=sets, **told)


def waiting(runner: Runner, *workouts: StrengthActivity) -> Import:
    """An import of them that is read and judged, and waits for its runner."""
    work = ImportFactory.create(runner=runner, status=Import.Status.WAITING)
    kind = next(iter(Kind))
    items: Sequence[ImportItem] = as_found(FileResult("workouts.csv", kind, workouts=workouts), runner, NOW)
    for position, item in enumerate(items):
        item.came_with, item.position = work, position
    ImportItem.objects.bulk_create(items)
    judge(work)
    return work


def add_all(work: Import) -> Import:
    """What was chosen is added, as by a worker."""
    Import.objects.filter(pk=work.pk).update(status=Import.Status.ADDING)
    add(pk=work.pk, clock=lambda: NOW)
    work.refresh_from_db()
    return work


def bring(runner: Runner, *workouts: StrengthActivity) -> Import:
    """An import of them, confirmed as it stands."""
    return add_all(waiting(runner, *workouts))
