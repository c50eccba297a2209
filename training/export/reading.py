"""data.json read back row by row. Nothing in it is trusted: every value is held against its column's description."""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from training.export import FORMAT, VERSION
from training.export.columns import Row, Table, WrongValue
from training.export.errors import (
    ExportDamaged,
    ExportNewer,
    ExportTooLarge,
    ExportTwice,
    ExportUnknown,
    ExportUnruly,
    ExportWrong,
)
from training.export.json_pieces import JsonPieces
from training.export.tables import BY_NAME, TABLES

NAME = "data.json"
HEAD = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*"format"\s*:\s*"' + FORMAT.encode() + rb'"')
# Ten years of a run most days and two or three sessions a week are 20,000.
MOST_ROWS = 500_000


def looks_like_export(head: bytes) -> bool:
    """Whether a file that begins so is a data.json of ours."""
    return HEAD.match(head) is not None


@dataclass(frozen=True, slots=True)
class Summary:
    """How many rows each table holds, and what of the guides they name: movements with variations, and equipment."""

    rows: Mapping[str, int]
    variations: frozenset[tuple[str, str]]
    equipment: frozenset[str]


def summary(pieces: Iterator[bytes]) -> Summary:
    """What an export holds, all of it checked. Raises as `rows` does."""
    count, variations, equipment = Counter[str](), set[tuple[str, str]](), set[str]()
    for table, row in rows(pieces):
        count[table.name] += 1
        equipment.update(row.get("equipment", ()))
        if row.get("variation") is not None:
            variations.add((row["movement"], row["variation"]))
    return Summary(dict(count), frozenset(variations), frozenset(equipment))


def rows(pieces: Iterator[bytes]) -> Iterator[tuple[Table, Row]]:
    """Every row with its table, values as Python holds them, in the order of the description.

    Raises UnreadableFile with a sentence at the first row that is not what it should be: then none of them counts.
    """
    json = JsonPieces(pieces)
    version, known = None, _Known()
    for name in json.names():
        if name == "format":
            if json.value() != FORMAT:
                raise ExportDamaged
        elif name == "version":
            version = _version(json.value())
        elif name == "tables" and version is not None:
            yield from _tables(json, version, known)
        else:
            raise ExportDamaged
    if json.peek() or not known.tables_read:
        raise ExportDamaged


def _version(found: Any) -> int:
    if type(found) is not int or found < 1:
        raise ExportDamaged
    if found > VERSION:
        raise ExportNewer(version=found, known=VERSION)
    return found


class _Known:
    """What was read so far, to know rows again: keys that can be referred to, and what no two rows have in common."""

    def __init__(self) -> None:
        self.keys: dict[str, set[Hashable]] = {}
        self.rows = 0
        self.tables_read = False


def _tables(json: JsonPieces, version: int, known: _Known) -> Iterator[tuple[Table, Row]]:
    order = [table.name for table in TABLES]
    before = -1
    for name in json.names():
        if name not in BY_NAME or order.index(name) <= before:
            raise ExportDamaged
        before = order.index(name)
        for row in _rows(json, BY_NAME[name], version, known):
            yield BY_NAME[name], row
    known.tables_read = True


def _rows(json: JsonPieces, table: Table, version: int, known: _Known) -> Iterator[Row]:
    taken: list[set[Hashable]] = [set() for _ in table.unique]
    keys = known.keys.setdefault(table.name, set())
    for number, found in enumerate(json.items(), start=1):
        known.rows += 1
        if known.rows > MOST_ROWS:
            raise ExportTooLarge
        row = _row(found, table, number, version)
        for column in table.references:
            if row[column.name] is not None and row[column.name] not in known.keys.get(column.other, ()):
                raise ExportWrong(table=table.name, row=number, column=column.name, expected=column.words)
        for rule in table.rules:
            if not rule.holds(row):
                raise ExportUnruly(table=table.name, row=number, rule=rule.words)
        for values, unique in zip(taken, table.unique, strict=True):
            value = unique(row)
            if value is not None and value in values:
                raise ExportTwice(table=table.name, row=number)
            values.add(value)
        if (table.one_row and number > 1) or (table.key and row[table.key.name] in keys):
            raise ExportTwice(table=table.name, row=number)
        if table.key:
            keys.add(row[table.key.name])
        yield row


def _row(found: Any, table: Table, number: int, version: int) -> Row:
    if not isinstance(found, dict):
        raise ExportDamaged
    if unknown := sorted(found.keys() - table.by_name.keys()):
        raise ExportUnknown(table=table.name, name=unknown[0][:40])
    row = {}
    for column in table.columns:
        value = found.get(column.name, column.default if version < column.since else ...)
        try:
            row[column.name] = column.read(value)
        except WrongValue as error:
            raise ExportWrong(table=table.name, row=number, column=column.name, expected=column.words) from error
    return row
