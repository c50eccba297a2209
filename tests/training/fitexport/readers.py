"""FIT files read back by two libraries that share no line: messages by name, values in the file's own numbers."""

import io
import struct
from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import Any

import fitdecode
import fitfast
from fitdecode.profile import FIELD_TYPES

from tests.training.runfiles.samples import FIT_EPOCH, fit_crc

type Messages = Mapping[str, list[dict[str, Any]]]

TIMES = {"timestamp", "start_time", "time_created", "local_timestamp"}
ENUMS = {
    "exercise_category": "exercise_category",
    "category": "exercise_category",
    "weight_display_unit": "fit_base_unit",
    "set_type": "set_type",
    "intensity": "intensity",
    "duration_type": "wkt_step_duration",
}
NAMES_OF_FITDECODE = {
    "duration_reps": "duration_value",
    "duration_time": "duration_value",
    "duration_step": "duration_value",
    "repeat_steps": "target_value",
    "total_reps": "total_cycles",
}


def by_fitdecode(data: bytes) -> Messages:
    found = defaultdict(list)
    with fitdecode.FitReader(
        io.BytesIO(data), check_crc=fitdecode.CrcCheck.RAISE, error_handling=fitdecode.ErrorHandling.RAISE
    ) as frames:
        for frame in frames:
            if frame.frame_type == fitdecode.FIT_FRAME_DATA:
                found[frame.name].append({_field(one): _plain(one) for one in frame.fields if one.value is not None})
    return found


def by_fitfast(data: bytes) -> Messages:
    return {name: [_numbered(row) for row in rows] for name, rows in fitfast.parse(data).items()}


READERS: dict[str, Callable[[bytes], Messages]] = {"fitdecode": by_fitdecode, "fitfast": by_fitfast}


def _field(one: Any) -> str:
    return NAMES_OF_FITDECODE.get(one.name, one.name)


def _plain(one: Any) -> Any:
    if one.name in TIMES:
        return one.raw_value + FIT_EPOCH
    if _field(one) == "duration_value" or one.name in ENUMS:
        return one.raw_value
    return one.value


def _numbered(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Enumerations as numbers, and an array of one as its value, as fitdecode has them."""
    found = {}
    for name, value in row.items():
        single = value[0] if isinstance(value, list) and len(value) == 1 else value
        if name in ENUMS and isinstance(single, str):
            enum = FIELD_TYPES[ENUMS[name]].enum
            single = next(number for number, word in enum.items() if word == single)
        if single is not None:
            found[name] = single
    return found


def is_sealed(data: bytes) -> bool:
    """Whether header, size and both checksums are as FIT wants them."""
    size, kind, checksum = struct.unpack_from("<I4sH", data, 4)
    return (
        data[0] == 14
        and kind == b".FIT"
        and checksum == fit_crc(data[:12])
        and len(data) == 14 + size + 2
        and struct.unpack("<H", data[-2:])[0] == fit_crc(data[:-2])
    )
