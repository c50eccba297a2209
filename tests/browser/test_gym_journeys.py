"""In the gym: few taps, no connection, two tabs, a keyboard."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, expect

from tests.browser.conftest import PHONE, foresee_strength_today, log_in
from tests.browser.test_offline import wait_until_kept
from tests.factories import SessionFactory
from training.actions.sessions import start_session
from training.models import LoggedSet, Runner, Session

LOGGED = "Sets done"


@pytest.fixture
def gym(browser: Browser, site: str, runner: Runner) -> Iterator[BrowserContext]:
    """A phone in which the runner is logged in; JavaScript on. An error in the console fails the journey."""
    context = browser.new_context(
        base_url=site, viewport=PHONE, has_touch=True, timezone_id="Europe/Berlin", locale="en-GB"
    )
    errors: list[str] = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    log_in(page, runner)
    page.close()
    yield context
    context.close()
    assert errors == []


@pytest.fixture
def session(runner: Runner) -> Session:
    """Under way, after one that is done: second time in the gym."""
    now = timezone.now()
    SessionFactory.create(runner=runner, day=runner.today(now) - timedelta(days=4), workout="B")
    return start_session(runner=runner, day=runner.today(now), workout="A", light=False, reasons=[], now=now)


def visit(page: Page, session: Session) -> None:
    """Until the script has taken over; a tap before that is a plain form's, logged without the device's own queue."""
    page.goto(session.get_absolute_url())
    expect(page.get_by_role("button", name="Tell me on the locked screen when a rest is over")).to_be_visible()


def planned(session: Session) -> int:
    return sum(len(one.targets) for one in session.movements.all())


def tick(page: Page, times: int) -> None:
    """That many sets, each as it is offered."""
    lane = page.get_by_label(LOGGED)
    before = int(lane.get_attribute("value") or 0)
    for number in range(before + 1, before + times + 1):
        page.locator(".set-next .set-tick:visible").tap()
        expect(lane).to_have_attribute("value", str(number))


def logged(page: Page) -> int:
    return int(page.get_by_label(LOGGED).get_attribute("value") or 0)


def all_sent(page: Page) -> None:
    """Until nothing waits on the device."""
    page.wait_for_function("() => !localStorage.getItem('sets-waiting')")


COUNT = """
for (const kind of ["click", "keydown"])
  addEventListener(kind, (event) => {
    if (event.isTrusted) sessionStorage.setItem(kind, Number(sessionStorage.getItem(kind)) + 1);
  }, true);
"""


@pytest.mark.parametrize("sets", [12, 15])
@pytest.mark.parametrize("first", [True, False], ids=["first time", "second time"])
def test_from_the_week_to_the_summary_takes_two_taps_more_than_sets(
    gym: BrowserContext, runner: Runner, sets: int, first: bool
) -> None:
    """Start, a tap a set, Finish; counted by the browser."""
    today = runner.today(timezone.now())
    foresee_strength_today(runner, today)
    if not first:
        SessionFactory.create(runner=runner, day=today - timedelta(days=4), workout="B")
    page = gym.new_page()
    page.add_init_script(COUNT)
    page.goto("/week/")
    today_s = page.locator(".lane-today")
    expect(today_s.get_by_text("Talk to a doctor first")).to_have_count(1 if first else 0)
    today_s.get_by_role("button", name="Start").tap()
    page.wait_for_url(re.compile("/sessions/[0-9a-f]{8}-"))
    session = runner.sessions.under_way().get()
    for place, movement in enumerate(session.movements.all()):
        # As many sets as are asked for here, whatever the day gives.
        movement.targets = (movement.targets * 5)[: sets // 5 + (1 if place < sets % 5 else 0)]
        movement.save()
    # On a busy machine the copy of a moment ago would come before the page.
    page.evaluate("() => caches.delete('pages')")
    page.reload()
    tick(page, sets)
    page.get_by_role("button", name="Finish and save").first.tap()
    expect(page.get_by_role("heading", name=f"{sets} of {sets} sets")).to_be_visible()
    taps, keys = page.evaluate("() => [sessionStorage.getItem('click'), sessionStorage.getItem('keydown')]")
    assert (int(taps), keys) == (sets + 2, None)
    assert LoggedSet.objects.filter(session=session).count() == sets


def test_the_next_set_is_above_the_fold_with_large_numbers_and_targets(gym: BrowserContext, session: Session) -> None:
    page = gym.new_page()
    visit(page, session)
    tick(page, 1)
    dock = page.locator("rest-timer").bounding_box()
    button = page.locator(".set-next .set-tick:visible").bounding_box()
    assert dock
    assert button
    assert button["y"] + button["height"] <= dock["y"], "the rest countdown hides the next set"
    for control in page.locator(".set-next .step:visible, .set-next .set-tick:visible, rest-timer button").all():
        box = control.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 48
    size = page.locator(".set-next .set-input:visible").first.evaluate(
        "one => parseFloat(getComputedStyle(one).fontSize)"
    )
    assert size >= 28
    assert re.fullmatch(r"\d:\d\d", page.locator(".rest-time").inner_text())


def test_offline_twenty_sets_outlive_a_reload_and_a_closed_browser(
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    site: str,
    runner: Runner,
    session: Session,
    tmp_path: Path,
) -> None:
    def opened() -> BrowserContext:
        options = {"base_url": site, "viewport": PHONE, "has_touch": True, **browser_type_launch_args}
        return browser_type.launch_persistent_context(tmp_path, **options)

    phone = opened()
    page = phone.new_page()
    log_in(page, runner)
    visit(page, session)
    wait_until_kept(page, session.get_absolute_url())
    phone.set_offline(True)
    tick(page, planned(session))
    while logged(page) < 20:
        page.get_by_role("navigation", name="Movements").get_by_role("link", name="Squat").tap()
        page.locator("[data-act=more]:visible").tap()
        tick(page, 1)
    expect(page.locator("#sync")).to_contain_text("20 sets waiting for a connection")
    page.reload()
    expect(page.get_by_label(LOGGED)).to_have_attribute("value", "20")
    phone.close()
    assert not LoggedSet.objects.exists()

    phone = opened()
    phone.set_offline(True)
    page = phone.new_page()
    visit(page, session)
    expect(page.get_by_label(LOGGED)).to_have_attribute("value", "20")
    phone.set_offline(False)
    all_sent(page)
    assert LoggedSet.objects.filter(session=session).count() == LoggedSet.objects.count() == 20
    page.reload()
    assert logged(page) == 20
    phone.close()


def test_a_double_tap_is_one_set(gym: BrowserContext, session: Session) -> None:
    page = gym.new_page()
    visit(page, session)
    page.locator(".set-next .set-tick:visible").dblclick()
    expect(page.get_by_label(LOGGED)).to_have_attribute("value", "1")
    all_sent(page)
    assert LoggedSet.objects.filter(session=session).count() == 1


def test_two_tabs_at_once_come_to_the_same(gym: BrowserContext, session: Session) -> None:
    one, two = gym.new_page(), gym.new_page()
    for tab in (one, two):
        visit(tab, session)
    one.locator(".set-next .set-tick:visible").tap()
    expect(two.get_by_label(LOGGED)).to_have_attribute("value", "1")
    two.locator(".set-next .set-tick:visible").tap()
    expect(one.get_by_label(LOGGED)).to_have_attribute("value", "2")
    # Both change the same set; the later change stands in both.
    for tab, reps in ((one, "9"), (two, "8")):
        tab.get_by_role("navigation", name="Movements").get_by_role("link", name="Squat").tap()
        row = tab.locator('#movement-1 .set[data-number="1"]')
        row.get_by_label("Reps", exact=True).fill(reps)
        row.locator(".set-tick").tap()
    for tab in (one, two):
        expect(tab.locator('#movement-1 .set[data-number="1"]').get_by_label("Reps", exact=True)).to_have_value("8")
        all_sent(tab)
    assert list(session.sets.filter(position=1).order_by("number").values_list("number", "reps")) == [(1, 8), (2, 10)]


def test_another_device_catches_up(browser: Browser, gym: BrowserContext, runner: Runner, session: Session) -> None:
    phone = gym.new_page()
    visit(phone, session)
    laptop = browser.new_context(base_url=str(phone.url).split("/sessions")[0])
    try:
        screen = laptop.new_page()
        log_in(screen, runner)
        visit(screen, session)
        tick(phone, 2)
        all_sent(phone)
        screen.evaluate("() => window.dispatchEvent(new Event('focus'))")
        expect(screen.get_by_label(LOGGED)).to_have_attribute("value", "2")
        screen.locator('#movement-1 .set[data-number="1"]').get_by_role("button", name="Undo").click()
        all_sent(screen)
        phone.evaluate("() => window.dispatchEvent(new Event('focus'))")
        expect(phone.get_by_label(LOGGED)).to_have_attribute("value", "1")
    finally:
        laptop.close()
    assert [one.number for one in session.sets.all()] == [2]


def test_steppers_swaps_warm_ups_and_leaving_out(gym: BrowserContext, session: Session) -> None:
    page = gym.new_page()
    visit(page, session)
    movement = page.locator("#movement-1")
    movement.get_by_role("link", name="Swap").tap()
    page.get_by_role("dialog").get_by_role("button", name="Goblet squat").tap()
    expect(movement).to_contain_text("Goblet squat")
    row = movement.locator('.set[data-number="1"]')
    row.get_by_role("button", name="Reps +").tap()
    row.get_by_role("button", name="kg +").tap()
    kg = float(row.get_by_label("kg", exact=True).input_value())
    assert kg > 0
    reps = int(row.get_by_label("Reps", exact=True).input_value())
    tick(page, 1)
    movement.get_by_text("Warm-up set").tap()
    movement.locator(".set-warm-up .set-tick").tap()
    movement.get_by_role("button", name="Leave it out").tap()
    expect(page.get_by_role("heading", name="Step-up")).to_be_visible()
    all_sent(page)
    squats = list(session.sets.filter(position=1).order_by("warm_up").values_list("variation__slug", "reps", "warm_up"))
    assert squats == [("goblet-squat", reps, False), ("goblet-squat", 8, True)]
    assert session.sets.get(warm_up=False).kg == kg
    assert session.movements.get(position=1).skipped
    page.reload()
    expect(page.get_by_role("heading", name="Step-up")).to_be_visible()


def test_a_hold_is_timed_and_logged_by_itself(gym: BrowserContext, session: Session) -> None:
    page = gym.new_page()
    page.clock.install()
    visit(page, session)
    page.get_by_role("navigation", name="Movements").get_by_role("link", name="Plank").tap()
    page.locator("#movement-6").get_by_role("button", name="Start the hold").tap()
    hold = page.get_by_role("dialog")
    expect(hold).to_contain_text("Get ready")
    page.clock.run_for(6000)
    expect(hold).to_contain_text("Hold")
    page.reload()
    expect(page.get_by_role("dialog")).to_contain_text("Hold")
    page.clock.run_for(40_000)
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_label(LOGGED)).to_have_attribute("value", "1")
    all_sent(page)
    assert session.sets.get().seconds == 30


def test_what_is_typed_wrong_is_said_beside_its_field(gym: BrowserContext, session: Session) -> None:
    page = gym.new_page()
    visit(page, session)
    row = page.locator('#movement-1 .set[data-number="1"]')
    row.get_by_label("Reps", exact=True).fill("500")
    page.locator(".set-next .set-tick:visible").tap()
    expect(row).to_contain_text("Between 1 and 200, in whole numbers.")
    expect(row.get_by_label("Reps", exact=True)).to_be_focused()
    assert logged(page) == 0


def test_the_whole_session_by_keyboard_and_names(gym: BrowserContext, session: Session) -> None:
    """What a screen reader says and a keyboard reaches is enough; nothing is looked up by class or place."""
    page = gym.new_page()
    visit(page, session)
    page.get_by_role("heading", name="Squat").focus()
    total = planned(session)
    for done in range(total):
        page.get_by_role("button", name=re.compile("^Log set")).first.focus() if done == 0 else None
        expect(page.locator(":focus")).to_have_accessible_name(re.compile(r"^Log set \d"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("progressbar", name=LOGGED)).to_have_attribute("value", str(done + 1))
    expect(page.get_by_role("heading", name="That was all of it.")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Finish and save").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"{total} of {total} sets")).to_be_visible()


def test_finishing_without_a_connection_is_sent_later(gym: BrowserContext, session: Session) -> None:
    page = gym.new_page()
    visit(page, session)
    tick(page, 3)
    gym.set_offline(True)
    tick(page, 1)
    page.get_by_role("radio", name="7", exact=True).first.check(force=True)
    page.get_by_role("button", name="Finish and save").last.tap()
    expect(page.locator("#sync")).to_contain_text("Saved on this phone.", timeout=15_000)
    gym.set_offline(False)
    page.wait_for_url(session.get_absolute_url())
    expect(page.get_by_role("heading", name=f"4 of {planned(session)} sets")).to_be_visible()
    session.refresh_from_db()
    assert (session.is_done, session.effort) == (True, 7)


def test_the_next_session_begins_with_its_first_set(gym: BrowserContext, runner: Runner) -> None:
    page = gym.new_page()
    page.goto("/sessions/next/")
    gym.set_offline(True)
    tick(page, 2)
    gym.set_offline(False)
    all_sent(page)
    session = Session.objects.get(runner=runner)
    assert (session.status, session.sets.count(), session.movements.count()) == ("under-way", 2, 5)
    page.goto("/sessions/next/")
    assert page.url.endswith(session.get_absolute_url())
    assert logged(page) == 2


def test_a_change_that_the_server_does_not_take_is_said_and_the_others_go_on(
    gym: BrowserContext, session: Session
) -> None:
    page = gym.new_page()
    visit(page, session)
    page.route(f"**/sets/{session.set_id(1, 1)}", lambda route: route.fulfill(status=422, json={"errors": []}))
    tick(page, 2)
    expect(page.locator("#sync")).to_contain_text("The server did not take a change. It is kept on this phone.")
    all_sent(page)
    assert [one.number for one in session.sets.all()] == [2]
    page.reload()
    expect(page.locator("#sync")).to_contain_text("The server did not take a change. It is kept on this phone.")


def test_who_was_logged_out_logs_in_again_and_loses_nothing(
    gym: BrowserContext, runner: Runner, session: Session
) -> None:
    page = gym.new_page()
    visit(page, session)
    gym.clear_cookies()
    tick(page, 2)
    expect(page.locator("#sync")).to_contain_text("Log in again to send your sets")
    other = gym.new_page()
    log_in(other, runner)
    page.evaluate("() => window.dispatchEvent(new Event('focus'))")
    all_sent(page)
    assert session.sets.count() == 2
