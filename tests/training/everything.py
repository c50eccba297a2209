"""An account with a row in every table of the export, and what was exported of an account."""

import io
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

from exercises.models import Equipment, Variation
from tests.factories import ImportFactory, LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.export.archive import tables, zipped
from training.models import (
    CalendarFeed,
    Condition,
    CustomMovement,
    CustomSet,
    ImportUpload,
    MovementTitle,
    PlanImport,
    PlannedMovement,
    PlannedRun,
    Race,
    Reminder,
    Runner,
    SentReminder,
    Session,
    ShownWeek,
    WeeklyRun,
)
from training.models.exported import Exported
from training.plan.changes import Basis
from training.plan.rules import because

MOMENT = datetime(2026, 3, 3, 17, 5, 0, 250_000, tzinfo=UTC)
DAY = date(2026, 3, 3)


def exported(runner: Runner) -> dict[str, bytes]:
    """The files with the rows of the runner's export, by name."""
    data = b"".join(zipped(tables(Exported(runner).tables()), MOMENT))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(runner: Runner) -> dict[str, list[dict[str, Any]]]:
    """The tables of data.json."""
    found: dict[str, list[dict[str, Any]]] = json.loads(exported(runner)["data.json"])["tables"]
    return found


def full_account(runner: Runner | None = None) -> Runner:
    """A runner with rows in all tables, no column left at its default where it can be otherwise."""
    runner = runner or RunnerFactory.create()
    settings: dict[str, Any] = {
        "language": "de",
        "units": "imperial",
        "time_zone": "America/New_York",
        "week_starts_on": 6,
        "target": 3,
        "style": "stack",
        "session_minutes": 45,
        "minutes_by_weekday": [30, None, 0, 60, None, None, 90],
        "preferred_weekdays": [1, 3],
        "max_heart_rate": 188,
        "logs_rir": True,
        "bar_kg": 15.0,
        "plate_kg": 0.5,
        "dumbbell_step_kg": 1.25,
        "dumbbells_kg": [4, 7.5],
        "wants_heavy": True,
    }
    for name, value in settings.items():
        setattr(runner, name, value)
    runner.save()
    runner.equipment.set(Equipment.objects.order_by("slug")[:2])
    feed = CalendarFeed(runner=runner, alarm="morning", with_runs=False, with_plans=False)
    feed.renew()
    feed.save()
    Reminder.objects.create(runner=runner, when="morning", hour=7)
    SentReminder.objects.create(runner=runner, day=DAY, when="evening", sent_at=MOMENT)
    running(runner)
    lifting(runner)
    return runner


def running(runner: Runner) -> None:
    work = ImportFactory.create(
        runner=runner, done_at=MOMENT, undone_at=MOMENT + timedelta(days=1), distance_unit="mi", weight_unit="lb"
    )
    ImportUpload.objects.create(came_with=work, position=0, name="=1+1.zip", bytes=12_345)
    RunFactory.create(
        runner=runner,
        start=MOMENT,
        title='=HYPERLINK("x")',
        elapsed_seconds=3000.5,
        avg_hr=141,
        max_hr=171,
        rpe=7,
        told="hard",
        kind="hard",
        is_long=True,
        kind_rule="told",
        kind_confidence="high",
        kind_facts={"share": 0.8123, "b": 1},
        came_with=work,
        source="fit",
        damaged=True,
        zone_told_by="place",
        fingerprint="0123:0",
        device_key="watch 1",
    )
    # Two that nothing but their place tells apart.
    for _ in range(2):
        RunFactory.create(
            runner=runner, start=MOMENT + timedelta(days=1), metres=None, seconds=1800.25, title="äöü\n🏃"
        )
    plan = PlanImport.objects.create(
        runner=runner, created_at=MOMENT, name="plan.ics", past=3, unreadable=1, kept_at=MOMENT, undone_at=MOMENT
    )
    planned = {"metres": 12_000.5, "minutes": 70, "hard": True}
    PlannedRun.objects.create(
        runner=runner, day=DAY, kind="long", title="-5 km", notes="@home", plan_import=plan, uid="a/1", **planned
    )
    for _ in range(2):
        PlannedRun.objects.create(runner=runner, day=DAY + timedelta(days=9), kind="rest")
    WeeklyRun.objects.create(runner=runner, weekday=6, kind="long", first=DAY, last=DAY, **planned)
    Race.objects.create(
        runner=runner, day=DAY, name="10 km", metres=10_000, priority="A", goal="+39:59", plan_import=plan, uid="a/2"
    )
    pain = {"feverish": True, "pain": 4, "site": "shin", "side": "left", "signs": ["bone", "hop"]}
    Condition.objects.create(runner=runner, kind="pain", first=DAY, told_at=MOMENT, **pain)
    Condition.objects.create(runner=runner, kind="away", first=DAY, ended_on=DAY + timedelta(days=3), told_at=MOMENT)
    chosen = {"day": DAY.isoformat(), "chosen": True, "light": False, "expected": "easy", "reasons": [REASON]}
    runs = {str(run.pk): (run.day.isoformat(), "easy") for run in runner.runs.all()}
    # One that was deleted since.
    runs["1234567"] = ("2026-03-01", "easy")
    basis = Basis(runs, sessions=frozenset({DAY.isoformat()}), wishes="(2)", until="2026-04-01").as_json()
    ShownWeek.objects.create(
        runner=runner, made_on=DAY, start=DAY, days=[chosen], recommended=[DAY.isoformat()], basis=basis
    )


REASON = because("race-soon", race_on=DAY, km=10.0, priority="A", days=4).as_json()


def lifting(runner: Runner) -> None:
    squat = Variation.objects.get(exercise__slug="squat", is_default=True)
    plank = Variation.objects.get(exercise__slug="plank", is_default=True)
    work = runner.imports.get()
    first = SessionFactory.create(
        runner=runner,
        workout="own",
        title="Leg day",
        light=True,
        effort=6,
        pain=2,
        notes="\tfine",
        morning_after="settled",
        reasons=[REASON],
        changed_at=MOMENT,
        came_with=work,
        source="hevy",
        key="hevy:1",
    )
    # A copy that was added all the same, and two of a day of which nobody knows when they began.
    SessionFactory.create(runner=runner, key="hevy:1")
    untimed = [SessionFactory.create(runner=runner, day=DAY, started_at=None, finished_at=None) for _ in range(2)]
    SessionFactory.create(runner=runner, day=DAY + timedelta(days=30), status="planned", started_at=None)
    SessionFactory.create(runner=runner, day=DAY + timedelta(days=2), status="skipped", started_at=None)
    under_way = SessionFactory.create(runner=runner, day=DAY + timedelta(days=3), status="under-way", finished_at=None)
    gone = SessionFactory.create(runner=runner, status=Session.Status.DELETED, deleted_from="done", deleted_at=MOMENT)
    for session in (first, *untimed, under_way, gone):
        PlannedMovement.objects.create(
            session=session,
            position=3,
            order=1,
            exercise=squat.exercise,
            variation=squat,
            targets=[{"reps": 12, "kg": 20.0, "last": {"reps": 11, "kg": 20.0}}],
            rest_seconds=95,
            why={"rule": "harder", "facts": {"kg": 20}, "evidence": ["E1"], "suggest": "goblet-squat"},
            skipped=True,
            changed_at=MOMENT,
        )
        LoggedSetFactory.create(
            id=session.set_id(3, 1), session=session, position=3, number=1, kg=22.5, rir=2, warm_up=True, per_leg=True
        )
        hold = {"variation": plank, "reps": None, "seconds": 45, "kg": None}
        LoggedSetFactory.create(session=session, position=3, number=2, **hold)
        # Two sets that claim one place; one that was taken back.
        LoggedSetFactory.create(session=session, position=3, number=2, **hold)
        LoggedSetFactory.create(session=session, position=3, number=4, removed=True)
        own, _ = CustomMovement.objects.get_or_create(runner=runner, name=f"+Curl {session.status}")
        amounts = {"reps": 8, "seconds": 40, "metres": 20.5, "kg": 7.25, "rir": 1}
        CustomSet.objects.create(
            session=session, movement=own, position=4, number=1, warm_up=True, notes="=slow", **amounts
        )
    CustomMovement.objects.create(runner=runner, name="Arm circles")
    MovementTitle.objects.create(runner=runner, title="Squat (Barbell)", key="squat", variation=squat, each_hand=True)
    MovementTitle.objects.create(runner=runner, title=f"Curl {uuid4()}", key="curl")
