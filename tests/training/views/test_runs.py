from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunFactory
from training.models import Run, Runner
from training.views import runs as runs_view

HTMX = {"HX-Request": "true"}
START = datetime(2026, 3, 2, 17, 0, tzinfo=UTC)
RUNS, NEW = "/runs/", "/runs/new/"


def run_url(run: Run) -> str:
    return reverse("training:run", args=[run.pk])


def delete_url(run: Run) -> str:
    return reverse("training:run-delete", args=[run.pk])


def daily_runs(runner: Runner, count: int) -> list[Run]:
    return [RunFactory.create(runner=runner, start=START - timedelta(days=day)) for day in range(count)]


class TestTheList:
    def test_an_empty_list_teaches(self, client_of_runner: Client) -> None:
        response = client_of_runner.get(RUNS)
        assert "Your runs will be here" in response.text
        assert reverse("training:run-import") in response.text

    def test_runs_stand_by_weeks_with_their_sums(self, client_of_runner: Client, runner: Runner) -> None:
        RunFactory.create(runner=runner, start=START, metres=8000)
        RunFactory.create(runner=runner, start=START + timedelta(days=2), metres=12000, title="Along the river")
        RunFactory.create(runner=runner, start=START - timedelta(days=1), metres=5000)
        response = client_of_runner.get(RUNS)
        weeks = response.context["weeks"]
        assert [(week.first.isoformat(), week.metres) for week in weeks] == [
            ("2026-03-02", 20000),
            ("2026-02-23", 5000),
        ]
        assert "Along the river" in response.text
        assert "20.0 km" in response.text

    def test_a_week_from_sunday(self, client_of_runner: Client, runner: Runner) -> None:
        runner.week_starts_on = Runner.WeekStart.SUNDAY
        runner.save()
        RunFactory.create(runner=runner, start=START)
        RunFactory.create(runner=runner, start=START - timedelta(days=1))
        (week,) = client_of_runner.get(RUNS).context["weeks"]
        assert week.first.isoformat() == "2026-03-01"

    def test_pages_are_whole_weeks_and_miss_nothing(self, client_of_runner: Client, runner: Runner) -> None:
        everything = daily_runs(runner, 100)
        seen, address = [], RUNS
        while address:
            context = client_of_runner.get(address).context
            assert all(len(week.runs) == 7 for week in context["weeks"][1:-1])
            seen += [run for week in context["weeks"] for run in week.runs]
            address = f"{RUNS}?before={context['older']}" if context["older"] else ""
        assert seen == everything

    def test_a_week_with_more_runs_than_a_page_is_whole(
        self, client_of_runner: Client, runner: Runner, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(runs_view, "RUNS_A_PAGE", 2)
        for hour in range(4):
            RunFactory.create(runner=runner, start=START - timedelta(hours=hour))
        RunFactory.create(runner=runner, start=START - timedelta(days=7))
        context = client_of_runner.get(RUNS).context
        assert [len(week.runs) for week in context["weeks"]] == [4]
        older = client_of_runner.get(RUNS, {"before": context["older"].isoformat()}).context
        assert [len(week.runs) for week in older["weeks"]] == [1]

    def test_older_runs_come_as_a_fragment(self, client_of_runner: Client, runner: Runner) -> None:
        daily_runs(runner, 3)
        response = client_of_runner.get(RUNS, {"before": "2026-03-02"}, headers=HTMX)
        assert "<html" not in response.text
        assert response.text.count("row-link") == 2
        assert "HX-Request" in response["Vary"]

    @pytest.mark.parametrize("before", ["yesterday", "2026-02-31", "", "99999-01-01"])
    def test_a_day_that_is_none_shows_the_newest(self, client_of_runner: Client, runner: Runner, before: str) -> None:
        daily_runs(runner, 1)
        assert len(client_of_runner.get(RUNS, {"before": before}).context["weeks"]) == 1

    @pytest.mark.parametrize("count", [10, 20, 200])
    def test_queries(
        self,
        client_of_runner: Client,
        runner: Runner,
        count: int,
        django_assert_num_queries: DjangoAssertNumQueries,
    ) -> None:
        daily_runs(runner, count)
        with django_assert_num_queries(3):  # session, runner, runs
            client_of_runner.get(RUNS)

    def test_runs_of_others_are_not_in_it(self, client_of_runner: Client) -> None:
        RunFactory.create(title="Not yours")
        assert "Not yours" not in client_of_runner.get(RUNS).text


ENTERED = {"date": "2026-03-05", "time": "18:30", "distance": "8,2", "duration": "48:10", "rpe": "8", "title": "Hills"}


class TestEnteringOne:
    def test_the_form(self, client_of_runner: Client) -> None:
        response = client_of_runner.get(NEW)
        assert response.status_code == 200
        assert "Distance in km" in response.text

    def test_a_run_is_stored_and_classified(self, client_of_runner: Client, runner: Runner) -> None:
        response = client_of_runner.post(NEW, ENTERED)
        run = runner.runs.get()
        assert response["Location"] == run_url(run)
        assert (run.metres, run.seconds, run.kind, run.kind_rule) == (8200, 2890, "hard", "rpe")

    def test_the_same_form_twice_is_one_run(self, client_of_runner: Client, runner: Runner) -> None:
        first = client_of_runner.post(NEW, ENTERED)
        second = client_of_runner.post(NEW, ENTERED)
        assert first["Location"] == second["Location"]
        assert runner.runs.count() == 1

    def test_an_invalid_form_says_why_and_keeps_what_was_typed(self, client_of_runner: Client, runner: Runner) -> None:
        response = client_of_runner.post(NEW, ENTERED | {"duration": "soon"})
        assert response.status_code == 422
        assert "Write the time as 48:10" in response.text
        assert 'value="Hills"' in response.text
        assert not runner.runs.exists()

    def test_an_empty_form_is_invalid(self, client_of_runner: Client) -> None:
        assert client_of_runner.post(NEW, {}).status_code == 422


class TestOneRun:
    def test_the_page(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner, rpe=8, kind="hard", kind_rule="rpe", kind_confidence="high")
        response = client_of_runner.get(run_url(run))
        assert "Counted as hard" in response.text
        assert "you rated its effort 8 of 10" in response.text
        assert 'href="/why/#E29"' in response.text

    def test_a_question_is_asked_where_an_answer_helps(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner, kind="hard", kind_facts={"ratio": 1.2, "ask": "race"}, kind_rule="pace")
        assert "Was this a race?" in client_of_runner.get(run_url(run)).text

    def test_telling_by_one_tap(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner)
        response = client_of_runner.post(run_url(run), {"tap": "told", "told": "race"}, headers=HTMX)
        assert "<html" not in response.text
        assert "Counted as a race" in response.text
        assert "Saved" in response.text
        run.refresh_from_db()
        assert (run.told, run.kind, run.kind_rule) == ("race", "race", "told")

    def test_taking_the_word_back(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner, told="race", kind="race", kind_rule="told")
        client_of_runner.post(run_url(run), {"tap": "told", "told": ""})
        run.refresh_from_db()
        assert (run.told, run.kind, run.kind_rule) == ("", "easy", "default")

    def test_rating_by_one_tap_without_javascript(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner)
        response = client_of_runner.post(run_url(run), {"tap": "rpe", "rpe": "7"})
        assert response["Location"] == run_url(run)
        run.refresh_from_db()
        assert (run.rpe, run.kind) == (7, "hard")

    def test_a_tap_on_nothing_that_exists(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner, rpe=4)
        response = client_of_runner.post(run_url(run), {"tap": "rpe", "rpe": "70"}, headers=HTMX)
        assert response.status_code == 422
        assert "less than or equal to 10" in response.text
        assert "4 / 10" in response.text
        run.refresh_from_db()
        assert run.rpe == 4

    def test_changing_the_numbers(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner)
        response = client_of_runner.post(run_url(run), ENTERED, headers=HTMX)
        assert response.status_code == 200
        assert "8.20 km" in response.text
        run.refresh_from_db()
        assert (run.metres, run.title, run.day.isoformat()) == (8200, "Hills", "2026-03-05")

    def test_an_invalid_change_is_said_and_the_facts_stay(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner, metres=8000)
        response = client_of_runner.post(run_url(run), ENTERED | {"distance": "400"}, headers=HTMX)
        assert response.status_code == 422
        assert "faster than anyone runs" in response.text
        assert "8.00 km" in response.text

    def test_deleting(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner)
        response = client_of_runner.post(delete_url(run))
        assert response["Location"] == RUNS
        assert not runner.runs.exists()

    def test_deleting_needs_a_post(self, client_of_runner: Client, runner: Runner) -> None:
        run = RunFactory.create(runner=runner)
        assert client_of_runner.get(delete_url(run)).status_code == 405
        assert runner.runs.exists()

    def test_a_run_of_somebody_else_is_not_there(self, client_of_runner: Client) -> None:
        run = RunFactory.create()
        assert client_of_runner.get(run_url(run)).status_code == 404
        assert client_of_runner.post(run_url(run), {"tap": "told", "told": "race"}).status_code == 404
        assert client_of_runner.post(delete_url(run)).status_code == 404
        run.refresh_from_db()
        assert run.told == ""

    @pytest.mark.parametrize("count", [10, 20])
    def test_queries(
        self,
        client_of_runner: Client,
        runner: Runner,
        count: int,
        django_assert_num_queries: DjangoAssertNumQueries,
    ) -> None:
        run = daily_runs(runner, count)[0]
        with django_assert_num_queries(3):  # session, runner, run
            client_of_runner.get(run_url(run))


@pytest.mark.parametrize("address", [RUNS, NEW, "/runs/1/", "/runs/1/delete/"])
def test_a_visitor_is_asked_to_log_in(client: Client, db: None, address: str) -> None:
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"
