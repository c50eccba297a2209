"""Bringing years of runs: chosen, watched while they are read, looked over, added, and taken back as a whole."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import work
from tests.training.runfiles.samples import START, make_fit, make_gpx, make_zip
from training.actions import imports
from training.actions.imports import reading
from training.models import Import, Runner

FILES = 40


def archive() -> FilePayload:
    """Forty runs, one of them twice, a ride and a page that is no run at all."""
    files = {f"activities/{n}.gpx": make_gpx(start=START - timedelta(days=n)) for n in range(FILES - 3)}
    files |= {"activities/again.fit": make_fit(), "activities/ride.fit": make_fit(sport="cycling")}
    files |= {"activities/saved.gpx": b"<!doctype html><html><title>Log in</title></html>"}
    return FilePayload(name="export.zip", mimeType="application/zip", buffer=make_zip(files).getvalue())


def choose(page: Page, *files: FilePayload) -> None:
    page.goto("/runs/import/")
    page.get_by_label("Your files").set_input_files(list(files))
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", name="Reading your files")).to_be_visible()


def test_an_archive_is_read_looked_over_added_and_taken_back(
    runners_page: Page, runner: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = runners_page
    choose(page, archive())
    # Ten files, and however long a busy machine takes for them.
    monkeypatch.setattr(reading, "MOST_STEPS_UNKEPT", 10)
    monkeypatch.setattr(reading, "SECONDS_BETWEEN_WORDS", 60)
    seen = watching(page, runner.imports.get())
    imports.read(pk=runner.imports.get().pk, clock=lambda: next(seen))

    expect(page.get_by_role("heading", name="Look over your import")).to_be_visible()
    expect(page.locator("#import-summary")).to_contain_text("37 new runs")
    expect(page.locator("#outcome-known")).to_contain_text("so it counts once")
    expect(page.locator("#outcome-unreadable")).to_contain_text("login page")
    expect(page.locator("#outcome-no-run")).to_contain_text("a ride")
    assert not runner.runs.exists()

    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("heading", name="Adding what you confirmed")).to_be_visible()
    work()
    expect(page.get_by_role("link", name="See your week")).to_be_visible()
    assert runner.runs.count() == 37

    page.get_by_text("Take this import back").click()
    page.get_by_role("button", name="Take it back").click()
    expect(page.locator("#import-summary")).to_contain_text("Taken back on")
    assert not runner.runs.exists()


def watching(page: Page, work: Import) -> Iterator[datetime]:
    """The clock of a worker who waits, once ten files are read, until the page has told so."""
    while not work.uploads.filter(steps_read__gte=10).exists():
        yield timezone.now()
    expect(page.locator("#import-progress")).to_contain_text("10 of 40 files are read")
    expect(page.locator("#import-progress")).to_contain_text("10 runs found")
    while True:
        yield timezone.now()


def test_a_run_twice_is_for_the_runner_to_choose_before_and_after(
    runners_page: Page, runner: Runner, has_scripts: bool
) -> None:
    page = runners_page
    watch = FilePayload(name="watch.fit", mimeType="", buffer=make_fit())
    phone = make_gpx(start=START + timedelta(minutes=6), metres=6900, seconds=2400)
    choose(page, watch, FilePayload(name="phone.gpx", mimeType="", buffer=phone))
    work()
    unclear = page.locator("#outcome-unclear")
    expect(unclear).to_contain_text("so it counts once")

    def decide(name: str) -> None:
        unclear.get_by_role("radio", name=name).press("Space")
        if not has_scripts:
            unclear.get_by_role("button", name="Keep this choice").click()

    decide("Keep both")
    expect(page.locator("#import-summary")).to_contain_text("2 new runs")
    page.get_by_role("button", name="Add them").click()
    work()
    expect(page.get_by_role("link", name="See your week")).to_be_visible()
    assert runner.runs.count() == 2
    decide("Count once")
    expect(page.locator("#import-summary")).to_contain_text("1 new run")
    assert runner.runs.get().source == "fit"


def test_an_import_is_cancelled_while_it_is_read(runners_page: Page, runner: Runner) -> None:
    page = runners_page
    choose(page, archive())
    page.get_by_role("button", name="Cancel the import").click()
    expect(page.get_by_text("Nothing was added, and its files are deleted.")).to_be_visible()
    work()
    assert not runner.runs.exists()
    assert not runner.imports.get().items.exists()


def test_a_table_without_a_unit_asks_for_it(runners_page: Page, runner: Runner) -> None:
    page = runners_page
    table = (
        b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        b'2026-03-02 18:00:00,"Legs","Squat (Barbell)",1,225,5,0,0,"","",\n'
    )
    choose(page, FilePayload(name="strong.csv", mimeType="text/csv", buffer=table))
    work()
    expect(page.get_by_text("Squat (Barbell): 225.0 × 5")).to_be_visible()
    page.get_by_role("radio", name="pounds").press("Space")
    page.get_by_role("button", name="Read it again").click()
    work()
    expect(page.locator("#import-summary")).to_contain_text("1 new strength session")
    page.get_by_role("button", name="Add them").click()
    work()
    expect(page.get_by_role("link", name="See your week")).to_be_visible()
    assert round(runner.sessions.get().sets.get().kg or 0) == 102
