"""The table beside a chart, of the same points; as text, since a template takes longer for it than for all the rest."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple


class PointRow(NamedTuple):
    """A point with its link; `note` stands behind the value, `number` in a column of its own where there is one."""

    name: str
    href: str
    value: str
    note: str
    number: str = ""


def points_table(headings: Sequence[str], rows: Iterable[PointRow]) -> str:
    """A <table> with a row a point. Two headings, or a third one of the numbers; a missing number is a dash.

    Raises ValueError for another number of headings.
    """
    if len(headings) not in (2, 3):
        raise ValueError(f"a table of points has two or three columns, not {len(headings)}")
    numbers = len(headings) == 3
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings[:2])
    if numbers:
        head += f'<th scope="col" class="number">{escape(headings[2])}</th>'
    body = []
    for name, href, value, note, number in rows:
        last = f'<td class="number">{escape(number) or "–"}</td>' if numbers else ""
        body.append(
            f'<tr><th scope="row"><a href="{escape(href)}">{escape(name)}</a></th>'
            f'<td>{escape(value)} <span class="muted small">{escape(note)}</span></td>{last}</tr>'
        )
    return f'<table class="plain-table sets-table"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'
