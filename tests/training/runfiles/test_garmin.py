"""Garmin's table: decimal commas, metres on the track, words in other languages, and real exports."""

import json
from datetime import UTC, datetime

import pytest

from tests.cases import for_every
from training.runfiles import Doubt, UnreadableFile, garmin
from training.runfiles.errors import LapsTable
from training.runfiles.questions import DistanceUnit, DistanceUnitUnknown

HEADER = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Elapsed Time"
STRIDES = "Activity Type,Date,Title,Distance,Time,Avg Run Cadence,Avg Stride Length"


def one(row: str, header: str = HEADER, unit: DistanceUnit | None = DistanceUnit.KILOMETRES):
    (activity,) = garmin.read(f"{header}\n{row}\n".encode(), unit)
    return activity


def test_a_run_with_a_decimal_comma():
    run = one('Running,2022-12-17 08:16:26,false,Park,"4,14","320","00:28:21","129","143","00:28:27"')
    assert (run.metres, run.seconds, run.elapsed_seconds) == (4140, 1701, 1707)
    assert (run.avg_hr, run.max_hr) == (129, 143)
    assert (run.start, run.warnings) == (datetime(2022, 12, 17, 8, 16, 26, tzinfo=UTC), (Doubt.NO_TIME_ZONE,))


@for_every(
    ("sport", "distance", "time", "metres"),
    [
        pytest.param("Track Running", "450", "00:01:39.1", 450, id="on the track"),
        pytest.param("track_running", "2,000", "00:09:14", 2000, id="with a comma between thousands"),
        pytest.param("open_water_swimming", "1,276", "32:11", 1276, id="in the water"),
        pytest.param("Laufen auf der Bahn", "2,81", "00:12:06", 2810, id="saved anew by a spreadsheet"),
        pytest.param("Løb", "6.29", "00:36:26", 6290, id="on the road"),
        pytest.param("Running", "--", "00:36:26", None, id="without a distance"),
    ],
)
def test_the_unit_of_a_distance(sport, distance, time, metres):
    assert one(f'{sport},2020-03-02 15:05:08,false,x,"{distance}",1,{time},--,--,--').metres == metres


@for_every(
    ("row", "metres", "warnings"),
    [
        pytest.param('Running,2025-05-04 09:00:00,x,"12.01",1:24:54,167,1.29', 19328.2,
                     (Doubt.NO_TIME_ZONE, Doubt.MILES_FROM_STRIDE), id="miles"),
        pytest.param('Running,2022-12-17 08:16:26,x,"4,14",00:28:21,161,"0,91"', 4140, (Doubt.NO_TIME_ZONE,), id="km"),
    ],
)  # fmt: skip
def test_strides_tell_the_unit(row, metres, warnings):
    run = one(row, STRIDES, unit=None)
    assert (run.metres, run.warnings, run.start_is_local) == (metres, warnings, True)


@for_every("row", [
    pytest.param('Running,2025-05-04 09:00:00,Long,"12.01",1:24:54,--,--', id="no strides"),
    pytest.param('Running,2025-05-04 09:00:00,Long,"12.01",1:24:54,167,2.9', id="strides that fit neither"),
])  # fmt: skip
def test_a_unit_that_nothing_tells_is_asked(row):
    table = f'{STRIDES}\n{row}\nTrack Running,2024-06-18 11:24:19,x,"450",00:01:39.1,170,1.4\n'.encode()
    with pytest.raises(DistanceUnitUnknown) as question:
        garmin.read(table)
    (example,) = question.value.examples
    assert (example.title, example.distance, example.seconds) == ("Long", 12.01, 5094)
    assert question.value.choices == ("km", "mi")
    answered = garmin.read(table, DistanceUnit.MILES)
    assert [run.metres for run in answered] == [19328.2, 450]
    assert answered[0].warnings == (Doubt.NO_TIME_ZONE,)


def test_a_table_without_an_open_distance_asks_nothing():
    assert one("Track Running,2024-06-18 11:24:19,x,450,00:01:39.1,,", STRIDES, unit=None).metres == 450
    assert one("Running,2024-06-18 11:24:19,x,--,00:30:00,,", STRIDES, unit=None).metres is None


def test_a_french_table():
    header = "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,\
Fréquence cardiaque maximale,Cadence de course moyenne,Longueur moyenne des foulées"
    row = 'Course à pied,2026-08-10 10:52:21,false,"Sortie","3.95","407","00:35:20","151","182","121","0.92"'
    run = one(row, header, unit=None)
    assert (run.sport, run.metres, run.seconds, run.avg_hr, run.title) == ("running", 3950, 2120, 151, "Sortie")


def test_laps_and_other_tables_are_refused():
    for text in ("Laps,Time,Distance\n1,05:00,1.0\n", HEADER + "\n", "", "\0"):
        with pytest.raises(UnreadableFile):
            garmin.read(text.encode())
    with pytest.raises(LapsTable):
        garmin.read(b"Laps,Time,Distance\n1,05:00,1.0\n")


def test_real_exports_give_the_known_totals(shared_data):
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    names = [name for name in truth if name.startswith("garmin_csv/")]
    assert names
    for name in names:
        activities = garmin.read((shared_data / "runfiles" / name).read_bytes())
        runs = [activity for activity in activities if activity.is_run]
        assert (len(activities), len(runs)) == (truth[name]["rows"], truth[name]["runs"])
        off_track = sum(run.metres or 0 for run in runs if run.sub_sport != "track")
        assert off_track == pytest.approx(truth[name]["runs_total_distance_m_without_track"])
        for run, known in zip(runs, truth[name]["first_runs"], strict=False):
            assert run.start == datetime.fromisoformat(known["start_local"]).replace(tzinfo=UTC)
            assert (run.seconds, run.avg_hr, run.max_hr) == (known["time_s"], known["avg_hr"], known["max_hr"])
