from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunFactory, RunnerFactory, SessionFactory
from training.models import Condition, Runner, Session
from training.models.record import Record, Row, excused_weeks, record_of
from training.models.week import WEEK

TODAY = date(2026, 11, 25)
THIS_WEEK = date(2026, 11, 23)
ILL = Condition.Kind.ILL


def record(sessions: list[int], excused: set[int] | None = None) -> Record:
    """So many sessions in this week, in the one before, and so on; the weeks ago that were spent ill."""
    done = {THIS_WEEK - number * WEEK: count for number, count in enumerate(sessions)}
    return Record(None, None, done, {THIS_WEEK - number * WEEK: ILL for number in excused or set()})


@pytest.mark.parametrize(
    ("sessions", "target", "streak"),
    [
        pytest.param([], 2, 0, id="nothing yet"),
        pytest.param([2], 2, 1, id="the first week, on target"),
        pytest.param([1], 2, 0, id="the first week, under way"),
        pytest.param([0, 2, 2], 2, 2, id="a week under way breaks nothing"),
        pytest.param([1, 2, 2], 2, 2, id="nor does one half done"),
        pytest.param([2, 2, 2], 2, 3, id="and on target it counts"),
        pytest.param([2, 1, 2], 2, 1, id="a week below target ends the row"),
        pytest.param([0, 0, 2, 2], 2, 0, id="last week was missed"),
        pytest.param([0, 3, 2, 5], 2, 3, id="more than the target is on target"),
        pytest.param([2, 2, 2], 3, 0, id="the target is the one of now"),
        pytest.param([0, 1, 1, 1, 0, 1], 1, 3, id="once a week"),
    ],
)
def test_weeks_in_a_row(sessions: list[int], target: int, streak: int) -> None:
    assert record(sessions).weeks_in_a_row(THIS_WEEK, target) == streak


@pytest.mark.parametrize(
    ("sessions", "excused", "streak"),
    [
        pytest.param([0, 0, 2, 2], {1}, 2, id="a week ill breaks nothing"),
        pytest.param([0, 0, 0, 2, 2], {1, 2}, 2, id="nor do two"),
        pytest.param([2, 2, 0, 2], {2}, 3, id="nor one in the middle"),
        pytest.param([0, 2, 2], {1}, 2, id="on target it counts although ill"),
        pytest.param([0, 0, 0, 2], {1}, 0, id="the week before it was missed"),
        pytest.param([0, 0], {1}, 0, id="nothing to hold"),
    ],
)
def test_weeks_ill_or_away_have_grace(sessions: list[int], excused: set[int], streak: int) -> None:
    assert record(sessions, excused).weeks_in_a_row(THIS_WEEK, 2) == streak


@given(
    sessions=st.lists(st.integers(0, 3), max_size=30),
    excused=st.sets(st.integers(0, 30), max_size=6),
    target=st.integers(1, 3),
)
def test_law_a_row_is_what_going_back_week_by_week_counts(sessions: list[int], excused: set[int], target: int) -> None:
    found, count = record(sessions, excused), 0
    for number, done in enumerate(sessions):
        if done >= target:
            count += 1
        elif number > 0 and number not in excused:
            break
    assert found.weeks_in_a_row(THIS_WEEK, target) == count
    assert found.longest(THIS_WEEK, target).weeks >= count
    assert sum(row.weeks for row in found.rows(THIS_WEEK, target)) == sum(done >= target for done in sessions)


def test_the_longest_row_says_when_it_was() -> None:
    found = record([2, 0, 2, 2, 2, 0, 2])
    assert found.longest(THIS_WEEK, 2) == Row(3, THIS_WEEK - 4 * WEEK, THIS_WEEK - 2 * WEEK)
    assert record([]).longest(THIS_WEEK, 2) == Row()


@pytest.mark.parametrize("starts_on", [Runner.WeekStart.MONDAY, Runner.WeekStart.SUNDAY], ids=["monday", "sunday"])
def test_done_sessions_by_week(db: None, starts_on: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    runner = RunnerFactory.create(week_starts_on=starts_on)
    days = [date(2026, 11, 22), date(2026, 11, 22), date(2026, 11, 23), date(2024, 2, 29)]
    for day in days:
        SessionFactory.create(runner=runner, day=day)
    SessionFactory.create(runner=runner, day=date(2024, 1, 3), status=Session.Status.UNDER_WAY)
    SessionFactory.create(runner=runner, day=date(2023, 1, 3), status=Session.Status.PLANNED)
    SessionFactory.create(day=date(2022, 1, 3))
    with django_assert_num_queries(2):
        found = record_of(runner, TODAY)
    expected = {week: [runner.week_of(day) for day in days].count(week) for week in map(runner.week_of, days)}
    assert {week: count for week, count in found.done.items() if count} == expected
    assert (found.first, found.sessions) == (runner.week_of(date(2024, 1, 3)), 4)


def test_a_history_of_runs_alone_has_a_reach(runner: Runner) -> None:
    RunFactory.create(runner=runner, start=datetime(2026, 3, 4, 12, tzinfo=UTC))
    RunFactory.create(runner=runner, start=datetime(2026, 5, 4, 12, tzinfo=UTC))
    found = record_of(runner, TODAY)
    assert (found.first, found.last, found.done) == (date(2026, 3, 2), date(2026, 5, 4), {})


def test_nobody_without_rows_has_a_reach(runner: Runner) -> None:
    assert record_of(runner, TODAY) == Record(None, None, {}, {})


@pytest.mark.parametrize(
    ("kind", "first", "ended_on", "weeks"),
    [
        pytest.param("ill", date(2026, 11, 10), date(2026, 11, 13), [date(2026, 11, 9)], id="three days"),
        pytest.param("ill", date(2026, 11, 10), date(2026, 11, 12), [], id="two are not enough"),
        pytest.param("ill", date(2026, 11, 14), date(2026, 11, 19), [date(2026, 11, 16)], id="over a weekend"),
        pytest.param("ill", date(2026, 11, 18), None, [date(2026, 11, 16), THIS_WEEK], id="goes on, up to today"),
        pytest.param(
            "away", date(2026, 11, 2), date(2026, 11, 16), [date(2026, 11, 2), date(2026, 11, 9)], id="two weeks away"
        ),
        pytest.param("away", date(2026, 11, 25), date(2026, 12, 25), [], id="days to come excuse nothing yet"),
        pytest.param("pain", date(2026, 11, 2), date(2026, 11, 16), [], id="pain is no excuse"),
    ],
)
def test_which_weeks_are_excused(
    runner: Runner, kind: str, first: date, ended_on: date | None, weeks: list[date]
) -> None:
    told_at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    runner.conditions.create(kind=kind, first=first, ended_on=ended_on, told_at=told_at)
    assert excused_weeks(runner, TODAY) == dict.fromkeys(weeks, Condition.Kind(kind))


def test_days_of_two_conditions_are_counted_once(runner: Runner) -> None:
    told_at = datetime(2026, 11, 25, 12, tzinfo=UTC)
    for kind in ("ill", "away"):
        runner.conditions.create(kind=kind, first=date(2026, 11, 9), ended_on=date(2026, 11, 11), told_at=told_at)
    assert excused_weeks(runner, TODAY) == {}
