from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.models import Race, Run, Runner, Session

MONDAY, THURSDAY = date(2026, 3, 2), date(2026, 3, 5)

# Weekday -> kind, metres, minutes: the week of the first worked example.
PATTERN = {
    1: ("easy", 8000, 48),
    2: ("hard", 10000, 50),
    3: ("easy", 6000, 36),
    5: ("easy", 9000, 55),
    6: ("long", 20000, 125),
}


@pytest.fixture
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is Monday 2 March 2026, 9 h in Berlin."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


@pytest.fixture
def eight_weeks(runner: Runner) -> Runner:
    """A runner with eight weeks of the same pattern behind her."""
    for back in range(1, 57):
        day = MONDAY - timedelta(days=back)
        if day.weekday() in PATTERN:
            kind, metres, minutes = PATTERN[day.weekday()]
            RunFactory.create(
                runner=runner,
                start=datetime(day.year, day.month, day.day, 17, tzinfo=UTC),
                kind=kind,
                is_long=kind == "long",
                metres=metres,
                seconds=minutes * 60,
            )
    return runner


def test_a_week_foreseen_from_eight_weeks_of_runs(
    on_monday: None, eight_weeks: Runner, client_of_runner: Client
) -> None:
    page = client_of_runner.get("/week/").content.decode()
    assert "<strong>Monday</strong> and <strong>Thursday</strong>" in " ".join(page.split())
    assert "8 of 8 weeks" in page
    assert "Expected runs are read from your last 8 weeks" in page


@pytest.mark.parametrize("trained", [False, True], ids=["the first time", "later"])
def test_one_tap_starts_the_session_of_today(
    on_monday: None, eight_weeks: Runner, client_of_runner: Client, trained: bool
) -> None:
    if trained:
        SessionFactory.create(runner=eight_weeks, day=date(2026, 2, 26))
    page = client_of_runner.get("/week/").content.decode()
    assert ("Talk to a doctor first" in page) is not trained
    assert '<input type="hidden" name="day" value="2026-03-02">' in page
    response = client_of_runner.post("/sessions/new/", {"day": "2026-03-02"})
    session = eight_weeks.sessions.get(day=MONDAY)
    assert response["Location"] == session.get_absolute_url()
    assert session.reasons


def test_every_day_ahead_says_why_or_why_not_with_evidence(
    on_monday: None, eight_weeks: Runner, client_of_runner: Client
) -> None:
    response = client_of_runner.get("/week/")
    for lane in response.context["lanes"]:
        assert lane.advice.reasons
        assert all(reason.evidence for reason in lane.advice.reasons)


def test_what_was_run_and_lifted_stands_on_its_day(on_monday: None, runner: Runner, client_of_runner: Client) -> None:
    run = RunFactory.create(runner=runner, start=datetime(2026, 2, 24, 17, tzinfo=UTC))
    session = SessionFactory.create(runner=runner, day=date(2026, 2, 25))
    LoggedSetFactory.create_batch(3, session=session)
    lanes = client_of_runner.get("/week/2026-W09/").context["lanes"]
    assert lanes[1].runs == [run]
    assert lanes[2].sessions == [session]
    assert lanes[2].sessions[0].sets_done == 3


def test_a_past_week_recommends_nothing(on_monday: None, eight_weeks: Runner, client_of_runner: Client) -> None:
    response = client_of_runner.get("/week/2026-W08/")
    assert all(lane.advice is None and lane.outlook is None for lane in response.context["lanes"])
    assert "Why these days" not in response.content.decode()


def test_a_session_done_this_week_counts_and_moves_the_days(
    on_monday: None, eight_weeks: Runner, client_of_runner: Client
) -> None:
    SessionFactory.create(runner=eight_weeks, day=MONDAY)
    response = client_of_runner.get("/week/")
    assert response.context["done"] == 1
    assert MONDAY not in response.context["chosen"]
    assert MONDAY + timedelta(days=1) not in response.context["chosen"]


def test_a_week_may_begin_on_sunday(on_monday: None, runner: Runner, client_of_runner: Client) -> None:
    runner.week_starts_on = Runner.WeekStart.SUNDAY
    runner.save()
    lanes = client_of_runner.get("/week/").context["lanes"]
    assert [lanes[0].day, lanes[6].day] == [date(2026, 3, 1), date(2026, 3, 7)]


def test_arrows_lead_over_the_turn_of_the_year(on_monday: None, client_of_runner: Client) -> None:
    page = client_of_runner.get("/week/2026-W53/")
    assert page.context["first"] == date(2026, 12, 28)
    assert page.context["next"] == (2027, 1)


def test_there_is_no_week_54(client_of_runner: Client) -> None:
    assert client_of_runner.get("/week/2026-W54/").status_code == 404


def test_a_new_runner_gets_a_guess_that_calls_itself_one(on_monday: None, client_of_runner: Client) -> None:
    page = client_of_runner.get("/week/").content.decode()
    assert "these days are a guess" in page


def test_the_runners_today_is_that_of_the_runners_zone(
    monkeypatch: pytest.MonkeyPatch, runner: Runner, client_of_runner: Client
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 1, 23, 30, tzinfo=UTC))
    assert client_of_runner.get("/week/").context["first"] == MONDAY
    runner.time_zone = "America/New_York"
    runner.save()
    assert client_of_runner.get("/week/").context["first"] == date(2026, 2, 23)


def test_other_runners_runs_are_not_shown(on_monday: None, client_of_runner: Client) -> None:
    RunFactory.create(start=datetime(2026, 3, 2, 6, tzinfo=UTC))
    assert all(not lane.runs for lane in client_of_runner.get("/week/").context["lanes"])


@pytest.mark.parametrize("weeks", [2, 150], ids=["10 rows", "1,000 rows"])
def test_queries_do_not_grow_with_the_log(
    on_monday: None, runner: Runner, client_of_runner: Client, weeks: int, django_assert_num_queries
) -> None:
    starts = [datetime(2026, 3, 1, 17, tzinfo=UTC) - timedelta(days=back) for back in range(weeks * 7)]
    Run.objects.bulk_create(
        Run(runner=runner, start=start, day=start.date(), time_zone="UTC", seconds=2400, metres=7000)
        for start in starts
    )
    for start in starts[::3]:
        SessionFactory.create(runner=runner, day=start.date(), status=Session.Status.DONE)
    # The first look of a day keeps what it shows: one query more.
    with django_assert_num_queries(5):
        client_of_runner.get("/week/")
    with django_assert_num_queries(4):  # session, runner, stamp, all that is known
        client_of_runner.get("/week/")


class TestDays:
    """What is tapped on the week."""

    def post(self, client: Client, day: date, **data: str) -> str:
        response = client.post(f"/week/days/{day}/", data, follow=True)
        return " ".join(response.content.decode().split())

    def test_the_first_look_keeps_what_it_shows(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        client_of_runner.get("/week/")
        client_of_runner.get("/week/")
        assert eight_weeks.shown_weeks.get().chosen == {MONDAY, THURSDAY}

    def test_every_strength_day_can_move_to_any_other(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        response = client_of_runner.get("/week/")
        lane = next(lane for lane in response.context["lanes"] if lane.day == THURSDAY)
        places = {place.day: place.breaks.rule if place.breaks else None for place in lane.places}
        assert len(places) == 5
        assert places[MONDAY + timedelta(days=1)] == "too-soon-after-session"
        assert places[MONDAY + timedelta(days=5)] == "day-before-long"

    def test_a_move_says_which_rule_it_breaks_and_does_it(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        saturday = MONDAY + timedelta(days=5)
        page = self.post(client_of_runner, THURSDAY, act="move", to=str(saturday))
        assert "Moved to Saturday. The long run follows on Sunday" in page
        assert "(E21)" in page
        assert "your choice" in page
        assert "<strong>Monday</strong> and <strong>Saturday</strong>" in page
        page = self.post(client_of_runner, saturday, act="take-back")
        assert "<strong>Monday</strong> and <strong>Thursday</strong>" in page

    def test_a_skip_owes_nothing_and_can_be_taken_back(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        page = self.post(client_of_runner, THURSDAY, act="skip", why="tired")
        assert "Skipped. Nothing is owed." in page
        assert "Strength skipped" in page
        assert "<strong>Monday</strong>." in page
        assert "<strong>Thursday</strong>" in self.post(client_of_runner, THURSDAY, act="take-back")

    @pytest.mark.parametrize(("why", "what"), [("ill", "ill"), ("sore", "pain"), ("away", "away")])
    def test_some_reasons_lead_to_telling_more(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client, why: str, what: str
    ) -> None:
        response = client_of_runner.post(f"/week/days/{THURSDAY}/", {"act": "skip", "why": why})
        assert response["Location"] == f"/week/condition/?what={what}"

    def test_a_stale_page_changes_nothing(self, on_monday: None, eight_weeks: Runner, client_of_runner: Client) -> None:
        page = self.post(client_of_runner, MONDAY + timedelta(days=1), act="move", to=str(THURSDAY))
        assert "has changed meanwhile" in page
        assert not eight_weeks.sessions.filter(status="planned").exists()

    @pytest.mark.parametrize("data", [{}, {"act": "dance"}, {"act": "move"}, {"act": "move", "to": "soon"}])
    def test_what_makes_no_sense_is_refused(
        self, on_monday: None, client_of_runner: Client, data: dict[str, str]
    ) -> None:
        assert client_of_runner.post(f"/week/days/{THURSDAY}/", data).status_code == 400

    def test_no_such_day(self, client_of_runner: Client) -> None:
        assert client_of_runner.post("/week/days/2026-02-30/", {"act": "skip"}).status_code == 404

    def test_a_run_that_changes_the_week_is_named_and_one_tap_takes_the_new_days(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        client_of_runner.get("/week/")
        long_run(eight_weeks, MONDAY)
        page = client_of_runner.get("/week/").content.decode()
        assert "Monday&#x27;s run counted as long: you said so." in page
        assert "Keep Monday and Thursday" in page
        response = client_of_runner.post("/week/days/", {"use": "new"}, follow=True)
        assert MONDAY not in response.context["chosen"]
        assert not response.context["news"]

    def test_or_keeps_the_old_ones(self, on_monday: None, eight_weeks: Runner, client_of_runner: Client) -> None:
        client_of_runner.get("/week/")
        long_run(eight_weeks, MONDAY)
        response = client_of_runner.post("/week/days/", {"use": "shown"}, follow=True)
        assert response.context["chosen"] == [MONDAY, THURSDAY]
        assert not response.context["news"]

    def test_a_race_moves_the_days_at_once_and_says_so(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        client_of_runner.get("/week/")
        Race.objects.create(runner=eight_weeks, day=MONDAY + timedelta(days=6), metres=21097.5, priority="A")
        page = client_of_runner.get("/week/").content.decode()
        assert "You entered a race on Sunday 8 March." in page
        assert "Thursday has to go" in page
        assert "Strength, light" in page
        assert "4 reps in reserve" in page


class TestQuestions:
    def test_one_tap_tells_how_hard_a_run_was_and_leads_back(
        self, on_monday: None, eight_weeks: Runner, client_of_runner: Client
    ) -> None:
        run = RunFactory.create(
            runner=eight_weeks, start=datetime(2026, 3, 2, 6, tzinfo=UTC), kind_facts={"ask": "rpe", "ratio": 1.02}
        )
        question = f'<form class="run-question" method="post" action="/runs/{run.pk}/">'
        assert question in client_of_runner.get("/week/").content.decode()
        response = client_of_runner.post(f"/runs/{run.pk}/", {"tap": "rpe", "rpe": "8", "back": "week"})
        assert response["Location"] == "/week/"
        run.refresh_from_db()
        assert (run.rpe, run.kind) == (8, "hard")
        assert question not in client_of_runner.get("/week/").content.decode()

    def test_a_race_is_asked_after(self, on_monday: None, runner: Runner, client_of_runner: Client) -> None:
        RunFactory.create(runner=runner, start=datetime(2026, 3, 1, 8, tzinfo=UTC), kind_facts={"ask": "race"})
        response = client_of_runner.get("/week/")
        assert len(response.context["asks"]) == 1
        assert "Was this a race?" in response.content.decode()

    def test_what_is_over_two_weeks_old_is_forgotten(
        self, on_monday: None, runner: Runner, client_of_runner: Client
    ) -> None:
        RunFactory.create(runner=runner, start=datetime(2026, 2, 16, 8, tzinfo=UTC), kind_facts={"ask": "rpe"})
        assert client_of_runner.get("/week/").context["asks"] == []


def long_run(runner: Runner, day: date) -> Run:
    return RunFactory.create(
        runner=runner,
        start=datetime(day.year, day.month, day.day, 6, tzinfo=UTC),
        kind="long",
        is_long=True,
        told="long",
        kind_rule="told",
        metres=18000,
        seconds=6600,
    )


def test_when_next_is_told_as_a_piece_of_other_pages(
    on_monday: None, eight_weeks: Runner, client_of_runner: Client
) -> None:
    assert client_of_runner.get("/week/next/")["Location"] == "/week/"
    piece = client_of_runner.get("/week/next/", headers={"HX-Request": "true"}).content.decode()
    assert "Monday" in piece
    assert "/why/#E" in piece
    assert "<html" not in piece


def test_when_next_says_so_where_strength_is_stopped(eight_weeks: Runner, client_of_runner: Client) -> None:
    today = eight_weeks.today(timezone.now())
    SessionFactory.create(runner=eight_weeks, day=today, pain=8)
    piece = client_of_runner.get("/week/next/", headers={"HX-Request": "true"}).content.decode()
    assert "No strength for now." in piece
    assert client_of_runner.get("/sessions/next/")["Location"] == "/week/"


@pytest.mark.django_db(transaction=True)
def test_a_week_seen_before_takes_three_queries_until_something_is_logged(
    on_monday: None, client: Client, django_assert_num_queries
) -> None:
    runner = RunnerFactory.create()
    client.force_login(runner)
    for back in range(1, 29):
        RunFactory.create(runner=runner, start=datetime(2026, 3, 1, 17, tzinfo=UTC) - timedelta(days=back))
    client.get("/week/")  # keeps the days that it shows
    shown = client.get("/week/").content.decode()
    with django_assert_num_queries(3):
        again = client.get("/week/").content.decode()
    # What is filled in belongs to this answer: a token that is right for this browser.
    assert again.partition("<main")[2].count("csrfmiddlewaretoken") == shown.count("csrfmiddlewaretoken") > 0
    token = again.partition('name="csrfmiddlewaretoken" value="')[2].partition('"')[0]
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = client.cookies
    assert strict.post("/week/days/", {"use": "shown", "csrfmiddlewaretoken": token}).status_code == 302
    SessionFactory.create(runner=runner, day=date(2026, 3, 2))
    assert "lane-session" in client.get("/week/").content.decode()
