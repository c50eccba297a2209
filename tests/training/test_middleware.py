import pytest
from django.test import Client

from training.middleware import known_zone
from training.models import Runner

GERMAN = {"Accept-Language": "de-AT,de;q=0.9,en;q=0.5"}
FRENCH = {"Accept-Language": "fr"}


@pytest.mark.parametrize("name", ["", "Mars/Olympus", "../../etc/passwd", "/etc/passwd", "Europe", "\x00", "ü" * 300])
def test_a_zone_that_is_none_is_no_zone(name: str) -> None:
    assert known_zone(name) is None


def test_a_zone_by_its_name() -> None:
    assert str(known_zone("Europe/Berlin")) == "Europe/Berlin"


@pytest.mark.django_db
def test_a_cookie_may_say_anything(client: Client) -> None:
    client.cookies["time-zone"] = "Mars/Olympus"
    assert client.get("/which-days/").status_code == 200


@pytest.mark.django_db
class TestLanguage:
    def language(self, client: Client, headers: dict[str, str]) -> str:
        response = client.get("/exercises/", headers=headers)
        assert "Accept-Language" in response["Vary"]
        assert f'<html lang="{response["Content-Language"]}"' in response.text
        return str(response["Content-Language"])

    def test_a_browser_is_answered_in_its_language(self, client: Client) -> None:
        assert self.language(client, GERMAN) == "de"
        assert self.language(client, FRENCH) == "en"

    def test_a_visitors_choice_outlives_the_page_whatever_the_browser_asks_for(self, client: Client) -> None:
        response = client.post("/language/", {"language": "en", "next": "/exercises/?muscle=calves"}, headers=GERMAN)
        assert (response.status_code, response["Location"]) == (302, "/exercises/?muscle=calves")
        assert self.language(client, GERMAN) == "en"
        client.post("/language/", {"language": "de"})
        assert self.language(client, {}) == "de"

    def test_the_switch_leads_to_no_other_site_and_knows_no_other_language(self, client: Client) -> None:
        elsewhere = client.post("/language/", {"language": "de", "next": "https://elsewhere.example/"})
        assert elsewhere["Location"] == "/"
        client.post("/language/", {"language": "tlh"})
        assert self.language(client, {}) == "de"

    def test_every_visitor_finds_the_switch_in_words_that_speak_for_themselves(self, client: Client) -> None:
        text = client.get("/exercises/?muscle=calves", headers=GERMAN).text
        assert '<input type="hidden" name="next" value="/exercises/?muscle=calves">' in text
        assert 'value="en" lang="en">English</button>' in text
        assert 'value="de" lang="de" aria-current="true">Deutsch</button>' in text

    def test_a_runners_own_language_comes_before_cookie_and_browser(
        self, client_of_runner: Client, runner: Runner
    ) -> None:
        client_of_runner.post("/language/", {"language": "en"})
        assert self.language(client_of_runner, GERMAN) == "en"
        runner.language = "de"
        runner.save()
        assert self.language(client_of_runner, {"Accept-Language": "en"}) == "de"
        client_of_runner.logout()
        assert self.language(client_of_runner, {"Accept-Language": "en"}) == "en"

    def test_errors_are_told_in_the_language_too(self, client_of_runner: Client, runner: Runner) -> None:
        runner.language = "de"
        runner.save()
        response = client_of_runner.get("/sessions/00000000-0000-4000-8000-000000000000/")
        assert response.status_code == 404
        assert "Unter dieser Adresse ist nichts" in response.text
        assert response["Content-Language"] == "de"
