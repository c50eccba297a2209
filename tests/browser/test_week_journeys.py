"""The week, alive: a race tapers it, a session moves, a hard run changes the days, red flags stop everything."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import work
from tests.factories import RunFactory, SessionFactory
from tests.training.runfiles.samples import make_fit
from training.models import Race, Runner


@pytest.fixture
def easy_weeks(runner: Runner) -> Runner:
    """Eight weeks of easy runs, strength once a week: every day is a good one, and today is a liked one."""
    today = runner.today(timezone.now())
    runner.max_heart_rate = 190
    runner.preferred_weekdays = [today.weekday()]
    runner.save()
    for back in range(1, 57):
        day = today - timedelta(days=back)
        if back % 7 != 5:
            RunFactory.create(
                runner=runner,
                start=datetime.combine(day, time(5), tzinfo=UTC),
                told="easy",
                kind_rule="told",
                seconds=2400,
            )
        if back % 7 == 4:
            SessionFactory.create(runner=runner, day=day)
    return runner


def shown_days(runner: Runner) -> list[date]:
    return [day.day for day in runner.week_ahead(runner.today(timezone.now())).recommendation.chosen]


def lane(page: Page, day: date):
    """The lane of a day, on the page of its week."""
    year, week, _ = day.isocalendar()
    if not page.locator(f"#day-{day}").count():
        page.goto(f"/week/{year}-W{week:02}/")
    return page.locator(f"#day-{day}")


def test_a_race_tapers_the_week(easy_weeks: Runner, runners_page: Page) -> None:
    page = runners_page
    today = easy_weeks.today(timezone.now())
    expect(page.get_by_text("Strength on")).to_be_visible()
    page.goto("/week/plan/races/new/")
    page.locator("#id_day").fill((today + timedelta(days=6)).isoformat())
    page.get_by_role("radio", name="Half marathon").check(force=True)
    page.get_by_role("radio", name=re.compile("^A:")).check(force=True)
    page.get_by_role("button", name="Put it on the plan").first.click()
    expect(page).not_to_have_url(re.compile("races/new"))
    assert Race.objects.get(runner=easy_weeks).priority == "A"

    page.goto("/week/")
    expect(page.get_by_text("1 session this week: your A race is")).to_be_visible()
    assert len(shown_days(easy_weeks)) == 1
    expect(lane(page, shown_days(easy_weeks)[0])).to_contain_text("Half the sets, 4 reps in reserve")


def test_a_session_is_moved_skipped_and_both_taken_back(easy_weeks: Runner, runners_page: Page) -> None:
    page = runners_page
    first, second = shown_days(easy_weeks)[:2]
    bib = lane(page, second)
    bib.get_by_text("Move or skip").click()
    beside = second - timedelta(days=1)
    expect(bib.get_by_role("button", name=re.compile(f"^{beside:%A}"))).to_be_visible()
    beside_first = first + timedelta(days=1)
    bib.get_by_role("button", name=re.compile(f"^{beside_first:%A}")).click()
    expect(page.get_by_text(f"Moved to {beside_first:%A}. Too close to the session on {first:%A}")).to_be_visible()

    moved = lane(page, beside_first)
    expect(moved).to_contain_text("your choice")
    moved.get_by_text("Move or skip").click()
    moved.get_by_role("button", name="Undo").click()
    assert shown_days(easy_weeks)[:2] == [first, second]

    bib = lane(page, first)
    bib.get_by_text("Move or skip").click()
    bib.get_by_role("button", name="tired").click()
    expect(page.get_by_text("Skipped. Nothing is owed.")).to_be_visible()
    assert first not in shown_days(easy_weeks)
    lane(page, first).get_by_role("button", name="Undo").click()
    assert shown_days(easy_weeks)[:2] == [first, second]


def test_an_imported_hard_run_changes_the_days_with_one_tap(easy_weeks: Runner, runners_page: Page) -> None:
    page = runners_page
    today = easy_weeks.today(timezone.now())
    page.goto("/week/")
    assert today in shown_days(easy_weeks)
    page.goto("/runs/import/")
    started = datetime.combine(today, time(0, 10), tzinfo=easy_weeks.zone)
    page.get_by_label("Your files").set_input_files(
        [FilePayload(name="intervals.fit", mimeType="application/octet-stream", buffer=hard_fit(started))]
    )
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", name="Reading your files")).to_be_visible()
    work()
    page.get_by_role("button", name="Add them").click()
    work()
    expect(page.get_by_role("link", name="See your week")).to_be_visible()
    page.goto("/week/")
    expect(page.get_by_text(f"{today:%A}'s run counted as hard")).to_be_visible()
    page.get_by_role("button", name="Use the new days").click()
    expect(page.get_by_text("Strength on").first).to_be_visible()
    expect(page.get_by_role("button", name="Use the new days")).to_have_count(0)
    assert today not in shown_days(easy_weeks)


def hard_fit(start: datetime) -> bytes:
    return make_fit(start=start, metres=9000, seconds=2400, avg_hr=175)


def test_red_flags_stop_the_numbers(easy_weeks: Runner, runners_page: Page) -> None:
    page = runners_page
    page.goto("/week/")
    page.get_by_role("link", name="Ill, hurting or away?").click()
    page.get_by_role("heading", name="Something hurts").click()
    hurt = page.locator("#pain")
    hurt.get_by_role("radio", name="7", exact=True).check(force=True)
    hurt.get_by_label("Where").fill("shin")
    hurt.get_by_label("Pain when you hop on that leg").check()
    hurt.get_by_role("button", name="Tell it").click()
    page.wait_for_url(re.compile("/week/(#.*)?$"))
    expect(page.get_by_role("heading", name="No strength for now")).to_be_visible()
    expect(page.get_by_role("heading", name="Stop now and get emergency help")).to_be_visible()
    main = page.locator("main")
    expect(main.locator(".lane, .strength-bib, .numeral")).to_have_count(0)
    expect(main).not_to_contain_text(re.compile(r"\d+ min|\d+ sets|Strength on|cleared to run"))
    page.get_by_role("button", name="I am well again").click()
    expect(page.get_by_text("Strength on")).to_be_visible()


def test_a_session_is_dragged_where_a_pointer_can(easy_weeks: Runner, runners_page: Page) -> None:
    page = runners_page
    if not page.evaluate("() => matchMedia('(hover: hover) and (pointer: fine)').matches"):
        pytest.skip("this browser has no fine pointer")
    if not page.locator('[draggable="true"]').count():
        pytest.skip("without JavaScript there is the menu")
    page.set_viewport_size({"width": 1280, "height": 900})
    day = next(day for day in shown_days(easy_weeks) if page.locator(f"#day-{day} [data-session]").count())
    free = page.locator(".lane[data-drop]:not(.lane-past)")
    target = free.last
    to = target.get_attribute("data-drop")
    page.locator(f"#day-{day} .strength-why").first.drag_to(target)
    expect(page.get_by_text(re.compile("^Moved to"))).to_be_visible()
    assert easy_weeks.sessions.get(status="planned").day == date.fromisoformat(str(to))


def test_a_training_plan_comes_in_from_a_calendar_file(runner: Runner, runners_page: Page) -> None:
    page = runners_page
    first = runner.today(timezone.now()) + timedelta(days=1)
    titles = ["Easy 8 km", "Tempo 3 x 10 min", "Rest", "Long run 22k", "Surprise"]
    page.goto("/week/plan/import/")
    page.get_by_label(re.compile("file")).set_input_files(
        FilePayload(name="plan.ics", mimeType="text/calendar", buffer=calendar_of(first, titles))
    )
    page.get_by_role("button", name="Look at it").click()
    expect(page.get_by_text("4 days were understood, 1 question is left")).to_be_visible()
    page.get_by_role("group", name=re.compile("Surprise")).get_by_role("radio", name="Hard").check(force=True)
    page.get_by_role("button", name="Put it on my plan").first.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Look at the plan")
    kinds = dict(runner.planned_runs.values_list("day", "kind"))
    assert list(kinds.values()) == ["easy", "hard", "rest", "long", "hard"]
    tempo = first + timedelta(days=1)
    expect(lane(page, tempo)).to_contain_text("Hard")


def calendar_of(first: date, titles: list[str]) -> bytes:
    """A calendar file with one all-day event a day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//coach//plan//EN"]
    for offset, title in enumerate(titles):
        day = first + timedelta(days=offset)
        lines += ["BEGIN:VEVENT", f"UID:plan-{offset}@coach", f"DTSTART;VALUE=DATE:{day:%Y%m%d}"]
        lines += [f"SUMMARY:{title}", "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()
