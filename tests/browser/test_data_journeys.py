"""Leaving with everything, and coming back with it."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import PASSWORD, log_in, work
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory
from training.models import Runner


def downloaded(page: Page, to: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the zip").click()
    found = to / download.value.suggested_filename
    download.value.save_as(found)
    return found


def test_a_runner_takes_everything_along_and_brings_it_into_another_account(
    runners_page: Page, runner: Runner, tmp_path: Path
) -> None:
    page = runners_page
    RunFactory.create(runner=runner, title="Along the river")
    LoggedSetFactory.create(session__runner=runner)
    page.goto("/settings/")
    page.get_by_role("link", name="Take everything with you").click()
    expect(page.get_by_role("listitem").filter(has_text="1 strength session")).to_be_visible()
    archive = downloaded(page, tmp_path)
    assert archive.name.startswith("sets-and-strides-20")
    assert archive.read_bytes()[:2] == b"PK"

    other = RunnerFactory.create()
    other.set_password(PASSWORD)
    other.save()
    page.context.clear_cookies()
    log_in(page, other)
    page.goto("/data/export/")
    page.get_by_role("link", name="Import", exact=True).click()
    page.get_by_label("Your files").set_input_files(archive)
    page.get_by_role("button", name="Read them").click()
    work()
    expect(page.get_by_text("From an account: 1 run and 1 strength session.")).to_be_visible()
    page.get_by_role("button", name="Add them").click()
    work()
    expect(page.get_by_role("link", name="See your week")).to_be_visible()
    assert other.runs.get().title == "Along the river"
    assert other.sessions.get().sets.count() == 1


def test_a_runner_deletes_the_account(runners_page: Page, runner: Runner, tmp_path: Path) -> None:
    page = runners_page
    RunFactory.create(runner=runner)
    page.goto("/settings/")
    page.get_by_role("link", name="Delete your account").click()
    downloaded(page, tmp_path)
    page.get_by_label("Your password").fill(PASSWORD)
    page.get_by_role("button", name="Delete everything").click()
    expect(page.get_by_role("heading", name="Your account is deleted")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text="1 run")).to_be_visible()
    assert not Runner.objects.exists()
    page.goto("/week/")
    expect(page.get_by_role("heading", name="Log in")).to_be_visible()
