"""What one uploaded file holds, decoded and judged before anything is written."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha1

from training.models import Run
from training.runfiles import ParsedActivity, UnreadableFile, read
from training.runfiles.content import gunzip
from training.wording import run_files as words

FASTEST_RUN = 8.0  # metres a second; nobody runs so fast for the length of a run
FASTEST_UNNAMED = 6.0  # faster than that, an activity whose sport is not told was no run
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Upload:
    """One file as it was sent. `refused` is the sentence why it is not read at all; its data is empty then."""

    name: str
    data: bytes = b""
    refused: str = ""


@dataclass(slots=True)
class Candidate:
    """A run found in a file, to be stored unless it is there already."""

    activity: ParsedActivity
    start: datetime
    file: "FileRead"
    fingerprint: str
    known: Run | None = None
    twin: "Candidate | None" = None

    @property
    def is_new(self) -> bool:
        return self.known is None and self.twin is None


@dataclass(slots=True)
class FileRead:
    """What one file held: its runs, what was no run, and the sentences about what cannot be used."""

    name: str
    refused: str = ""
    runs: list[Candidate] = field(default_factory=list)
    other_sports: list[str] = field(default_factory=list)
    impossible: list[str] = field(default_factory=list)


def read_upload(upload: Upload, now: datetime) -> FileRead:
    """Decode a file and sort what is in it; `now` tells what lies in the future. Never raises for bad content."""
    file = FileRead(upload.name, upload.refused)
    if file.refused:
        return file
    try:
        activities = read(upload.name, upload.data)
        fingerprint = _fingerprint(upload.data)
    except UnreadableFile as error:
        file.refused = words.refusal(error)
        return file
    for activity in activities:
        _sort(file, activity, f"{fingerprint}:{activity.index}", now)
    return file


def _fingerprint(data: bytes) -> str:
    """SHA-1 of the content, equal for x.fit and x.fit.gz."""
    content = gunzip(data) if data[:2] == b"\x1f\x8b" else data
    return sha1(content, usedforsecurity=False).hexdigest()


def _sort(file: FileRead, activity: ParsedActivity, fingerprint: str, now: datetime) -> None:
    """Put an activity where it belongs: with the runs, the other sports or the impossible."""
    speed = (activity.metres or 0) / activity.seconds if activity.seconds > 0 else 0.0
    if not activity.may_be_run or (not activity.is_run and speed > FASTEST_UNNAMED):
        file.other_sports.append(words.sport(activity))
    elif activity.start is None:
        file.impossible.append(words.no_start())
    elif activity.start > now + DAY:
        file.impossible.append(words.in_the_future(activity.start))
    elif activity.seconds <= 0:
        file.impossible.append(words.no_time())
    elif activity.seconds > DAY.total_seconds():
        file.impossible.append(words.too_long(activity.seconds))
    elif speed > FASTEST_RUN:
        file.impossible.append(words.too_fast(speed))
    else:
        file.runs.append(Candidate(activity, activity.start, file, fingerprint))
