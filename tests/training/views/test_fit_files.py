"""FIT files to download, and the links to them."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from tests.training.fitexport.readers import by_fitdecode
from tests.training.views.sessions.taps import done, html, start
from training.models import Condition, Runner, Session

MONDAY = date(2026, 3, 2)


@pytest.fixture
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is Monday 2 March 2026, 9 h in Berlin."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


def activity(session: Session) -> str:
    return reverse("training:session-activity", args=[session.pk])


def workout(session: Session) -> str:
    return reverse("training:session-workout", args=[session.pk])


def strength_days(runner: Runner) -> list[date]:
    return [day.day for day in runner.week_ahead(MONDAY).recommendation.chosen]


def is_file(response: Any, name: str) -> bool:
    return (
        response.status_code == 200
        and response["Content-Type"] == "application/vnd.ant.fit"
        and response["Content-Disposition"] == f'attachment; filename="{name}"'
    )


class TestActivity:
    def test_a_done_session_is_saved_under_its_day_and_workout(self, client_of_runner: Client, runner: Runner) -> None:
        session = done(runner, days_ago=0)
        response = client_of_runner.get(activity(session))
        assert is_file(response, f"{session.day.isoformat()}-workout-a.fit")
        assert "no-store" in response["Cache-Control"]
        active = [row for row in by_fitdecode(response.content)["set"] if row["set_type"] == 1]
        assert len(active) == session.sets.count() > 10

    def test_its_summary_has_the_link(self, client_of_runner: Client, runner: Runner) -> None:
        session = SessionFactory.create(runner=runner)
        LoggedSetFactory.create(session=session)
        page = html(client_of_runner.get(session.get_absolute_url()))
        assert f'href="{activity(session)}"' in page
        assert "its times are estimated" not in page
        Session.objects.update(started_at=None, finished_at=None)
        assert "its times are estimated" in html(client_of_runner.get(session.get_absolute_url()))

    def test_a_session_that_is_not_done_leads_back_to_it(self, client_of_runner: Client, runner: Runner) -> None:
        session = start(runner)
        response = client_of_runner.get(activity(session), follow=True)
        assert response.redirect_chain == [(session.get_absolute_url(), 302)]
        assert "Finish the session first, then its file is ready." in html(response)

    @pytest.mark.parametrize("sets", [3, 12])
    def test_queries(
        self, client_of_runner: Client, runner: Runner, sets: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        session = SessionFactory.create(runner=runner)
        for number in range(sets):
            LoggedSetFactory.create(session=session, number=number)
        with django_assert_num_queries(5):
            client_of_runner.get(activity(session))


class TestWorkoutOfASession:
    def test_the_movements_under_way(self, client_of_runner: Client, runner: Runner) -> None:
        session = start(runner, workout="B")
        response = client_of_runner.get(workout(session))
        assert is_file(response, f"{session.day.isoformat()}-workout-b-to-do.fit")
        titles = [row["wkt_step_name"] for row in by_fitdecode(response.content)["exercise_title"]]
        movements = session.movements.select_related("variation")
        assert titles == [movement.variation.name for movement in movements]

    def test_the_watch_speaks_the_runners_language(self, client_of_runner: Client, runner: Runner) -> None:
        Runner.objects.filter(pk=runner.pk).update(language="de")
        file = by_fitdecode(client_of_runner.get(workout(start(runner, workout="B"))).content)
        assert file["workout"][0]["wkt_name"] == "Programm B"
        assert file["workout_step"][0]["wkt_step_name"] == "Aufwärmen"

    def test_a_planned_session_without_movements_has_those_it_would_start_with(
        self, client_of_runner: Client, runner: Runner
    ) -> None:
        empty: dict[str, Any] = {"status": "planned", "started_at": None, "finished_at": None, "workout": "full"}
        session = SessionFactory.create(runner=runner, **empty)
        response = client_of_runner.get(workout(session))
        assert len(by_fitdecode(response.content)["exercise_title"]) == 7
        assert not session.movements.exists()

    def test_a_done_session_has_nothing_to_do(self, client_of_runner: Client, runner: Runner) -> None:
        session = SessionFactory.create(runner=runner)
        response = client_of_runner.get(workout(session), follow=True)
        assert response.redirect_chain == [(session.get_absolute_url(), 302)]
        assert "nothing for the watch in it" in html(response)

    def test_queries(
        self, client_of_runner: Client, runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        session = start(runner)
        with django_assert_num_queries(4):
            client_of_runner.get(workout(session))
        session.movements.all().delete()
        with django_assert_num_queries(7):
            client_of_runner.get(workout(session))


@pytest.mark.usefixtures("on_monday")
class TestWorkoutOfADay:
    def test_each_day_of_strength_links_to_its_workout(self, client_of_runner: Client, runner: Runner) -> None:
        page = html(client_of_runner.get("/week/"))
        days = [day for day in strength_days(runner) if day < MONDAY + timedelta(days=7)]
        assert days
        for day in days:
            assert f'href="{reverse("training:day-workout", args=[day])}"' in page

    def test_days_take_the_workouts_in_turn(self, client_of_runner: Client, runner: Runner) -> None:
        first, second = strength_days(runner)[:2]
        for day, letter in ((first, "a"), (second, "b")):
            response = client_of_runner.get(reverse("training:day-workout", args=[day]))
            assert is_file(response, f"{day.isoformat()}-workout-{letter}-to-do.fit")
            (head,) = by_fitdecode(response.content)["file_id"]
            assert (head["type"], head["time_created"]) == ("workout", timezone.now().timestamp())

    def test_the_day_of_a_planned_session_is_that_session(self, client_of_runner: Client, runner: Runner) -> None:
        empty: dict[str, Any] = {"status": "planned", "started_at": None, "finished_at": None, "workout": "full"}
        session = SessionFactory.create(runner=runner, day=MONDAY + timedelta(days=3), **empty)
        response = client_of_runner.get(reverse("training:day-workout", args=[session.day]), follow=True)
        assert response.redirect_chain == [(workout(session), 302)]
        assert is_file(response, "2026-03-05-workout-full-to-do.fit")

    def test_a_day_without_strength_leads_back_to_the_week(self, client_of_runner: Client, runner: Runner) -> None:
        response = client_of_runner.get(reverse("training:day-workout", args=[MONDAY - timedelta(days=1)]), follow=True)
        assert response.redirect_chain == [("/week/", 302)]
        assert "that day has no strength to take along" in html(response)

    def test_nothing_is_handed_out_while_pain_stops_all(self, client_of_runner: Client, runner: Runner) -> None:
        day = strength_days(runner)[0]
        Condition.objects.create(runner=runner, kind="pain", first=MONDAY, told_at=timezone.now(), signs=["chest"])
        assert client_of_runner.get(reverse("training:day-workout", args=[day])).status_code == 302

    def test_a_day_that_is_none_is_not_found(self, client_of_runner: Client) -> None:
        assert client_of_runner.get("/week/days/2026-02-30/workout.fit").status_code == 404

    @pytest.mark.parametrize("weeks", [1, 8])
    def test_queries_do_not_grow_with_the_log(
        self, client_of_runner: Client, runner: Runner, weeks: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        for back in range(1, 7 * weeks, 2):
            RunFactory.create(runner=runner, start=datetime(2026, 3, 2, 17, tzinfo=UTC) - timedelta(days=back))
        LoggedSetFactory.create(session=SessionFactory.create(runner=runner, day=MONDAY - timedelta(days=3)))
        plan: dict[str, Any] = {"status": "planned", "started_at": None, "finished_at": None}
        SessionFactory.create(runner=runner, day=MONDAY + timedelta(days=6), **plan)
        day = strength_days(runner)[0]
        with django_assert_num_queries(6):
            client_of_runner.get(reverse("training:day-workout", args=[day]))
