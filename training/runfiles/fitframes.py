"""Walks over the frames of a FIT file without decoding them, to learn how much a decoder would make of it.

What tells of the activity as a whole is taken out on the way, as a small file of its own: a decoder that makes objects
of these messages alone is done in a quarter of the time.
"""

from dataclasses import dataclass, field
from functools import cache

from training.runfiles.fitseal import sealed

DEFINITION, DEVELOPER_DATA, COMPRESSED_TIME = 0x40, 0x20, 0x80
# Bytes between two looks at the limits.
PIECE = 16_384

RECORD, FIELD_DESCRIPTION = 20, 206
# file_id, session, activity, developer_data_id, set and exercise_title: FIT's numbers of what is taken out.
TAKEN_OUT = frozenset({0, 18, 34, FIELD_DESCRIPTION, 207, 225, 264})
# Sealing it is slow; a session takes some 200 bytes, a set 50.
MOST_TAKEN_OUT = 50_000


@dataclass(slots=True)
class Weight:
    """How many definitions and messages a file holds, and how many fields a decoder would make of the messages."""

    frames: int = 0
    fields: int = 0

    def exceeds(self, most: "Weight") -> bool:
        return self.frames > most.frames or self.fields > most.fields


@dataclass(slots=True)
class Digest:
    """The weight of a file, and what of it is not about a single moment.

    `summary` is a FIT file again; it counts only where `complete`. `columns` is how many fields a record has at most,
    over all records and whatever developers call theirs.
    """

    weight: Weight = field(default_factory=Weight)
    summary: bytes = b""
    complete: bool = True
    record_fields: set[int | tuple[int, int]] = field(default_factory=set)
    descriptions: int = 0
    taken_out: list[bytes] = field(default_factory=list)
    bytes_taken_out: int = 0

    @property
    def columns(self) -> int:
        return len(self.record_fields) + self.descriptions

    def take_out(self, message: int, frame: bytes) -> None:
        self.descriptions += message == FIELD_DESCRIPTION
        self.bytes_taken_out += len(frame)
        if self.bytes_taken_out > MOST_TAKEN_OUT:
            self.complete = False
        else:
            self.taken_out.append(frame)

    def seal(self) -> None:
        """The end of a file, behind which another may follow."""
        if self.taken_out:
            self.summary += sealed(b"".join(self.taken_out))
            self.taken_out = []


def digest(data: bytes, most: Weight) -> Digest:
    """The weight of a file, counted no further than a piece beyond `most`, and what is taken out of it.

    Stops where the frames make no sense: a decoder stops there too.
    """
    found = Digest()
    at = 0
    try:
        while found.weight.frames <= most.frames and data[at + 8 : at + 12] == b".FIT":
            end = at + data[at] + int.from_bytes(data[at + 4 : at + 8], "little")
            at = _past_messages(data, at + data[at], end, found, most) + 2
            found.seal()
    except (IndexError, KeyError):
        pass
    found.complete &= at == len(data)
    return found


def _past_messages(data: bytes, at: int, end: int, found: Digest, most: Weight) -> int:
    """Where the messages between two places end; adds them to `found`."""
    # By local type: how many bytes and fields a message has; and by the byte that a message begins with.
    shapes: dict[int, tuple[int, int]] = {}
    steps, widths = [0] * 256, [0] * 256
    # By the byte that they begin with, the numbers of messages that are taken out, in whose steps the loop ends.
    taken_out: dict[int, int] = {}
    there, weight = min(end, len(data)), found.weight
    while at < there and not weight.exceeds(most):
        frames = fields = 0
        # Nothing but this in the loop: it runs for every message of every file.
        stop = min(at + PIECE, there)
        while at < stop and (step := steps[head := data[at]]):
            at += step
            frames += 1
            fields += widths[head]
        weight.frames += frames
        weight.fields += fields
        if at >= stop:
            continue
        weight.frames += 1
        if head in taken_out:
            size, width = shapes[head >> 5 & 3 if head & COMPRESSED_TIME else head & 15]
            weight.fields += width
            # Its time would count from that of a message that is not taken out.
            found.complete &= not head & COMPRESSED_TIME
            found.take_out(taken_out[head], data[at : at + 1 + size])
            at += 1 + size
            continue
        if head & COMPRESSED_TIME or not head & DEFINITION:
            raise KeyError(head)
        begin, message = at, int.from_bytes(data[at + 3 : at + 5], "big" if data[at + 2] else "little")
        at = past_definition(data, begin, shapes)
        local = head & 15
        size, width = shapes[local]
        is_taken_out = message in TAKEN_OUT
        for first in beginnings(local):
            steps[first], widths[first] = 0 if is_taken_out else 1 + size, width
            taken_out.pop(first, None)
            if is_taken_out:
                taken_out[first] = message
        if is_taken_out:
            found.take_out(-1, data[begin:at])
        elif message == RECORD:
            found.record_fields.update(_fields(data, begin))
    if there <= at < end:
        raise IndexError(at)
    return max(at, end)


def _fields(data: bytes, at: int) -> set[int | tuple[int, int]]:
    """Which fields a definition has: their numbers, and of a developer's the one of its developer too."""
    past = at + 6 + 3 * data[at + 5]
    found: set[int | tuple[int, int]] = set(data[at + 6 : past : 3])
    if data[at] & DEVELOPER_DATA:
        behind = past + 1 + 3 * data[past]
        found.update(zip(data[past + 3 : behind : 3], data[past + 1 : behind : 3], strict=False))
    return found


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
