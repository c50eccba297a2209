import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from exercises.models import Exercise, Variation
from tests.factories import LoggedSetFactory, SessionFactory
from tests.training.views.sessions.taps import done, html, set_address, start
from training.models import Condition, Runner, Session

HTMX = {"HX-Request": "true"}


def piece(client: Client, slug: str) -> str:
    response = client.get(f"/history/{slug}/next/", headers=HTMX)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", html(response))


def button(text: str) -> str:
    """What the one button of the piece says."""
    (found,) = re.findall(r'class="button[^>]*>([^<]+)<', text)
    return str(found).strip()


def sets_of(runner: Runner, rung: str, **fields: object) -> Session:
    variation = Variation.objects.select_related("exercise").get(slug=rung)
    day = runner.today(timezone.now()) - timedelta(days=3)
    session = SessionFactory.create(runner=runner, day=day, workout="B")
    LoggedSetFactory.create(session=session, variation=variation, number=1, per_leg=variation.per_leg, **fields)
    return session


def test_the_guide_fetches_it_and_links_to_it_without_javascript(client_of_runner: Client) -> None:
    guide = html(client_of_runner.get("/exercises/squat/"))
    assert 'hx-get="/history/squat/next/"' in guide
    assert '<a href="/history/squat/next/">' in guide
    assert "<html" in html(client_of_runner.get("/history/squat/next/"))
    assert "<html" not in piece(client_of_runner, "squat")


def test_a_stranger_s_guide_asks_for_nothing(client: Client, db: None) -> None:
    guide = html(client.get("/exercises/squat/"))
    assert "hx-get" not in guide
    assert "htmx.min.js" not in guide


def test_a_movement_that_there_is_not(client_of_runner: Client) -> None:
    assert client_of_runner.get("/history/pull-up/next/").status_code == 404


@pytest.mark.parametrize(
    ("rung", "fields", "said"),
    [
        ("goblet-squat", {"reps": 12, "kg": 20.0}, "12 ×\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}kg"),
        ("reverse-lunge", {"reps": 10, "kg": None}, "10 a leg"),
        ("side-plank", {"reps": None, "seconds": 40, "kg": None}, "40 s a side"),
        ("forearm-plank", {"reps": None, "seconds": 45, "kg": None}, "45\N{NO-BREAK SPACE}s"),
    ],
    ids=["with a load", "per leg", "a hold on each side", "a hold"],
)
def test_the_last_sets_are_said_as_they_were_counted(
    runner: Runner, client_of_runner: Client, rung: str, fields: dict[str, object], said: str
) -> None:
    session = sets_of(runner, rung, **fields)
    variation = Variation.objects.select_related("exercise").get(slug=rung)
    text = html(client_of_runner.get(f"/history/{variation.exercise.slug}/next/", headers=HTMX))
    assert f"<li>{said}</li>" in text
    assert variation.name in text
    assert f"Last time, {session.day.day} {session.day:%B %Y}" in text


def test_pounds(runner: Runner, client_of_runner: Client) -> None:
    runner.units = Runner.UnitSystem.IMPERIAL
    runner.save()
    sets_of(runner, "goblet-squat", reps=12, kg=20.411657)
    text = piece(client_of_runner, "squat")
    assert "45\N{NO-BREAK SPACE}lb" in html(client_of_runner.get("/history/squat/next/"))
    assert " kg" not in text


def test_before_the_first_time_there_is_a_target_and_its_reason(client_of_runner: Client) -> None:
    text = piece(client_of_runner, "squat")
    assert '<span class="numeral-md">2 × 10</span> <span class="yours-unit">reps</span>' in text
    assert "Your first time: easy numbers, to learn the movement." in text
    assert "/why/#E37" in text
    assert "Last time" not in text


def test_a_movement_of_the_next_session_is_begun_there(client_of_runner: Client) -> None:
    text = piece(client_of_runner, "calf-raise")
    assert button(text) == "Start Workout A"
    (address,) = re.findall(r'class="button[^>]*href="([^"#]+)#movement-7"', text)
    page = html(client_of_runner.get(address))
    shown = re.findall(r'<section class="movement[^>]*id="movement-(\d)"[^>]*?(hidden)?>', page)
    assert [position for position, hidden in shown if not hidden] == ["7"]


def post_as_told(client: Client, text: str) -> str:
    """Press the button of the piece; where it leads."""
    (action,) = re.findall(r'<form method="post" action="([^"]+)"', text)
    fields = dict(re.findall(r'<(?:input type="hidden"|button class="[^"]*") name="(\w+)" value="([^"]*)"', text))
    response = client.post(action, fields)
    assert response.status_code == 302
    return str(response["Location"])


def test_a_movement_that_is_not_in_it_is_added_at_the_start(runner: Runner, client_of_runner: Client) -> None:
    text = piece(client_of_runner, "deadlift")
    assert button(text) == "Start Workout A and add it"
    where = post_as_told(client_of_runner, text)
    session = runner.sessions.get()
    added = session.movements.get(exercise__slug="deadlift")
    assert where == f"{session.get_absolute_url()}?movement={added.position}#movement-{added.position}"
    assert (session.workout, session.movements.count(), added.order) == ("A", 6, 6)
    assert added.targets
    assert post_as_told(client_of_runner, text) == where, "a double tap starts one"
    assert runner.sessions.count() == 1


def test_a_light_next_session_is_started_light(runner: Runner, client_of_runner: Client) -> None:
    today = runner.today(timezone.now())
    days = [{"day": today.isoformat(), "chosen": True, "light": True, "reasons": []}]
    runner.shown_weeks.create(made_on=today, start=today, days=days, basis={})
    post_as_told(client_of_runner, piece(client_of_runner, "deadlift"))
    assert runner.sessions.get().light


def test_under_way_it_leads_to_the_movement(runner: Runner, client_of_runner: Client) -> None:
    session = start(runner)
    text = piece(client_of_runner, "squat")
    assert button(text) == "Go to your session"
    assert f'href="{session.get_absolute_url()}?movement=1#movement-1"' in text
    assert "In your session today" in text
    client_of_runner.post(set_address(session, 1, 1), {"reps": "11"})
    text = piece(client_of_runner, "squat")
    assert "Done today" in text
    assert "<li>11</li>" in text


def test_under_way_another_movement_is_added(runner: Runner, client_of_runner: Client) -> None:
    session = start(runner)
    text = piece(client_of_runner, "deadlift")
    assert button(text) == "Add it to your session"
    assert post_as_told(client_of_runner, text) == f"{session.get_absolute_url()}?movement=2#movement-2"
    assert session.movements.filter(exercise__slug="deadlift").exists()
    assert button(piece(client_of_runner, "deadlift")) == "Go to your session"


def test_whoever_has_trained_today_is_told(runner: Runner, client_of_runner: Client) -> None:
    done(runner, days_ago=0)
    text = piece(client_of_runner, "deadlift")
    assert "You have trained today. Another session is your choice." in text
    assert button(text) == "Start Workout B"
    assert "button-big" not in text


def test_what_needs_a_clinician_shows_no_target_and_no_start(runner: Runner, client_of_runner: Client) -> None:
    now = timezone.now()
    sets_of(runner, "goblet-squat", reps=12, kg=20.0)
    Condition.objects.create(
        runner=runner, kind=Condition.Kind.PAIN, first=runner.today(now), pain=8, told_at=now, site="knee"
    )
    text = piece(client_of_runner, "squat")
    assert "No strength for now." in text
    assert "Last time" in text
    assert 'class="button' not in text
    assert "numeral" not in text


def test_a_movement_that_an_editor_made_leads_to_the_next_session(client_of_runner: Client) -> None:
    own = Exercise.objects.get(slug="squat")
    own.pk, own.slug, own.position = None, "pull-up", 8
    own.save()
    assert button(piece(client_of_runner, "pull-up")) == "Your next session"
    client_of_runner.post("/sessions/new/")
    assert button(piece(client_of_runner, "pull-up")) == "Go to your session"


@pytest.mark.parametrize("asked", ["pull-up", "", "no slug", "squat"])
def test_a_start_that_asks_for_what_is_not_there_is_a_plain_start(
    runner: Runner, client_of_runner: Client, asked: str
) -> None:
    assert client_of_runner.post("/sessions/new/", {"also": asked}).status_code == 302
    assert runner.sessions.get().movements.count() == 5
