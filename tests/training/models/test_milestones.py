from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from tests.training.models.years import DAY, AnyYear, any_year, counted_sets, runner_of
from training.models import LoggedSet, Run, Runner, Session
from training.models.milestones import NewRung, counted_sessions, longest_run, longest_week, movements_of
from training.models.year import Year

FIRST = date(2026, 1, 1)
TODAY = date(2026, 11, 25)


def heaviness(one: LoggedSet) -> tuple[float, bool, int, int]:
    """What makes a set the best of its movement, most first; of equals the older one."""
    return one.kg or 0.0, one.seconds is not None, one.amount, -one.session.day.toordinal()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows=any_year)
def test_best_sets_and_new_rungs_equal_a_plain_recount(db: None, rows: AnyYear) -> None:
    runner = runner_of(rows)
    sets = counted_sets(runner)
    in_year = [one for one in sets if one.session.day.year == rows.number]
    found = movements_of(Year.of(runner, rows.number, rows.on(rows.today)))
    assert [one.rung.slug for one in found] == [
        exercise.slug for exercise in sorted({one.exercise for one in in_year}, key=lambda one: one.position)
    ]
    for movement in found:
        some = [one for one in in_year if one.exercise.slug == movement.rung.slug]
        assert movement.sets == len(some)
        best = max(some, key=heaviness)
        shown = movement.best
        assert (shown.kg or 0, shown.reps, shown.seconds) == (best.kg or 0, best.reps, best.seconds)
        assert shown.first == best.session.day
        assert movement.rung.variation == shown.variation
        new = {}
        for one in some:
            days = [other.session.day for other in sets if other.variation_id == one.variation_id]
            if min(days).year == rows.number:
                new[one.variation.name] = min(days)
        assert {rung.name: rung.day for rung in movement.new} == new
        assert [rung.day for rung in movement.new] == sorted(new.values())


@pytest.fixture
def lift(runner: Runner) -> Callable[..., Session]:
    def lifted(day: date, variation: str, **fields: object) -> Session:
        session = SessionFactory.create(runner=runner, day=day)
        LoggedSetFactory.create(session=session, variation=Variation.objects.get(slug=variation), **fields)
        return session

    return lifted


def test_the_best_set_is_the_first_of_the_heaviest(runner: Runner, lift: Callable[..., Session]) -> None:
    lift(date(2026, 3, 3), "goblet-squat", reps=12, kg=20)
    lift(date(2026, 5, 5), "back-squat", reps=5, kg=60)
    lift(date(2026, 6, 5), "back-squat", reps=5, kg=60)
    (squat,) = movements_of(Year.of(runner, 2026, TODAY))
    assert (squat.rung.name, squat.best.kg, squat.best.first) == ("Back squat", 60, date(2026, 5, 5))
    assert squat.new == (NewRung("Goblet squat", date(2026, 3, 3)), NewRung("Back squat", date(2026, 5, 5)))


def test_a_rung_that_was_known_is_not_new(runner: Runner, lift: Callable[..., Session]) -> None:
    lift(date(2019, 3, 3), "back-squat", reps=5, kg=60)
    lift(date(2026, 5, 5), "back-squat", reps=5, kg=40)
    (squat,) = movements_of(Year.of(runner, 2026, TODAY))
    assert squat.new == ()
    assert squat.best.kg == 40


def test_without_a_load_a_hold_goes_before_reps(runner: Runner, lift: Callable[..., Session]) -> None:
    lift(date(2026, 3, 3), "shoulder-tap-plank", reps=60, seconds=None, kg=None)
    lift(date(2026, 3, 5), "forearm-plank", reps=None, seconds=40, kg=None)
    (plank,) = movements_of(Year.of(runner, 2026, TODAY))
    assert (plank.best.seconds, plank.best.reps) == (40, None)


@pytest.mark.parametrize("count", [1, 60])
def test_one_query(
    runner: Runner, lift: Callable[..., Session], count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        lift(FIRST + number * DAY, "back-squat", reps=5, kg=60)
    year = Year.of(runner, 2026, TODAY)
    with django_assert_num_queries(1):
        movements_of(year)


def run_on(runner: Runner, day: date, **fields: object) -> Run:
    return RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), **fields)


class TestLongest:
    def test_by_distance(self, runner: Runner) -> None:
        run_on(runner, date(2026, 3, 2), metres=9000, seconds=9000)
        longest = run_on(runner, date(2026, 4, 6), metres=21097, seconds=6300)
        run_on(runner, date(2026, 4, 20), metres=21097, seconds=6300)
        run_on(runner, date(2026, 5, 4), metres=None, seconds=20000)
        run_on(runner, date(2026, 6, 1), metres=90000, seconds=9000, kind=Run.Kind.CROSS)
        run_on(runner, date(2025, 6, 2), metres=42195)
        year = Year.of(runner, 2026, TODAY)
        found = longest_run(year)
        assert found
        assert found.pk == longest.pk
        assert longest_week(year) == date(2026, 4, 6)

    def test_by_time_where_no_run_has_a_distance(self, runner: Runner) -> None:
        run_on(runner, date(2026, 3, 2), metres=None, seconds=1800)
        longest = run_on(runner, date(2026, 4, 6), metres=None, seconds=3600)
        year = Year.of(runner, 2026, TODAY)
        found = longest_run(year)
        assert found
        assert found.pk == longest.pk
        assert longest_week(year) == date(2026, 4, 6)

    def test_a_week_across_new_year_is_whole(self, runner: Runner) -> None:
        """From Monday, 29 December 2025: a week of 2026."""
        run_on(runner, date(2025, 12, 30), metres=12000)
        run_on(runner, date(2026, 1, 2), metres=12000)
        run_on(runner, date(2026, 4, 6), metres=20000)
        year = Year.of(runner, 2026, TODAY)
        assert longest_week(year) == date(2025, 12, 29)
        assert year.running_weeks[date(2025, 12, 29)][0] == 24000

    def test_none_without_running(self, runner: Runner) -> None:
        year = Year.of(runner, 2026, TODAY)
        assert (longest_run(year), longest_week(year)) == (None, None)


@pytest.mark.parametrize(
    ("before", "sessions", "numbers"),
    [
        pytest.param(0, 3, [1], id="the first"),
        pytest.param(3, 3, [], id="neither"),
        pytest.param(97, 5, [100], id="the hundredth"),
        pytest.param(99, 101, [100, 200], id="two hundreds in a year"),
        pytest.param(0, 0, [], id="none"),
    ],
)
def test_sessions_that_are_counted(runner: Runner, before: int, sessions: int, numbers: list[int]) -> None:
    days = [FIRST - (number + 1) * DAY for number in range(before)] + [
        FIRST + number * DAY for number in range(sessions)
    ]
    Session.objects.bulk_create(Session(runner=runner, day=day, status="done", workout="A") for day in days)
    Session.objects.create(runner=runner, day=FIRST - timedelta(days=400), status="skipped", workout="A")
    found = counted_sessions(Year.of(runner, 2026, TODAY))
    assert [number for number, _session in found] == numbers
    assert [one.day for _number, one in found] == [sorted(days)[number - 1] for number in numbers]
