from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import RunFactory
from tests.training.runfiles.samples import (
    START,
    FitSession,
    gzipped,
    make_fit,
    make_fit_sessions,
    make_gpx,
    make_tcx,
)
from training.actions.imports import import_files, undo_import
from training.actions.uploads import Upload
from training.models import RunImport, Runner

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)


def bring(runner: Runner, *files: tuple[str, bytes]) -> RunImport:
    return import_files(runner=runner, uploads=[Upload(name, data) for name, data in files], now=NOW)


def outcomes(run_import: RunImport) -> list[str]:
    return [file.outcome for file in run_import.files.all()]


def sentence(run_import: RunImport) -> str:
    return run_import.files.get().sentence


def test_a_file_becomes_a_run(runner: Runner) -> None:
    result = bring(runner, ("morning.fit", make_fit()))
    run = runner.runs.get()
    assert (run.start, run.metres, run.seconds, run.avg_hr) == (START, 8000, 2700, 145)
    assert run.run_import == result
    assert run.device_key
    assert sentence(result) == "Tuesday 3 March 2026: 8.00 km in 45:00."


def test_the_day_is_the_day_where_the_run_was(runner: Runner) -> None:
    late = datetime(2026, 3, 3, 23, 30, tzinfo=UTC)
    bring(runner, ("tokyo.fit", make_fit(start=late, utc_offset=9 * 3600)))
    run = runner.runs.get()
    assert (run.time_zone, run.day.isoformat()) == ("Etc/GMT-9", "2026-03-04")


def test_the_offset_of_home_keeps_the_name_of_home(runner: Runner) -> None:
    bring(runner, ("home.fit", make_fit(utc_offset=3600)))
    assert runner.runs.get().time_zone == "Europe/Berlin"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(("a.fit", make_fit()), ("b.fit", make_fit()), id="under another name"),
        pytest.param(("a.fit", make_fit()), ("a.fit.gz", gzipped(make_fit())), id="gzipped"),
        pytest.param(("a.fit", make_fit()), ("a.tcx", make_tcx()), id="in another format"),
        pytest.param(("a.gpx", make_gpx()), ("a.fit", make_fit()), id="in a richer format"),
        pytest.param(("a.tcx", make_tcx()), ("b.tcx", make_tcx(start=START + timedelta(seconds=33))), id="33 s later"),
    ],
)
class TestTheSameRunTwice:
    def test_in_two_imports(self, runner: Runner, first: tuple[str, bytes], second: tuple[str, bytes]) -> None:
        bring(runner, first)
        result = bring(runner, second)
        assert runner.runs.count() == 1
        assert outcomes(result) == ["known"]
        assert sentence(result) == "You have this run of Tuesday 3 March 2026 already, so nothing was added."

    def test_in_one_import(self, runner: Runner, first: tuple[str, bytes], second: tuple[str, bytes]) -> None:
        result = bring(runner, first, second)
        assert runner.runs.count() == 1
        assert sorted(outcomes(result)) == ["known", "new"]


def test_of_two_copies_in_one_import_the_richer_stays(runner: Runner) -> None:
    result = bring(runner, ("a.gpx", make_gpx()), ("a.fit", make_fit()))
    assert outcomes(result) == ["known", "new"]
    assert runner.runs.get().device_key
    first = result.files.get(position=0)
    assert first.sentence == "The same run of Tuesday 3 March 2026 as in a.fit, so it counts once."


def test_a_run_typed_in_is_recognised(runner: Runner) -> None:
    RunFactory.create(runner=runner, start=START, metres=None, seconds=2700)
    assert outcomes(bring(runner, ("a.fit", make_fit()))) == ["known"]


def test_a_known_file_is_recognised_after_its_run_was_moved(runner: Runner) -> None:
    bring(runner, ("a.tcx", make_tcx()))
    run = runner.runs.get()
    run.start -= timedelta(hours=3)
    run.save()
    assert outcomes(bring(runner, ("a.tcx", make_tcx()))) == ["known"]


def test_two_runs_on_one_day_are_two(runner: Runner) -> None:
    result = bring(runner, ("a.gpx", make_gpx()), ("b.gpx", make_gpx(start=START + timedelta(hours=9))))
    assert outcomes(result) == ["new", "new"]


def test_the_same_file_of_another_runner_is_new(runner: Runner) -> None:
    bring(RunFactory.create().runner, ("a.fit", make_fit()))
    assert outcomes(bring(runner, ("a.fit", make_fit()))) == ["new"]


def test_a_triathlon_gives_its_run_and_names_the_rest(runner: Runner) -> None:
    sessions = [
        FitSession(sport="cycling", metres=40000, seconds=4000),
        FitSession(start=START + timedelta(seconds=4100)),
    ]
    result = bring(runner, ("tri.fit", make_fit_sessions(sessions)))
    assert runner.runs.count() == 1
    assert sentence(result).endswith("Left out: a ride.")


@pytest.mark.parametrize(
    ("name", "data", "outcome", "told"),
    [
        pytest.param(
            "ride.fit", make_fit(sport="cycling"), "no-run", "This file holds a ride: only runs are taken.", id="a ride"
        ),
        pytest.param(
            "gym.fit",
            make_fit(sport="training", sub_sport="strength_training", metres=None),
            "no-run",
            "This file holds strength work: only runs are taken.",
            id="strength work",
        ),
        pytest.param(
            "unnamed.gpx",
            make_gpx(sport=None, metres=18900),
            "no-run",
            "This file holds another sport than running: only runs are taken.",
            id="too fast for an unnamed sport",
        ),
        pytest.param(
            "car.fit",
            make_fit(metres=40000),
            "unreadable",
            "At 53.3 km/h on average this was not run on foot: up to 28.8 km/h was expected.",
            id="a run by car",
        ),
        pytest.param(
            "ages.fit",
            make_fit(seconds=90_000, elapsed_seconds=90_000),
            "unreadable",
            "This run would have lasted 25:00:00: a run of up to 24 hours was expected.",
            id="longer than a day",
        ),
        pytest.param(
            "later.fit",
            make_fit(start=NOW + timedelta(days=30)),
            "unreadable",
            "This run begins on Thursday 9 April 2026, which is still to come.",
            id="still to come",
        ),
        pytest.param(
            "empty.fit",
            b"",
            "unreadable",
            "This file is empty: a FIT, GPX or TCX file of a recorded run was expected.",
            id="empty",
        ),
        pytest.param(
            "course.fit",
            make_fit(file_type="course"),
            "unreadable",
            "This file holds a planned course, not a recorded activity.",
            id="a course",
        ),
    ],
)
def test_what_is_no_run_says_so_and_changes_nothing(
    runner: Runner, name: str, data: bytes, outcome: str, told: str
) -> None:
    result = bring(runner, (name, data))
    assert (outcomes(result), sentence(result)) == ([outcome], told)
    assert not runner.runs.exists()


def test_a_bad_file_does_not_keep_the_good_ones_out(runner: Runner) -> None:
    result = bring(runner, ("bad.gpx", b"<gpx"), ("good.fit", make_fit()), ("ride.fit", make_fit(sport="cycling")))
    assert outcomes(result) == ["unreadable", "new", "no-run"]
    assert runner.runs.count() == 1


def test_an_unnamed_sport_at_running_speed_is_called_a_guess(runner: Runner) -> None:
    result = bring(runner, ("a.gpx", make_gpx(sport=None)))
    assert outcomes(result) == ["new"]
    assert "is a guess" in sentence(result)


def test_imported_runs_are_classified(runner: Runner) -> None:
    runner.max_heart_rate = 160
    runner.save()
    bring(runner, ("a.fit", make_fit(avg_hr=145)))
    run = runner.runs.get()
    assert (run.kind, run.kind_rule) == ("hard", "heart-rate")


def test_undo_takes_back_what_came_and_nothing_else(runner: Runner) -> None:
    kept = RunFactory.create(runner=runner, start=START - timedelta(days=1))
    result = bring(runner, ("a.fit", make_fit()), ("b.gpx", make_gpx(start=START + timedelta(days=1))))
    assert undo_import(run_import=result, now=NOW) == 2
    assert list(runner.runs.all()) == [kept]
    result.refresh_from_db()
    assert result.undone_at == NOW


def test_undo_twice_is_undo_once(runner: Runner) -> None:
    result = bring(runner, ("a.fit", make_fit()))
    undo_import(run_import=result, now=NOW)
    assert undo_import(run_import=result, now=NOW + timedelta(days=1)) == 0
    result.refresh_from_db()
    assert result.undone_at == NOW


def test_a_run_that_was_taken_back_can_come_again(runner: Runner) -> None:
    undo_import(run_import=bring(runner, ("a.fit", make_fit())), now=NOW)
    assert outcomes(bring(runner, ("a.fit", make_fit()))) == ["new"]


def test_undo_classifies_the_others_anew(runner: Runner) -> None:
    monday = datetime(2026, 3, 2, 12, tzinfo=UTC)
    middling = RunFactory.create(runner=runner, start=monday, metres=11000, seconds=66 * 60)
    RunFactory.create(runner=runner, start=monday + timedelta(days=2))
    result = bring(runner, ("long.fit", make_fit(start=monday + timedelta(days=4), metres=16000, seconds=96 * 60)))
    middling.refresh_from_db()
    assert not middling.is_long
    undo_import(run_import=result, now=NOW)
    middling.refresh_from_db()
    assert middling.is_long


def test_an_import_of_ten_files_costs_the_queries_of_one(runner: Runner) -> None:
    def queries(count: int, since: int) -> int:
        files = [(f"{n}.gpx", make_gpx(start=START - timedelta(days=since + n))) for n in range(count)]
        with CaptureQueriesContext(connection) as captured:
            bring(runner, *files)
        return len(captured)

    assert queries(1, since=0) == queries(10, since=100)
