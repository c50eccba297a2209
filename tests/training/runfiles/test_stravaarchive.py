"""Strava's rows and files together: who tells what, and who stands in for whom."""

from datetime import UTC, datetime

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import (
    STRAVA_HEADER,
    FitSession,
    make_fit,
    make_fit_sessions,
    make_gpx,
    make_zip,
    strava_row,
)
from training.runfiles import Doubt
from training.runfiles.bundle import Bundle
from training.runfiles.errors import EntryMissing, RowIncomplete, Truncated
from training.runfiles.kind import Kind

FILE = "activities/1.fit"
START = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)


def joined(row: str, files: dict[str, bytes] | None = None):
    table = {"activities.csv": (STRAVA_HEADER + row).encode()}
    with Bundle("export.zip", make_zip(table | (files or {}))) as bundle:
        (result,) = bundle.results()
    return result


def test_the_file_gives_numbers_and_the_row_words():
    result = joined(strava_row(7, file=FILE, title="Park"), {FILE: make_fit(metres=8123.0, seconds=2650)})
    (run,) = result.activities
    assert (run.format, run.metres, run.seconds, run.title, run.sport) == ("fit", 8123, 2650, "Park", "running")
    assert (run.device_key, run.warnings) == ("3900000001-1772519400-0", ())
    assert (result.kind, result.replaced, len(result.fingerprint)) == (Kind.FIT, None, 40)


def test_a_file_without_a_serial_number_has_the_key_of_its_row():
    (run,) = joined(strava_row(7, file=FILE), {FILE: make_gpx()}).activities
    assert run.device_key == "strava 7"


@for_every(
    ("word", "file", "sport", "sub_sport"),
    [
        pytest.param("Run", make_gpx(sport=None), ("running"), None, id="the file does not say"),
        pytest.param("Trail Run", make_fit(), "running", "trail", id="the row says more"),
        pytest.param("Run", make_fit(sub_sport="track"), "running", "track", id="the file says more"),
        pytest.param("Run", make_fit(sport="cycling"), "running", None, id="corrected by hand"),
        pytest.param("Zumba", make_fit(), "running", None, id="the row's word is not known"),
    ],
)
def test_the_sport(word, file, sport, sub_sport):
    (run,) = joined(strava_row(file=FILE, sport=word), {FILE: file}).activities
    assert (run.sport, run.sub_sport) == (sport, sub_sport)
    assert Doubt.SPORT_UNKNOWN not in run.warnings


def test_several_sessions_keep_their_sports():
    sessions = [FitSession(), FitSession(start=datetime(2026, 3, 3, 8, tzinfo=UTC), sport="cycling")]
    result = joined(strava_row(file=FILE, title="Brick"), {FILE: make_fit_sessions(sessions)})
    assert [(one.sport, one.title) for one in result.activities] == [("running", "Brick"), ("cycling", "Brick")]


@for_every(("named", "packed"), [(FILE + ".gz", FILE), (FILE, FILE + ".gz")])
def test_a_file_that_was_unpacked_or_packed_since_is_found(named, packed):
    (run,) = joined(strava_row(file=named), {packed: make_fit()}).activities
    assert run.format == "fit"


def test_a_manual_entry_is_its_row():
    result = joined(strava_row(title="By hand"))
    (run,) = result.activities
    assert (run.start, run.metres, run.title, run.warnings) == (START, 8000, "By hand", ())
    assert (result.kind, result.fingerprint) == (Kind.STRAVA, "")


def test_the_row_stands_in_for_a_missing_file():
    (run,) = joined(strava_row(file=FILE)).activities
    assert (run.metres, run.warnings) == (8000, (Doubt.FILE_MISSING,))


def test_the_row_stands_in_for_a_damaged_file():
    result = joined(strava_row(file=FILE), {FILE: make_fit()[:300]})
    (run,) = result.activities
    assert (run.metres, run.warnings) == (8000, (Doubt.FILE_UNREADABLE,))
    assert isinstance(result.replaced, Truncated)
    assert result.refused is None


def test_a_row_that_tells_too_little_stands_in_for_nothing():
    assert isinstance(joined(strava_row(file=FILE, date=""), {FILE: make_fit()[:300]}).refused, Truncated)
    assert isinstance(joined(strava_row(file=FILE, date="")).refused, EntryMissing)
    assert isinstance(joined(strava_row(date="")).refused, RowIncomplete)


def test_other_sports_are_not_read():
    result = joined(strava_row(file=FILE, sport="Ride"), {FILE: b"not even looked at"})
    assert [(one.sport, one.format, one.warnings) for one in result.activities] == [("cycling", "strava", ())]


def test_a_watch_without_a_clock_has_the_rows_start():
    unset = datetime.fromtimestamp(631_065_600 + 17_217_864, UTC)
    (run,) = joined(strava_row(file=FILE), {FILE: make_fit(start=unset)}).activities
    assert (run.start, run.warnings) == (START, ())


def test_strength_keeps_its_sets():
    recorded = make_fit(sport="training", sub_sport="strength_training", sets=6)
    result = joined(strava_row(file=FILE, sport="Weight Training", title="Gym"), {FILE: recorded})
    (workout,) = result.workouts
    assert (workout.title, len(workout.sets), result.activities) == ("Gym", 6, ())
