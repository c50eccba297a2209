"""What is counted of a session, what it is called, and whose turn is next."""

import pytest

from tests.factories import CustomSetFactory, LoggedSetFactory, SessionFactory
from training.models import Runner, Session


@pytest.mark.parametrize(
    ("workout", "title", "name"), [("A", "", "Workout A"), ("own", "", "Own workout"), ("own", "Push day", "Push day")]
)
def test_a_session_is_called_by_its_title_or_its_workout(workout: str, title: str, name: str) -> None:
    session = Session(workout=workout, title=title, day="2026-03-03")
    assert (session.name, str(session)) == (name, f"2026-03-03 {name}")


def test_sets_done_are_the_working_sets_of_all_movements(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, workout="own")
    for number in (1, 2, 3):
        CustomSetFactory.create(session=session, number=number)
    CustomSetFactory.create(session=session, number=128, warm_up=True)
    for number in (1, 2):
        LoggedSetFactory.create(session=session, number=number)
    LoggedSetFactory.create(session=session, number=128, warm_up=True)
    LoggedSetFactory.create(session=session, number=3, removed=True)
    CustomSetFactory.create(session__runner=runner, number=1)
    ours = LoggedSetFactory.create(session__runner=runner).session
    found = {one.pk: (one.sets_done, one.own_sets) for one in runner.sessions.with_sets_done()}
    assert found.pop(session.pk) == (5, 3)
    assert found.pop(ours.pk) == (1, 0)
    assert list(found.values()) == [(1, 1)]


def test_workouts_of_ones_own_take_no_turn(runner: Runner) -> None:
    turns = [SessionFactory.create(runner=runner, workout=workout) for workout in ("A", "B", "full")]
    SessionFactory.create(runner=runner, workout="own")
    SessionFactory.create(runner=runner, workout="A", status=Session.Status.SKIPPED)
    assert set(runner.sessions.in_turn()) == set(turns)


def test_one_that_is_put_together_elsewhere_cannot_be_begun_here() -> None:
    assert Session.Workout.offered() == ["A", "B", "full"]
