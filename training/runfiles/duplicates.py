"""Are two activities the same outing, why, and which copy is worth keeping?"""

from dataclasses import dataclass
from enum import StrEnum

from training.runfiles.activity import Doubt, ParsedActivity

START_SECONDS = 90.0
DURATION_SHARE = 0.02
DISTANCE_SHARE = 0.03
# Of the shorter of two recordings: a run that another was started in by mistake is not the same.
OVERLAP_SHARE = 0.5
QUARTER = 900.0
MOST_ZONES_APART = 26 * 3600.0

# The more a format measures, the higher: a watch's totals and points, then points alone, then tables.
FORMAT_RANK = {"fit": 5, "tcx": 4, "apple": 3, "gpx": 2, "garmin": 1, "strava": 0}
BROKEN = frozenset({Doubt.CHECKSUM, Doubt.UNFINISHED, Doubt.TIMES_CONTRADICT, Doubt.FILE_UNREADABLE})


class Reason(StrEnum):
    """Why two activities are taken for one outing, the surest first."""

    SAME_RECORDING = "same-recording"  # equal device keys
    SAME_TOTALS = "same-totals"  # start, duration and distance agree, or one distance is missing
    SAME_IN_A_ZONE = "same-in-a-zone"  # duration and distance agree, and in some time zone so does the start
    SAME_TIME = "same-time"  # recorded at once, as by a watch and a phone; nobody runs twice at a time


class Why(StrEnum):
    """What speaks for the copy that is kept."""

    START_KNOWN = "start-known"
    UNDAMAGED = "undamaged"
    FORMAT = "format"
    TELLS_MORE = "tells-more"
    FEWER_DOUBTS = "fewer-doubts"
    FIRST = "first"  # they are equal


@dataclass(frozen=True, slots=True)
class Match:
    """Two copies of one outing: the one to keep and the other, why they are one, and why this one is kept.

    `start_seconds` is how far their starts lie apart, None where one is unknown; `overlap` is the share of the shorter
    one's time that they have in common.
    """

    kept: ParsedActivity
    other: ParsedActivity
    reason: Reason
    why: Why
    start_seconds: float | None
    overlap: float


def compare(a: ParsedActivity, b: ParsedActivity) -> Match | None:
    """Whether and why two activities are one outing; None for two outings.

    The copy that tells more is kept: one whose start is known, an undamaged one, then by format as FORMAT_RANK has
    them, then by fields; `a` of equals.
    """
    reason = _reason(a, b)
    if reason is None:
        return None
    kept = max((a, b), key=richness)
    apart = abs((a.start - b.start).total_seconds()) if a.start is not None and b.start is not None else None
    return Match(kept, b if kept is a else a, reason, _why(a, b), apart, overlap(a, b))


def overlap(a: ParsedActivity, b: ParsedActivity) -> float:
    """The time that two activities have in common, as a share of the shorter one's; 0 where a start is unknown."""
    if a.start is None or b.start is None or a.start_is_local != b.start_is_local:
        return 0.0
    first, second = a.elapsed_seconds or a.seconds, b.elapsed_seconds or b.seconds
    later = (b.start - a.start).total_seconds()
    common = min(first, later + second) - max(0.0, later)
    shorter = min(first, second)
    return min(max(common, 0.0) / shorter, 1.0) if shorter > 0 else 0.0


def _reason(a: ParsedActivity, b: ParsedActivity) -> Reason | None:
    """The surest. An activity without a start equals another only by its device key."""
    if a.device_key is not None and a.device_key == b.device_key:
        return Reason.SAME_RECORDING
    if a.start is None or b.start is None:
        return None
    apart = (a.start - b.start).total_seconds()
    if _totals_agree(a, b):
        if abs(apart) <= START_SECONDS:
            return Reason.SAME_TOTALS
        # A clock on the wall of an unknown zone: zones lie whole quarters of an hour apart.
        off_a_zone = abs(apart - round(apart / QUARTER) * QUARTER)
        may_be_a_zone = a.start_is_local != b.start_is_local and abs(apart) <= MOST_ZONES_APART
        if may_be_a_zone and off_a_zone <= START_SECONDS and a.metres is not None and b.metres is not None:
            return Reason.SAME_IN_A_ZONE
    at_once = a.may_be_run and b.may_be_run and overlap(a, b) >= OVERLAP_SHARE
    return Reason.SAME_TIME if at_once else None


def _totals_agree(a: ParsedActivity, b: ParsedActivity) -> bool:
    """Durations within 2 % and distances within 3 % or one missing.

    Of durations the times without pauses or the elapsed times: a GPX file knows only the elapsed time.
    """
    lasting = _within(a.seconds, b.seconds, DURATION_SHARE) or _within(
        a.elapsed_seconds, b.elapsed_seconds, DURATION_SHARE
    )
    return lasting and (a.metres is None or b.metres is None or _within(a.metres, b.metres, DISTANCE_SHARE))


def richness(activity: ParsedActivity) -> tuple[bool, bool, int, int, int]:
    """In the order of Why."""
    told = (
        activity.sub_sport,
        activity.elapsed_seconds,
        activity.metres,
        activity.avg_hr,
        activity.max_hr,
        activity.utc_offset_seconds,
        activity.latitude,
        activity.title,
        activity.device_key,
        activity.time_zone,
    )
    return (
        activity.start is not None,
        not BROKEN.intersection(activity.warnings),
        FORMAT_RANK[activity.format],
        sum(value is not None for value in told),
        -len(activity.warnings),
    )


def _why(a: ParsedActivity, b: ParsedActivity) -> Why:
    differ = (why for why, of_a, of_b in zip(Why, richness(a), richness(b), strict=False) if of_a != of_b)
    return next(differ, Why.FIRST)


def _within(a: float | None, b: float | None, share: float) -> bool:
    return a is not None and b is not None and abs(a - b) <= share * max(a, b)
