import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import RunnerFactory
from tests.training.views.history.entries import queries, run_on, strength_on, text_of
from tests.training.views.muscles import sets_by_muscle
from training.models import Runner


class TestYear:
    def test_what_the_year_came_to(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 3, 2), metres=8000, seconds=2880)
        strength_on(runner, date(2026, 3, 3))
        strength_on(runner, date(2026, 3, 6))
        text = text_of(client_of_runner, "/history/2026/")
        assert "<h1>2026</h1>" in text
        assert '<span class="numeral">2</span> <span>strength<br>sessions</span>' in text
        assert "<div><dt>Distance</dt><dd>8 km</dd></div>" in text
        assert "The year goes on: this is how it stands on 25 November." in text
        row = "<td>2</td><td>2</td><td>480</td><td>1</td><td>8</td><td>0:48</td></tr>"
        assert f'<th scope="row">Mar</th>{row}' in text
        assert f'<th scope="row">The year</th>{row}' in text
        assert "Of 2 sessions, 2 stood on days without a run" in text
        assert sets_by_muscle(text)["Quadriceps"] == "2"
        assert text.count('<svg class="year-part"') == 3

    def test_a_year_that_is_over_does_not_go_on(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, date(2025, 3, 3))
        text = text_of(client_of_runner, "/history/2025/")
        assert "The year goes on" not in text
        assert '<th scope="row">Dec</th>' in text

    def test_the_years_beside_it_that_have_something(self, runner: Runner, client_of_runner: Client) -> None:
        for year in (2020, 2023, 2026):
            run_on(runner, date(year, 5, 1))
        assert years(text_of(client_of_runner, "/history/2020/")) == ["2023"]
        assert years(text_of(client_of_runner, "/history/2023/")) == ["2020", "2026"]
        assert years(text_of(client_of_runner, "/history/2026/")) == ["2023"]

    def test_a_year_of_running_alone_has_no_strength_to_tell_of(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2026, 5, 1))
        text = text_of(client_of_runner, "/history/2026/")
        assert '<span class="numeral">0</span>' in text
        assert 'id="movements"' not in text
        assert 'id="muscles"' not in text
        assert 'id="beside"' not in text

    def test_a_neglected_muscle_is_named(self, runner: Runner, client_of_runner: Client) -> None:
        for day in (2, 9, 16):
            strength_on(runner, date(2026, 3, day))
        assert "Less than one set a week" not in text_of(client_of_runner, "/history/2026/")
        strength_on(runner, date(2026, 3, 23))
        text = text_of(client_of_runner, "/history/2026/")
        assert "<strong>Less than one set a week:</strong> Hamstrings" in text
        assert "muscle-neglected" in text

    def test_miles_and_pounds(self, db: None, client: Client) -> None:
        runner = RunnerFactory.create(units=Runner.UnitSystem.IMPERIAL)
        client.force_login(runner)
        run_on(runner, date(2026, 5, 1), metres=16093.44)
        strength_on(runner, date(2026, 5, 2))
        text = text_of(client, "/history/2026/")
        assert "<dd>10 mi</dd>" in text
        assert "<dd>529 lb</dd>" in text
        assert not {" km", " kg", ">km", ">kg"} & {text[place : place + 3] for place in range(len(text))}

    def test_in_german(self, runner: Runner, client_of_runner: Client) -> None:
        strength_on(runner, date(2026, 3, 3))
        text = text_of(client_of_runner, "/history/2026/", **{"Accept-Language": "de"})
        assert "Von 1 Einheit lagen 1 an einem Tag ohne Lauf" in text
        assert "3. Mär" in text


def years(text: str) -> list[str]:
    """The years that the page leads to."""
    return re.findall(r'href="/history/(\d+)/"', text)


class TestNothing:
    def test_the_running_year_teaches(self, client_of_runner: Client) -> None:
        text = text_of(client_of_runner, "/history/2026/")
        assert "Your year will stand here" in text
        assert "<table" not in text

    def test_a_year_between_says_so(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2022, 5, 1))
        run_on(runner, date(2026, 5, 1))
        text = text_of(client_of_runner, "/history/2024/")
        assert "Nothing was logged in this year" in text
        assert years(text) == ["2022", "2026"]

    @pytest.mark.parametrize("year", [0, 1, 2020, 2025, 2027, 9999, 10000, 123456789])
    def test_other_years_are_not_found(self, runner: Runner, client_of_runner: Client, year: int) -> None:
        run_on(runner, date(2026, 5, 1))
        assert client_of_runner.get(f"/history/{year}/").status_code == 404

    def test_after_the_last_one_neither(self, runner: Runner, client_of_runner: Client) -> None:
        run_on(runner, date(2022, 5, 1))
        assert client_of_runner.get("/history/2024/").status_code == 404

    def test_a_run_of_tomorrow_may_be_of_next_year(
        self, runner: Runner, client_of_runner: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """The evening of 31 December at home, New Year where the runner is."""
        monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 12, 31, 18, tzinfo=UTC))
        assert client_of_runner.get("/history/2027/").status_code == 404
        run_on(runner, date(2027, 1, 1))
        assert '<span class="numeral">0</span>' in text_of(client_of_runner, "/history/2027/")
        assert years(text_of(client_of_runner, "/history/2026/")) == ["2027"]

    def test_a_stranger_sees_only_their_own(self, runner: Runner, client: Client) -> None:
        strength_on(runner, date(2026, 3, 3))
        client.force_login(RunnerFactory.create())
        assert "Your year will stand here" in text_of(client, "/history/2026/")

    def test_visitors_are_sent_to_log_in(self, db: None, client: Client) -> None:
        assert client.get("/history/2026/").headers["Location"].startswith("/accounts/login/")


def test_queries_do_not_grow_with_the_rows(rows: int, client_of_runner: Client) -> None:
    """The session and the user among them."""
    assert queries(client_of_runner, "/history/2026/") == 9
