"""What people come for, from the first tap to the last."""

import re
from datetime import UTC, datetime, time, timedelta

from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import foresee_strength_today, work
from tests.training.runfiles.samples import make_fit, make_gpx, make_tcx
from training.models import LoggedSet, Run, Runner, Session


def test_someone_browsing_finds_a_guide(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Guides").click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.get_by_role("link", name=re.compile("Squat")).first.click()
    expect(page.get_by_role("heading", level=1, name=re.compile("Squat"))).to_be_visible()
    expect(page.get_by_role("heading", name="In 30 seconds")).to_be_visible()
    expect(page.get_by_role("img", name=re.compile("[Ss]quat")).first).to_be_visible()
    page.get_by_role("navigation", name="Tabs").get_by_role("link", name="Why").click()
    expect(page.locator("#E11")).to_be_visible()


def test_someone_browsing_taps_a_week_together(page: Page) -> None:
    page.goto("/which-days/")
    answer = page.get_by_role("status").filter(has_text="Strength on")
    expect(answer).to_contain_text("Monday and Thursday")
    page.get_by_role("group", name=re.compile("Thursday")).get_by_label("Long").check()
    if page.get_by_role("button", name="Show the days").is_visible():
        page.get_by_role("button", name="Show the days").click()
    expect(answer).not_to_contain_text("Thursday")
    expect(page.get_by_role("group", name=re.compile("Thursday")).get_by_label("Long")).to_be_checked()


def test_a_runner_signs_up_imports_three_files_and_sees_the_days(page: Page) -> None:
    page.goto("/accounts/signup/")
    page.get_by_label("Email").fill("anna@example.com")
    page.get_by_label("Password").fill("four-easy-kilometres")
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url("**/week/")

    page.get_by_role("link", name="Import runs").click()
    today = datetime.combine(timezone.now().date(), time(7), tzinfo=UTC)
    page.get_by_label("Your files").set_input_files(
        [
            FilePayload(name=name, mimeType="application/octet-stream", buffer=data)
            for name, data in [
                ("easy.fit", make_fit(start=today - timedelta(days=1), metres=8000, seconds=2880)),
                ("tempo.gpx", make_gpx(start=today - timedelta(days=3), metres=10000, seconds=2700)),
                ("long.tcx", make_tcx(start=today - timedelta(days=6), metres=20000, seconds=7500)),
            ]
        ]
    )
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", name="Reading your files")).to_be_visible()
    work()
    page.get_by_role("button", name="Add them").click()
    work()
    expect(page.get_by_text("new runs", exact=True)).to_be_visible()
    assert Run.objects.filter(runner__email="anna@example.com").count() == 3

    page.get_by_role("link", name="See your week").click()
    expect(page.get_by_text("Strength on")).to_be_visible()
    expect(page.locator(".lane-chosen").first).to_contain_text("Strength")


def test_a_runner_does_the_recommended_session_and_finds_it_in_the_history(runners_page: Page, runner: Runner) -> None:
    page = runners_page
    today = runner.today(timezone.now())
    foresee_strength_today(runner, today)
    page.goto("/week/")
    page.locator(".lane-today").get_by_role("button", name="Start").click()
    page.wait_for_url(re.compile("/sessions/[0-9a-f-]{36}/"))

    session = Session.objects.get(runner=runner)
    planned = sum(len(movement.targets) for movement in session.movements.all())
    for number in range(1, planned + 1):
        page.locator(".set-next .set-tick:visible").click()
        expect(page.get_by_label("Sets done")).to_have_attribute("value", str(number))
    page.get_by_role("button", name="Finish and save").first.click()
    expect(page.get_by_role("heading", name=f"{planned} of {planned} sets")).to_be_visible()
    assert LoggedSet.objects.filter(session=session).count() == planned
    session.refresh_from_db()
    assert session.status == Session.Status.DONE

    page.goto("/history/")
    expect(page.get_by_text(re.compile("1 of 2|1 session")).first).to_be_visible()
