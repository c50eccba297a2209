"""data.json read back: as a whole, or not at all."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from training.export import reading
from training.export.errors import (
    ExportDamaged,
    ExportNewer,
    ExportTooLarge,
    ExportTwice,
    ExportUnknown,
    ExportUnruly,
    ExportWrong,
)
from training.export.reading import looks_like_export, rows, summary
from training.unreadable import UnreadableFile

RACE = {
    "day": "2026-03-08",
    "name": "10 km",
    "distance_m": 10_000,
    "priority": "A",
    "goal": "",
    "plan": None,
    "uid": "",
}
WEEKLY = {"weekday": 6, "kind": "long", "distance_m": None, "duration_min": 90, "with_faster_parts": False}
WEEKLY |= {"first_day": "2026-03-01", "last_day": None}
TITLE: dict[str, Any] = {"title": "Squat (Barbell)", "key": "squat", "movement": "squat", "variation": "back-squat"}
TITLE |= {"loads_of_one_hand": False}


def export(**tables: Any) -> dict[str, Any]:
    return {"format": "sets-and-strides", "version": 1, "tables": tables}


def read(data: Any) -> list[tuple[str, dict[str, Any]]]:
    return [(table.name, dict(row)) for table, row in rows(pieces(data))]


def pieces(data: Any) -> Iterator[bytes]:
    return iter([data if isinstance(data, bytes) else json.dumps(data).encode()])


def test_rows_come_with_their_tables_as_python_holds_them() -> None:
    (name, race), (title, _) = read(export(races=[RACE], movement_titles=[TITLE]))
    assert (name, title) == ("races", "movement_titles")
    assert (race["day"].isoformat(), race["distance_m"], race["plan"]) == ("2026-03-08", 10_000.0, None)


def test_it_says_what_there_is_and_what_of_the_guides_it_names() -> None:
    found = summary(
        pieces(export(races=[RACE], movement_titles=[TITLE, TITLE | {"key": "x", "movement": None, "variation": None}]))
    )
    assert found.rows == {"races": 1, "movement_titles": 2}
    assert found.variations == {("squat", "back-squat")}


def test_tables_may_be_missing_and_white_space_does_not_matter() -> None:
    assert read(export()) == []
    assert read(json.dumps(export(races=[RACE]), indent=4).encode()) == read(export(races=[RACE]))
    assert read(b"\xef\xbb\xbf" + json.dumps(export(races=[RACE])).encode()) == read(export(races=[RACE]))


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param([], ExportDamaged, id="a list"),
        pytest.param({}, ExportDamaged, id="an empty object"),
        pytest.param({"format": "sets-and-strides", "version": 1}, ExportDamaged, id="no tables"),
        pytest.param({"format": "sets-and-strides", "tables": {}}, ExportDamaged, id="no version"),
        pytest.param(export() | {"format": "other"}, ExportDamaged, id="another format"),
        pytest.param(export() | {"version": "1"}, ExportDamaged, id="a text for a version"),
        pytest.param(export() | {"version": 2}, ExportNewer, id="a later version"),
        pytest.param(export() | {"more": 1}, ExportDamaged, id="more than tables"),
        pytest.param(export(laps=[]), ExportDamaged, id="an unknown table"),
        pytest.param(export(movement_titles=[], races=[]), ExportDamaged, id="tables in another order"),
        pytest.param(export(races={}), ExportDamaged, id="an object for a table"),
        pytest.param(export(races=[[]]), ExportDamaged, id="a list for a row"),
        pytest.param(export(races=[RACE | {"pace": 5}]), ExportUnknown, id="an unknown column"),
        pytest.param(export(races=[{"day": "2026-03-08"}]), ExportWrong, id="missing columns"),
        pytest.param(export(races=[RACE | {"priority": "D"}]), ExportWrong, id="a wrong value"),
        pytest.param(export(races=[RACE | {"plan": 1}]), ExportWrong, id="a reference to nothing"),
        pytest.param(export(races=[RACE, RACE]), ExportTwice, id="two races on a day"),
        pytest.param(
            export(weekly_runs=[WEEKLY | {"last_day": "2026-02-01"}]), ExportUnruly, id="an end before the start"
        ),
        pytest.param(export(movement_titles=[TITLE | {"movement": None}]), ExportUnruly, id="half a variation"),
        pytest.param(json.dumps(export(races=[RACE])).encode()[:-3], ExportDamaged, id="cut off"),
        pytest.param(json.dumps(export()).encode() + b"{}", ExportDamaged, id="more behind it"),
        pytest.param(b"", ExportDamaged, id="empty"),
    ],
)
def test_anything_else_is_refused(data: Any, error: type[UnreadableFile]) -> None:
    with pytest.raises(error):
        read(data)


def test_the_sentence_names_the_place() -> None:
    with pytest.raises(ExportWrong) as caught:
        read(export(races=[RACE, RACE | {"day": "soon"}]))
    assert caught.value.sentence == "In row 2 of the table races, day should be a day, such as 2026-03-09."


def test_more_rows_than_a_life_holds_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_ROWS", 1)
    with pytest.raises(ExportTooLarge):
        read(export(movement_titles=[TITLE, TITLE | {"key": "other"}]))


@pytest.mark.parametrize(
    "written", [json.dumps, lambda data: json.dumps(data, indent=1), lambda data: f"\ufeff\n{json.dumps(data)}"]
)
def test_it_is_known_by_its_beginning(written: Callable[[Any], str]) -> None:
    assert looks_like_export(written(export()).encode())
    assert not looks_like_export(written({"format": "other"}).encode())
