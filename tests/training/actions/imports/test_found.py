from datetime import UTC, datetime, timedelta

import pytest

from tests.training.actions.imports.steps import bring, look_at, only, outcomes
from tests.training.runfiles.samples import START, FitSession, make_fit, make_fit_sessions, make_gpx, make_tcx
from training.models import Runner

pytestmark = pytest.mark.usefixtures("tasks_at_once")


def test_a_file_becomes_a_run(runner: Runner) -> None:
    work = bring(runner, ("morning.fit", make_fit()))
    run = runner.runs.get()
    assert (run.start, run.metres, run.seconds, run.avg_hr) == (START, 8000, 2700, 145)
    assert (run.came_with, run.source) == (work, "fit")
    assert run.device_key
    assert only(work).sentence == "Tuesday 3 March 2026: 8.00 km in 45:00."


def test_nothing_is_added_before_it_is_confirmed(runner: Runner) -> None:
    work = look_at(runner, ("morning.fit", make_fit()))
    assert outcomes(work) == ["new"]
    assert not runner.runs.exists()


@pytest.mark.parametrize(
    ("data", "zone", "day", "told_by"),
    [
        pytest.param(
            make_fit(start=datetime(2026, 3, 3, 23, 30, tzinfo=UTC), utc_offset=9 * 3600),
            "Etc/GMT-9",
            "2026-03-04",
            "file",
            id="an offset in the file",
        ),
        pytest.param(make_fit(utc_offset=3600), "Europe/Zurich", "2026-03-03", "file", id="the offset of its place"),
        pytest.param(make_fit(utc_offset=None), "Europe/Zurich", "2026-03-03", "place", id="only its place"),
        pytest.param(make_tcx(), "Europe/Berlin", "2026-03-03", "runner", id="nothing told"),
    ],
)
def test_the_day_is_the_day_where_the_run_was(runner: Runner, data: bytes, zone: str, day: str, told_by: str) -> None:
    bring(runner, ("a.fit", data))
    run = runner.runs.get()
    assert (run.time_zone, run.day.isoformat(), run.zone_told_by) == (zone, day, told_by)


def test_a_triathlon_gives_its_run_and_names_the_rest(runner: Runner) -> None:
    sessions = [
        FitSession(sport="cycling", metres=40000, seconds=4000),
        FitSession(start=START + timedelta(seconds=4100)),
    ]
    work = bring(runner, ("tri.fit", make_fit_sessions(sessions)))
    assert runner.runs.count() == 1
    assert [item.sentence for item in work.items.all()][-1] == "Left out: a ride."


@pytest.mark.parametrize(
    ("name", "data", "outcome", "told"),
    [
        pytest.param(
            "ride.fit", make_fit(sport="cycling"), "no-run", "This file holds a ride: only runs are taken.", id="a ride"
        ),
        pytest.param(
            "gym.fit",
            make_fit(sport="training", sub_sport="strength_training", metres=None),
            "no-run",
            "This file holds strength work: only runs are taken.",
            id="strength work without sets",
        ),
        pytest.param(
            "unnamed.gpx",
            make_gpx(sport=None, metres=18900),
            "no-run",
            "This file holds another sport than running: only runs are taken.",
            id="too fast for an unnamed sport",
        ),
        pytest.param(
            "car.fit",
            make_fit(metres=40000),
            "unreadable",
            "At 53.3 km/h on average this was not run on foot: up to 28.8 km/h was expected.",
            id="a run by car",
        ),
        pytest.param(
            "ages.fit",
            make_fit(seconds=90_000, elapsed_seconds=90_000),
            "unreadable",
            "This run would have lasted 25:00:00: a run of up to 24 hours was expected.",
            id="longer than a day",
        ),
        pytest.param(
            "later.fit",
            make_fit(start=datetime(2100, 4, 9, 12, tzinfo=UTC)),
            "unreadable",
            "This run begins on Friday 9 April 2100, which is still to come.",
            id="still to come",
        ),
        pytest.param(
            "empty.fit",
            b"",
            "unreadable",
            "This file is empty: a FIT, GPX or TCX file of a recorded run was expected.",
            id="empty",
        ),
        pytest.param(
            "course.fit",
            make_fit(file_type="course"),
            "unreadable",
            "This file holds a planned course, not a recorded activity.",
            id="a course",
        ),
        pytest.param(
            "broken.zip",
            b"PK\x03\x04 and nothing more",
            "unreadable",
            "This zip file breaks off before its end, so its totals are missing: please export it again.",
            id="an archive that cannot be opened",
        ),
    ],
)
def test_what_is_no_run_says_so_and_changes_nothing(
    runner: Runner, name: str, data: bytes, outcome: str, told: str
) -> None:
    work = bring(runner, (name, data))
    assert (outcomes(work), only(work).sentence) == ([outcome], told)
    assert not runner.runs.exists()


def test_a_bad_file_does_not_keep_the_good_ones_out(runner: Runner) -> None:
    files = ("bad.gpx", b"<gpx"), ("good.fit", make_fit()), ("ride.fit", make_fit(sport="cycling"))
    assert outcomes(bring(runner, *files)) == ["unreadable", "new", "no-run"]
    assert runner.runs.count() == 1


def test_an_unnamed_sport_at_running_speed_is_called_a_guess(runner: Runner) -> None:
    work = bring(runner, ("a.gpx", make_gpx(sport=None)))
    assert outcomes(work) == ["unclear"]
    assert "is a guess" in only(work).sentence
    assert runner.runs.count() == 1


def test_sentences_are_in_the_runners_language(runner: Runner) -> None:
    runner.language = "de"
    runner.save()
    work = look_at(runner, ("a.tcx", make_tcx()))
    assert only(work).sentence == "Dienstag, 3. März 2026: 8,00 km in 45:00."
