"""Reads one file of any kind, wherever it comes from: an upload, or an entry of an archive."""

from hashlib import sha1

from training.export.errors import ExportDamaged
from training.runfiles import apple, content, garmin, hevy, strava, strong
from training.runfiles.activity import ParsedActivity
from training.runfiles.errors import NestedArchive, TooLarge, UnreadableFile
from training.runfiles.kind import GZIPPED, HEAD_BYTES, Kind, kind_of
from training.runfiles.result import Answers, FileResult
from training.runfiles.strength import StrengthActivity, from_recording

NO_ANSWERS = Answers()


def read(name: str, data: bytes, answers: Answers = NO_ANSWERS) -> FileResult:
    """What is in a file, or why nothing can be read of it; never raises for bad content."""
    kind, fingerprint = kind_of(data[:HEAD_BYTES]), ""
    try:
        unpacked = content.gunzip(data) if data[:2] == GZIPPED else data
        fingerprint = sha1(unpacked, usedforsecurity=False).hexdigest()
        activities, workouts = _read(kind, unpacked, answers)
    except UnreadableFile as error:
        return FileResult(name, kind, refused=error, fingerprint=fingerprint)
    return FileResult(name, kind, tuple(activities), tuple(workouts), fingerprint=fingerprint)


def _read(kind: Kind, data: bytes, answers: Answers) -> tuple[list[ParsedActivity], list[StrengthActivity]]:
    if kind is Kind.ZIP:
        raise NestedArchive
    if kind is Kind.ACCOUNT:
        # Gzipped by hand, or beside other files: it is more than one file of runs.
        raise ExportDamaged
    if (kind.is_table or kind is Kind.TABLE) and len(data) > content.FILE_MEGABYTES * content.MEGABYTE:
        raise TooLarge(megabytes=content.FILE_MEGABYTES)
    if kind is Kind.STRAVA:
        return content.of_table("Strava", strava.read(data)), []
    # Garmin's reader knows its laps, and says of any other table what was expected.
    if kind in (Kind.GARMIN, Kind.TABLE):
        return content.of_table("Garmin", garmin.read(data, answers.distance)), []
    if kind is Kind.HEVY:
        return [], hevy.read(data)
    if kind is Kind.STRONG:
        return [], strong.read(data, answers.weight)
    if kind is Kind.HEALTH:
        return content.possible("Apple Health", apple.read([data])), []
    return with_workouts(content.read_unpacked(data))


def with_workouts(activities: list[ParsedActivity]) -> tuple[list[ParsedActivity], list[StrengthActivity]]:
    """Parts what a watch recorded into strength sessions with sets and everything else."""
    workouts = [from_recording(activity) for activity in activities if activity.sets]
    return [activity for activity in activities if not activity.sets], workouts
