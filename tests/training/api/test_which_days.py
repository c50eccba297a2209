from typing import Any

import pytest
from django.test import Client

from exercises.models import Evidence

W1 = ["rest", "easy", "hard", "easy", "rest", "easy", "long"]


def ask(client: Client, **changes: Any) -> Any:
    week = {"days": [{"run": run} for run in W1], "target": 2, "style": "easy-days", "history_sessions": 12}
    return client.post("/api/v1/which-days", week | changes, content_type="application/json")


def days(entries: list[dict[str, Any]]) -> list[int]:
    return [entry["day"] for entry in entries]


def test_the_week_of_the_first_example(client: Client) -> None:
    answer = ask(client).json()
    assert days(answer["chosen"]) == [0, 3]
    assert days(answer["refused"]) == [1, 2, 4, 5, 6]
    assert answer["cost"] == 5.0
    assert answer["warnings"] == []


def test_reasons_are_told_in_the_language_that_is_asked_for(client: Client) -> None:
    english, german = (
        ask(client),
        client.post(
            "/api/v1/which-days",
            {"days": [{"run": run} for run in W1]},
            content_type="application/json",
            headers={"Accept-Language": "de"},
        ),
    )
    assert (english["Content-Language"], german["Content-Language"]) == ("en", "de")
    texts = {reason["text"] for entry in german.json()["refused"] for reason in entry["reasons"]}
    assert "Der lange Lauf ist an dem Tag genug für deine Beine." in texts


@pytest.mark.django_db
def test_every_day_has_a_reason_and_every_reason_evidence_that_can_be_read(client: Client) -> None:
    answer = ask(client).json()
    numbers = set(Evidence.objects.values_list("number", flat=True))
    for entry in answer["chosen"] + answer["refused"]:
        assert entry["reasons"]
        for reason in entry["reasons"]:
            assert reason["text"]
            assert reason["evidence"]
            assert set(reason["evidence"]) <= numbers


def test_a_runner_who_stacks_lifts_on_the_hard_day(client: Client) -> None:
    assert 2 in days(ask(client, style="stack").json()["chosen"])


def test_a_race_empties_the_days_before_it_and_lightens_the_one_left(client: Client) -> None:
    week = [{"run": run} for run in ["rest", "easy", "hard", "easy", "rest", "rest", "race"]]
    answer = ask(client, days=week, race={"day": 6, "priority": "A", "km": 21.1}).json()
    assert [(entry["day"], entry["light"]) for entry in answer["chosen"]] == [(0, True)]


def test_days_that_are_not_available_are_refused(client: Client) -> None:
    answer = ask(client, available=[False] * 5 + [True, True]).json()
    assert days(answer["chosen"]) == [5]
    assert answer["refused"][0]["reasons"][0]["rule"] == "not-available"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"target": 9}, "target"),
        ({"style": "random"}, "style"),
        ({"days": [{"run": "rest"}] * 6}, "days"),
        ({"days": [{"run": "rest"}] * 3 + [{"run": "swim"}] + [{"run": "rest"}] * 3}, "days.3.run"),
        ({"days": [{"run": "easy", "minutes": -1}] * 7}, "days.0.minutes"),
        ({"available": [True]}, "available"),
        ({"race": {"day": 7}}, "race.day"),
        ({"history_sessions": -1}, "history_sessions"),
        ({"history_session": 1}, "history_session"),
    ],
)
def test_a_mistake_is_named_by_its_field(client: Client, changes: dict[str, Any], field: str) -> None:
    response = ask(client, **changes)
    assert response.status_code == 422
    assert field in [error["field"] for error in response.json()["errors"]]
    assert all(error["message"] for error in response.json()["errors"])


def test_what_is_not_json_is_refused(client: Client) -> None:
    response = client.post("/api/v1/which-days", "days=7", content_type="application/json")
    assert response.status_code in {400, 422}


@pytest.mark.django_db
def test_the_documentation_names_every_field(client: Client) -> None:
    page = client.get("/api/v1/docs").content.decode()
    for field in [
        "days[].run",
        "days[].minutes",
        "target",
        "style",
        "available[]",
        "race.priority",
        "history_sessions",
    ]:
        assert f"<code>{field}</code>" in page
    assert "rest | cross | easy | moderate | hard | long | race" in page
