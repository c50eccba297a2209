"""A real Chromium on a live server; each journey is walked with JavaScript and without."""

import os
import re
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult
from playwright.sync_api import Browser, Page, ViewportSize, expect
from pytest_django.live_server_helper import LiveServer

from tests.factories import RunFactory, RunnerFactory
from training.models import Runner

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PHONE: ViewportSize = {"width": 390, "height": 844}
PASSWORD = "four-easy-kilometres"

# Said by htmx of a request under way when its page is left. What the server answers wrongly is htmx:responseError.
LEFT = re.compile(r"htmx:(afterRequest|sendAbort|sendError)")
# Other journeys share the processor.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.filterwarnings("ignore:.*base_url.*"))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium found: install the package chromium to run this"))


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    flags = "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    flags += " --disable-component-update --disable-sync"
    return {"executable_path": CHROMIUM, "args": flags.split()}


@pytest.fixture(scope="session", autouse=True)
def synchronous_django_beside_playwright() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, in which Django would refuse to touch the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    yield
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def site(transactional_db: None, live_server: LiveServer) -> str:
    """The live server's address."""
    return str(live_server.url)


@pytest.fixture
def locale() -> str:
    """What the browser asks pages to be in."""
    return "en-GB"


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, browser: Browser, site: str, locale: str) -> Iterator[Page]:
    """A phone-sized window; an error in the page's console fails the journey."""
    context = browser.new_context(
        base_url=site,
        viewport=PHONE,
        java_script_enabled=request.param,
        timezone_id="Europe/Berlin",
        locale=locale,
        reduced_motion="reduce",
        # Has its own journeys, in test_offline.py; here it would ask for pages beside those that are walked through.
        service_workers="block",
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert [error for error in errors if not LEFT.match(error)] == []


@pytest.fixture
def has_scripts(request: pytest.FixtureRequest, page: Page) -> bool:
    """Whether the window of this journey runs JavaScript."""
    return bool(request.node.callspec.params["page"])


@pytest.fixture
def runner(site: str) -> Runner:
    runner = RunnerFactory.create()
    runner.set_password(PASSWORD)
    runner.save()
    return runner


@pytest.fixture
def runners_page(page: Page, runner: Runner) -> Page:
    """A window in which `runner` has logged in."""
    log_in(page, runner)
    return page


def log_in(page: Page, runner: Runner) -> None:
    page.goto("/accounts/login/")
    page.get_by_label("Email").fill(runner.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/week/")


def foresee_strength_today(runner: Runner, today: date) -> None:
    """Eight weeks with an easy run on today's weekday and tomorrow's: a plain place for strength."""
    for back in range(7, 57, 7):
        for extra in (0, 1):
            day = today - timedelta(days=back - extra)
            RunFactory.create(runner=runner, start=datetime.combine(day, time(12), tzinfo=UTC))


def work() -> None:
    """What the browser asked of a worker a moment ago, done; a click does not wait for the server to hear of it."""
    end = monotonic() + 20
    while not DBTaskResult.objects.ready().exists():
        assert monotonic() < end, "nobody asked for anything"
        sleep(0.05)
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)
