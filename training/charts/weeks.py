"""The house picture of the history, one column a week, or a month or a quarter whose mean week it shows.

Strength stands on the line as blocks, one a session, under a lane at the target; running hangs from it, stacked by
kind. So both can be read against one another. A recommended day that was left out is an outline on top; a session on
another day than the recommended one has an arrow. Colours live in charts.css: here are only class names.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from training.charts.blocks import blocks, blocks_legend
from training.charts.frame import (
    LEFT,
    LEGEND_ROW,
    LETTER_HEIGHT,
    LETTER_WIDTH,
    MONTHS,
    RIGHT,
    TOP,
    WIDTH,
    Column,
    Door,
    Frame,
)
from training.charts.svg import box, number, text

# From the line down. The marks tell kinds apart without colour; easy running, most of it, stays plain.
MARKS: Mapping[str, str] = MappingProxyType(
    {
        "easy": "",
        "moderate": "M-1 5L5-1M-1 1L1-1M3 5L5 3",
        "hard": "M0 1H4M0 3H4",
        "long": "M1 0V4",
        "race": "M0 1H2M2 3H4",
    }
)


# A legend of three columns has room for this many letters.
LONG_NAME = 14
# Narrower columns have no lane each.
LANE_WIDTH = 12


class KindLabel(NamedTuple):
    """A kind of run in the reader's language; `slug` is a key of `MARKS`."""

    slug: str
    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class WeeksLabels:
    """The words and number formats of the chart, in the reader's language and units."""

    strength: str
    running: str
    now: str
    moved: str
    """A session on another day than the recommended one."""
    left_out: str
    """A recommended day without a session."""
    kinds: Sequence[KindLabel]
    axis: Callable[[float], str]
    """A grid line's value with its unit: 40 -> "40 km"."""
    total: Callable[[float], str]
    """A week's running without the unit: 46.8 -> "47"."""


def weeks_chart(
    columns: Sequence[Column],
    *,
    target: int,
    title: str,
    description: str,
    labels: WeeksLabels,
    doors: Sequence[Door] = (),
    prefix: str = "weeks",
) -> str:
    """The columns, oldest first, as one <svg>, with links over those that the doors name.

    Columns without running or strength are gaps: no zero is drawn. `prefix` keeps its ids apart from those of other
    charts on the page. Raises ValueError for a kind of run without a label.
    """
    known = {kind.slug for kind in labels.kinds}
    if unknown := {slug for column in columns for slug in column.runs} - (known & MARKS.keys()):
        raise ValueError(f"no label or no drawing for runs of kind {', '.join(sorted(unknown))}")
    frame = Frame.around(columns, target)
    used = [kind for kind in labels.kinds if any(column.runs.get(kind.slug, 0) > 0 for column in columns)]
    if any(len(kind.name) > LONG_NAME for kind in used):
        frame = replace(frame, legend_columns=2)
    height = frame.bottom + MONTHS + (LEGEND_ROW * (1 + ceil(len(used) / frame.legend_columns)) if used else 0)
    return "".join(
        (
            f'<svg class="weeks-chart" viewBox="0 0 {WIDTH} {number(height)}" role="{"group" if doors else "img"}" '
            f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
            f'<title id="{prefix}-title">{escape(title)}</title><desc id="{prefix}-desc">{escape(description)}</desc>'
            # The description says it in order; letters and numbers by themselves say nothing.
            '<g aria-hidden="true">',
            _patterns(used, prefix),
            _grid(frame, labels, target, columns),
            blocks(frame, columns, target),
            _running(frame, columns, used, prefix),
            _words(frame, columns, used, labels),
            "</g>",
            *(_door(frame, door) for door in doors),
            "</svg>",
        )
    )


def _patterns(kinds: Iterable[KindLabel], prefix: str) -> str:
    return "".join(
        f'<pattern id="{prefix}-{kind.slug}" width="4" height="4" patternUnits="userSpaceOnUse">'
        f'<path class="{kind.slug}" d="M0 0h4v4H0z"/><path class="mark" d="{MARKS[kind.slug]}"/></pattern>'
        for kind in kinds
        if MARKS[kind.slug]
    )


def _grid(frame: Frame, labels: WeeksLabels, target: int, columns: Sequence[Column]) -> str:
    """The week under way as a band, lanes between the weeks, round numbers of running, the target, and the line."""
    end = WIDTH - RIGHT
    parts = []
    for place, column in enumerate(columns):
        if column.current:
            band = box(frame.left(place), TOP - 14, frame.slot, frame.bottom - TOP + 14)
            parts += [f'<path class="now" d="{band}"/>', text("over", frame.middle(place), TOP - 4, labels.now)]
    # Lanes between all columns, or where something begins if they would stand too close.
    sides = [n for n in range(frame.slots + 1) if frame.slot >= LANE_WIDTH or (n < len(columns) and columns[n].label)]
    lanes = "".join(f"M{number(frame.left(place))} {TOP:g}V{number(frame.bottom)}" for place in sides)
    depths = [(tick, frame.line + frame.depth(tick)) for tick in frame.ticks()]
    across = "".join(f"M{LEFT} {number(y)}H{end}" for _, y in depths)
    parts.append(f'<path class="lane" d="{lanes}{across}"/>')
    parts += [text("axis", LEFT - 5, y + 3.5, labels.axis(tick)) for tick, y in depths]
    if target > 0:
        y = frame.session_top(target)
        parts.append(f'<path class="target" d="M{LEFT} {number(y)}H{end}"/>')
        parts.append(text("axis goal", LEFT - 5, y + 3.5, str(target)))
    parts.append(f'<path class="line" d="M{LEFT} {number(frame.line)}H{end}"/>')
    return "".join(parts)


def _running(frame: Frame, columns: Sequence[Column], kinds: Sequence[KindLabel], prefix: str) -> str:
    """One path a kind through all weeks and the legend, and its letter wherever there is room for it."""
    order = list(MARKS)
    drawn = {kind.slug: box(*frame.legend(place), 15, 14) for place, kind in enumerate(kinds)}
    letters = {}
    for place, kind in enumerate(kinds):
        x, y = frame.legend(place)
        letters[kind.slug] = [(x + 7.5, y + 10.5)]
    for place, column in enumerate(columns):
        y = frame.line
        for slug in sorted(column.runs, key=order.index):
            deep = frame.depth(column.runs[slug])
            if deep <= 0:
                continue
            drawn[slug] += box(frame.bar_left(place), y, frame.bar, deep)
            if deep >= LETTER_HEIGHT and frame.bar >= LETTER_WIDTH:
                letters[slug].append((frame.middle(place), y + deep / 2 + 3.5))
            y += deep
    parts = []
    for kind in kinds:
        fill = f'fill="url(#{prefix}-{kind.slug})"' if MARKS[kind.slug] else f'class="{kind.slug}"'
        parts.append(f'<path {fill} d="{drawn[kind.slug]}"/>')
        parts.append(_letters(kind, letters[kind.slug]))
    return "".join(parts)


def _letters(kind: KindLabel, places: Sequence[tuple[float, float]]) -> str:
    """The kind's letter at each place: one <text> with a place a letter, or a <tspan> each where it has two letters."""
    css, letter = f"letter on-{kind.slug}", escape(kind.letter)
    if len(kind.letter) == 1:
        xs, ys = (" ".join(f"{value:.0f}" for value in values) for values in zip(*places, strict=True))
        return f'<text class="{css}" x="{xs}" y="{ys}">{letter * len(places)}</text>'
    spans = (f'<tspan x="{x:.0f}" y="{y:.0f}">{letter}</tspan>' for x, y in places)
    return f'<text class="{css}">{"".join(spans)}</text>'


def _words(frame: Frame, columns: Sequence[Column], kinds: Sequence[KindLabel], labels: WeeksLabels) -> str:
    """What the two halves are, each week's running under its bar, the months, and the names of the kinds."""
    parts = [text("half strength", LEFT, 11, labels.strength)]
    parts.append(blocks_legend(columns, moved=labels.moved, left_out=labels.left_out))
    for place, column in enumerate(columns):
        if column.total > 0 and frame.bar >= LETTER_WIDTH:
            y = frame.line + frame.depth(column.total) + 11
            css = "sum this" if column.current else "sum"
            parts.append(text(css, frame.middle(place), y, labels.total(column.total)))
        parts.append(text("begins", frame.left(place) + 2, frame.bottom + 12, column.label))
    if kinds:
        parts.append(text("half running", LEFT, frame.legend(0)[1] - 6, labels.running))
    for place, kind in enumerate(kinds):
        x, y = frame.legend(place)
        parts.append(text("kind", x + 20, y + 11, kind.name))
    return "".join(parts)


def _door(frame: Frame, door: Door) -> str:
    """A link over whole columns, from their top to what begins under them."""
    left, top = frame.left(door.first), TOP - 14
    area = box(left, top, frame.left(door.last + 1) - left, frame.bottom + MONTHS - top)
    return f'<a href="{escape(door.address)}"><title>{escape(door.name)}</title><path class="door" d="{area}"/></a>'
