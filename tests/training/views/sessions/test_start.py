from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import SessionFactory
from tests.training.views.sessions.taps import (
    NEW,
    html,
    start,
)
from training.models import Condition, Runner


def test_the_first_time_shows_the_safety_text_and_later_not(client_of_runner: Client, runner: Runner) -> None:
    assert "not medical advice. Talk to a doctor first" in html(client_of_runner.get(NEW))
    SessionFactory.create(runner=runner)
    assert "Talk to a doctor first" not in html(client_of_runner.get(NEW))


def test_it_offers_the_workout_that_is_next(client_of_runner: Client, runner: Runner) -> None:
    SessionFactory.create(runner=runner, workout="A", day=runner.today(timezone.now()) - timedelta(days=3))
    assert '<input type="radio" name="workout" value="B" checked>' in html(client_of_runner.get(NEW))


def test_one_post_starts_and_opens_the_session(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(NEW)
    session = runner.sessions.get()
    assert (response.status_code, response["Location"]) == (302, session.get_absolute_url())
    assert (session.workout, session.light, session.status) == ("A", False, "under-way")


def test_two_posts_open_the_same_session(client_of_runner: Client, runner: Runner) -> None:
    assert client_of_runner.post(NEW)["Location"] == client_of_runner.post(NEW)["Location"]
    assert runner.sessions.count() == 1


def test_a_session_of_a_recommended_day_keeps_its_reasons(client_of_runner: Client, runner: Runner) -> None:
    page = html(client_of_runner.get(NEW))
    client_of_runner.post(NEW)
    reasons = runner.sessions.get().reasons
    # Without runs the first of the spread days is today.
    assert "Today is a good day for it" in page
    assert reasons
    assert {"rule", "facts", "evidence"} == set(reasons[0])


def test_a_past_day_is_entered_and_keeps_no_reasons_of_today(client_of_runner: Client, runner: Runner) -> None:
    day = runner.today(timezone.now()) - timedelta(days=4)
    client_of_runner.post(NEW, {"day": day.isoformat(), "workout": "full"})
    session = runner.sessions.get()
    assert (session.day, session.started_at, session.workout, session.reasons) == (day, None, "full", [])


def test_a_link_from_the_week_sets_the_day(client_of_runner: Client, runner: Runner) -> None:
    day = runner.today(timezone.now()) - timedelta(days=2)
    assert f'value="{day.isoformat()}"' in html(client_of_runner.get(NEW, {"day": day.isoformat()}))


@pytest.mark.parametrize("day", ["2999-01-01", "soon"])
def test_a_link_to_no_past_day_means_today(client_of_runner: Client, runner: Runner, day: str) -> None:
    today = runner.today(timezone.now())
    assert f'value="{today.isoformat()}"' in html(client_of_runner.get(NEW, {"day": day}))


def test_a_day_to_come_is_refused_and_what_was_chosen_stays(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(NEW, {"day": "2999-01-01", "workout": "full", "light": "1"})
    assert response.status_code == 422
    assert "still to come" in html(response)
    assert 'value="full" checked' in html(response)
    assert not runner.sessions.exists()


def test_it_leads_back_to_a_session_under_way(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    assert f'href="{session.get_absolute_url()}"' in html(client_of_runner.get(NEW))


def test_while_no_strength_is_advised_the_week_says_so_instead(client_of_runner: Client, runner: Runner) -> None:
    Condition.objects.create(
        runner=runner,
        kind=Condition.Kind.ILL,
        first=runner.today(timezone.now()),
        told_at=timezone.now(),
        feverish=True,
    )
    assert client_of_runner.get(NEW)["Location"] == "/week/"
    assert client_of_runner.post(NEW)["Location"] == "/week/"
    assert not runner.sessions.exists()


@pytest.mark.parametrize("days", [5, 200], ids=["lately", "long ago"])
def test_a_workout_of_ones_own_changes_no_turns_and_is_not_offered(
    client_of_runner: Client, runner: Runner, days: int
) -> None:
    today = runner.today(timezone.now())
    SessionFactory.create(runner=runner, workout="A", day=today - timedelta(days=days))
    SessionFactory.create(runner=runner, workout="own", day=today - timedelta(days=2))
    page = html(client_of_runner.get(NEW))
    assert '<input type="radio" name="workout" value="B" checked>' in page
    assert 'value="own"' not in page
    assert client_of_runner.post(NEW, {"workout": "own"}).status_code == 422
