from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import RunnerFactory
from training.models import PlannedRun, Runner, WeeklyRun

PLAN = "/week/plan/"
NEW = "/week/plan/runs/new/"
PATTERN = "/week/plan/pattern/"


@pytest.fixture(autouse=True)
def on_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is Wednesday 4 March 2026, 9 h in Berlin."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 4, 8, 0, tzinfo=UTC))


def text_of(client: Client, url: str) -> str:
    return " ".join(client.get(url).text.split())


def test_planning_a_run(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(NEW, {"day": "2026-03-07", "kind": "easy", "length": "8 km"})
    assert response["Location"] == f"{PLAN}?from=2026-03-02#week-2026-03-02"
    run = runner.planned_runs.get()
    assert (run.day, run.kind, run.metres) == (date(2026, 3, 7), "easy", 8000)


def test_what_is_wrong_is_said_and_nothing_is_kept(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(NEW, {"day": "2026-03-01", "kind": "easy", "length": "far"})
    assert response.status_code == 422
    assert "That day is over" in response.text
    assert "Write how far or how long" in response.text
    assert not runner.planned_runs.exists()


def test_one_day_of_the_pattern_begins_as_it_is_every_week(client_of_runner: Client, runner: Runner) -> None:
    WeeklyRun.objects.create(runner=runner, weekday=1, kind="hard", metres=9000, first=date(2026, 3, 2))
    page = text_of(client_of_runner, f"{NEW}?day=2026-03-10")
    assert "What you keep here counts on 10 March only." in page
    assert 'value="hard"' in page
    assert 'value="9 km"' in page
    client_of_runner.post(f"{NEW}?day=2026-03-10", {"day": "2026-03-10", "kind": "easy", "length": "5"})
    assert runner.planned_runs.get().metres == 5000


def test_changing_and_taking_off_a_planned_run(client_of_runner: Client, runner: Runner) -> None:
    run = PlannedRun.objects.create(runner=runner, day=date(2026, 3, 7), metres=8000)
    url = run.get_absolute_url()
    assert "8 km" in client_of_runner.get(url).text
    client_of_runner.post(url, {"day": "2026-03-08", "kind": "long", "length": "18", "hard": "on"})
    run.refresh_from_db()
    assert (run.day, run.kind, run.metres, run.hard) == (date(2026, 3, 8), "long", 18_000, True)
    wrong = client_of_runner.post(url, {"day": "", "kind": "long", "length": ""})
    assert wrong.status_code == 422
    assert client_of_runner.get(f"{url}delete/").status_code == 405
    client_of_runner.post(f"{url}delete/")
    assert not runner.planned_runs.exists()


def test_the_pattern(client_of_runner: Client, runner: Runner) -> None:
    page = text_of(client_of_runner, PATTERN)
    assert page.count("<select") == 7
    data = {"first": "2026-03-04", "kind_1": "easy", "length_1": "8 km", "kind_6": "long", "length_6": "90 min"}
    assert client_of_runner.post(PATTERN, data)["Location"] == PLAN
    assert [(run.weekday, run.metres, run.minutes) for run in runner.weekly_runs.order_by("weekday")] == [
        (1, 8000, None),
        (6, None, 90),
    ]
    assert 'value="90 min"' in text_of(client_of_runner, PATTERN)


def test_a_pattern_with_a_mistake_keeps_what_was_typed(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(PATTERN, {"first": "soon", "kind_1": "easy", "length_1": "far"})
    assert response.status_code == 422
    assert 'value="far"' in response.text
    assert 'value="soon"' in response.text
    assert "Write how far or how long" in response.text
    assert not runner.weekly_runs.exists()


def test_what_belongs_to_somebody_else_is_not_there(client_of_runner: Client) -> None:
    run = PlannedRun.objects.create(runner=RunnerFactory.create(), day=date(2026, 3, 4))
    for url in (run.get_absolute_url(), f"{run.get_absolute_url()}delete/"):
        assert client_of_runner.post(url, {"day": "2026-03-08", "kind": "easy"}).status_code == 404
    assert PlannedRun.objects.filter(pk=run.pk, day=date(2026, 3, 4)).exists()
