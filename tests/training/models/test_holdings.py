from datetime import UTC, date, datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import (
    CustomMovementFactory,
    CustomSetFactory,
    ImportFactory,
    LoggedSetFactory,
    RunFactory,
    SessionFactory,
)
from training.models import Condition, PlannedRun, Race, Runner, Session
from training.models.holdings import exported_holdings, holdings

DAY = date(2026, 3, 4)


@pytest.fixture
def holder(runner: Runner) -> Runner:
    """A runner with two sessions, one of them deleted, and something of every kind; and somebody else with as much."""
    for who in (runner, RunFactory.create().runner):
        RunFactory.create_batch(3, runner=who)
        done = SessionFactory.create(runner=who)
        LoggedSetFactory.create(session=done)
        LoggedSetFactory.create(session=done, position=2, removed=True)
        CustomSetFactory.create(session=done, movement=CustomMovementFactory.create(runner=who))
        deleted = SessionFactory.create(runner=who, status=Session.Status.DELETED)
        LoggedSetFactory.create(session=deleted)
        PlannedRun.objects.create(runner=who, day=DAY)
        Race.objects.create(runner=who, day=DAY)
        Condition.objects.create(runner=who, kind="ill", first=DAY, told_at=datetime(2026, 3, 4, tzinfo=UTC))
        ImportFactory.create(runner=who)
        ImportFactory.create(runner=who, status="waiting")
    return runner


EXPORTED = {"runs": 3, "planned": 2, "conditions": 1, "weeks": 0, "sessions": 1, "sets": 2, "imports": 1}


def test_what_an_export_has(holder: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        assert exported_holdings(holder) == EXPORTED


def test_what_an_account_holds_with_what_can_be_brought_back(
    holder: Runner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        assert holdings(holder) == {**EXPORTED, "sessions": 2, "sets": 4, "imports": 2}


def test_of_a_new_account_there_is_nothing(runner: Runner) -> None:
    assert set(holdings(runner).values()) == set(exported_holdings(runner).values()) == {0}
