from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunFactory, RunnerFactory, SessionFactory
from training.models import CalendarFeed, Runner


@pytest.fixture
def feed(runner: Runner) -> CalendarFeed:
    RunFactory.create(runner=runner, start=timezone.now() - timedelta(days=2), title="Waldlauf über Hügel")
    SessionFactory.create(runner=runner, day=timezone.now().date() - timedelta(days=3))
    feed = CalendarFeed(runner=runner)
    feed.renew()
    feed.save()
    return feed


def test_the_address_is_enough(client: Client, feed: CalendarFeed) -> None:
    response = client.get(feed.get_absolute_url())
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["X-Robots-Tag"] == "noindex"
    assert "private" in response["Cache-Control"]
    assert not response.cookies
    titles = [str(event["summary"]) for event in Calendar.from_ical(response.content).events]
    assert "Waldlauf über Hügel, 8.0 km" in titles


def test_a_token_is_long_and_no_two_are_alike(feed: CalendarFeed) -> None:
    first = feed.token
    feed.renew()
    assert len(first) == len(feed.token) == 43
    assert first != feed.token


def test_unknown_old_and_turned_off_are_not_found_with_one_look(
    client: Client, feed: CalendarFeed, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    old = feed.get_absolute_url()
    feed.renew()
    feed.save()
    new = feed.get_absolute_url()
    assert client.get(new).status_code == 200
    with django_assert_num_queries(1):
        assert client.get(old).status_code == 404
    with django_assert_num_queries(1):
        assert client.get("/calendar/unknown.ics").status_code == 404
    feed.turn_off()
    feed.save()
    assert client.get(new).status_code == 404


def test_an_empty_token_finds_no_feed_that_is_off(client: Client, feed: CalendarFeed) -> None:
    feed.turn_off()
    feed.save()
    assert client.get("/calendar/.ics").status_code == 404


def test_a_closed_account_has_no_calendar(client: Client, feed: CalendarFeed) -> None:
    Runner.objects.update(is_active=False)
    assert client.get(feed.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client: Client, feed: CalendarFeed, method: str) -> None:
    assert getattr(client, method)(feed.get_absolute_url()).status_code == 405


def test_head_has_the_headers_alone(client: Client, feed: CalendarFeed) -> None:
    response = client.head(feed.get_absolute_url())
    assert response.content == b""
    assert response["ETag"] == client.get(feed.get_absolute_url())["ETag"]


@pytest.mark.parametrize("header", ["If-None-Match", "If-Modified-Since"])
def test_what_is_known_is_not_sent_again(client: Client, feed: CalendarFeed, header: str) -> None:
    first = client.get(feed.get_absolute_url())
    known = {header: first["ETag" if header == "If-None-Match" else "Last-Modified"]}
    again = client.get(feed.get_absolute_url(), headers=known)
    assert (again.status_code, again.content) == (304, b"")
    assert again["ETag"] == first["ETag"]
    assert "private" in again["Cache-Control"]
    # A second later, since Last-Modified knows whole seconds only.
    CalendarFeed.objects.update(changed_at=timezone.now() - timedelta(seconds=5))
    RunFactory.create(runner=feed.runner, start=timezone.now() - timedelta(days=1))
    known = {"If-None-Match": first["ETag"]}
    assert client.get(feed.get_absolute_url(), headers=known).status_code == 200


def test_a_browser_that_asks_for_another_language_gets_the_same(client: Client, feed: CalendarFeed) -> None:
    english = client.get(feed.get_absolute_url(), headers={"Accept-Language": "en"})
    german = client.get(feed.get_absolute_url(), headers={"Accept-Language": "de"})
    assert german["ETag"] == english["ETag"]


def test_the_feed_speaks_the_runners_language(client: Client, feed: CalendarFeed) -> None:
    english = client.get(feed.get_absolute_url())
    Runner.objects.filter(pk=feed.runner_id).update(language="de")
    german = client.get(feed.get_absolute_url(), headers={"Accept-Language": "en"})
    assert german["ETag"] != english["ETag"]
    assert "SUMMARY:Strength: Workout A" in english.text
    assert "SUMMARY:Kraft: Programm A" in german.text


def test_queries(client: Client, feed: CalendarFeed, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    etag = client.get(feed.get_absolute_url())["ETag"]
    with django_assert_num_queries(6):
        assert client.get(feed.get_absolute_url(), headers={"If-None-Match": etag}).status_code == 304


@pytest.mark.django_db(transaction=True)
def test_a_calendar_asked_for_again_takes_one_query_until_something_changes(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    feed = CalendarFeed(runner=RunnerFactory.create())
    feed.renew()
    feed.save()
    address = feed.get_absolute_url()
    client.get(address)  # remembers what it says
    first = client.get(address)
    with django_assert_num_queries(1):
        assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 304
    with django_assert_num_queries(1):
        assert client.get(address).content == first.content
    RunFactory.create(runner=feed.runner, start=timezone.now() - timedelta(days=1))
    assert client.get(address, headers={"If-None-Match": first["ETag"]}).status_code == 200
