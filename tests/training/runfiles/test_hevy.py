"""Hevy's table: units in the names of columns, dates in the app's language, kinds of sets, and real exports."""

import json
from collections import Counter
from datetime import UTC, datetime

import pytest

from tests.cases import for_every
from training.runfiles import Doubt, UnreadableFile, hevy
from training.runfiles.sets import SetKind

HEADER = (
    '"title","start_time","end_time","description","exercise_title","superset_id","exercise_notes","set_index",'
    '"set_type","weight_kg","reps","distance_km","duration_seconds","rpe"\n'
)
KINDS = {"normal": "working", "warmup": "warm-up", "dropset": "drop", "failure": "failure"}


def one(row: str, header: str = HEADER):
    (workout,) = hevy.read((header + row).encode())
    return workout


def test_a_set():
    workout = one(
        '"Legs","11 Jun 2026, 13:01","11 Jun 2026, 14:04","Fine","Squat (Barbell)",2,"deep",0,warmup,60,8,,,7.5\n'
    )
    (done,) = workout.sets
    assert (workout.start, workout.start_is_local) == (datetime(2026, 6, 11, 13, 1, tzinfo=UTC), True)
    assert (workout.seconds, workout.title, workout.notes, workout.warnings) == (
        3780, "Legs", "Fine", (Doubt.NO_TIME_ZONE,),
    )  # fmt: skip
    assert (done.exercise, done.kind, done.kg, done.reps) == ("Squat (Barbell)", SetKind.WARM_UP, 60, 8)
    assert (done.rpe, done.notes, done.superset, done.seconds, done.metres) == (7.5, "deep", "2", None, None)


@for_every(
    ("written", "start"),
    [
        ("Jun 11, 2026, 1:01 PM", datetime(2026, 6, 11, 13, 1, tzinfo=UTC)),
        ("5 Mai 2026, 07:34", datetime(2026, 5, 5, 7, 34, tzinfo=UTC)),
        ("11 Ağu 2025, 18:00", datetime(2025, 8, 11, 18, tzinfo=UTC)),
        ("2 Oca 2025, 18:00", datetime(2025, 1, 2, 18, tzinfo=UTC)),
        ("7 Out 2025, 18:00", datetime(2025, 10, 7, 18, tzinfo=UTC)),
    ],
)
def test_dates_in_the_language_of_the_app(written, start):
    assert one(f'"A","{written}","","","Prancha",,"",0,normal,,,,45,\n').start == start


def test_dates_that_cannot_be_read_are_refused_with_one_of_them():
    with pytest.raises(UnreadableFile) as refused:
        one('"A","someday","","","Plank",,"",0,normal,,,,45,\n')
    assert (refused.value.code, refused.value.facts) == ("dates-unreadable", {"example": "someday"})


def test_pounds_and_miles():
    header = HEADER.replace("weight_kg", "weight_lbs").replace("distance_km", "distance_miles")
    (done,) = one('"A","11 Jun 2026, 13:01","","","Sled",,"",0,normal,100,,0.5,30,\n', header).sets
    assert (done.kg, done.metres, done.seconds, done.reps) == (45.359, 804.672, 30, None)


def test_words_that_look_like_formulas_are_words():
    workout = one('"=1+1","1 Jan 2024, 10:00","1 Jan 2024, 11:00","@SUM(1)","+1+1",,"-2+3",0,"normal",50,5,,,\n')
    assert (workout.title, workout.notes, workout.sets[0].exercise, workout.sets[0].notes) == (
        "=1+1", "@SUM(1)", "+1+1", "-2+3",
    )  # fmt: skip


@for_every("text", ["a,b\n1,2\n", HEADER, HEADER + "A,soon,,,Squat,,,0,normal,,5,,,\n", ""])
def test_what_holds_no_set_is_refused(text):
    with pytest.raises(UnreadableFile):
        hevy.read(text.encode())


def test_real_exports_give_the_known_sets(shared_data):
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    names = [name for name in truth if name.startswith("hevy/")]
    assert len(names) == 3
    for name in names:
        workouts, known = hevy.read((shared_data / "runfiles" / name).read_bytes()), truth[name]
        sets = [one for workout in workouts for one in workout.sets]
        assert (len(workouts), len(sets)) == (known["workouts"], known["rows"])
        assert Counter(one.kind.value for one in sets) == {
            KINDS[kind]: number for kind, number in known["sets_by_type"].items()
        }
        assert sum(one.reps or 0 for one in sets) == known["reps_total"]
        assert sum((one.kg or 0) * (one.reps or 0) for one in sets) == pytest.approx(known["volume_kg"], abs=0.5)
        assert sum(one.superset is not None for one in sets) == known["superset_rows"]
        starts = [str(workout.start) for workout in workouts]
        told = [str(datetime.fromisoformat(known[f"{end}_start_local"] + "+00:00")) for end in ("last", "first")]
        assert [starts[0], min(starts)] == told
        first = known["first_workout"]
        assert (len(workouts[0].sets), list(workouts[0].exercises)) == (first["sets"], first["exercises"])
        length = datetime.fromisoformat(first["end_local"]) - datetime.fromisoformat(first["start_local"])
        assert workouts[0].seconds == length.total_seconds()
