"""Reads TCX: one activity per Activity element, its laps added up."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from training.runfiles import sport
from training.runfiles.activity import DAY, UNKNOWN_SPORT, Doubt, ParsedActivity, coarse_position, one_line
from training.runfiles.errors import NoActivity, NotAnActivity, NoTimes
from training.runfiles.track import HeartRates, Moment, moment, utc
from training.runfiles.xml import child_text, elements, let_go, number

TAGS = ("Activity", "Lap", "Trackpoint", "Course", "Workout")


@dataclass(slots=True)
class Recording:
    """What has been gathered of one Activity element so far."""

    sport: str | None
    seconds: float = 0.0
    metres: float = 0.0
    lap_start: Moment | None = None
    beats: float = 0.0
    beat_seconds: float = 0.0
    max_hr: int | None = None
    epochs: list[float] = field(default_factory=list)
    odometer: tuple[float, float] | None = None
    heart_rates: HeartRates = field(default_factory=HeartRates)
    position: tuple[float, float] | None = None


def read(data: bytes) -> list[ParsedActivity]:
    """Every Activity of a TCX file in its order; time, distance and heart rate are those of the laps.

    Raises NotAnActivity for a course or workout, NoActivity, NoTimes, or what the XML parser raises.
    """
    activities: list[ParsedActivity] = []
    seen: set[str] = set()
    recording: Recording | None = None
    for event, tag, element in elements(data, "TrainingCenterDatabase", "TCX", TAGS):
        if event == "start":
            seen.add(tag)
            if tag == "Activity":
                recording = Recording(element.get("Sport"))
            continue
        if recording is not None and tag == "Trackpoint":
            _add_point(recording, element)
        elif recording is not None and tag == "Lap":
            _add_lap(recording, element)
        elif recording is not None and tag == "Activity":
            activities += _activity(recording, element, len(activities))
            recording = None
        if tag != "TrainingCenterDatabase":
            let_go(element)
    if activities:
        return activities
    if "Activity" in seen:
        raise NoTimes(format="TCX")
    if "Course" in seen or "Workout" in seen:
        raise NotAnActivity("course" if "Course" in seen else "workout")
    raise NoActivity(format="TCX")


def _add_point(recording: Recording, point: etree._Element) -> None:
    told = moment(child_text(point, "Time"))
    metres = number(child_text(point, "DistanceMeters"))
    if told is not None:
        first, last = (recording.epochs or [told.epoch, told.epoch])[:2]
        recording.epochs = [min(first, told.epoch), max(last, told.epoch)]
        recording.heart_rates.add(told.epoch, number(child_text(point, "HeartRateBpm", "Value")))
    if metres is not None:
        recording.odometer = (recording.odometer or (metres, metres))[0], metres
    if recording.position is None:
        latitude = number(child_text(point, "Position", "LatitudeDegrees"))
        longitude = number(child_text(point, "Position", "LongitudeDegrees"))
        if latitude is not None and longitude is not None:
            recording.position = latitude, longitude


def _add_lap(recording: Recording, lap: etree._Element) -> None:
    seconds = max(number(child_text(lap, "TotalTimeSeconds")) or 0.0, 0.0)
    recording.seconds += seconds
    recording.metres += max(number(child_text(lap, "DistanceMeters")) or 0.0, 0.0)
    recording.lap_start = recording.lap_start or moment(lap.get("StartTime"))
    average = number(child_text(lap, "AverageHeartRateBpm", "Value")) or 0.0
    maximum = number(child_text(lap, "MaximumHeartRateBpm", "Value")) or 0.0
    if 0 < average < 256 and seconds:
        recording.beats += average * seconds
        recording.beat_seconds += seconds
    if 0 < maximum < 256:
        recording.max_hr = max(recording.max_hr or 0, round(maximum))


def _activity(recording: Recording, element: etree._Element, index: int) -> Iterable[ParsedActivity]:
    start = _start(recording, element)
    elapsed = recording.epochs[1] - recording.epochs[0] if recording.epochs else None
    seconds = recording.seconds or elapsed
    if start is None or not seconds:
        return []
    name, sub_sport = sport.from_words(recording.sport)
    from_laps = recording.beat_seconds > 0
    avg_hr = round(recording.beats / recording.beat_seconds) if from_laps else recording.heart_rates.average
    points_metres = recording.odometer[1] if recording.odometer else None
    metres = recording.metres or points_metres or None
    contradict = elapsed is not None and seconds > elapsed + max(60.0, 0.02 * seconds)
    latitude, longitude = coarse_position(*(recording.position or (None, None)))
    doubts = {
        Doubt.SPORT_UNKNOWN: name == UNKNOWN_SPORT,
        Doubt.NO_TIME_ZONE: not start.zone_told,
        Doubt.TIME_WITH_PAUSES: not recording.seconds,
        Doubt.TIMES_CONTRADICT: contradict,
        Doubt.TOO_LONG: elapsed is not None and elapsed > DAY,
        Doubt.DISTANCE_FROM_POINTS: not recording.metres and metres is not None,
        Doubt.DISTANCES_DIFFER: _differ(recording),
        Doubt.HEART_RATE_FROM_POINTS: not from_laps and avg_hr is not None,
        Doubt.TOO_FAST: name == "running" and (metres or 0) > 8 * seconds,
    }
    return [
        ParsedActivity(
            format="tcx",
            sport=name,
            sub_sport=sub_sport,
            start=utc(start.epoch),
            seconds=seconds,
            elapsed_seconds=None if contradict or (elapsed or 0) > DAY else elapsed,
            metres=metres,
            avg_hr=avg_hr,
            max_hr=recording.max_hr or recording.heart_rates.maximum,
            utc_offset_seconds=start.offset_seconds,
            latitude=latitude,
            longitude=longitude,
            device=one_line(child_text(element, "Creator", "Name")),
            index=index,
            warnings=tuple(doubt for doubt, holds in doubts.items() if holds),
        )
    ]


def _start(recording: Recording, element: etree._Element) -> Moment | None:
    """The activity's Id, unless it is no time or lies more than a day from the first lap."""
    told, lap = moment(child_text(element, "Id")), recording.lap_start
    if told is None or (lap is not None and abs(told.epoch - lap.epoch) > DAY):
        return lap or told
    return told


def _differ(recording: Recording) -> bool:
    """Laps against the points' odometer, which may start anywhere: neither its end nor its gain fits."""
    if not recording.metres or recording.odometer is None:
        return False
    first, last = recording.odometer
    return all(abs(metres - recording.metres) > 0.03 * recording.metres for metres in (last, last - first))
