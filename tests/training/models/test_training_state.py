from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from exercises.models import Equipment
from tests.factories import RunFactory
from training.models import Condition, PlannedRun, Race, Runner
from training.models.training_state import Surroundings

TODAY = date(2026, 3, 9)  # a Monday
DAY = timedelta(days=1)


def around(runner: Runner) -> Surroundings:
    return Surroundings.of(runner, TODAY)


def test_nothing_around(runner: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        found = around(runner)
    assert found == Surroundings(None, False, None, 0, False, (), frozenset())


def test_all_of_it_is_one_query(runner: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    Race.objects.create(runner=runner, day=TODAY + 9 * DAY, priority="A")
    told = timezone.now()
    Condition.objects.create(runner=runner, kind="ill", first=TODAY - 5 * DAY, ended_on=TODAY - DAY, told_at=told)
    Condition.objects.create(runner=runner, kind="pain", first=TODAY, pain=3, told_at=told)
    RunFactory.create(runner=runner, start=datetime(2025, 6, 1, 12, tzinfo=UTC), metres=5_000.0)
    RunFactory.create(runner=runner, start=datetime(2026, 2, 20, 12, tzinfo=UTC), metres=10_000.0)
    RunFactory.create(runner=runner, start=datetime(2026, 3, 7, 12, tzinfo=UTC), metres=12_000.0)
    for week, minutes in ((-2, 200), (-1, 200), (0, 120)):
        PlannedRun.objects.create(runner=runner, day=TODAY + 7 * week * DAY, kind="easy", minutes=minutes)
    runner.equipment.set(Equipment.objects.filter(slug__in=["dumbbells", "step"]))
    with django_assert_num_queries(1):
        found = around(runner)
    assert found == Surroundings(
        race=TODAY + 9 * DAY,
        ill=False,
        ill_ended=TODAY - DAY,
        pain=3,
        spike=True,
        cut_backs=(TODAY,),
        equipment=frozenset({"dumbbells", "step"}),
    )
    state = found.state(runner, TODAY, [], lifted=False)
    assert (state.has_weights, state.per_week, state.race) == (True, 2, TODAY + 9 * DAY)


@pytest.mark.parametrize(
    ("equipment", "lifted", "has"),
    [((), True, True), ((), False, False), (("chair",), True, False), (("barbell",), False, True)],
    ids=["not told, but lifted", "not told", "told otherwise", "told"],
)
def test_weights_to_load_with(runner: Runner, equipment: tuple[str, ...], lifted: bool, has: bool) -> None:
    runner.equipment.set(Equipment.objects.filter(slug__in=equipment))
    assert around(runner).state(runner, TODAY, [], lifted=lifted).has_weights == has


@pytest.mark.parametrize(
    ("days", "priority", "found"), [(14, "A", True), (15, "A", False), (-1, "A", False), (9, "B", False)]
)
def test_only_an_a_race_within_two_weeks_counts(runner: Runner, days: int, priority: str, found: bool) -> None:
    Race.objects.create(runner=runner, day=TODAY + days * DAY, priority=priority)
    assert (around(runner).race is not None) == found


@pytest.mark.parametrize(
    ("first", "ended", "ill", "well_since"),
    [(-3, None, True, None), (-3, 2, True, None), (-9, 0, False, 0), (-9, -6, False, -6), (-9, -7, False, None)],
)
def test_illness(runner: Runner, first: int, ended: int | None, ill: bool, well_since: int | None) -> None:
    ended_on = None if ended is None else TODAY + ended * DAY
    first_day = TODAY + first * DAY
    Condition.objects.create(runner=runner, kind="ill", first=first_day, ended_on=ended_on, told_at=timezone.now())
    well = None if well_since is None else TODAY + well_since * DAY
    assert (around(runner).ill, around(runner).ill_ended) == (ill, well)


def test_a_strangers_rows_are_none(runner: Runner) -> None:
    Race.objects.create(runner=Runner.objects.create_user("other@example.com"), day=TODAY + DAY, priority="A")
    assert around(runner).race is None
