import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import translation

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunnerFactory, SessionFactory
from tests.training.views.history.entries import TODAY, queries, strength_on, text_of
from training.models import Runner, Session

ADDRESS = "/history/squat/"


def marks(text: str) -> list[str]:
    """The names of the points of the picture."""
    return re.findall(r'<text class="tip"[^>]*>([^<]*)</text>', text)


class TestMovement:
    def test_sets_best_and_total(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, date(2026, 11, 16))
        session = strength_on(runner, date(2026, 11, 19))
        LoggedSetFactory.create(session=session, number=2, reps=10, kg=22.5)
        text = text_of(client_of_runner, ADDRESS)
        assert "best set, 19 November 2026" in text
        assert '10 ×</span> <span class="numeral">22.5</span>' in text
        assert "12 ×\N{NO-BREAK SPACE}20\N{NO-BREAK SPACE}kg; 10 ×" in text or "12 × 20 kg; 10 × 22.5 kg" in text
        assert "<dt>Moved</dt><dd>705 kg</dd>" in text
        assert f"/sessions/{session.pk}/" in text

    def test_what_it_was_a_year_ago_and_at_the_start(self, runner: Runner, client_of_runner: Client) -> None:
        body = Variation.objects.get(slug="bodyweight-squat")
        for ago, kg in ((900, None), (500, 16), (0, 24)):
            session = SessionFactory.create(runner=runner, day=TODAY - timedelta(days=ago))
            goblet = Variation.objects.get(slug="goblet-squat")
            LoggedSetFactory.create(session=session, variation=goblet if kg else body, kg=kg)
        text = text_of(client_of_runner, ADDRESS)
        assert "A year ago" in text
        assert "+8 kg since" in text
        assert "At the start, 8 Jun 2024" in text
        assert "1 rung up since" in text

    def test_seconds_a_side(self, runner: Runner, client_of_runner: Client) -> None:
        plank = Variation.objects.get(slug="side-plank")
        session = SessionFactory.create(runner=runner)
        LoggedSetFactory.create(session=session, variation=plank, reps=None, kg=None, seconds=40, per_leg=True)
        text = text_of(client_of_runner, "/history/plank/")
        assert "40 s a side" in text
        assert ">Side plank</text>" in text
        assert ">seconds a side</text>" in text
        assert "1:20 min" in text

    def test_a_mark_a_session_is_a_link_to_it(self, runner: Runner, client_of_runner: Client) -> None:
        sessions = [strength_on(runner, TODAY - timedelta(days=3 * number)) for number in range(4)]
        text = text_of(client_of_runner, ADDRESS)
        names = [name.replace("\N{NO-BREAK SPACE}", " ") for name in marks(text)]
        assert names[-1] == "25 November 2026: 12 × 20 kg Bodyweight squat"
        picture = text[text.index('<svg class="movement-chart') : text.index("</figure>")]
        for session in sessions:
            assert f'<a href="/sessions/{session.pk}/">' in picture

    @pytest.mark.parametrize(("asked", "count"), [("", 5), ("?range=weeks", 3), ("?range=all", 6)])
    def test_range(self, asked: str, count: int, runner: Runner, client_of_runner: Client) -> None:
        for ago in (1, 20, 40, 200, 300, 500):
            strength_on(runner, TODAY - timedelta(days=ago))
        assert len(marks(text_of(client_of_runner, ADDRESS + asked))) == count

    def test_a_range_without_sets_says_so(self, runner: Runner, client_of_runner: Client) -> None:
        for ago in (200, 500):
            strength_on(runner, TODAY - timedelta(days=ago))
        assert "Nothing of this movement in that time." in text_of(client_of_runner, ADDRESS + "?range=weeks")

    def test_pounds(self, runner: Runner, client_of_runner: Client) -> None:
        runner.units = "imperial"
        runner.save()
        strength_on(runner, TODAY)
        text = text_of(client_of_runner, ADDRESS)
        assert '<span class="numeral">44</span> <span class="numeral-md">lb</span>' in text
        assert "kg" not in text[text.index("<main") : text.index("</main>")].replace("class", "")

    def test_german(self, runner: Runner, client_of_runner: Client) -> None:
        runner.language = "de"
        runner.save()
        strength_on(runner, TODAY)
        with translation.override("de"):
            text = text_of(client_of_runner, ADDRESS)
        assert "25. November 2026" in text

    def test_older_sessions_are_a_page_further(self, runner: Runner, client_of_runner: Client) -> None:
        for number in range(21):
            strength_on(runner, TODAY - timedelta(days=2 * number))
        newest = text_of(client_of_runner, ADDRESS)
        assert 'href="?before=2026-10-18"' in newest
        older = text_of(client_of_runner, ADDRESS + "?before=2026-10-18")
        assert older.count("<tr>") == 2
        assert "Older sessions" not in older
        assert "movement-chart" not in older

    def test_no_sets_yet(self, client_of_runner: Client) -> None:
        assert "No sets yet" in text_of(client_of_runner, "/history/lunge/")

    def test_a_warm_up_alone_is_no_record(self, runner: Runner, client_of_runner: Client) -> None:
        LoggedSetFactory.create(session=SessionFactory.create(runner=runner), warm_up=True, number=128)
        text = text_of(client_of_runner, ADDRESS)
        assert "warm-up 12" in text
        assert "Records" not in text

    def test_a_deleted_session_leaves_nothing(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, TODAY, status=Session.Status.DELETED)
        assert "No sets yet" in text_of(client_of_runner, ADDRESS)

    def test_there_is_no_such_range(self, client_of_runner: Client) -> None:
        assert client_of_runner.get(ADDRESS + "?range=decade").status_code == 404

    def test_there_are_seven_movements(self, client_of_runner: Client) -> None:
        assert client_of_runner.get("/history/biceps-curl/").status_code == 404


@pytest.mark.parametrize(("asked", "few", "many"), [("", 9, 9), ("?range=all", 9, 8), ("?before=2026-11-20", 6, 6)])
def test_queries_do_not_grow_with_the_rows(
    asked: str, few: int, many: int, rows: int, client_of_runner: Client
) -> None:
    """Of months nobody asks which were a deload."""
    assert queries(client_of_runner, ADDRESS + asked) == (few if rows < 100 else many)


@pytest.mark.django_db(transaction=True)
def test_a_page_seen_before_takes_four_queries_until_a_set_changes(client: Client) -> None:
    runner = RunnerFactory.create()
    client.force_login(runner)
    session = strength_on(runner, TODAY)
    first = text_of(client, ADDRESS)
    assert queries(client, ADDRESS) == 4
    assert first.partition("<main")[2] == text_of(client, ADDRESS).partition("<main")[2]
    session.sets.update(kg=99.5)
    assert '<span class="numeral">99.5</span>' in text_of(client, ADDRESS)


@pytest.mark.usefixtures("rows")
def test_there_are_not_too_many_points(client_of_runner: Client) -> None:
    assert 5 <= len(marks(text_of(client_of_runner, ADDRESS + "?range=all"))) <= 64
