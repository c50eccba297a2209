"""Bringing years of the gym: what its movements are is said once, and no set is lost."""

import re

from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import work
from training.models import LoggedSet, Runner

HEAD = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
# By day: the exercise, its set, kilograms and reps.
WORKOUTS: dict[int, list[tuple[str, str, float, int]]] = {
    3: [
        ("Squat (Barbell)", "warmup", 40, 8),
        ("Squat (Barbell)", "normal", 80, 5),
        ("Romanian Deadlift (Dumbbell)", "normal", 20, 10),
        ("Bench Press (Barbell)", "normal", 60, 8),
        ("Bench Press (Barbell)", "normal", 60, 8),
    ],
    5: [("Squat (Smith Machine)", "normal", 60, 8), ("Bench Press (Barbell)", "normal", 62.5, 6)],
}


def hevy() -> FilePayload:
    rows = [
        f'"Gym day {day}","{day} Mar 2026, 18:00","{day} Mar 2026, 19:00","",'
        f'"{exercise}",,"",{number},"{kind}",{kg},{reps},,,\n'
        for day, sets in WORKOUTS.items()
        for number, (exercise, kind, kg, reps) in enumerate(sets)
    ]
    return FilePayload(name="workouts.csv", mimeType="text/csv", buffer=(HEAD + "".join(rows)).encode())


def read(page: Page, file: FilePayload) -> None:
    """A table is chosen, and read by a worker once the page waits for one."""
    page.goto("/runs/import/")
    page.get_by_label("Your files").set_input_files([file])
    page.get_by_role("button", name="Read them").click()
    expect(page.get_by_role("heading", name="Reading your files")).to_be_visible()
    work()
    expect(page.locator("#import-summary")).to_contain_text("2 new strength sessions")


def test_movements_are_told_and_every_set_is_kept(runners_page: Page, runner: Runner) -> None:
    page = runners_page
    read(page, hevy())
    page.goto(f"/runs/imports/{runner.imports.get().pk}/movements/")
    expect(page.get_by_text("Looks like: Squat. Which?")).to_be_visible()
    page.get_by_label("Squat (Smith Machine)").select_option("Back squat")
    expect(page.get_by_label("Romanian Deadlift (Dumbbell)")).to_have_value(re.compile(r"\d"))
    expect(page.get_by_label("The load is of one dumbbell of two: count both")).to_be_checked()
    # Its own name is what is left of the others.
    expect(page.get_by_label("Bench Press (Barbell)")).to_have_value("")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("What these names mean is kept, for the next import too.")).to_be_visible()

    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_role("heading", name="Adding what you confirmed")).to_be_visible()
    work()
    expect(page.get_by_role("link", name="See your week")).to_be_visible()
    kg = LoggedSet.objects.order_by("session__day", "position", "number").values_list("variation__slug", "kg")
    assert list(kg) == [
        ("back-squat", 80.0),
        ("back-squat", 40.0),
        ("dumbbell-romanian-deadlift", 40.0),
        ("back-squat", 60.0),
    ]
    page.goto("/sessions/")
    page.get_by_role("link", name=re.compile("Gym day 3")).click()
    did = page.locator("section", has=page.get_by_role("heading", name="What you did"))
    expect(did.get_by_role("listitem").filter(has_text="Bench Press (Barbell)")).to_contain_text("2 × 8 @ 60 kg")
    page.goto("/history/?week=2026-03-02")
    expect(page.get_by_text("1 movement of your own")).to_be_visible()

    # Another time nobody asks again.
    again = hevy()["buffer"].replace(b"Mar 2026", b"Apr 2026")
    read(page, FilePayload(name="later.csv", mimeType="text/csv", buffer=again))
    page.goto(f"/runs/imports/{runner.imports.latest('pk').pk}/movements/")
    expect(page.get_by_role("heading", name="Taken for one of ours")).to_be_visible()
    expect(page.get_by_role("heading", name="Which is this?")).to_have_count(0)
