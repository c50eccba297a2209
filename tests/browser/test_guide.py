"""From a guide to the sets: the target is read where the movement is explained, and the session begins there."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, log_in
from tests.browser.test_offline import wait_until_kept
from training.models import Runner


@pytest.fixture
def scripted(request: pytest.FixtureRequest) -> bool:
    """Whether the page of this journey runs scripts."""
    return bool(request.node.callspec.params["page"])


def open_numbers(page: Page, slug: str, *, scripted: bool) -> None:
    """The guide; without JavaScript its numbers are a page behind it."""
    page.goto(f"/exercises/{slug}/")
    if not scripted:
        page.get_by_role("link", name="Your last sets and your next target").click()


def log_next_set(page: Page) -> None:
    page.locator(".movement:visible .set-next .set-tick").first.click()
    expect(page.get_by_label("Sets done")).to_have_attribute("value", "1")
    # The guide asks the server, which is told behind the tap.
    page.wait_for_function("() => !localStorage.getItem('sets-waiting')")


def test_a_session_begins_at_the_movement_that_was_read(page: Page, runner: Runner, scripted: bool) -> None:
    log_in(page, runner)
    open_numbers(page, "calf-raise", scripted=scripted)
    target = page.locator(".yours-target")
    expect(target).to_have_text("3 × 15 reps")
    page.get_by_role("link", name="Start Workout A").click()
    if not scripted:
        page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".movement:visible").get_by_role("heading", name="Calf raise")).to_be_visible()
    expect(page.locator(".movement:visible [data-amounts]")).to_have_text("3 × 15")
    log_next_set(page)
    open_numbers(page, "calf-raise", scripted=scripted)
    expect(page.get_by_text("Done today")).to_be_visible()
    expect(page.locator(".yours-sets li")).to_have_text(["15"])
    expect(page.get_by_role("link", name="Go to your session")).to_be_visible()
    assert [one.reps for one in runner.sessions.get().sets.all()] == [15]


def test_a_movement_of_another_workout_is_added(page: Page, runner: Runner, scripted: bool) -> None:
    log_in(page, runner)
    open_numbers(page, "deadlift", scripted=scripted)
    page.get_by_role("button", name="Start Workout A and add it").click()
    expect(page.locator(".movement:visible").get_by_role("heading", name="Deadlift")).to_be_visible()
    open_numbers(page, "lunge", scripted=scripted)
    page.get_by_role("button", name="Add it to your session").click()
    expect(page.locator(".movement:visible").get_by_role("heading", name="Lunge")).to_be_visible()
    assert runner.sessions.get().movements.count() == 7


def test_without_a_connection_the_guide_leads_to_the_next_session(browser: Browser, site: str, runner: Runner) -> None:
    context = browser.new_context(base_url=site, viewport=PHONE)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    log_in(page, runner)
    page.goto("/sessions/next/")
    wait_until_kept(page, "/sessions/next/", "/exercises/squat/")
    context.set_offline(True)
    page.goto("/exercises/squat/")
    expect(page.get_by_text("No connection. This page is from")).to_be_visible()
    page.get_by_role("link", name="Your next session").click()
    expect(page.locator(".movement:visible").get_by_role("heading", name="Squat")).to_be_visible()
    assert errors == []
    context.close()
