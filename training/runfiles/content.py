"""Decides by content, never by name, what a file is, and hands it to its reader."""

import zlib
from dataclasses import replace

from training.runfiles import fit, gpx, tcx
from training.runfiles.activity import DAY, ParsedActivity
from training.runfiles.errors import (
    Archive,
    Corrupt,
    Empty,
    HealthExport,
    Impossible,
    NotARunFile,
    TooLarge,
    TooShort,
    Truncated,
    UnpacksTooLarge,
    WebPage,
)
from training.runfiles.prolog import first_tag

MEGABYTE = 1_000_000
FILE_MEGABYTES = 25
UNPACKED_MEGABYTES = 50

XML_READERS = {"gpx": ("GPX", gpx.read), "TrainingCenterDatabase": ("TCX", tcx.read)}

MOST_SECONDS = 30 * DAY
MOST_METRES = 10_000_000


def read(name: str, data: bytes) -> list[ParsedActivity]:
    """All activities of one uploaded file, in the order of the file.

    `name` is the uploader's and decides nothing: content does. Raises a subclass of
    UnreadableFile with one sentence when there is nothing to import.
    """
    if len(data) > FILE_MEGABYTES * MEGABYTE:
        raise TooLarge(megabytes=FILE_MEGABYTES)
    return read_unpacked(gunzip(data) if data[:2] == b"\x1f\x8b" else data)


def read_unpacked(data: bytes) -> list[ParsedActivity]:
    """All activities of a file that is not compressed any more. Raises as `read` does."""
    if data[:2] == b"\x1f\x8b":
        raise NotARunFile
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"):
        raise Archive
    if data[8:12] == b".FIT":
        return possible("FIT", fit.read(data))
    if not data.strip(b" \t\r\n\x00"):
        raise Empty
    if _starts_like_fit(data):
        raise Truncated(format="FIT")
    tag = first_tag(data)
    if tag in XML_READERS:
        name, reader = XML_READERS[tag]
        return possible(name, reader(data))
    if tag == "HealthData":
        raise HealthExport
    if tag is not None and tag.lower() in ("html", "head", "body"):
        raise WebPage
    raise NotARunFile


def possible(name: str, activities: list[ParsedActivity]) -> list[ParsedActivity]:
    """The activities of a second or more; raises Impossible beyond 30 days or 10,000 km, TooShort when none is left."""
    if any(_is_impossible(activity) for activity in activities):
        raise Impossible(format=name)
    return _lasting(name, activities)


def of_table(name: str, activities: list[ParsedActivity]) -> list[ParsedActivity]:
    """The activities of a second or more of a table, where one row must not cost the others; raises TooShort.

    What is beyond 30 days or 10,000 km is brought down to that: such a run is refused by itself, with its own sentence.
    """
    return _lasting(
        name,
        [
            replace(
                activity,
                seconds=min(activity.seconds, MOST_SECONDS),
                elapsed_seconds=activity.elapsed_seconds and min(activity.elapsed_seconds, MOST_SECONDS),
                metres=activity.metres and min(activity.metres, MOST_METRES),
            )
            if _is_impossible(activity)
            else activity
            for activity in activities
        ],
    )


def _is_impossible(activity: ParsedActivity) -> bool:
    longest = max(activity.seconds, activity.elapsed_seconds or 0)
    return longest > MOST_SECONDS or (activity.metres or 0) > MOST_METRES


def _lasting(name: str, activities: list[ParsedActivity]) -> list[ParsedActivity]:
    long_enough = [activity for activity in activities if activity.seconds >= 1]
    if not long_enough:
        raise TooShort(format=name)
    return long_enough


def gunzip(data: bytes, limit: int = UNPACKED_MEGABYTES * MEGABYTE) -> bytes:
    """Unpack gzip members one after another, never holding more than `limit` bytes.

    Raises Truncated or Corrupt for a bad stream and UnpacksTooLarge beyond the limit.
    """
    unpacked = bytearray()
    while data[:2] == b"\x1f\x8b":
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        try:
            unpacked += stream.decompress(data, limit + 1 - len(unpacked))
        except zlib.error as error:
            raise Corrupt(format="gzip") from error
        if len(unpacked) > limit:
            raise UnpacksTooLarge(megabytes=limit // MEGABYTE)
        if not stream.eof:
            raise Truncated(format="gzip")
        data = stream.unused_data
    return bytes(unpacked)


def _starts_like_fit(data: bytes) -> bool:
    """The first bytes of a FIT header that breaks off before its mark: a size of 12 or 14, then a small version."""
    return len(data) < 12 and data[0] in (12, 14) and b"<" not in data
