import pytest
from django.test import Client

from training.models import Runner

pytestmark = pytest.mark.django_db


def test_a_visitor_sees_an_example_week_with_its_days(client: Client) -> None:
    page = client.get("/which-days/").content.decode()
    assert "<strong>Monday</strong>" in page
    assert "<strong>Thursday</strong>" in page
    assert "<html" in page


def test_the_address_carries_the_week(client: Client) -> None:
    hard_thursday = client.get("/which-days/", {"day3": "hard", "day2": "easy"}).content.decode()
    assert 'name="day3" value="hard" checked' in hard_thursday
    assert "<strong>Thursday</strong>" not in hard_thursday


def test_htmx_gets_the_planner_alone(client: Client) -> None:
    response = client.get("/which-days/", {"target": "3"}, headers={"HX-Request": "true"})
    page = response.content.decode()
    assert page.lstrip().startswith("<form")
    assert "<html" not in page
    assert "HX-Request" in response["Vary"]


def test_a_race_asks_for_its_distance_and_priority(client: Client) -> None:
    assert "Race distance" not in client.get("/which-days/").content.decode()
    with_race = client.get("/which-days/", {"day6": "race", "priority": "A", "km": "21.1"}).content.decode()
    assert "Race distance" in with_race
    assert "(light)" in with_race


def test_a_busy_day_is_refused_in_words(client: Client) -> None:
    assert "You keep this day free of strength." in client.get("/which-days/", {"busy0": "on"}).content.decode()


@pytest.mark.parametrize("query", [{"day0": "swim"}, {"target": "7"}, {"style": "x"}])
def test_an_address_that_is_no_week_says_so(client: Client, query: dict[str, str]) -> None:
    response = client.get("/which-days/", query)
    assert response.status_code == 422
    assert "That address is not a week" in response.content.decode()


def test_nothing_is_read_or_stored(client: Client, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        client.get("/which-days/")


def test_a_runner_is_not_asked_to_sign_up(client_of_runner: Client, runner: Runner) -> None:
    assert "/accounts/signup/" not in client_of_runner.get("/which-days/").content.decode()
