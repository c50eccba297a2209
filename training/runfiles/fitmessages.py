"""Decodes FIT into plain messages: fitfast first, once more what is whole of a damaged file, at last fitdecode.

An object for each of the many thousand values of a file takes most of a decoder's time. So records are asked for as
columns, and the few other messages come of a small file that has them alone.
"""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from training.runfiles.errors import Corrupt, TooManyValues
from training.runfiles.fitframes import Weight, digest
from training.runfiles.fitrepair import repair

WANTED = ("file_id", "session", "record", "activity", "set", "exercise_title")
# Of a record: its moment in seconds since 1970, metres on the odometer, beats a minute, semicircles.
COLUMNS = ("timestamp", "distance", "heart_rate", "position_lat", "position_long")

type Message = Mapping[Any, Any]
# Records by column, each as long as there are records; NaN where one lacks a value.
type Records = Mapping[str, Sequence[float]]

# FIT counts seconds from here; smaller numbers than UNSET are seconds since the watch was switched on.
FIT_EPOCH = 631_065_600
UNSET = 0x10000000

# fitfast holds some 50 bytes a field for columns, twice as much for objects. 30 hours of a watch that writes 35 values
# a second are 4 million. A message costs both decoders some 100 bytes, however small: 400,000 are days of recording.
MOST = Weight(frames=400_000, fields=4_000_000)
# A column has room for every record, however few have its field: 30 hours of 60 fields.
MOST_CELLS = 7_000_000
# What a decoder makes of others: speed and distance of one, altitude and speed as 16 and as 32 bits.
MORE_COLUMNS = 10
MOST_SESSIONS = 100
# A repair takes half a second of these, and what it leaves another second and a half to decode.
REPAIRED_BYTES = 10_000_000
# fitdecode takes up to 3 s a megabyte, and 6 s a million messages; the files that need it are odd and small.
SLOW_BYTES = 600_000
SLOW_FRAMES = 200_000


@dataclass(slots=True)
class FitContent:
    """Records, the other messages by name in the order of the file, and whether its checksum and end are right."""

    messages: dict[str, list[Message]] = field(default_factory=dict)
    records: Records = field(default_factory=dict)
    checksum_right: bool = True
    finished: bool = True

    def first(self, name: str) -> Message:
        """The first message of a name, empty when there is none."""
        return next(iter(self.messages.get(name, ())), {})


def decode(data: bytes) -> FitContent:
    """Messages of a FIT file, times as seconds since 1970, enumerations as names.

    Raises TooManyValues, or Corrupt where neither decoder finds a message or a damaged file is too long for them.
    """
    content = _decode_fast(data) or _decode_repaired(data) or _decode_slowly(data)
    if not content.messages and not content.records:
        raise Corrupt(format="FIT")
    if len(content.messages.get("session", ())) > MOST_SESSIONS:
        raise TooManyValues(format="FIT")
    return content


def _decode_fast(data: bytes) -> FitContent | None:
    """None where fitfast refuses: it knows no header without a checksum, and nothing of a damaged file."""
    import fitfast  # it brings numpy, a quarter of a second that a start need not spend

    # Its own count takes three times as long as this.
    found = digest(data, MOST)
    if found.weight.exceeds(MOST):
        raise TooManyValues(format="FIT")
    cells = found.weight.frames * (found.columns + MORE_COLUMNS)
    try:
        if not found.complete or cells > MOST_CELLS:
            return _content(fitfast.parse(data))
        # All of the file is decoded for the columns, and its checksum looked at.
        columns = fitfast.records(data, degrees=False)
        messages = fitfast.parse(found.summary) if found.summary else {}
    except fitfast.FitDecodeError:
        return None
    except BaseException as panic:
        # Rust's panics arrive as a BaseException whose class cannot be imported.
        if type(panic).__name__ != "PanicException":
            raise
        return None
    content = _content(messages)
    content.records = {name: memoryview(columns[name]) for name in COLUMNS if name in columns}
    return content


def _content(messages: Mapping[str, Sequence[Message]]) -> FitContent:
    """What is wanted of all that was decoded."""
    wanted = {name: list(messages[name]) for name in WANTED if name in messages}
    records = wanted.pop("record", [])
    return FitContent(wanted, _columns(records))


def _columns(records: Sequence[Message]) -> Records:
    return {name: [_value(record.get(name)) for record in records] for name in COLUMNS if records}


def _value(value: Any) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else math.nan


def _decode_repaired(data: bytes) -> FitContent | None:
    """What is whole of a damaged file, None where fitfast refuses that too."""
    if len(data) > REPAIRED_BYTES:
        raise Corrupt(format="FIT")
    repaired = repair(data)
    content = _decode_fast(repaired.data)
    if content is not None:
        content.checksum_right, content.finished = repaired.checksum_right, repaired.finished
    return content


def _decode_slowly(data: bytes) -> FitContent:
    """Keeps what comes before an error; the checksum decides whether that can be trusted."""
    import fitdecode  # a quarter of a second to import, seldom needed

    if len(data) > SLOW_BYTES:
        raise Corrupt(format="FIT")
    content, records = FitContent(), list[Message]()
    try:
        with fitdecode.FitReader(
            io.BytesIO(data),
            check_crc=fitdecode.CrcCheck.READONLY,
            error_handling=fitdecode.ErrorHandling.IGNORE,
        ) as frames:
            for number, frame in enumerate(frames):
                if number > SLOW_FRAMES:
                    raise TooManyValues(format="FIT")
                if isinstance(frame, fitdecode.FitCRC):
                    content.checksum_right &= bool(frame.matched)
                elif isinstance(frame, fitdecode.FitDataMessage) and frame.name == "record":
                    records.append(_plain(frame))
                elif isinstance(frame, fitdecode.FitDataMessage) and frame.name in WANTED:
                    content.messages.setdefault(frame.name, []).append(_plain(frame))
    except TooManyValues:
        raise
    except Exception:
        # Damaged bytes lead the decoder into any exception of Python's: what came before is kept.
        content.finished = False
    content.records = _columns(records)
    return content


def _plain(frame: Any) -> Message:
    message: dict[Any, Any] = {}
    for value in frame.fields:
        message.setdefault(value.name, _seconds(value.name, value.value))
    return message


def _seconds(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).timestamp()
    if name in ("start_time", "timestamp", "time_created", "local_timestamp") and isinstance(value, int):
        return FIT_EPOCH + value
    return value


def clock_set(epoch: float) -> bool:
    """Whether a time of the file is one of the calendar, not seconds since the watch was switched on."""
    return epoch >= FIT_EPOCH + UNSET


def device_name(file_id: Message) -> str | None:
    """Maker and model for people, as far as the profile knows them."""
    maker = file_id.get("manufacturer")
    if not isinstance(maker, str):
        return None
    maker = maker.replace("_", " ").title()
    model = file_id.get("product_name") or file_id.get("garmin_product") or file_id.get("product")
    if isinstance(model, int) and maker == "Garmin":
        model = _garmin_products().get(model)
    if not isinstance(model, str):
        return maker
    model = model.replace("_", " ")
    return model if model.lower().startswith(maker.lower()) else f"{maker} {model}"


@cache
def _garmin_products() -> Mapping[int, str]:
    from fitdecode import profile

    products: Mapping[int, str] = profile.FIELD_TYPES["garmin_product"].enum
    return products
