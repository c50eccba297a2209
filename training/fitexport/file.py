"""What both kinds of FIT file share: their first message, times, texts and exercise titles."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from fit_tool.fit_file import FitFile
from fit_tool.fit_file_builder import FitFileBuilder
from fit_tool.fit_file_header import FitFileHeader, ProtocolVersion
from fit_tool.profile.messages.exercise_title_message import ExerciseTitleMessage
from fit_tool.profile.messages.file_id_message import FileIdMessage
from fit_tool.profile.profile_type import ExerciseCategory, FileType, FitBaseUnit, Manufacturer

from training.fitexport.content import Exercise

PRODUCT = "Sets & Strides"
FIT_EPOCH = 631_065_600
UNKNOWN_CATEGORY: int = ExerciseCategory.UNKNOWN.value
UNKNOWN_NAME = 0xFFFF
# A field holds 255 bytes, the last of them a zero.
MOST_BYTES = 254
# Nothing of ours is newer, and the oldest watches read it.
PROTOCOL = ProtocolVersion(1, 0)


def filled(message: Any, **fields: object) -> Any:
    """The message with these fields; None leaves one out. Raises AttributeError for a field that it has not."""
    for name, value in fields.items():
        if not isinstance(getattr(type(message), name, None), property):
            raise AttributeError(f"{type(message).__name__} has no {name}")
        if value is not None:
            setattr(message, name, value)
    return message


def milliseconds(moment: datetime) -> int:
    """Milliseconds since 1970, as the library takes times; an aware moment of whole seconds."""
    return round(moment.timestamp()) * 1000


def text(words: str) -> str:
    """As much of the words as a field holds, on one line."""
    line = " ".join(words.replace("\0", " ").split())
    return line.encode()[:MOST_BYTES].decode(errors="ignore")


def file_id(kind: FileType, *, serial: int, made_at: datetime) -> FileIdMessage:
    return filled(
        FileIdMessage(),
        type=kind,
        manufacturer=Manufacturer.DEVELOPMENT,
        product=0,
        serial_number=serial,
        time_created=milliseconds(made_at),
        product_name=PRODUCT,
    )


def weight_unit(*, pounds: bool) -> FitBaseUnit:
    return FitBaseUnit.POUND if pounds else FitBaseUnit.KILOGRAM


def category(exercise: Exercise) -> int:
    return UNKNOWN_CATEGORY if exercise.category is None else exercise.category


def name(exercise: Exercise) -> int:
    """A name's number means nothing without its category."""
    return UNKNOWN_NAME if exercise.category is None or exercise.name is None else exercise.name


def titles(exercises: Iterable[Exercise]) -> list[ExerciseTitleMessage]:
    """One title an exercise, in the order of their first set, numbered from 0."""
    return [
        filled(
            ExerciseTitleMessage(),
            message_index=index,
            exercise_category=category(exercise),
            exercise_name=name(exercise),
            workout_step_name=text(exercise.title),
        )
        for index, exercise in enumerate(dict.fromkeys(exercises))
    ]


def sealed(messages: Iterable[Any]) -> bytes:
    """The messages as a file, with the header of 14 bytes that watches write and both checksums."""
    builder = FitFileBuilder(auto_define=True)
    for message in messages:
        builder.add(message)
    size = sum(record.size for record in builder.records)
    header = FitFileHeader(size, protocol_version=PROTOCOL, gen_crc=True)
    data: bytes = FitFile(header, builder.records).to_bytes()
    return data
