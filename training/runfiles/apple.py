"""Reads Apple Health's export.xml, a gigabyte of it in flat memory: one activity a workout.

Workouts stand behind all other records. Distance and heart rate come from the statistics right below a workout, since
its parts repeat them; exports of before iOS 16 have the distance in the workout itself. The offsets in its dates are
those of the phone when it wrote the file: the moment is right, and the zone of the workout is told apart.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from lxml import etree

from training.runfiles import sport
from training.runfiles.activity import DAY, UNKNOWN_SPORT, Doubt, ParsedActivity, one_line
from training.runfiles.errors import Corrupt, NoActivity, TooDeep, TooManyValues, Truncated, UnreadableFile, UnsafeXml
from training.runfiles.track import LIKELY_HEART_RATE, LIKELY_YEARS, utc
from training.runfiles.xml import number, parsed

METRES: Mapping[str, float] = {"km": 1000.0, "mi": 1609.344, "m": 1.0, "ft": 0.3048, "yd": 0.9144}
SECONDS: Mapping[str, float] = {"min": 60.0, "s": 1.0, "sec": 1.0, "hr": 3600.0, "h": 3600.0}
KIND = "HKWorkoutActivityType"
DISTANCES = ("HKQuantityTypeIdentifierDistanceWalkingRunning", "HKQuantityTypeIdentifierDistanceCycling",
             "HKQuantityTypeIdentifierDistanceSwimming")  # fmt: skip
HEART_RATE = "HKQuantityTypeIdentifierHeartRate"
DEVICE_NAME = re.compile(r"name:([^,>]{1,60})")

# One workout with its route holds some ten thousand elements.
MOST_ELEMENTS = 500_000
HEAD = 1 << 16
# What the parser holds of a megabyte at once is a few; it is handed less.
PIECE = 1 << 15


def read(pieces: Iterable[bytes]) -> list[ParsedActivity]:
    """Every workout of the file, handed over in pieces, in its order.

    Raises NoActivity where there is none, UnsafeXml, TooDeep, TooManyValues, Truncated, or Corrupt.
    """
    activities = [
        activity
        for index, workout in enumerate(_workouts(pieces))
        if (activity := _activity(workout, index)) is not None
    ]
    if not activities:
        raise NoActivity(format="Apple Health")
    return activities


class _Reader:
    """Pieces as the file that the parser wants; its first letters are looked at before the parser sees them."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._pieces = iter(pieces)
        self._held = b""
        self.breaks_off = False
        while len(self._held) < HEAD and (piece := next(self._pieces, None)) is not None:
            self._held += piece
        if b"<!ENTITY" in self._held[:HEAD]:
            raise UnsafeXml
        self._tail = self._held[-100:]

    def read(self, size: int) -> bytes:
        if not self._held:
            self._held = next(self._pieces, b"")
            self.breaks_off = not self._held and not self._tail.rstrip(b" \t\r\n\x00").endswith(b"</HealthData>")
            self._tail = self._held[-100:]
        given, self._held = self._held[: min(size, PIECE)], self._held[min(size, PIECE) :]
        return given


def _workouts(pieces: Iterable[bytes]) -> Iterator[etree._Element]:
    """Each Workout right below the root, complete; everything that has been passed is let go."""
    source = _Reader(pieces)
    held = 0
    try:
        for _, element in parsed(source, ("end",)):
            parent = element.getparent()
            held += 1
            if parent is None or parent.getparent() is not None:
                if held > MOST_ELEMENTS:
                    raise TooManyValues(format="Apple Health")
                continue
            held = 0
            if element.tag == "Workout":
                yield element
            element.clear()
            while (elder := element.getprevious()) is not None:
                parent.remove(elder)
    except etree.XMLSyntaxError as error:
        raise _refusal(error, source) from error


def _refusal(error: etree.XMLSyntaxError, source: _Reader) -> UnreadableFile:
    told = str(error)
    if "depth" in told:
        return TooDeep()
    if "ntity" in told:
        return UnsafeXml()
    if source.breaks_off:
        return Truncated(format="Apple Health")
    return Corrupt(format="Apple Health")


def _activity(workout: etree._Element, index: int) -> ParsedActivity | None:
    start, end = _moment(workout.get("startDate")), _moment(workout.get("endDate"))
    elapsed = (end - start).total_seconds() if start and end else 0.0
    seconds = _measure(workout.get("duration"), workout.get("durationUnit", "min"), SECONDS) or max(elapsed, 0.0)
    if start is None or seconds <= 0:
        return None
    told = {entry.get("key"): entry.get("value") for entry in workout.findall("MetadataEntry")}
    name, sub_sport = _sport(workout.get("workoutActivityType", ""), indoor=told.get("HKIndoorWorkout") == "1")
    metres = _metres(workout)
    contradict = elapsed > 0 and seconds > elapsed + max(2.0, 0.02 * seconds)
    doubts = {
        Doubt.TIMES_CONTRADICT: contradict,
        Doubt.TOO_LONG: elapsed > DAY,
        Doubt.TOO_FAST: name == "running" and (metres or 0) > 8 * seconds,
    }
    heart = workout.find(f"WorkoutStatistics[@type='{HEART_RATE}']")
    device = DEVICE_NAME.search(workout.get("device", ""))
    return ParsedActivity(
        format="apple",
        sport=name,
        sub_sport=sub_sport,
        start=utc(start.timestamp()),
        seconds=seconds,
        elapsed_seconds=elapsed if 0 < elapsed <= DAY and not contradict else None,
        metres=metres,
        avg_hr=_beats(heart, "average"),
        max_hr=_beats(heart, "maximum"),
        time_zone=_zone(told.get("HKTimeZone")),
        device=one_line(device.group(1)) if device else None,
        index=index,
        warnings=tuple(doubt for doubt, holds in doubts.items() if holds),
    )


def _moment(text: str | None) -> datetime | None:
    try:
        moment = datetime.strptime((text or "")[:40], "%Y-%m-%d %H:%M:%S %z")
        return moment if moment.year in LIKELY_YEARS else None
    except ValueError:
        return None


def _sport(kind: str, *, indoor: bool) -> tuple[str, str | None]:
    """The workout's type always says a sport: one that we do not know is another one."""
    name, sub_sport = sport.from_words(kind.removeprefix(KIND))
    if name == UNKNOWN_SPORT:
        return "other", None
    return name, "treadmill" if name == "running" and indoor else sub_sport


def _metres(workout: etree._Element) -> float | None:
    for statistics in workout.findall("WorkoutStatistics"):
        if statistics.get("type") in DISTANCES:
            metres = _measure(statistics.get("sum"), statistics.get("unit", ""), METRES)
            if metres:
                return metres
    return _measure(workout.get("totalDistance"), workout.get("totalDistanceUnit", ""), METRES)


def _measure(text: str | None, unit: str, factors: Mapping[str, float]) -> float | None:
    """A number above zero in its base unit, None for another unit or no number."""
    value, factor = number(text), factors.get(unit)
    return value * factor if value and value > 0 and factor else None


def _beats(statistics: etree._Element | None, name: str) -> int | None:
    rate = number(statistics.get(name)) if statistics is not None else None
    return round(rate) if rate and round(rate) in LIKELY_HEART_RATE else None


def _zone(name: str | None) -> str | None:
    try:
        return ZoneInfo(name).key if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
