"""A session that was done as a FIT activity: each set and each rest, laid out as watches write them."""

from collections.abc import Iterator
from typing import Any

from fit_tool.profile.messages.activity_message import ActivityMessage
from fit_tool.profile.messages.event_message import EventMessage
from fit_tool.profile.messages.file_creator_message import FileCreatorMessage
from fit_tool.profile.messages.lap_message import LapMessage
from fit_tool.profile.messages.record_message import RecordMessage
from fit_tool.profile.messages.session_message import SessionMessage
from fit_tool.profile.messages.set_message import SetMessage
from fit_tool.profile.messages.sport_message import SportMessage
from fit_tool.profile.profile_type import (
    Activity,
    Event,
    EventType,
    FileType,
    LapTrigger,
    SessionTrigger,
    SetType,
    Sport,
    SubSport,
)

from training.fitexport.content import MOST_KG_OF_SET, DoneSession, PlacedSet
from training.fitexport.file import (
    FIT_EPOCH,
    category,
    file_id,
    filled,
    milliseconds,
    name,
    sealed,
    text,
    titles,
    weight_unit,
)

STRENGTH = {"sport": Sport.TRAINING, "sub_sport": SubSport.STRENGTH_TRAINING}
VERSION = 1
"""Of this layout."""

# Messages that alternate keep definitions of their own, lest each be described anew.
ACTIVE, REST, RECORD = 1, 2, 3


def write(session: DoneSession) -> bytes:
    """The session as a file that Garmin Connect, Strava and other readers of FIT take; the same bytes every time.

    A set has its repetitions (of both legs) or, as a hold, its duration alone, and its load in sixteenths of a
    kilogram. FIT has no word for a warm-up set: it is a set like the others. A load is left out with bodyweight alone
    and above 4095 kg. Each set's workout step index is that of its exercise's title.
    """
    start, end = milliseconds(session.start), milliseconds(session.end)
    whole = {
        **STRENGTH,
        "timestamp": end,
        "start_time": start,
        "total_elapsed_time": (end - start) / 1000,
        "total_timer_time": (end - start) / 1000,
        "event_type": EventType.STOP,
        "message_index": 0,
    }
    reps = sum(one.set.total for one in session.sets if not one.set.timed)
    return sealed(
        [
            file_id(FileType.ACTIVITY, serial=session.serial, made_at=session.start),
            filled(FileCreatorMessage(), software_version=VERSION),
            filled(SportMessage(), **STRENGTH, sport_name=text(session.title)),
            *titles(one.set.exercise for one in session.sets),
            filled(EventMessage(), timestamp=start, event=Event.TIMER, event_type=EventType.START),
            # An activity has records, whatever there is to record: here the ends and where each set ended.
            _record(start),
            *_sets(session),
            _record(end),
            filled(EventMessage(), timestamp=end, event=Event.TIMER, event_type=EventType.STOP_ALL),
            filled(LapMessage(), **whole, event=Event.LAP, lap_trigger=LapTrigger.SESSION_END),
            filled(
                SessionMessage(),
                **whole,
                event=Event.SESSION,
                trigger=SessionTrigger.ACTIVITY_END,
                first_lap_index=0,
                num_laps=1,
                total_cycles=reps,
            ),
            filled(
                ActivityMessage(),
                timestamp=end,
                local_timestamp=_local(session),
                total_timer_time=(end - start) / 1000,
                num_sessions=1,
                type=Activity.MANUAL,
                event=Event.ACTIVITY,
                event_type=EventType.STOP,
            ),
        ]
    )


def _local(session: DoneSession) -> int:
    """What the runner's clock said at the end, in seconds since FIT's epoch as if it were UTC."""
    return round(session.end.timestamp() + session.utc_offset.total_seconds()) - FIT_EPOCH


def _record(at: int) -> RecordMessage:
    return filled(RecordMessage(local_id=RECORD), timestamp=at)


def _sets(session: DoneSession) -> Iterator[Any]:
    """Sets and the rests between them, numbered together, each behind a record of its end."""
    exercises = list(dict.fromkeys(one.set.exercise for one in session.sets))
    unit = weight_unit(pounds=session.pounds)
    index = 0
    for one, following in zip(session.sets, [*session.sets[1:], None], strict=False):
        begin, stop = milliseconds(one.start), milliseconds(one.start) + 1000 * one.seconds
        yield _record(stop)
        yield filled(
            SetMessage(local_id=ACTIVE),
            timestamp=stop,
            start_time=begin,
            duration=float(one.seconds),
            set_type=SetType.ACTIVE.value,
            category=[category(one.set.exercise)],
            category_subtype=[name(one.set.exercise)],
            repetitions=None if one.set.timed else one.set.total,
            weight=_kg(one),
            weight_display_unit=unit,
            message_index=index,
            workout_step_index=exercises.index(one.set.exercise),
        )
        index += 1
        pause = (milliseconds(following.start) - stop) // 1000 if following else 0
        if pause > 0:
            yield filled(
                SetMessage(local_id=REST),
                timestamp=stop + 1000 * pause,
                start_time=stop,
                duration=float(pause),
                set_type=SetType.REST.value,
                message_index=index,
            )
            index += 1


def _kg(one: PlacedSet) -> float | None:
    return one.set.kg if one.set.kg is not None and one.set.kg <= MOST_KG_OF_SET else None
