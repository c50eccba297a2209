from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.factories import RunFactory, RunnerFactory
from training.forms.run import RunForm, TapForm
from training.models import Run, Runner
from training.units import METRES_PER_MILE

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def filled(**changes: Any) -> dict[str, Any]:
    return {"date": "2026-03-05", "time": "18:30", "distance": "8.2", "duration": "48:10", **changes}


def form_of(runner: Runner, **changes: Any) -> RunForm:
    return RunForm(filled(**changes), runner=runner, now=NOW)


def shown(run: Run) -> dict[str, Any]:
    """What a browser would send back of an untouched form."""
    form = RunForm(instance=run, runner=run.runner, now=NOW)
    values = {name: form[name].value() for name in form.fields}
    values["time"] = values["time"].strftime("%H:%M")
    return {name: "" if value is None else value for name, value in values.items()}


def test_domain_types(runner: Runner) -> None:
    run = form_of(runner).save(commit=False)
    assert run.start == datetime(2026, 3, 5, 17, 30, tzinfo=UTC)
    assert (run.time_zone, run.metres, run.seconds) == ("Europe/Berlin", 8200, 2890)
    assert (run.told, run.rpe, run.avg_hr) == ("", None, None)


def test_miles(db: None) -> None:
    runner = RunnerFactory.create(units=Runner.UnitSystem.IMPERIAL)
    form = form_of(runner, distance="6,2", duration="55")
    assert form.fields["distance"].label == "Distance in mi"
    assert form.save(commit=False).metres == pytest.approx(6.2 * METRES_PER_MILE)


def test_a_run_without_a_distance(runner: Runner) -> None:
    assert form_of(runner, distance="").save(commit=False).metres is None


def test_a_new_form_proposes_today(runner: Runner) -> None:
    assert RunForm(runner=runner, now=NOW)["date"].value() == date(2026, 3, 10)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        pytest.param(
            {"date": "2026-03-11"}, "date", "This is still to come: enter a run after you ran it.", id="tomorrow"
        ),
        pytest.param(
            {"date": "2026-03-10", "time": "14:00"},
            "time",
            "This is still to come: enter a run after you ran it.",
            id="later today",
        ),
        pytest.param(
            {"date": "0026-03-05"},
            "date",
            "Write the day on which you ran, with its whole year.",
            id="two digits of a year",
        ),
        pytest.param(
            {"date": "2025-03-30", "time": "02:30"},
            "time",
            "The clocks went forward then, so that this time did not exist that day.",
            id="skipped in spring",
        ),
        pytest.param(
            {"distance": "0"},
            "distance",
            "A distance is more than 0; leave it empty if you do not know it.",
            id="no distance",
        ),
        pytest.param({"distance": "far"}, "distance", "Write a number such as 8.2 or 8,2.", id="distance in words"),
        pytest.param(
            {"distance": "30", "duration": "1:02"},
            "duration",
            "That would be 0:02 a km, faster than anyone runs: look at the time (an hour is 1:00:00) and the distance.",
            id="hours taken for minutes",
        ),
        pytest.param(
            {"duration": "1440:01"},
            "duration",
            "Write the time as 48:10, 1:02:30 or 45 for whole minutes.",
            id="too many minutes",
        ),
        pytest.param({"duration": "1441"}, "duration", "A run lasts up to 24 hours here.", id="longer than a day"),
        pytest.param(
            {"duration": "0:59", "distance": ""},
            "duration",
            "That is less than a minute. An hour and five minutes is 1:05:00.",
            id="under a minute",
        ),
        pytest.param({"duration": ""}, "duration", "This field is required.", id="no time"),
        pytest.param(
            {"avg_hr": "300"},
            "avg_hr",
            "A heart rate lies between 30 and 250 beats a minute.",
            id="impossible heart rate",
        ),
        pytest.param(
            {"avg_hr": "150", "max_hr": "140"},
            "max_hr",
            "The highest heart rate is not below the average of 150.",
            id="highest below average",
        ),
        pytest.param(
            {"rpe": "11"}, "rpe", "Select a valid choice. 11 is not one of the available choices.", id="effort over ten"
        ),
        pytest.param(
            {"told": "jog"},
            "told",
            "Select a valid choice. jog is not one of the available choices.",
            id="unknown kind",
        ),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(
    runner: Runner, changes: dict[str, str], field: str, message: str
) -> None:
    form = form_of(runner, **changes)
    assert form.errors == {field: [message]}


def test_the_fastest_and_the_longest_runs_are_let_in(runner: Runner) -> None:
    assert form_of(runner, distance="0.48", duration="1:00").is_valid()
    assert form_of(runner, distance="250", duration="24:00:00").is_valid()


def test_what_is_not_touched_keeps_its_precision(runner: Runner) -> None:
    start = datetime(2026, 3, 5, 17, 30, 41, tzinfo=UTC)
    run = RunFactory.create(runner=runner, start=start, metres=8234.56, seconds=2890.4)
    form = RunForm(shown(run) | {"title": "Round the lake"}, instance=run, runner=runner, now=NOW)
    changed = form.save(commit=False)
    assert (changed.title, changed.start, changed.metres, changed.seconds) == ("Round the lake", start, 8234.56, 2890.4)


def test_a_run_abroad_is_shown_and_changed_in_its_own_time_zone(runner: Runner) -> None:
    run = RunFactory.create(runner=runner, time_zone="Asia/Tokyo", start=datetime(2026, 3, 4, 22, 0, tzinfo=UTC))
    values = shown(run)
    assert (values["date"], values["time"]) == (date(2026, 3, 5), "07:00")
    changed = RunForm(values | {"time": "08:00"}, instance=run, runner=runner, now=NOW).save(commit=False)
    assert changed.start == datetime(2026, 3, 4, 23, 0, tzinfo=UTC)


def test_a_tap_changes_one_thing(runner: Runner) -> None:
    run = RunFactory.create(runner=runner, told=Run.Kind.HARD, rpe=7)
    assert TapForm.of({"rpe": "3"}, run).save(commit=False).rpe == 3
    assert run.told == "hard"
    assert TapForm.of({"told": ""}, run).save(commit=False).told == ""
    assert run.rpe == 3


@pytest.mark.parametrize("data", [{"rpe": "11"}, {"rpe": "-1"}, {"rpe": "hard"}, {"told": "jog"}])
def test_a_tap_on_nothing_that_exists(runner: Runner, data: dict[str, str]) -> None:
    assert not TapForm.of(data, RunFactory.create(runner=runner)).is_valid()
