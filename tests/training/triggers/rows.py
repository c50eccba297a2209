"""A row of every watched model, believable, and a change to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from django.db import models

from exercises.models import Equipment, GuidesRevision, Variation
from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from training.models import (
    CalendarFeed,
    Condition,
    CustomMovement,
    CustomSet,
    PlanImport,
    PlannedMovement,
    PlannedRun,
    Race,
    Reminder,
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


def custom_set(runner: Runner) -> CustomSet:
    movement = CustomMovement.objects.create(runner=runner, name="Bench press")
    return CustomSet(session=SessionFactory.create(runner=runner), movement=movement, position=1, number=1, reps=8)


def equipment(runner: Runner) -> models.Model:
    return Runner.equipment.through(runner=runner, equipment=Equipment.objects.all()[0])


# Unsaved, each with a change; a row that it belongs to is saved.
ROWS: dict[str, tuple[Callable[[Runner], models.Model], dict[str, Any]]] = {
    "CalendarFeed": (lambda runner: CalendarFeed(runner=runner), {"with_runs": False}),
    "Condition": (lambda runner: Condition(runner=runner, kind="ill", first=DAY, told_at=NOW), {"feverish": True}),
    "CustomMovement": (lambda runner: CustomMovement(runner=runner, name="Bench press"), {"name": "Bench Press"}),
    "CustomSet": (custom_set, {"reps": 9}),
    "LoggedSet": (lambda runner: LoggedSetFactory.build(session=SessionFactory.create(runner=runner)), {"kg": 22.5}),
    "PlanImport": (lambda runner: PlanImport(runner=runner, created_at=NOW), {"kept_at": NOW}),
    "PlannedMovement": (movement, {"skipped": True}),
    "PlannedRun": (lambda runner: PlannedRun(runner=runner, day=DAY), {"kind": "long"}),
    "Race": (lambda runner: Race(runner=runner, day=DAY), {"priority": "A"}),
    "Reminder": (lambda runner: Reminder(runner=runner), {"when": "morning"}),
    "Run": (lambda runner: RunFactory.build(runner=runner, day=DAY), {"title": "Along the river"}),
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
    """The runner or session that it hangs on."""
    for name in ("session", "runner"):
        if name in {field.name for field in row._meta.fields}:
            owner: models.Model | None = getattr(row, name)
            if isinstance(owner, models.Model):
                return owner
    raise ValueError(f"{row} hangs on nothing")
