"""What the tests of the history log, and how they read a page."""

from datetime import UTC, date, datetime

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from training.models import Run, Runner, Session

TODAY = date(2026, 11, 25)
HTMX = {"HX-Request": "true"}


def run_on(runner: Runner, day: date, **fields: object) -> Run:
    return RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 17, tzinfo=UTC), **fields)


def strength_on(runner: Runner, day: date, **fields: object) -> Session:
    session = SessionFactory.create(runner=runner, day=day, **fields)
    LoggedSetFactory.create(session=session, number=1, reps=12, kg=20.0)
    return session


def text_of(client: Client, path: str, **headers: str) -> str:
    response = client.get(path, headers=headers)
    assert response.status_code == 200, path
    return " ".join(response.content.decode().split())


def queries(client: Client, path: str, **headers: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(path, headers=headers).status_code == 200
    return len(caught)
