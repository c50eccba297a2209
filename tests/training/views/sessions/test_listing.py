from datetime import date, timedelta

import pytest
from django.test import Client

from tests.factories import SessionFactory
from tests.training.views.sessions.taps import (
    LIST,
    NEW,
    html,
    start,
)
from training.models import Runner


def test_it_teaches_while_it_is_empty(client_of_runner: Client) -> None:
    page = html(client_of_runner.get(LIST))
    assert "Start your first session" in page
    assert f'href="{NEW}"' in page


def test_it_is_newest_first_by_pages_and_misses_none(client_of_runner: Client, runner: Runner) -> None:
    # Two a day, so that a page ends within a day.
    for n in range(45):
        SessionFactory.create(runner=runner, day=date(2026, 1, 1) + timedelta(days=n // 2))
    seen, address = [], LIST
    while address:
        response = client_of_runner.get(address)
        seen += response.context["sessions"]
        older = response.context["older"]
        address = f"{LIST}?before={older}" if older else ""
    assert [row.day for row in seen] == sorted((row.day for row in seen), reverse=True)
    assert len(seen) == len({row.pk for row in seen}) == 45


def test_a_session_under_way_stands_on_top_once(client_of_runner: Client, runner: Runner) -> None:
    session = start(runner)
    page = html(client_of_runner.get(LIST))
    assert page.count(f'href="{session.get_absolute_url()}"') == 1
    assert "Continue" in page


@pytest.mark.parametrize("before", ["x", "2026-01-01", "2026-01-01_x"])
def test_a_page_that_is_none_is_not_found(client_of_runner: Client, before: str) -> None:
    assert client_of_runner.get(LIST, {"before": before}).status_code == 404
