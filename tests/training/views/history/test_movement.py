from datetime import date, timedelta

from django.test import Client

from exercises.models import Variation
from tests.factories import LoggedSetFactory, SessionFactory
from tests.training.views.history.entries import TODAY, queries, strength_on, text_of
from training.models import Runner


class TestMovement:
    def test_sets_best_and_total(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, date(2026, 11, 16))
        session = strength_on(runner, date(2026, 11, 19))
        LoggedSetFactory.create(session=session, number=2, reps=10, kg=22.5)
        text = text_of(client_of_runner, "/history/squat/")
        assert "19 November 2026" in text
        assert "× 22.5 kg" in text
        assert "12 × 20 kg; 10 × 22.5 kg" in text
        assert "<dt>Moved</dt><dd>705 kg</dd>" in text
        assert f"/sessions/{session.pk}/" in text

    def test_seconds_a_side(self, runner: Runner, client_of_runner: Client) -> None:
        plank = Variation.objects.get(slug="side-plank")
        session = SessionFactory.create(runner=runner)
        LoggedSetFactory.create(session=session, variation=plank, reps=None, kg=None, seconds=40, per_leg=True)
        assert "40 s a side" in text_of(client_of_runner, "/history/plank/")

    def test_older_sessions_are_a_page_further(self, runner: Runner, client_of_runner: Client) -> None:
        for number in range(21):
            strength_on(runner, TODAY - timedelta(days=2 * number))
        newest = text_of(client_of_runner, "/history/squat/")
        assert 'href="?before=2026-10-18"' in newest
        older = text_of(client_of_runner, "/history/squat/?before=2026-10-18")
        assert older.count("12 × 20 kg") == 1
        assert "Older sessions" not in older

    def test_no_sets_yet(self, client_of_runner: Client) -> None:
        assert "No sets yet" in text_of(client_of_runner, "/history/lunge/")

    def test_there_are_seven_movements(self, client_of_runner: Client) -> None:
        assert client_of_runner.get("/history/biceps-curl/").status_code == 404


def test_queries_do_not_grow_with_the_rows(rows: int, client_of_runner: Client) -> None:
    assert queries(client_of_runner, "/history/squat/") == 7
