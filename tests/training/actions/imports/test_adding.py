import pytest

from tests.training.actions.imports.steps import NOW, bring, look_at
from tests.training.runfiles.samples import make_fit, make_gpx
from training.actions import imports
from training.actions.imports import adding
from training.models import Import, Runner
from training.models.imports import MOST_ATTEMPTS

pytestmark = pytest.mark.usefixtures("tasks_at_once")


def clock() -> object:
    return NOW


def test_imported_runs_are_classified(runner: Runner) -> None:
    runner.max_heart_rate = 160
    runner.save()
    bring(runner, ("a.fit", make_fit(avg_hr=145)))
    run = runner.runs.get()
    assert (run.kind, run.kind_rule) == ("hard", "heart-rate")


def test_confirming_twice_adds_once(runner: Runner) -> None:
    work = bring(runner, ("a.fit", make_fit()))
    imports.confirm(work=work, now=NOW)
    imports.add(pk=work.pk, clock=lambda: NOW)
    assert runner.runs.count() == 1


def test_a_worker_that_fails_half_way_leaves_nothing(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    Import.objects.filter(pk=work.pk).update(status=Import.Status.ADDING)

    def fails(**_: object) -> None:
        raise MemoryError

    with monkeypatch.context() as patched:
        patched.setattr(adding, "reclassify", fails)
        with pytest.raises(MemoryError):
            imports.add(pk=work.pk, clock=lambda: NOW)
    work.refresh_from_db()
    assert (work.status, runner.runs.count()) == (Import.Status.ADDING, 0)
    imports.add(pk=work.pk, clock=lambda: NOW)
    work.refresh_from_db()
    assert (work.status, runner.runs.count()) == (Import.Status.DONE, 1)


def test_what_cannot_be_added_is_given_up_and_says_so(runner: Runner) -> None:
    work = look_at(runner, ("a.fit", make_fit()))
    Import.objects.filter(pk=work.pk).update(status=Import.Status.ADDING, attempts=MOST_ATTEMPTS)
    imports.add(pk=work.pk, clock=lambda: NOW)
    work.refresh_from_db()
    assert (work.status, runner.runs.count()) == (Import.Status.FAILED, 0)


def test_what_is_settled_is_not_kept_twice(runner: Runner) -> None:
    bring(runner, ("a.gpx", make_gpx()))
    work = bring(runner, ("a.fit", make_fit()), ("b.fit", make_fit(sport="cycling")))
    assert [item.content is None for item in work.items.all()] == [False, True]
    assert [item.content for item in Import.objects.earliest("pk").items.all()] == [None]
