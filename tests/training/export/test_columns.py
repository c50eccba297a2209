"""What a column takes, and what it refuses."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from training.export.columns import (
    Choice,
    Column,
    Day,
    Facts,
    Flag,
    Kind,
    Listed,
    Moment,
    Number,
    Record,
    Reference,
    Text,
    Whole,
    WrongValue,
    Zone,
)

SETS = Listed(Record({"reps": Whole(), "kg": Number(0, 1000)}, optional=frozenset({"kg"})), most=3)


@pytest.mark.parametrize(
    ("kind", "value", "read"),
    [
        pytest.param(Text(3), "äöü", "äöü", id="text"),
        pytest.param(Zone(), "Europe/Berlin", "Europe/Berlin", id="zone"),
        pytest.param(Choice("", "km"), "", "", id="choice of nothing"),
        pytest.param(Whole(1, 3), 3, 3, id="the highest number"),
        pytest.param(Number(0, 1000), 20, 20.0, id="a whole number for a number"),
        pytest.param(Flag(), False, False, id="flag"),
        pytest.param(Day(), "2026-03-09", date(2026, 3, 9), id="day"),
        pytest.param(
            Moment(), "2026-03-09T17:05:00.5Z", datetime(2026, 3, 9, 17, 5, 0, 500_000, tzinfo=UTC), id="moment"
        ),
        pytest.param(Moment(), "2026-03-09T18:05:00+01:00", datetime(2026, 3, 9, 17, 5, tzinfo=UTC), id="with offset"),
        pytest.param(SETS, [{"reps": 12}, {"reps": 8, "kg": None}], [{"reps": 12}, {"reps": 8, "kg": None}], id="list"),
        pytest.param(Record({"a": Flag()}), {"a": True, "b": [1]}, {"a": True, "b": [1]}, id="more than is known"),
        pytest.param(Listed(Whole(), length=2, nulls=True), [None, 3], [None, 3], id="nulls in a list"),
        pytest.param(Record({"a": Flag()}, empty=True), {}, {}, id="an empty object"),
        pytest.param(Facts(), {"a": [1, "b", {"c": None}]}, {"a": [1, "b", {"c": None}]}, id="facts"),
        pytest.param(Reference("imports"), 3, 3, id="reference"),
    ],
)
def test_it_takes(kind: Kind, value: Any, read: Any) -> None:
    assert kind.read(value) == read
    assert type(kind.read(value)) is type(read)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        pytest.param(Text(3), "four", id="a longer text"),
        pytest.param(Text(3), 3, id="a number for text"),
        pytest.param(Text(9), "a\0b", id="a zero byte"),
        pytest.param(Text(9), "\ud83c", id="half a letter"),
        pytest.param(Zone(), "../etc/passwd", id="a path for a zone"),
        pytest.param(Zone(), ["Europe/Berlin"], id="a list for a zone"),
        pytest.param(Choice("km"), "mi", id="another choice"),
        pytest.param(Choice("km"), ["km"], id="a list of choices"),
        pytest.param(Whole(1, 3), 4, id="a number too high"),
        pytest.param(Whole(1, 3), 2.0, id="a number with a point"),
        pytest.param(Whole(0, 1), True, id="a flag for a number"),
        pytest.param(Number(0, above=True), 0, id="the bound itself"),
        pytest.param(Number(), float("nan"), id="not a number"),
        pytest.param(Number(), 10**400, id="beyond all numbers"),
        pytest.param(Number(), "8.2", id="text for a number"),
        pytest.param(Flag(), 1, id="a number for a flag"),
        pytest.param(Day(), "9.3.2026", id="a day of another format"),
        pytest.param(Day(), "0001-01-01", id="a day of no runner"),
        pytest.param(Day(), 20260309, id="a number for a day"),
        pytest.param(Moment(), "2026-03-09T17:05:00", id="a moment without a zone"),
        pytest.param(Moment(), "0001-01-01T00:00:00+14:00", id="a moment before all"),
        pytest.param(Moment(), None, id="no moment"),
        pytest.param(SETS, [{"reps": 12, "speed": "\0"}], id="a zero byte beside what is known"),
        pytest.param(SETS, [{"kg": 20}], id="a name that is missing"),
        pytest.param(SETS, [{"reps": 1}] * 4, id="a list too long"),
        pytest.param(SETS, {"reps": 1}, id="an object for a list"),
        pytest.param(Listed(Whole(), length=2), [1], id="a list too short"),
        pytest.param(Listed(Whole(), length=2), [1, None], id="null in a list"),
        pytest.param(Record({"a": Flag()}), {}, id="an object of nothing"),
        pytest.param(Facts(), {"a": "\0"}, id="a zero byte in facts"),
        pytest.param(Facts(), {"a": 10**30}, id="a huge number in facts"),
        pytest.param(Facts(), {"a": [[[[[[[[[[[[[1]]]]]]]]]]]]]}, id="deep facts"),
        pytest.param(Facts(), [], id="a list for facts"),
        pytest.param(Reference("imports"), None, id="no reference"),
        pytest.param(Reference("imports"), [1], id="a list for a reference"),
    ],
)
def test_it_refuses(kind: Kind, value: Any) -> None:
    with pytest.raises(WrongValue):
        kind.read(value)


def test_null_is_for_columns_that_may_be_null() -> None:
    assert Column("pain", "pain", Whole(0, 10), "", null=True).read(None) is None
    with pytest.raises(WrongValue):
        Column("pain", "pain", Whole(0, 10), "").read(None)


def test_moments_are_written_in_utc_and_days_as_they_are() -> None:
    berlin = timezone(timedelta(hours=1))
    assert Moment().write(datetime(2026, 3, 9, 18, 5, tzinfo=berlin)) == "2026-03-09T17:05:00Z"
    assert Day().write(date(2026, 3, 9)) == "2026-03-09"


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Number(0, above=True), "a number above 0"),
        (Number(0, 1000), "a number from 0 to 1000"),
        (Whole(1, 3), "a whole number from 1 to 3"),
        (Choice("", "km", "mi"), '"" | km | mi'),
        (Listed(Whole(0, 6), length=7, nulls=True), "a list of 7, each a whole number from 0 to 6 or null"),
    ],
)
def test_it_says_what_it_takes(kind: Kind, words: str) -> None:
    assert kind.words == words
