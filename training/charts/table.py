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
