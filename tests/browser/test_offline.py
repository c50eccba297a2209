"""What is left without a connection: the week, the session, the guides; and nothing of anybody else."""

import re
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from config import http, pwa
from tests.browser.conftest import LEFT, PASSWORD, PHONE, log_in
from tests.config.management.commands.test_start import body, started
from tests.factories import RunnerFactory
from tests.postgres import free_port
from tests.training.views.sessions.taps import start
from training.models import LoggedSet, Runner

KEPT = """async () => {
  const cache = await caches.open("pages");
  return (await cache.keys()).map((key) => new URL(key.url).pathname);
}"""
VERSIONS = "async () => (await caches.keys()).filter((name) => name.startsWith('static-'))"
KEPT_BY = """async (version) => {
  const copy = await caches.match("/exercises/calf-raise/", { cacheName: "pages" });
  return copy?.headers.get("Kept-Version") === version && Boolean(navigator.serviceWorker.controller);
}"""
# The pages for the reader's language, and the page for no connection in it.
ALL_KEPT_IN = """async (language) => {
  const pages = await caches.open("pages");
  const copies = await Promise.all((await pages.keys()).map((key) => pages.match(key)));
  const offline = await (await caches.match("/offline/"))?.text();
  // A copy that was there a moment ago may be forgotten by now.
  const isIn = (copy) => copy?.headers.get("Kept-For").endsWith(` ${language}`);
  return copies.every(isIn) && offline?.includes(`lang="${language}"`);
}"""
# Said by the browser itself of every answer that is an error, and meant here.
MEANT = re.compile(rf"{LEFT.pattern}|net::ERR_INTERNET_DISCONNECTED|status of 404")


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """A phone that may keep pages; an error in a console, the worker's among them, fails the journey."""
    context = browser.new_context(base_url=site, viewport=PHONE, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(30_000)
    errors: list[str] = []
    context.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    context.on("weberror", lambda error: errors.append(str(error.error)))
    yield context
    context.close()
    assert [error for error in errors if not MEANT.search(error)] == []


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def wait_until(page: Page, script: str, arg: Any = None, seconds: float = 60) -> None:
    """Until the asynchronous `script` answers yes."""
    end = time.monotonic() + seconds
    while not page.evaluate(script, arg):
        assert time.monotonic() < end, f"never came true: {script} with {arg}; kept are {kept(page)}"
        page.wait_for_timeout(50)


def kept(page: Page) -> list[str]:
    return list(page.evaluate(KEPT))


def wait_until_kept(page: Page, *paths: str) -> None:
    """Until the worker has taken over, the guides are kept, which come last, and those pages too."""
    wait_until(page, "() => Boolean(navigator.serviceWorker.controller)")
    paths = ("/exercises/", "/why/", "/exercises/squat/", "/exercises/calf-raise/", *paths)
    wait_until(
        page,
        f"async (paths) => {{ const kept = await ({KEPT})(); return paths.every((path) => kept.includes(path)) }}",
        list(paths),
    )


def movement(page: Page) -> Locator:
    """The name of the movement in focus on a session's page."""
    return page.locator(".movement-name:visible")


def log_out(page: Page) -> None:
    page.goto("/settings/")
    page.get_by_role("button", name="Log out").click()
    page.wait_for_url(lambda address: not address.endswith("/settings/"))


@pytest.fixture
def another_runner(site: str) -> Runner:
    runner = RunnerFactory.create()
    runner.set_password(PASSWORD)
    runner.save()
    return runner


def test_after_one_visit_the_guides_are_read_offline(page: Page, context: BrowserContext) -> None:
    page.goto("/")
    wait_until_kept(page)
    context.set_offline(True)
    page.goto("/exercises/")
    expect(page.get_by_text("No connection. This page is from")).to_be_visible()
    page.get_by_role("link", name=re.compile("Calf raise")).first.click()
    expect(page.get_by_role("heading", level=1, name="Calf raise")).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.body).fontVariantNumeric") == "tabular-nums", "styled"
    page.goto("/exercises/?q=knee")
    expect(page.get_by_role("heading", level=1, name="Seven movements")).to_be_visible()


def test_a_page_that_came_before_the_worker_took_over_is_kept(
    page: Page, context: BrowserContext, runner: Runner
) -> None:
    page.add_init_script("window.requestIdleCallback = (act) => { window.goOn = act }")
    log_in(page, runner)
    page.reload()
    context.new_page().goto("/exercises/")
    wait_until(page, "() => Boolean(navigator.serviceWorker.controller)")
    page.evaluate("() => window.goOn()")
    wait_until_kept(page, "/week/")


def test_the_week_and_a_session_are_read_offline(page: Page, context: BrowserContext, runner: Runner) -> None:
    log_in(page, runner)
    session = start(runner).get_absolute_url()
    wait_until_kept(page, "/week/")
    page.goto(f"{session}?movement=2")
    wait_until_kept(page, session)
    context.set_offline(True)
    page.goto("/week/")
    expect(page.locator(".week-lanes")).to_be_visible()
    for query in ("?movement=2", "?movement=1", ""):
        page.goto(session + query)
        expect(movement(page)).to_be_visible()
    page.goto("/week/")
    expect(page.locator("#kept-note")).to_be_visible()
    context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_text("No connection.")).to_be_hidden()


def test_a_session_goes_on_offline_with_the_sets_logged_there(
    page: Page, context: BrowserContext, runner: Runner
) -> None:
    log_in(page, runner)
    wait_until_kept(page, "/week/")
    session = start(runner)
    page.goto(session.get_absolute_url())
    wait_until_kept(page, session.get_absolute_url())
    lane = page.get_by_label("Sets done")
    context.set_offline(True)
    page.reload()
    page.locator(".set-next .set-tick:visible").click()
    expect(lane).to_have_attribute("value", "1")
    page.reload()
    expect(lane).to_have_attribute("value", "1")
    assert LoggedSet.objects.count() == 0
    context.set_offline(False)
    page.reload()
    wait_until(page, "async () => !localStorage.getItem('sets-waiting')")
    assert LoggedSet.objects.get().session == session


def test_the_offline_page_leads_to_what_is_kept(page: Page, context: BrowserContext, runner: Runner) -> None:
    log_in(page, runner)
    wait_until_kept(page, "/week/")
    session = start(runner).get_absolute_url()
    page.goto(session)
    wait_until_kept(page, session)
    context.set_offline(True)
    page.goto("/history/")
    expect(page.get_by_role("heading", level=1, name="No connection right now")).to_be_visible()
    assert page.url.endswith("/history/")
    page.get_by_role("link", name=re.compile("^Deadlift")).click()
    expect(page.get_by_role("heading", level=1, name="Deadlift")).to_be_visible()
    page.go_back()
    page.locator(f'kept-pages a[href="{session}"]').click()
    page.wait_for_url(f"**{session}")
    expect(movement(page)).to_be_visible()
    page.goto("/history/")
    context.set_offline(False)
    expect(page.get_by_role("heading", level=1)).not_to_have_text("No connection right now")


def test_only_pages_of_the_list_are_kept(page: Page, runner: Runner) -> None:
    log_in(page, runner)
    wait_until_kept(page)
    for address in (
        "/settings/",
        "/history/",
        "/runs/",
        "/sessions/",
        "/sessions/new/",
        "/exercises/?q=knee",
        "/nowhere/",
    ):
        page.goto(address)
    page.goto("/exercises/")
    page.get_by_role("searchbox").fill("calves")
    expect(page.get_by_text("movements fit.")).to_be_visible()
    page.goto("/week/2026-W10/")
    allowed = re.compile(r"/(week|why|exercises(/[\w-]+)?|sessions/next)/")
    assert [path for path in kept(page) if not allowed.fullmatch(path)] == []
    texts = page.evaluate(
        """async () => {
          const cache = await caches.open("pages");
          const copies = await Promise.all((await cache.keys()).map((key) => cache.match(key)));
          return Promise.all(copies.map((copy) => copy.text()));
        }"""
    )
    assert all(text.strip().startswith("<!doctype html>") and "data-kept=" in text for text in texts), "no fragment"


def test_a_page_named_by_another_is_kept_beforehand(
    page: Page, context: BrowserContext, runner: Runner, another_runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in(page, runner)
    wait_until_kept(page)
    session, strangers = start(runner).get_absolute_url(), start(another_runner).get_absolute_url()
    named = "".join(f'<meta name="keep-offline" content="{path}">' for path in (session, strangers, "/settings/"))

    def naming(*args: Any, **kwargs: Any) -> HttpResponse:
        answer = http.page(*args, **kwargs)
        answer.content = answer.content.replace(b"</head>", f"{named}</head>".encode())
        return answer

    monkeypatch.setattr("training.views.history.weeks.page", naming)
    page.goto("/history/")
    wait_until_kept(page, session)
    assert {strangers, "/settings/"} & set(kept(page)) == set()
    context.set_offline(True)
    page.goto(session)
    expect(movement(page)).to_be_visible()


@pytest.mark.parametrize("how", ["by the button", "by losing the cookie"])
def test_nothing_is_left_for_another_runner(
    how: str, page: Page, context: BrowserContext, runner: Runner, another_runner: Runner
) -> None:
    log_in(page, runner)
    session = start(runner).get_absolute_url()
    wait_until_kept(page, "/week/")
    page.goto(session)
    wait_until_kept(page, session)
    if how == "by the button":
        log_out(page)
    else:
        context.clear_cookies()
        page.goto("/week/")
        page.wait_for_url(re.compile("/accounts/login/"))
    wait_until(page, f"async () => !(await ({KEPT})()).some((path) => /week|sessions/.test(path))")
    log_in(page, another_runner)
    wait_until_kept(page, "/week/")
    assert session not in kept(page)
    context.set_offline(True)
    page.goto(session)
    expect(page.get_by_role("heading", level=1, name="No connection right now")).to_be_visible()
    assert runner.email not in page.content()
    page.goto("/week/")
    assert page.locator("html").get_attribute("data-runner") == str(another_runner.pk)


def test_after_a_switch_nothing_kept_is_in_the_language_of_before(
    page: Page, context: BrowserContext, runner: Runner
) -> None:
    log_in(page, runner)
    for path in ("/week/", "/exercises/squat/"):
        wait_until_kept(page, path)
    page.goto("/settings/")
    section = page.locator("#language")
    section.get_by_label("Deutsch").check()
    section.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Sprache")).to_be_visible()
    wait_until_kept(page, "/exercises/squat/")
    wait_until(page, ALL_KEPT_IN, "de")
    assert "/week/" not in kept(page)
    page.goto("/week/")
    wait_until_kept(page, "/week/")
    context.set_offline(True)
    page.goto("/week/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    page.goto("/history/")
    expect(page.get_by_role("heading", level=1, name="Gerade keine Verbindung")).to_be_visible()


def test_a_deleted_session_is_not_kept(page: Page, context: BrowserContext, runner: Runner) -> None:
    log_in(page, runner)
    session = start(runner)
    address = session.get_absolute_url()
    wait_until_kept(page)
    page.goto(address)
    wait_until_kept(page, address)
    session.delete()
    page.goto(address)
    wait_until(page, f"async (path) => !(await ({KEPT})()).includes(path)", address)


def test_a_new_version_takes_over_and_leaves_no_old_file_behind(
    page: Page, context: BrowserContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    def visit(page: Page, version: str) -> None:
        monkeypatch.setattr(pwa, "version", lambda: version)
        page.goto("/")
        wait_until(page, KEPT_BY, version)

    visit(page, "first")
    assert page.evaluate(VERSIONS) == ["static-first"]
    other = context.new_page()
    visit(other, "second")
    assert page.evaluate(VERSIONS) == ["static-first", "static-second"], "the page still open has its files"
    visit(other, "third")
    assert page.evaluate(VERSIONS) == ["static-second", "static-third"]
    context.set_offline(True)
    other.goto("/exercises/")
    expect(other.get_by_role("heading", level=1, name="Seven movements")).to_be_visible()


def test_a_broken_worker_leaves_the_site_as_it_is(page: Page, context: BrowserContext) -> None:
    page.goto("/")
    wait_until_kept(page)
    worker = context.service_workers[0]
    worker.evaluate(
        "() => { CacheStorage.prototype.open = CacheStorage.prototype.match = async () => { throw new Error('full') } }"
    )
    page.goto("/why/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.body).fontVariantNumeric") == "tabular-nums", "styled"


def test_hashed_files_are_kept_when_the_server_is_gone(browser: Browser, tmp_path: Path) -> None:
    """As it is hosted: hashed names, and a real server that stops."""
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    with started(tmp_path, port := free_port()):
        body(port, "/healthz")
        page.goto(f"http://127.0.0.1:{port}/")
        wait_until_kept(page)
        files = page.evaluate(
            f"async () => (await (await caches.open((await ({VERSIONS})())[0])).keys()).map((key) => key.url)"
        )
    names = [address for address in files if "/static/" in address]
    assert len(names) == len(pwa.shell())
    assert all(re.search(r"\.[0-9a-f]{12}\.\w+$", name) for name in names)
    page.goto(f"http://127.0.0.1:{port}/exercises/squat/")
    expect(page.get_by_role("heading", level=1, name="Squat")).to_be_visible()
    expect(page.locator("#kept-note")).to_be_visible()
    assert page.evaluate("() => document.fonts.check('20px \"Barlow Condensed\"')")
    context.close()


def test_a_slow_answer_is_bridged_by_the_copy(page: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    page.goto("/")
    wait_until_kept(page)
    answered, answer = threading.Event(), WSGIHandler.get_response

    def slowly(self: WSGIHandler, request: HttpRequest) -> HttpResponseBase:
        if request.path == "/why/":
            answered.wait(8)
        return answer(self, request)

    monkeypatch.setattr(WSGIHandler, "get_response", slowly)
    page.goto("/why/")
    expect(page.locator("#kept-note")).to_be_visible()
    answered.set()
