import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_home_shows_the_live_planner_and_the_seven_movements(client: Client) -> None:
    page = client.get("/").content.decode()
    assert 'id="planner"' in page
    assert page.count('class="home-figure') == 7


def test_a_runner_is_sent_from_home_to_the_week(client_of_runner: Client) -> None:
    assert client_of_runner.get("/")["Location"] == "/week/"
