from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import RunFactory
from tests.training.actions.imports.steps import bring, choices, look_at, only, outcomes
from tests.training.runfiles.samples import START, gzipped, make_fit, make_gpx, make_tcx
from training.actions import imports
from training.models import ImportItem, Runner

pytestmark = pytest.mark.usefixtures("tasks_at_once")

SAME = [
    pytest.param(("a.fit", make_fit()), ("b.fit", make_fit()), id="under another name"),
    pytest.param(("a.fit", make_fit()), ("a.fit.gz", gzipped(make_fit())), id="gzipped"),
    pytest.param(("a.fit", make_fit()), ("a.tcx", make_tcx()), id="in a poorer format"),
    pytest.param(("a.tcx", make_tcx()), ("b.tcx", make_tcx(start=START + timedelta(seconds=33))), id="33 s later"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
class TestTheSameRunTwice:
    def test_in_two_imports(self, runner: Runner, first: tuple[str, bytes], second: tuple[str, bytes]) -> None:
        bring(runner, first)
        before = runner.runs.values().get()
        work = bring(runner, second)
        assert (outcomes(work), choices(work)) == (["known"], ["skip"])
        assert only(work).known_run_id == before["id"]
        assert "You have it already" in only(work).sentence
        assert runner.runs.values().get() == before

    def test_in_one_import(self, runner: Runner, first: tuple[str, bytes], second: tuple[str, bytes]) -> None:
        work = bring(runner, first, second)
        assert runner.runs.count() == 1
        assert sorted(outcomes(work)) == ["known", "new"]


def test_a_richer_copy_is_taken_instead_and_what_was_told_stays(runner: Runner) -> None:
    bring(runner, ("a.gpx", make_gpx()))
    run = runner.runs.get()
    run.rpe, run.title = 6, "Along the river"
    run.save()
    work = bring(runner, ("a.fit", make_fit()))
    assert (outcomes(work), choices(work)) == (["known"], ["instead"])
    run.refresh_from_db()
    assert (run.source, run.metres, run.avg_hr) == ("fit", 8000, 145)
    assert (run.rpe, run.title) == (6, "Along the river")


def test_a_richer_copy_of_the_same_recording_is_taken_instead(runner: Runner) -> None:
    bring(runner, ("a.tcx", make_tcx()))
    runner.runs.update(device_key=look_at(runner, ("a.fit", make_fit())).items.get().activity.device_key)
    work = bring(runner, ("a.fit", make_fit()))
    assert (only(work).match, choices(work)) == ("same-recording", ["instead"])
    assert runner.runs.get().source == "fit"


def test_of_two_copies_in_one_import_the_richer_stays(runner: Runner) -> None:
    work = bring(runner, ("a.gpx", make_gpx()), ("a.fit", make_fit()))
    assert outcomes(work) == ["known", "new"]
    assert runner.runs.get().device_key
    first = work.items.get(position=0)
    assert first.sentence.startswith("The same run of Tuesday 3 March 2026 as in a.fit, so it counts once.")


def test_a_run_typed_in_is_recognised_and_measured(runner: Runner) -> None:
    typed = RunFactory.create(runner=runner, start=START, metres=None, seconds=2700, rpe=4)
    work = bring(runner, ("a.fit", make_fit()))
    assert choices(work) == ["instead"]
    typed.refresh_from_db()
    assert (typed.metres, typed.rpe) == (8000, 4)


def test_a_watch_and_a_phone_at_once_are_for_a_person_to_judge(runner: Runner) -> None:
    bring(runner, ("watch.fit", make_fit()))
    phone = make_gpx(start=START + timedelta(minutes=6), metres=6900, seconds=2400)
    work = bring(runner, ("phone.gpx", phone))
    assert (outcomes(work), choices(work)) == (["unclear"], ["skip"])
    assert only(work).sentence.endswith("At the same time you have 8.00 km in 45:00, perhaps of another device.")
    assert runner.runs.count() == 1


def test_a_known_file_is_recognised_after_its_run_was_moved(runner: Runner) -> None:
    bring(runner, ("a.tcx", make_tcx()))
    run = runner.runs.get()
    run.start -= timedelta(days=300)
    run.save()
    assert outcomes(bring(runner, ("a.tcx", make_tcx()))) == ["known"]


def test_two_runs_on_one_day_are_two(runner: Runner) -> None:
    work = bring(runner, ("a.gpx", make_gpx()), ("b.gpx", make_gpx(start=START + timedelta(hours=9))))
    assert outcomes(work) == ["new", "new"]


def test_the_same_file_of_another_runner_is_new(runner: Runner) -> None:
    bring(RunFactory.create().runner, ("a.fit", make_fit()))
    assert outcomes(bring(runner, ("a.fit", make_fit()))) == ["new"]


def test_a_run_that_came_in_between_is_found_when_it_is_confirmed(runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    bring(runner, ("again.fit", make_fit()))
    imports.confirm(work=work, now=START)
    assert runner.runs.count() == 1
    assert choices(work) == ["skip"]


def test_what_the_runner_chose_is_not_judged_away(runner: Runner) -> None:
    bring(runner, ("a.fit", make_fit()))
    work = look_at(runner, ("a.tcx", make_tcx()))
    imports.choose(item=only(work), choice=ImportItem.Choice.ADD, now=START)
    imports.confirm(work=work, now=START)
    assert runner.runs.count() == 2


def test_an_import_of_ten_files_costs_the_queries_of_one(runner: Runner) -> None:
    def queries(count: int, since: int) -> int:
        files = [(f"{n}.gpx", make_gpx(start=START - timedelta(days=since + n))) for n in range(count)]
        with CaptureQueriesContext(connection) as captured:
            bring(runner, *files)
        # Each upload is opened, kept and forgotten by itself.
        return len([one for one in captured if "importupload" not in one["sql"]]) - count * PER_UPLOAD

    assert queries(1, since=0) == queries(10, since=100)


# Of every chosen file: the word of its worker and the items that it held, in a transaction of their own.
PER_UPLOAD = 4
