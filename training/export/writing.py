"""Rows as JSON, one a line, and as CSV, with nothing in it that a spreadsheet would run as a formula."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from typing import Any

from training.export import FORMAT, VERSION
from training.export.columns import Table
from training.export.tables import TABLES

# A cell of text that begins with one of these is a formula to a spreadsheet.
FORMULAS = ("=", "+", "-", "@", "\t", "\r")

type Values = Sequence[Any]
"""A row's values in the order of its columns, as JSON holds them."""


def json_begins() -> str:
    return f'{{"format": "{FORMAT}", "version": {VERSION}, "tables": {{\n'


def json_table(table: Table, rows: Iterator[Values]) -> Iterator[tuple[str, Values]]:
    """Each row as a line of data.json, beside its values; the first and last line frame the table and have none."""
    yield f'"{table.name}": [\n', ()
    before = ""
    names = [column.name for column in table.columns]
    for values in rows:
        yield f"{before}{as_json(dict(zip(names, values, strict=True)))}", values
        before = ",\n"
    yield ("\n]" if before else "]") + (",\n" if table is not TABLES[-1] else "\n"), ()


def json_ends() -> str:
    return "}}\n"


def as_json(value: Any) -> str:
    """The same text for the same value, whatever order a database keeps its names in."""
    # Names of columns keep their order; those within a value are sorted by `sorted_names`.
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def sorted_names(value: Any) -> Any:
    """A value of a JSON column with its names in order: some databases keep them, others do not."""
    if isinstance(value, dict):
        return {name: sorted_names(value[name]) for name in sorted(value)}
    return [sorted_names(one) for one in value] if isinstance(value, list) else value


def csv_header(table: Table) -> str:
    return _line([column.name for column in table.columns])


def csv_row(values: Values) -> str:
    """A row of RFC 4180; null is an empty cell, lists and objects are JSON."""
    return _line([cell(value) for value in values])


def cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULAS) else value
    return as_json(value)


def _line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
