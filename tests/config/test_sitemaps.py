from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from exercises.models import Exercise
from tests.test_public_pages import PAGES

pytestmark = pytest.mark.django_db

NAMES = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def listed(client: Client) -> dict[str, str | None]:
    """Addresses and when they last changed."""
    response = client.get("/sitemap.xml", headers={"Host": "127.0.0.1"})
    assert response["Content-Type"] == "application/xml"
    tree = ElementTree.fromstring(response.content)
    return {
        str(url.findtext("loc", namespaces=NAMES)): url.findtext("lastmod", namespaces=NAMES)
        for url in tree.findall("url", NAMES)
    }


def test_it_lists_the_public_pages_at_the_sites_address(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://strides.example.org"
    assert set(listed(client)) == {f"https://strides.example.org{path}" for path in PAGES}


def test_a_port_of_the_sites_address_stays(client: Client, settings: Any) -> None:
    settings.SITE_URL = "http://127.0.0.1:8061"
    assert "http://127.0.0.1:8061/exercises/squat/" in listed(client)


def test_a_guide_says_when_it_changed(client: Client, settings: Any) -> None:
    settings.SITE_URL = "https://strides.example.org"
    Exercise.objects.filter(slug="squat").update(changed_at=datetime(2026, 3, 2, 9, tzinfo=UTC))
    told = listed(client)
    assert told["https://strides.example.org/exercises/squat/"] == "2026-03-02"
    assert told["https://strides.example.org/why/"] is None


def test_it_costs_two_queries(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    """One to count, one for the guides."""
    with django_assert_num_queries(2):
        client.get("/sitemap.xml")
