"""Why a file could not be read: one class an outcome, each with one sentence for a person.

`code` and `facts` let a caller say the same in another language.
"""

from collections.abc import Mapping
from typing import ClassVar

from training.unreadable import UnreadableFile as UnreadableFile


class Empty(UnreadableFile):
    """Zero bytes, or nothing but white space."""

    code = "empty"
    template = "This file is empty: a FIT, GPX or TCX file of a recorded run was expected."


class TooLarge(UnreadableFile):
    """More bytes than a single run file has. Facts: megabytes."""

    code = "too-large"
    template = "This file is larger than {megabytes} MB, which is more than one recorded run needs."


class UnpacksTooLarge(UnreadableFile):
    """A gzip that grows beyond the limit. Facts: megabytes."""

    code = "unpacks-too-large"
    template = "This compressed file unpacks to more than {megabytes} MB, which is more than one recorded run needs."


class TooManyValues(UnreadableFile):
    """A file with more messages, fields or tags than days of recording give. Facts: format."""

    code = "too-many-values"
    template = "This {format} file holds more values than days of recording would, so it was not read."


class Archive(UnreadableFile):
    """A zip archive."""

    code = "archive"
    template = "This is a zip archive: please unpack it and choose the FIT, GPX or TCX files inside."


class HealthExport(UnreadableFile):
    """Apple Health's export.xml."""

    code = "health-export"
    template = "This is an Apple Health export, which cannot be read as a run: please choose a FIT, GPX or TCX file."


class WebPage(UnreadableFile):
    """HTML, most often a login page saved under a run's name."""

    code = "web-page"
    template = "This is a web page, perhaps a login page saved instead of the run: please download the run file again."


class NotARunFile(UnreadableFile):
    """Some other kind of content."""

    code = "not-a-run-file"
    template = "This is not a FIT, GPX or TCX file, so there is no run to read in it."


class NotAnActivity(UnreadableFile):
    """A valid file of another purpose. Facts: kind, as in KINDS."""

    code = "not-an-activity"
    template = "This file holds {what}, not a recorded activity."

    KINDS: ClassVar[Mapping[str, str]] = {
        "settings": "a watch's settings",
        "monitoring": "a day's monitoring",
        "weight": "weighings",
        "course": "a planned course",
        "workout": "a planned workout",
        "schedules": "a training schedule",
        "goals": "goals",
        "sport": "sport settings",
        "totals": "a watch's totals",
        "segment": "a segment",
        "other": "something else",
    }

    def __init__(self, kind: str) -> None:
        self.kind = kind if kind in self.KINDS else "other"
        super().__init__(kind=self.kind, what=self.KINDS[self.kind])


class Truncated(UnreadableFile):
    """The file breaks off before its totals. Facts: format."""

    code = "truncated"
    template = "This {format} file breaks off before its end, so its totals are missing: please export it again."


class Corrupt(UnreadableFile):
    """Damaged content. Facts: format."""

    code = "corrupt"
    template = "This {format} file is damaged and cannot be read: please export it again."


class UnsafeXml(UnreadableFile):
    """XML that declares entities or a document type elsewhere."""

    code = "unsafe-xml"
    template = (
        "This XML file declares entities or an outside document type, which no run file needs, so it was not read."
    )


class TooDeep(UnreadableFile):
    """XML nested beyond 256 levels."""

    code = "too-deep"
    template = "This XML file is nested deeper than any run file, so it was not read."


class NoTrack(UnreadableFile):
    """A GPX file without track points. Facts: kind ("route", "waypoints" or "nothing")."""

    code = "no-track"
    template = "This GPX file holds {what}: a track recorded while running was expected."

    KINDS: ClassVar[Mapping[str, str]] = {
        "route": "a planned route only",
        "waypoints": "waypoints only",
        "nothing": "no track at all",
    }

    def __init__(self, kind: str) -> None:
        super().__init__(kind=kind, what=self.KINDS[kind])


class NoTimes(UnreadableFile):
    """An activity or track without usable times. Facts: format."""

    code = "no-times"
    template = "This {format} file has no times, so it is a planned way rather than a recorded run."


class TimesMissing(UnreadableFile):
    """Only some points have a time. Facts: timed, points."""

    code = "times-missing"
    template = (
        "Only {timed} of the {points} points in this GPX file have a time, too few to tell how long the run took."
    )


class TooShort(UnreadableFile):
    """Fewer than two usable points, or less than a second. Facts: format."""

    code = "too-short"
    template = "This {format} file is too short: two usable points and a second between them are the least to measure."


class Impossible(UnreadableFile):
    """Totals that no outing has. Facts: format."""

    code = "impossible"
    template = (
        "This {format} file claims more than 30 days or 10,000 km, which no recorded run has: please export it again."
    )


class NoActivity(UnreadableFile):
    """A well-formed file that lists no activity. Facts: format."""

    code = "no-activity"
    template = "This {format} file is complete but holds no activity: a recorded run was expected."


class DatesUnreadable(UnreadableFile):
    """A table of activities or sets, none of whose dates has a time of day that can be read. Facts: example."""

    code = "dates-unreadable"
    template = "No row of this table has a date with a time of day that can be read; the first one is “{example}”."


class UnknownTable(UnreadableFile):
    """A table, but none that can be read. Facts: column, the first of its header."""

    code = "unknown-table"
    template = (
        "This table begins with the column “{column}”: Strava's activities.csv, Garmin's Activities.csv, "
        "or workouts of Hevy or Strong were expected."
    )


class LapsTable(UnreadableFile):
    """Garmin's laps of one run, which looks like its table of activities."""

    code = "laps-table"
    template = "This table holds the laps of one run: please export the list of activities, or the run itself as FIT."


class TableTooLarge(UnreadableFile):
    """A row, cell or line beyond what tables of activities hold."""

    code = "table-too-large"
    template = "This table has more rows, or a longer cell, than a table of activities, so it was not read."


class NoSets(UnreadableFile):
    """A strength table without one dated set. Facts: format."""

    code = "no-sets"
    template = "This {format} table is complete but holds no set: a workout that was done was expected."


class TooManyEntries(UnreadableFile):
    """An archive of more entries than any export. Facts: most."""

    code = "too-many-entries"
    template = "This archive holds more than {most} files, which no export of runs does, so it was not read."


class ArchiveTooLarge(UnreadableFile):
    """What was unpacked of an archive has reached the limit. Facts: gigabytes."""

    code = "archive-too-large"
    template = "This archive unpacks to more than {gigabytes} GB: what comes after that was not read."


class NestedArchive(UnreadableFile):
    """An archive inside an archive."""

    code = "nested-archive"
    template = "This is an archive inside an archive: please unpack it and choose it by itself."


class Locked(UnreadableFile):
    """An encrypted entry."""

    code = "locked"
    template = "This file is locked with a password: please unpack it first."


class UnknownCompression(UnreadableFile):
    """An entry that is packed by another method than those of every zip program."""

    code = "unknown-compression"
    template = "This file is packed in a way that cannot be read here: please pack the archive again."


class NothingToRead(UnreadableFile):
    """An archive without one file to read."""

    code = "nothing-to-read"
    template = "This archive holds no run and no workout: Strava's, Garmin's or Apple's export was expected."


class EntryMissing(UnreadableFile):
    """A file that a table names, which is not in its archive, where the row tells too little to stand in."""

    code = "entry-missing"
    template = "The table names this file, but it is not in the archive."


class RowIncomplete(UnreadableFile):
    """A manual entry without a date or a duration."""

    code = "row-incomplete"
    template = "This row of the table has no date or no duration, so there is nothing to count."
