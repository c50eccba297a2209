"""The weeks ahead of all runners in one pass: the same as one by one, with as many queries."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import RunFactory, RunnerFactory, SessionFactory
from training.models import Condition, PlannedRun, Race, Runner, WeeklyRun
from training.models.everyone import weeks_ahead

NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)
MONDAY = date(2026, 11, 23)


def day(offset: int) -> date:
    return MONDAY + timedelta(days=offset)


def with_runs(runner: Runner, *weekdays: int) -> Runner:
    for back in range(1, 7):
        for weekday in weekdays:
            start = NOW + timedelta(days=weekday - 7 * back)
            RunFactory.create(runner=runner, start=start, time_zone=runner.time_zone)
    return runner


@pytest.fixture
def club(db: None) -> list[Runner]:
    """Runners who differ in all that the recommendation rests on."""
    plain = with_runs(RunnerFactory.create(), 1, 3, 6)
    far_east = with_runs(RunnerFactory.create(time_zone="Pacific/Auckland"), 0, 2)
    busy = with_runs(RunnerFactory.create(target=3, style="stack"), 0, 1, 3, 5)
    RunnerFactory.create()
    for ago in (3, 8, 40):
        SessionFactory.create(runner=busy, day=day(-ago), status="done")
    Race.objects.create(runner=busy, day=day(6), metres=21097.5, priority="A")
    Condition.objects.create(runner=far_east, kind="ill", first=day(-9), ended_on=day(-2), told_at=NOW)
    PlannedRun.objects.create(runner=plain, day=day(2), kind="hard")
    WeeklyRun.objects.create(runner=far_east, weekday=4, kind="long", first=day(-30))
    shown = plain.week_ahead(day(-1))
    plain.shown_weeks.keep(shown.as_shown(shown.best))
    return list(Runner.objects.order_by("pk"))


def test_everyone_gets_what_they_would_get_alone(club):
    together = list(weeks_ahead(NOW))
    assert [ahead.runner for ahead in together] == club
    for ahead in together:
        alone = ahead.runner.week_ahead(ahead.runner.today(NOW))
        assert ahead.today == alone.today
        assert (ahead.runs, ahead.log, ahead.status) == (alone.runs, alone.log, alone.status)
        assert (ahead.planned, ahead.races, ahead.shown_before) == (alone.planned, alone.races, alone.shown_before)
        assert (ahead.coming, ahead.recommendation) == (alone.coming, alone.recommendation)


def test_more_runners_are_no_more_queries(club):
    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            list(weeks_ahead(NOW))
        return sum("SAVEPOINT" not in query["sql"] for query in caught)

    few = queries()
    for _ in range(8):
        with_runs(RunnerFactory.create(), 1, 4)
    assert queries() == few == 8


def test_who_is_not_active_is_left_out(club):
    Runner.objects.filter(pk=club[0].pk).update(is_active=False)
    assert [ahead.runner.pk for ahead in weeks_ahead(NOW)] == [runner.pk for runner in club[1:]]
