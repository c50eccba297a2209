"""A zip archive as it comes: listed and read entry by entry, within limits; nothing is ever written or extracted.

Names of entries are shown to people and compared with one another. No path is made of them.
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, BinaryIO, Self

from training.runfiles.content import MEGABYTE, UNPACKED_MEGABYTES
from training.runfiles.errors import (
    ArchiveTooLarge,
    Corrupt,
    Locked,
    TooManyEntries,
    Truncated,
    UnknownCompression,
    UnpacksTooLarge,
)

MOST_ENTRIES = 50_000
# An entry of the directory takes 46 bytes and its name: this bounds what Python's reader holds of it.
DIRECTORY_BYTES = 10_000_000
GIGABYTES = 2
RATIO = 200
# Small files of one letter pack better than any export.
HARMLESS_BYTES = 1_000_000
CHUNK = 1 << 16

END, END64 = b"PK\x05\x06", b"PK\x06\x06"
END_BYTES, END64_BYTES, COMMENT_BYTES = 22, 56, 65_535
ENCRYPTED = 0x1
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
MADE_BY_MACHINES = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in an archive: its name for people, and its bytes as the directory claims them, packed and not."""

    name: str
    packed_bytes: int
    claimed_bytes: int
    info: zipfile.ZipInfo = field(repr=False, compare=False)

    @property
    def base(self) -> str:
        """Its name without its folders, in small letters, by which kinds are told apart."""
        return self.name.rstrip("/").rpartition("/")[2].lower()


class Archive:
    """The entries of a zip in its order, folders and what file managers leave behind left out.

    All reading of one archive counts towards its limit of two gigabytes.
    """

    def __init__(self, source: BinaryIO) -> None:
        """Reads the directory alone. Raises Truncated, Corrupt or TooManyEntries."""
        if _directory_bytes(source) > DIRECTORY_BYTES:
            raise TooManyEntries(most=MOST_ENTRIES)
        try:
            self._zip = zipfile.ZipFile(source)
        except zipfile.BadZipFile as error:
            raise Truncated(format="zip") from error
        except (ValueError, OSError, NotImplementedError, struct.error) as error:
            raise Corrupt(format="zip") from error
        infos = self._zip.infolist()
        if len(infos) > MOST_ENTRIES:
            raise TooManyEntries(most=MOST_ENTRIES)
        self._unpacked = 0
        self.entries = tuple(
            Entry(_shown(info.filename), info.compress_size, info.file_size, info) for info in infos if _is_file(info)
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def head(self, entry: Entry, size: int) -> bytes:
        """The first `size` bytes of an entry. Raises what `chunks` does."""
        return next(self.chunks(entry, size), b"")

    def read(self, entry: Entry, megabytes: int = UNPACKED_MEGABYTES) -> bytes:
        """A whole entry. Raises UnpacksTooLarge beyond `megabytes`, or what `chunks` does."""
        unpacked = bytearray()
        for chunk in self.chunks(entry):
            unpacked += chunk
            if len(unpacked) > megabytes * MEGABYTE:
                raise UnpacksTooLarge(megabytes=megabytes)
        return bytes(unpacked)

    def chunks(self, entry: Entry, size: int = CHUNK) -> Iterator[bytes]:
        """An entry piece by piece, `size` bytes at most each.

        Raises Locked, UnknownCompression, Corrupt, UnpacksTooLarge where the entry packs better than any export, and
        ArchiveTooLarge when all that was read of the archive reaches its limit.
        """
        unpacked = 0
        with _opened(self._zip, entry) as stream:
            while chunk := stream.read(size):
                unpacked += len(chunk)
                self._unpacked += len(chunk)
                if unpacked > HARMLESS_BYTES and unpacked > RATIO * entry.packed_bytes:
                    raise UnpacksTooLarge(megabytes=max(unpacked // MEGABYTE, 1))
                if self._unpacked > GIGABYTES * 1000 * MEGABYTE:
                    raise ArchiveTooLarge(gigabytes=GIGABYTES)
                yield chunk


@contextmanager
def _opened(archive: zipfile.ZipFile, entry: Entry) -> Iterator[IO[bytes]]:
    if entry.info.flag_bits & ENCRYPTED:
        raise Locked
    if entry.info.compress_type not in METHODS:
        raise UnknownCompression
    try:
        with archive.open(entry.info) as stream:
            yield stream
    except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, struct.error) as error:
        raise Corrupt(format="zip") from error
    except (RuntimeError, NotImplementedError) as error:
        raise UnknownCompression from error


def _is_file(info: zipfile.ZipInfo) -> bool:
    name = info.filename
    return not (info.is_dir() or name.startswith(MADE_BY_MACHINES) or name.endswith(MADE_BY_MACHINES) or "/._" in name)


def _shown(name: str) -> str:
    """A name fit for a page: no control characters, not endless, separators as in every zip."""
    if not name.isprintable():
        name = "".join(letter for letter in name if letter.isprintable())
    return name.replace("\\", "/")[-200:]


def _directory_bytes(source: BinaryIO) -> int:
    """How long the archive's directory says it is; 0 where it has no end, which the reader will find out."""
    length = source.seek(0, 2)
    tail_at = max(length - END_BYTES - COMMENT_BYTES - END64_BYTES - 20, 0)
    source.seek(tail_at)
    tail = source.read()
    source.seek(0)
    sizes = [0]
    if (at := tail.rfind(END)) >= 0 and len(tail) >= at + END_BYTES:
        sizes.append(int.from_bytes(tail[at + 12 : at + 16], "little") % 0xFFFFFFFF)
    if (at := tail.rfind(END64)) >= 0 and len(tail) >= at + END64_BYTES:
        sizes.append(int.from_bytes(tail[at + 40 : at + 48], "little"))
    return max(sizes)
