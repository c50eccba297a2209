"""Reads GPX 1.0 and 1.1: one outing a file."""

from dataclasses import dataclass, field

from lxml import etree

from training.runfiles import sport
from training.runfiles.activity import DAY, UNKNOWN_SPORT, Doubt, ParsedActivity, coarse_position, one_line
from training.runfiles.errors import NoTimes, NoTrack, TimesMissing, TooShort
from training.runfiles.track import Track, moment, utc
from training.runfiles.xml import child_text, elements, let_go, number

TAGS = ("trk", "trkseg", "trkpt", "rtept", "wpt")

# Below this share of points with a time the length of the run is a guess.
TIMED_SHARE = 0.9


@dataclass(slots=True)
class Outing:
    """What has been gathered of a GPX file so far."""

    track: Track = field(default_factory=Track)
    tracks: int = 0
    dropped: int = 0
    planned: set[str] = field(default_factory=set)
    title: str | None = None
    kind: str | None = None
    creator: str | None = None
    offset_seconds: int | None = None
    zones_missing: bool = False


def read(data: bytes) -> list[ParsedActivity]:
    """The one activity of a GPX file; several tracks or segments are pieces of it.

    Distance is measured inside segments only, elapsed time from the earliest to the latest
    point, time without pauses is an estimate. Raises NoTrack, NoTimes, TimesMissing, TooShort
    or what the XML parser raises.
    """
    outing = Outing()
    for event, tag, element in elements(data, "gpx", "GPX", TAGS):
        if event == "start":
            _enter(outing, tag, element)
        elif tag == "trkpt":
            _add_point(outing, element)
            let_go(element)
        elif tag in ("rtept", "wpt"):
            outing.planned.add("route" if tag == "rtept" else "waypoints")
            let_go(element)
        elif tag == "trk":
            outing.title = outing.title or one_line(child_text(element, "name"))
            outing.kind = outing.kind or one_line(child_text(element, "type"))
            let_go(element)
    _refuse_unusable(outing)
    return [_activity(outing)]


def _enter(outing: Outing, tag: str, element: etree._Element) -> None:
    if tag == "gpx":
        outing.creator = one_line(element.get("creator"))
    elif tag == "trkseg":
        outing.track.start_segment()
    elif tag == "trk":
        outing.tracks += 1


def _add_point(outing: Outing, point: etree._Element) -> None:
    latitude, longitude = number(point.get("lat")), number(point.get("lon"))
    if latitude is None or longitude is None or abs(latitude) > 90 or abs(longitude) > 180:
        outing.dropped += 1
        return
    told = moment(child_text(point, "time"))
    if told is not None:
        outing.zones_missing |= not told.zone_told
        if outing.offset_seconds is None:
            outing.offset_seconds = told.offset_seconds
    outing.track.add(latitude, longitude, told.epoch if told else None, _heart_rate(point))


def _heart_rate(point: etree._Element) -> float | None:
    """Extensions name it hr or heartrate, in whatever namespace and depth."""
    for element in point.iter("{*}hr", "{*}heartrate"):
        return number(element.text)
    return None


def _refuse_unusable(outing: Outing) -> None:
    track = outing.track
    if not track.points and not outing.dropped:
        raise NoTrack("route" if "route" in outing.planned else "waypoints" if outing.planned else "nothing")
    if track.points < 2:
        raise TooShort(format="GPX")
    if not track.timed:
        raise NoTimes(format="GPX")
    if track.timed < TIMED_SHARE * track.points:
        raise TimesMissing(timed=track.timed, points=track.points)
    if track.elapsed_seconds <= 0:
        raise NoTimes(format="GPX")


def _activity(outing: Outing) -> ParsedActivity:
    track = outing.track
    name, sub_sport = sport.from_words(outing.kind)
    seconds = track.moving_seconds or track.elapsed_seconds
    latitude, longitude = coarse_position(*(track.first_position or (None, None)))
    doubts = {
        Doubt.SPORT_UNKNOWN: name == UNKNOWN_SPORT,
        Doubt.TIME_ESTIMATED: True,
        Doubt.TIMES_OUT_OF_ORDER: track.backwards,
        Doubt.NO_TIME_ZONE: outing.zones_missing,
        Doubt.POINTS_DROPPED: outing.dropped > 0,
        Doubt.SEVERAL_TRACKS: outing.tracks > 1,
        Doubt.TOO_LONG: track.elapsed_seconds > DAY,
        Doubt.TOO_FAST: name == "running" and track.metres > 8 * seconds,
    }
    return ParsedActivity(
        format="gpx",
        sport=name,
        sub_sport=sub_sport,
        start=utc(track.first_epoch),
        seconds=seconds,
        elapsed_seconds=track.elapsed_seconds,
        metres=track.metres or None,
        avg_hr=track.heart_rates.average,
        max_hr=track.heart_rates.maximum,
        utc_offset_seconds=outing.offset_seconds,
        latitude=latitude,
        longitude=longitude,
        title=outing.title,
        device=outing.creator,
        warnings=tuple(doubt for doubt, holds in doubts.items() if holds),
    )
