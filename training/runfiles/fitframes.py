"""Walks over the frames of a FIT file without decoding them, to learn how much a decoder would make of it."""

DEFINITION, DEVELOPER_DATA, COMPRESSED_TIME = 0x40, 0x20, 0x80


def frame_count(data: bytes, limit: int) -> int:
    """How many definitions and messages the file holds, counting no further than just beyond `limit`.

    Stops where the frames make no sense: a decoder stops there too.
    """
    count = at = 0
    try:
        while count <= limit and data[at + 8 : at + 12] == b".FIT":
            end = at + data[at] + int.from_bytes(data[at + 4 : at + 8], "little")
            at += data[at]
            sizes: dict[int, int] = {}
            while at < end and count <= limit:
                at = _past_frame(data, at, sizes)
                count += 1
            at = end + 2
    except (IndexError, KeyError):
        pass
    return count


def _past_frame(data: bytes, at: int, sizes: dict[int, int]) -> int:
    """Where the next frame begins; remembers in `sizes` how long the data of each local type is."""
    head = data[at]
    if head & COMPRESSED_TIME:
        return at + 1 + sizes[head >> 5 & 3]
    if not head & DEFINITION:
        return at + 1 + sizes[head & 15]
    fields = data[at + 5]
    past = at + 6 + 3 * fields
    size = sum(data[at + 7 : past : 3])
    if head & DEVELOPER_DATA:
        developer_fields = data[past]
        size += sum(data[past + 2 : past + 1 + 3 * developer_fields : 3])
        past += 1 + 3 * developer_fields
    sizes[head & 15] = size
    return past
