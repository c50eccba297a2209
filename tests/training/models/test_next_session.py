from datetime import UTC, date, datetime, timedelta

import pytest

from tests.factories import SessionFactory
from training.models import Condition, Runner, Session
from training.models.next_session import NextSession

TODAY = date(2026, 3, 9)


def session_on(runner: Runner, days: int, **fields: object) -> Session:
    return SessionFactory.create(runner=runner, day=TODAY + timedelta(days=days), **fields)


def drafted(found: NextSession) -> str:
    assert found.draft
    return found.draft.session.workout


def test_the_session_under_way_today_is_the_one(runner: Runner) -> None:
    running = session_on(runner, 0, status=Session.Status.UNDER_WAY, finished_at=None)
    found = NextSession.of(runner, TODAY)
    assert (found.running, found.draft) == (running, None)


def test_one_left_running_yesterday_is_over(runner: Runner) -> None:
    session_on(runner, -1, status=Session.Status.UNDER_WAY, finished_at=None, workout="A")
    found = NextSession.of(runner, TODAY)
    assert found.running is None
    assert drafted(found) == "B"


@pytest.mark.parametrize("days", [-3, -60], ids=["lately", "long ago"])
def test_the_other_workout_is_next(runner: Runner, days: int) -> None:
    session_on(runner, days, workout="A")
    assert drafted(NextSession.of(runner, TODAY)) == "B"


@pytest.mark.parametrize("days", [-5, -60], ids=["lately", "long ago"])
def test_a_workout_of_ones_own_changes_no_turns(runner: Runner, days: int) -> None:
    session_on(runner, days, workout="A")
    session_on(runner, -2, workout="own")
    assert drafted(NextSession.of(runner, TODAY)) == "B"


@pytest.mark.parametrize(("days", "done"), [(0, True), (-1, False)])
def test_whether_today_is_done(runner: Runner, days: int, done: bool) -> None:
    session_on(runner, days)
    assert NextSession.of(runner, TODAY).done_today is done


def test_what_needs_a_clinician_stops_it(runner: Runner) -> None:
    noon = datetime(2026, 3, 9, 12, tzinfo=UTC)
    Condition.objects.create(runner=runner, kind=Condition.Kind.PAIN, first=TODAY, pain=8, told_at=noon)
    found = NextSession.of(runner, TODAY)
    assert (found.running, found.draft, found.done_today) == (None, None, False)
