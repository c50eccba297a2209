"""Smooth closed outlines as short SVG path data.

Everything here is in centimetres with y up; ``path`` turns it into SVG's y down with one decimal.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from exercises.figures.body import Point, along, bearing, between

type Profile = Sequence[tuple[float, float, float]]
"""Along a bone, (part of its length, centimetres to the front, centimetres to the back)."""


def number(value: float) -> str:
    """One decimal, and nothing that SVG can do without: 0.5 is .5, -0.0 is 0."""
    return _short(f" {value:.1f}").removeprefix(" ")


def joined(values: Sequence[float]) -> str:
    """Such numbers, one after another, parted by a space or by a minus."""
    return _short(" %.1f" * len(values) % tuple(values)).removeprefix(" ")


def _short(text: str) -> str:
    """Data whose numbers have a space before them and one decimal each, without what SVG can do without."""
    whole = text.replace("-0.0", "0.0").replace(".0", "")
    return whole.replace(" 0.", " .").replace("-0.", "-.").replace(" -", "-")


def limb(start: Point, end: Point, profile: Profile) -> list[Point]:
    """The outline round a bone: down its front, back up its rear."""
    aside = along((0, 0), bearing(start, end) + 90, 1)

    def edge(part: float, width: float) -> Point:
        x, y = between(start, end, part)
        return x + width * aside[0], y + width * aside[1]

    front = [edge(part, ahead) for part, ahead, _ in profile]
    back = [edge(part, -behind) for part, _, behind in reversed(profile)]
    return front + back


def path(points: Sequence[Point], *, closed: bool = True) -> str:
    """Path data of a smooth curve through the points (centripetal Catmull-Rom, as relative cubic Béziers).

    As many commands as points, so that two outlines of one part of the body turn into one another.
    """
    flipped = [complex(round(x, 1), round(-y, 1)) for x, y in points]
    steps = [there - here for here, there in pairwise([*flipped, flipped[0]] if closed else flipped)]
    before = [steps[-1] if closed else 0, *steps[:-1]]
    after = [*steps[1:], steps[0] if closed else 0]
    values = [flipped[0].real, flipped[0].imag]
    for last, step, following in zip(before, steps, after, strict=True):
        leave, arrive = _handle(step, last), step - _handle(step, following)
        values += (leave.real, leave.imag, arrive.real, arrive.imag, step.real, step.imag)
    data = _short(("M %.1f %.1f" + len(steps) * "c %.1f %.1f %.1f %.1f %.1f %.1f") % tuple(values))
    return data.replace("M ", "M").replace("c ", "c") + ("z" if closed else "")


def short_path(points: Sequence[Point]) -> str:
    """Path data of a closed smooth curve through evenly spaced points (uniform Catmull-Rom).

    A third shorter than ``path``, since each handle mirrors the one before and need not be written.
    """
    flipped = [(round(x, 1), round(-y, 1)) for x, y in points]
    data = f"M{joined(flipped[0])}"
    for index, here in enumerate(flipped):
        before, there, after = (flipped[(index + step) % len(flipped)] for step in (-1, 1, 2))
        span = there[0] - here[0], there[1] - here[1]
        leave = (there[0] - before[0]) / 6, (there[1] - before[1]) / 6
        arrive = span[0] - (after[0] - here[0]) / 6, span[1] - (after[1] - here[1]) / 6
        data += f"s{joined([*arrive, *span])}" if index else f"c{joined([*leave, *arrive, *span])}"
    return data + "z"


def _handle(step: complex, beside: complex) -> complex:
    """How far the curve of a step goes straight at its end; evenly, however unequal it is to the step beside it."""
    length, other = abs(step), abs(beside)
    if not length or not other:
        return 0
    return (other * step + length * beside) / (3 * (other + sqrt(other * length)))


def polygon(points: Sequence[Point]) -> str:
    """Path data of straight lines between the points and back to the first."""
    return polyline(points) + "z"


def polyline(points: Sequence[Point]) -> str:
    """Path data of straight lines between the points."""
    flipped = [(round(x, 1), round(-y, 1)) for x, y in points]
    data = f"M{joined(flipped[0])}"
    for (x, y), (to_x, to_y) in pairwise(flipped):
        data += f"l{joined([to_x - x, to_y - y])}"
    return data


def shape(css: str, data: str) -> str:
    return f'<path class="{css}" d="{data}"/>'
