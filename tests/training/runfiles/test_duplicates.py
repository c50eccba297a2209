"""Two copies of one outing are recognised, two outings are not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from tests.training.runfiles.samples import START, make_fit, make_gpx, make_tcx
from training.runfiles import Doubt, ParsedActivity, read
from training.runfiles.activity import Format
from training.runfiles.duplicates import FORMAT_RANK, Reason, Why, compare, overlap

RUN = ParsedActivity("fit", "running", START, 3000.0, elapsed_seconds=3060.0, metres=10_000.0)


@for_every(
    ("change", "reason"),
    [
        ({}, Reason.SAME_TOTALS),
        ({"start": START + timedelta(seconds=90)}, Reason.SAME_TOTALS),
        ({"start": START + timedelta(seconds=91)}, Reason.SAME_TIME),
        ({"seconds": 2945.0, "elapsed_seconds": None}, Reason.SAME_TOTALS),
        ({"seconds": 2935.0, "elapsed_seconds": None}, Reason.SAME_TIME),
        ({"seconds": 2500.0}, Reason.SAME_TOTALS),
        ({"metres": 9_710.0}, Reason.SAME_TOTALS),
        ({"metres": 9_690.0}, Reason.SAME_TIME),
        ({"metres": None}, Reason.SAME_TOTALS),
        ({"start": None}, None),
    ],
    ids=[
        "equal",
        "90 s later",
        "91 s later",
        "2 % shorter",
        "more than 2 % shorter",
        "equal elapsed time",
        "3 % less far",
        "more than 3 % less far",
        "distance missing",
        "start missing",
    ],
)
def test_start_duration_and_distance_decide(change, reason):
    match = compare(RUN, replace(RUN, **change))
    assert (match and match.reason) == reason


def test_an_equal_device_key_decides_alone():
    a = replace(RUN, device_key="1-2-0", start=None)
    match = compare(a, replace(a, seconds=1.0))
    assert match is not None
    assert match.reason is Reason.SAME_RECORDING
    assert compare(a, replace(a, device_key="1-2-1")) is None


def test_one_run_in_three_formats_is_one_run_and_fit_is_kept():
    (fit,), (tcx,), (gpx,) = (read("run", data) for data in (make_fit(), make_tcx(), make_gpx()))
    for richer, other in ((fit, tcx), (fit, gpx), (tcx, gpx)):
        match = compare(other, richer)
        assert match is not None
        assert match.reason is Reason.SAME_TOTALS
        assert match.kept is richer


def test_a_sound_copy_beats_a_damaged_one():
    damaged = replace(RUN, warnings=(Doubt.CHECKSUM,))
    sound = replace(RUN, format="gpx")
    match = compare(damaged, sound)
    assert match is not None
    assert match.kept is sound


activities = st.builds(
    ParsedActivity,
    format=st.sampled_from(["fit", "tcx", "gpx"]),
    sport=st.just("running"),
    start=st.none() | st.integers(0, 200).map(lambda seconds: START + timedelta(seconds=seconds)),
    seconds=st.floats(1, 1e5),
    elapsed_seconds=st.none() | st.floats(1, 1e5),
    metres=st.none() | st.floats(1, 1e5),
)


@given(activities)
def test_every_activity_with_a_start_is_the_same_as_itself(activity):
    match = compare(activity, activity)
    assert (match and match.reason) == (activity.start and Reason.SAME_TOTALS)


KEYED = replace(RUN, device_key="1")
LOCAL = replace(RUN, start=START + timedelta(hours=2), start_is_local=True)


def later(**change: Any) -> ParsedActivity:
    """The run as a phone saw it, four minutes later and longer."""
    told: dict[str, Any] = {"format": "gpx", "start": START + timedelta(seconds=240), "seconds": 3300.0}
    return replace(RUN, **told, elapsed_seconds=3300.0, metres=10_800.0) if not change else replace(later(), **change)


@for_every(
    ("a", "b", "reason"),
    [
        pytest.param(KEYED, replace(KEYED, start=None), Reason.SAME_RECORDING, id="key"),
        pytest.param(RUN, replace(RUN, metres=None), Reason.SAME_TOTALS, id="totals"),
        pytest.param(RUN, later(), Reason.SAME_TIME, id="watch and phone at once"),
        pytest.param(RUN, later(sport="unknown"), Reason.SAME_TIME, id="a phone that names no sport"),
        pytest.param(RUN, later(sport="cycling"), None, id="another sport at once"),
        pytest.param(RUN, later(start=START + timedelta(seconds=1500)), Reason.SAME_TIME, id="half in common"),
        pytest.param(RUN, later(start=START + timedelta(seconds=1600)), None, id="less than half in common"),
        pytest.param(RUN, LOCAL, Reason.SAME_IN_A_ZONE, id="two hours on the wall"),
        pytest.param(RUN, replace(RUN, start=START + timedelta(hours=2)), None, id="two hours later"),
        pytest.param(RUN, replace(LOCAL, start=START + timedelta(minutes=127)), None, id="no zone"),
        pytest.param(RUN, replace(LOCAL, metres=None), None, id="no distance to be sure by"),
    ],
)
def test_the_reason(a, b, reason):
    for one, other in ((a, b), (b, a)):
        match = compare(one, other)
        assert (match and match.reason) == reason


@for_every(
    ("change", "why", "kept_first"),
    [
        pytest.param({"start": None, "device_key": "1"}, Why.START_KNOWN, True, id="start"),
        pytest.param({"warnings": (Doubt.CHECKSUM,)}, Why.UNDAMAGED, True, id="damage"),
        pytest.param({"format": "apple"}, Why.FORMAT, True, id="format"),
        pytest.param({"avg_hr": 140}, Why.TELLS_MORE, False, id="a field more"),
        pytest.param({"warnings": (Doubt.TIME_ESTIMATED,)}, Why.FEWER_DOUBTS, True, id="doubts"),
        pytest.param({}, Why.FIRST, True, id="equal"),
    ],
)
def test_why_a_copy_is_kept(change, why, kept_first):
    first = replace(RUN, device_key="1") if "device_key" in change else RUN
    second = replace(first, **change)
    match = compare(first, second)
    assert match is not None
    assert (match.why, match.kept, match.other) == (why, *((first, second) if kept_first else (second, first)))


def test_how_far_apart():
    match = compare(RUN, later())
    assert match is not None
    assert match.start_seconds == 240
    assert match.overlap == pytest.approx((3060 - 240) / 3060)


def test_every_format_has_its_rank():
    assert set(FORMAT_RANK) == set(get_args(Format.__value__))


@given(activities, activities)
def test_the_reason_does_not_depend_on_the_order(a, b):
    one, other = compare(a, b), compare(b, a)
    assert (one and (one.reason, one.start_seconds)) == (other and (other.reason, other.start_seconds))
    assert 0 <= overlap(a, b) <= 1
    assert overlap(a, b) == pytest.approx(overlap(b, a))
