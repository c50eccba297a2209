"""TCX files made to order: laps are added up."""

from datetime import timedelta

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import START, make_tcx, tcx_activity, wrap_tcx
from training.runfiles import Doubt, read, tcx
from training.runfiles.errors import NoActivity, NotAnActivity, NoTimes, Truncated


def test_a_run_is_the_sum_of_its_laps():
    (run,) = tcx.read(make_tcx(metres=9000, seconds=3000, laps=3, avg_hr=149))
    assert (run.sport, run.start, run.device) == ("running", START, "Forerunner of a test")
    assert (run.seconds, run.metres, run.avg_hr) == (pytest.approx(3000), pytest.approx(9000), 149)
    assert run.elapsed_seconds == 3000
    assert run.warnings == ()


@for_every(
    ("word", "sport"), [("Running", "running"), ("running", "running"), ("Biking", "cycling"), ("Other", "other")]
)
def test_the_sport_is_read_in_any_case(word, sport):
    (activity,) = tcx.read(make_tcx(sport=word))
    assert activity.sport == sport


def test_several_activities_keep_the_order_of_the_file():
    later = START + timedelta(days=1)
    activities = tcx.read(wrap_tcx(tcx_activity(later) + tcx_activity(START, sport="Biking")).encode())
    assert [(a.index, a.start, a.sport) for a in activities] == [(0, later, "running"), (1, START, "cycling")]


def test_spaces_before_the_declaration_are_forgiven():
    assert len(read("run.tcx", b" " * 10 + make_tcx())) == 1


def test_heart_rate_of_laps_is_weighted_by_their_time():
    short = tcx_activity(seconds=300, avg_hr=180, laps=1)
    long = tcx_activity(START + timedelta(seconds=300), seconds=900, avg_hr=140, laps=1)
    lap = long[long.index("<Lap") : long.index("</Lap>") + 6]
    (run,) = tcx.read(wrap_tcx(short.replace("</Lap>", "</Lap>" + lap)).encode())
    assert run.avg_hr == 150


def test_heart_rate_of_points_is_used_where_laps_have_none():
    data = make_tcx(avg_hr=None).replace(
        b"</Trackpoint>", b"<HeartRateBpm><Value>133</Value></HeartRateBpm></Trackpoint>"
    )
    (run,) = tcx.read(data)
    assert run.avg_hr == 133
    assert run.warnings == (Doubt.HEART_RATE_FROM_POINTS,)


def test_a_lap_that_the_laps_leave_out_is_told():
    data = wrap_tcx(tcx_activity(laps=1, metres=3000).replace("<DistanceMeters>3000.0<", "<DistanceMeters>2000.0<", 1))
    (run,) = tcx.read(data.encode())
    assert run.metres == 2000
    assert Doubt.DISTANCES_DIFFER in run.warnings


def test_an_odometer_that_starts_elsewhere_is_no_contradiction():
    data = wrap_tcx(tcx_activity(laps=1, metres=3000, points=3)).replace(">0.00<", ">42000.00<")
    data = data.replace(">1500.00<", ">43500.00<").replace(">3000.00<", ">45000.00<")
    (run,) = tcx.read(data.encode())
    assert (run.metres, run.warnings) == (3000, ())


def test_point_times_before_1990_are_of_no_clock():
    data = make_tcx(laps=1, points=3).replace(b"<Time>2026-03-03T06:30:00Z", b"<Time>1989-12-31T00:00:00Z")
    (run,) = tcx.read(data)
    assert (run.elapsed_seconds, run.warnings) == (None, (Doubt.TIMES_CONTRADICT,))
    assert run.seconds == 2700


@for_every(
    ("data", "refusal"),
    [
        (wrap_tcx(""), NoActivity),
        (wrap_tcx("").replace("Activities", "Courses").replace("<Courses>", "<Courses><Course/>"), NotAnActivity),
        (wrap_tcx("").replace("Activities", "Workouts").replace("<Workouts>", "<Workouts><Workout/>"), NotAnActivity),
        (wrap_tcx('<Activity Sport="Running"><Id>soon</Id></Activity>'), NoTimes),
        (wrap_tcx(tcx_activity())[:-300], Truncated),
    ],
    ids=["nothing", "course", "workout", "no times", "cut"],
)
def test_each_way_of_being_no_run_has_its_own_refusal(data, refusal):
    with pytest.raises(refusal):
        tcx.read(data.encode())
