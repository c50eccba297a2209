"""A year at a look: reached from the keyboard, read by its names, and printed."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from exercises.models import Variation
from tests.browser.conftest import log_in
from tests.factories import LoggedSetFactory, RunFactory, SessionFactory
from training.models import LoggedSet, Run, Runner, Session

DAY = timedelta(days=1)


@pytest.fixture
def year(runner: Runner) -> int:
    """Last year: from March on two sessions a week, a run on most days, a race, and a week ill."""
    year = timezone.localdate().year - 1
    variations = list(Variation.objects.filter(is_default=True).select_related("exercise"))
    first = date(year, 3, 1) + (7 - date(year, 3, 1).weekday()) % 7 * DAY
    runs, sessions, sets = list[Run](), list[Session](), list[LoggedSet]()
    for week in range(40):
        monday = first + 7 * week * DAY
        for weekday in (1, 4):
            session = SessionFactory.build(runner=runner, day=monday + weekday * DAY)
            sessions.append(session)
            for position, variation in enumerate(variations, 1):
                reps, seconds = (None, 40) if variation.timed else (10, None)
                kg = 10.0 + week if variation.loaded else None
                work = {"reps": reps, "seconds": seconds, "kg": kg, "per_leg": variation.per_leg}
                sets.append(LoggedSetFactory.build(session=session, variation=variation, position=position, **work))
        for weekday, kind, metres in ((0, "easy", 6000), (2, "hard", 9000), (6, "long", 15000 + 100 * week)):
            day = monday + weekday * DAY
            start = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            told_of = {"day": day, "start": start, "kind": kind, "metres": metres, "seconds": metres * 0.36}
            runs.append(RunFactory.build(runner=runner, **told_of))
    Run.objects.bulk_create(runs)
    Session.objects.bulk_create(sessions)
    LoggedSet.objects.bulk_create(sets)
    told = {"first": first + 70 * DAY, "ended_on": first + 77 * DAY, "told_at": timezone.now()}
    runner.conditions.create(kind="ill", **told)
    return year


def test_somebody_reads_a_year_by_its_names(runners_page: Page, year: int) -> None:
    page = runners_page
    page.goto(f"/history/{year}/")
    expect(page.get_by_role("heading", level=1, name=str(year))).to_be_visible()
    expect(page.get_by_role("region", name="What the year came to")).to_contain_text("80")
    summer = page.get_by_role("group", name=f"May to August {year}")
    expect(summer).to_have_accessible_description(re.compile(r"^\d+ strength sessions, \d+ runs, .* Ill or away on 7"))
    months = page.get_by_role("region", name="Month by month")
    expect(months.get_by_role("row", name=re.compile("^The year 80 "))).to_be_visible()
    firsts = page.get_by_role("region", name="Firsts and bests").get_by_role("link")
    expect(firsts).to_have_count(4)
    firsts.filter(has_text="The longest run").click()
    expect(page.get_by_role("main")).to_contain_text("18.90 km")
    page.go_back()
    squat = page.get_by_role("row", name=re.compile("^Squat "))
    squat.get_by_role("link").last.click()
    assert re.fullmatch(r"/sessions/[0-9a-f-]{36}/", page.evaluate("location.pathname"))


def test_the_months_are_reached_by_keyboard(runners_page: Page, runner: Runner, year: int) -> None:
    page = runners_page
    page.goto(f"/history/{year}/")
    months = page.locator(".year-calendar").get_by_role("link")
    expect(months).to_have_count(12)
    page.get_by_role("link", name="January: nothing logged").focus()
    for name in ("February: nothing logged", "March: "):
        page.keyboard.press("Tab")
        focused = page.locator(".year-calendar a:focus-visible")
        expect(focused).to_have_accessible_name(re.compile(f"^{name}"))
        assert focused.locator("path").evaluate("path => getComputedStyle(path).stroke") != "none"
    page.keyboard.press("Enter")
    page.wait_for_url("**/history/?before=*")
    last_week = runner.week_of(date(year, 3, 31))
    assert page.evaluate("location.search") == f"?before={last_week + 7 * DAY}"


def test_a_year_with_nothing_leads_to_those_beside_it(runners_page: Page, runner: Runner, year: int) -> None:
    SessionFactory.create(runner=runner, day=date(year - 2, 5, 5))
    page = runners_page
    page.goto(f"/history/{year - 1}/")
    expect(page.get_by_role("heading", name="Nothing was logged in this year")).to_be_visible()
    page.get_by_role("navigation", name="Years").get_by_role("link", name=str(year - 2)).click()
    expect(page.get_by_role("heading", level=1, name=str(year - 2))).to_be_visible()
    page.get_by_role("navigation", name="Years").get_by_role("link", name=str(year)).click()
    expect(page.get_by_role("region", name="What the year came to")).to_contain_text("80")


@pytest.fixture
def paper(browser: Browser, site: str, runner: Runner) -> Iterator[Page]:
    """A window as wide as a sheet of A4 within our margins, styled for print."""
    context = browser.new_context(base_url=site, viewport={"width": 718, "height": 200}, service_workers="block")
    page = context.new_page()
    log_in(page, runner)
    page.emulate_media(media="print")
    yield page
    context.close()


def test_the_yearly_review_is_two_sheets_of_paper(paper: Page, year: int) -> None:
    paper.goto(f"/history/{year}/")
    pdf = paper.pdf(prefer_css_page_size=True, tagged=True, outline=True)
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert len(re.findall(rb"/Type /Page\b", pdf)) == 2
    assert re.search(rb"/MediaBox \[0 0 594\.\d+ 841\.\d+\]", pdf), "A4"
    # What a reader of PDF files lists as its contents is what is written on the sheets.
    assert {title.decode() for title in re.findall(rb"/Title \(([^)]*)\)", pdf)} >= {
        str(year),
        "Day by day",
        "Month by month",
        "Firsts and bests",
        "Beside your running",
        "Movement by movement",
        "Sets a week per muscle",
    }


def test_what_is_for_fingers_is_not_on_paper_and_nothing_leaves_the_sheet(paper: Page, year: int) -> None:
    paper.goto(f"/history/{year}/")
    expect(paper.locator("nav, .button, .site-header, .site-footer, .back").locator("visible=true")).to_have_count(0)
    expect(paper.locator(".year-part:visible")).to_have_count(3)
    assert paper.evaluate("document.documentElement.scrollWidth") <= 718
    tops = {paper.locator(".year-part").nth(number).bounding_box()["y"] for number in range(3)}  # type: ignore[index]
    assert len(tops) == 1, "the three parts side by side"


def test_a_year_of_a_single_session_is_printed_too(paper: Page, runner: Runner) -> None:
    session: Session = SessionFactory.create(runner=runner, day=timezone.localdate())
    LoggedSetFactory.create(session=session)
    paper.goto(f"/history/{session.day.year}/")
    pdf = paper.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type /Page\b", pdf)) <= 2
