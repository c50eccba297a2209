"""What a file is, by its first bytes alone: to list an archive, and to choose a reader."""

import zlib
from enum import StrEnum
from itertools import islice

from training.export import reading
from training.runfiles import garmin, hevy, strava, strong, table
from training.runfiles.errors import UnreadableFile
from training.runfiles.prolog import first_tag

# Strava's header takes up to ten kilobytes where its translations are missing. An even number, for UTF-16.
HEAD_BYTES = 32_768
STRAVA_COLUMNS = 70
ROWS_TO_LOOK_AT = 5
TAGS = {"gpx": "gpx", "TrainingCenterDatabase": "tcx", "HealthData": "health"}
ZIPPED = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
GZIPPED = b"\x1f\x8b"


class Kind(StrEnum):
    """Kinds of files, those with a reader first."""

    FIT = "fit"
    GPX = "gpx"
    TCX = "tcx"
    HEALTH = "health"
    STRAVA = "strava"
    GARMIN = "garmin"
    HEVY = "hevy"
    STRONG = "strong"
    # All of an account, as training.export writes it.
    ACCOUNT = "account"
    TABLE = "table"
    ZIP = "zip"
    OTHER = "other"
    EMPTY = "empty"

    @property
    def is_recording(self) -> bool:
        """One or a few activities with their points."""
        return self in (Kind.FIT, Kind.GPX, Kind.TCX)

    @property
    def is_table(self) -> bool:
        """A table that has a reader."""
        return self in (Kind.STRAVA, Kind.GARMIN, Kind.HEVY, Kind.STRONG)

    @property
    def is_readable(self) -> bool:
        """There is a reader."""
        return self.is_recording or self.is_table or self in (Kind.HEALTH, Kind.ACCOUNT)


def kind_of(head: bytes) -> Kind:
    """The kind of a file by its first bytes, HEAD_BYTES of them or all; gzip is looked into."""
    if head[:2] == GZIPPED:
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD_BYTES)
        except zlib.error:
            return Kind.OTHER
    if not head.strip(b" \t\r\n\x00"):
        return Kind.EMPTY
    if head[8:12] == b".FIT":
        return Kind.FIT
    if head[:4] in ZIPPED:
        return Kind.ZIP
    if reading.looks_like_export(head):
        return Kind.ACCOUNT
    try:
        tag = first_tag(head)
    except UnreadableFile:
        # A bomb in a document type: whichever reader it goes to refuses it.
        return Kind.GPX
    if tag is not None:
        return Kind(TAGS.get(tag, "other"))
    return _kind_of_table(head)


def _kind_of_table(head: bytes) -> Kind:
    if b"\x00" in head and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        return Kind.OTHER
    try:
        header, rows = table.header_and_rows(_whole_lines(head))
        first = list(islice(rows, ROWS_TO_LOOK_AT))
        if garmin.knows(header, first):
            return Kind.GARMIN
        if hevy.knows(header):
            return Kind.HEVY
        if strong.knows(header) or strong.looks_classic(header, first):
            return Kind.STRONG
    except UnreadableFile:
        return Kind.OTHER
    if strava.knows(header) or len(header) >= STRAVA_COLUMNS:
        return Kind.STRAVA
    return Kind.TABLE if len(header) > 1 else Kind.OTHER


def _whole_lines(head: bytes) -> bytes:
    """Without the line that the head breaks off in, and without half a letter."""
    if len(head) < HEAD_BYTES:
        return head
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return head[: len(head) & ~1]
    end = head.rfind(b"\n")
    return head[: end + 1] if end > 0 else head
