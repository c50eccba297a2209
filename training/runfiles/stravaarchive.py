"""Joins Strava's table with the files of its archive: the file gives the numbers, the table what people wrote.

A row gives title and sport, which may have been corrected by hand, and stands in for a file that is missing or cannot
be read. A manual entry is a row without a file. What the row says was another sport is not read at all.
"""

from collections.abc import Iterable
from dataclasses import replace

from training.runfiles import strava
from training.runfiles.activity import UNKNOWN_SPORT, Doubt, ParsedActivity
from training.runfiles.archive import Archive, Entry
from training.runfiles.errors import EntryMissing, RowIncomplete, UnreadableFile
from training.runfiles.kind import Kind
from training.runfiles.onefile import read
from training.runfiles.result import FileResult

TABLE, PACKED = "activities.csv", ".gz"
WORTH_READING = ("running", "strength", UNKNOWN_SPORT)


def joined(rows: Iterable[strava.Row], entries: Iterable[Entry], table: Entry) -> list[tuple[strava.Row, Entry | None]]:
    """Each row with the entry that it names, None where it names none or one that is not there.

    The archive may have been packed anew, below a folder or with its gzipped files unpacked: names count from where
    the table lies, and without their ".gz".
    """
    folder = table.name[: table.name.rfind("/") + 1]
    by_name = {entry.name.removesuffix(PACKED): entry for entry in entries}
    return [(row, by_name.get(folder + row.file.removesuffix(PACKED)) if row.file else None) for row in rows]


def read_row(archive: Archive, row: strava.Row, entry: Entry | None) -> FileResult:
    """What a row and its file tell together; never raises for bad content."""
    name = row.file or row.title or TABLE
    if entry is None or (row.activity is not None and row.sport not in WORTH_READING):
        missing = bool(row.file) and entry is None and row.sport in WORTH_READING
        return _of_row(name, row, *([Doubt.FILE_MISSING] if missing else []))
    try:
        found = read(name, archive.read(entry))
    except UnreadableFile as error:
        found = FileResult(name, Kind.OTHER, refused=error)
    if found.refused:
        of_row = _of_row(name, row, Doubt.FILE_UNREADABLE)
        return found if of_row.refused else replace(of_row, kind=found.kind, replaced=found.refused)
    alone = len(found.activities) + len(found.workouts) == 1
    return replace(
        found,
        activities=tuple(_told(activity, row, alone=alone) for activity in found.activities),
        workouts=tuple(
            replace(
                workout,
                title=row.title or workout.title,
                start=workout.start or (row.activity.start if row.activity else None),
                key=workout.key or row.device_key,
            )
            for workout in found.workouts
        ),
    )


def _of_row(name: str, row: strava.Row, *doubts: Doubt) -> FileResult:
    if row.activity is None:
        return FileResult(name, Kind.STRAVA, refused=EntryMissing() if row.file else RowIncomplete())
    activity = replace(row.activity, warnings=(*row.activity.warnings, *doubts))
    return FileResult(name, Kind.STRAVA, (activity,))


def _told(activity: ParsedActivity, row: strava.Row, *, alone: bool) -> ParsedActivity:
    """The file's numbers with the row's words; a sport that the row knows counts where the file has one activity."""
    by_row = alone and row.sport != UNKNOWN_SPORT
    sport = row.sport if by_row else activity.sport
    sub_sport = row.sub_sport or activity.sub_sport if sport == activity.sport else row.sub_sport
    start, doubts = activity.start, list(activity.warnings)
    if start is None and alone and row.activity is not None:
        start = row.activity.start
        doubts.remove(Doubt.CLOCK_NOT_SET)
    return replace(
        activity,
        sport=sport,
        sub_sport=sub_sport,
        title=row.title or activity.title,
        start=start,
        device_key=activity.device_key or row.device_key,
        warnings=tuple(doubt for doubt in doubts if doubt is not Doubt.SPORT_UNKNOWN or sport == UNKNOWN_SPORT),
    )


def left_over(pairs: Iterable[tuple[strava.Row, Entry | None]], entries: Iterable[Entry]) -> list[Entry]:
    """Entries that no row names."""
    named = {entry.name for _, entry in pairs if entry is not None}
    return [entry for entry in entries if entry.name not in named]
