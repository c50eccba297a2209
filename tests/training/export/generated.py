"""Accounts as nobody would write them, made from the description: whatever a column takes, in every table."""

from collections.abc import Hashable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from training.export.columns import (
    FIRST_DAY,
    LAST_DAY,
    Choice,
    Column,
    Day,
    Facts,
    Flag,
    Kind,
    Listed,
    Moment,
    Number,
    Numbered,
    Record,
    Reference,
    Table,
    Text,
    Whole,
    Zone,
)
from training.export.reasons import Dated, DayText, KeptReason, RunsOfBasis
from training.export.tables import TABLES

DAYS = st.dates(FIRST_DAY, LAST_DAY)
DAY_TEXTS = DAYS.map(lambda day: day.isoformat())
MOMENTS = st.datetimes(
    min_value=Moment().read("1900-01-02T00:00:00Z").replace(tzinfo=None),
    max_value=Moment().read("9998-12-30T00:00:00Z").replace(tzinfo=None),
).map(lambda moment: f"{moment.isoformat()}Z")
WORD = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
# PostgreSQL's JSON has no -0.0.
DECIMALS = st.floats(-1e12, 1e12).map(lambda number: number + 0.0)
PLAIN = st.none() | st.booleans() | st.integers(-(2**53), 2**53) | DECIMALS | WORD
FACTS = st.dictionaries(WORD, PLAIN | st.lists(PLAIN, max_size=2), max_size=3)
REASONS = st.fixed_dictionaries(
    {"rule": st.just("of-another-version"), "facts": FACTS, "evidence": st.lists(WORD, max_size=1)}
)


def values(kind: Kind) -> SearchStrategy[Any]:
    """What the kind takes, as JSON holds it."""
    match kind:
        case Choice():
            return st.sampled_from(kind.codes)
        case Text():
            return WORD.map(lambda text: text[: kind.most])
        case Zone():
            return st.sampled_from(["UTC", "Europe/Berlin", "Pacific/Kiritimati", "Etc/GMT+12"])
        case Whole():
            return st.integers(kind.low, kind.high)
        case Number():
            return st.floats(kind.low, kind.high, exclude_min=kind.above, allow_subnormal=False)
        case Flag():
            return st.booleans()
        case Day() | DayText():
            return (
                DAY_TEXTS if not isinstance(kind, Dated) else st.builds(lambda day, word: day + word, DAY_TEXTS, WORD)
            )
        case Moment():
            return MOMENTS
        case Listed():
            inner = values(kind.kind) | st.none() if kind.nulls else values(kind.kind)
            return st.lists(inner, min_size=kind.length or 0, max_size=kind.length or 2)
        case Record():
            optional = {name: values(one) for name, one in kind.names.items() if name in kind.optional}
            whole = st.fixed_dictionaries(
                {name: values(one) for name, one in kind.names.items() if name not in kind.optional}, optional=optional
            )
            return whole | st.just({}) if kind.empty else whole
        case Facts():
            return FACTS
        case KeptReason():
            return REASONS
        case RunsOfBasis():
            return st.just({})
    raise TypeError(kind)


@st.composite
def accounts(draw: DrawFn, variations: list[tuple[str, str]], equipment: list[str]) -> dict[str, list[dict[str, Any]]]:
    """The tables of a data.json, up to three rows each."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for table in TABLES:
        low, high = (1, 1) if table.name == "settings" else (0, 1 if table.one_row else 3)
        rows: list[dict[str, Any]] = []
        taken: set[tuple[int, Hashable]] = set()
        for number in range(1, 1 + draw(st.integers(low, high))):
            row = {column.name: draw(_column(table, column, number, tables, equipment)) for column in table.columns}
            if "variation" in row:
                named = draw(st.sampled_from(variations))
                row["movement"], row["variation"] = (None, None) if row["movement"] is None else named
            if any(row[column.name] is ... for column in table.columns):
                continue
            _mend(table, row)
            read = {column.name: column.read(row[column.name]) for column in table.columns}
            keys = {(place, of(read)) for place, of in enumerate(table.unique) if of(read) is not None}
            if all(rule.holds(read) for rule in table.rules) and not keys & taken:
                taken |= keys
                rows.append(row)
        for number, row in enumerate(rows, start=1):
            row.update({column.name: number for column in table.columns if isinstance(column.kind, Numbered)})
        tables[table.name] = rows
    return tables


def _column(
    table: Table, column: Column, number: int, tables: dict[str, list[dict[str, Any]]], equipment: list[str]
) -> SearchStrategy[Any]:
    """`...` for a reference to a row that there is not."""
    if isinstance(column.kind, Numbered):
        return st.just(number)
    if isinstance(column.kind, Reference):
        other = next(one for one in TABLES if one.name == column.kind.table)
        assert other.key is not None
        keys = [row[other.key.name] for row in tables[other.name]]
        return st.sampled_from([*keys, *([None] if column.null else [])] or [...])
    if column.name == "equipment":
        return st.lists(st.sampled_from(equipment), unique=True, max_size=2).map(sorted)
    if table.name == "sessions" and column.name == "key":
        return st.uuids().map(str)
    return st.none() | values(column.kind) if column.null else values(column.kind)


def _mend(table: Table, row: dict[str, Any]) -> None:
    """Columns that depend on each other, so that most rows are right."""
    if table.name == "settings":
        row["week_starts_on"] = 6 * (row["week_starts_on"] % 2)
    if table.name == "runs":
        row["day"] = row["started_at_utc"][:10]
    if table.name == "sets":
        row["reps"] = None if row["duration_s"] is not None else 12
