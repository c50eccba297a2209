from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunFactory
from training.models import PlanImport, PlannedRun, Race, Runner, WeeklyRun

PLAN = "/week/plan/"
MONDAY = date(2026, 3, 2)


@pytest.fixture(autouse=True)
def on_wednesday(monkeypatch: pytest.MonkeyPatch) -> None:
    """Now is Wednesday 4 March 2026, 9 h in Berlin."""
    monkeypatch.setattr(timezone, "now", lambda: datetime(2026, 3, 4, 8, 0, tzinfo=UTC))


def planned(runner: Runner, day: int, **fields: object) -> PlannedRun:
    return PlannedRun.objects.create(runner=runner, day=date(2026, 3, day), **fields)


def weekly(runner: Runner, weekday: int, **fields: object) -> WeeklyRun:
    return WeeklyRun.objects.create(runner=runner, **{"weekday": weekday, "kind": "easy", "first": MONDAY, **fields})


def ran(runner: Runner, day: int, **fields: object) -> None:
    start = datetime(2026, 3, day, 17, tzinfo=UTC)
    RunFactory.create(runner=runner, start=start, kind_confidence="high", **fields)


def text_of(client: Client, url: str = PLAN) -> str:
    return " ".join(client.get(url).text.split())


def test_an_empty_plan_teaches(client_of_runner: Client) -> None:
    page = text_of(client_of_runner)
    assert "The runs you mean to run" in page
    assert all(reverse(f"training:{name}") in page for name in ("plan-pattern", "plan-import", "race-new"))
    assert "plan-lane" not in page


def test_four_weeks_with_what_is_planned(client_of_runner: Client, runner: Runner) -> None:
    weekly(runner, 6, kind="long", metres=18_000)
    run = planned(runner, 10, kind="hard", minutes=50, title="With Anna")
    race = Race.objects.create(runner=runner, day=date(2026, 3, 22), name="City half", metres=21_097.5, priority="A")
    page = text_of(client_of_runner)
    assert page.count('<section class="plan-week"') == 4
    assert page.count("every week") == 3  # the race stands on the fourth Sunday
    assert run.get_absolute_url() in page
    assert "With Anna" in page
    assert f'href="{race.get_absolute_url()}"' in page
    assert page.count("strength: light") == 3
    assert page.count("no strength") == 7  # four days before, the race, two after


def test_what_became_of_the_plan(client_of_runner: Client, runner: Runner) -> None:
    planned(runner, 2, metres=8000)
    planned(runner, 3, metres=5000)
    ran(runner, 2, metres=12_000)
    ran(runner, 4, metres=30_000, kind="long", is_long=True)
    page = text_of(client_of_runner)
    assert "longer" in page
    assert "not run" in page
    assert "not on the plan" in page
    assert "1 of 2 done" in page


def test_a_fragment_of_later_weeks(client_of_runner: Client, runner: Runner) -> None:
    planned(runner, 10)
    response = client_of_runner.get(f"{PLAN}?from=2026-03-30", headers={"HX-Request": "true"})
    assert response.text.lstrip().startswith('<div id="plan-weeks">')
    assert "30 Mar" in response.text


@pytest.mark.parametrize("asked", ["tomorrow", "2026-13-01", "0001-01-01", "9999-12-31", ""])
def test_a_day_in_the_address_that_is_none(client_of_runner: Client, runner: Runner, asked: str) -> None:
    planned(runner, 10)
    assert client_of_runner.get(PLAN, {"from": asked}).status_code == 200


@pytest.mark.parametrize("count", [10, 20])
def test_queries(
    client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(count):
        planned(runner, n + 1)
        ran(runner, n + 1)
        weekly(runner, n % 7, first=MONDAY - timedelta(weeks=n))
        Race.objects.create(runner=runner, day=MONDAY + timedelta(days=n))
        PlanImport.objects.create(runner=runner, created_at=timezone.now())
    # session, runner, races to come, planned runs, pattern, races of the weeks, runs, pattern of today, imports
    with django_assert_num_queries(9):
        client_of_runner.get(PLAN)
