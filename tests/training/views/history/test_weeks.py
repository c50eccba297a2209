from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory
from tests.training.views.history.entries import HTMX, queries, run_on, strength_on, text_of
from tests.training.views.muscles import map_has, map_title, sets_by_muscle
from training.models import Run, Runner, ShownWeek


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
        assert "16 November 2026 to 29 November 2026: 2 strength sessions and 24.5 km in 2 runs." in text
        row = "".join(f'<td class="number">{cell}</td>' for cell in (2, 2, "480 kg", "–", 2, "24.5 km", "2 h 28"))
        assert f'<th scope="row">16 Nov 2026</th>{row}' in text
        opened = text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX)
        assert "2 runs · 24.5 km · 2 h 28" in opened
        assert "2 sets · 480 kg moved" in opened

    def test_miles_and_pounds(self, db: None, client: Client) -> None:
        runner = RunnerFactory.create(units=Runner.UnitSystem.IMPERIAL)
        client.force_login(runner)
        run_on(runner, date(2026, 11, 17), metres=16093.44)
        strength_on(runner, date(2026, 11, 16))
        text = text_of(client, "/history/")
        assert "10.0 mi" in text
        assert "529 lb moved" in text_of(client, "/history/?week=2026-11-16", **HTMX)
        assert "529 lb" in text
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
        piece = text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX)
        sets = sets_by_muscle(piece)
        assert len(sets) == 13
        assert (sets["Calves and soleus"], sets["Quadriceps"], sets["Hamstrings"]) == ("2", "1", "0.5")
        assert sets["Shoulders"] == "0"
        assert "Main work: Calves and soleus, Quadriceps, Gluteus maximus." in map_title(piece)
        assert map_has(piece, "rest") > 0
        assert piece.strip() in text_of(client_of_runner, "/history/?week=2026-11-16")

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

    def test_a_long_pause_is_told_once_and_leads_to_what_was_before(
        self, runner: Runner, client_of_runner: Client
    ) -> None:
        strength_on(runner, date(2024, 6, 29))
        text = text_of(client_of_runner, "/history/")
        assert (
            'Nothing is logged in these weeks or those before. <a href="/history/?range=all">Show everything</a>'
            in text
        )
        assert "before 0" not in text
        assert 'class="plain-table compared"' not in text
        assert "Nothing is logged" not in text_of(client_of_runner, "/history/?range=all")

    def test_pages_hold_every_week_once(self, runner: Runner, client_of_runner: Client) -> None:
        first = date(2026, 3, 4)
        run_on(runner, first)
        pages, path, ids = 0, "/history/", list[str]()
        while path:
            text = text_of(client_of_runner, path)
            ids += [part[:10] for part in text.split('id="week-')[1:]]
            before_link, older, _ = text.partition('">Older weeks')
            path = before_link.rsplit('href="', 1)[1] if older else ""
            pages += 1
        weeks = (date(2026, 11, 23) - date(2026, 3, 2)).days // 7 + 1
        assert ids == [str(date(2026, 11, 23) - timedelta(days=7 * n)) for n in range(weeks)]
        assert pages == 4

    def test_newer_leads_back(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 3, 4))
        assert '"/history/?before=2026-09-07"' in text_of(client_of_runner, "/history/")
        second = text_of(client_of_runner, "/history/?before=2026-09-07")
        assert '<a class="button button-quiet" href="/history/">' in second
        third = text_of(client_of_runner, "/history/?before=2026-06-15")
        assert 'href="/history/?before=2026-09-07"' in third

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

    def test_each_range_is_a_link(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2024, 3, 4))
        run_on(runner, date(2026, 11, 17), metres=8000)
        text = text_of(client_of_runner, "/history/")
        assert '<a href="/history/" aria-current="true">12 weeks</a>' in text
        assert '<a href="/history/?range=year">1 year</a>' in text
        year = text_of(client_of_runner, "/history/?range=year&by=time")
        assert '<a href="/history/?range=year&amp;by=time" aria-current="true">1 year</a>' in year
        assert '<a href="/history/?range=year">Distance</a>' in year
        assert "Running, hours" in year

    def test_all_years_of_a_long_history(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2024, 3, 4), metres=8000)
        run_on(runner, date(2026, 3, 4), metres=9000)
        text = text_of(client_of_runner, "/history/?range=all")
        assert "the mean week of each month" in text
        assert "Year by year" in text
        assert '<th scope="row"><a href="/history/2024/">2024</a></th>' in text
        assert "Week by week" not in text

    @pytest.mark.parametrize("query", ["range=decade", "range=12"])
    def test_a_range_that_is_none_is_not_found(self, client_of_runner: Client, query: str) -> None:
        assert client_of_runner.get(f"/history/?{query}").status_code == 404

    def test_a_column_of_the_picture_opens_its_week(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 11, 17), metres=8000)
        text = text_of(client_of_runner, "/history/")
        address = "/history/?week=2026-11-16#week-2026-11-16"
        assert f'<a href="{address}"><title>16 – 22 Nov: 0 strength sessions, 8.0 km' in text
        year = text_of(client_of_runner, "/history/?range=year")
        assert '<a href="/history/?before=2026-11-30"><title>16 – 29 Nov:' in year

    def test_beside_the_span_before(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2025, 11, 17), metres=1000)
        strength_on(runner, date(2026, 11, 17))
        strength_on(runner, date(2026, 11, 23))
        strength_on(runner, date(2026, 9, 2))
        text = text_of(client_of_runner, "/history/")
        assert "These 12 weeks and the 12 before" in text
        row = '<th scope="row">Strength sessions</th><td class="number display">2</td><td class="number">+1 '
        assert f'{row}<span class="muted small">before 1</span>' in text
        assert '<th scope="row">Running</th>' not in text

    def test_what_became_of_recommended_days(self, runner: Runner, client_of_runner: Client) -> None:
        chosen = ["2026-11-17", "2026-11-20"]
        shown = date(2026, 11, 16)
        ShownWeek.objects.create(runner=runner, made_on=shown, start=shown, days=[], recommended=chosen, basis={})
        strength_on(runner, date(2026, 11, 21))
        text = text_of(client_of_runner, "/history/")
        assert "Of 2 recommended days 0 were met, 1 moved to another day, 1 left out." in text
        piece = text_of(client_of_runner, "/history/?week=2026-11-16", **HTMX)
        assert "Recommended, done on Saturday" in piece
        assert "Recommended, left out" in piece

    def test_a_week_ill_is_marked_and_breaks_no_row(self, runner: Runner, client_of_runner: Client) -> None:
        for day in (date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 17), date(2026, 11, 19)):
            strength_on(runner, day)
        text = text_of(client_of_runner, "/history/")
        assert '<span class="numeral">1</span>' in text
        ill = {"first": date(2026, 11, 9), "ended_on": date(2026, 11, 13), "told_at": timezone.now()}
        runner.conditions.create(kind="ill", **ill)
        text = text_of(client_of_runner, "/history/")
        assert '<span class="numeral">2</span>' in text
        assert '<span class="chip">ill</span>' in text

    def test_the_longest_row_is_told(self, runner: Runner, client_of_runner: Client) -> None:
        for week in range(3):
            for day in (0, 2):
                strength_on(runner, date(2026, 8, 3) + timedelta(days=7 * week + day))
        assert "Your longest row on target: 3 weeks, up to August 2026." in text_of(client_of_runner, "/history/")


def test_queries_do_not_grow_with_the_rows(rows: int, client_of_runner: Client) -> None:
    """Of the page, an older one, longer pictures, one with a week open, and that week's days alone."""
    paths = ["", "?before=2026-11-23", "?range=year", "?range=all", "?week=2026-11-16"]
    assert {path: queries(client_of_runner, f"/history/{path}") for path in paths} == {
        "": 10,
        "?before=2026-11-23": 10,
        "?range=year": 10,
        "?range=all": 10,
        "?week=2026-11-16": 10,
    }
    assert queries(client_of_runner, "/history/?week=2026-11-16", **HTMX) == 8


@pytest.mark.django_db(transaction=True)
def test_a_page_seen_before_takes_three_queries_until_something_is_logged(client: Client) -> None:
    runner = RunnerFactory.create()
    client.force_login(runner)
    run_on(runner, date(2026, 11, 17), metres=8000)
    first = text_of(client, "/history/")
    assert queries(client, "/history/") == 3
    assert first.partition("<main")[2] == text_of(client, "/history/").partition("<main")[2]
    strength_on(runner, date(2026, 11, 17))
    assert "1 strength session and 8.0 km" in text_of(client, "/history/")
