"""What an export holds, in words: the same text is README.txt in the archive and docs/export.md."""

from collections.abc import Iterator

from training.export import FORMAT, VERSION
from training.export.columns import Column, Table
from training.export.tables import LEFT_OUT, LEFT_OUT_COLUMNS, TABLES

ABOUT = f"""\
# Everything of a runner: the export

    data.json       all tables below; what this app reads back (format "{FORMAT}", version {VERSION})
    csv/<table>.csv the same rows, a table a file
    calendar.ics    the calendar: strength, runs and plans, eight weeks back and ahead
    fit/            every strength session that is done as a FIT activity, by day
    README.txt      this text

**Units** stand in the names: `_m` metres, `_s` seconds, `_min` minutes, `_kg` kilograms, `_bpm` beats a minute, `_utc`
moments in UTC (ISO 8601). A `day` is a date where the runner was. Numbers have a decimal point, whatever the units of
the pages are.

**data.json** is one object with `format`, `version` and `tables`; each table is a list of objects, one a row, with
all of its columns in the order below. UTF-8.

**CSV** is comma-separated as in RFC 4180, UTF-8, with a line of names. Null is an empty cell; lists and objects are
JSON. Text that begins with `=`, `+`, `-`, `@`, a tab or a carriage return has an apostrophe before it, so that no
spreadsheet takes it for a formula; numbers never have.

**Read back.** Choose the zip, or data.json alone, where runs are imported: after a preview an empty account gets all of
it, settings too, and exports the same rows again. An account with data gets what it does not have and keeps its
settings. The import can be taken back as a whole.

## Tables
"""


def text() -> str:
    """All of it, in Markdown."""
    return "\n".join([ABOUT, *(line for table in TABLES for line in _table(table)), *_left_out()])


def _table(table: Table) -> Iterator[str]:
    yield from (f"### {table.name}", "", table.meaning, "")
    yield from ("| column | holds | meaning |", "|---|---|---|")
    yield from (_column(column) for column in table.columns)
    yield ""
    for rule in table.rules:
        yield f"A row is right only if {rule.words}."
        yield ""


def _column(column: Column) -> str:
    return f"| {column.name} | {column.words.replace('|', 'or')} | {column.meaning} |"


def _left_out() -> Iterator[str]:
    yield from ("## Left out", "")
    yield from ("Of these tables nothing is exported:", "")
    yield from (f"- {name}: {why}." for name, why in LEFT_OUT.items())
    yield from ("", "And of these columns:", "", "| model | columns | because |", "|---|---|---|")
    for model, columns in LEFT_OUT_COLUMNS.items():
        reasons: dict[str, list[str]] = {}
        for column, why in columns.items():
            reasons.setdefault(why, []).append(column)
        yield from (f"| {model} | {', '.join(names)} | {why} |" for why, names in reasons.items())
    yield ""
