"""Walks over the frames of a FIT file without decoding them, to learn how much a decoder would make of it."""

from dataclasses import dataclass
from functools import cache

DEFINITION, DEVELOPER_DATA, COMPRESSED_TIME = 0x40, 0x20, 0x80
# Bytes between two looks at the limits.
PIECE = 16_384


@dataclass(slots=True)
class Weight:
    """How many definitions and messages a file holds, and how many fields a decoder would make of the messages."""

    frames: int = 0
    fields: int = 0


def weigh(data: bytes, most: Weight) -> Weight:
    """The weight of a file, counted no further than a piece beyond `most`.

    Stops where the frames make no sense: a decoder stops there too.
    """
    weight = Weight()
    at = 0
    try:
        while weight.frames <= most.frames and data[at + 8 : at + 12] == b".FIT":
            end = at + data[at] + int.from_bytes(data[at + 4 : at + 8], "little")
            at = _past_messages(data, at + data[at], end, weight, most) + 2
    except (IndexError, KeyError):
        pass
    return weight


def _past_messages(data: bytes, at: int, end: int, weight: Weight, most: Weight) -> int:
    """Where the messages between two places end; adds them to `weight`."""
    # By local type: how many bytes and fields a message has; and by the byte that a message begins with.
    shapes: dict[int, tuple[int, int]] = {}
    steps, widths = [0] * 256, [0] * 256
    there = min(end, len(data))
    while at < there and weight.frames <= most.frames and weight.fields <= most.fields:
        frames = fields = 0
        # Nothing but this in the loop: it runs for every message of every file.
        stop = min(at + PIECE, there)
        while at < stop and (step := steps[head := data[at]]):
            at += step
            frames += 1
            fields += widths[head]
        weight.frames += frames
        weight.fields += fields
        if at < stop:
            if head & COMPRESSED_TIME or not head & DEFINITION:
                raise KeyError(head)
            weight.frames += 1
            at = past_definition(data, at, shapes)
            local = head & 15
            size, width = shapes[local]
            for begin in beginnings(local):
                steps[begin], widths[begin] = 1 + size, width
    if there <= at < end:
        raise IndexError(at)
    return max(at, end)


@cache
def beginnings(local: int) -> tuple[int, ...]:
    """The bytes that a message of a local type can begin with."""
    compressed = range(COMPRESSED_TIME | local << 5, (COMPRESSED_TIME | local << 5) + 32) if local < 4 else ()
    return *(local | reserved for reserved in (0, 16, 32, 48)), *compressed


def past_definition(data: bytes, at: int, shapes: dict[int, tuple[int, int]]) -> int:
    """Where a definition ends; remembers the shape of the messages that it defines."""
    head, fields = data[at], data[at + 5]
    past = at + 6 + 3 * fields
    size = sum(data[at + 7 : past : 3])
    if head & DEVELOPER_DATA:
        developer_fields = data[past]
        size += sum(data[past + 2 : past + 1 + 3 * developer_fields : 3])
        past += 1 + 3 * developer_fields
        fields += developer_fields
    shapes[head & 15] = size, fields
    return past
