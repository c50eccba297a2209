from collections import Counter, defaultdict
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.models import LoggedSet, Run, Runner, Session
from training.models.week import WEEK, KindSum, Record, WeekSummary, record_of, weeks_of

FIRST, LAST = date(2026, 8, 24), date(2026, 11, 29)


def fill(runner: Runner, rng: Random, *, runs: int, sessions: int) -> None:
    """Random rows over 14 weeks and a little beyond, of all kinds, warm-ups and skipped sessions among them."""
    variations = list(Variation.objects.select_related("exercise"))
    span = (LAST - FIRST).days + 20
    for _ in range(runs):
        day = FIRST + timedelta(days=rng.randrange(span) - 10)
        RunFactory.create(
            runner=runner,
            start=datetime(day.year, day.month, day.day, rng.randrange(24), 50, tzinfo=UTC),
            metres=rng.choice([None, rng.uniform(1000, 30000)]),
            seconds=rng.uniform(600, 9000),
            kind=rng.choice(list(Run.Kind)),
        )
    for _ in range(sessions):
        session = SessionFactory.create(
            runner=runner,
            day=FIRST + timedelta(days=rng.randrange(span) - 10),
            status=rng.choice([Session.Status.DONE, Session.Status.DONE, Session.Status.SKIPPED]),
            effort=rng.choice([None, 5, 7, 8]),
        )
        for number in range(rng.randrange(6)):
            variation = rng.choice(variations)
            LoggedSetFactory.create(
                session=session,
                variation=variation,
                number=number + 1,
                reps=None if variation.timed else rng.randrange(1, 20),
                seconds=rng.randrange(20, 90) if variation.timed else None,
                kg=rng.choice([None, 10.0, 22.5]) if variation.loaded else None,
                per_leg=variation.per_leg,
                warm_up=rng.random() < 0.2,
            )


def recount(runner: Runner, week: date) -> WeekSummary:
    """The same sums, row by row; movements as {slug: (sets, reps, seconds, kg)} are compared apart."""
    days = {week + timedelta(days=number) for number in range(7)}
    runs = [run for run in Run.objects.filter(runner=runner) if run.day in days]
    kinds = []
    for kind in Run.Kind:
        some = [run for run in runs if run.kind == kind]
        if some:
            metres, seconds = sum(run.metres or 0 for run in some), sum(run.seconds for run in some)
            kinds.append(KindSum(kind, len(some), metres, seconds))
    done = [one for one in Session.objects.filter(runner=runner, status="done") if one.day in days]
    efforts = [one.effort for one in done if one.effort is not None]
    return WeekSummary(week, len(done), sum(efforts) / len(efforts) if efforts else None, tuple(kinds))


def recount_movements(runner: Runner, week: date) -> dict[str, tuple[int, int, int, float]]:
    found: dict[str, list[float]] = defaultdict(lambda: [0, 0, 0, 0.0])
    for one in LoggedSet.objects.filter(session__runner=runner).select_related("session", "exercise"):
        counts = not one.warm_up and one.session.status != "skipped"
        if counts and week <= one.session.day < week + WEEK:
            sides = 2 if one.per_leg else 1
            sums = found[one.exercise.slug]
            sums[0] += 1
            sums[1] += (one.reps or 0) * sides
            sums[2] += (one.seconds or 0) * sides
            sums[3] += (one.reps or 0) * (one.kg or 0) * sides
    return {slug: (int(a), int(b), int(c), d) for slug, (a, b, c, d) in found.items()}


@pytest.mark.parametrize("starts_on", [Runner.WeekStart.MONDAY, Runner.WeekStart.SUNDAY], ids=["monday", "sunday"])
@pytest.mark.parametrize("seed", range(2))
def test_sums_equal_a_plain_recount_of_the_rows(db: None, seed: int, starts_on: int) -> None:
    runner = RunnerFactory.create(week_starts_on=starts_on, time_zone="Pacific/Auckland")
    stranger = RunnerFactory.create(time_zone="Pacific/Auckland")
    rng = Random(seed)
    fill(runner, rng, runs=40, sessions=20)
    fill(stranger, rng, runs=5, sessions=3)

    weeks = weeks_of(runner, FIRST, LAST)

    assert [week.first for week in weeks] == [runner.week_of(LAST) - n * WEEK for n in range(len(weeks))]
    assert weeks[-1].first == runner.week_of(FIRST)
    for week in weeks:
        plain = recount(runner, week.first)
        assert week.sessions == plain.sessions
        assert week.effort == pytest.approx(plain.effort)
        assert [(part.kind, part.runs) for part in week.kinds] == [(part.kind, part.runs) for part in plain.kinds]
        assert [part.metres for part in week.kinds] == pytest.approx([part.metres for part in plain.kinds])
        assert [part.seconds for part in week.kinds] == pytest.approx([part.seconds for part in plain.kinds])
        sums = {part.slug: (part.sets, part.reps, part.seconds, part.kg) for part in week.movements}
        movements = recount_movements(runner, week.first)
        assert sums.keys() == movements.keys()
        for slug, plain_sums in movements.items():
            assert sums[slug] == pytest.approx(plain_sums)
    assert any(week.kg for week in weeks)
    assert any(week.plank_seconds for week in weeks)


def test_both_legs_count(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=LAST)
    lunge = Variation.objects.get(slug="dumbbell-lunge")
    side_plank = Variation.objects.get(slug="side-plank")
    LoggedSetFactory.create(session=session, variation=lunge, reps=10, kg=16, per_leg=True)
    LoggedSetFactory.create(session=session, variation=side_plank, reps=None, seconds=30, kg=None, per_leg=True)
    (week,) = weeks_of(runner, LAST, LAST)
    assert {part.slug: (part.sets, part.reps, part.seconds, part.kg) for part in week.movements} == {
        "lunge": (1, 20, 0, 320),
        "plank": (1, 0, 60, 0),
    }
    assert (week.sets, week.kg, week.plank_seconds) == (2, 320, 60)


def test_cross_training_is_no_running(runner: Runner) -> None:
    when = datetime(2026, 11, 25, 12, tzinfo=UTC)
    RunFactory.create(runner=runner, start=when, metres=8000, seconds=2400)
    RunFactory.create(runner=runner, start=when, metres=30000, seconds=3600, kind=Run.Kind.CROSS)
    (week,) = weeks_of(runner, LAST, LAST)
    assert (week.runs, week.metres, week.seconds, len(week.kinds)) == (1, 8000, 2400, 2)


def test_a_late_run_counts_where_the_runner_was(runner: Runner) -> None:
    """23:50 on Sunday in Los Angeles is Monday in UTC and in Berlin."""
    start = datetime(2026, 11, 23, 7, 50, tzinfo=UTC)
    RunFactory.create(runner=runner, start=start, time_zone="America/Los_Angeles")
    newer, older = weeks_of(runner, date(2026, 11, 16), date(2026, 11, 23))
    assert (newer.runs, older.runs) == (0, 1)


@pytest.mark.parametrize("rows", [10, 200])
def test_weeks_take_three_queries(runner: Runner, rows: int, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    fill(runner, Random(1), runs=rows, sessions=rows // 10)
    with django_assert_num_queries(3):
        weeks_of(runner, FIRST, LAST)


THIS_WEEK = date(2026, 11, 23)


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
    done = {THIS_WEEK - number * WEEK: count for number, count in enumerate(sessions)}
    assert Record(None, None, done).weeks_in_a_row(THIS_WEEK, target) == streak


@pytest.mark.parametrize("starts_on", [Runner.WeekStart.MONDAY, Runner.WeekStart.SUNDAY], ids=["monday", "sunday"])
def test_record_counts_done_sessions_by_week(
    db: None, starts_on: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    runner = RunnerFactory.create(week_starts_on=starts_on)
    fill(runner, Random(3), runs=6, sessions=40)
    SessionFactory.create(runner=runner, day=date(2024, 1, 3), status=Session.Status.UNDER_WAY)
    SessionFactory.create(runner=runner, day=date(2023, 1, 3), status=Session.Status.PLANNED)
    with django_assert_num_queries(2):
        record = record_of(runner)
    days = Session.objects.filter(runner=runner, status="done").values_list("day", flat=True)
    assert Counter({week: count for week, count in record.done.items() if count}) == Counter(map(runner.week_of, days))
    assert record.first == runner.week_of(date(2024, 1, 3))


def test_a_history_of_runs_alone_has_a_reach(runner: Runner) -> None:
    RunFactory.create(runner=runner, start=datetime(2026, 3, 4, 12, tzinfo=UTC))
    RunFactory.create(runner=runner, start=datetime(2026, 5, 4, 12, tzinfo=UTC))
    record = record_of(runner)
    assert (record.first, record.last, record.done) == (date(2026, 3, 2), date(2026, 5, 4), {})


def test_nobody_without_rows_has_a_reach(runner: Runner) -> None:
    assert record_of(runner) == Record(None, None, {})
