from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import LoggedSetFactory, SessionFactory
from training.models import Runner, Session
from training.models.past_rows import past_sessions
from training.models.past_sets import PastSets
from training.models.session_time import timed

START = datetime(2026, 3, 3, 17, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def session(
    runner: Runner, *, start: float | None = 0, finish: float | None = 16, days: int = 0, **fields: object
) -> Session:
    """Squats at minute 8, 10 and 12; predicted: a warm-up of 3, a minute to change, three sets with their rests."""
    moment = START + timedelta(days=days)
    done = SessionFactory.create(
        runner=runner,
        day=moment.date(),
        started_at=None if start is None else moment + start * MINUTE,
        finished_at=None if finish is None else moment + finish * MINUTE,
        **fields,
    )
    for number in (1, 2, 3):
        LoggedSetFactory.create(session=done, number=number, logged_at=moment + (6 + 2 * number) * MINUTE)
    return done


@pytest.mark.parametrize(
    ("moments", "minutes"),
    [
        pytest.param({}, 16, id="from start to finish"),
        pytest.param({"finish": 90}, 12, id="finished long after the last set"),
        pytest.param({"start": -60}, 11, id="opened long before the first set"),
        pytest.param({"start": None}, None, id="entered later"),
        pytest.param({"status": "under-way", "finish": None}, None, id="not over"),
    ],
)
def test_how_long_it_took(runner: Runner, moments: dict[str, object], minutes: float | None) -> None:
    done = session(runner, **moments)  # type: ignore[arg-type]
    ((row, sets),) = past_sessions(runner.pk, done.day)
    found = list(timed(row, sets))
    assert [one.actual for one in found] == ([] if minutes is None else [minutes])
    rest = done.sets.get(number=1).exercise.rest_seconds
    assert all(one.predicted == pytest.approx(3 + 1 + 3 * (12 * 3 + rest) / 60) for one in found)


def test_the_pace_learns_from_the_sessions(runner: Runner) -> None:
    for days in (0, 3, 6):
        session(runner, days=days)
    past = PastSets.of(runner, START.date() + timedelta(days=9))
    assert past.pace == pytest.approx(1.5)
    assert PastSets.of(runner, START.date()).pace == 1.0


def test_a_workout_of_ones_own_teaches_no_pace(runner: Runner) -> None:
    """It holds more than what has a guide, of which nobody knows how long it should take."""
    for days in (0, 3, 6):
        session(runner, days=days)
    Session.objects.update(workout="own")
    assert PastSets.of(runner, START.date() + timedelta(days=9)).pace == 1.0
