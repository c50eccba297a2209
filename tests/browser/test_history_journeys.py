"""Weekly progress at a look: a neglected muscle, a week opened from the picture, a longer range, without a mouse."""

import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from training.models import Runner


@pytest.fixture
def half_a_year(runner: Runner) -> Runner:
    """Twenty-six weeks of two runs and two sessions of squats and calf raises each; hamstrings get next to nothing."""
    today = runner.today(timezone.now())
    monday = today - timedelta(days=today.weekday())
    rungs = [Variation.objects.get(slug=slug) for slug in ("goblet-squat", "step-calf-raise")]
    for back in range(1, 27):
        for offset in (0, 3):
            day = monday - timedelta(weeks=back) + timedelta(days=offset)
            start = datetime.combine(day, time(9), tzinfo=UTC)
            RunFactory.create(runner=runner, start=start, metres=8000 + 100 * back)
            session = SessionFactory.create(runner=runner, day=day)
            for position, rung in enumerate(rungs, start=1):
                kg = 20.0 if rung.loaded else None
                LoggedSetFactory.create(session=session, variation=rung, position=position, number=1, kg=kg)
    return runner


def test_a_neglected_muscle_is_seen_by_names_alone(half_a_year: Runner, runners_page: Page) -> None:
    """What a screen reader is told."""
    page = runners_page
    page.goto("/week/")
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="History").click()
    expect(page.get_by_role("heading", name="History", level=1)).to_be_visible()
    picture = page.get_by_role("group", name="Strength and running, week by week")
    expect(picture).to_have_accessible_description(
        re.compile(r"22 strength sessions.*The target of 2 was met in 11 of 12")
    )
    muscles = page.locator("section", has=page.get_by_role("heading", name="Sets a week per muscle"))
    expect(muscles.get_by_text("Less than one set a week:")).to_be_visible()
    expect(muscles).to_contain_text("Hamstrings")
    muscles.get_by_text("Muscle by muscle").click()
    expect(muscles.get_by_role("row", name=re.compile("Abdominals"))).to_be_visible()
    # What to do for it is two taps away.
    page.get_by_role("link", name=re.compile("Deadlift no set")).click()
    expect(page).to_have_url(re.compile("/history/deadlift/"))
    page.get_by_role("link", name="The guide").click()
    expect(page).to_have_url(re.compile("/exercises/deadlift/"))


def test_a_column_of_the_picture_opens_its_week(half_a_year: Runner, runners_page: Page) -> None:
    page = runners_page
    page.goto("/history/")
    monday = half_a_year.week_of(half_a_year.today(timezone.now())) - timedelta(weeks=2)
    columns = page.get_by_role("group", name="Strength and running").get_by_role("link")
    expect(columns).to_have_count(12)
    # The keyboard gets there, and the name says what there is.
    columns.nth(9).focus()
    expect(columns.nth(9)).to_have_accessible_name(re.compile("2 strength sessions, 16.4 km$"))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"week={monday}"))
    week = page.locator(f"#week-{monday}")
    expect(week.get_by_role("heading", name="Running")).to_be_visible()
    expect(week.get_by_role("link", name=re.compile("8.2 km"))).to_have_count(2)
    expect(week.get_by_role("row", name=re.compile("^Squat 2"))).to_be_visible()


def test_a_week_opens_in_its_place(half_a_year: Runner, runners_page: Page, has_scripts: bool) -> None:
    page = runners_page
    page.goto("/history/")
    monday = half_a_year.week_of(half_a_year.today(timezone.now())) - timedelta(weeks=1)
    week = page.locator(f"#week-{monday}")
    week.locator("summary").click()
    if not has_scripts:
        week.get_by_role("link", name="Day by day").click()
    expect(week.get_by_role("link", name=re.compile("8.1 km"))).to_have_count(2)
    expect(week.get_by_text("Sets per muscle")).to_be_visible()


def test_a_year_beside_and_back_in_time(half_a_year: Runner, runners_page: Page) -> None:
    page = runners_page
    page.goto("/history/")
    expect(page.get_by_role("heading", name="These 12 weeks and the 12 before")).to_be_visible()
    row = page.get_by_role("row", name=re.compile("^Strength sessions"))
    expect(row).to_contain_text("before")
    page.get_by_role("navigation", name="How far back").get_by_role("link", name="1 year").click()
    expect(page.get_by_role("link", name="1 year")).to_have_attribute("aria-current", "true")
    page.get_by_role("navigation", name="Running by").get_by_role("link", name="Time").click()
    expect(page.get_by_text("Running, hours")).to_be_visible()
    page.get_by_text("The same as a table").click()
    expect(page.get_by_role("region", name="The picture as a table").get_by_role("row")).to_have_count(28)
    page.get_by_role("link", name="Older weeks").click()
    expect(page.get_by_role("link", name="Newer weeks")).to_be_visible()
    expect(page).to_have_url(re.compile("range=year&by=time&before="))
