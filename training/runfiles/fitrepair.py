"""Makes of a damaged FIT file one that a strict decoder takes: whole messages under checksums that are right.

fitfast, which is strict, then reads in a blink what fitdecode, which is not, reads in seconds.
"""

from dataclasses import dataclass

from training.runfiles.fitframes import COMPRESSED_TIME, DEFINITION, past_definition
from training.runfiles.fitseal import checksum, sealed


@dataclass(frozen=True, slots=True)
class Repaired:
    """What can be decoded, and what had been wrong with the file: its checksum, or its end."""

    data: bytes
    checksum_right: bool
    finished: bool


def repair(data: bytes) -> Repaired:
    """All up to the first message that is not whole; of a chain of files those up to there."""
    parts: list[bytes] = []
    at, checksum_right, finished = 0, True, True
    while finished and data[at + 8 : at + 12] == b".FIT":
        begin = at + data[at]
        end = begin + int.from_bytes(data[at + 4 : at + 8], "little")
        body = data[begin : _past_whole_messages(data, begin, min(end, len(data)))]
        own = checksum(body)
        whole = len(body) == end - begin
        if end + 2 <= len(data):
            # The sum over a header with its own sum behind it is 0, and counts for nothing in that of the file.
            right = own if whole and not checksum(data[at:begin]) else checksum(data[at:end])
            checksum_right &= int.from_bytes(data[end : end + 2], "little") == right
        finished = whole and end + 2 <= len(data)
        parts.append(sealed(body, own))
        at = end + 2
    return Repaired(b"".join(parts), checksum_right, finished and at == len(data))


def _past_whole_messages(data: bytes, at: int, end: int) -> int:
    """Where the first message begins that is not whole, or `end`."""
    # By local type: how many bytes and fields a message has.
    shapes: dict[int, tuple[int, int]] = {}
    whole = at
    try:
        while at < end:
            head = data[at]
            if head & COMPRESSED_TIME or not head & DEFINITION:
                at += 1 + shapes[head >> 5 & 3 if head & COMPRESSED_TIME else head & 15][0]
            else:
                at = past_definition(data, at, shapes)
            if at <= end:
                whole = at
    except (IndexError, KeyError):
        pass
    return whole
