"""One file of any kind, read or refused."""

from hashlib import sha1
from typing import Any

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import STRAVA_HEADER, gzipped, make_fit, make_health, make_zip, strava_row
from tests.training.runfiles.samples import health_workout as workout
from training.runfiles import content
from training.runfiles.errors import LapsTable, NestedArchive, NotARunFile, TooLarge, UnknownTable
from training.runfiles.kind import Kind
from training.runfiles.onefile import read
from training.runfiles.questions import DistanceUnit, DistanceUnitUnknown, WeightUnit, WeightUnitUnknown
from training.runfiles.result import Answers

STRENGTH: dict[str, Any] = {"sport": "training", "sub_sport": "strength_training"}
GARMIN = b"Activity Type,Date,Distance,Time\nRunning,2026-03-03 06:30:00,5,00:25:00\n"
STRONG = b"Date,Exercise Name,Set Order,Weight,Reps\n2026-03-03 06:30:00,Squat (Barbell),1,100,5\n"
HEVY = b'title,start_time,exercise_title,set_type,reps,weight_kg\nA,"3 Mar 2026, 06:30",Squat (Barbell),normal,5,50\n'


def test_one_impossible_row_does_not_cost_the_others():
    rows = b"Running,2026-03-04 06:30:00,5,2000:00:00\nRunning,2026-03-05 06:30:00,20000000,00:25:00\n"
    found = read("Activities.csv", GARMIN + rows, Answers(DistanceUnit.KILOMETRES)).activities
    assert [run.seconds for run in found] == [1500, content.MOST_SECONDS, 1500]
    assert [run.metres for run in found] == [5000, 5000, content.MOST_METRES]


@for_every(
    ("data", "kind", "activities", "workouts"),
    [
        pytest.param(make_fit(), Kind.FIT, 1, 0, id="a run"),
        pytest.param(make_fit(**STRENGTH, sets=3), Kind.FIT, 0, 1, id="strength of a watch"),
        pytest.param(make_fit(**STRENGTH), Kind.FIT, 1, 0, id="strength, no sets"),
        pytest.param((STRAVA_HEADER + strava_row()).encode(), Kind.STRAVA, 1, 0, id="Strava's table"),
        pytest.param(make_health(workout(), workout(kind="Cycling")), Kind.HEALTH, 2, 0, id="Apple Health"),
        pytest.param(HEVY, Kind.HEVY, 0, 1, id="Hevy"),
    ],
)
def test_each_kind_has_its_reader(data, kind, activities, workouts):
    for sent in (data, gzipped(data)):
        result = read("name", sent)
        assert (result.kind, len(result.activities), len(result.workouts)) == (kind, activities, workouts)
        assert (result.refused, result.question) == (None, None)
        assert result.fingerprint == sha1(data).hexdigest()


@for_every(
    ("data", "refusal"),
    [
        pytest.param(make_zip({"a": b"A"}).getvalue(), NestedArchive, id="an archive"),
        pytest.param(b"Laps,Time,Distance\n1,05:00,1.0\n", LapsTable, id="laps"),
        pytest.param(b"a,b\n1,2\n", UnknownTable, id="another table"),
        pytest.param(gzipped(gzipped(make_fit())), NotARunFile, id="packed twice"),
    ],
)
def test_what_cannot_be_read_is_refused(data, refusal):
    result = read("name", data)
    assert isinstance(result.refused, refusal)
    assert (result.activities, result.workouts, result.question) == ((), (), None)


def test_a_table_beyond_its_limit_is_refused(monkeypatch):
    monkeypatch.setattr(content, "FILE_MEGABYTES", 1)
    assert not isinstance(read("name", STRONG).refused, TooLarge)
    result = read("name", STRONG + b"\n" * 1_000_000)
    assert isinstance(result.refused, TooLarge)
    assert (result.activities, result.workouts, result.question) == ((), (), None)


def test_questions_are_asked_and_answers_taken():
    assert isinstance(read("a", GARMIN).question, DistanceUnitUnknown)
    assert isinstance(read("a", STRONG).question, WeightUnitUnknown)
    answers = Answers(DistanceUnit.MILES, WeightUnit.POUNDS)
    assert read("a", GARMIN, answers).activities[0].metres == 8046.7
    assert read("a", STRONG, answers).workouts[0].sets[0].kg == 45.359
