"""In German: the browser's language, the switch, and a comma in a load."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD
from tests.training.views.sessions.taps import start
from training.models import LoggedSet, Runner


@pytest.fixture
def locale() -> str:
    return "de-DE"


def test_somebody_logs_a_load_with_a_comma_and_finds_it_in_the_history(page: Page, runner: Runner) -> None:
    session = start(runner)
    page.goto("/accounts/login/")
    page.get_by_label("E-Mail").fill(runner.email)
    page.get_by_label("Passwort").fill(PASSWORD)
    page.get_by_role("button", name="Anmelden", exact=True).click()
    page.wait_for_url("**/week/")
    page.goto(session.get_absolute_url())
    page.locator("#movement-1").get_by_role("link", name="Gewicht").click()
    row = page.locator('#movement-1 .set[data-number="1"]')
    row.get_by_label("kg", exact=True).fill("20,5")
    row.get_by_role("button", name="Satz eintragen").click()
    expect(page.get_by_label("Geschaffte Sätze")).to_have_attribute("value", "1")
    expect(row.get_by_label("kg", exact=True)).to_have_value("20,5")
    page.wait_for_function("() => !localStorage.getItem('sets-waiting')")
    assert LoggedSet.objects.get().kg == 20.5
    page.goto("/history/squat/")
    expect(page.get_by_role("main")).to_contain_text("20,5 kg")


def test_a_visitor_switches_and_stays_on_the_page(page: Page, site: str) -> None:
    page.goto("/why/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.get_by_role("contentinfo").get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert page.url == f"{site}/why/"
    page.goto("/which-days/")
    expect(page.get_by_role("heading", level=1, name="Which days should you lift?")).to_be_visible()
    page.get_by_role("contentinfo").get_by_role("button", name="Deutsch").click()
    expect(page.get_by_role("heading", level=1, name="An welchen Tagen Krafttraining?")).to_be_visible()
