from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunnerFactory
from tests.training.actions.test_plan_imports import PLAN, on
from tests.training.ical.test_plans import calendar
from training.models import PlanImport, PlannedRun, Race, Runner

IMPORT = "/week/plan/import/"


@pytest.fixture(autouse=True)
def on_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is Wednesday 4 March 2026, 9 h in Berlin."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 4, 8, 0, tzinfo=UTC))


def upload(client: Client, data: bytes = PLAN) -> str:
    response = client.post(IMPORT, {"plan": SimpleUploadedFile("coach.ics", data)})
    assert response.status_code == 302
    return str(response["Location"])


def test_from_the_file_to_the_plan_and_back(client_of_runner: Client, runner: Runner) -> None:
    url = upload(client_of_runner)
    preview = " ".join(client_of_runner.get(url).text.split())
    assert '<p class="numeral">4</p>' in preview
    assert "1 entry lies in the past" in preview
    assert "Club night" in preview
    assert "Week of 2 March" in preview
    assert not runner.planned_runs.exists()

    done = client_of_runner.post(url, {"kind-0": "hard", "out-1": "on", "priority-3": "B"}, follow=True)
    assert "4 days are on your plan now." in done.text
    assert '<p class="numeral">4</p>' in done.text
    assert sorted(runner.planned_runs.values_list("kind", flat=True)) == ["easy", "hard", "long"]
    assert runner.races.get().priority == "B"

    back = client_of_runner.post(f"{url}undo/", follow=True)
    assert "4 days were taken off your plan again." in back.text
    assert "Taken back on" in back.text
    assert not runner.planned_runs.exists()


def test_the_same_file_again(client_of_runner: Client, runner: Runner) -> None:
    client_of_runner.post(upload(client_of_runner), {"kind-0": "hard"})
    again = client_of_runner.get(upload(client_of_runner)).text
    assert "All of it is on your plan already" in again
    assert runner.planned_runs.count() == 4


def test_a_choice_that_is_none_keeps_nothing(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(upload(client_of_runner), {"kind-0": "sprint"})
    assert response.status_code == 422
    assert "Nothing was kept" in response.text
    assert not runner.planned_runs.exists()


def test_a_plan_kept_in_another_tab_is_not_kept_twice(client_of_runner: Client, runner: Runner) -> None:
    url = upload(client_of_runner)
    for _ in range(2):
        assert client_of_runner.post(url)["Location"] == url
    assert runner.planned_runs.count() == 3


def test_a_preview_is_thrown_away(client_of_runner: Client, runner: Runner) -> None:
    url = upload(client_of_runner)
    assert client_of_runner.post(f"{url}undo/")["Location"] == IMPORT
    assert client_of_runner.get(url).status_code == 404


def test_a_waiting_preview_is_named_on_the_plan(client_of_runner: Client) -> None:
    upload(client_of_runner)
    assert "coach.ics waits for your word" in client_of_runner.get("/week/plan/").text


def test_titles_are_shown_as_text(client_of_runner: Client) -> None:
    page = client_of_runner.get(upload(client_of_runner, calendar(on(5, "<script>alert(1)</script> run 8 km")))).text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(None, "Choose a calendar file first", id="no file"),
        pytest.param(b"", "This file is empty", id="an empty file"),
        pytest.param(b"hello", "This is not a calendar file", id="something else"),
        pytest.param(PLAN[:200], "damaged or breaks off", id="a file that breaks off"),
        pytest.param(b"x" * (2**20 + 1), "larger than 1 MB", id="too large"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    client_of_runner: Client, runner: Runner, data: bytes | None, sentence: str
) -> None:
    response = client_of_runner.post(IMPORT, {} if data is None else {"plan": SimpleUploadedFile("a.ics", data)})
    assert response.status_code == 422
    assert sentence in response.text
    assert not runner.plan_imports.exists()


def test_an_import_of_somebody_else_is_not_there(client_of_runner: Client) -> None:
    other = PlanImport.objects.create(runner=RunnerFactory.create(), created_at=timezone.now())
    url = other.get_absolute_url()
    assert client_of_runner.get(url).status_code == 404
    assert client_of_runner.post(url).status_code == 404
    assert client_of_runner.post(f"{url}undo/").status_code == 404
    assert PlanImport.objects.filter(pk=other.pk, kept_at=None).exists()


@pytest.mark.parametrize("count", [10, 20])
def test_queries_of_a_preview(
    client_of_runner: Client, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    url = upload(client_of_runner, calendar(*[on(n + 5, f"Easy {n + 1} km") for n in range(count)]))
    with django_assert_num_queries(5):  # session, runner, import, known runs, known races
        client_of_runner.get(url)


@pytest.mark.parametrize("count", [10, 20])
def test_queries_of_a_result(
    client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    found = PlanImport.objects.create(runner=runner, created_at=timezone.now(), kept_at=timezone.now())
    for n in range(count):
        day = date(2026, 4, 1) + timedelta(days=n)
        PlannedRun.objects.create(runner=runner, day=day, plan_import=found)
        Race.objects.create(runner=runner, day=day, plan_import=found)
    with django_assert_num_queries(5):  # session, runner, import, runs, races
        client_of_runner.get(found.get_absolute_url())
