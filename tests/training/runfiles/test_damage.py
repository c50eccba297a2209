"""Whatever the bytes, reading ends in activities or in a refusal with a sentence."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.runfiles.samples import gzipped, make_fit, make_gpx, make_tcx
from training.runfiles import UnreadableFile, read

WHOLE = (
    make_fit(points=3),
    make_gpx(points=3),
    make_tcx(points=4, laps=1),
    gzipped(make_gpx(points=3)),
    make_gpx(points=3).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
)
# An example takes a blink here, and no single one says much.
FEW = settings().max_examples


def read_or_refuse(data: bytes) -> None:
    try:
        activities = read("upload", data)
    except UnreadableFile:
        return
    assert activities
    for activity in activities:
        assert activity.seconds >= 1
        assert activity.metres is None or activity.metres > 0
        assert activity.avg_hr is None or 0 < activity.avg_hr < 256
        assert activity.start is None or activity.start.utcoffset() == timedelta(0)


@settings(max_examples=2 * FEW)
@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"\x1f\x8b\x08\x00", b"<gpx>", b"\x0e\x20\x5c\x08\x40\x00\x00\x00.FIT"]),
)
def test_random_bytes_are_refused(data, head):
    read_or_refuse(head + data)


@settings(max_examples=2 * FEW)
@given(st.sampled_from(WHOLE), st.floats(0, 1))
def test_files_that_break_off_are_refused_or_told(whole, share):
    read_or_refuse(whole[: int(len(whole) * share)])


@settings(max_examples=4 * FEW)
@given(st.sampled_from(WHOLE), st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=4))
def test_changed_bytes_are_refused_or_told(whole, changes):
    data = bytearray(whole)
    for share, byte in changes:
        data[int(len(data) * share)] = byte
    read_or_refuse(bytes(data))
