"""Sets of a movement as a law draws them, written to the database, and counted again in plain Python."""

from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import strategies as st

from exercises.models import Variation
from tests.factories import RunnerFactory
from training.models import LoggedSet, Runner, Session

FIRST = date(2022, 12, 20)
DAYS = 1200
LOGGED = datetime(2026, 3, 3, 17, 10, tzinfo=UTC)


class Drawn(NamedTuple):
    """One set as it is drawn: the session's day and state, the rung, and the numbers."""

    day: int
    status: str
    light: bool
    rung: int
    amount: int
    kg: float | None
    rir: int | None
    per_leg: bool
    warm_up: bool
    removed: bool


def drawn(rungs: int) -> st.SearchStrategy[list[Drawn]]:
    one = st.builds(
        Drawn,
        day=st.one_of(st.integers(0, DAYS), st.integers(DAYS - 40, DAYS)),
        status=st.sampled_from(["done", "done", "done", "under-way", "skipped", "deleted"]),
        light=st.booleans(),
        rung=st.integers(0, rungs - 1),
        amount=st.integers(1, 12),
        kg=st.sampled_from([None, 0.0, 10.0, 22.5, 50.0]),
        rir=st.one_of(st.none(), st.integers(0, 5)),
        per_leg=st.booleans(),
        warm_up=st.sampled_from([False, False, False, True]),
        removed=st.sampled_from([False, False, False, True]),
    )
    return st.lists(one, min_size=1, max_size=40)


def written(sets: list[Drawn], ladder: list[Variation]) -> Runner:
    """A runner with these sets, those of one day and state in one session."""
    runner = RunnerFactory.create()
    sessions: dict[tuple[Any, ...], Session] = {}
    for one in sets:
        key = one.day, one.status, one.light
        fields = {"day": FIRST + timedelta(days=one.day), "status": one.status, "light": one.light, "workout": "A"}
        sessions.setdefault(key, Session(runner=runner, **fields))
    Session.objects.bulk_create(sessions.values())
    LoggedSet.objects.bulk_create(
        LoggedSet(
            session=sessions[one.day, one.status, one.light],
            exercise_id=ladder[one.rung].exercise_id,
            variation=ladder[one.rung],
            position=1,
            number=number % 100,
            reps=None if ladder[one.rung].timed else one.amount,
            seconds=one.amount if ladder[one.rung].timed else None,
            kg=one.kg,
            rir=one.rir,
            per_leg=one.per_leg,
            warm_up=one.warm_up,
            removed=one.removed,
            logged_at=LOGGED,
            changed_at=LOGGED,
        )
        for number, one in enumerate(sets)
    )
    return runner


def counted(runner: Runner) -> list[LoggedSet]:
    """The rows that count, told apart in Python."""
    rows = LoggedSet.everything.filter(session__runner=runner).select_related("session", "variation")
    return [
        row
        for row in rows
        if not (row.warm_up or row.removed) and row.session.status not in ("skipped", "deleted")
    ]  # fmt: skip


def rank(row: LoggedSet) -> tuple[float, int]:
    return row.kg or 0.0, row.amount


def sides(row: LoggedSet) -> int:
    return 2 if row.per_leg else 1
