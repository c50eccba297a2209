from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import SessionFactory
from tests.training.views.sessions.taps import html
from training.models import Runner, Session


def hurt(runner: Runner, *, days_ago: int = 1, pain: int = 3) -> Session:
    day = runner.today(timezone.now()) - timedelta(days=days_ago)
    return SessionFactory.create(runner=runner, day=day, pain=pain)


def test_the_week_asks_once_how_the_pain_was_the_morning_after(client_of_runner: Client, runner: Runner) -> None:
    session = hurt(runner)
    assert "session hurt, 3 of 10. How was it the next morning?" in html(client_of_runner.get("/week/"))
    address = reverse("training:session-morning", args=[session.pk])
    assert client_of_runner.post(address, {"morning_after": "worse"})["Location"] == "/week/"
    session.refresh_from_db()
    assert session.morning_after == "worse"
    page = html(client_of_runner.get("/week/"))
    assert "Next time begins with a fifth less and one set fewer." in page
    assert "How was it the next morning?" not in page


@pytest.mark.parametrize(
    ("days_ago", "pain"), [(0, 3), (4, 3), (1, 0)], ids=["before that morning", "long ago", "no pain"]
)
def test_it_does_not_ask_what_nobody_can_say(
    client_of_runner: Client, runner: Runner, days_ago: int, pain: int
) -> None:
    hurt(runner, days_ago=days_ago, pain=pain)
    assert "How was it the next morning?" not in html(client_of_runner.get("/week/"))


def test_an_answer_that_is_none_changes_nothing(client_of_runner: Client, runner: Runner) -> None:
    session = hurt(runner)
    address = reverse("training:session-morning", args=[session.pk])
    assert client_of_runner.post(address, {"morning_after": "fine"}).status_code == 400
    session.refresh_from_db()
    assert session.morning_after == ""
