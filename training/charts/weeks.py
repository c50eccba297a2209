"""The house picture of the history, one column a week.

Strength stands on the line as blocks, one a session, under a lane at the target; running hangs from it, stacked by
kind. So both can be read against one another, week by week. Colours live in charts.css: here are only class names.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from training.charts.frame import (
    LEFT,
    LEGEND_ROW,
    LETTER_HEIGHT,
    LETTER_WIDTH,
    MONTHS,
    RIGHT,
    SESSION_GAP,
    TOP,
    WIDTH,
    Frame,
    WeekBar,
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
        "cross": "M1 2H3M2 1V3",
    }
)


# A legend of three columns has room for this many letters.
LONG_NAME = 14


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
    kinds: Sequence[KindLabel]
    axis: Callable[[float], str]
    """A grid line's value with its unit: 40 -> "40 km"."""
    total: Callable[[float], str]
    """A week's running without the unit: 46.8 -> "47"."""


def weeks_chart(
    weeks: Sequence[WeekBar],
    *,
    target: int,
    title: str,
    description: str,
    labels: WeeksLabels,
    prefix: str = "weeks",
) -> str:
    """The weeks, oldest first, as one <svg>. `prefix` keeps its ids apart from those of other charts on the page.

    Weeks without running or strength are gaps: no zero is drawn. Raises ValueError for a kind of run without a label.
    """
    known = {kind.slug for kind in labels.kinds}
    if unknown := {slug for week in weeks for slug in week.runs} - (known & MARKS.keys()):
        raise ValueError(f"no label or no drawing for runs of kind {', '.join(sorted(unknown))}")
    frame = Frame.around(weeks, target)
    used = [kind for kind in labels.kinds if any(week.runs.get(kind.slug, 0) > 0 for week in weeks)]
    if any(len(kind.name) > LONG_NAME for kind in used):
        frame = replace(frame, columns=2)
    height = frame.bottom + MONTHS + (LEGEND_ROW * (1 + ceil(len(used) / frame.columns)) if used else 0)
    return "".join(
        (
            f'<svg class="weeks-chart" viewBox="0 0 {WIDTH} {number(height)}" role="img" '
            f'aria-labelledby="{prefix}-title {prefix}-desc">'
            f'<title id="{prefix}-title">{escape(title)}</title><desc id="{prefix}-desc">{escape(description)}</desc>',
            _patterns(used, prefix),
            _grid(frame, labels, target, weeks),
            _strength(frame, weeks, target),
            _running(frame, weeks, used, prefix),
            _words(frame, weeks, used, labels),
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


def _grid(frame: Frame, labels: WeeksLabels, target: int, weeks: Sequence[WeekBar]) -> str:
    """The week under way as a band, lanes between the weeks, round numbers of running, the target, and the line."""
    end = WIDTH - RIGHT
    parts = []
    for place, week in enumerate(weeks):
        if week.current:
            band = box(frame.left(place), TOP - 14, frame.slot, frame.bottom - TOP + 14)
            parts += [f'<path class="now" d="{band}"/>', text("over", frame.middle(place), TOP - 4, labels.now)]
    lanes = "".join(f"M{number(frame.left(place))} {TOP:g}V{number(frame.bottom)}" for place in range(frame.slots + 1))
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


def _strength(frame: Frame, weeks: Sequence[WeekBar], target: int) -> str:
    """A block a session; what the week under way still has room for, up to the target, as an outline."""
    done, open_ = "", ""
    for place, week in enumerate(weeks):
        for nth in range(1, max(week.sessions, target if week.current else 0) + 1):
            y = frame.session_top(nth) + SESSION_GAP / 2
            if nth <= week.sessions:
                done += box(frame.bar_left(place), y, frame.bar, frame.pitch - SESSION_GAP)
            else:
                open_ += box(frame.bar_left(place) + 0.5, y + 0.5, frame.bar - 1, frame.pitch - SESSION_GAP - 1)
    paths = (("iron", done), ("open", open_))
    return "".join(f'<path class="{css}" d="{data}"/>' for css, data in paths if data)


def _running(frame: Frame, weeks: Sequence[WeekBar], kinds: Sequence[KindLabel], prefix: str) -> str:
    """One path a kind through all weeks and the legend, and its letter wherever there is room for it."""
    order = list(MARKS)
    drawn = {kind.slug: box(*frame.legend(place), 15, 14) for place, kind in enumerate(kinds)}
    letters = {}
    for place, kind in enumerate(kinds):
        x, y = frame.legend(place)
        letters[kind.slug] = [(x + 7.5, y + 10.5)]
    for place, week in enumerate(weeks):
        y = frame.line
        for slug in sorted(week.runs, key=order.index):
            deep = frame.depth(week.runs[slug])
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


def _words(frame: Frame, weeks: Sequence[WeekBar], kinds: Sequence[KindLabel], labels: WeeksLabels) -> str:
    """What the two halves are, each week's running under its bar, the months, and the names of the kinds."""
    parts = [text("half strength", LEFT, 11, labels.strength)]
    for place, week in enumerate(weeks):
        if week.total > 0 and frame.bar >= LETTER_WIDTH:
            y = frame.line + frame.depth(week.total) + 11
            parts.append(text("sum this" if week.current else "sum", frame.middle(place), y, labels.total(week.total)))
        parts.append(text("month", frame.left(place) + 2, frame.bottom + 12, week.month))
    if kinds:
        parts.append(text("half running", LEFT, frame.legend(0)[1] - 6, labels.running))
    for place, kind in enumerate(kinds):
        x, y = frame.legend(place)
        parts.append(text("kind", x + 20, y + 11, kind.name))
    return "".join(parts)
