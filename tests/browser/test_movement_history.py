"""One movement over time: last year's best set is found, by eye, by names alone, and with the keyboard."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from django.utils.formats import date_format
from playwright.sync_api import Page, expect

from exercises.models import Variation
from tests.factories import LoggedSetFactory, SessionFactory
from training.models import Runner, Session


@pytest.fixture
def sessions(runner: Runner) -> dict[date, Session]:
    """Squats once a week for two years: up to 60 kg a year ago, then an injury, and 40 to 50 kg since."""
    today, back = runner.today(timezone.now()), Variation.objects.get(slug="back-squat")
    made = {}
    for week in range(100):
        day = today - timedelta(weeks=week)
        kg = 40 + (week < 30) * 10 if week < 52 else 40 + (100 - week) // 12 * 5
        made[day] = SessionFactory.create(runner=runner, day=day)
        LoggedSetFactory.create(session=made[day], variation=back, reps=8, kg=kg, rir=2)
    return made


def best_of_last_year(sessions: dict[date, Session]) -> Session:
    """The first with the heaviest load."""
    return min(sessions.values(), key=lambda one: (-max(done.kg or 0 for done in one.sets.all()), one.day))


def test_last_years_best_squat_is_found_from_the_history(runners_page: Page, sessions: dict[date, Session]) -> None:
    page, best = runners_page, best_of_last_year(sessions)
    page.goto("/history/")
    page.get_by_role("link", name=re.compile(r"^Squat \d+ sets")).click()
    expect(page.get_by_role("heading", name="Squat", level=1)).to_be_visible()
    expect(page.locator(".best-set")).to_have_text(re.compile(r"8 ×\s+60\s+kg"))
    expect(page.locator(".best-caption")).to_contain_text(date_format(best.day, "j F Y"))
    page.get_by_role("link", name="All", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?range=all#picture$"))
    page.get_by_role("row", name=re.compile("^Heaviest")).get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/sessions/{best.pk}/"))


def test_the_same_by_names_alone(runners_page: Page, sessions: dict[date, Session]) -> None:
    page, best = runners_page, best_of_last_year(sessions)
    page.goto("/history/squat/")
    page.get_by_role("navigation", name="How far back").get_by_role("link", name="All").click()
    picture = page.get_by_role("group", name="Squat over time")
    expect(picture).to_have_accessible_description(re.compile(r"to 8 ×\s60\skg on " + date_format(best.day, "j F Y")))
    point = picture.get_by_role("link", name=re.compile(f"^{date_format(best.day, 'j F Y')}: 8 ×\\s60\\skg Back squat"))
    expect(point).to_have_count(1)
    expect(picture.get_by_role("link")).to_have_count(len({(day.year, day.month) for day in sessions}))
    page.get_by_text("The same as a table").click()
    table = page.get_by_role("region", name="The picture as a table").get_by_role("table")
    row = table.get_by_role("row", name=re.compile(f"^{date_format(best.day, 'j M Y')} "))
    expect(row.get_by_role("cell").first).to_contain_text("best yet")
    row.get_by_role("link").click()
    expect(page).to_have_url(re.compile(f"/sessions/{best.pk}/"))


def test_the_keyboard_reaches_every_point(runners_page: Page, sessions: dict[date, Session]) -> None:
    page = runners_page
    page.goto("/history/squat/?range=weeks")
    points = page.get_by_role("group", name="Squat over time").get_by_role("link")
    expect(points).to_have_count(12)
    page.get_by_role("navigation", name="How far back").get_by_role("link").last.focus()
    for place, day in enumerate(sorted(sessions)[-12:]):
        page.keyboard.press("Tab")
        expect(points.nth(place)).to_be_focused()
        expect(points.nth(place).locator(".tip")).to_have_css("opacity", "1")
        expect(points.nth(place)).to_have_accessible_name(re.compile(f"^{date_format(day, 'j F Y')}"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/sessions/{sessions[max(sessions)].pk}/"))


def test_nothing_is_cut_off_on_a_phone(runners_page: Page, sessions: dict[date, Session]) -> None:
    page = runners_page
    for asked in ("", "?range=all", "?range=weeks"):
        page.goto(f"/history/squat/{asked}")
        width, window = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert width <= window, asked
