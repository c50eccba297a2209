from datetime import date, timedelta

import pytest
from django.db.models import DateField, Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.factories import RunFactory
from training.models import Run, Runner
from training.models.weekstart import FirstDayOfWeek

MONDAY, SUNDAY = 0, 6


def first_day(run: Run, day: date, starts_on: int) -> date:
    week = FirstDayOfWeek(Value(day, DateField()), starts_on=starts_on)
    return Run.objects.filter(pk=run.pk).annotate(week=week).get().week


@pytest.fixture
def run(runner: Runner) -> Run:
    return RunFactory.create(runner=runner)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(day=st.dates(date(1900, 1, 1), date(2199, 12, 31)), starts_on=st.sampled_from([MONDAY, SUNDAY]))
def test_the_database_and_the_runner_agree_on_weeks(run: Run, day: date, starts_on: int) -> None:
    runner = Runner(week_starts_on=starts_on)
    found = first_day(run, day, starts_on)
    assert found == runner.week_of(day)
    assert found.weekday() == starts_on
    assert timedelta(0) <= day - found < timedelta(days=7)


@pytest.mark.parametrize(
    ("day", "starts_on", "week"),
    [
        pytest.param(date(2026, 11, 23), MONDAY, date(2026, 11, 23), id="a Monday begins its own week"),
        pytest.param(date(2026, 11, 22), MONDAY, date(2026, 11, 16), id="a Sunday ends the week from Monday"),
        pytest.param(date(2026, 11, 22), SUNDAY, date(2026, 11, 22), id="a Sunday begins its own week"),
        pytest.param(date(2026, 11, 28), SUNDAY, date(2026, 11, 22), id="a Saturday ends the week from Sunday"),
        pytest.param(date(2027, 1, 3), MONDAY, date(2026, 12, 28), id="ISO week 53 goes on into January"),
        pytest.param(date(2024, 2, 29), SUNDAY, date(2024, 2, 25), id="a leap day"),
    ],
)
def test_first_day_of_week(run: Run, day: date, starts_on: int, week: date) -> None:
    assert first_day(run, day, starts_on) == week


def test_a_week_starts_on_a_weekday() -> None:
    with pytest.raises(ValueError, match="not on 7"):
        FirstDayOfWeek("day", starts_on=7)
