"""Zip archives: what is listed, and that nothing hostile is read further than its limits."""

import io
import zipfile

import pytest

from tests.cases import for_every
from tests.training.runfiles.samples import make_zip
from training.runfiles import archive
from training.runfiles.archive import Archive
from training.runfiles.errors import (
    ArchiveTooLarge,
    Corrupt,
    Locked,
    TooManyEntries,
    Truncated,
    UnknownCompression,
    UnpacksTooLarge,
)


def test_files_are_listed_and_read_in_their_order():
    files = {"top/": b"", "top/a.fit": b"A", "__MACOSX/top/._a.fit": b"x", "top/.DS_Store": b"x", "top/b.gpx": b"BB"}
    with Archive(make_zip(files)) as opened:
        assert [(entry.name, entry.claimed_bytes) for entry in opened.entries] == [("top/a.fit", 1), ("top/b.gpx", 2)]
        assert [opened.read(entry) for entry in opened.entries] == [b"A", b"BB"]
        assert opened.head(opened.entries[1], 1) == b"B"


def test_names_are_for_people_alone():
    with Archive(make_zip({"../../etc/\x07passwd": b"A", "x" * 300: b"B"})) as opened:
        assert [entry.name for entry in opened.entries] == ["../../etc/passwd", "x" * 200]
        assert [opened.read(entry) for entry in opened.entries] == [b"A", b"B"]


def test_two_entries_of_one_name_are_two_files():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as written:
        written.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate"):
            written.writestr("a", b"2")
    with Archive(packed) as opened:
        assert [opened.read(entry) for entry in opened.entries] == [b"1", b"2"]


@for_every("data", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100), make_zip({"a": b"A"}).getvalue()[:-10]])
def test_an_archive_that_breaks_off_is_refused(data):
    with pytest.raises(Truncated):
        Archive(io.BytesIO(data))


def test_more_entries_than_any_export_are_refused(monkeypatch):
    monkeypatch.setattr(archive, "MOST_ENTRIES", 2)
    with pytest.raises(TooManyEntries):
        Archive(make_zip({"a": b"", "b": b"", "c": b""}))


def test_a_directory_beyond_the_limit_is_not_even_read(monkeypatch):
    monkeypatch.setattr(archive, "DIRECTORY_BYTES", 100)
    end = b"PK\x05\x06" + bytes(8) + (101).to_bytes(4, "little") + bytes(6)
    end_of_zip64 = b"PK\x06\x06" + bytes(36) + (101).to_bytes(8, "little") + bytes(8)
    for tail in (end, end_of_zip64 + bytes(20) + b"PK\x05\x06" + bytes(8) + b"\xff" * 4 + bytes(6)):
        with pytest.raises(TooManyEntries):
            Archive(io.BytesIO(tail))


def test_an_entry_that_packs_too_well_is_left_early():
    read: list[int] = []
    with Archive(make_zip({"bomb": bytes(12_000_000)})) as opened, pytest.raises(UnpacksTooLarge):
        read.extend(len(chunk) for chunk in opened.chunks(opened.entries[0]))
    assert 1_000_000 < sum(read) < 3_000_000


def test_an_entry_beyond_its_limit_is_refused():
    with Archive(make_zip({"long": bytes(2_000_001)}, stored=True)) as opened, pytest.raises(UnpacksTooLarge):
        opened.read(opened.entries[0], megabytes=2)


def test_all_that_is_read_counts(monkeypatch):
    monkeypatch.setattr(archive, "GIGABYTES", 0.000_15)
    with Archive(make_zip({"a": bytes(100_000), "b": bytes(100_000)}, stored=True)) as opened:
        assert len(opened.read(opened.entries[0])) == 100_000
        with pytest.raises(ArchiveTooLarge):
            opened.read(opened.entries[1])


def changed(at_local: int, at_central: int, value: bytes) -> io.BytesIO:
    """An archive of one file, with bytes of its headers changed."""
    data = bytearray(make_zip({"a": b"A" * 50}).getvalue())
    central = data.index(b"PK\x01\x02")
    data[at_local : at_local + len(value)] = value
    data[central + at_central : central + at_central + len(value)] = value
    return io.BytesIO(bytes(data))


@for_every(
    ("source", "refusal"),
    [
        pytest.param(changed(6, 8, b"\x01\x00"), Locked, id="encrypted"),
        pytest.param(changed(8, 10, b"\x09\x00"), UnknownCompression, id="Deflate64"),
        pytest.param(changed(14, 16, b"\x00\x00\x00\x00"), Corrupt, id="wrong checksum"),
        pytest.param(changed(22, 24, b"\x05\x00\x00\x00"), Corrupt, id="a size that lies"),
        pytest.param(changed(0, 0, b"PK\x07\x07"), Truncated, id="no directory"),
    ],
)
def test_what_cannot_be_unpacked_is_refused(source, refusal):
    with pytest.raises(refusal), Archive(source) as opened:
        opened.read(opened.entries[0])
