"""When and where a run was: its moment in UTC, its time zone, and who told it.

The file is asked first, then the place where the run began, then the runner's settings.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from training.time_zones import zone_at


class ToldBy(StrEnum):
    """Who told the time zone of an activity."""

    FILE = "file"
    PLACE = "place"
    RUNNER = "runner"


@dataclass(frozen=True, slots=True)
class Placed:
    """An aware moment in UTC, the name of the zone, the day on the runner's calendar there, and who told the zone."""

    start: datetime
    time_zone: str
    day: date
    told_by: ToldBy


def place(
    start: datetime,
    *,
    home: str,
    start_is_local: bool = False,
    time_zone: str | None = None,
    utc_offset_seconds: int | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
) -> Placed:
    """The moment and zone of an activity, by what its file tells of it; `home` is the runner's own zone.

    `start` is aware; where `start_is_local` it is the time on the wall as if it were UTC. A time that the clocks
    skipped in spring is taken as an hour later, the first of two in autumn counts. An offset without a name gets that
    of the place or of home if their clocks agree with it.
    """
    there = zone_of(latitude, longitude)
    if time_zone is not None:
        name, told_by = time_zone, ToldBy.FILE
    elif utc_offset_seconds is not None:
        near = zone_at(start, utc_offset_seconds, there or home)
        name = near if near == there else zone_at(start, utc_offset_seconds, home)
        told_by = ToldBy.FILE if _offset(name, start) == utc_offset_seconds else ToldBy.RUNNER
    elif there is not None:
        name, told_by = there, ToldBy.PLACE
    else:
        name, told_by = home, ToldBy.RUNNER
    zone = ZoneInfo(name)
    moment = start.replace(tzinfo=zone).astimezone(UTC) if start_is_local else start.astimezone(UTC)
    return Placed(moment, name, moment.astimezone(zone).date(), told_by)


def zone_of(latitude: float | None, longitude: float | None) -> str | None:
    """The zone of a place in degrees, None where it is unknown to this computer's zones."""
    if latitude is None or longitude is None:
        return None
    import tzfpy  # it unpacks its map at the first look-up, a tenth of a second

    try:
        return ZoneInfo(tzfpy.get_tz(longitude, latitude)).key
    except (KeyError, ValueError, OSError):
        return None


def _offset(name: str, moment: datetime) -> int:
    offset = moment.astimezone(ZoneInfo(name)).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
