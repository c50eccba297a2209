import pytest
from django.conf import settings
from django.test import Client

from training.actions.reminders import stop_address
from training.models import Reminder, Runner


@pytest.fixture
def address(runner: Runner) -> str:
    """Where the runner's reminders are ended, as a path."""
    Reminder.objects.create(runner=runner, when="evening", hour=19)
    return stop_address(runner).removeprefix(settings.SITE_URL)


def test_looking_at_the_link_ends_nothing(client: Client, address: str) -> None:
    response = client.get(address)
    assert "End the reminders?" in response.text
    assert response["X-Robots-Tag"] == "noindex"
    assert Reminder.objects.get().when == "evening"


def test_the_button_ends_them(client: Client, address: str) -> None:
    response = client.post(address)
    assert response.status_code == 200
    assert "No more reminders" in response.text
    assert Reminder.objects.get().when == "never"
    assert "No more reminders" in client.get(address).text


def test_a_mail_program_ends_them_in_one_click(address: str) -> None:
    """RFC 8058: a POST with this body, no cookie, no token, no redirect."""
    strict = Client(enforce_csrf_checks=True)
    response = strict.post(address, "List-Unsubscribe=One-Click", content_type="application/x-www-form-urlencoded")
    assert response.status_code == 200
    assert Reminder.objects.get().when == "never"


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_wrong_signature_is_not_found(client: Client, address: str, method: str) -> None:
    assert getattr(client, method)(f"{address[:-2]}x/").status_code == 404
    assert Reminder.objects.get().when == "evening"
