from calendar import monthrange
from collections import Counter
from dataclasses import astuple
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from tests.factories import CustomSetFactory, LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from tests.training.models.years import DAY, AnyYear, Recount, any_year, days_of, runner_of
from training.models import Condition, Run, Runner, Session
from training.models.record import Row
from training.models.year import Year
from training.models.year_rows import Around, YearWeek

WEEK = timedelta(days=7)
NOTHING_AROUND = Around(None, None, 0)


def run_on(runner: Runner, day: date, **fields: object) -> Run:
    return RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), **fields)


def sessions_on(runner: Runner, *days: date) -> None:
    for day in days:
        SessionFactory.create(runner=runner, day=day)


class TestSums:
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    @given(rows=any_year)
    def test_every_sum_equals_a_plain_recount_of_the_rows(self, db: None, rows: AnyYear) -> None:
        runner = runner_of(rows)
        year, recount = Year.of(runner, rows.number, rows.on(rows.today)), Recount.of(runner)

        length = (date(rows.number + 1, 1, 1) - rows.first).days
        assert astuple(year.total) == pytest.approx(recount.sums(days_of(rows.first, length)))
        for number, month in enumerate(year.months, 1):
            days = days_of(date(rows.number, number, 1), monthrange(rows.number, number)[1])
            assert astuple(month) == pytest.approx(recount.sums(days))

        weeks = [first for first in days_of(rows.first - WEEK, 380) if runner.week_of(first) == first]
        weeks = [first for first in weeks if (first + 3 * DAY).year == rows.number]
        assert year.all_weeks == weeks
        for week in weeks:
            *_, runs, metres, seconds = recount.sums(days_of(week, 7))
            if runs:
                assert year.running_weeks[week] == pytest.approx((metres, seconds))
        assert not year.running_weeks.keys() - set(weeks)
        done = {week.first: week.sessions for week in year.weeks}
        assert done == {week: recount.sums(days_of(week, 7))[0] for week in done}
        assert len(done) <= len(weeks)

    @given(rows=any_year)
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_sessions_beside_runs_equal_a_plain_recount(self, db: None, rows: AnyYear) -> None:
        runner = runner_of(rows)
        year = Year.of(runner, rows.number, rows.on(rows.today))
        hardest_last = ["cross", "easy", "moderate", "long", "hard", "race"]
        expected, before_hard = Counter[str | None](), 0
        for one in Session.objects.filter(runner=runner, status="done", day__year=rows.number):
            kinds = {run.kind for run in Run.objects.filter(runner=runner, day=one.day)}
            expected[max(kinds, key=hardest_last.index, default=None)] += 1
            before_hard += Run.objects.filter(runner=runner, day=one.day + DAY, kind__in=["hard", "race"]).exists()
        assert year.sessions_by_kind == expected
        assert year.before_hard == before_hard

    def test_both_legs_count_and_warm_ups_removed_sets_and_skipped_sessions_do_not(self, runner: Runner) -> None:
        done = SessionFactory.create(runner=runner, day=date(2026, 3, 3))
        skipped = SessionFactory.create(runner=runner, day=date(2026, 3, 4), status=Session.Status.SKIPPED)
        deleted = SessionFactory.create(runner=runner, day=date(2026, 3, 5), status=Session.Status.DELETED)
        LoggedSetFactory.create(session=done, number=1, reps=10, kg=16, per_leg=True)
        LoggedSetFactory.create(session=done, number=2, reps=10, kg=16, warm_up=True)
        LoggedSetFactory.create(session=done, number=3, reps=10, kg=16, removed=True)
        for other in (skipped, deleted):
            LoggedSetFactory.create(session=other, number=1)
        total = Year.of(runner, 2026, date(2026, 11, 25)).total
        assert (total.sessions, total.sets, total.kg) == (1, 1, 320)

    def test_cross_training_is_no_running_but_something(self, runner: Runner) -> None:
        run_on(runner, date(2026, 3, 3), kind=Run.Kind.CROSS)
        year = Year.of(runner, 2026, date(2026, 11, 25))
        assert (year.total.runs, year.runs, year.cross_days) == (0, [], {date(2026, 3, 3)})
        assert not year.empty

    def test_a_run_late_on_new_years_eve_is_of_the_year_where_the_runner_was(self, runner: Runner) -> None:
        """23:50 on 31 December in Los Angeles is the new year in UTC and in Berlin."""
        start = datetime(2026, 1, 1, 7, 50, tzinfo=UTC)
        RunFactory.create(runner=runner, start=start, time_zone="America/Los_Angeles")
        assert Year.of(runner, 2025, date(2026, 11, 25)).total.runs == 1
        assert Year.of(runner, 2026, date(2026, 11, 25)).empty

    def test_what_a_stranger_did_is_not_in_it(self, runner: Runner) -> None:
        stranger = RunnerFactory.create()
        run_on(stranger, date(2026, 3, 3))
        LoggedSetFactory.create(session=SessionFactory.create(runner=stranger, day=date(2026, 3, 3)))
        Condition.objects.create(
            runner=stranger, kind="ill", first=date(2026, 3, 3), told_at=datetime(2026, 3, 3, tzinfo=UTC)
        )
        year = Year.of(runner, 2026, date(2026, 11, 25))
        assert year.empty
        assert year.off == frozenset()

    @pytest.mark.parametrize("count", [10, 200])
    def test_five_queries(self, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
        for number in range(count):
            run_on(runner, date(2026, 1, 1) + number * DAY)
        with django_assert_num_queries(5):
            year = Year.of(runner, 2026, date(2026, 11, 25))
            assert sum(month.runs for month in year.months) == len(year.kinds) == count


class TestWeeks:
    @pytest.mark.parametrize(
        ("number", "starts_on", "first", "count"),
        [
            pytest.param(2026, 0, date(2025, 12, 29), 53, id="a year of 53 ISO weeks"),
            pytest.param(2027, 0, date(2027, 1, 4), 52, id="which the next one does not begin with"),
            pytest.param(2020, 0, date(2019, 12, 30), 53, id="a leap year of 53 ISO weeks"),
            pytest.param(2024, 0, date(2024, 1, 1), 52, id="from a Monday"),
            pytest.param(2023, 6, date(2023, 1, 1), 52, id="from a Sunday"),
            pytest.param(2026, 6, date(2026, 1, 4), 52, id="the same year from Sunday"),
            pytest.param(2025, 6, date(2024, 12, 29), 53, id="53 weeks from Sunday"),
        ],
    )
    def test_a_week_is_of_the_year_that_holds_its_fourth_day(
        self, db: None, number: int, starts_on: int, first: date, count: int
    ) -> None:
        runner = RunnerFactory.create(week_starts_on=starts_on)
        weeks = Year.of(runner, number, date(2030, 1, 1)).all_weeks
        assert (weeks[0], len(weeks)) == (first, count)
        if starts_on == 0:
            assert [week.isocalendar()[:2] for week in weeks] == [(number, nth) for nth in range(1, count + 1)]

    @given(number=st.integers(1990, 2100), starts_on=st.sampled_from([0, 6]))
    def test_every_week_is_of_one_year(self, number: int, starts_on: int) -> None:
        runner = Runner(week_starts_on=starts_on)
        this, following = (Year(runner, one, date(2030, 1, 1), NOTHING_AROUND) for one in (number, number + 1))
        assert following.all_weeks[0] - this.all_weeks[-1] == WEEK

    def test_across_new_year_a_week_counts_once(self, runner: Runner) -> None:
        """Monday 28 December 2026 to Sunday 3 January 2027 is a week of 2026."""
        sessions_on(runner, date(2026, 12, 29), date(2027, 1, 2))
        today = date(2027, 6, 1)
        assert Year.of(runner, 2026, today).weeks[-1] == YearWeek(date(2026, 12, 28), 2, False, False)
        assert Year.of(runner, 2027, today).weeks[0] == YearWeek(date(2027, 1, 4), 0, False, False)
        assert [Year.of(runner, number, today).total.sessions for number in (2026, 2027)] == [1, 1]

    def test_weeks_count_from_the_first_session_ever(self, runner: Runner) -> None:
        run_on(runner, date(2026, 1, 7))
        sessions_on(runner, date(2026, 11, 12))
        weeks = Year.of(runner, 2026, date(2026, 11, 25)).weeks
        assert [week.first for week in weeks] == [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)]
        assert [week.under_way for week in weeks] == [False, False, True]
        sessions_on(runner, date(2024, 5, 1))
        assert Year.of(runner, 2026, date(2026, 11, 25)).weeks[0].first == date(2025, 12, 29)

    def test_without_a_session_no_week_is_held_against_the_runner(self, runner: Runner) -> None:
        run_on(runner, date(2026, 1, 7))
        assert Year.of(runner, 2026, date(2026, 11, 25)).weeks == []


FIRST = date(2026, 9, 7)


def weeks_of(runner: Runner, sessions: list[int]) -> list[date]:
    for number, count in enumerate(sessions):
        sessions_on(runner, *days_of(FIRST + number * WEEK, count))
    return [FIRST + number * WEEK for number in range(len(sessions))]


@pytest.mark.parametrize(
    ("sessions", "off", "row"),
    [
        pytest.param([2, 2, 2], [], [0, 1, 2], id="all of them"),
        pytest.param([2, 1, 2, 3, 0, 2], [], [2, 3], id="the longest"),
        pytest.param([2, 2, 0, 2, 2, 1], [], [0, 1], id="the first of equals"),
        pytest.param([2, 0, 2, 2], [1], [0, 2, 3], id="a week ill breaks nothing and adds nothing"),
        pytest.param([2, 2, 2, 1], [1], [0, 1, 2], id="a week ill and on target adds"),
        pytest.param([1, 1], [], [], id="none"),
    ],
)
def test_the_longest_row_of_weeks(runner: Runner, sessions: list[int], off: list[int], row: list[int]) -> None:
    weeks = weeks_of(runner, sessions)
    for number in off:
        Condition.objects.create(
            runner=runner,
            kind=Condition.Kind.ILL,
            first=weeks[number],
            ended_on=weeks[number] + 3 * DAY,
            told_at=datetime(2026, 9, 7, tzinfo=UTC),
        )
    year = Year.of(runner, 2026, date(2026, 11, 25))
    first, last = (weeks[row[0]], weeks[row[-1]]) if row else (None, None)
    assert year.longest_row == Row(len(row), first, last)


def test_two_days_away_excuse_no_week(runner: Runner) -> None:
    first = weeks_of(runner, [2, 0, 2])[1]
    told = {"first": first, "ended_on": first + 2 * DAY, "told_at": datetime(2026, 9, 14, tzinfo=UTC)}
    Condition.objects.create(runner=runner, kind=Condition.Kind.AWAY, **told)
    year = Year.of(runner, 2026, date(2026, 11, 25))
    assert year.longest_row.weeks == 1
    assert not any(week.excused for week in year.weeks)


@pytest.mark.parametrize(
    ("week", "counts"),
    [
        pytest.param(YearWeek(FIRST, 1, False, False), True, id="missed"),
        pytest.param(YearWeek(FIRST, 1, True, False), False, id="ill"),
        pytest.param(YearWeek(FIRST, 1, False, True), False, id="goes on"),
        pytest.param(YearWeek(FIRST, 2, True, True), True, id="on target whatever was"),
    ],
)
def test_which_weeks_count(week: YearWeek, counts: bool) -> None:
    assert week.counts(2) is counts


class TestDaysOff:
    def test_up_to_today_where_no_end_is_told(self, runner: Runner) -> None:
        told = {"runner": runner, "told_at": datetime(2026, 11, 20, tzinfo=UTC)}
        Condition.objects.create(kind="ill", first=date(2026, 11, 23), **told)
        Condition.objects.create(kind="away", first=date(2026, 7, 1), ended_on=date(2026, 7, 3), **told)
        Condition.objects.create(kind="pain", first=date(2026, 5, 1), ended_on=date(2026, 5, 9), **told)
        assert Year.of(runner, 2026, date(2026, 11, 25)).off == {
            *days_of(date(2026, 11, 23), 3),
            *days_of(date(2026, 7, 1), 2),
        }

    def test_over_new_year_only_the_days_that_its_weeks_reach(self, runner: Runner) -> None:
        told = {"ended_on": date(2026, 1, 20), "told_at": datetime(2026, 1, 1, tzinfo=UTC)}
        Condition.objects.create(runner=runner, kind="away", first=date(2025, 12, 1), **told)
        assert Year.of(runner, 2026, date(2026, 11, 25)).off == {*days_of(date(2025, 12, 29), 22)}


class TestAround:
    def test_the_nearest_days_before_and_after(self, runner: Runner) -> None:
        run_on(runner, date(2023, 5, 1))
        sessions_on(runner, date(2022, 5, 1), date(2022, 5, 3), date(2025, 6, 1))
        run_on(runner, date(2026, 7, 1))
        SessionFactory.create(runner=runner, day=date(2024, 12, 30), status=Session.Status.PLANNED)
        around = Year.of(runner, 2024, date(2026, 11, 25)).around
        assert (around.before, around.after, around.sessions_before) == (date(2023, 5, 1), date(2025, 6, 1), 2)

    def test_a_run_dated_far_ahead_is_no_year(self, runner: Runner) -> None:
        run_on(runner, date(2036, 5, 1))
        assert Year.of(runner, 2026, date(2026, 11, 25)).around == NOTHING_AROUND

    def test_a_run_of_tomorrow_is(self, runner: Runner) -> None:
        run_on(runner, date(2027, 1, 1))
        assert Year.of(runner, 2026, date(2026, 12, 31)).around.after == date(2027, 1, 1)


def test_sets_of_movements_without_a_guide_count_their_kilograms_do_not(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=date(2026, 3, 3), workout="own")
    for number in (1, 2):
        CustomSetFactory.create(session=session, number=number)
    CustomSetFactory.create(session=session, number=128, warm_up=True)
    LoggedSetFactory.create(session=session, number=1)
    CustomSetFactory.create(session__runner=runner, session__day=date(2025, 12, 31))
    year = Year.of(runner, 2026, date(2026, 6, 1))
    assert (year.total.sessions, year.total.sets, year.total.kg) == (1, 3, 240.0)
    assert (year.months[2].sets, year.months[3].sets) == (3, 0)
