"""Thousands of different runs, made of a few real ones: each copy begins at another time and measures other values.

Messages, their order and their length stay those that a watch wrote, and the checksum is right.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import cycle

import numpy as np

from tests.training.runfiles.samples import CRC_OF_BYTES
from training.runfiles.fitframes import COMPRESSED_TIME, DEFINITION, DEVELOPER_DATA
from training.runfiles.fitmessages import FIT_EPOCH, UNSET

# What differs, by the numbers of message and field in FIT's profile; 253 is the time of any message.
TIME, TOTAL, RATE = "time", "total", "rate"
FIELDS = {
    (0, 4): TIME, (18, 2): TIME, (19, 2): TIME, (34, 5): TIME, (225, 6): TIME,
    **{(message, field): TOTAL for message in (18, 19) for field in (7, 8, 9)},
    **dict.fromkeys([(18, 16), (18, 17), (19, 15), (19, 16), (20, 3)], RATE),
}  # fmt: skip
LIKELY_RATES = range(60, 220)

# Of two bytes at a time: half a gigabyte is summed up.
CRC_OF_PAIRS = [CRC_OF_BYTES[CRC_OF_BYTES[pair & 0xFF] & 0xFF ^ pair >> 8] ^ CRC_OF_BYTES[pair & 0xFF] >> 8
                for pair in range(65_536)]  # fmt: skip


def copies(files: Sequence[bytes], starts: Sequence[int]) -> Iterator[bytes]:
    """As many runs as there are `starts`, which are seconds since 1970; the same ones every time."""
    chance = random.Random(1)
    for original, start in zip(cycle([Original(data) for data in files]), starts, strict=False):
        yield original.copy(start, beats=chance.randint(-15, 15), share=chance.uniform(0.9, 1.1))


class Original:
    """The file of one run, and the places in it of what differs."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for message, field, type_, at in _fields(data):
            if kind := TIME if field == 253 else FIELDS.get((message, field)):
                places[kind, type_].append(at)
            if (message, field) == (18, 2):
                self.start = int(np.frombuffer(data, type_, 1, at)[0])
        self.places = {key: np.array(found) for key, found in places.items()}

    def copy(self, start: int, *, beats: int, share: float) -> bytes:
        """The run begun at `start`, with `beats` more a minute, and `share` of its time and distance."""
        later = start - FIT_EPOCH - self.start
        copied = np.frombuffer(self.data, np.uint8).copy()
        for (kind, type_), places in self.places.items():
            there = places[:, None] + np.arange(np.dtype(type_).itemsize)
            values = copied[there].view(type_)[:, 0].astype(np.int64)
            match kind:
                case "time":
                    # What a watch counts from when it was switched on stays so, and a missing one is missing.
                    values[(values >= UNSET) & (values < 0xFFFFFFFF)] += later
                case "total":
                    values = np.where(values < 0xFFFFFFFF, values * share, values)
                case "rate":
                    values[(values >= LIKELY_RATES.start) & (values < LIKELY_RATES.stop)] += beats
            copied[there] = values.astype(type_)[:, None].view(np.uint8)
        body = copied[:-2].tobytes()
        return body + checksum(body).to_bytes(2, "little")


def checksum(data: bytes) -> int:
    """FIT's sum of 16 bits; a zero in front does not change it."""
    crc = 0
    for pair in memoryview(bytes(len(data) % 2) + data).cast("H"):
        crc = CRC_OF_PAIRS[crc ^ pair]
    return crc


def _fields(data: bytes) -> Iterator[tuple[int, int, str, int]]:
    """Message, number, numpy's type and place of each field of one or four bytes."""
    shapes: dict[int, tuple[int, int, list[tuple[int, str, int]]]] = {}
    at, end = data[0], data[0] + int.from_bytes(data[4:8], "little")
    while at < end:
        head = data[at]
        if head & COMPRESSED_TIME or not head & DEFINITION:
            message, size, fields = shapes[head >> 5 & 3 if head & COMPRESSED_TIME else head & 15]
            yield from ((message, number, type_, at + 1 + place) for number, type_, place in fields)
            at += 1 + size
            continue
        order = "<>"[data[at + 2]]
        message = int.from_bytes(data[at + 3 : at + 5], "little" if order == "<" else "big")
        size, fields, past = 0, [], at + 6 + 3 * data[at + 5]
        for number, width in zip(data[at + 6 : past : 3], data[at + 7 : past : 3], strict=True):
            if width in (1, 4):
                fields.append((number, f"{order}u{width}", size))
            size += width
        if head & DEVELOPER_DATA:
            own = data[past]
            size += sum(data[past + 2 : past + 1 + 3 * own : 3])
            past += 1 + 3 * own
        shapes[head & 15] = message, size, fields
        at = past
