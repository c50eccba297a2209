"""Reads FIT: one activity per session, transitions left out."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from training.runfiles import sport
from training.runfiles.activity import DAY, UNKNOWN_SPORT, Doubt, ParsedActivity, coarse_position, one_line
from training.runfiles.errors import Corrupt, NoActivity, NotAnActivity, NoTimes, Truncated
from training.runfiles.fitmessages import FitContent, Message, Records, clock_set, decode, device_name
from training.runfiles.fitsets import sets_of
from training.runfiles.track import HeartRates, utc

RUN_METRES_A_SECOND = 8.0
SEMICIRCLE = 180 / 2**31

# Time zones lie between -12 and +14 hours, on quarters of an hour.
ZONES = range(-12 * 3600, 14 * 3600 + 1)
QUARTER = 900


@dataclass(frozen=True, slots=True)
class Summary:
    """What a session says of itself; times in seconds since 1970, None where it is silent."""

    index: int
    start: float | None
    timer: float | None
    elapsed: float | None
    metres: float | None
    message: Message

    @property
    def clock_set(self) -> bool:
        return self.start is not None and clock_set(self.start)


def read(data: bytes) -> list[ParsedActivity]:
    """Every session of a FIT activity, in its order, with gaps filled from the records of its time.

    A wrong checksum or a missing end is a warning where the totals are there and possible.
    Raises NotAnActivity for settings, courses and the like, Truncated where the totals are
    missing, NoTimes, NoActivity, Corrupt or TooManyValues.
    """
    content = decode(data)
    kind = content.first("file_id").get("type")
    sessions = content.messages.get("session", [])
    if kind not in ("activity", None) and (content.checksum_right or not sessions):
        raise NotAnActivity(_kind(kind))
    if not sessions:
        if content.records or not content.finished:
            raise Truncated(format="FIT")
        raise NoActivity(format="FIT")
    summaries = [_summary(index, message) for index, message in enumerate(sessions)]
    records = _records_by_session(summaries, content.records)
    sets = _sets_by_session(summaries, content.messages.get("set", []))
    activities = [
        activity
        for summary in summaries
        if summary.message.get("sport") != "transition"
        and (activity := _activity(content, summary, records[summary.index], sets[summary.index])) is not None
    ]
    if not activities:
        raise NoTimes(format="FIT")
    return activities


def _kind(kind: Any) -> str:
    word = str(kind)
    return next((known for known in NotAnActivity.KINDS if word.startswith(known)), "other")


def _summary(index: int, message: Message) -> Summary:
    return Summary(
        index=index,
        start=_number(message, "start_time"),
        timer=_number(message, "total_timer_time") or None,
        elapsed=_number(message, "total_elapsed_time") or None,
        metres=_number(message, "total_distance") or None,
        message=message,
    )


def _number(message: Message, name: str) -> float | None:
    value = message.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and _is_number(value):
        return float(value)
    return None


def _is_number(value: float) -> bool:
    """Not negative, and neither NaN nor infinite."""
    return 0 <= value < math.inf


def _records_by_session(summaries: Sequence[Summary], records: Records) -> dict[int, Records]:
    if len(summaries) == 1:
        return {summaries[0].index: records}
    places = _by_session(summaries, records.get("timestamp", ()))
    return {
        index: {name: [column[place] for place in own] for name, column in records.items()}
        for index, own in places.items()
    }


def _sets_by_session(summaries: Sequence[Summary], sets: Sequence[Message]) -> dict[int, Sequence[Message]]:
    if len(summaries) == 1:
        return {summaries[0].index: sets}
    places = _by_session(summaries, [_number(one, "start_time") for one in sets])
    return {index: [sets[place] for place in own] for index, own in places.items()}


def _by_session(summaries: Sequence[Summary], epochs: Sequence[float | None]) -> dict[int, list[int]]:
    """By session index, the places of the epochs in it: each belongs to the latest session that had begun by then."""
    given: dict[int, list[int]] = {summary.index: [] for summary in summaries}
    begun = sorted((summary.start, summary.index) for summary in summaries if summary.start is not None)
    for place, epoch in enumerate(epochs):
        if epoch is not None and _is_number(epoch) and (owner := bisect_right(begun, (epoch, len(summaries)))):
            given[begun[owner - 1][1]].append(place)
    return given


def _activity(
    content: FitContent, summary: Summary, records: Records, sets: Sequence[Message]
) -> ParsedActivity | None:
    name, sub_sport = sport.from_fit(_word(summary.message, "sport"), _word(summary.message, "sub_sport"))
    seconds, elapsed, doubts = _times(summary, records)
    if seconds is None:
        return None
    metres = summary.metres
    alone = len(content.messages["session"]) == 1
    if metres is None and (metres := _metres(records, alone=alone)) is not None:
        doubts.append(Doubt.DISTANCE_FROM_POINTS)
    avg_hr, max_hr, from_points = _heart_rate(summary.message, records)
    if from_points:
        doubts.append(Doubt.HEART_RATE_FROM_POINTS)
    if name == UNKNOWN_SPORT:
        doubts.append(Doubt.SPORT_UNKNOWN)
    too_fast = name == "running" and (metres or 0.0) > RUN_METRES_A_SECOND * seconds
    if too_fast:
        doubts.append(Doubt.TOO_FAST)
    if not content.checksum_right:
        if too_fast or seconds > DAY:
            raise Corrupt(format="FIT")
        doubts.append(Doubt.CHECKSUM)
    if not content.finished:
        doubts.append(Doubt.UNFINISHED)
    latitude, longitude = coarse_position(*_position(summary.message, records))
    return ParsedActivity(
        format="fit",
        sport=name,
        sub_sport=sub_sport,
        start=utc(summary.start) if summary.start is not None and summary.clock_set else None,
        seconds=seconds,
        elapsed_seconds=elapsed,
        metres=metres,
        avg_hr=avg_hr,
        max_hr=max_hr,
        utc_offset_seconds=_utc_offset(content.first("activity")),
        latitude=latitude,
        longitude=longitude,
        device=one_line(device_name(content.first("file_id"))),
        device_key=_device_key(content.first("file_id"), summary.index),
        index=summary.index,
        warnings=tuple(doubts),
        # Watches write sets for yoga too, without a repetition.
        sets=sets_of(sets, content.messages.get("exercise_title", [])) if name == "strength" else (),
    )


def _word(message: Message, name: str) -> str | None:
    value = message.get(name)
    return value if isinstance(value, str) else None


def _times(summary: Summary, records: Records) -> tuple[float | None, float | None, list[Doubt]]:
    """Time without pauses, elapsed time and what is doubtful: timer <= elapsed + 1 s, elapsed <= a day."""
    doubts = [] if summary.clock_set else [Doubt.CLOCK_NOT_SET]
    seconds, elapsed = summary.timer, summary.elapsed
    if seconds is None and elapsed is not None:
        seconds = elapsed
        doubts.append(Doubt.TIME_WITH_PAUSES)
    if seconds is None:
        epochs = [epoch for epoch in records.get("timestamp", ()) if _is_number(epoch)]
        if len(epochs) < 2 or max(epochs) == min(epochs):
            return None, None, doubts
        seconds = elapsed = max(epochs) - min(epochs)
        doubts += [Doubt.TIME_WITH_PAUSES, Doubt.TIME_ESTIMATED]
    if elapsed is not None and seconds > elapsed + 1:
        elapsed = None
        doubts.append(Doubt.TIMES_CONTRADICT)
    if max(seconds, elapsed or 0.0) > DAY:
        elapsed = None
        doubts.append(Doubt.TOO_LONG)
    return seconds, elapsed, doubts


def _metres(records: Records, *, alone: bool) -> float | None:
    """The odometer's last value; where several sessions share a file, its gain, which may start anywhere."""
    odometer = [metres for metres in records.get("distance", ()) if _is_number(metres)]
    if not odometer:
        return None
    gain = sum(max(later - earlier, 0.0) for earlier, later in pairwise(odometer))
    return (odometer[-1] if alone else gain) or None


def _heart_rate(message: Message, records: Records) -> tuple[int | None, int | None, bool]:
    """Average, maximum, and whether the average comes from the records, weighted by time."""
    average, maximum = _number(message, "avg_heart_rate"), _number(message, "max_heart_rate")
    rates = HeartRates()
    if not average or not maximum:
        for epoch, rate in zip(records.get("timestamp", ()), records.get("heart_rate", ()), strict=False):
            if math.isfinite(epoch):
                rates.add(epoch, rate)
    from_points = not average and rates.average is not None
    return (
        round(average) if average else rates.average,
        round(maximum) if maximum else rates.maximum,
        from_points,
    )


def _position(message: Message, records: Records) -> tuple[float | None, float | None]:
    """Degrees of the start, or of the first record that has a position."""
    own = [(message.get("start_position_lat"), message.get("start_position_long"))]
    recorded = zip(records.get("position_lat", ()), records.get("position_long", ()), strict=False)
    for latitude, longitude in chain(own, recorded):
        if isinstance(latitude, int | float) and isinstance(longitude, int | float):
            degrees = latitude * SEMICIRCLE, longitude * SEMICIRCLE
            if abs(degrees[0]) <= 90 and abs(degrees[1]) <= 180:
                return degrees
    return None, None


def _utc_offset(activity: Message) -> int | None:
    """Local time minus UTC in seconds, where it is a possible time zone."""
    local, told = _number(activity, "local_timestamp"), _number(activity, "timestamp")
    if local is None or told is None or not clock_set(local) or not clock_set(told):
        return None
    offset = round((local - told) / QUARTER) * QUARTER
    return offset if abs(offset - (local - told)) <= 60 and offset in ZONES else None


def _device_key(file_id: Message, index: int) -> str | None:
    """Serial number, creation time and session: equal in two copies of one recording."""
    serial, created = _number(file_id, "serial_number"), _number(file_id, "time_created")
    if not serial or created is None or not clock_set(created):
        return None
    return f"{serial:.0f}-{created:.0f}-{index}"
