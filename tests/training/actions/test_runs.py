from datetime import UTC, date, datetime, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunFactory
from training.actions.runs import change_run, delete_run, enter_run, reclassify
from training.models import Run, Runner

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday


def run_on(runner: Runner, days: int, **fields: object) -> Run:
    """A run so many days after that Monday."""
    return RunFactory.create(runner=runner, start=NOON + timedelta(days=days), **fields)


def steady_weeks(runner: Runner, weeks: int = 4) -> None:
    """Four equal easy runs a week before that Monday, enough to know the runner's usual pace."""
    for week in range(1, weeks + 1):
        for weekday in (1, 3, 4, 6):
            run_on(runner, weekday - 7 * week)


def stored(run: Run) -> Run:
    return Run.objects.get(pk=run.pk)


def test_a_fast_run_becomes_hard_by_its_pace(runner: Runner) -> None:
    steady_weeks(runner)
    fast = run_on(runner, 1, metres=9000.0)
    reclassify(runner=runner, since=fast.day)
    run = stored(fast)
    assert (run.kind, run.kind_rule, run.kind_confidence) == ("hard", "pace", "medium")
    assert run.kind_facts["ratio"] == pytest.approx(1.125)


def test_what_was_told_always_wins(runner: Runner) -> None:
    steady_weeks(runner)
    fast = run_on(runner, 1, metres=9000.0, told=Run.Kind.EASY)
    reclassify(runner=runner)
    assert (stored(fast).kind, stored(fast).kind_rule) == ("easy", "told")


def test_a_deleted_run_changes_what_its_neighbours_are(runner: Runner) -> None:
    short = [run_on(runner, days, metres=8000.0) for days in (0, 2)]
    longest = run_on(runner, 6, metres=16000.0, seconds=96 * 60)
    second = run_on(runner, 4, metres=11000.0, seconds=66 * 60)
    reclassify(runner=runner)
    assert stored(longest).is_long
    assert not stored(second).is_long
    delete_run(run=longest)
    assert stored(second).is_long
    assert not any(stored(run).is_long for run in short)


def test_the_week_of_a_changed_run_is_looked_at_from_its_monday(runner: Runner) -> None:
    runner.max_heart_rate = 190
    runner.save()
    monday = run_on(runner, 0, metres=11000.0, seconds=66 * 60)
    run_on(runner, 2, metres=8000.0)
    sunday = run_on(runner, 6, metres=16000.0, seconds=96 * 60)
    reclassify(runner=runner)
    assert not stored(monday).is_long
    sunday = stored(sunday)
    sunday.start += timedelta(days=1)
    change_run(run=sunday)
    assert stored(sunday).day == date(2026, 3, 9)
    assert stored(monday).is_long


def test_since_gives_the_same_as_the_whole_history(runner: Runner) -> None:
    runner.max_heart_rate = 190
    runner.save()
    steady_weeks(runner, weeks=14)
    fast = run_on(runner, 1, metres=9000.0)
    reclassify(runner=runner, since=fast.day)
    assert stored(fast).kind == "hard"
    Run.objects.filter(day__gte=fast.day).update(kind="easy")
    reclassify(runner=runner)
    assert stored(fast).kind == "hard"


def test_a_hard_run_with_a_new_highest_heart_rate_touches_all_runs(runner: Runner) -> None:
    old = run_on(runner, -200, avg_hr=165, max_hr=172)
    reclassify(runner=runner)
    assert stored(old).kind_rule == "default"
    enter_run(run=RunFactory.build(runner=runner, start=NOON, told=Run.Kind.RACE, avg_hr=178, max_hr=186))
    assert (stored(old).kind, stored(old).kind_rule) == ("hard", "heart-rate")


def test_a_double_tap_enters_one_run(runner: Runner) -> None:
    first = enter_run(run=RunFactory.build(runner=runner, start=NOON))
    again = enter_run(run=RunFactory.build(runner=runner, start=NOON))
    assert first.pk == again.pk
    assert runner.runs.count() == 1


@pytest.mark.parametrize("weeks", [4, 40])
def test_queries_do_not_grow_with_the_history(
    runner: Runner, weeks: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    steady_weeks(runner, weeks)
    reclassify(runner=runner)
    run_on(runner, 1, metres=9000.0)
    with django_assert_num_queries(5):  # one read, the rows that changed, and their upsert in a savepoint
        assert reclassify(runner=runner) == 1


def test_nothing_is_written_where_nothing_changed(
    runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    steady_weeks(runner)
    reclassify(runner=runner)
    with django_assert_num_queries(3):
        assert reclassify(runner=runner) == 0


def test_other_runners_are_left_alone(runner: Runner) -> None:
    theirs = RunFactory.create(kind="moderate")
    reclassify(runner=runner)
    assert stored(theirs).kind == "moderate"
