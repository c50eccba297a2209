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
        pytest.param("Pool Swim", "25", "00:10:00", 25, id="one length"),
        pytest.param("Rowing", "4,966", "00:32:49", 4966, id="rowing"),
        pytest.param("Ponožka", "1,500", "00:30:00", 1500, id="a sport that is not known"),
        pytest.param("Cycling", "180.5", "05:00:00", 180500, id="a ride"),
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


ENDS = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg Pace,Best Lap Time,Moving Time,Elapsed Time"


@for_every(
    ("time", "moving", "elapsed", "seconds"),
    [
        pytest.param("0:24", "00:23:21", "00:23:27", 1407, id="without a pause"),
        pytest.param("1:33", "01:32:29", "01:39:09", 5549, id="with pauses"),
        pytest.param("0:13", "00:11:44", "00:19:26", 750, id="between the two: the middle of the minute"),
        pytest.param("0:03", "00:01:55", "00:02:00.2", 120.2, id="rounded up"),
    ],
)
def test_hours_and_minutes_alone_are_no_minutes_and_seconds(time, moving, elapsed, seconds):
    row = f'Running,2025-11-01 10:52:43,false,Park,"5.00","234","{time}","5:00","00:01:48.1","{moving}","{elapsed}"'
    assert one(row, ENDS).seconds == seconds


def test_minutes_and_seconds_stay_what_they_are():
    row = 'Running,2018-11-01 10:52:43,false,Park,"5.00","234","23:21","4:40","04:48.1","00:23:20","00:23:27"'
    assert one(row, ENDS).seconds == 1401


@for_every(
    ("header", "row", "sport"),
    [
        pytest.param("アクティビティタイプ,日付,お気に入り,タイトル,距離,カロリー,タイム",
                     "ラン,2026-10-06 08:00:00,false,朝,10.01,600,00:52:00", "running", id="Japanese"),
        pytest.param("活动类型,日期,标题,距离,热量消耗,时间", "跑步,2026-10-06 08:00:00,早,10.01,600,00:52:00",
                     "running", id="Chinese, without favourites"),
        pytest.param("Aktivitetstype,Dato,Favoritt,Tittel,Avstand,Kalorier,Tid",
                     "Løping,2026-10-06 08:00:00,false,Tur,10.01,600,00:52:00", "running", id="Norwegian"),
        pytest.param("Lajitunnus,Päivä,Suosikki,Nimi,Matka,Energia,Aika",
                     "Juoksu,2026-10-06 08:00:00,false,Lenkki,10.01,600,00:52:00", "running", id="by place"),
    ],
)  # fmt: skip
def test_a_table_in_any_language(header, row, sport):
    run = one(row, header)
    assert (run.sport, run.metres, run.seconds, run.start) == (
        sport, 10010, 3120, datetime(2026, 10, 6, 8, tzinfo=UTC),
    )  # fmt: skip
    assert run.title


def test_dates_that_a_spreadsheet_wrote():
    rows = [
        "Running,5/13/19 15:43,FALSE,A,3,200,0:31:57,--,--,--",
        "Running,5/2/19 7:05,FALSE,B,3,200,0:30:00,--,--,--",
    ]
    runs = garmin.read("\n".join([HEADER, *rows]).encode(), DistanceUnit.KILOMETRES)
    assert [run.start for run in runs] == [
        datetime(2019, 5, 13, 15, 43, tzinfo=UTC),
        datetime(2019, 5, 2, 7, 5, tzinfo=UTC),
    ]


@for_every("date", ["1.4.2024", "07/05/2020 18:06", "Monday"], ids=["no time of day", "day or month", "no date"])
def test_dates_that_cannot_be_read_are_refused_with_one_of_them(date):
    with pytest.raises(UnreadableFile) as refused:
        one(f"Running,{date},FALSE,A,3,200,0:31:57,--,--,--")
    assert (refused.value.code, refused.value.facts) == ("dates-unreadable", {"example": date})


def test_a_watch_that_was_left_running_is_no_longer_than_its_activity():
    run = one('Running,2022-12-17 08:16:26,false,Park,"4.14","320","00:28:21","129","143","31:00:00"')
    assert (run.seconds, run.elapsed_seconds, run.warnings) == (1701, None, (Doubt.NO_TIME_ZONE, Doubt.TOO_LONG))


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
