"""All that a runner brings in one upload: an archive of Strava, Apple or by hand, or a single file of any kind.

    with Bundle("export.zip", file, answers, tell=progress) as bundle:
        for result in bundle.results():
            ...

Files are read one at a time, as they are asked for; of an archive nothing but its directory is held.
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha1
from typing import BinaryIO, Self

from training.export import reading
from training.runfiles import apple, onefile, strava, stravaarchive
from training.runfiles.archive import CHUNK, Archive, Entry
from training.runfiles.content import FILE_MEGABYTES, MEGABYTE, possible
from training.runfiles.errors import NothingToRead, TooLarge, UnreadableFile
from training.runfiles.kind import GZIPPED, HEAD_BYTES, Kind, kind_of
from training.runfiles.onefile import NO_ANSWERS
from training.runfiles.result import Answers, FileResult

# Names that promise a run or a workout: such a file gets a sentence even if it holds neither.
PROMISING = (".fit", ".gpx", ".tcx", ".csv", ".fit.gz", ".gpx.gz", ".tcx.gz", ".zip")
# Enough to tell Apple Health and recordings apart from pictures.
SNIFFED_BYTES = 4096


class Source(StrEnum):
    """Where an upload comes from, as far as its content tells."""

    STRAVA = "strava"
    APPLE = "apple"
    ACCOUNT = "account"
    ARCHIVE = "archive"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Step:
    """One file to read, with the row of Strava's table that names it, or such a row without a file."""

    name: str
    entry: Entry | None = None
    row: strava.Row | None = None


class Bundle:
    """What is in an upload. `source` must be seekable and is not closed.

    `tell` is called with the share of the work that is done, 0 to 1, at least once a file and a few megabytes;
    what it raises ends the reading. `steps` are the files to read: `results(skip)` begins behind the first of them.
    """

    def __init__(
        self,
        name: str,
        source: BinaryIO,
        answers: Answers = NO_ANSWERS,
        tell: Callable[[float], None] = lambda share: None,
    ) -> None:
        """Looks into the directory and Strava's table. Raises UnreadableFile for an archive that cannot be opened."""
        self._data, self._answers, self._tell = source, answers, tell
        self._archive: Archive | None = None
        self.length = source.seek(0, 2)
        source.seek(0)
        head = source.read(HEAD_BYTES)
        self._kind = kind_of(head)
        self.steps: tuple[Step, ...] = (Step(name),)
        # What is gzipped is small enough to be read at once, or refused.
        streamed = {Kind.HEALTH: Source.APPLE, Kind.ACCOUNT: Source.ACCOUNT} if head[:2] != GZIPPED else {}
        self.source = streamed.get(self._kind, Source.FILE)
        if self._kind is Kind.ZIP:
            self._archive = Archive(source)
            self.source, self.steps = self._plan(self._archive)
            if not self.steps:
                raise NothingToRead

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._archive:
            self._archive.__exit__()

    def contents(self) -> Counter[Kind]:
        """How many files of each kind an archive holds, by the first bytes of each; of a single file, its kind."""
        if self._archive is None:
            return Counter([self._kind])
        return Counter(_kind(self._archive, entry) for entry in self._archive.entries)

    def results(self, skip: int = 0) -> Iterator[FileResult]:
        """What became of each file, in order, as they are asked for. Bad content never raises."""
        for place, step in enumerate(self.steps[skip:], skip):
            self._tell(place / len(self.steps))
            yield self._read(step)
        self._tell(1.0)

    def _plan(self, archive: Archive) -> tuple[Source, tuple[Step, ...]]:
        entries = archive.entries
        exports = [entry for entry in entries if entry.base == reading.NAME and _kind(archive, entry) is Kind.ACCOUNT]
        if exports:
            # The sessions in its FIT files are those of its tables.
            return Source.ACCOUNT, (Step(exports[0].name, exports[0]),)
        tables = [entry for entry in entries if entry.base == stravaarchive.TABLE]
        for table in sorted(tables, key=lambda entry: entry.name.count("/")):
            try:
                if _kind(archive, table) is Kind.STRAVA:
                    pairs = stravaarchive.joined(strava.read_rows(archive.read(table, FILE_MEGABYTES)), entries, table)
                    others = stravaarchive.left_over(pairs, [entry for entry in entries if entry is not table])
                    rows = [Step(row.file or row.title or table.name, entry, row) for row, entry in pairs]
                    return Source.STRAVA, (*rows, *(Step(entry.name, entry) for entry in others if _recorded(entry)))
            except UnreadableFile:
                continue  # it is read as any other file, and refused with its sentence
        health = [entry for entry in entries if entry.base.endswith(".xml") and _kind(archive, entry) is Kind.HEALTH]
        if health:
            largest = max(health, key=lambda entry: entry.claimed_bytes)
            return Source.APPLE, (Step(largest.name, largest),)
        return Source.ARCHIVE, tuple(Step(entry.name, entry) for entry in entries if _worth_reading(archive, entry))

    def _read(self, step: Step) -> FileResult:
        try:
            if self.source is Source.APPLE:
                return self._read_health(step)
            if self.source is Source.ACCOUNT:
                return FileResult(step.name, Kind.ACCOUNT, account=reading.summary(self.export()))
            if self._archive is None:
                if self.length > FILE_MEGABYTES * MEGABYTE:
                    raise TooLarge(megabytes=FILE_MEGABYTES)
                self._data.seek(0)
                return onefile.read(step.name, self._data.read(), self._answers)
            if step.row is not None:
                return stravaarchive.read_row(self._archive, step.row, step.entry)
            if step.entry is None:
                raise NothingToRead
            return onefile.read(step.name, self._archive.read(step.entry), self._answers)
        except UnreadableFile as error:
            return FileResult(step.name, Kind.OTHER, refused=error)

    def _read_health(self, step: Step) -> FileResult:
        digest = sha1(usedforsecurity=False)

        def heard() -> Iterator[bytes]:
            for piece in self._told(step):
                digest.update(piece)
                yield piece

        try:
            activities = possible("Apple Health", apple.read(heard()))
        except UnreadableFile as error:
            return FileResult(step.name, Kind.HEALTH, refused=error)
        return FileResult(step.name, Kind.HEALTH, tuple(activities), fingerprint=digest.hexdigest())

    def export(self) -> Iterator[bytes]:
        """data.json of an export of ours, piece by piece. Raises what reading an archive does."""
        return self._told(self.steps[0])

    def _told(self, step: Step) -> Iterator[bytes]:
        """A long file piece by piece, and a word every megabyte."""
        if self._archive is not None and step.entry is not None:
            pieces, length = self._archive.chunks(step.entry), step.entry.claimed_bytes
        else:
            pieces, length = self._pieces(), self.length
        done = 0
        for piece in pieces:
            if (done + len(piece)) // MEGABYTE > done // MEGABYTE:
                self._tell(min(done / max(length, 1), 1.0))
            done += len(piece)
            yield piece

    def _pieces(self) -> Iterator[bytes]:
        self._data.seek(0)
        while piece := self._data.read(CHUNK):
            yield piece


def _recorded(entry: Entry) -> bool:
    """Whether a name is that of a recording."""
    return entry.base.endswith(PROMISING) and not entry.base.endswith((".csv", ".zip"))


def _worth_reading(archive: Archive, entry: Entry) -> bool:
    """Whether a name promises a run or workout, or else the first bytes do."""
    return entry.base.endswith(PROMISING) or _kind(archive, entry, SNIFFED_BYTES).is_readable


def _kind(archive: Archive, entry: Entry, size: int = HEAD_BYTES) -> Kind:
    try:
        return kind_of(archive.head(entry, size))
    except UnreadableFile:
        return Kind.OTHER
