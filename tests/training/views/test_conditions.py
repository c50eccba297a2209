"""Telling how one is, and that it is over."""

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import RunnerFactory, SessionFactory
from training.models import Condition, Runner

PAGE = "/week/condition/"
TODAY = date(2026, 3, 2)
FORBIDDEN = re.compile(r"\b(safe|guarantee\w*|cleared to run|prevents injur\w*)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def on_monday(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 2, 8, 0, tzinfo=UTC))


def tell(client: Client, **data: Any) -> Any:
    return client.post(PAGE, data)


def test_the_page_asks(client_of_runner: Client) -> None:
    page = client_of_runner.get(PAGE).content.decode()
    assert "Pain when you hop on that leg" in page
    assert "None of these" in page


@pytest.mark.parametrize(
    ("data", "words"),
    [
        pytest.param(
            {"what": "pain", "pain": "6", "site": "shin", "signs": ["none"]}, "have it looked at", id="red pain"
        ),
        pytest.param({"what": "pain", "pain": "2", "signs": ["hop"]}, "clinician's eye", id="a red flag"),
        pytest.param({"what": "pain", "pain": "0", "signs": ["chest"]}, "may be an emergency", id="an emergency"),
        pytest.param({"what": "ill", "feverish": "yes", "first": "2026-03-01"}, "Rest until they are gone", id="fever"),
    ],
)
def test_the_safety_card_stands_alone_without_numbers(
    client_of_runner: Client, data: dict[str, Any], words: str
) -> None:
    SessionFactory.create(runner=Runner.objects.get(), day=date(2026, 2, 26))
    assert tell(client_of_runner, **data)["Location"] == "/week/"
    response = client_of_runner.get("/week/")
    page = response.content.decode()
    assert words in page
    assert "Stop now and get emergency help" in page
    assert "I am well again" in page
    assert not response.context["chosen"]
    main = page[page.index("<main") : page.index("</main>")]
    assert "week-lanes" not in main
    assert "strength-bib" not in main
    assert not re.search(r"\d+ (min|km|of \d+ strength)", main)
    assert not FORBIDDEN.search(main)


def test_nothing_stopped_is_stored_as_shown(client_of_runner: Client, runner: Runner) -> None:
    tell(client_of_runner, what="pain", pain="8", signs=["none"])
    client_of_runner.get("/week/")
    assert not runner.shown_weeks.exists()


def test_well_again_brings_the_week_back_gently(client_of_runner: Client, runner: Runner) -> None:
    tell(client_of_runner, what="ill", feverish="no", first="2026-02-27")
    assert "one gentle session" in client_of_runner.get("/week/").content.decode()
    response = client_of_runner.post(PAGE, {"what": "well", "kind": "ill"}, follow=True)
    assert runner.conditions.get().ended_on == TODAY
    assert len(response.context["chosen"]) == 1
    assert "4 reps in reserve" in response.content.decode()


def test_red_pain_after_a_session_leads_there_too(client_of_runner: Client, runner: Runner) -> None:
    finished = datetime(2026, 3, 1, 18, tzinfo=UTC)
    session = SessionFactory.create(runner=runner, day=date(2026, 3, 1), pain=7, finished_at=finished)
    page = client_of_runner.get("/week/").content.decode()
    assert session.get_absolute_url() in page
    assert "It has settled" in page
    client_of_runner.post(PAGE, {"what": "well", "kind": "pain"})
    assert not client_of_runner.get("/week/").context["stopped"]


def test_days_away_are_free_of_strength(client_of_runner: Client, runner: Runner) -> None:
    tell(client_of_runner, what="away", first="2026-03-02", last="2026-03-06")
    response = client_of_runner.get("/week/")
    assert all(day > date(2026, 3, 6) for day in response.context["chosen"])
    assert "You are away" in response.content.decode()
    trip = runner.conditions.get()
    client_of_runner.post(PAGE, {"what": "remove", "trip": trip.pk})
    assert not runner.conditions.exists()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param({"what": "pain", "pain": "3"}, "Tick what is true", id="no sign answered"),
        pytest.param({"what": "pain", "pain": "3", "signs": ["none", "hop"]}, "Which is it?", id="none and one"),
        pytest.param({"what": "ill", "first": "2026-03-02"}, "required", id="fever not answered"),
        pytest.param({"what": "ill", "feverish": "no", "first": "2026-03-03"}, "still to come", id="ill tomorrow"),
        pytest.param(
            {"what": "away", "first": "2026-03-05", "last": "2026-03-04"}, "not before the first", id="back too early"
        ),
        pytest.param({"what": "away", "first": "2026-03-05"}, "required", id="away without an end"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(client_of_runner: Client, data: dict[str, Any], message: str) -> None:
    response = tell(client_of_runner, **data)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Condition.objects.exists()


def test_nothing_else_can_be_told(client_of_runner: Client) -> None:
    assert tell(client_of_runner, what="bored").status_code == 400


def test_another_runners_trip_stays(client_of_runner: Client) -> None:
    trip = Condition.objects.create(
        runner=RunnerFactory.create(), kind="away", first=TODAY, ended_on=date(2026, 3, 9), told_at=timezone.now()
    )
    assert client_of_runner.post(PAGE, {"what": "remove", "trip": trip.pk}).status_code == 404
    assert client_of_runner.post(PAGE, {"what": "remove", "trip": "x"}).status_code == 404
