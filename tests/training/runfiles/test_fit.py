"""FIT files made to order: what the session says, and what fills its gaps."""

import struct
from datetime import UTC, datetime, timedelta

import fitfast
import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import (
    START,
    FitSession,
    make_fit,
    make_fit_sessions,
    seal_fit,
)
from training.runfiles import Doubt, fit, fitmessages
from training.runfiles.errors import Corrupt, NoActivity, NotAnActivity, NoTimes, TooManyValues, Truncated
from training.runfiles.fitframes import Weight, digest


def test_a_run_gives_the_totals_of_its_session():
    (run,) = fit.read(make_fit(metres=10_000, seconds=3000, elapsed_seconds=3100, avg_hr=150))
    assert (run.sport, run.sub_sport, run.start) == ("running", None, START)
    assert (run.metres, run.seconds, run.elapsed_seconds, run.avg_hr) == (10_000, 3000, 3100, 150)
    assert (run.utc_offset_seconds, run.latitude, run.longitude) == (3600, 47.5, 8.1)
    assert run.device == "Garmin fenix5x plus"
    assert run.device_key == f"3900000001-{START.timestamp():.0f}-0"
    assert run.warnings == ()


@for_every(
    ("sport", "sub_sport", "expected"),
    [
        ("running", "trail", ("running", "trail")),
        ("running", "treadmill", ("running", "treadmill")),
        ("fitness_equipment", "treadmill", ("running", "treadmill")),
        ("training", "strength_training", ("strength", "strength_training")),
        ("cycling", "generic", ("cycling", None)),
        ("generic", "generic", ("generic", None)),
    ],
)
def test_the_sport_is_named_in_one_vocabulary(sport, sub_sport, expected):
    (activity,) = fit.read(make_fit(sport=sport, sub_sport=sub_sport))
    assert (activity.sport, activity.sub_sport) == expected


def test_several_sessions_are_several_activities_without_the_transition():
    later = [START + timedelta(minutes=minutes) for minutes in (0, 30, 35)]
    activities = fit.read(
        make_fit_sessions(
            [
                FitSession(later[0], seconds=1800, sport="cycling"),
                FitSession(later[1], seconds=300, sport="transition"),
                FitSession(later[2], seconds=1500, metres=None, record_metres=5000),
            ]
        )
    )
    assert [(a.sport, a.index, a.start) for a in activities] == [("cycling", 0, later[0]), ("running", 2, later[2])]
    assert activities[1].metres == pytest.approx(5000)
    assert Doubt.DISTANCE_FROM_POINTS in activities[1].warnings
    assert activities[0].device_key != activities[1].device_key


def test_records_go_to_the_session_of_their_time():
    first, second = fit.read(
        make_fit_sessions(
            [
                FitSession(seconds=600, avg_hr=None, record_hr=130),
                FitSession(START + timedelta(hours=1), seconds=600, avg_hr=None, record_hr=160),
            ]
        )
    )
    assert (first.avg_hr, second.avg_hr) == (130, 160)
    assert Doubt.HEART_RATE_FROM_POINTS in first.warnings


def test_a_missing_distance_comes_from_the_last_record():
    (run,) = fit.read(make_fit(metres=None, record_metres=6543.0))
    assert run.metres == pytest.approx(6543)
    assert run.warnings == (Doubt.DISTANCE_FROM_POINTS,)


def test_a_distance_of_zero_counts_as_not_said():
    (run,) = fit.read(make_fit(metres=0, sub_sport="treadmill"))
    assert run.metres is None


def test_a_clock_that_was_never_set_leaves_the_start_open():
    start = datetime(1989, 12, 31, tzinfo=UTC) + timedelta(seconds=17_217_864)
    (run,) = fit.read(make_fit(start=start))
    assert (run.start, run.seconds, run.device_key) == (None, 2700, None)
    assert Doubt.CLOCK_NOT_SET in run.warnings


@for_every(
    ("times", "seconds", "elapsed", "doubt"),
    [
        ({"seconds": 3000, "elapsed_seconds": 1000}, 3000, None, Doubt.TIMES_CONTRADICT),
        ({"seconds": 3000, "elapsed_seconds": 2_412_583}, 3000, None, Doubt.TOO_LONG),
        ({"seconds": None, "elapsed_seconds": 1800}, 1800, 1800, Doubt.TIME_WITH_PAUSES),
        ({"seconds": 600, "metres": 8000}, 600, 600, Doubt.TOO_FAST),
    ],
    ids=["timer beyond elapsed", "elapsed beyond a day", "no timer", "faster than 8 m/s"],
)
def test_impossible_times_are_told(times, seconds, elapsed, doubt):
    (run,) = fit.read(make_fit(**times))
    assert (run.seconds, run.elapsed_seconds) == (seconds, elapsed)
    assert doubt in run.warnings


def test_a_time_zone_beyond_the_earth_is_not_one():
    (run,) = fit.read(make_fit(utc_offset=40 * 3600))
    assert run.utc_offset_seconds is None


def test_a_wrong_checksum_is_told_where_the_totals_are_possible():
    data = make_fit()
    (run,) = fit.read(data[:-1] + bytes([data[-1] ^ 1]))
    assert (run.metres, run.warnings) == (8000, (Doubt.CHECKSUM,))


def test_a_wrong_checksum_with_impossible_totals_is_refused():
    data = make_fit(seconds=600)
    with pytest.raises(Corrupt):
        fit.read(data[:-1] + bytes([data[-1] ^ 1]))


def test_a_wrong_header_checksum_alone_does_not_matter():
    data = make_fit()
    header_broken = data[:12] + b"\x00\x00" + data[14:]
    (run,) = fit.read(header_broken)
    assert run.metres == 8000


def test_a_file_that_breaks_off_after_its_session_is_unfinished():
    (run,) = fit.read(make_fit()[:-5])
    assert run.metres == 8000
    assert Doubt.UNFINISHED in run.warnings


def test_a_file_that_breaks_off_before_its_session_is_refused():
    data = make_fit()
    with pytest.raises(Truncated):
        fit.read(data[: len(data) // 2])


@for_every("kind", ["settings", "course", "workout"])
def test_a_file_of_another_purpose_is_refused_by_its_name(kind):
    with pytest.raises(NotAnActivity) as refusal:
        fit.read(make_fit_sessions([], file_type=kind))
    assert refusal.value.facts["kind"] == kind


def test_an_activity_without_session_or_records_holds_nothing():
    with pytest.raises(NoActivity):
        fit.read(make_fit_sessions([]))


def test_a_file_without_messages_is_damaged():
    with pytest.raises(Corrupt):
        fit.read(seal_fit(b""))


ANY = Weight(frames=1000, fields=1000)


def test_a_file_is_weighed_without_decoding_it():
    data = make_fit(points=10)
    messages, fields = fitfast.count(data)
    whole = digest(data, ANY).weight
    assert whole.frames == 2 * messages  # the samples define each message anew
    assert whole.fields >= fields  # a decoder leaves out what has no value
    assert digest(data, Weight(10, 1000)).weight.frames == 11
    assert digest(data, Weight(1000, 20)).weight.fields < 40
    assert digest(data[:60], ANY).weight.frames < whole.frames
    assert digest(data + data, ANY).weight == Weight(2 * whole.frames, 2 * whole.fields)


def test_millions_of_empty_fields_are_refused_before_they_are_decoded():
    fields = b"".join(struct.pack("<BBB", number, 0, 2) for number in range(255))
    body = make_fit(points=1)[14:-2] + struct.pack("<BBBHB", 0x40, 0, 0, 20, 255) + fields + b"\x00" * 16_000
    with pytest.raises(TooManyValues):
        fit.read(seal_fit(body))


def test_more_tiny_messages_than_days_of_recording_are_refused_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr(fitmessages, "MOST", Weight(frames=40_000, fields=fitmessages.MOST.fields))
    monkeypatch.setattr(fitfast, "parse", None)
    body = make_fit(points=1)[14:-2] + struct.pack("<BBBHB3B", 0x40, 0, 0, 20, 1, 3, 1, 2) + b"\x00\x90" * 40_000
    with pytest.raises(TooManyValues):
        fit.read(struct.pack("<BBHI4sH", 14, 0x20, 2140, len(body), b".FIT", 0) + body)


def test_a_developer_field_that_makes_the_fast_decoder_panic_leaves_the_run_readable(capfd):
    described = struct.pack("<BBBHB9B", 0x40, 0, 0, 206, 3, 0, 1, 2, 1, 1, 2, 2, 1, 2) + bytes([0, 0, 0, 0xFF])
    used = struct.pack("<BBBHB", 0x60, 0, 0, 20, 0) + bytes([1, 0, 2, 0]) + b"\x00\x01\x02"
    (run,) = fit.read(seal_fit(make_fit()[14:-2] + described + used))
    assert "panicked" in capfd.readouterr().err
    assert run.metres == 8000


def test_a_session_without_any_time_is_refused():
    with pytest.raises(NoTimes):
        fit.read(make_fit(seconds=None, points=1))
