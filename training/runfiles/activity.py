"""What every reader yields: one activity with its totals, and what is doubtful about them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

from training.runfiles.sets import ImportedSet

UNKNOWN_SPORT = "unknown"

type Format = Literal["fit", "tcx", "gpx", "strava", "garmin", "apple"]


DAY = 86_400  # seconds


class Doubt(StrEnum):
    """Codes of what a person should know about an activity before trusting its numbers."""

    CHECKSUM = "checksum-wrong"  # the bytes are not those that the watch wrote
    UNFINISHED = "unfinished"  # the file breaks off after the summary
    CLOCK_NOT_SET = "clock-not-set"  # the watch did not know the date: start is None
    NO_TIME_ZONE = "no-time-zone"  # times without a zone, taken as UTC
    TIMES_OUT_OF_ORDER = "times-out-of-order"
    TIME_ESTIMATED = "time-estimated"  # time without pauses is worked out from points
    TIME_WITH_PAUSES = "time-with-pauses"  # only the elapsed time is known
    TIMES_CONTRADICT = "times-contradict"  # timer longer than elapsed: elapsed is dropped
    TOO_LONG = "too-long"  # elapsed beyond a day: elapsed is dropped
    TOO_FAST = "too-fast"  # a run faster than 8 m/s
    DISTANCE_FROM_POINTS = "distance-from-points"
    DISTANCES_DIFFER = "distances-differ"  # laps and points disagree by more than 3 %
    HEART_RATE_FROM_POINTS = "heart-rate-from-points"
    POINTS_DROPPED = "points-dropped"  # points without a possible position
    SEVERAL_TRACKS = "several-tracks"  # pieces of one outing, taken as one
    SPORT_UNKNOWN = "sport-unknown"
    MILES_FROM_STRIDE = "miles-from-stride"  # the table names no unit; stride and cadence fit miles
    FILE_MISSING = "file-missing"  # the table names a file that the archive does not hold
    FILE_UNREADABLE = "file-unreadable"  # the table's numbers, since its file could not be read


@dataclass(frozen=True, slots=True)
class ParsedActivity:
    """One recorded activity.

    `start` is an aware UTC datetime, or None when the watch's clock was not set: then ask.
    `seconds` is the time without pauses, `elapsed_seconds` with them. `metres` is None when the
    file does not say (0 counts as not said). `latitude` and `longitude` are rounded to a tenth
    of a degree (some 10 km): enough for a time zone, too coarse for a home.
    `device_key` is equal for two copies of the same recording. Where `start_is_local`, the file knows only what the
    clock on the wall said: `start` is that time as if it were UTC. `time_zone` is a zone's name where the file says it.
    `sets` are those of a strength session, the rests between them left out.
    """

    format: Format
    sport: str
    start: datetime | None
    seconds: float
    sub_sport: str | None = None
    elapsed_seconds: float | None = None
    metres: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    utc_offset_seconds: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    title: str | None = None
    device: str | None = None
    device_key: str | None = None
    index: int = 0
    warnings: tuple[Doubt, ...] = ()
    start_is_local: bool = False
    time_zone: str | None = None
    sets: tuple[ImportedSet, ...] = ()

    @property
    def is_run(self) -> bool:
        """Running of any kind: road, trail, track, treadmill."""
        return self.sport == "running"

    @property
    def may_be_run(self) -> bool:
        """A run, or an activity whose file does not name the sport."""
        return self.sport in ("running", UNKNOWN_SPORT)


def coarse_position(latitude: float | None, longitude: float | None) -> tuple[float | None, float | None]:
    """Round degrees to a tenth; (0, 0) is where anonymised tracks lie, so it counts as unknown."""
    if latitude is None or longitude is None:
        return None, None
    rounded = round(latitude, 1), round(longitude, 1)
    return (None, None) if rounded == (0, 0) else rounded


def one_line(text: str | None, limit: int = 200) -> str | None:
    """Text of a file made fit for a field: white space collapsed, cut at `limit`, None when empty."""
    return " ".join((text or "").split())[:limit].rstrip() or None
