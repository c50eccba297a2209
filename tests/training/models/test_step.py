from datetime import date, timedelta

import pytest
from django.db.models import DateField, Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import RunFactory
from training.models import Run, Runner
from training.models.step import Step

DAYS = st.dates(date(1999, 1, 1), date(2099, 12, 31))
STARTS = st.sampled_from([0, 6])


@given(day=DAYS, step=st.sampled_from(list(Step)), starts_on=STARTS, count=st.integers(-200, 200))
def test_law_steps_tile_the_days(day: date, step: Step, starts_on: int, count: int) -> None:
    first = step.first_day(day, starts_on=starts_on)
    assert first <= day <= step.last_day(first)
    assert step.first_day(step.last_day(first), starts_on=starts_on) == first
    other = step.next(first, count)
    assert step.first_day(other, starts_on=starts_on) == other
    assert step.next(other, -count) == first
    if count >= 0:
        assert step.count(first, other) == count + 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=DAYS, step=st.sampled_from(list(Step)), starts_on=STARTS)
def test_law_the_database_agrees(run: Run, day: date, step: Step, starts_on: int) -> None:
    rows = Run.objects.filter(pk=run.pk).annotate(there=Value(day, DateField()))
    found = rows.annotate(first=step.in_sql("there", starts_on=starts_on)).get().first
    assert found == step.first_day(day, starts_on=starts_on)


@pytest.fixture
def run(runner: Runner) -> Run:
    return RunFactory.create(runner=runner)


def test_a_quarter() -> None:
    assert Step.QUARTER.first_day(date(2026, 11, 25), starts_on=0) == date(2026, 10, 1)
    assert Step.QUARTER.last_day(date(2026, 10, 1)) == date(2027, 1, 1) - timedelta(days=1)
    assert Step.QUARTER.count(date(2025, 1, 1), date(2026, 10, 1)) == 8


def test_a_year() -> None:
    assert Step.YEAR.first_day(date(2026, 11, 25), starts_on=0) == date(2026, 1, 1)
    assert Step.YEAR.last_day(date(2026, 1, 1)) == date(2026, 12, 31)
    assert Step.YEAR.count(date(2024, 1, 1), date(2026, 1, 1)) == 3
