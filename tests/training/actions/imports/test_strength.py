"""Workouts that are there already count once, and what was added can be taken back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import SessionFactory
from tests.training.actions.imports.workouts import EVENING, NOW, add_all, bring, guessed, lifted, waiting, workout
from training.actions.imports.choosing import choose, undo
from training.models import Import, ImportItem, LoggedSet, Runner, Session

Choice, Outcome = ImportItem.Choice, ImportItem.Outcome


def item_of(work: Import) -> ImportItem:
    return work.items.get()


# -- Which are there already ------------------------------------------------------------------------------------------


def test_the_same_workout_again_is_known(runner: Runner) -> None:
    once = workout(lifted("Squat (Barbell)", 5, 80.0))
    bring(runner, once)
    again = waiting(runner, once)
    item = item_of(again)
    assert (item.outcome, item.choice, item.match) == (Outcome.KNOWN, Choice.SKIP, "same-recording")
    assert item.known_session == runner.sessions.get()
    add_all(again)
    assert LoggedSet.objects.count() == 1


def test_twice_in_one_import_it_counts_once(runner: Runner) -> None:
    once = workout(lifted("Squat (Barbell)", 5, 80.0))
    work = waiting(runner, once, replace(once, index=1))
    assert [(one.outcome, one.choice) for one in work.items.all()] == [
        (Outcome.NEW, Choice.ADD),
        (Outcome.KNOWN, Choice.SKIP),
    ]
    add_all(work)
    assert runner.sessions.count() == 1


def test_an_app_and_a_watch_at_once_are_one_session_and_the_app_is_kept(runner: Runner) -> None:
    by_watch = workout(guessed((28, 6, "Barbell back squat")), format="fit", start=EVENING - timedelta(minutes=50))
    work = waiting(runner, by_watch, workout(lifted("Curl")))
    watch, app = work.items.all()
    # Ten past five in UTC is ten past six in Berlin.
    assert (app.outcome, app.choice) == (Outcome.NEW, Choice.ADD)
    assert (watch.outcome, watch.choice, watch.twin) == (Outcome.UNCLEAR, Choice.SKIP, app)


@pytest.mark.parametrize(
    ("minutes", "outcome"), [(0, Outcome.UNCLEAR), (29, Outcome.UNCLEAR), (31, Outcome.NEW), (-31, Outcome.NEW)]
)
def test_half_of_the_time_together_is_one_session(runner: Runner, minutes: int, outcome: str) -> None:
    at = EVENING - timedelta(hours=1, minutes=minutes)
    SessionFactory.create(runner=runner, day=at.date(), started_at=at, finished_at=at + timedelta(minutes=60))
    item = item_of(waiting(runner, workout(lifted("Curl"))))
    assert (item.outcome, item.choice) == (outcome, Choice.SKIP if outcome == Outcome.UNCLEAR else Choice.ADD)


def test_a_session_without_times_on_that_day_is_unclear(runner: Runner) -> None:
    SessionFactory.create(runner=runner, day=EVENING.date(), started_at=None, finished_at=None)
    item = item_of(waiting(runner, workout(lifted("Curl"))))
    assert (item.outcome, item.choice, item.match) == (Outcome.UNCLEAR, Choice.SKIP, "same-day")


def test_what_was_deleted_or_skipped_stands_in_nobodys_way(runner: Runner) -> None:
    for status in (Session.Status.DELETED, Session.Status.SKIPPED):
        SessionFactory.create(runner=runner, day=EVENING.date(), started_at=None, finished_at=None, status=status)
    SessionFactory.create(day=EVENING.date(), started_at=None, finished_at=None)
    assert item_of(waiting(runner, workout(lifted("Curl")))).outcome == Outcome.NEW


def test_an_app_takes_the_place_of_a_watch_and_undo_gives_it_back(runner: Runner) -> None:
    by_watch = workout(guessed((7, None, "Curl")), format="fit", start=EVENING - timedelta(hours=1))
    bring(runner, by_watch)
    watched = runner.sessions.get()
    work = waiting(runner, workout(lifted("Curl"), lifted("Curl")))
    item = item_of(work)
    assert (item.outcome, item.choice, item.known_session) == (Outcome.UNCLEAR, Choice.INSTEAD, watched)
    add_all(work)
    assert [session.source for session in runner.sessions.all()] == ["hevy"]
    assert undo(work=work, now=NOW)
    assert runner.sessions.get() == watched
    assert watched.custom_sets.count() == 1
    assert [movement.name for movement in runner.custom_movements.all()] == ["Curl"]


def chain(runner: Runner) -> tuple[Session, list[Import]]:
    """A session, and two imports of which each took its copy instead of what was there."""
    first = SessionFactory.create(
        runner=runner, day=EVENING.date(), started_at=EVENING - timedelta(hours=1), finished_at=EVENING
    )
    imports = []
    for title in ("Second", "Third"):
        work = waiting(runner, workout(lifted(title), title=title))
        work.items.update(choice=Choice.INSTEAD, told=True)
        imports.append(add_all(work))
    assert [session.title for session in runner.sessions.all()] == ["Third"]
    return first, imports


def test_imports_undone_from_the_last_give_back_one_after_the_other(runner: Runner) -> None:
    first, (second, third) = chain(runner)
    undo(work=third, now=NOW)
    assert [session.title for session in runner.sessions.all()] == ["Second"]
    undo(work=second, now=NOW)
    assert list(runner.sessions.all()) == [first]


def test_what_a_later_import_stands_in_for_stays_away_and_comes_back_with_its_undo(runner: Runner) -> None:
    first, (second, third) = chain(runner)
    undo(work=second, now=NOW)
    assert [session.title for session in runner.sessions.all()] == ["Third"]
    undo(work=third, now=NOW)
    assert list(runner.sessions.all()) == [first]
    assert Session.everything.filter(runner=runner).count() == 1


def test_one_workout_can_be_left_out_and_taken_in_again_afterwards(runner: Runner) -> None:
    SessionFactory.create(runner=runner, day=EVENING.date(), started_at=None, finished_at=None)
    work = bring(runner, workout(lifted("Squat (Barbell)", 5, 80.0)))
    kept = runner.sessions.get()
    choose(item=item_of(work), choice=Choice.INSTEAD, now=NOW)
    assert [session.workout for session in runner.sessions.all()] == ["own"]
    choose(item=item_of(work), choice=Choice.ADD, now=NOW)
    assert {session.workout for session in runner.sessions.all()} == {"own", "A"}
    choose(item=item_of(work), choice=Choice.SKIP, now=NOW)
    assert runner.sessions.get() == kept
    assert not LoggedSet.objects.exists()


# -- How much it takes ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 20])
def test_many_workouts_take_no_more_queries(
    runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    some = (lifted("Squat (Barbell)", 5, 80.0), lifted("Curl"), lifted("Row"))
    days = (EVENING - timedelta(days=day) for day in range(count))
    work = waiting(runner, *(workout(*some, start=day, title=f"{day:%d %B}") for day in days))
    Import.objects.filter(pk=work.pk).update(status=Import.Status.ADDING)
    with django_assert_num_queries(19):
        add_all(work)
    assert runner.sessions.count() == count
