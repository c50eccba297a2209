from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import LoggedSetFactory, RunnerFactory
from tests.training.views.sessions.taps import LIST, NEW, done, set_address, start
from training.models import Runner, Session


def addresses(session: Session) -> list[str]:
    set_ = set_address(session, 1, 1)
    own = session.get_absolute_url()
    return [own, set_, f"{set_}delete/", reverse("training:session-movement", args=[session.pk, 1]), f"{own}delete/"]


def test_a_stranger_finds_nothing(client: Client, runner: Runner) -> None:
    session = start(runner)
    client.force_login(RunnerFactory.create())
    for address in addresses(session):
        assert client.post(address, {"reps": "10"}).status_code == 404
    assert client.get(session.get_absolute_url()).status_code == 404
    assert Session.objects.get() == session
    assert not session.sets.exists()


def test_somebody_without_an_account_is_asked_to_log_in(client: Client, runner: Runner) -> None:
    for address in [LIST, NEW, *addresses(start(runner))]:
        assert client.post(address)["Location"].startswith("/accounts/login/")


def queries(client: Client, method: str, address: str, **options: object) -> int:
    with CaptureQueriesContext(connection) as caught:
        response = getattr(client, method)(address, **options)
    assert response.status_code in (200, 302)
    return len(caught)


def test_the_list_costs_the_same_for_ten_and_for_twenty_sessions(client_of_runner: Client, runner: Runner) -> None:
    def ten_more() -> int:
        for n in range(10):
            LoggedSetFactory.create(session__runner=runner, session__day=date(2026, 1, 1) + timedelta(days=n))
        return queries(client_of_runner, "get", LIST)

    assert ten_more() == ten_more() <= 7


@pytest.mark.parametrize("days", [2, 20])
def test_pages_cost_few_queries_however_much_was_done(client_of_runner: Client, runner: Runner, days: int) -> None:
    *_earlier, last = [done(runner, days_ago=ago * 2) for ago in range(days, 0, -1)]
    session = start(runner)
    assert queries(client_of_runner, "get", NEW) == 4
    assert queries(client_of_runner, "get", session.get_absolute_url()) == 10
    assert queries(client_of_runner, "post", set_address(session, 1, 1), data={"reps": "10"}) == 6
    assert queries(client_of_runner, "post", f"{set_address(session, 1, 1)}delete/") == 6
    session.delete()
    assert queries(client_of_runner, "get", last.get_absolute_url()) == 9
    assert queries(client_of_runner, "get", "/sessions/next/") == 9
    assert queries(client_of_runner, "get", "/history/squat/next/") == 10
    assert queries(client_of_runner, "get", "/history/deadlift/next/") == 10
