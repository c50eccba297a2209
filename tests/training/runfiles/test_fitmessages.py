"""FIT files decoded as columns and a small file of the other messages: the same as decoding all of them."""

import struct
from datetime import timedelta
from unittest.mock import patch

import fitfast
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from tests.training.runfiles.samples import START, FitSession, fit_time, make_fit, make_fit_sessions, seal_fit
from training.runfiles import UnreadableFile, fit, fitmessages
from training.runfiles.fitframes import MOST_TAKEN_OUT, digest

TWO = [FitSession(avg_hr=None, record_hr=133), FitSession(START + timedelta(hours=2), metres=None, record_metres=4000)]
SILENT = FitSession(metres=None, record_metres=3000, avg_hr=None, record_hr=141)
GOOD = {
    "a run": make_fit(points=5),
    "a run that leaves all to its records": make_fit_sessions([SILENT], points=5),
    "two runs": make_fit_sessions(TWO, points=5),
    "sets": make_fit(sport="training", sub_sport="strength_training", sets=3, points=3),
    "two files in one": make_fit(points=3) + make_fit(points=3, sport="cycling"),
}


def developer_field(name: bytes) -> bytes:
    """A developer's name for field 0, in a message that describes it."""
    definition = struct.pack("<BBBHB12B", 0x40, 0, 0, 206, 4, 0, 1, 2, 1, 1, 2, 2, 1, 2, 3, len(name), 7)
    return definition + bytes([0, 0, 0, 2]) + name


DEVELOPER = struct.pack("<BBBHB3B", 0x40, 0, 0, 207, 1, 3, 1, 2) + b"\x00\x00"
# A record of a heart rate alone, defined once, and one with the developer's field besides.
RECORD = struct.pack("<BBBHB3B", 0x40, 0, 0, 20, 1, 3, 1, 2)
OWN_RECORD = struct.pack("<BBBHB", 0x60, 0, 0, 20, 0) + bytes([1, 0, 1, 0]) + b"\x00\x01"


def whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on all messages are decoded at once."""
    monkeypatch.setattr(fitmessages, "MOST_CELLS", -1)


@for_every("data", list(GOOD.values()), ids=list(GOOD))
def test_no_objects_are_made_of_the_records_of_a_good_file(data):
    with patch.object(fitfast, "parse", wraps=fitfast.parse) as parse:
        assert fit.read(data)
    parse.assert_called_once()
    messages = fitfast.parse(*parse.call_args.args)
    assert "session" in messages
    assert "record" not in messages


@for_every("data", list(GOOD.values()), ids=list(GOOD))
def test_a_good_file_says_the_same_decoded_at_once(data, monkeypatch):
    found = fit.read(data)
    whole(monkeypatch)
    assert fit.read(data) == found
    monkeypatch.undo()


def outcome(data: bytes) -> object:
    try:
        return fit.read(data)
    except UnreadableFile as refusal:
        return refusal.code


@given(
    st.sampled_from(list(GOOD.values())),
    st.lists(st.tuples(st.floats(0, 0.9999), st.integers(0, 255)), min_size=1, max_size=4),
)
def test_law_a_changed_file_says_the_same_decoded_at_once(data: bytes, changes: list[tuple[float, int]]) -> None:
    body = bytearray(data[14:-2])
    for share, byte in changes:
        body[int(len(body) * share)] = byte
    changed = seal_fit(bytes(body))
    found = outcome(changed)
    with pytest.MonkeyPatch.context() as patched:
        whole(patched)
        assert found == outcome(changed)


def test_what_developers_named_is_described_in_the_small_file_too():
    body = make_fit(points=2)[14:-2] + DEVELOPER + developer_field(b"power\0") + OWN_RECORD
    found = digest(seal_fit(body), fitmessages.MOST)
    assert found.complete
    assert {*fitfast.parse(found.summary)} == {
        "file_id",
        "session",
        "activity",
        "developer_data_id",
        "field_description",
    }
    # A time, two degrees, a distance, a heart rate, the developer's, and the name for it.
    assert found.columns == 7


@pytest.mark.usefixtures("no_columns")
@for_every(
    "more",
    [
        DEVELOPER + b"".join(developer_field(b"%06d\0" % number) + OWN_RECORD for number in range(500))
        + RECORD + b"\x00\x90" * 20_000,
        developer_field(b"a" * 200) * (MOST_TAKEN_OUT // 200),
        struct.pack("<BBBHB3B", 0x40, 0, 0, 18, 1, 2, 4, 0x86) + b"\x80" + struct.pack("<I", fit_time(START)),
    ],
    ids=["a column for every record and name", "more to take out than is sealed at once", "a session a few seconds on"],
)  # fmt: skip
def test_what_would_cost_or_say_something_else_is_decoded_at_once(more):
    (run, *_) = fit.read(seal_fit(make_fit(points=2)[14:-2] + more))
    assert run.metres == 8000


@pytest.fixture
def no_columns(monkeypatch):
    monkeypatch.setattr(fitfast, "records", None)
