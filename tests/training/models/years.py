"""Years of a runner for tests: any rows at all, and the same sums counted row by row."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.utils import timezone
from hypothesis import strategies as st

from exercises.models import Variation
from tests.factories import RunnerFactory
from training.models import Condition, LoggedSet, Run, Runner, Session

DAY = timedelta(days=1)
# Leap years, years of 52 and of 53 weeks, and such as begin on a Sunday or on a Thursday.
YEARS = (2020, 2022, 2023, 2025, 2026)


@dataclass(frozen=True)
class AnySet:
    variation: str
    amount: int
    kg: float | None
    warm_up: bool
    removed: bool


@dataclass(frozen=True)
class AnySession:
    offset: int
    status: str
    sets: tuple[AnySet, ...]


@dataclass(frozen=True)
class AnyYear:
    """Rows by their distance in days from 1 January of `number`; some lie outside of it."""

    number: int
    starts_on: int
    target: int
    today: int
    runs: tuple[tuple[int, str, float | None, int], ...]
    sessions: tuple[AnySession, ...]
    off: tuple[tuple[int, int, str], ...]

    @property
    def first(self) -> date:
        return date(self.number, 1, 1)

    def on(self, offset: int) -> date:
        return self.first + offset * DAY


# More rows at the ends of the year, where weeks are torn apart.
OFFSETS = st.one_of(st.integers(-400, 380), st.integers(-8, 8), st.integers(358, 374))
SETS = st.builds(
    AnySet,
    st.sampled_from(["goblet-squat", "back-squat", "dumbbell-lunge", "side-plank", "forearm-plank", "step-calf-raise"]),
    st.integers(1, 60),
    st.sampled_from([None, 0.0, 10.0, 22.5, 80.0]),
    st.booleans(),
    st.booleans(),
)
any_year = st.builds(
    AnyYear,
    st.sampled_from(YEARS),
    st.sampled_from([0, 6]),
    st.integers(1, 3),
    st.one_of(st.integers(0, 366), st.just(500)),
    st.lists(
        st.tuples(
            OFFSETS,
            st.sampled_from(Run.Kind.values),
            st.one_of(st.none(), st.floats(100, 42195)),
            st.integers(60, 14400),
        ),
        max_size=25,
    ).map(tuple),
    st.lists(
        st.builds(AnySession, OFFSETS, st.sampled_from(Session.Status.values), st.lists(SETS, max_size=4).map(tuple)),
        max_size=25,
        unique_by=lambda one: (one.offset, one.status),
    ).map(tuple),
    st.lists(
        st.tuples(OFFSETS, st.integers(0, 30), st.sampled_from(["ill", "away", "pain"])),
        max_size=3,
    ).map(tuple),
)


def runner_of(rows: AnyYear) -> Runner:
    """A new runner with these rows."""
    runner = RunnerFactory.create(week_starts_on=rows.starts_on, target=rows.target, time_zone="UTC")
    Run.objects.bulk_create(
        Run(
            runner=runner,
            start=datetime.combine(rows.on(offset), datetime.min.time(), UTC),
            day=rows.on(offset),
            time_zone="UTC",
            kind=kind,
            metres=metres,
            seconds=seconds,
        )
        for offset, kind, metres, seconds in rows.runs
    )
    sessions = [
        Session(runner=runner, day=rows.on(one.offset), status=one.status, workout="A") for one in rows.sessions
    ]
    Session.objects.bulk_create(sessions)
    variations = {one.slug: one for one in Variation.objects.all()}
    now = timezone.now()
    LoggedSet.everything.bulk_create(
        LoggedSet(
            session=session,
            variation=(variation := variations[one.variation]),
            exercise_id=variation.exercise_id,
            position=1,
            number=number,
            reps=None if variation.timed else one.amount,
            seconds=one.amount if variation.timed else None,
            kg=one.kg,
            per_leg=variation.per_leg,
            warm_up=one.warm_up,
            removed=one.removed,
            logged_at=now,
            changed_at=now,
        )
        for session, told in zip(sessions, rows.sessions, strict=True)
        for number, one in enumerate(told.sets)
    )
    Condition.objects.bulk_create(
        Condition(runner=runner, kind=kind, first=rows.on(offset), ended_on=rows.on(offset + length), told_at=now)
        for offset, length, kind in rows.off
    )
    return runner


def counted_sets(runner: Runner) -> list[LoggedSet]:
    """Every set that counts, whenever it was."""
    rows = LoggedSet.everything.select_related("session", "exercise", "variation")
    return [
        one
        for one in rows.filter(session__runner=runner)
        if not one.warm_up and not one.removed and one.session.status not in ("skipped", "deleted")
    ]


@dataclass(frozen=True)
class Recount:
    """Everything a runner did, read once, to be counted row by row."""

    sessions: list[Session]
    sets: list[LoggedSet]
    runs: list[Run]

    @classmethod
    def of(cls, runner: Runner) -> "Recount":
        runs = [run for run in Run.objects.filter(runner=runner) if run.kind != "cross"]
        sessions = [one for one in Session.everything.filter(runner=runner) if one.status == "done"]
        return cls(sessions, counted_sets(runner), runs)

    def sums(self, days: Iterable[date]) -> tuple[int, int, float, int, float, float]:
        """Sessions, sets, kilograms, runs, metres and seconds of these days."""
        held = set(days)
        sets = [one for one in self.sets if one.session.day in held]
        kg = sum((one.reps or 0) * (one.kg or 0) * (2 if one.per_leg else 1) for one in sets)
        runs = [run for run in self.runs if run.day in held]
        metres, seconds = sum(run.metres or 0 for run in runs), sum(run.seconds for run in runs)
        return sum(one.day in held for one in self.sessions), len(sets), kg, len(runs), metres, seconds


def days_of(first: date, count: int) -> list[date]:
    return [first + number * DAY for number in range(count)]
