"""One movement over time, a lane for each rung of its ladder, the hardest on top, so that a climb reads as a climb.

A mark is the best set of a session, or of a longer time where sessions are many; each is a link to its session. Marks
are joined within their lane only, since loads of different rungs do not compare, and not across a gap: what was skipped
is not drawn. Colours live in charts.css: here are only class names.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from itertools import pairwise
from math import ceil
from typing import Literal, NamedTuple

from training.charts.lanes import DAYS, INSET, LEFT, LEGEND_ROW, NAME, RIGHT, TIP, WIDTH, Frame, Scale
from training.charts.svg import box, number, text

# Up to so many marks in a lane each says its reps; of more, those that matter.
MOST_LABELS = 16
LETTER, WIDE_LETTER, LINE = 5.8, 7.0, 11.0
# Longer names of marks take a line each.
LONG_MEANING = 24
HIT = 11.0

type Shape = Literal["standing", "best", "light", "usual"]


class Mark(NamedTuple):
    """The best set of a session, a week or longer, and the estimated 1RM, in the runner's units."""

    day: date
    value: float
    """Its height: load, or reps or seconds where the lane has no load."""
    name: str
    """What it is, in full: "12 November 2026: 8 × 50 kg back squat"."""
    href: str
    label: str = ""
    """What to say beside it where there is room: reps, where the height is a load."""
    light: bool = False
    """A light session or a deload: no part of the trend."""
    best: bool = False
    """Better than every one before it."""
    standing: str = ""
    """The set in short, of the mark that is the record to this day."""
    estimate: float | None = None

    @property
    def shape(self) -> "Shape":
        if self.standing:
            return "standing"
        return "best" if self.best else "light" if self.light else "usual"


@dataclass(frozen=True, slots=True)
class Lane:
    """A rung with its marks, oldest first; there is one at least."""

    name: str
    what: str
    """What its height and its labels are: "kg and reps"."""
    marks: Sequence[Mark]
    axis: Callable[[float], str]
    """A grid line's value with its unit: 40 -> "40 kg"."""
    whole: bool = False
    """Reps or seconds, of which there are no halves."""


class LegendLabels(NamedTuple):
    best: str
    usual: str
    light: str
    estimate: str


def movement_chart(
    lanes: Sequence[Lane],
    *,
    first: date,
    last: date,
    gap: timedelta,
    ticks: Iterable[tuple[date, str]],
    title: str,
    description: str,
    legend: LegendLabels,
    prefix: str = "movement",
) -> str:
    """The lanes, hardest rung first, as one <svg> from `first` to `last`; `ticks` are the days to name below.

    Marks further apart than `gap` are not joined. `prefix` keeps its ids apart from those of other charts on the page.
    Raises ValueError where there is no lane or a lane has no mark.
    """
    if not lanes or not all(lane.marks for lane in lanes):
        raise ValueError("a movement chart needs a lane, and each lane a mark")
    frame = Frame(first, last, len(lanes))
    drawn = [_Drawn(frame, place, lane, gap) for place, lane in enumerate(lanes)]
    marks = [mark for lane in lanes for mark in lane.marks]
    below, height = _legend(frame, marks, legend)
    return "".join(
        (
            f'<svg class="movement-chart" viewBox="0 0 {WIDTH} {number(height)}" role="group" '
            f'aria-labelledby="{prefix}-title" aria-describedby="{prefix}-desc">'
            f'<title id="{prefix}-title">{escape(title)}</title><desc id="{prefix}-desc">{escape(description)}</desc>'
            f'<g aria-hidden="true">{_days(frame, ticks)}',
            *(lane.ground() for lane in drawn),
            below,
            "</g>",
            *(lane.links() for lane in drawn),
            '<g aria-hidden="true">',
            *(lane.labels() for lane in drawn),
            "</g></svg>",
        )
    )


class _Drawn:
    """A lane in its place."""

    def __init__(self, frame: Frame, place: int, lane: Lane, gap: timedelta) -> None:
        self.frame, self.place, self.lane, self.gap = frame, place, lane, gap
        values = [mark.value for mark in lane.marks] + [mark.estimate for mark in lane.marks if mark.estimate]
        self.scale = Scale.around(values, whole=lane.whole)
        self.spots = [(frame.x(mark.day), self.y(mark.value), mark) for mark in lane.marks]

    def y(self, value: float) -> float:
        return self.frame.y(self.place, self.scale.share(value))

    def ground(self) -> str:
        """The rung's name, round numbers, and the lines that join the marks and the estimates."""
        frame, end = self.frame, number(WIDTH - RIGHT)
        heights = [(self.y(tick), tick) for tick in self.scale.ticks()]
        grid = "".join(f"M{number(LEFT)} {number(y)}H{end}" for y, _tick in heights)
        parts = [text("rung", 0, frame.name(self.place), self.lane.name), f'<path class="grid" d="{grid}"/>']
        if (len(self.lane.name) + len(self.lane.what)) * WIDE_LETTER < WIDTH:
            parts.append(text("what", WIDTH - RIGHT, frame.name(self.place), self.lane.what))
        parts += [text("axis", LEFT - 5, y + 3.5, self.lane.axis(tick)) for y, tick in heights]
        usual = [(mark.day, x, y) for x, y, mark in self.spots if not mark.light]
        guessed = [(mark.day, x, self.y(mark.estimate)) for x, _y, mark in self.spots if mark.estimate]
        for css, points in (("trend", usual), ("guess", guessed)):
            if line := self._joined(points):
                parts.append(f'<path class="{css}" d="{line}"/>')
        if guessed:
            crosses = "".join(f"M{number(x - 2)} {number(y)}h4m-2 -2v4" for _day, x, y in guessed)
            parts.append(f'<path class="cross-mark" d="{crosses}"/>')
        return "".join(parts)

    def _joined(self, points: Sequence[tuple[date, float, float]]) -> str:
        line, before = "", None
        for (day, x, y), (next_day, next_x, next_y) in pairwise(points):
            if next_day - day <= self.gap:
                line += "" if before == day else f"M{number(x)} {number(y)}"
                line += f"L{number(next_x)} {number(next_y)}"
                before = next_day
        return line

    def links(self) -> str:
        """A link a mark. As wide as there is room on both sides, so that a thumb finds it; its name shows in focus."""
        top, parts = self.frame.top(self.place), []
        xs = [x for x, _y, _mark in self.spots]
        for place, (x, y, mark) in enumerate(self.spots):
            left = min(HIT, (x - xs[place - 1]) / 2) if place else HIT
            right = min(HIT, (xs[place + 1] - x) / 2) if place + 1 < len(xs) else HIT
            hit = box(x - left, top, left + right, self.frame.plot)
            parts.append(
                f'<a href="{escape(mark.href)}"><path class="hit" d="{hit}"/>{_shape(x, y, mark.shape)}'
                f'<text class="tip" x="{WIDTH}" y="{TIP - 6:g}">{escape(mark.name)}</text></a>'
            )
        return "".join(parts)

    def labels(self) -> str:
        """What fits beside the marks without covering another: the record, the newest, the first, then the others."""
        spots = self.spots
        few = len(spots) <= MOST_LABELS
        order = [spot for spot in spots if spot[2].standing] + [spots[-1], spots[0]]
        order += [spot for spot in reversed(spots) if few or spot[2].best]
        taken: list[tuple[float, float, float]] = []
        parts, seen = [], set()
        for x, y, mark in order:
            words = mark.standing or mark.label
            if mark.day in seen or not words:
                continue
            half = len(words) * LETTER / 2 + 1
            middle = min(x, WIDTH - half)
            above = y - 8
            if any(abs(middle - other) < half + wide and abs(above - height) < LINE for other, height, wide in taken):
                continue
            seen.add(mark.day)
            taken.append((middle, above, half))
            parts.append(text("value standing" if mark.standing else "value", middle, above, words))
        return "".join(parts)


def _shape(x: float, y: float, shape: Shape) -> str:
    """Told apart without colour: a diamond for a best set, a ring for a light session, else a dot."""
    if shape in ("standing", "best"):
        size = "6" if shape == "standing" else "4.5"
        corner = f"M{number(x)} {number(y - float(size))}"
        return f'<path class="best" d="{corner}l{size} {size}l-{size} {size}l-{size} -{size}z"/>'
    radius = "2.8" if shape == "light" else "3"
    return f'<circle class="{shape}" cx="{number(x)}" cy="{number(y)}" r="{radius}"/>'


def _days(frame: Frame, ticks: Iterable[tuple[date, str]]) -> str:
    """A line up through all lanes at each of those days, and its name below, where it does not run into the last."""
    lines, words, free = "", "", 0.0
    for day, name in ticks:
        x = frame.x(day)
        lines += f"M{number(x)} {number(TIP + NAME)}V{number(frame.bottom)}"
        if x >= free and x + len(name) * LETTER <= WIDTH + INSET:
            words += text("day", x + 2, frame.bottom + 12, name)
            free = x + len(name) * LETTER + 8
    edges = "".join(
        f"M{number(LEFT)} {number(frame.base(lane))}H{number(WIDTH - RIGHT)}" for lane in range(frame.lanes)
    )
    return f'<path class="lane" d="{lines}"/><path class="edge" d="{edges}"/>{words}'


def _legend(frame: Frame, marks: Sequence[Mark], labels: LegendLabels) -> tuple[str, float]:
    """What the marks mean, of those that are drawn, in two columns; and the height of the whole picture."""
    shapes = {mark.shape for mark in marks}
    named: list[tuple[str, Shape]] = [(labels.best, "best"), (labels.usual, "usual"), (labels.light, "light")]
    entries: list[tuple[str, Shape | None]] = [
        (name, shape) for name, shape in named if shape in shapes or (shape == "best" and "standing" in shapes)
    ]
    if any(mark.estimate for mark in marks):
        entries.append((labels.estimate, None))
    columns = 1 if any(len(name) > LONG_MEANING for name, _shape in entries) else 2
    parts, top = [], frame.bottom + DAYS + 6
    for place, (name, shape) in enumerate(entries):
        x, y = 8 + place % columns * WIDTH / 2, top + place // columns * LEGEND_ROW + 8
        if shape:
            parts.append(_shape(x, y - 4, shape))
        else:
            parts.append(f'<path class="guess" d="M{number(x - 7)} {number(y - 4)}h14"/>')
            parts.append(f'<path class="cross-mark" d="M{number(x - 2)} {number(y - 4)}h4m-2 -2v4"/>')
        parts.append(text("meaning", x + 12, y, name))
    return "".join(parts), top + ceil(len(entries) / columns) * LEGEND_ROW
