"""Strong's table in its six layouts, its units asked for or told, and real exports."""

import json
from datetime import UTC, datetime

import pytest

from tests.cases import for_every
from training.runfiles import UnreadableFile, strong
from training.runfiles.questions import WeightUnit, WeightUnitUnknown
from training.runfiles.sets import SetKind

CLASSIC = "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE"
ANDROID = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;Distance Unit;Seconds;Notes;"
    "Workout Notes;Workout Duration"
)
NUMBERED = (
    '"Workout #";"Date";"Workout Name";"Duration (sec)";"Exercise Name";"Set Order";"Weight (kg)";"Reps";"RPE";'
    '"Distance (meters)";"Seconds";"Notes";"Workout Notes"'
)
# The layout of 2015, in which sets are counted from 0.
OLDEST = "Date,Workout Name,Exercise Name,Set Order,{weight},Reps,{distance},Seconds,Notes"
GERMAN = (
    "Datum,Workout-Name,Dauer,Name der Übung,Reihenfolge festlegen,Gewicht,Wiederh.,Entfernung,Sekunden,Notizen,"
    "Workout-Notizen,RPE"
)
DAY = "2026-03-03 06:30:00"


def read(header: str, *rows: str, unit: WeightUnit | None = None):
    return strong.read("\n".join([header, *rows, ""]).encode(), unit)


KG, LB = WeightUnit.KILOGRAMS, WeightUnit.POUNDS
SPANISH = CLASSIC.replace("Date", "Fecha").replace("Exercise Name", "Ejercicio")


@for_every(
    ("header", "row", "unit", "kg", "metres"),
    [
        pytest.param(CLASSIC, f"{DAY},A,1h 7m,Squat,1,100,5,2,30,deep,Fine,8", KG, 100, 2000, id="kg"),
        pytest.param(CLASSIC, f"{DAY},A,1h 7m,Squat,1,100,5,2,30,deep,Fine,8", LB, 45.359, 3218.688, id="lb"),
        pytest.param(ANDROID, f"{DAY};A;Squat;1;100;lbs;5;8;2;km;30;deep;Fine;67m", None, 45.359, 2000, id="Android"),
        pytest.param(NUMBERED, f"1;{DAY};A;4020;Squat;1;100;5;8;2000;30;deep;Fine", None, 100, 2000, id="numbered"),
        pytest.param(GERMAN, f'{DAY},A,1h 7m,Squat,1,"100,5",5,2,30,deep,Fine,8', KG, 100.5, 2000, id="German"),
        pytest.param(SPANISH, f"{DAY},A,67min,Squat,1,100,5,2,30,deep,Fine,8", KG, 100, 2000, id="another language"),
    ],
)
def test_a_set_in_each_layout(header, row, unit, kg, metres):
    (workout,) = read(header, row, unit=unit)
    (done,) = workout.sets
    assert (workout.start, workout.title, workout.seconds) == (datetime(2026, 3, 3, 6, 30, tzinfo=UTC), "A", 4020)
    assert workout.notes == "Fine"
    assert (done.exercise, done.kind, done.reps, done.seconds) == ("Squat", SetKind.WORKING, 5, 30)
    assert (done.kg, done.metres, done.rpe, done.notes) == (kg, metres, 8, "deep")


@for_every(
    ("weight", "distance", "kg", "metres"),
    [("kg", "km", 100, 2000), ("lbs", "mi", 45.359, 3218.688), ("lb", "miles", 45.359, 3218.688)],
)
def test_units_that_are_the_names_of_columns(weight, distance, kg, metres):
    header = OLDEST.replace("{weight}", weight).replace("{distance}", distance)
    (workout,) = read(header, f'{DAY},"A","Squat",0,100.0,5,2.0,0,"deep"')
    assert [(one.kg, one.metres, one.reps, one.notes) for one in workout.sets] == [(kg, metres, 5, "deep")]


def test_units_with_a_full_stop():
    (workout,) = read(ANDROID, f"{DAY};A;Run;1;100;lbs.;0;;2;mi.;1800;;;67m")
    assert (workout.sets[0].kg, workout.sets[0].metres) == (45.359, 3218.688)


def test_dates_that_a_spreadsheet_wrote():
    rows = ("3/13/2026 6:30,A,1h 7m,Squat,1,100,5,0,0,,,", "3/5/2026 6:30,A,1h 7m,Squat,1,100,5,0,0,,,")
    assert [workout.start for workout in read(CLASSIC, *rows, unit=KG)] == [
        datetime(2026, 3, 13, 6, 30, tzinfo=UTC), datetime(2026, 3, 5, 6, 30, tzinfo=UTC),
    ]  # fmt: skip


def test_dates_that_cannot_be_read_are_refused_with_one_of_them():
    with pytest.raises(UnreadableFile) as refused:
        read(CLASSIC, "2026-08-10,A,1h 7m,Squat,1,100,5,0,0,,,", unit=KG)
    assert (refused.value.code, refused.value.facts) == ("dates-unreadable", {"example": "2026-08-10"})


def test_without_notes_and_duration():
    header = "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,RPE"
    (workout,) = read(header, f"{DAY},A,Plank,1,0,0,0,60,")
    assert (workout.seconds, workout.notes, workout.sets[0].kg, workout.sets[0].seconds) == (None, None, None, 60)


def test_the_order_tells_the_kind_and_rest_timers_are_no_sets():
    letters = ["W", "1", "Rest Timer", "D", "F", "Ruhezeit", "Note", ""]
    words = ["WARM_UP", "1", "REST_TIMER", "Drop Set", "FAILURE", "NOTE"]
    for orders in (letters, words):
        (workout,) = read(CLASSIC, *(f"{DAY},A,20s,Squat,{order},0,5,0,0,,," for order in orders))
        assert [one.kind for one in workout.sets] == [SetKind.WARM_UP, SetKind.WORKING, SetKind.DROP, SetKind.FAILURE]


def test_twelve_columns_of_numbers_are_no_workouts():
    header = "When,Whole,Moving,Far,Fast,Average,Up,Down,Low,High,Steep,Slope"
    with pytest.raises(UnreadableFile) as refused:
        read(header, f"{DAY},1384,1273,3005,4.1,2,44,10,26,60,34,0.1")
    assert refused.value.code == "unknown-table"


@for_every(
    ("written", "seconds"),
    [("1h 7m", 4020), ("31min", 1860), ("20s", 20), ("1267", 1267), ("2h", 7200), ("1h7m3s", 4023), ("", None),
     pytest.param("1h" + " " * 100_000 + "x", 3600, id="long")],
)  # fmt: skip
def test_lengths(written, seconds):
    (workout,) = read(CLASSIC, f"{DAY},A,{written},Squat,1,0,5,0,0,,,")
    assert workout.seconds == seconds


def test_a_unit_that_nothing_tells_is_asked_with_the_heaviest_sets():
    rows = [
        f"{DAY},A,1h,{name},1,{kg},5,0,0,,," for name, kg in [("Squat", 90), ("Squat", 100), ("Curl", 20), ("Row", 60)]
    ]
    with pytest.raises(WeightUnitUnknown) as question:
        read(CLASSIC, *rows, f"{DAY},A,1h,Press,1,1,5,0,0,,,")
    assert [(one.exercise, one.load, one.reps) for one in question.value.examples] == [
        ("Squat", 100, 5), ("Row", 60, 5), ("Curl", 20, 5),
    ]  # fmt: skip
    assert question.value.choices == ("kg", "lb")
    assert question.value.likely is None


@for_every(
    ("loads", "likely"),
    [
        (["6.80388555", "11.33980925", "15.0"], WeightUnit.KILOGRAMS),
        (["44.0924524", "50"], WeightUnit.POUNDS),
        (["12.3456789"], None),
    ],
    ids=["kilograms made of whole pounds", "pounds made of whole kilograms", "neither"],
)
def test_loads_that_were_converted_tell_what_is_likely(loads, likely):
    with pytest.raises(WeightUnitUnknown) as question:
        read(CLASSIC, *(f"{DAY},A,1h,Squat,1,{load},5,0,0,,," for load in loads))
    assert question.value.likely is likely


@for_every("rows", [[], ["soon,A,1h,Squat,1,0,5,0,0,,,"], [f"{DAY},A,1h,Squat,Rest Timer,0,0,0,60,,,"]])
def test_what_holds_no_set_is_refused(rows):
    with pytest.raises(UnreadableFile):
        read(CLASSIC, *rows)
    with pytest.raises(UnreadableFile):
        read("a,b", *rows)


def test_real_exports_give_the_known_sets(shared_data):
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    names = [name for name in truth if name.startswith("strong/")]
    assert len(names) == 6
    for name in names:
        data, known = (shared_data / "runfiles" / name).read_bytes(), truth[name]
        if known["weight_unit"] == "NOT IN FILE: ask the user":
            with pytest.raises(WeightUnitUnknown):
                strong.read(data)
        workouts = strong.read(data, WeightUnit.KILOGRAMS)
        sets = [one for workout in workouts for one in workout.sets]
        assert (len(workouts), len(sets)) == (known["workouts"], known["sets"])
        assert sum(one.reps or 0 for one in sets) == known["reps_total"]
        assert sum(one.seconds is not None for one in sets) == known["timed_sets"]
        first = known["first_workout"]
        assert str(workouts[0].start) == first["start_local"] + "+00:00"
        assert workouts[0].seconds == first["duration_s"]
        assert (len(workouts[0].sets), list(workouts[0].exercises)) == (first["sets"], first["exercises"])
