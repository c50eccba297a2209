from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError

from tests.training.ical.test_plans import calendar, event
from training.actions import plan_imports
from training.actions.plan_imports import Choice, entries_of, keep_plan, preview_plan, undo_plan
from training.ical import UnreadablePlan
from training.models import PlanImport, PlannedRun, Race, Runner

NOW = datetime(2026, 3, 4, 12, tzinfo=UTC)


def on(day: int, title: str, uid: str = "") -> str:
    return event(f"UID:{uid or f'{day}-{title}'}", f"DTSTART;VALUE=DATE:202603{day:02}", f"SUMMARY:{title}")


PLAN = calendar(
    on(3, "Easy 5 km"),
    on(5, "Easy 8 km", "a"),
    on(6, "Rest", "b"),
    on(8, "Long run 22k with last 5k at MP", "c"),
    on(10, "Club night", "d"),
    on(15, "Race 10 km", "e"),
)


def preview(runner: Runner, data: bytes = PLAN) -> PlanImport:
    return preview_plan(runner=runner, name="coach.ics", data=data, now=NOW)


def all_understood(plan_import: PlanImport) -> dict[str, Choice]:
    return {entry.uid: Choice(entry.kind) for entry in entries_of(plan_import) if entry.is_understood}


def test_a_preview_puts_nothing_on_the_plan(runner: Runner) -> None:
    found = preview(runner)
    assert (found.past, len(found.entries), found.is_preview) == (1, 5, True)
    assert not runner.planned_runs.exists()
    assert not runner.races.exists()


def test_keeping_the_plan(runner: Runner) -> None:
    found = preview(runner)
    choices = all_understood(found) | {"d": Choice("hard"), "e": Choice("race", "A")}
    assert keep_plan(plan_import=found, choices=choices, now=NOW) == 5
    rows = runner.planned_runs.order_by("day").values_list("day", "kind", "metres", "hard", "uid")
    assert list(rows) == [
        (date(2026, 3, 5), "easy", 8000, False, "a"),
        (date(2026, 3, 6), "rest", None, False, "b"),
        (date(2026, 3, 8), "long", 22_000, True, "c"),
        (date(2026, 3, 10), "hard", None, False, "d"),
    ]
    race = runner.races.get()
    assert (race.name, race.metres, race.priority) == ("Race 10 km", 10_000, "A")


def test_what_has_no_choice_is_left_out(runner: Runner) -> None:
    found = preview(runner)
    assert keep_plan(plan_import=found, choices={"a": Choice("easy"), "b": Choice("")}, now=NOW) == 1
    assert runner.planned_runs.get().uid == "a"


def test_keeping_twice_changes_nothing(runner: Runner) -> None:
    found = preview(runner)
    keep_plan(plan_import=found, choices=all_understood(found), now=NOW)
    assert keep_plan(plan_import=found, choices={"a": Choice("easy")}, now=NOW) == 0
    assert runner.planned_runs.count() == 3


def test_the_same_file_again_adds_nothing(runner: Runner) -> None:
    for expected in (4, 0):
        found = preview(runner)
        assert keep_plan(plan_import=found, choices=all_understood(found), now=NOW) == expected
    assert runner.planned_runs.count() == 3


def test_a_race_beside_another_is_left_out(runner: Runner) -> None:
    Race.objects.create(runner=runner, day=date(2026, 3, 15), name="Mine")
    found = preview(runner)
    assert keep_plan(plan_import=found, choices={"e": Choice("race")}, now=NOW) == 0
    assert runner.races.get().name == "Mine"


def test_all_or_nothing(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object, **kwargs: object) -> None:
        raise IntegrityError

    found = preview(runner)
    monkeypatch.setattr(plan_imports.Race.objects, "bulk_create", fail)
    with pytest.raises(IntegrityError):
        keep_plan(plan_import=found, choices=all_understood(found), now=NOW)
    assert not runner.planned_runs.exists()
    assert PlanImport.objects.get().is_preview


def test_taking_it_back_leaves_what_was_planned_by_hand(runner: Runner) -> None:
    PlannedRun.objects.create(runner=runner, day=date(2026, 3, 5))
    found = preview(runner)
    keep_plan(plan_import=found, choices=all_understood(found), now=NOW)
    assert undo_plan(plan_import=found, now=NOW) == 4
    assert undo_plan(plan_import=found, now=NOW) == 0
    assert runner.planned_runs.get().uid == ""
    assert not runner.races.exists()
    assert runner.plan_imports.get().undone_at == NOW


def test_after_taking_it_back_the_file_can_come_again(runner: Runner) -> None:
    found = preview(runner)
    keep_plan(plan_import=found, choices=all_understood(found), now=NOW)
    undo_plan(plan_import=found, now=NOW)
    again = preview(runner)
    assert keep_plan(plan_import=again, choices=all_understood(again), now=NOW) == 4


def test_a_preview_thrown_away_is_gone(runner: Runner) -> None:
    assert undo_plan(plan_import=preview(runner), now=NOW) == 0
    assert not runner.plan_imports.exists()


def test_a_new_preview_takes_the_place_of_one_never_kept(runner: Runner) -> None:
    preview(runner)
    second = preview(runner)
    assert list(runner.plan_imports.all()) == [second]


def test_a_file_that_cannot_be_read_leaves_the_preview_that_is_there(runner: Runner) -> None:
    found = preview(runner)
    with pytest.raises(UnreadablePlan):
        preview(runner, b"hello")
    assert runner.plan_imports.get() == found
