"""What stands around the messages of a FIT file: its header, and its checksum."""

import struct

# FIT's version 2.0, and of its profile any: a decoder's own is newer.
PROTOCOL, PROFILE = 0x20, 2140


def _sum_of_byte(byte: int) -> int:
    for _ in range(8):
        byte = byte >> 1 ^ 0xA001 if byte & 1 else byte >> 1
    return byte


SUMS = [_sum_of_byte(byte) for byte in range(256)]


def checksum(data: bytes) -> int:
    """FIT's sum of 16 bits."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ SUMS[crc & 0xFF ^ byte]
    return crc


def sealed(body: bytes, sum_of_body: int | None = None) -> bytes:
    """A file of these messages; their checksum is worked out where it is not given."""
    # A header whose own sum is 0 has none: fitfast leaves it out of that of the file.
    header = struct.pack("<BBHI4sH", 14, PROTOCOL, PROFILE, len(body), b".FIT", 0)
    own = checksum(body) if sum_of_body is None else sum_of_body
    return header + body + own.to_bytes(2, "little")
