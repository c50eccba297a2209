"""Which zone a run was in, and which moment a clock on the wall meant there."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

HOUR = 3600

# Zones whose clocks are not whole hours from UTC: "Etc" has names for whole hours only.
PART_HOURS = (
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Asia/Tehran",
    "Asia/Kabul",
    "Asia/Yangon",
    "Australia/Darwin",
    "Australia/Adelaide",
    "Australia/Lord_Howe",
    "Australia/Eucla",
    "America/St_Johns",
    "Pacific/Chatham",
    "Pacific/Marquesas",
)


class SkippedTimeError(ValueError):
    """A local time that the clocks skipped when summer time began."""


def zone_at(moment: datetime, offset_seconds: int | None, home: str) -> str:
    """The name of a zone whose clocks were `offset_seconds` ahead of UTC at the aware `moment`.

    `home` where that is so there, or where the offset is unknown (None) or nobody's.
    """
    if offset_seconds is None or _offset(home, moment) == offset_seconds:
        return home
    if offset_seconds % HOUR == 0 and -12 * HOUR <= offset_seconds <= 14 * HOUR:
        # The sign in these names is turned round: Etc/GMT-2 is two hours ahead.
        return f"Etc/GMT{-offset_seconds // HOUR:+d}" if offset_seconds else "UTC"
    return next((name for name in PART_HOURS if _offset(name, moment) == offset_seconds), home)


def moment_of(local: datetime, zone: ZoneInfo) -> datetime:
    """The moment at which clocks in `zone` showed the naive `local`, the first of two in autumn; aware, in UTC.

    Raises SkippedTimeError for a time that was skipped in spring.
    """
    moment = local.replace(tzinfo=zone).astimezone(UTC)
    if moment.astimezone(zone).replace(tzinfo=None) != local:
        raise SkippedTimeError(f"{local} was skipped in {zone.key}")
    return moment


def _offset(name: str, moment: datetime) -> int:
    offset = moment.astimezone(ZoneInfo(name)).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0
