from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from tests.training.views.muscles import map_has, map_title, sets_by_muscle
from training.models import LoggedSet, Run, Runner, Session

TODAY = date(2026, 11, 25)
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def on_a_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is noon on Wednesday, 25 November 2026."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 25, 12, tzinfo=UTC))


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


class TestHistory:
    def test_an_empty_history_teaches_and_offers_one_button(self, client_of_runner: Client) -> None:
        text = text_of(client_of_runner, "/history/")
        assert "Your weeks will stand here" in text
        assert text.count('class="button') == 1
        assert "<table" not in text

    def test_sums_of_a_week(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 11, 17), metres=8000, seconds=2880)
        run_on(runner, date(2026, 11, 22), metres=16500, seconds=6000, kind=Run.Kind.LONG)
        strength_on(runner, date(2026, 11, 16))
        strength_on(runner, date(2026, 11, 19))
        text = text_of(client_of_runner, "/history/")
        assert "1 session this week" not in text
        assert '<span class="numeral">1</span> <span>week in a row' in text
        assert "2 runs · 24.5 km · 2 h 28" in text
        assert "2 sets · 480 kg moved" in text
        assert "2 weeks from 16 November 2026 to 29 November 2026: 2 strength sessions and 24.5 km in 2 runs." in text

    def test_miles_and_pounds(self, db: None, client: Client) -> None:
        runner = RunnerFactory.create(units=Runner.UnitSystem.IMPERIAL)
        client.force_login(runner)
        run_on(runner, date(2026, 11, 17), metres=16093.44)
        strength_on(runner, date(2026, 11, 16))
        text = text_of(client, "/history/")
        assert "10.0 mi" in text
        assert "529 lb moved" in text
        assert not {" km", " kg"} & {text[place : place + 3] for place in range(len(text))}

    def test_a_week_opens_to_its_days_in_place(self, runner: Runner, client_of_runner: Client) -> None:
        run = run_on(runner, date(2026, 11, 17))
        session = strength_on(runner, date(2026, 11, 19))
        run_on(runner, date(2026, 11, 23), title="Next week")
        piece = text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX)
        assert f"/runs/{run.pk}/" in piece
        assert f"/sessions/{session.pk}/" in piece
        assert piece.count("<li>") == 7
        assert "Next week" not in piece
        assert "<html" not in piece

    def test_the_same_address_is_a_whole_page_with_the_week_open(
        self, runner: Runner, client_of_runner: Client
    ) -> None:
        run = run_on(runner, date(2026, 11, 17))
        text = text_of(client_of_runner, "/history/?week=2026-11-16")
        assert "<html" in text
        assert 'id="week-2026-11-16" open>' in text
        assert f"/runs/{run.pk}/" in text
        assert 'hx-get="/history/?week=2026-11-16"' not in text

    def test_an_opened_week_shows_the_sets_of_each_muscle(self, runner: Runner, client_of_runner: Client) -> None:
        session = strength_on(runner, date(2026, 11, 16))
        calf_raise = Variation.objects.get(slug="step-calf-raise")
        LoggedSetFactory.create(session=session, number=1, position=7, variation=calf_raise, kg=None)
        LoggedSetFactory.create(session=session, number=2, position=7, variation=calf_raise, kg=None)
        strength_on(runner, date(2026, 11, 23))
        for page in (
            text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX),
            text_of(client_of_runner, "/history/?week=2026-11-16"),
        ):
            sets = sets_by_muscle(page)
            assert len(sets) == 13
            assert (sets["Calves and soleus"], sets["Quadriceps"], sets["Hamstrings"]) == ("2", "1", "0.5")
            assert sets["Shoulders"] == "0"
            assert "Main work: Calves and soleus, Quadriceps, Gluteus maximus." in map_title(page)
            assert map_has(page, "rest") > 0

    def test_a_neglected_muscle_is_named_and_marked(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, date(2026, 11, 16))
        page = text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX)
        assert "Hardly trained:</strong> Hamstrings, Abdominals, Calves and soleus, Obliques." in page
        assert page.count('<tr class="muscle-neglected">') == 4

    def test_a_week_that_goes_on_neglects_nothing_yet(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, date(2026, 11, 23))
        page = text_of(client_of_runner, "/history/?week=2026-11-23", **HTMX)
        assert sets_by_muscle(page)["Quadriceps"] == "1"
        assert "Hardly trained" not in page
        assert "muscle-neglected" not in page

    def test_a_week_without_strength_has_no_map(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 11, 17))
        assert "muscle-map" not in text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX)

    def test_days_to_come_are_left_out(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 11, 23))
        assert text_of(client_of_runner, "/history/?week=2026-11-23", **HTMX).count("<li>") == 3

    def test_weeks_from_sunday(self, db: None, client: Client) -> None:
        runner = RunnerFactory.create(week_starts_on=Runner.WeekStart.SUNDAY)
        client.force_login(runner)
        strength_on(runner, date(2026, 11, 22))
        text = text_of(client, "/history/")
        assert 'id="week-2026-11-22"' in text
        assert "of 2 sessions<br>this week" in text
        assert '<span class="numeral">1</span>' in text

    def test_empty_weeks_are_shown(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 11, 3))
        text = text_of(client_of_runner, "/history/")
        assert text.count('<details class="week"') == 4
        assert text.count("Nothing logged in this week.") == 3

    def test_pages_hold_every_week_once(self, runner: Runner, client_of_runner: Client) -> None:
        first = date(2026, 3, 4)
        run_on(runner, first)
        pages, path, ids = 0, "/history/", list[str]()
        while path:
            text = text_of(client_of_runner, path)
            ids += [part[:10] for part in text.split('id="week-')[1:]]
            before_link, older, _ = text.partition('">Older weeks')
            path = "/history/" + before_link.rsplit('href="', 1)[1] if older else ""
            pages += 1
        weeks = (date(2026, 11, 23) - date(2026, 3, 2)).days // 7 + 1
        assert ids == [str(date(2026, 11, 23) - timedelta(days=7 * n)) for n in range(weeks)]
        assert pages == 4

    def test_newer_leads_back(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 3, 4))
        assert '"?before=2026-09-07"' in text_of(client_of_runner, "/history/")
        second = text_of(client_of_runner, "/history/?before=2026-09-07")
        assert '<a class="button button-quiet" href="/history/">' in second
        third = text_of(client_of_runner, "/history/?before=2026-06-15")
        assert 'href="?before=2026-09-07"' in third

    def test_an_old_week_is_opened_on_its_page(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 3, 4))
        assert 'id="week-2026-03-02" open' in text_of(client_of_runner, "/history/?week=2026-03-04")

    @pytest.mark.parametrize("query", ["before=2026-13-01", "before=soon", "week=0001-01-01", "week=9999-12-31"])
    def test_what_is_no_day_is_not_found(self, client_of_runner: Client, query: str) -> None:
        assert client_of_runner.get(f"/history/?{query}").status_code == 404

    def test_a_run_of_tomorrow_is_there_already(
        self, runner: Runner, client_of_runner: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Sunday evening here, Monday morning where the runner is now."""
        monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 11, 29, 18, tzinfo=UTC))
        run = RunFactory.create(
            runner=runner, start=datetime(2026, 11, 29, 17, tzinfo=UTC), time_zone="Pacific/Auckland"
        )
        assert run.day == date(2026, 11, 30)
        text = text_of(client_of_runner, "/history/")
        assert 'id="week-2026-11-30"' in text

    def test_a_run_dated_far_ahead_adds_no_weeks(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 11, 17))
        run_on(runner, date(2036, 11, 17))
        assert text_of(client_of_runner, "/history/").count('<details class="week"') == 2

    def test_a_stranger_sees_only_their_own(self, runner: Runner, client: Client) -> None:
        run_on(runner, date(2026, 11, 17))
        strength_on(runner, date(2026, 11, 17))
        client.force_login(RunnerFactory.create())
        assert "Your weeks will stand here" in text_of(client, "/history/")
        assert "/runs/1" not in text_of(client, "/history/?week=2026-11-16", **HTMX)
        assert "No sets yet" in text_of(client, "/history/squat/")

    @pytest.mark.parametrize("path", ["/history/", "/history/squat/"])
    def test_visitors_are_sent_to_log_in(self, db: None, client: Client, path: str) -> None:
        assert client.get(path).headers["Location"].startswith("/accounts/login/")


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


@pytest.fixture(params=[10, 1000], ids=["10 rows", "1000 rows"])
def rows(request: pytest.FixtureRequest, runner: Runner) -> int:
    """So many runs, sessions and sets of the runner, over three weeks or over years."""
    count, rng = request.param, Random(1)
    days = [TODAY - timedelta(days=2 * number) for number in range(count)]
    starts = [datetime(day.year, day.month, day.day, 9, tzinfo=UTC) for day in days]
    Run.objects.bulk_create(
        Run(runner=runner, start=start, day=start.date(), time_zone="UTC", seconds=3000, metres=9000, kind=kind)
        for start in starts
        for kind in [rng.choice(list(Run.Kind))]
    )
    sessions = [Session(runner=runner, day=day, status="done", workout="A") for day in days]
    Session.objects.bulk_create(sessions)
    squat = Variation.objects.get(slug="goblet-squat")
    LoggedSet.objects.bulk_create(
        LoggedSet(
            session=session,
            exercise_id=squat.exercise_id,
            variation=squat,
            position=1,
            number=1,
            reps=10,
            kg=20,
            rir=2,
            logged_at=timezone.now(),
            changed_at=timezone.now(),
        )
        for session in sessions
    )
    return int(count)


def test_queries_do_not_grow_with_the_rows(rows: int, client_of_runner: Client) -> None:
    """Of the page, an older one, one with a week open, that week's days alone, and a movement's."""

    def queries(path: str, **headers: str) -> int:
        with CaptureQueriesContext(connection) as caught:
            assert client_of_runner.get(path, headers=headers).status_code == 200
        return len(caught)

    assert {
        "history": queries("/history/"),
        "an older page": queries("/history/?before=2026-11-23"),
        "with a week open": queries("/history/?week=2026-11-16"),
        "the days alone": queries("/history/?week=2026-11-16", **HTMX),
        "movement": queries("/history/squat/"),
    } == {"history": 8, "an older page": 8, "with a week open": 12, "the days alone": 6, "movement": 7}
