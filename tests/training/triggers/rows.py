"""A row of every watched model, believable, and a change to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from exercises.models import Equipment, Variation
from tests.factories import LoggedSetFactory, RunFactory, RunImportFactory, SessionFactory
from training.models import (
    CalendarFeed,
    Condition,
    GuidesRevision,
    PlanImport,
    PlannedMovement,
    PlannedRun,
    Race,
    Reminder,
    RunImportFile,
    Runner,
    RunnerRevision,
    ShownWeek,
    WeeklyRun,
)

DAY, LATER = date(2026, 3, 2), date(2026, 3, 9)
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


def movement(runner: Runner) -> PlannedMovement:
    variation = Variation.objects.defaults().select_related("exercise")[0]
    session = SessionFactory.create(runner=runner)
    return PlannedMovement(
        session=session, position=1, order=1, exercise=variation.exercise, variation=variation, targets=[]
    )


def equipment(runner: Runner) -> models.Model:
    return Runner.equipment.through(runner=runner, equipment=Equipment.objects.all()[0])


# Unsaved, each with a change; a row that it belongs to is saved.
ROWS: dict[str, tuple[Callable[[Runner], models.Model], dict[str, Any]]] = {
    "CalendarFeed": (lambda runner: CalendarFeed(runner=runner), {"with_runs": False}),
    "Condition": (lambda runner: Condition(runner=runner, kind="ill", first=DAY, told_at=NOW), {"feverish": True}),
    "LoggedSet": (lambda runner: LoggedSetFactory.build(session=SessionFactory.create(runner=runner)), {"kg": 22.5}),
    "PlanImport": (lambda runner: PlanImport(runner=runner, created_at=NOW), {"kept_at": NOW}),
    "PlannedMovement": (movement, {"skipped": True}),
    "PlannedRun": (lambda runner: PlannedRun(runner=runner, day=DAY), {"kind": "long"}),
    "Race": (lambda runner: Race(runner=runner, day=DAY), {"priority": "A"}),
    "Reminder": (lambda runner: Reminder(runner=runner), {"when": "morning"}),
    "Run": (lambda runner: RunFactory.build(runner=runner, day=DAY), {"title": "Along the river"}),
    "RunImport": (lambda runner: RunImportFactory.build(runner=runner), {"undone_at": NOW}),
    "RunImportFile": (
        lambda runner: RunImportFile(run_import=RunImportFactory.create(runner=runner), position=0, name="a.fit"),
        {"sentence": "8 km."},
    ),
    "Runner_equipment": (equipment, {"equipment_id": lambda: Equipment.objects.all()[1].pk}),
    "Session": (lambda runner: SessionFactory.build(runner=runner), {"notes": "Strong."}),
    "ShownWeek": (lambda runner: ShownWeek(runner=runner, made_on=DAY, start=DAY, days=[], basis={}), {"start": LATER}),
    "WeeklyRun": (lambda runner: WeeklyRun(runner=runner, weekday=1, kind="easy", first=DAY), {"kind": "hard"}),
}


def changed(change: dict[str, Any]) -> dict[str, Any]:
    """The change with keys as they are in this database."""
    return {name: value() if callable(value) else value for name, value in change.items()}


def revision(runner: Runner) -> int:
    return RunnerRevision.objects.get(runner=runner).number


def guides_revision() -> int:
    return GuidesRevision.objects.get().number


def belongs_to(row: models.Model) -> models.Model:
    """The runner, session or import that it hangs on."""
    for name in ("session", "run_import", "runner"):
        if name in {field.name for field in row._meta.fields}:
            owner: models.Model | None = getattr(row, name)
            if isinstance(owner, models.Model):
                return owner
    raise ValueError(f"{row} hangs on nothing")
