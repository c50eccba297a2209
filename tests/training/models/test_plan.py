from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunnerFactory
from training.models import PlanImport, PlannedRun, Race, Runner, WeeklyRun
from training.models.plan import PlanDay, facts_of, plan_days
from training.plan import week
from training.plan.matching import Planned
from training.plan.week import Kind

MONDAY = date(2026, 3, 2)
TUESDAY, SUNDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=6)
WEEK = timedelta(weeks=1)


def weekly(runner: Runner, weekday: int, first: date = MONDAY, **fields: object) -> WeeklyRun:
    return WeeklyRun.objects.create(runner=runner, **{"weekday": weekday, "kind": "easy", "first": first, **fields})


def planned(runner: Runner, day: date, **fields: object) -> PlannedRun:
    return PlannedRun.objects.create(runner=runner, day=day, **fields)


def an_import(runner: Runner) -> PlanImport:
    return PlanImport.objects.create(runner=runner, created_at=timezone.now(), kept_at=timezone.now())


def in_words(days: list[PlanDay]) -> str:
    """Mon easy, Tue race"""
    said = []
    for day in days:
        kinds = [item.kind for item in day.items] + (["race"] if day.race else [])
        said += [f"{day.day:%a} {'+'.join(kinds)}"] if kinds else []
    return ", ".join(said)


def test_the_pattern_repeats_between_its_days(runner: Runner) -> None:
    weekly(runner, 1, first=MONDAY + timedelta(days=2), last=MONDAY + 2 * WEEK)
    assert [day.day for day in plan_days(runner, MONDAY, MONDAY + 4 * WEEK) if day.weekly] == [TUESDAY + WEEK]


def test_a_planned_run_stands_above_the_pattern_of_its_day(runner: Runner) -> None:
    weekly(runner, 1)
    weekly(runner, 3, kind="hard")
    planned(runner, TUESDAY, kind="rest")
    assert in_words(plan_days(runner, MONDAY, SUNDAY)) == "Tue rest, Thu hard"


def test_so_does_a_race(runner: Runner) -> None:
    weekly(runner, 6, kind="long")
    Race.objects.create(runner=runner, day=SUNDAY)
    assert in_words(plan_days(runner, MONDAY, SUNDAY)) == "Sun race"


def test_two_planned_runs_of_a_day_both_count(runner: Runner) -> None:
    planned(runner, TUESDAY, kind="easy")
    planned(runner, TUESDAY, kind="hard")
    assert in_words(plan_days(runner, MONDAY, SUNDAY)) == "Tue easy+hard"


def test_in_a_week_of_an_imported_plan_the_pattern_is_silent(runner: Runner) -> None:
    weekly(runner, 1)
    weekly(runner, 5)
    planned(runner, SUNDAY, kind="long", plan_import=an_import(runner))
    assert in_words(plan_days(runner, MONDAY, SUNDAY + WEEK)) == "Sun long, Tue easy, Sat easy"
    # Also where the window begins after the run of the plan, or ends before it.
    assert in_words(plan_days(runner, TUESDAY, TUESDAY)) == ""


def test_what_the_recommender_reads(runner: Runner) -> None:
    weekly(runner, 1, metres=8000)
    weekly(runner, 2, kind="hard", minutes=50)
    weekly(runner, 3, kind="cross", metres=40_000)
    weekly(runner, 4)
    planned(runner, MONDAY, kind="rest")
    planned(runner, SUNDAY - timedelta(days=1), kind="long", metres=20_000, hard=True)
    Race.objects.create(runner=runner, day=SUNDAY, metres=10_000, priority="B")
    runs, races = facts_of(plan_days(runner, MONDAY, SUNDAY))
    days = [MONDAY + timedelta(days=n) for n in range(6)]
    assert runs == [
        week.PlannedRun(days[0], Kind.REST),
        week.PlannedRun(days[1], Kind.EASY, 48.0),
        week.PlannedRun(days[2], Kind.HARD, 50.0),
        week.PlannedRun(days[3], Kind.CROSS),
        week.PlannedRun(days[4], Kind.EASY),
        week.PlannedRun(days[5], Kind.LONG, 120.0, hard=True),
    ]
    assert races == [week.Race(SUNDAY, 10.0, "B")]


def test_what_is_matched_with_the_runs(runner: Runner) -> None:
    weekly(runner, 1, metres=8000)
    Race.objects.create(runner=runner, day=TUESDAY + WEEK, metres=10_000)
    days = plan_days(runner, MONDAY, SUNDAY + WEEK)
    facts = [one for day in days for one in day.planned()]
    rows = {key: row for day in days for key, row in day.rows().items()}
    assert [(one.day, one.kind, one.metres) for one in facts] == [
        (TUESDAY, Kind.EASY, 8000),
        (TUESDAY + WEEK, Kind.RACE, 10_000),
    ]
    assert isinstance(facts[0], Planned)
    assert [type(rows[one.id]) for one in facts] == [WeeklyRun, Race]


def test_another_runner_plans_apart(runner: Runner) -> None:
    other = RunnerFactory.create()
    weekly(other, 1)
    planned(other, TUESDAY)
    Race.objects.create(runner=other, day=SUNDAY)
    assert facts_of(plan_days(runner, MONDAY, SUNDAY)) == ([], [])


@pytest.mark.parametrize("count", [10, 20])
def test_queries(runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for n in range(count):
        planned(runner, MONDAY + timedelta(days=n % 14), kind="easy")
        weekly(runner, n % 7, first=MONDAY + n * WEEK)
        Race.objects.create(runner=runner, day=MONDAY + timedelta(days=n))
    with django_assert_num_queries(3):
        facts_of(plan_days(runner, MONDAY, MONDAY + 2 * WEEK))


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"metres": 0}, id="no distance at all"),
        pytest.param({"minutes": 1441}, id="more than a day"),
    ],
)
def test_impossible_rows_are_refused_by_the_database(runner: Runner, fields: dict[str, float]) -> None:
    with pytest.raises(IntegrityError):
        planned(runner, MONDAY, **fields)


def test_an_event_stands_once(runner: Runner) -> None:
    planned(runner, MONDAY, uid="a")
    planned(runner, MONDAY)
    planned(runner, MONDAY)
    with pytest.raises(IntegrityError):
        planned(runner, SUNDAY, uid="a")


def test_names(runner: Runner) -> None:
    assert str(planned(runner, MONDAY, kind="long")) == "Long"
    assert str(weekly(runner, 1, kind="hard")) == "Tue Hard"
    assert str(Race(day=MONDAY)) == "Race"
    assert str(PlanImport(created_at=datetime(2026, 3, 2, tzinfo=UTC))) == "2026-03-02 00:00"
