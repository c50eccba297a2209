"""What every page that everybody may read tells search engines and link previews."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.schema_org import faults, nodes

pytestmark = pytest.mark.django_db

SITE = "https://strides.example.org"
SLUGS = ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"]
GUIDES = [f"/exercises/{slug}/" for slug in SLUGS]
PAGES = ["/", "/exercises/", "/why/", "/which-days/", *GUIDES]
PICTURES = settings.BASE_DIR / "static" / "images" / "share"


@pytest.fixture(autouse=True)
def a_public_site(settings: Any) -> None:
    settings.SITE_URL = SITE


@cache
def html(path: str) -> str:
    """A page as a visitor gets it; every test finds the same guides, so it is read once."""
    response = Client().get(path)
    assert response.status_code == 200
    return str(response.content.decode())


def title(markup: str) -> str:
    """That of the page; drawings have titles too."""
    return one(r"<title>(.*?)</title>", markup.partition("</head>")[0])


def one(pattern: str, markup: str) -> str:
    found = re.findall(pattern, markup)
    assert len(found) == 1, f"{len(found)} of {pattern}"
    return unescape(found[0])


def meta(name: str, markup: str) -> str:
    return one(rf'<meta (?:name|property)="{name}" content="([^"]*)">', markup)


def structured_data(markup: str) -> Any:
    return json.loads(one(r'<script type="application/ld\+json">(.*?)</script>', markup))


def file_of(address: str) -> Path:
    assert address.startswith(f"{SITE}/static/images/share/")
    return PICTURES / address.rpartition("/")[2]


def test_every_title_description_and_address_is_that_of_one_page_only() -> None:
    pages = {path: html(path) for path in PAGES}
    assert len({title(markup) for markup in pages.values()}) == len(PAGES)
    assert len({meta("description", markup) for markup in pages.values()}) == len(PAGES)
    addresses = {path: one(r'<link rel="canonical" href="([^"]*)">', markup) for path, markup in pages.items()}
    assert addresses == {path: f"{SITE}{path}" for path in PAGES}


@pytest.mark.parametrize("path", PAGES)
def test_titles_and_descriptions_fit_a_list_of_results(path: str) -> None:
    markup = html(path)
    assert 25 <= len(title(markup)) <= 80
    assert 50 <= len(meta("description", markup)) <= 170


@pytest.mark.parametrize(
    "path", ["/exercises/?q=calf", "/exercises/?equipment=bench&per_leg=on", "/which-days/?day0=long"]
)
def test_a_query_is_no_page_of_its_own(path: str) -> None:
    assert f'<link rel="canonical" href="{SITE}{path.partition("?")[0]}">' in html(path)


@pytest.mark.parametrize("path", PAGES)
def test_a_shared_link_shows_the_page(path: str) -> None:
    markup = html(path)
    assert meta("og:url", markup) == f"{SITE}{path}"
    assert meta("og:title", markup) + " · Sets & Strides" == title(markup)
    assert meta("og:description", markup) == meta("description", markup)
    assert meta("og:type", markup) in {"website", "article"}
    assert meta("twitter:card", markup) == "summary_large_image"
    assert len(meta("og:image:alt", markup)) > 20
    png = file_of(meta("og:image", markup)).read_bytes()
    size = [int.from_bytes(png[at : at + 4]) for at in (16, 20)]
    assert png.startswith(b"\x89PNG")
    assert size == [1200, 630] == [int(meta(f"og:image:{side}", markup)) for side in ("width", "height")]
    assert len(png) < 40_000


def test_every_page_has_a_picture_of_its_own_and_none_is_left_over() -> None:
    shown = [file_of(meta("og:image", html(path))) for path in PAGES]
    assert len(set(shown)) == len(PAGES)
    assert set(shown) == set(PICTURES.iterdir())


@pytest.mark.parametrize("path", PAGES)
def test_structured_data_keeps_the_rules_of_schema_org(path: str) -> None:
    data = structured_data(html(path))
    assert data["@context"] == "https://schema.org"
    assert list(nodes(data["@graph"])), "it says something"
    assert faults(data["@graph"]) == []


@pytest.mark.parametrize(
    ("path", "kinds"),
    [
        ("/", ["WebSite"]),
        ("/which-days/", ["WebApplication"]),
        ("/why/", ["Article"]),
        ("/exercises/", ["ItemList"]),
        *((path, ["HowTo", "ExercisePlan"]) for path in GUIDES),
    ],
)
def test_what_a_page_is_about(path: str, kinds: list[str]) -> None:
    assert [node["@type"] for node in structured_data(html(path))["@graph"]] == kinds


def test_a_narrowed_list_does_not_pass_for_the_whole() -> None:
    assert "ld+json" not in html("/exercises/?q=calf")


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/offline/"])
def test_other_pages_claim_nothing(path: str) -> None:
    markup = html(path)
    assert meta("description", markup)
    assert "canonical" not in markup
    assert "og:" not in markup
    assert "ld+json" not in markup


def test_a_fragment_carries_no_head(client: Client) -> None:
    fragment = client.get("/exercises/", headers={"HX-Request": "true"}).content.decode()
    assert "canonical" not in fragment
