from datetime import UTC, date, datetime

import pytest

from tests.factories import RunFactory, RunnerFactory, SessionFactory
from training.charts.year import CalendarDay
from training.models import Condition, Run, Runner
from training.models.year import Year
from training.models.year_rows import Sums
from training.units import IMPERIAL, METRIC
from training.wording.year_calendar import before, calendar, calendar_days, in_words

TODAY = date(2026, 11, 25)


def run_on(runner: Runner, day: date, **fields: object) -> Run:
    return RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), **fields)


def test_what_each_day_shows(runner: Runner) -> None:
    run_on(runner, date(2026, 3, 2), seconds=1200)
    run_on(runner, date(2026, 3, 2), seconds=2400)
    run_on(runner, date(2026, 4, 5), metres=21097, seconds=6600, kind=Run.Kind.RACE)
    run_on(runner, date(2026, 5, 1), seconds=7200, metres=50000, kind=Run.Kind.CROSS)
    run_on(runner, date(2027, 1, 1))
    SessionFactory.create(runner=runner, day=date(2026, 3, 2))
    SessionFactory.create(runner=runner, day=date(2026, 5, 1))
    SessionFactory.create(runner=runner, day=date(2026, 5, 2), status="skipped")
    told = {"runner": runner, "told_at": datetime(2026, 6, 1, tzinfo=UTC)}
    Condition.objects.create(kind="ill", first=date(2025, 12, 30), ended_on=date(2026, 1, 2), **told)
    assert calendar_days(Year.of(runner, 2026, TODAY)) == {
        date(2026, 1, 1): CalendarDay(off=True),
        date(2026, 3, 2): CalendarDay(minutes=60, strength=True),
        date(2026, 4, 5): CalendarDay(minutes=110, race=True, longest=True),
        date(2026, 5, 1): CalendarDay(strength=True, cross=True),
    }


@pytest.mark.parametrize(
    ("starts_on", "month", "day"),
    [
        pytest.param(0, 1, date(2026, 2, 2), id="the week of 31 January ends on 1 February"),
        pytest.param(0, 5, date(2026, 6, 1), id="May ends on a Sunday"),
        pytest.param(6, 5, date(2026, 6, 7), id="with which another week may begin"),
        pytest.param(0, 12, date(2027, 1, 4), id="over New Year"),
    ],
)
def test_a_month_leads_to_its_last_week(db: None, starts_on: int, month: int, day: date) -> None:
    runner = RunnerFactory.create(week_starts_on=starts_on)
    assert before(Year.of(runner, 2026, TODAY), month) == day


@pytest.mark.parametrize(
    ("sums", "words"),
    [
        (Sums(9, 100, 9000, 14, 143200, 50000), "9 strength sessions, 14 runs, 143.2 km"),
        (Sums(1, 9, 900), "1 strength session"),
        (Sums(runs=1, seconds=2700), "1 run, 45 min"),
        (Sums(), "nothing logged"),
    ],
)
def test_sums_in_words(sums: Sums, words: str) -> None:
    assert in_words(sums, METRIC) == words


def test_the_drawing_says_what_is_in_it(runner: Runner) -> None:
    run_on(runner, date(2026, 3, 2), metres=16093.44)
    SessionFactory.create(runner=runner, day=date(2026, 9, 2))
    told_at = datetime(2026, 7, 1, tzinfo=UTC)
    away = {"first": date(2026, 7, 1), "ended_on": date(2026, 7, 4), "told_at": told_at}
    Condition.objects.create(runner=runner, kind="away", **away)
    svg = calendar(Year.of(runner, 2026, TODAY), IMPERIAL)
    assert '<title id="year-t1">January to April 2026</title><desc id="year-d1">1 run, 10.0 mi.</desc>' in svg
    assert '<desc id="year-d5">Nothing logged. Ill or away on 3 days.</desc>' in svg
    assert '<desc id="year-d9">1 strength session.</desc>' in svg
    assert 'href="/history/?before=2026-04-06" aria-label="March: 1 run, 10.0 mi"' in svg
