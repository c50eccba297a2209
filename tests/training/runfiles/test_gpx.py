"""GPX files made to order, with the flaws that real ones have."""

from datetime import timedelta

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import START, gpx_segment, make_gpx, wrap_gpx
from training.runfiles import Doubt, gpx, read
from training.runfiles.errors import NoTimes, NoTrack, TimesMissing, TooShort, Truncated


def test_a_run_gives_start_distance_time_and_heart_rate():
    (run,) = gpx.read(make_gpx(metres=10_000, seconds=3000, avg_hr=151))
    assert (run.sport, run.start, run.title) == ("running", START, "Morning run")
    assert (run.seconds, run.elapsed_seconds) == (3000, 3000)
    assert run.metres == pytest.approx(10_000, rel=1e-4)
    assert (run.avg_hr, run.max_hr, run.latitude, run.longitude) == (151, 151, 47.5, 8.1)
    assert run.warnings == (Doubt.TIME_ESTIMATED,)


@for_every(
    ("kind", "sport", "sub_sport"),
    [
        ("Running", "running", None),
        ("run", "running", None),
        ("9", "running", None),
        ("trail_running", "running", "trail"),
        ("treadmill_running", "running", "treadmill"),
        ("VirtualRun", "running", "virtual"),
        ("1", "cycling", None),
        ("cycling", "cycling", None),
        ("Other", "other", None),
        ("basket weaving", "unknown", None),
        (None, "unknown", None),
    ],
)
def test_the_type_becomes_a_sport(kind, sport, sub_sport):
    (activity,) = gpx.read(make_gpx(sport=kind))
    assert (activity.sport, activity.sub_sport) == (sport, sub_sport)
    assert (Doubt.SPORT_UNKNOWN in activity.warnings) == (sport == "unknown")
    assert activity.may_be_run == (sport in ("running", "unknown"))


def test_the_way_between_two_segments_is_neither_distance_nor_time():
    far = gpx_segment(START + timedelta(hours=1), metres=3000, seconds=1000, latitude=48.0)
    (run,) = gpx.read(wrap_gpx(gpx_segment(metres=3000, seconds=1000) + far).encode())
    assert run.metres == pytest.approx(6000, rel=1e-3)
    assert (run.seconds, run.elapsed_seconds) == (2000, 4600)


def test_a_long_stop_inside_a_segment_is_not_running_time():
    before = gpx_segment(metres=3000, seconds=1000).removesuffix("</trkseg>")
    after = gpx_segment(START + timedelta(seconds=1300), metres=3000, seconds=1000, latitude=47.5 + 3000 / 111_195)
    (run,) = gpx.read(wrap_gpx(before + after.removeprefix("<trkseg>")).encode())
    assert (run.seconds, run.elapsed_seconds) == (2000, 2300)


def test_a_point_without_a_position_is_dropped():
    flaw = '<trkpt lon="8.1"><time>2026-03-03T06:31:00Z</time></trkpt><trkpt lat="999" lon="nan"/></trkseg>'
    (run,) = gpx.read(make_gpx().replace(b"</trkseg>", flaw.encode()))
    assert run.metres == pytest.approx(8000, rel=1e-3)
    assert Doubt.POINTS_DROPPED in run.warnings


def test_a_prefix_that_nobody_declared_is_forgiven():
    (run,) = gpx.read(wrap_gpx(gpx_segment(avg_hr=140), declare=False).encode())
    assert run.avg_hr == 140


def test_a_heart_rate_of_zero_is_none():
    (run,) = gpx.read(make_gpx(avg_hr=0))
    assert (run.avg_hr, run.max_hr) == (None, None)


def test_times_going_backwards_still_give_first_and_last():
    segment = gpx_segment(seconds=2700, points=28)
    swapped = segment.replace("06:31:40Z", "06:29:50Z")
    assert swapped != segment
    (run,) = gpx.read(wrap_gpx(swapped).encode())
    assert (run.start, run.elapsed_seconds) == (START - timedelta(seconds=10), 2710)
    assert run.seconds <= (run.elapsed_seconds or 0)
    assert Doubt.TIMES_OUT_OF_ORDER in run.warnings


@for_every("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_other_encodings_are_read(encoding):
    text = make_gpx(title="Läufchen").decode().replace("UTF-8", encoding.removesuffix("-sig"))
    (run,) = read("run.gpx", text.encode(encoding))
    assert run.title == "Läufchen"


@for_every("namespace", ["http://www.topografix.com/GPX/1/0", ""])
def test_other_versions_are_read(namespace):
    data = make_gpx().replace(b"http://www.topografix.com/GPX/1/1", namespace.encode())
    if not namespace:
        data = data.replace(b' xmlns=""', b"")
    assert len(gpx.read(data)) == 1


def test_times_with_an_offset_tell_the_zone():
    data = make_gpx().decode().replace("2026-03-03T06:", "2026-03-03T08:")
    data = data.replace("2026-03-03T07:", "2026-03-03T09:").replace("Z</time>", ".000+02:00</time>")
    (run,) = gpx.read(data.encode())
    assert (run.start, run.utc_offset_seconds) == (START, 7200)


def test_times_without_a_zone_are_utc_and_told():
    (run,) = gpx.read(make_gpx().replace(b"Z</time>", b"</time>"))
    assert run.start == START
    assert Doubt.NO_TIME_ZONE in run.warnings


def test_a_harmless_document_type_is_read():
    data = make_gpx().replace(b"\n<gpx", b"\n<!DOCTYPE gpx [<!ELEMENT gpx ANY>]>\n<gpx", 1)
    assert len(read("run.gpx", data)) == 1


@for_every(
    ("data", "refusal"),
    [
        (wrap_gpx(""), NoTrack),
        (wrap_gpx("<trkseg/>"), NoTrack),
        (wrap_gpx("").replace("<trk>", '<rte><rtept lat="1" lon="2"/></rte><trk>'), NoTrack),
        (wrap_gpx("").replace("<trk>", '<wpt lat="1" lon="2"/><trk>'), NoTrack),
        (wrap_gpx(gpx_segment(points=1)), TooShort),
        (wrap_gpx('<trkseg><trkpt lat="1" lon="2"/><trkpt lat="1" lon="3"/></trkseg>'), NoTimes),
        (wrap_gpx(gpx_segment().replace("<trkseg>", "<trkseg>" + '<trkpt lat="47" lon="8"/>' * 10)), TimesMissing),
        (wrap_gpx(gpx_segment(seconds=0)), NoTimes),
        (wrap_gpx(gpx_segment())[:-400], Truncated),
    ],
    ids=["nothing", "empty segment", "route", "waypoints", "one point", "no times", "few times", "one time", "cut"],
)
def test_each_way_of_being_no_run_has_its_own_refusal(data, refusal):
    with pytest.raises(refusal):
        gpx.read(data.encode())
