"""JSON in pieces of any size is the same JSON."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.export.errors import ExportDamaged, ExportTooLarge
from training.export.json_pieces import MOST_LETTERS, JsonPieces

TEXT = st.text(st.characters(codec="utf-8"), max_size=5)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def pieces(data: bytes, size: int) -> Iterator[bytes]:
    return (data[at : at + size] for at in range(0, len(data), size))


@given(VALUES, st.integers(1, 20), st.booleans())
def test_it_reads_what_was_written(value: Any, size: int, escaped: bool) -> None:
    whole = {"a": [value, value], "b": value}
    found = JsonPieces(pieces(json.dumps(whole, ensure_ascii=escaped, indent=1).encode(), size))
    read: dict[str, Any] = {}
    for name in found.names():
        read[name] = list(found.items()) if name == "a" else found.value()
    assert found.peek() == ""
    assert json.dumps(read) == json.dumps(whole)


def everything(data: bytes) -> None:
    found = JsonPieces(pieces(data, 7))
    for _ in found.names():
        for _ in found.items():
            pass
    if found.peek():
        raise ExportDamaged


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b'{"a": [1, 2', id="cut off"),
        pytest.param(b'{"a": [1 2]}', id="no comma"),
        pytest.param(b'{"a": [NaN]}', id="not a number"),
        pytest.param(b'{"a": [1]} and more', id="more behind it"),
        pytest.param(b'{"a": ["\xff"]}', id="no UTF-8"),
        pytest.param(b"{1: []}", id="a number for a name"),
        pytest.param(b'{"a": [' + b"[" * 100_000, id="very deep"),
        pytest.param(b'{"a": [' + b"9" * 10_000 + b"]}", id="a number of ten thousand digits"),
    ],
)
def test_what_is_no_json_is_damaged(data: bytes) -> None:
    with pytest.raises(ExportDamaged):
        everything(data)


def test_a_value_without_an_end_is_not_waited_for() -> None:
    endless = (b'{"a": ["' if number == 0 else b"a" * 65_536 for number in range(10_000))
    found = JsonPieces(endless)
    found.take("{")
    assert found.value() == "a"
    found.take(":")
    with pytest.raises(ExportTooLarge):
        list(found.items())


def test_what_is_read_is_let_go() -> None:
    row = b'{"a": "' + b"b" * 1000 + b'"},'
    found = JsonPieces(iter([b"[", *[row] * 5000, b"1]"]))
    assert sum(1 for _ in found.items()) == 5001
    assert len(found._text) < MOST_LETTERS / 100
