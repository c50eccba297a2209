"""Smooth closed outlines as short SVG path data.

Everything here is in centimetres with y up; ``path`` turns it into SVG's y down with one decimal.
"""

from collections.abc import Sequence
from itertools import pairwise

from exercises.figures.body import Point, along, bearing, distance

type Profile = Sequence[tuple[float, float, float]]
"""Along a bone, (part of its length, centimetres to the front, centimetres to the back)."""


def number(value: float) -> str:
    """One decimal, and nothing that SVG can do without: 0.5 is .5, -0.0 is 0."""
    text = f"{value:.1f}".removesuffix(".0")
    if text in ("-0", "0"):
        return "0"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def joined(values: Sequence[float]) -> str:
    text = ""
    for value in values:
        piece = number(value)
        text += piece if not text or piece.startswith("-") else f" {piece}"
    return text


def limb(start: Point, end: Point, profile: Profile) -> list[Point]:
    """The outline round a bone: down its front, back up its rear."""
    length, angle = distance(start, end), bearing(start, end)

    def edge(part: float, width: float) -> Point:
        return along(along(start, angle, part * length), angle + 90, width)

    front = [edge(part, ahead) for part, ahead, _ in profile]
    back = [edge(part, -behind) for part, _, behind in reversed(profile)]
    return front + back


def path(points: Sequence[Point], *, closed: bool = True) -> str:
    """Path data of a smooth curve through the points (centripetal Catmull-Rom, as relative cubic Béziers).

    As many commands as points, so that two outlines of one part of the body turn into one another.
    """
    flipped = [(round(x, 1), round(-y, 1)) for x, y in points]
    count = len(flipped)

    def at(index: int) -> Point:
        return flipped[index % count] if closed else flipped[max(0, min(count - 1, index))]

    data = f"M{joined(flipped[0])}"
    for index in range(count if closed else count - 1):
        before, here, there, after = (at(index + step) for step in (-1, 0, 1, 2))
        handles = (_handle(here, there, before), _handle(there, here, after), there)
        data += "c" + joined([value for x, y in handles for value in (x - here[0], y - here[1])])
    return data + ("z" if closed else "")


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


def _handle(here: Point, there: Point, before: Point) -> Point:
    """Where the curve from here to there is drawn to as it leaves; evenly, however unevenly the points are spaced."""
    a, b = distance(before, here) ** 0.5, distance(here, there) ** 0.5
    if not a or not b:
        return here
    scale = 3 * a * (a + b)
    x, y = (
        (a * a * q - b * b * o + (2 * a * a + 3 * a * b + b * b) * p) / scale
        for p, q, o in zip(here, there, before, strict=True)
    )
    return x, y


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
