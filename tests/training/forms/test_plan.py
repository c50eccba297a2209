from datetime import date, timedelta
from typing import Any

import pytest

from tests.factories import RunnerFactory
from training.forms.plan import PatternForm, PlannedRunForm
from training.models import PlannedRun, Runner, WeeklyRun
from training.units import METRES_PER_MILE

TODAY = date(2026, 3, 4)


def run_form(runner: Runner, run: PlannedRun | None = None, **changes: Any) -> PlannedRunForm:
    data = {"day": "2026-03-05", "kind": "easy", "length": "8 km", **changes}
    return PlannedRunForm(data, instance=run, runner=runner, today=TODAY)


def pattern_form(runner: Runner, standing: dict[int, WeeklyRun] | None = None, **changes: Any) -> PatternForm:
    data = {"first": "2026-03-04", "last": "", **changes}
    return PatternForm(data, runner=runner, standing=standing or {}, today=TODAY)


def test_domain_types(runner: Runner) -> None:
    run = run_form(runner, length="1:10", kind="long", hard="on", title="With Anna").save(commit=False)
    assert (run.runner, run.day, run.kind) == (runner, date(2026, 3, 5), "long")
    assert (run.metres, run.minutes, run.hard, run.title) == (None, 70, True, "With Anna")


def test_miles(db: None) -> None:
    runner = RunnerFactory.create(units=Runner.UnitSystem.IMPERIAL)
    assert run_form(runner, length="5").save(commit=False).metres == pytest.approx(5 * METRES_PER_MILE)


def test_only_a_long_run_has_faster_parts_and_rest_has_no_length(runner: Runner) -> None:
    assert not run_form(runner, hard="on").save(commit=False).hard
    rest = run_form(runner, kind="rest").save(commit=False)
    assert (rest.metres, rest.minutes) == (None, None)


def test_an_untouched_length_keeps_its_precision(runner: Runner) -> None:
    run = PlannedRun.objects.create(runner=runner, day=TODAY, metres=8046.72)
    shown = PlannedRunForm(instance=run, runner=runner, today=TODAY)["length"].value()
    assert shown == "8.05 km"
    assert run_form(runner, run, length=shown).save(commit=False).metres == 8046.72


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        pytest.param({"day": "2026-03-03"}, "day", "That day is over", id="yesterday"),
        pytest.param({"day": "2029-03-03"}, "day", "more than two years away", id="in three years"),
        pytest.param({"length": "far"}, "length", "Write how far or how long", id="no length"),
        pytest.param({"kind": "sprint"}, "kind", "not one of the available choices", id="no kind"),
    ],
)
def test_refused(runner: Runner, changes: dict[str, Any], field: str, message: str) -> None:
    form = run_form(runner, **changes)
    assert message in " ".join(map(str, form.errors[field]))


def test_a_run_of_the_past_can_change_but_not_its_day(runner: Runner) -> None:
    run = PlannedRun.objects.create(runner=runner, day=TODAY - timedelta(days=3))
    assert run_form(runner, run, day="2026-03-01", title="changed").is_valid()
    assert "day" in run_form(runner, run, day="2026-03-02").errors


def test_the_pattern_as_runs(runner: Runner) -> None:
    form = pattern_form(runner, kind_1="easy", length_1="8 km", kind_3="hard", length_3="", kind_6="long")
    assert form.is_valid()
    assert [(run.weekday, run.kind, run.metres) for run in form.runs()] == [
        (1, "easy", 8000),
        (3, "hard", None),
        (6, "long", None),
    ]


def test_rows_in_the_order_of_the_week(db: None) -> None:
    runner = RunnerFactory.create(week_starts_on=6)
    assert [day for day, *_ in pattern_form(runner).rows()][:2] == ["Sunday", "Monday"]


def test_an_untouched_length_of_the_pattern_keeps_its_precision(runner: Runner) -> None:
    standing = WeeklyRun(weekday=1, kind="easy", metres=8046.72, first=TODAY)
    form = pattern_form(runner, {1: standing}, kind_1="moderate", length_1="8.05 km")
    assert form.is_valid()
    assert form.runs()[0].metres == 8046.72


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        pytest.param({"first": "2026-01-01"}, "first", "Begin this week or later", id="in the past"),
        pytest.param({"last": "2026-03-01"}, "last", "ends before it begins", id="ends before it begins"),
        pytest.param({"length_2": "8 km"}, "kind_2", "Choose the kind of run", id="a length without a kind"),
        pytest.param({"kind_2": "easy", "length_2": "far"}, "length_2", "Write how far", id="no length"),
        pytest.param({"kind_2": "rest"}, "kind_2", "not one of the available choices", id="no kind"),
    ],
)
def test_a_pattern_refused(runner: Runner, changes: dict[str, Any], field: str, message: str) -> None:
    assert message in " ".join(map(str, pattern_form(runner, **changes).errors[field]))
