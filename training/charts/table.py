"""Tables of sets, beside a chart and by themselves; as text, since a template would take longest of all for them."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple


class PointRow(NamedTuple):
    """A value with its link; `mark` and `note` stand behind it, `number` in a column of its own where there is one."""

    name: str
    href: str
    value: str
    note: str
    mark: str = ""
    """What is worth a mark: that it is a record."""
    number: str = ""


def points_table(headings: Sequence[str], rows: Iterable[PointRow]) -> str:
    """A <table> with a row for each. Two headings, or a third one of the numbers; a missing number is a dash.

    Raises ValueError for another number of headings.
    """
    if len(headings) not in (2, 3):
        raise ValueError(f"a table of points has two or three columns, not {len(headings)}")
    numbers = len(headings) == 3
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings[:2])
    if numbers:
        head += f'<th scope="col" class="number">{escape(headings[2])}</th>'
    body = []
    for name, href, value, note, mark, number in rows:
        marked = f' <span class="new-record">{escape(mark)}</span>' if mark else ""
        last = f'<td class="number">{escape(number) or "–"}</td>' if numbers else ""
        body.append(
            f'<tr><th scope="row"><a href="{escape(href)}">{escape(name)}</a></th>'
            f'<td>{escape(value)}{marked} <span class="muted small">{escape(note)}</span></td>{last}</tr>'
        )
    return f'<table class="plain-table sets-table"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'


def records_table(headings: Sequence[str], groups: Iterable[tuple[str, Iterable[PointRow]]]) -> str:
    """A <table> of records in named groups: what it is, the set, and the day with its link. Its head is not seen.

    In a row `name` is the day, `note` what kind of record it is.
    """
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    bodies = []
    for title, rows in groups:
        lines = [f'<tr><th scope="rowgroup" colspan="{len(headings)}" class="rung-head">{escape(title)}</th></tr>']
        for name, href, value, note, mark, _number in rows:
            marked = f' <span class="new-record">{escape(mark)}</span>' if mark else ""
            lines.append(
                f'<tr><th scope="row">{escape(note)}</th><td><span class="display">{escape(value)}</span>{marked}</td>'
                f'<td class="number"><a href="{escape(href)}">{escape(name)}</a></td></tr>'
            )
        bodies.append(f"<tbody>{''.join(lines)}</tbody>")
    return (
        f'<table class="plain-table records-table"><thead class="visually-hidden"><tr>{head}</tr></thead>'
        f"{''.join(bodies)}</table>"
    )
