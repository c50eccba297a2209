"""Strava's table: repeated columns, columns by place, words in other languages, and real exports."""

import json
from datetime import UTC, datetime

import pytest

from tests.cases import for_every
from training.runfiles import Doubt, UnreadableFile, strava

FRONT = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Commute"
TABLE = f"""{FRONT},Elapsed Time,Moving Time,Distance,Max Heart Rate,Average Heart Rate
1,"Jul 14, 2020, 10:36:55 PM",Evening,Run,"long
words, commas",3378,6.32,false,3378.0,3261.0,6325.6,180.0,150.4
2,"Jul 15, 2020, 6:00:00 AM",Gym,Weight Training,,1800,0,false,1800.0,,0.0,,
3,,No date,Run,,1800,5,false,1800.0,1800.0,5000.0,,
"""


def test_the_later_of_the_repeated_columns_is_the_exact_one():
    run, gym = strava.read(TABLE.encode())
    assert (run.start, run.seconds, run.elapsed_seconds) == (datetime(2020, 7, 14, 22, 36, 55, tzinfo=UTC), 3261, 3378)
    assert (run.metres, run.avg_hr, run.max_hr, run.title) == (6325.6, 150, 180, "Evening")
    assert (run.is_run, run.device_key, run.index, run.warnings) == (True, "strava 1", 0, ())
    assert (gym.sport, gym.metres, gym.warnings) == ("strength", None, (Doubt.TIME_WITH_PAUSES,))


def test_columns_with_unknown_names_are_found_by_their_number():
    cells = ["1", "2 ago 2026, 7:20:32 a.m.", "Paseo", "Carrera"] + [""] * 90
    cells[15:18], cells[30:32] = ["1900", "1800", "5000.5"], ["170", "140"]
    text = "\n".join([",".join(f"columna {n}" for n in range(94)), ",".join(f'"{cell}"' for cell in cells)])
    (run,) = strava.read(text.encode())
    assert (run.sport, run.seconds, run.metres, run.avg_hr, run.max_hr) == ("running", 1800, 5000.5, 140, 170)


GERMAN = """Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Verstrichene Zeit,Distanz,Dateiname,\
Verstrichene Zeit,Bewegungszeit,Distanz,Max. Herzfrequenz,Durchschnittliche Herzfrequenz
7,"21.07.2026, 15:09:27",Lauf am Nachmittag,Lauf,1390,"2,81",activities/8.fit.gz,1390,1380,{metres},190,148
"""


@for_every("metres", ["2812.5", '"2812,5"'])
def test_a_german_table(metres):
    (row,) = strava.read_rows(GERMAN.replace("{metres}", metres).encode())
    run = row.activity
    assert run is not None
    assert (row.file, row.title, row.sport, row.device_key) == (
        "activities/8.fit.gz", "Lauf am Nachmittag", "running", "strava 7",
    )  # fmt: skip
    assert (run.start, run.seconds, run.metres) == (datetime(2026, 7, 21, 15, 9, 27, tzinfo=UTC), 1380, 2812.5)
    assert (run.avg_hr, run.max_hr) == (148, 190)


def test_kilometres_repeated_in_the_exact_column_are_kilometres():
    (run,) = strava.read(GERMAN.replace("{metres}", '"2,81"').encode())
    assert run.metres == 2810


@for_every(("file_place", "elapsed_place"), [(12, 15), (10, 13)], ids=["as since 2023", "as before"])
def test_an_unknown_number_of_columns_is_read_by_the_place_of_the_file(file_place, elapsed_place):
    cells = ["1", "2 ago 2026, 7:20:32 a.m.", "Paseo", "Carrera"] + [""] * 94
    cells[file_place] = "activities/1.gpx"
    cells[elapsed_place : elapsed_place + 3] = ["1900", "1800", "5000.5"]
    text = "\n".join([",".join(f"columna {n}" for n in range(98)), ",".join(f'"{cell}"' for cell in cells)])
    (row,) = strava.read_rows(text.encode())
    assert row.file == "activities/1.gpx"
    assert row.activity is not None
    assert (row.activity.seconds, row.activity.metres) == (1800, 5000.5)


ALONE = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename"


@for_every(("first", "second"), [("6.32", "1.5"), ("6320", "1500")], ids=["kilometres of 2019", "metres of 2018"])
def test_a_distance_that_stands_alone_is_what_its_speed_tells(first, second):
    rows = [f'1,"12 May 2019, 18:00:05",A,Run,,2000,{first},activities/1.fit.gz',
            f'2,"13 May 2019, 18:00:05",B,Run,,40000,{second},activities/2.fit.gz',
            '3,"14 May 2019, 18:00:05",C,Run,,1800,0,',
            '4,"15 May 2019, 18:00:05",D,Swim,,900,"750",']  # fmt: skip
    assert [run.metres for run in strava.read("\n".join([ALONE, *rows]).encode())] == [6320, 1500, None, 750]


def test_a_swim_has_metres_in_both_columns():
    swim = '4,"Jul 14, 2020, 10:36:55 PM",Pool,Swim,,600,500,false,600.0,590.0,500.0,,'
    (found,) = strava.read(f"{TABLE.partition(chr(10))[0]}\n{swim}\n".encode())
    assert found.metres == 500


def test_columns_whose_translation_is_not_known_are_found_by_their_number_too():
    names = [f"columna {n}" for n in range(94)]
    names[1], names[3], names[12] = "Fecha de la actividad", "Tipo de actividad", "Nombre de archivo"
    cells = ["1", "2 ago 2026, 7:20:32 a.m.", "Paseo", "Carrera"] + [""] * 90
    cells[12], cells[15:18], cells[30:32] = "activities/1.gpx", ["1900", "1800", "5000.5"], ["170", "140"]
    (run,) = strava.read("\n".join([",".join(names), ",".join(f'"{cell}"' for cell in cells)]).encode())
    assert (run.device_key, run.seconds, run.metres, run.avg_hr, run.max_hr) == ("strava 1", 1800, 5000.5, 140, 170)


def test_dates_that_a_spreadsheet_wrote():
    table = TABLE.replace('"Jul 14, 2020, 10:36:55 PM"', "7/14/2020 22:36").replace(
        '"Jul 15, 2020, 6:00:00 AM"', "7/15/2020 6:00"
    )
    assert [run.start for run in strava.read(table.encode())] == [
        datetime(2020, 7, 14, 22, 36, tzinfo=UTC), datetime(2020, 7, 15, 6, tzinfo=UTC),
    ]  # fmt: skip


def test_a_recording_that_was_left_running_is_no_longer_than_its_activity():
    (run, _) = strava.read(TABLE.replace("3378.0", "2700000.0").encode())
    assert (run.seconds, run.elapsed_seconds, run.warnings) == (3261, None, (Doubt.TOO_LONG,))


def test_a_row_without_a_time_keeps_its_file():
    rows = list(strava.read_rows(TABLE.encode()))
    assert [row.activity is None for row in rows] == [False, False, True]


@for_every(
    "text",
    [
        pytest.param("a,b\n1,2\n", id="another table"),
        pytest.param(TABLE.split("1,")[0], id="no row"),
        pytest.param("", id="nothing"),
        pytest.param(TABLE + '4,"' + "x" * 200_000 + '"\n', id="a huge field"),
    ],
)
def test_what_is_no_table_of_activities_is_refused(text):
    with pytest.raises(UnreadableFile):
        strava.read(text.encode())


def test_bytes_that_are_no_text_are_refused():
    with pytest.raises(UnreadableFile):
        strava.read(b"\xff\x00\xfe\x01")


def test_real_exports_give_the_known_totals(shared_data):
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    names = [name for name in truth if name.startswith("strava/") and name.endswith(".csv")]
    assert names
    for name in names:
        activities = strava.read((shared_data / "runfiles" / name).read_bytes())
        runs = [activity for activity in activities if activity.is_run]
        assert (len(activities), len(runs)) == (truth[name]["rows"], truth[name]["runs"])
        assert sum(run.metres or 0 for run in runs) == pytest.approx(truth[name]["runs_total_distance_m"], abs=2)
        for run, known in zip(runs, truth[name]["first_runs"], strict=False):
            assert run.start == datetime.fromisoformat(known["start_utc"])
            assert run.avg_hr == (known["avg_hr"] and round(known["avg_hr"]))
            assert run.max_hr == known["max_hr"]
            assert run.seconds == (known["moving_s"] or known["elapsed_s"])
