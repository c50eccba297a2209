"""Are two activities the same outing, and which copy is worth keeping?"""

from training.runfiles.activity import Doubt, ParsedActivity

START_SECONDS = 90.0
DURATION_SHARE = 0.02
DISTANCE_SHARE = 0.03

FORMAT_RANK = {"fit": 2, "tcx": 1, "gpx": 0}
BROKEN = frozenset({Doubt.CHECKSUM, Doubt.UNFINISHED, Doubt.TIMES_CONTRADICT})


def same_activity(a: ParsedActivity, b: ParsedActivity) -> bool:
    """Equal device keys; else starts within 90 s, durations within 2 % and distances within 3 % or one missing.

    Durations agree when the times without pauses or the elapsed times do: a GPX file knows only
    the elapsed time. An activity without a start equals another only by its device key.
    """
    if a.device_key is not None and b.device_key is not None and a.device_key == b.device_key:
        return True
    if a.start is None or b.start is None or abs((a.start - b.start).total_seconds()) > START_SECONDS:
        return False
    if not (
        _within(a.seconds, b.seconds, DURATION_SHARE) or _within(a.elapsed_seconds, b.elapsed_seconds, DURATION_SHARE)
    ):
        return False
    return a.metres is None or b.metres is None or _within(a.metres, b.metres, DISTANCE_SHARE)


def richer(a: ParsedActivity, b: ParsedActivity) -> ParsedActivity:
    """The copy that tells more: an undamaged one, then FIT before TCX before GPX, then more fields; `a` when equal."""
    return max((a, b), key=_richness)


def _richness(activity: ParsedActivity) -> tuple[bool, bool, int, int, int]:
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
    )
    return (
        activity.start is not None,
        not BROKEN.intersection(activity.warnings),
        FORMAT_RANK[activity.format],
        sum(value is not None for value in told),
        -len(activity.warnings),
    )


def _within(a: float | None, b: float | None, share: float) -> bool:
    return a is not None and b is not None and abs(a - b) <= share * max(a, b)
