from typing import Any
from urllib.robotparser import RobotFileParser

import pytest
from django.test import Client
from django.urls import reverse

from tests.test_access import EVERYBODY, ROWS, addresses, owner
from tests.test_public_pages import PAGES

__all__ = ["addresses", "owner"]  # the fixtures of every address with its arguments

# Everybody may open them, and a search engine has no use for them: the secret part of the address is all that is
# asked for, or they belong to accounts, the app and the machine.
NOT_TO_BE_FOUND = ("/calendar/", "/reminders/", "/accounts/", "/api/v1/openapi.json", "/healthz", "/offline/")


@pytest.fixture
def rules(client: Client, settings: Any) -> RobotFileParser:
    settings.SITE_URL = "https://strides.example.org"
    response = client.get("/robots.txt")
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    parser = RobotFileParser()
    parser.parse(response.content.decode().splitlines())
    return parser


@pytest.mark.django_db
def test_whatever_is_not_for_everybody_is_disallowed(
    rules: RobotFileParser, addresses: dict[str, dict[str, Any]]
) -> None:
    paths = {name: reverse(name, kwargs=addresses.get(name)) for name in ROWS}
    public = {
        name: (ROWS[name] == EVERYBODY and not path.startswith(NOT_TO_BE_FOUND)) or path == "/"
        for name, path in paths.items()
    }
    assert {name: rules.can_fetch("anybot", path) for name, path in paths.items()} == public


@pytest.mark.parametrize(
    "path", [*PAGES, "/which-days/?day0=long", "/static/css/site.css", "/static/images/share/squat.png", "/sitemap.xml"]
)
def test_public_pages_and_what_they_are_made_of_are_allowed(rules: RobotFileParser, path: str) -> None:
    assert rules.can_fetch("anybot", path)


def test_the_sitemap_is_named_at_the_sites_address(rules: RobotFileParser) -> None:
    assert rules.site_maps() == ["https://strides.example.org/sitemap.xml"]
