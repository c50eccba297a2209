"""Damaged FIT files: what is whole is decoded as fast as a good file, and as the patient decoder would."""

import struct

import fitfast
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from tests.training.runfiles.samples import FitSession, fit_crc, make_fit, make_fit_sessions, seal_fit
from training.runfiles import Doubt, UnreadableFile, fit, fitmessages
from training.runfiles.errors import Corrupt, Truncated
from training.runfiles.fitrepair import repair
from training.runfiles.fitseal import checksum

WHOLE = make_fit(points=10)
CHAIN = WHOLE + make_fit(points=10, sport="cycling")


def old_header(data: bytes) -> bytes:
    """The same messages behind a header of 12 bytes, which has no checksum of its own."""
    body = data[14:-2]
    whole = struct.pack("<BBHI4s", 12, 0x10, 100, len(body), b".FIT") + body
    return whole + struct.pack("<H", fit_crc(whole))


@for_every(
    ("data", "files", "checksum_right", "finished"),
    [
        pytest.param(WHOLE, 1, True, True, id="a good file"),
        pytest.param(old_header(WHOLE), 1, True, True, id="a header without a checksum"),
        pytest.param(WHOLE[:-1] + bytes([WHOLE[-1] ^ 1]), 1, False, True, id="a wrong checksum"),
        pytest.param(WHOLE[:-2], 1, True, False, id="no checksum"),
        pytest.param(CHAIN, 2, True, True, id="two files in one"),
        pytest.param(CHAIN[:-2], 2, True, False, id="no checksum of the second"),
        pytest.param(WHOLE + b"more", 1, True, False, id="something behind"),
        pytest.param(b"", 0, True, True, id="nothing"),
    ],
)
def test_whole_messages_are_kept(data, files, checksum_right, finished):
    repaired = repair(data)
    assert (repaired.checksum_right, repaired.finished) == (checksum_right, finished)
    messages, fields = fitfast.count(WHOLE)
    assert (fitfast.count(repaired.data) if files else (0, 0)) == (files * messages, files * fields)


def test_what_is_behind_a_message_that_is_not_whole_is_left_out():
    for cut in (1, 2, 30):
        repaired = repair(WHOLE[: -2 - cut])
        assert 0 < fitfast.count(repaired.data)[0] < fitfast.count(WHOLE)[0]
        assert (repaired.checksum_right, repaired.finished) == (True, False)


def test_a_message_of_a_kind_that_nothing_defines_ends_it():
    body = WHOLE[14:-2]
    repaired = repair(seal_fit(body + b"\x0f\x00\x00" + body))
    assert fitfast.count(repaired.data) == fitfast.count(WHOLE)
    assert (repaired.checksum_right, repaired.finished) == (True, False)
    broken = seal_fit(body + b"\x0f\x00\x00" + body)
    assert not repair(broken[:-1] + bytes([broken[-1] ^ 1])).checksum_right


def test_the_checksum_is_that_of_the_format():
    for data in (b"", b"\x00", b"123456789", WHOLE):
        assert checksum(data) == fit_crc(data)
    assert checksum(b"123456789") == 0xBB3D


def outcome(data: bytes) -> object:
    try:
        return fit.read(data)
    except UnreadableFile as refusal:
        return refusal.code


@given(st.floats(0, 1))
def test_law_a_file_that_breaks_off_gives_what_the_patient_decoder_gives(share: float) -> None:
    data = make_fit_sessions([FitSession(), FitSession(seconds=900)], points=4)
    data = data[: int(len(data) * share)]
    found = outcome(data)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fitmessages, "_decode_repaired", lambda _: None)
        assert found == outcome(data)


def test_the_patient_decoder_is_not_asked_where_anything_is_whole(monkeypatch):
    monkeypatch.setattr(fitmessages, "_decode_slowly", None)
    (run,) = fit.read(WHOLE[:-1] + bytes([WHOLE[-1] ^ 1]))
    assert (run.metres, run.warnings) == (8000, (Doubt.CHECKSUM,))
    (run,) = fit.read(WHOLE[:-5])
    assert (run.metres, run.warnings) == (8000, (Doubt.UNFINISHED,))
    with pytest.raises(Truncated):
        fit.read(WHOLE[: len(WHOLE) // 2])


def test_totals_before_a_message_of_no_kind_must_be_possible():
    body = make_fit(seconds=600)[14:-2]
    with pytest.raises(Corrupt):
        fit.read(seal_fit(body + b"\x0f")[:-1] + b"\x00")


def test_beyond_their_limits_damaged_files_are_refused(monkeypatch):
    monkeypatch.setattr(fitmessages, "REPAIRED_BYTES", 1000)
    with pytest.raises(Corrupt):
        fit.read(make_fit(points=100)[:-1])
    assert fit.read(make_fit(points=10)[:-1])
    monkeypatch.setattr(fitmessages, "_decode_repaired", lambda _: None)
    monkeypatch.setattr(fitmessages, "SLOW_BYTES", 1000)
    with pytest.raises(Corrupt):
        fit.read(make_fit(points=100)[:-1])
