from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import RunFactory
from tests.training.actions.imports.steps import NOW, bring, choices, look_at, only
from tests.training.runfiles.samples import START, make_fit, make_gpx, make_tcx
from training.actions import imports
from training.actions.imports.choosing import NotOpenError
from training.models import Import, ImportItem, Runner

pytestmark = pytest.mark.usefixtures("tasks_at_once")

Choice = ImportItem.Choice


def test_what_is_left_out_is_not_added(runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    imports.choose(item=only(work), choice=Choice.SKIP, now=NOW)
    imports.confirm(work=work, now=NOW)
    assert not runner.runs.exists()


@pytest.mark.parametrize("name", ["a.fit", "a.tcx"])
def test_both_copies_can_be_kept(runner: Runner, name: str) -> None:
    bring(runner, ("a.fit", make_fit()))
    work = look_at(runner, (name, make_fit() if name == "a.fit" else make_tcx()))
    imports.choose(item=only(work), choice=Choice.ADD, now=NOW)
    imports.confirm(work=work, now=NOW)
    assert runner.runs.count() == 2


class TestAfterwards:
    """A choice can be changed when the import is done, and all is as if it had been chosen before."""

    @pytest.fixture
    def work(self, runner: Runner) -> Import:
        bring(runner, ("a.gpx", make_gpx(metres=7900)))
        return bring(runner, ("a.fit", make_fit()))

    def test_back_to_what_was_there(self, runner: Runner, work: Import) -> None:
        assert (choices(work), runner.runs.get().metres) == (["instead"], 8000)
        imports.choose(item=only(work), choice=Choice.SKIP, now=NOW)
        run = runner.runs.get()
        assert (run.metres, run.source) == (pytest.approx(7900, abs=10), "gpx")

    def test_both_and_back_to_one(self, runner: Runner, work: Import) -> None:
        imports.choose(item=only(work), choice=Choice.ADD, now=NOW)
        assert sorted(runner.runs.values_list("source", flat=True)) == ["fit", "gpx"]
        imports.choose(item=only(work), choice=Choice.INSTEAD, now=NOW)
        assert runner.runs.get().source == "fit"

    def test_the_same_again_changes_nothing(self, runner: Runner, work: Import) -> None:
        before = runner.runs.values().get()
        imports.choose(item=only(work), choice=Choice.INSTEAD, now=NOW)
        assert runner.runs.values().get() == before


@pytest.mark.parametrize("choice", [Choice.INSTEAD, Choice.ADD])
def test_there_is_nothing_to_choose_at_a_file_without_a_run(runner: Runner, choice: Choice) -> None:
    work = look_at(runner, ("ride.fit", make_fit(sport="cycling")))
    with pytest.raises(NotOpenError):
        imports.choose(item=only(work), choice=choice, now=NOW)


def test_after_an_undo_nothing_is_chosen(runner: Runner) -> None:
    work = bring(runner, ("a.fit", make_fit()))
    imports.undo(work=work, now=NOW)
    with pytest.raises(NotOpenError):
        imports.choose(item=only(work), choice=Choice.SKIP, now=NOW)


def test_undo_takes_back_what_came_and_nothing_else(runner: Runner) -> None:
    kept = RunFactory.create(runner=runner, start=START - timedelta(days=1))
    work = bring(runner, ("a.fit", make_fit()), ("b.gpx", make_gpx(start=START + timedelta(days=1))))
    assert imports.undo(work=work, now=NOW)
    assert list(runner.runs.all()) == [kept]
    work.refresh_from_db()
    assert (work.status, work.undone_at) == (Import.Status.UNDONE, NOW)


def test_undo_gives_back_the_measures_that_were_there(runner: Runner) -> None:
    bring(runner, ("a.gpx", make_gpx(metres=7900)))
    before = runner.runs.values().get()
    work = bring(runner, ("a.fit", make_fit()))
    assert runner.runs.values().get() != before
    imports.undo(work=work, now=NOW)
    assert runner.runs.values().get() == before


def test_undo_twice_is_undo_once(runner: Runner) -> None:
    work = bring(runner, ("a.fit", make_fit()))
    imports.undo(work=work, now=NOW)
    assert not imports.undo(work=work, now=NOW + timedelta(days=1))
    work.refresh_from_db()
    assert work.undone_at == NOW


def test_a_run_that_was_taken_back_can_come_again(runner: Runner) -> None:
    imports.undo(work=bring(runner, ("a.fit", make_fit())), now=NOW)
    bring(runner, ("a.fit", make_fit()))
    assert runner.runs.count() == 1


def test_undo_of_an_import_from_before_there_were_items(runner: Runner) -> None:
    work = bring(runner, ("a.fit", make_fit()))
    runner.runs.update(found_as=None)
    work.items.update(kind="file")
    imports.undo(work=work, now=NOW)
    assert not runner.runs.exists()


def test_undo_classifies_the_others_anew(runner: Runner) -> None:
    monday = datetime(2026, 3, 2, 12, tzinfo=UTC)
    middling = RunFactory.create(runner=runner, start=monday, metres=11000, seconds=66 * 60)
    RunFactory.create(runner=runner, start=monday + timedelta(days=2))
    work = bring(runner, ("long.fit", make_fit(start=monday + timedelta(days=4), metres=16000, seconds=96 * 60)))
    middling.refresh_from_db()
    assert not middling.is_long
    imports.undo(work=work, now=NOW)
    middling.refresh_from_db()
    assert middling.is_long
