"""Real files of real watches and apps, against totals on which two or more other readers agree."""

import json
import time
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from tests.cases import for_every
from tests.conftest import SHARED_DATA
from training.runfiles import Doubt, ParsedActivity, UnreadableFile, compare, read
from training.runfiles.duplicates import Reason

RUNFILES = SHARED_DATA / "runfiles"

TCX_SPORTS = {"Running": "running", "Biking": "cycling", "Other": "other"}

# What each file of bad/ must lead to: a refusal's code, or the doubts of what is read.
BAD = {
    "bad_file_crc.fit": [Doubt.CHECKSUM],
    "bad_header_crc.fit": [],
    "corrupt_data_byte.fit": [Doubt.CHECKSUM],
    "csv_formula_injection.csv": "not-a-run-file",
    "csv_huge_field.csv": "not-a-run-file",
    "csv_latin1.csv": "not-a-run-file",
    "fit_MonitoringFile.fit": "not-an-activity",
    "fit_Settings.fit": "not-an-activity",
    "fit_WeightScaleSingleUser.fit": "not-an-activity",
    "fit_activity-unexpected-eof.fit": [Doubt.UNFINISHED],
    "fit_course_only.fit": "not-an-activity",
    "fit_elemnt-bolt-no-application-id-inside-developer-data-id.fit": [],
    "fit_workout_not_activity.fit": "not-an-activity",
    "gpx_bad_values.gpx": "too-short",
    "gpx_local_time_no_zone.gpx": [Doubt.SPORT_UNKNOWN, Doubt.TIME_ESTIMATED, Doubt.NO_TIME_ZONE],
    "gpx_named.fit": [Doubt.TIME_ESTIMATED],
    "gpx_utf16.gpx": [Doubt.TIME_ESTIMATED],
    "gzip_bomb_200MB.fit.gz": "unpacks-too-large",
    "gzip_without_gz_extension.fit": [],
    "html_login_page.gpx": "web-page",
    "tcx_named.gpx": [],
    "truncated.fit.gz": "truncated",
    "truncated.gpx": "truncated",
    "truncated_60pct.fit": "truncated",
    "truncated_in_header.fit": "truncated",
    "xml_apple_doctype_bomb.xml": "unsafe-xml",
    "xml_billion_laughs.gpx": "unsafe-xml",
    "xml_deep_nesting.gpx": "too-deep",
    "xml_external_dtd.gpx": "unsafe-xml",
    "xml_external_entity.gpx": "unsafe-xml",
    "xml_quadratic_blowup.gpx": "unsafe-xml",
    "zero_byte.fit": "empty",
    "zero_byte.gpx": "empty",
    "zip_bomb_300MB.zip": "archive",
    "zip_lying_size.zip": "archive",
    "zip_many_entries.zip": "archive",
    "zip_truncated.zip": "archive",
}


@cache
def expected() -> dict[str, dict]:
    path = RUNFILES / "expected.json"
    return json.loads(path.read_text()) if path.is_file() else {}


def names(folder: str) -> list[str]:
    """File names below a folder; one placeholder, which the `shared_data` fixture skips, when they are absent."""
    return sorted(name for name in expected() if name.startswith(folder + "/")) or [f"{folder}/absent"]


@cache
def read_shared(shared_data: Path, name: str) -> list[ParsedActivity]:
    """What is in a file; several tests ask it of the same one, which is read once."""
    return read(Path(name).name, (shared_data / "runfiles" / name).read_bytes())


def moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def assert_totals(activity: ParsedActivity, start: str | None, metres: float | None, seconds: float | None) -> None:
    assert activity.start == moment(start)
    assert (activity.metres or 0) == pytest.approx(metres or 0, rel=0.01)
    if seconds is not None:
        assert activity.seconds == pytest.approx(seconds, abs=2)


@for_every("name", names("fit"))
def test_a_fit_file_gives_its_sessions(shared_data, name):
    truth = expected()[name]
    activities = read_shared(shared_data, name)
    sessions = [session for session in truth["sessions"] if session["sport"] != "transition"]
    assert len(activities) == len(sessions)
    assert sum(activity.is_run for activity in activities) == truth["runs"]
    assert sum(activity.sport == "strength" for activity in activities) == truth["strength_sessions"]
    for activity, session in zip(activities, sessions, strict=True):
        if activity.sport != "strength":
            assert activity.sport == session["sport"]
        assert (activity.sub_sport or "generic") == (session["sub_sport"] or "generic")
        assert_totals(activity, session["start_utc"], session["distance_m"], session["timer_s"])
        if activity.elapsed_seconds is not None:
            assert activity.elapsed_seconds == pytest.approx(session["elapsed_s"], abs=2)
        else:
            assert {Doubt.TIMES_CONTRADICT, Doubt.TOO_LONG}.intersection(activity.warnings)
        if Doubt.HEART_RATE_FROM_POINTS not in activity.warnings:
            assert (activity.avg_hr, activity.max_hr) == (session["avg_hr"], session["max_hr"])
        assert activity.utc_offset_seconds == truth["utc_offset_s"]


@for_every("name", names("gpx"))
def test_a_gpx_file_gives_its_track(shared_data, name):
    truth = expected()[name]
    if not truth["importable"]:
        with pytest.raises(UnreadableFile):
            read_shared(shared_data, name)
        return
    (activity,) = read_shared(shared_data, name)
    assert activity.sport == (truth["type"] or "unknown")
    assert_totals(activity, truth["start_utc"], truth["distance_m"], None)
    assert activity.elapsed_seconds == pytest.approx(truth["elapsed_s"], abs=2)
    assert 0 < activity.seconds <= (activity.elapsed_seconds or 0)
    assert (Doubt.POINTS_DROPPED in activity.warnings) == (truth["points_dropped_no_position"] > 0)
    assert (activity.avg_hr is None) == (truth["avg_hr"] is None)
    assert activity.max_hr == truth["max_hr"]


@for_every("name", names("tcx"))
def test_a_tcx_file_gives_its_activities(shared_data, name):
    truth = expected()[name]
    activities = read_shared(shared_data, name)
    assert len(activities) == len(truth["activities"])
    assert sum(activity.is_run for activity in activities) == truth["runs"]
    for activity, told in zip(activities, truth["activities"], strict=True):
        assert activity.sport == TCX_SPORTS[told["sport"]]
        assert_totals(activity, told["start_utc"], told["distance_m"], told["timer_s"])
        if activity.elapsed_seconds is not None:
            assert activity.elapsed_seconds == pytest.approx(told["elapsed_from_points_s"], abs=2)
        else:
            assert Doubt.TIMES_CONTRADICT in activity.warnings
        beats = told["avg_hr_time_weighted_laps"] or told["avg_hr_points"]
        assert activity.avg_hr == (None if beats is None else pytest.approx(beats, abs=1))


def test_copies_of_one_activity_are_recognised(shared_data):
    pairs = [
        (name, other)
        for name, truth in expected().items()
        if name.split("/")[0] in ("fit", "gpx", "tcx")
        and (other := truth.get("same_activity_as", "")).split("/")[0] in ("fit", "gpx", "tcx")
    ]
    assert len(pairs) >= 3
    for name, other in pairs:
        (copy,), (original,) = read_shared(shared_data, name), read_shared(shared_data, other)
        match = compare(copy, original)
        assert match is not None, (name, other)
        assert match.reason in (Reason.SAME_RECORDING, Reason.SAME_TOTALS)
        assert match.kept.format == "fit"


def test_different_files_are_different_activities(shared_data):
    activities = [
        activity
        for folder in ("fit", "gpx", "tcx")
        for name in names(folder)
        if "same_activity_as" not in expected()[name] and expected()[name].get("importable", True)
        for activity in read_shared(shared_data, name)
    ]
    assert len(activities) >= 55
    for at, activity in enumerate(activities):
        assert not any(compare(activity, other) for other in activities[at + 1 :])


def test_every_bad_file_is_covered(shared_data):
    assert names("bad") == [f"bad/{name}" for name in sorted(BAD)]


@for_every("name", sorted(BAD))
def test_a_bad_file_ends_as_decided_within_two_seconds(shared_data, name):
    outcome = BAD[name]
    began = time.process_time()
    if isinstance(outcome, str):
        with pytest.raises(UnreadableFile) as refusal:
            read_shared(shared_data, f"bad/{name}")
        assert refusal.value.code == outcome
        assert refusal.value.sentence.endswith(".")
    else:
        (activity,) = read_shared(shared_data, f"bad/{name}")
        assert list(activity.warnings) == outcome
    assert time.process_time() - began < 2
