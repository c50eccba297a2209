"""Apple Health's export: old and new layout, zones, indoor runs, and a gigabyte that would not fit in memory."""

import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import health_workout, make_health
from training.runfiles import Doubt, apple, errors

ROOT = Path(__file__).resolve().parents[3]

OLD = ' totalDistance="0.5" totalDistanceUnit="mi"'


def one(**workout):
    (activity,) = apple.read([make_health(health_workout(**workout))])
    return activity


def test_a_run():
    run = one()
    assert (run.sport, run.sub_sport, run.start) == ("running", None, datetime(2026, 3, 3, 6, 30, tzinfo=UTC))
    assert (run.seconds, run.elapsed_seconds, run.metres) == (2700, 2760, 8000)
    assert (run.avg_hr, run.max_hr, run.time_zone, run.device) == (145, 170, "Europe/Zurich", "Apple Watch")
    assert run.warnings == ()


@for_every(
    ("change", "told"),
    [
        pytest.param({"indoor": 1}, {"sub_sport": "treadmill"}, id="indoors"),
        pytest.param({"more": OLD, "statistics": ""}, {"metres": 804.672, "avg_hr": None}, id="before iOS 16"),
        pytest.param({"statistics": ""}, {"metres": None}, id="the distance of a part is not that of the whole"),
        pytest.param({"kind": "FunctionalStrengthTraining"}, {"sport": "strength"}, id="strength"),
        pytest.param({"kind": "TrackAndField"}, {"sport": "other"}, id="a type that we do not know"),
        pytest.param(
            {"minutes": 60}, {"elapsed_seconds": None, "warnings": (Doubt.TIMES_CONTRADICT,)}, id="contradicting times"
        ),
        pytest.param({"minutes": 10}, {"warnings": (Doubt.TOO_FAST,)}, id="too fast"),
    ],
)
def test_what_differs(change, told):
    activity = one(**change)
    assert {name: getattr(activity, name) for name in told} == told


def test_a_zone_that_is_none_is_not_told():
    for name in ("Mars/Olympus", "../etc/passwd", ""):
        data = make_health(health_workout()).replace(b"Europe/Zurich", name.encode())
        assert apple.read([data])[0].time_zone is None


def test_workouts_without_a_date_are_left_out():
    broken = health_workout().replace("2026-03-03 06:30:00 +0000", "soon")
    assert [activity.index for activity in apple.read([make_health(broken, health_workout())])] == [1]


def test_pieces_of_any_size_give_the_same():
    data = make_health(health_workout(), health_workout(kind="Walking"))
    assert apple.read([data]) == apple.read(data[at : at + 7] for at in range(0, len(data), 7))


# The parser's memory is not Python's: only a process of its own can tell how much it was.
STREAM = """
import re
from pathlib import Path
from tests.training.runfiles.samples import health_workout, make_health
from training.runfiles import apple

head, tail = make_health(health_workout()).split(b"<Workout ")
record = b'<Record type="HeartRate" value="72"><MetadataEntry key="a" value="0"/></Record>' * 1000

def peak():
    return int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

assert len(apple.read([head, record, b"<Workout ", tail])) == 1
before = peak()
assert len(apple.read([head, *[record] * 24, b"<Workout ", tail])) == 1
print(peak() - before)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to ask")
def test_two_megabytes_take_no_more_memory_than_a_tenth_of_one():
    done = subprocess.run([sys.executable, "-c", STREAM], capture_output=True, text=True, check=True, cwd=ROOT)
    assert int(done.stdout) < 4_000  # kilobytes; kept as a tree these records are 30 MB


@for_every(
    ("data", "refusal"),
    [
        pytest.param(make_health(), errors.NoActivity, id="no workout"),
        pytest.param(make_health(health_workout())[:-40], errors.Truncated, id="breaks off"),
        pytest.param(make_health(health_workout()).replace(b"</Workout>", b"</Work>"), errors.Corrupt, id="damaged"),
        pytest.param(make_health("<a>" * 300 + "</a>" * 300), errors.TooDeep, id="deep"),
        pytest.param(make_health().replace(b"<!ELEMENT", b'<!ENTITY a "b">\n<!ELEMENT'), errors.UnsafeXml, id="entity"),
        pytest.param(b"", errors.Truncated, id="nothing"),
    ],
)  # fmt: skip
def test_what_is_refused(data, refusal):
    with pytest.raises(refusal):
        apple.read([data])


def test_a_workout_of_more_elements_than_any_route_has_is_refused(monkeypatch):
    monkeypatch.setattr(apple, "MOST_ELEMENTS", 1000)
    assert one(statistics="<a/>" * 900).sport == "running"
    with pytest.raises(errors.TooManyValues):
        one(statistics="<a/>" * 1001)


def test_real_exports_give_the_known_workouts(shared_data):
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    names = [name for name in truth if name.startswith("apple/")]
    assert len(names) == 6
    for name in names:
        data = (shared_data / "runfiles" / name).read_bytes()
        # A fragment is a workout alone.
        whole = [data] if b"<HealthData" in data else [b"<HealthData>", data, b"</HealthData>"]
        activities, workouts = apple.read(whole), truth[name]["workouts"]
        for activity, known in zip(activities, workouts, strict=True):
            assert activity.start == datetime.fromisoformat(known["start_utc"])
            assert activity.elapsed_seconds == known["elapsed_s"]
            assert activity.seconds == pytest.approx(known["duration_s"], abs=0.1)
            assert (activity.metres or 0) == pytest.approx(known["distance_m"] or 0, abs=0.1)
            assert activity.avg_hr == (known["avg_hr"] and round(known["avg_hr"]))
            assert (activity.max_hr, activity.time_zone) == (known["max_hr"], known["time_zone"])
            assert activity.is_run == ("Running" in known["type"])
            assert (activity.sub_sport == "treadmill") == (known["indoor"] == "1")
