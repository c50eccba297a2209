"""Uploads of every kind: archives of Strava, Apple and by hand, and single files."""

import io
import json
import time
from datetime import datetime

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import (
    STRAVA_HEADER,
    gzipped,
    health_workout,
    make_fit,
    make_gpx,
    make_health,
    make_tcx,
    make_zip,
    strava_row,
)
from tests.training.runfiles.test_shared_samples import BAD as BAD_ALONE
from training.runfiles import Doubt
from training.runfiles.bundle import Bundle, Source
from training.runfiles.errors import (
    Corrupt,
    Empty,
    NestedArchive,
    NotAnActivity,
    NotARunFile,
    NothingToRead,
    TooLarge,
    Truncated,
    UnreadableFile,
)
from training.runfiles.kind import Kind

STRAVA = {
    "activities.csv": (STRAVA_HEADER + strava_row(1, file="activities/1.fit.gz") + strava_row(2)).encode(),
    "profile.csv": b"a,b\n1,2\n",
    "media/x.jpg": b"\xff\xd8\xff",
    "activities/1.fit.gz": gzipped(make_fit()),
    "activities/9.gpx": make_gpx(),
}
# A tenth of a megabyte that is no workout.
PADDING = f'<Record value="{"7" * 99_980}"/>'


def read(source: io.BytesIO, name: str = "upload"):
    with Bundle(name, source) as bundle:
        return bundle.source, list(bundle.results())


@for_every("folder", ["", "export_123/", "a/b c/"])
def test_stravas_archive_is_its_table_with_its_files_and_what_that_forgot(folder):
    source, results = read(make_zip({folder + name: data for name, data in STRAVA.items()}))
    assert source is Source.STRAVA
    assert [result.name for result in results] == ["activities/1.fit.gz", "Evening", f"{folder}activities/9.gpx"]
    assert [result.activities[0].format for result in results] == ["fit", "strava", "gpx"]
    assert not any(result.refused for result in results)


def test_apples_archive_is_the_largest_file_of_health_data():
    files = {
        "apple_health_export/export_cda.xml": b"<ClinicalDocument/>",
        "apple_health_export/small.xml": make_health(),
        "apple_health_export/导出.xml": make_health(health_workout(), health_workout(kind="Walking")),
        "apple_health_export/workout-routes/route.gpx": make_gpx(),
    }
    source, (result,) = read(make_zip(files))
    assert source is Source.APPLE
    assert (result.name, result.kind) == ("apple_health_export/导出.xml", Kind.HEALTH)
    assert [activity.sport for activity in result.activities] == ["running", "walking"]
    assert len(result.fingerprint) == 40


def test_apples_long_document_type_is_passed():
    declared = b"<!ELEMENT HealthData (ExportDate,Me)>\n" + b"<!ATTLIST Record\n  type CDATA #REQUIRED>\n" * 300
    health = make_health(health_workout()).replace(b"<!ELEMENT HealthData (ExportDate,Me)>\n", declared)
    for data in (make_zip({"export.xml": health}), io.BytesIO(health), io.BytesIO(gzipped(health))):
        _, (result,) = read(data)
        assert (result.kind, len(result.activities)) == (Kind.HEALTH, 1)


def test_an_archive_by_hand_is_its_files():
    files = {
        "runs/a.fit": make_fit(),
        "runs/b": make_tcx(),
        "runs/c.gpx": b"",
        "runs/d.zip": make_zip({"a": b"A"}).getvalue(),
        "runs/notes.txt": b"hello",
        "runs/photo.jpg": b"\xff\xd8\xff",
    }
    source, results = read(make_zip(files))
    assert source is Source.ARCHIVE
    assert [result.name for result in results] == ["runs/a.fit", "runs/b", "runs/c.gpx", "runs/d.zip"]
    assert [type(result.refused) for result in results] == [type(None), type(None), Empty, NestedArchive]


def test_an_archive_is_listed_by_content():
    with Bundle("a.zip", make_zip(STRAVA)) as bundle:
        assert bundle.contents() == {Kind.STRAVA: 1, Kind.TABLE: 1, Kind.OTHER: 1, Kind.FIT: 1, Kind.GPX: 1}


def test_a_single_file_is_an_upload_too():
    source, (result,) = read(io.BytesIO(make_gpx()), "run.gpx")
    assert (source, result.name, result.kind, len(result.activities)) == (Source.FILE, "run.gpx", Kind.GPX, 1)
    with Bundle("run.gpx", io.BytesIO(make_gpx())) as bundle:
        assert bundle.contents() == {Kind.GPX: 1}


def test_a_large_file_is_read_of_apple_alone(monkeypatch):
    _, (result,) = read(io.BytesIO(make_gpx() + bytes(25_000_000)))
    assert isinstance(result.refused, TooLarge)
    monkeypatch.setattr("training.runfiles.bundle.FILE_MEGABYTES", 1)
    _, (result,) = read(io.BytesIO(make_gpx() + bytes(1_000_000)))
    assert isinstance(result.refused, TooLarge)
    source, (result,) = read(io.BytesIO(make_health(PADDING * 11, health_workout())))
    assert (source, len(result.activities)) == (Source.APPLE, 1)


def test_reading_goes_on_behind_what_was_read_before():
    with Bundle("a.zip", make_zip(STRAVA)) as bundle:
        names = [result.name for result in bundle.results()]
        assert [result.name for result in bundle.results(skip=1)] == names[1:]
        assert len(bundle.steps) == 3


def test_progress_is_told_and_may_end_the_reading():
    told: list[float] = []
    with Bundle("a.zip", make_zip(STRAVA), tell=told.append) as bundle:
        list(bundle.results())
    assert told == [0, pytest.approx(1 / 3), pytest.approx(2 / 3), 1]

    def cancel(share: float) -> None:
        raise InterruptedError

    with Bundle("a.zip", make_zip(STRAVA), tell=cancel) as bundle, pytest.raises(InterruptedError):
        list(bundle.results())


def test_progress_is_told_within_one_large_file():
    told: list[float] = []
    health = make_health(PADDING * 40, health_workout())
    for source in (io.BytesIO(health), make_zip({"export.xml": health}, stored=True)):
        with Bundle("export", source, tell=told.append) as bundle:
            list(bundle.results())
        assert len(told) > 3
        assert sorted(told) == told
        told.clear()


def test_one_large_file_may_be_ended_within():
    def cancel(share: float) -> None:
        if share > 0.5:
            raise InterruptedError

    health = make_health(PADDING * 60, health_workout())
    with Bundle("export.xml", io.BytesIO(health), tell=cancel) as bundle, pytest.raises(InterruptedError):
        list(bundle.results())


def test_an_archive_without_anything_is_refused():
    with pytest.raises(NothingToRead):
        Bundle("a.zip", make_zip({"notes.txt": b"hello"}))
    with pytest.raises(Truncated):
        Bundle("a.zip", io.BytesIO(make_zip(STRAVA).getvalue()[:-30]))


def test_a_damaged_entry_is_refused_alone():
    data = bytearray(make_zip({"a.gpx": make_gpx(), "b.gpx": make_gpx()}).getvalue())
    data[200] ^= 0xFF
    _, (first, second) = read(io.BytesIO(bytes(data)))
    assert isinstance(first.refused, Corrupt)
    assert len(second.activities) == 1


def test_a_damaged_table_leaves_the_files():
    files = {**STRAVA, "activities.csv": b"Activity ID,Activity Date,Activity Type,Filename\n" + b"x" * 200_000}
    source, results = read(make_zip(files))
    assert source is Source.ARCHIVE
    assert [len(result.activities) for result in results if result.kind is not Kind.TABLE] == [0, 1, 1]


def test_a_damaged_export_of_apple_is_refused():
    _, (result,) = read(io.BytesIO(make_health(health_workout())[:-40]))
    assert isinstance(result.refused, Truncated)
    _, (result,) = read(io.BytesIO(b"hello"))
    assert isinstance(result.refused, NotARunFile)


# What each archive and table of bad/ must lead to: the codes of its files, or of the whole.
BAD = {
    "csv_formula_injection.csv": ["read"],
    "csv_huge_field.csv": ["table-too-large"],
    "csv_latin1.csv": ["weight-unit-unknown"],
    "zip_bomb_300MB.zip": ["unpacks-too-large"],
    "zip_lying_size.zip": ["corrupt"],
    "zip_many_entries.zip": ["empty"] * 20_000,
    "zip_truncated.zip": "truncated",
}


def outcomes(name: str, data: bytes) -> str | list[str]:
    try:
        with Bundle(name, io.BytesIO(data)) as bundle:
            return [result.refused.code if result.refused else "read" for result in bundle.results()]
    except UnreadableFile as error:
        return error.code


@for_every("name", sorted(BAD))
def test_a_bad_upload_ends_as_decided(shared_data, name):
    data = (shared_data / "runfiles" / "bad" / name).read_bytes()
    began = time.process_time()
    assert outcomes(name, data) == BAD[name]
    # A guard against what never ends; how long each takes is measured by bench/imports.py.
    assert time.process_time() - began < 10


def test_a_bad_recording_is_refused_as_by_itself(shared_data):
    for path in sorted((shared_data / "runfiles" / "bad").iterdir()):
        if path.name not in BAD:
            _, (result,) = read(io.BytesIO(path.read_bytes()), path.name)
            told = result.refused.code if result.refused else list(result.activities[0].warnings)
            assert told == BAD_ALONE[path.name]


def test_a_real_archive_of_strava(shared_data):
    known = json.loads((shared_data / "runfiles" / "expected.json").read_text())["strava/export_mini.zip"]
    _, results = read(io.BytesIO((shared_data / "runfiles" / "strava" / "export_mini.zip").read_bytes()))
    runs = [activity for result in results for activity in result.activities if activity.is_run]
    assert (len(results), len(runs)) == (known["rows"], known["runs"])
    assert sum(result.kind.is_recording and not result.replaced for result in results) == known["runs_from_files"] + 1
    for result, truth in zip(results, known["results"], strict=True):
        told = (*result.activities, *result.workouts)
        assert len(told) == 1
        if "start_utc" in truth:
            assert told[0].start == datetime.fromisoformat(truth["start_utc"])
        if "timer_s" in truth:
            assert told[0].seconds == pytest.approx(truth["timer_s"], abs=0.05)
        for activity in result.activities:
            assert activity.metres == pytest.approx(truth.get("distance_m", activity.metres), abs=0.05)
            assert activity.avg_hr == truth.get("avg_hr", activity.avg_hr)
            assert activity.is_run == (truth["sport"] == "run")
        assert sum(len(workout.sets) for workout in result.workouts) == truth.get("sets_active", 0)
        doubts = {doubt for activity in result.activities for doubt in activity.warnings}
        assert (Doubt.FILE_MISSING in doubts) == ("file missing" in truth["source"])
        assert (Doubt.FILE_UNREADABLE in doubts) == ("file damaged" in truth["source"])


def test_planned_workouts_are_no_workouts_that_were_done(shared_data):
    for path in (shared_data / "runfiles" / "fit_workout").iterdir():
        _, (result,) = read(io.BytesIO(path.read_bytes()))
        assert isinstance(result.refused, NotAnActivity)


def test_every_sample_has_a_test(shared_data):
    """Each folder of samples is gone through by the tests named here; one of a new kind needs one of its own."""
    folders = {name.split("/")[0] for name in json.loads((shared_data / "runfiles" / "expected.json").read_text())}
    tested = {
        *("fit", "gpx", "tcx", "bad"),  # test_shared_samples, and here
        *("strava", "fit_workout"),  # test_strava, and here
        *("garmin_csv", "hevy", "strong", "apple"),  # test_garmin, test_hevy, test_strong, test_apple
    }
    assert folders - {"_about"} == tested
