from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.models import LoggedSet, Run, Runner, Session
from training.models.step import Step
from training.models.week import KindSum, MovementSum, Stretch, Summary, summaries, together

# With the 53 weeks of 2026, a leap day in reach and a year that turns within a week.
FIRST, LAST = date(2026, 10, 26), date(2027, 2, 7)
NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)

RUNS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.dates(FIRST - timedelta(days=9), LAST + timedelta(days=9)),
            "kind": st.sampled_from(list(Run.Kind)),
            "metres": st.none() | st.floats(100, 50_000),
            "seconds": st.floats(60, 20_000),
        }
    ),
    max_size=14,
)
SETS = st.lists(
    st.fixed_dictionaries(
        {
            "rung": st.integers(0, 30),
            "amount": st.integers(1, 90),
            "kg": st.none() | st.floats(1, 200),
            "warm_up": st.sampled_from([False, False, True]),
            "removed": st.sampled_from([False, False, True]),
        }
    ),
    max_size=5,
)
SESSIONS = st.lists(
    st.fixed_dictionaries(
        {
            "day": st.dates(FIRST - timedelta(days=9), LAST + timedelta(days=9)),
            "status": st.sampled_from(["done", "done", "under-way", "skipped", "deleted"]),
            "effort": st.none() | st.integers(0, 10),
            "pain": st.none() | st.integers(0, 10),
            "sets": SETS,
        }
    ),
    max_size=8,
)


def write(runner: Runner, runs: list[dict[str, Any]], sessions: list[dict[str, Any]]) -> None:
    """These rows are all that the runner has."""
    Run.objects.filter(runner=runner).delete()
    Session.everything.filter(runner=runner).delete()
    rungs = list(Variation.objects.order_by("pk"))
    Run.objects.bulk_create(
        Run(runner=runner, start=datetime.combine(run["day"], NOON.time(), UTC), time_zone="UTC", **run) for run in runs
    )
    rows = [
        (Session(runner=runner, workout="A", **{name: row[name] for name in ("day", "status", "effort", "pain")}), row)
        for row in sessions
    ]
    Session.objects.bulk_create(session for session, _row in rows)
    LoggedSet.objects.bulk_create(
        logged(session, number, rungs[done["rung"]], done)
        for session, row in rows
        for number, done in enumerate(row["sets"], start=1)
    )


def logged(session: Session, number: int, rung: Variation, done: dict[str, Any]) -> LoggedSet:
    return LoggedSet(
        session=session,
        exercise_id=rung.exercise_id,
        variation=rung,
        position=1,
        number=number,
        reps=None if rung.timed else done["amount"],
        seconds=done["amount"] if rung.timed else None,
        kg=done["kg"] if rung.loaded else None,
        per_leg=rung.per_leg,
        warm_up=done["warm_up"],
        removed=done["removed"],
        logged_at=NOON,
        changed_at=NOON,
    )


def recount(runner: Runner, first: date, last: date, without: tuple[date, date] | None) -> Summary:
    """The same sums, row by row."""

    def counts(day: date) -> bool:
        return first <= day <= last and not (without and without[0] <= day <= without[1])

    runs = [run for run in Run.objects.filter(runner=runner) if counts(run.day)]
    kinds = []
    for kind in Run.Kind:
        some = [run for run in runs if run.kind == kind]
        if some:
            metres, seconds = sum(run.metres or 0 for run in some), sum(run.seconds for run in some)
            kinds.append(KindSum(kind, len(some), metres, seconds))
    done = [one for one in Session.objects.filter(runner=runner, status="done") if counts(one.day)]
    efforts = [one.effort for one in done if one.effort is not None]
    sums: dict[Any, list[float]] = defaultdict(lambda: [0, 0, 0, 0.0])
    for one in LoggedSet.everything.filter(session__runner=runner).select_related("session", "exercise"):
        is_done = one.session.status in ("done", "under-way") and not one.warm_up and not one.removed
        if is_done and counts(one.session.day):
            sides = 2 if one.per_leg else 1
            total = sums[one.exercise]
            total[0] += 1
            total[1] += (one.reps or 0) * sides
            total[2] += (one.seconds or 0) * sides
            total[3] += (one.reps or 0) * (one.kg or 0) * sides
    movements = [
        MovementSum(exercise.slug, exercise.name, int(a), int(b), int(c), d)
        for exercise, (a, b, c, d) in sorted(sums.items(), key=lambda item: item[0].position)
    ]
    return Summary(
        first,
        last,
        sessions=len(done),
        effort=sum(efforts) / len(efforts) if efforts else None,
        pain=max((one.pain for one in done if one.pain is not None), default=None),
        kinds=tuple(kinds),
        movements=tuple(movements),
    )


def assert_equal(found: Summary, plain: Summary) -> None:
    assert (found.first, found.last, found.sessions, found.pain) == (
        plain.first,
        plain.last,
        plain.sessions,
        plain.pain,
    )
    assert found.effort == pytest.approx(plain.effort)
    assert [(part.kind, part.runs) for part in found.kinds] == [(part.kind, part.runs) for part in plain.kinds]
    for one, other in zip(found.kinds, plain.kinds, strict=True):
        assert (one.metres, one.seconds) == pytest.approx((other.metres, other.seconds))
    assert [(part.slug, part.name, part.sets, part.reps, part.seconds) for part in found.movements] == [
        (part.slug, part.name, part.sets, part.reps, part.seconds) for part in plain.movements
    ]
    assert [part.kg for part in found.movements] == pytest.approx([part.kg for part in plain.movements])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    runs=RUNS,
    sessions=SESSIONS,
    step=st.sampled_from(list(Step)),
    starts_on=st.sampled_from([Runner.WeekStart.MONDAY, Runner.WeekStart.SUNDAY]),
    gap=st.none() | st.tuples(st.integers(0, 100), st.integers(0, 20)),
)
def test_law_sums_equal_a_plain_recount_of_the_rows(
    runner: Runner,
    runs: list[dict[str, Any]],
    sessions: list[dict[str, Any]],
    step: Step,
    starts_on: int,
    gap: tuple[int, int] | None,
) -> None:
    stranger = RunnerFactory.create()
    write(stranger, runs[:2], sessions[:2])
    runner.week_starts_on = starts_on
    write(runner, runs, sessions)
    first = step.first_day(FIRST, starts_on=starts_on)
    last = step.last_day(step.first_day(LAST, starts_on=starts_on))
    without = (FIRST + timedelta(days=gap[0]), FIRST + timedelta(days=sum(gap))) if gap else None

    found = summaries(runner, Stretch(first, last, step, without), runner.sessions.with_own_sets())

    day = last
    for summary in found:
        assert summary.last == day
        assert_equal(summary, recount(runner, summary.first, summary.last, without))
        day = summary.first - timedelta(days=1)
    assert day == first - timedelta(days=1)
    whole = together(found)
    plain = recount(runner, first, last, without)
    assert (whole.first, whole.last, whole.sessions, whole.pain) == (first, last, plain.sessions, plain.pain)
    assert (whole.runs, whole.sets) == (plain.runs, plain.sets)
    assert (whole.metres, whole.seconds, whole.kg) == pytest.approx((plain.metres, plain.seconds, plain.kg))
    assert whole.plank_seconds == plain.plank_seconds
    stranger.delete()


def week_of(runner: Runner, day: date) -> Summary:
    first = runner.week_of(day)
    (week,) = summaries(runner, Stretch(first, first + timedelta(days=6)), runner.sessions.with_own_sets())
    return week


def test_both_legs_count(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=LAST)
    lunge = Variation.objects.get(slug="dumbbell-lunge")
    side_plank = Variation.objects.get(slug="side-plank")
    LoggedSetFactory.create(session=session, variation=lunge, reps=10, kg=16, per_leg=True)
    LoggedSetFactory.create(session=session, variation=side_plank, reps=None, seconds=30, kg=None, per_leg=True)
    week = week_of(runner, LAST)
    assert {part.slug: (part.sets, part.reps, part.seconds, part.kg) for part in week.movements} == {
        "lunge": (1, 20, 0, 320),
        "plank": (1, 0, 60, 0),
    }
    assert (week.sets, week.kg, week.plank_seconds) == (2, 320, 60)


def test_cross_training_is_no_running(runner: Runner) -> None:
    RunFactory.create(runner=runner, start=NOON, metres=8000, seconds=2400)
    RunFactory.create(runner=runner, start=NOON, metres=30000, seconds=3600, kind=Run.Kind.CROSS)
    week = week_of(runner, NOON.date())
    assert (week.runs, week.metres, week.seconds, len(week.kinds)) == (1, 8000, 2400, 2)


@pytest.mark.parametrize(
    ("start", "zone", "week"),
    [
        pytest.param(
            datetime(2026, 11, 23, 7, 50, tzinfo=UTC),
            "America/Los_Angeles",
            date(2026, 11, 16),
            id="23:50 on Sunday in Los Angeles is Monday in UTC and in Berlin",
        ),
        pytest.param(
            datetime(2026, 10, 25, 22, 50, tzinfo=UTC),
            "Europe/Berlin",
            date(2026, 10, 19),
            id="23:50 on the Sunday on which clocks go back",
        ),
        pytest.param(
            datetime(2026, 3, 29, 21, 50, tzinfo=UTC),
            "Europe/Berlin",
            date(2026, 3, 23),
            id="23:50 on the Sunday on which clocks go forward",
        ),
        pytest.param(
            datetime(2026, 11, 22, 11, 10, tzinfo=UTC),
            "Pacific/Auckland",
            date(2026, 11, 23),
            id="after a flight to Auckland it is Monday already",
        ),
        pytest.param(
            datetime(2027, 1, 3, 9, 0, tzinfo=UTC), "Europe/Berlin", date(2026, 12, 28), id="the last day of week 53"
        ),
    ],
)
def test_a_run_counts_in_the_week_where_it_was_run(runner: Runner, start: datetime, zone: str, week: date) -> None:
    RunFactory.create(runner=runner, start=start, time_zone=zone)
    assert week_of(runner, week).runs == 1
    assert week_of(runner, week - timedelta(days=7)).runs == week_of(runner, week + timedelta(days=7)).runs == 0


def test_two_runs_a_day_and_two_sessions_a_day_count_twice(runner: Runner) -> None:
    for hour in (7, 18):
        RunFactory.create(runner=runner, start=NOON.replace(hour=hour))
        SessionFactory.create(runner=runner, day=NOON.date())
    week = week_of(runner, NOON.date())
    assert (week.runs, week.sessions) == (2, 2)


def test_what_is_deleted_or_changed_later_is_counted_as_it_is_now(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=NOON.date())
    done = LoggedSetFactory.create(session=session, reps=10, kg=20)
    LoggedSet.objects.filter(pk=done.pk).update(reps=8)
    assert week_of(runner, NOON.date()).kg == 160
    Session.objects.filter(pk=session.pk).update(day=NOON.date() - timedelta(days=7))
    assert week_of(runner, NOON.date()).empty
    Session.objects.filter(pk=session.pk).update(status=Session.Status.DELETED)
    assert week_of(runner, NOON.date() - timedelta(days=7)).empty


@pytest.mark.parametrize("rows", [10, 200])
def test_two_queries_however_many_rows(
    runner: Runner, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(rows):
        RunFactory.create(runner=runner, start=NOON - timedelta(days=number))
    with django_assert_num_queries(2):
        summaries(runner, Stretch(FIRST, LAST), [])
