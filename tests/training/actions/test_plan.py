from datetime import date, timedelta

from tests.factories import RunnerFactory
from training.actions.plan import enter_race, plan_run, set_pattern
from training.models import PlannedRun, Race, Runner, WeeklyRun
from training.models.plan import plan_days

MONDAY = date(2026, 3, 2)
WEEK = timedelta(weeks=1)


def kinds(runner: Runner, first: date, weeks: int) -> list[str]:
    """The kinds of each week's pattern, as one word a week."""
    days = plan_days(runner, first, first + weeks * WEEK - timedelta(days=1))
    words = [day.weekly.kind if day.weekly else "" for day in days]
    return [" ".join(filter(None, words[7 * n : 7 * n + 7])) for n in range(weeks)]


def a_week(*runs: tuple[int, str]) -> list[WeeklyRun]:
    return [WeeklyRun(weekday=weekday, kind=kind) for weekday, kind in runs]


def test_a_double_tap_plans_a_run_once(runner: Runner) -> None:
    def tapped() -> PlannedRun:
        return plan_run(run=PlannedRun(runner=runner, day=MONDAY, kind="easy", metres=8000))

    assert tapped() == tapped()
    assert runner.planned_runs.count() == 1


def test_two_different_runs_of_a_day_stand(runner: Runner) -> None:
    plan_run(run=PlannedRun(runner=runner, day=MONDAY, kind="easy", metres=8000))
    plan_run(run=PlannedRun(runner=runner, day=MONDAY, kind="hard", metres=8000))
    assert runner.planned_runs.count() == 2


def test_a_day_has_one_race(runner: Runner) -> None:
    first = enter_race(race=Race(runner=runner, day=MONDAY, name="First"))
    assert enter_race(race=Race(runner=runner, day=MONDAY, name="Second")) == first
    assert runner.races.get().name == "First"


def test_a_new_pattern_leaves_the_weeks_before_it(runner: Runner) -> None:
    set_pattern(runner=runner, first=MONDAY, last=None, runs=a_week((1, "easy"), (3, "hard")))
    set_pattern(runner=runner, first=MONDAY + 2 * WEEK, last=None, runs=a_week((1, "moderate")))
    assert kinds(runner, MONDAY, 4) == ["easy hard", "easy hard", "moderate", "moderate"]


def test_a_pattern_changed_on_its_first_day_is_replaced(runner: Runner) -> None:
    set_pattern(runner=runner, first=MONDAY, last=None, runs=a_week((1, "easy")))
    set_pattern(runner=runner, first=MONDAY, last=None, runs=a_week((2, "hard")))
    assert [run.kind for run in runner.weekly_runs.all()] == ["hard"]


def test_a_pattern_that_would_have_begun_later_is_dropped(runner: Runner) -> None:
    set_pattern(runner=runner, first=MONDAY + WEEK, last=None, runs=a_week((1, "hard")))
    set_pattern(runner=runner, first=MONDAY, last=None, runs=a_week((1, "easy")))
    assert kinds(runner, MONDAY, 3) == ["easy", "easy", "easy"]


def test_no_runs_end_the_pattern(runner: Runner) -> None:
    set_pattern(runner=runner, first=MONDAY, last=None, runs=a_week((1, "easy")))
    set_pattern(runner=runner, first=MONDAY + WEEK, last=None, runs=[])
    assert kinds(runner, MONDAY, 3) == ["easy", "", ""]


def test_a_pattern_with_an_end(runner: Runner) -> None:
    set_pattern(runner=runner, first=MONDAY, last=MONDAY + WEEK, runs=a_week((0, "easy")))
    assert kinds(runner, MONDAY, 3) == ["easy", "easy", ""]


def test_the_pattern_of_another_runner_stays(runner: Runner) -> None:
    other = RunnerFactory.create()
    set_pattern(runner=other, first=MONDAY, last=None, runs=a_week((1, "easy")))
    set_pattern(runner=runner, first=MONDAY, last=None, runs=[])
    assert kinds(other, MONDAY, 1) == ["easy"]
