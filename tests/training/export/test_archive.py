"""The zip is whole, and nothing of it is held."""

import io
import tracemalloc
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

from training.export.archive import PIECE, tables, zipped
from training.export.strength import CUSTOM_MOVEMENTS

MADE = datetime(2026, 3, 9, 17, 5, 30, tzinfo=UTC)


def test_it_is_a_zip_that_is_read_without_going_back() -> None:
    data = b"".join(zipped([("a.txt", [b"a", b"b"]), ("b/c.txt", [])], MADE))
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        assert found.testzip() is None
        assert {name: found.read(name) for name in found.namelist()} == {"a.txt": b"ab", "b/c.txt": b""}
        assert found.getinfo("a.txt").date_time == (2026, 3, 9, 17, 5, 30)


def test_it_is_sent_while_it_is_made() -> None:
    asked = list[int]()

    def noise() -> Iterator[bytes]:
        for number in range(200):
            asked.append(number)
            yield Random(number).randbytes(PIECE)

    sent = zipped([("noise", noise())], MADE)
    next(sent)
    assert len(asked) < 5


def test_memory_does_not_grow_with_the_rows() -> None:
    def peak(rows: int) -> int:
        random = Random(1)
        tracemalloc.start()
        for _ in zipped(tables([(CUSTOM_MOVEMENTS, ([random.randbytes(50).hex()] for _ in range(rows)))]), MADE):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(10_000) < 1.5 * peak(1_000)
