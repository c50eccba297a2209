"""Two copies of one outing are recognised, two outings are not."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.runfiles.samples import START, make_fit, make_gpx, make_tcx
from training.runfiles import Doubt, ParsedActivity, read, richer, same_activity

RUN = ParsedActivity("fit", "running", START, 3000.0, elapsed_seconds=3060.0, metres=10_000.0)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({}, True),
        ({"start": START + timedelta(seconds=90)}, True),
        ({"start": START + timedelta(seconds=91)}, False),
        ({"seconds": 2945.0, "elapsed_seconds": None}, True),
        ({"seconds": 2935.0, "elapsed_seconds": None}, False),
        ({"seconds": 2500.0}, True),
        ({"metres": 9_710.0}, True),
        ({"metres": 9_690.0}, False),
        ({"metres": None}, True),
        ({"start": None}, False),
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
def test_start_duration_and_distance_decide(change, same):
    assert same_activity(RUN, replace(RUN, **change)) is same


def test_an_equal_device_key_decides_alone():
    a = replace(RUN, device_key="1-2-0", start=None)
    assert same_activity(a, replace(a, seconds=1.0))
    assert not same_activity(a, replace(a, device_key="1-2-1"))


def test_one_run_in_three_formats_is_one_run_and_fit_is_kept():
    (fit,), (tcx,), (gpx,) = (read("run", data) for data in (make_fit(), make_tcx(), make_gpx()))
    assert same_activity(fit, tcx)
    assert same_activity(fit, gpx)
    assert same_activity(tcx, gpx)
    assert richer(gpx, fit) is fit
    assert richer(tcx, gpx) is tcx


def test_a_sound_copy_beats_a_damaged_one():
    damaged = replace(RUN, warnings=(Doubt.CHECKSUM,))
    sound = replace(RUN, format="gpx")
    assert richer(damaged, sound) is sound


def test_of_equal_copies_the_first_is_kept():
    assert richer(RUN, copy := replace(RUN)) is RUN
    assert richer(copy, RUN) is copy


activities = st.builds(
    ParsedActivity,
    format=st.sampled_from(["fit", "tcx", "gpx"]),
    sport=st.just("running"),
    start=st.none() | st.integers(0, 200).map(lambda seconds: START + timedelta(seconds=seconds)),
    seconds=st.floats(1, 1e5),
    elapsed_seconds=st.none() | st.floats(1, 1e5),
    metres=st.none() | st.floats(1, 1e5),
)


@given(activities, activities)
def test_being_the_same_does_not_depend_on_the_order(a, b):
    assert same_activity(a, b) == same_activity(b, a)


@given(activities)
def test_every_activity_with_a_start_is_the_same_as_itself(activity):
    assert same_activity(activity, activity) is (activity.start is not None)
