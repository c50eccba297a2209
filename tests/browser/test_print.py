"""What comes out of a printer: a guide on one sheet of A4, a session as a card to tick."""

import re
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import log_in
from tests.training.views.sessions.taps import goblet
from training.actions.sessions import start_session
from training.models import Runner, Session

SLUGS = ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"]
HEADINGS = ["In 30 seconds", "How to do it", "What goes wrong", "The ladder", "When to leave it out or change it"]
# What A4 leaves within our margins, in dots of CSS.
SHEET = {"width": 718, "height": 1047}


@pytest.fixture
def paper(browser: Browser, site: str) -> Iterator[Page]:
    """A window as wide as a sheet, styled for print."""
    context = browser.new_context(
        base_url=site, viewport={"width": SHEET["width"], "height": 200}, service_workers="block"
    )
    page = context.new_page()
    page.emulate_media(media="print")
    yield page
    context.close()


def sheets(page: Page) -> int:
    """How many pages come out of a printer, as the page's own style sheet sets them."""
    pdf = page.pdf(prefer_css_page_size=True)
    assert re.search(rb"/MediaBox \[0 0 594\.\d+ 841\.\d+\]", pdf), "A4"
    return len(re.findall(rb"/Type /Page\b", pdf))


def fits(page: Page) -> bool:
    """On one sheet at its full size: a browser makes smaller what is too wide, and then nobody can read it."""
    width, height = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.scrollHeight]")
    return sheets(page) == 1 and width <= SHEET["width"] and height <= SHEET["height"]


@pytest.fixture
def session(paper: Page, runner: Runner) -> Session:
    """All seven movements under way, three sets each."""
    now = timezone.now()
    session = start_session(runner=runner, day=runner.today(now), workout="full", light=False, reasons=[], now=now)
    log_in(paper, runner)
    return session


def test_each_guide_is_one_sheet(paper: Page) -> None:
    for slug in SLUGS:
        paper.goto(f"/exercises/{slug}/")
        assert fits(paper), slug
        for heading in HEADINGS:
            expect(paper.get_by_role("heading", name=heading)).to_be_visible()
        expect(paper.locator(".rung-figure:visible")).to_have_count(paper.locator(".rung").count())
        expect(paper.locator(".print-only")).to_be_visible()
        expect(paper.locator(".print-only")).to_contain_text("not medical advice.")
        expect(paper.locator(".print-only")).to_contain_text(f"/exercises/{slug}/")
        expect(paper.locator("nav, .button, .site-header").locator("visible=true")).to_have_count(0)


def test_whoever_reads_in_the_dark_prints_dark_ink_on_light_paper(paper: Page) -> None:
    paper.emulate_media(media="print", color_scheme="dark")
    paper.goto("/exercises/squat/")
    assert paper.evaluate("getComputedStyle(document.body).color") == "rgb(22, 32, 44)"
    paper.emulate_media(media="screen", color_scheme="dark")
    assert paper.evaluate("getComputedStyle(document.body).color") == "rgb(238, 242, 246)"


def test_a_longer_page_is_more_sheets(paper: Page) -> None:
    """So that one sheet is not simply what is always counted."""
    paper.goto("/why/")
    assert sheets(paper) > 1


def test_a_session_is_a_card_of_one_sheet(paper: Page, session: Session) -> None:
    paper.goto(session.get_absolute_url())
    assert fits(paper)
    for movement in session.movements.all():
        card = paper.locator(f"#movement-{movement.position}")
        expect(card.get_by_role("heading", name=movement.exercise.name)).to_be_visible()
        expect(card.locator(".figure:visible")).to_have_count(1)
        expect(card.locator("[data-amounts]")).to_be_visible()
        boxes = card.locator(".set-tick:visible")
        expect(boxes).to_have_count(len(movement.targets))
        expect(boxes.locator("svg:visible")).to_have_count(0)
    shown = paper.locator("a, button, nav, summary").locator("visible=true")
    assert set(shown.evaluate_all("found => found.map(one => one.className || one.tagName)")) == {
        "set-tick",
        "movement-guide",
        "SUMMARY",
    }


def test_what_is_done_is_ticked_and_what_is_left_out_is_not_on_the_card(paper: Page, session: Session) -> None:
    goblet(session)
    first, *_, last = session.movements.order_by("position")
    session.movements.filter(pk=last.pk).update(skipped=True)
    paper.goto(session.get_absolute_url())
    paper.emulate_media(media="screen")
    paper.locator(f"#movement-{first.position} .set-tick").first.click()
    expect(paper.locator(".set-done")).to_have_count(1)
    paper.emulate_media(media="print")
    expect(paper.locator(f"#movement-{first.position} .set-tick svg:visible")).to_have_count(1)
    expect(paper.locator(f"#movement-{last.position}")).to_be_hidden()
    assert fits(paper)


def test_the_next_session_can_be_printed_before_it_begins(paper: Page, runner: Runner) -> None:
    log_in(paper, runner)
    paper.goto("/sessions/next/")
    assert fits(paper)
    assert paper.locator(".movement:visible").count() > 2
    expect(paper.get_by_text("Warm up first")).to_be_visible()
    expect(paper.get_by_role("button", name="Start")).to_have_count(0)
