"""Drawings that move: one of its own accord, the others on a press, none where less motion is asked for."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.conftest import PHONE, log_in
from tests.browser.test_offline import wait_until, wait_until_kept
from training.models import Runner

type Opener = Callable[..., Page]

PLACE = "loop => loop.querySelector('[data-stage]').getCurrentTime()"
STAGE = "[data-stage]"
DRAWN = """
async (drawing) => {
  const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const keys = await Promise.all(caches_.map((cache) => cache.keys()));
  return keys.flat().some((key) => key.url.includes(drawing));
}
"""


@pytest.fixture
def opened(browser: Browser, site: str) -> Iterator[Opener]:
    """Opens a page in a window of its own; an error in its scripts fails the journey."""
    contexts: list[BrowserContext] = []
    errors: list[str] = []

    def open_page(path: str, **options: Any) -> Page:
        context = browser.new_context(base_url=site, viewport=PHONE, service_workers="block", **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


def main_drawing(page: Page) -> Locator:
    return page.locator(".guide-head movement-loop")


def place(loop: Locator) -> float:
    """Where on the way the drawing is."""
    return float(loop.evaluate(PLACE))


def moves(loop: Locator) -> bool:
    """Whether the knee is elsewhere a moment later."""
    before = place(loop)
    loop.page.wait_for_timeout(700)
    return place(loop) != before


def test_the_main_drawing_moves_and_can_be_stopped_and_stays_stopped(opened: Opener) -> None:
    page = opened("/exercises/calf-raise/")
    loop = main_drawing(page)
    expect(loop.locator(STAGE)).to_be_visible()
    expect(loop.locator("[data-still]")).to_be_hidden()
    assert moves(loop)
    loop.get_by_role("button", name="Pause the movement").click()
    assert not moves(loop)
    assert page.locator(STAGE).count() == 1, "nothing but the main drawing moves of its own accord"
    page.reload()
    expect(loop.get_by_role("button", name="Play the movement")).to_be_visible()
    expect(loop.locator(STAGE)).to_have_count(0)
    loop.get_by_role("button", name="Play the movement").click()
    assert moves(loop)


def test_frame_by_frame_and_to_any_place(opened: Opener) -> None:
    page = opened("/exercises/squat/")
    loop = main_drawing(page)
    loop.get_by_role("button", name="Pause the movement").click()
    slider = loop.get_by_role("slider", name="Place in the movement")
    slider.fill("0")
    assert place(loop) == 0
    for _ in range(3):
        loop.get_by_role("button", name="One frame on").click()
    third = place(loop)
    assert 0 < third < 0.5
    loop.get_by_role("button", name="One frame back").click()
    assert 0 < place(loop) < third
    slider.fill("2.5")
    assert place(loop) == pytest.approx(1, abs=0.01), "two and a half seconds down"
    expect(slider).to_have_attribute("aria-valuetext", "2.5 / 5.0 s")
    slider.focus()
    page.keyboard.press("ArrowRight")
    assert float(slider.input_value()) > 2.5
    for button in loop.get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44


def test_the_body_is_drawn_where_it_is(opened: Opener) -> None:
    """Hips sink, feet stay: what the browser paints, not what we meant."""
    page = opened("/exercises/squat/")
    loop = main_drawing(page)
    loop.get_by_role("button", name="Pause the movement").click()
    slider = loop.get_by_role("slider")
    tops = "loop => ['fig-hair', 'fig-shorts', 'fig-shoe'].map(part => loop.querySelector(`[data-stage] .${part}`)"
    tops += ".getBoundingClientRect().top)"
    slider.fill("0")
    hair, hips, foot = loop.evaluate(tops)
    slider.fill("2.5")
    lower_hair, lower_hips, same_foot = loop.evaluate(tops)
    assert lower_hips - hips > (foot - hair) / 6
    assert lower_hair - hair > (foot - hair) / 6
    assert same_foot == pytest.approx(foot, abs=0.5)


def test_whoever_wants_less_motion_sees_stills_until_play_is_pressed(opened: Opener) -> None:
    loop = main_drawing(opened("/exercises/plank/", reduced_motion="reduce"))
    loop.page.wait_for_timeout(500)
    expect(loop.locator("[data-still]")).to_be_visible()
    expect(loop.locator(STAGE)).to_have_count(0)
    loop.get_by_role("button", name="Play the movement").click()
    expect(loop.locator(STAGE)).to_be_visible()
    assert moves(loop)


def test_without_scripts_and_on_paper_there_are_stills(opened: Opener) -> None:
    loop = main_drawing(opened("/exercises/squat/", java_script_enabled=False))
    expect(loop.locator("[data-still]")).to_be_visible()
    expect(loop.get_by_role("button")).to_have_count(0)
    page = opened("/exercises/squat/")
    expect(main_drawing(page).locator(STAGE)).to_be_visible()
    page.emulate_media(media="print")
    expect(main_drawing(page).locator(STAGE)).to_be_hidden()
    expect(main_drawing(page).locator("[data-still] .figure:visible")).to_have_count(2)
    expect(page.locator("movement-loop button:visible")).to_have_count(0)


def test_out_of_sight_nothing_moves(opened: Opener) -> None:
    page = opened("/exercises/squat/")
    loop = main_drawing(page)
    assert moves(loop)
    page.locator("#evidence").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    assert not moves(loop)
    loop.scroll_into_view_if_needed()
    assert moves(loop)


def test_a_rung_moves_when_it_is_pressed(opened: Opener) -> None:
    page = opened("/exercises/lunge/")
    rung = page.locator("#walking-lunge movement-loop")
    page.get_by_role("button", name="Play: Walking lunge").click()
    expect(rung.locator(STAGE)).to_be_visible()
    assert moves(rung)
    page.get_by_role("button", name="Pause: Walking lunge").click()
    assert not moves(rung)


def test_a_session_shows_one_drawing_that_moves_and_that_of_a_version_swapped_in(
    opened: Opener, runner: Runner
) -> None:
    page = opened("/")
    log_in(page, runner)
    page.goto("/sessions/next/")
    expect(page.locator(".movement:visible")).to_have_count(1)
    loop = page.locator(".movement:visible movement-loop")
    expect(loop.locator(STAGE)).to_be_visible()
    assert page.locator(STAGE).count() == 1
    title = loop.locator(f"{STAGE} title")
    before = title.text_content()
    page.locator(".movement:visible [data-swap]").click()
    page.locator(".rung-button:not([aria-current])").last.click()
    expect(loop.locator(STAGE)).to_be_visible()
    expect(title).not_to_have_text(before or "")
    expect(loop.locator("[data-still] .figure")).to_have_count(0)
    page.emulate_media(media="print")
    # All movements are on paper; drawings of the others come as they are seen.
    expect(loop.locator(STAGE).first).to_be_visible()


def test_without_a_connection_a_rung_still_moves(browser: Browser, site: str, runner: Runner) -> None:
    context = browser.new_context(base_url=site, viewport=PHONE)
    page = context.new_page()
    log_in(page, runner)
    wait_until_kept(page)
    wait_until(page, DRAWN, "/exercises/squat/goblet-squat.", seconds=60)
    context.set_offline(True)
    page.goto("/exercises/squat/")
    page.get_by_role("button", name="Play: Goblet squat").click()
    expect(page.locator("#goblet-squat [data-stage]")).to_be_visible()
    context.close()
