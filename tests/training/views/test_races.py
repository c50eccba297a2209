from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunnerFactory
from training.models import Race, Runner

NEW = "/week/plan/races/new/"
RACE = {"day": "2026-03-29", "name": "City half", "usual": "half", "priority": "A"}


@pytest.fixture(autouse=True)
def on_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is Wednesday 4 March 2026, 9 h in Berlin."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 4, 8, 0, tzinfo=UTC))


def test_the_form_says_what_the_priorities_do(client_of_runner: Client) -> None:
    page = client_of_runner.get(NEW).text
    assert "No strength in the 4 days before" in page
    assert "checked" not in page  # nothing is chosen for the runner


def test_entering_a_race_shows_what_it_asks(client_of_runner: Client, runner: Runner) -> None:
    page = client_of_runner.post(NEW, RACE, follow=True)
    race = runner.races.get()
    assert page.redirect_chain == [(race.get_absolute_url(), 302)]
    assert (race.metres, race.priority) == (21_097.5, "A")
    assert "Wed 25 – Sun 29 March" in page.text
    assert 'href="/why/#E23"' in page.text


def test_a_race_with_a_mistake(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(NEW, RACE | {"day": "2026-03-03"})
    assert response.status_code == 422
    assert "That day is over" in response.text
    assert not runner.races.exists()


def test_while_it_is_filled_in_htmx_shows_what_it_would_ask(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.get(NEW, RACE, headers={"HX-Request": "true"})
    assert response.text.lstrip().startswith('<section class="bib bib-punched" id="race-asks"')
    assert "Wed 25 – Sun 29 March" in response.text
    for data in ({"priority": "A", "day": ""}, {"day": "2026-03-29"}):
        unfinished = client_of_runner.get(NEW, data, headers={"HX-Request": "true"}).text
        assert unfinished.lstrip().startswith("<section")
        assert "No strength in the 4 days before" in unfinished
    assert not runner.races.exists()


def test_changing_and_taking_off_a_race(client_of_runner: Client, runner: Runner) -> None:
    race = Race.objects.create(runner=runner, day=date(2026, 3, 29), priority="A")
    url = race.get_absolute_url()
    preview = client_of_runner.get(url, RACE | {"priority": "C"}, headers={"HX-Request": "true"})
    assert "Sat 28 – Sun 29 March" in preview.text
    wrong = client_of_runner.post(url, RACE | {"usual": "other", "distance": "999"})
    assert wrong.status_code == 422
    assert client_of_runner.post(url, RACE | {"priority": "B"}).status_code == 302
    race.refresh_from_db()
    assert (race.priority, race.name) == ("B", "City half")
    client_of_runner.post(f"{url}delete/")
    assert not runner.races.exists()


def test_a_race_of_somebody_else_is_not_there(client_of_runner: Client) -> None:
    race = Race.objects.create(runner=RunnerFactory.create(), day=date(2026, 3, 29))
    for url in (race.get_absolute_url(), f"{race.get_absolute_url()}delete/"):
        assert client_of_runner.post(url, RACE).status_code == 404
    assert Race.objects.filter(pk=race.pk, name="").exists()


def test_queries(client_of_runner: Client, runner: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    race = Race.objects.create(runner=runner, day=date(2026, 3, 29))
    with django_assert_num_queries(3):  # session, runner, race
        client_of_runner.get(race.get_absolute_url())
