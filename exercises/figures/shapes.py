"""The shapes that a drawing consists of, read from its SVG, so that one moment can be compared with another.

Lengths are centimetres with y down, as in SVG; angles degrees, clockwise.
"""

import re
from cmath import phase, rect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import degrees, radians

from exercises.figures.body import Point
from exercises.figures.outline import joined, number

ELEMENT = re.compile(r'<(path|circle) class="([\w-]+)" ([^>]*)/>')
PIECE = re.compile(r"([Mcslhz])([^Mcslhz]*)")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@dataclass(frozen=True)
class Shape:
    """An outline, some lines or a circle at one moment, all its ``points`` counted from the page's origin.

    ``commands`` is each command of its path data with the number of points that it takes; a circle has a radius.
    """

    css: str
    points: tuple[Point, ...]
    commands: tuple[tuple[str, int], ...] = ()
    radius: str = ""

    @cached_property
    def centre(self) -> Point:
        count = len(self.points)
        return sum(x for x, _ in self.points) / count, sum(y for _, y in self.points) / count

    @property
    def data(self) -> str:
        """Path data, relative from one decimal to the next, so that roundings do not add up."""
        rounded = iter([(round(x, 1), round(y, 1)) for x, y in self.points])
        text, here = "", (0.0, 0.0)
        for command, count in self.commands:
            steps = [next(rounded) for _ in range(count)]
            base = (0.0, 0.0) if command == "M" else here
            text += command + joined([value for x, y in steps for value in (x - base[0], y - base[1])])
            here = steps[-1] if steps else here
        return text

    def element(self, inside: str = "") -> str:
        """The SVG element."""
        if self.radius:
            (x, y), *_ = self.points
            return f'<circle class="{self.css}" cx="{number(x)}" cy="{number(y)}" r="{self.radius}"/>'
        opened = f'<path class="{self.css}" d="{self.data}"'
        return f"{opened}>{inside}</path>" if inside else f"{opened}/>"


def shapes(svg: str) -> list[Shape]:
    """The shapes of a drawing from back to front."""
    return [_shape(*found.groups()) for found in ELEMENT.finditer(svg)]


def _shape(kind: str, css: str, attributes: str) -> Shape:
    if kind == "circle":
        x, y, radius = re.findall(r'"([^"]+)"', attributes)
        return Shape(css, ((float(x), float(y)),), radius=radius)
    points: list[Point] = []
    commands = []
    for command, values in PIECE.findall(attributes.removeprefix("d=")):
        numbers = [float(one) for one in NUMBER.findall(values)]
        if command == "h":
            command, numbers = "l", [*numbers, 0]
        here = (0.0, 0.0) if command == "M" else points[-1]
        steps = [(here[0] + x, here[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]
        points += steps
        commands.append((command, len(steps)))
    return Shape(css, tuple(points), tuple(commands))


@dataclass(frozen=True)
class Place:
    """Where a shape has come to from an earlier moment: its ``origin`` to ``centre``, turned by the angle round it."""

    origin: Point
    centre: Point
    angle: float

    @cached_property
    def _turn(self) -> complex:
        return rect(1, radians(self.angle))

    def moved(self, points: Iterable[Point]) -> list[complex]:
        """Where these points of the earlier moment are now, as x + y i."""
        origin, centre, turn = complex(*self.origin), complex(*self.centre), self._turn
        return [centre + turn * (complex(*point) - origin) for point in points]

    def back(self, points: Iterable[Point]) -> list[Point]:
        """Points of now as they are seen from the shape itself, which is at 0, 0 and not turned."""
        centre, turn = complex(*self.centre), self._turn.conjugate()
        seen = [turn * (complex(*point) - centre) for point in points]
        return [(one.real, one.imag) for one in seen]


def place_of(shape: Shape, now: Shape) -> Place:
    """Where the shape is now, as well as shifting and turning it can say (least squares)."""
    about, centre = complex(*shape.centre), complex(*now.centre)
    turn = sum(
        (complex(*point) - about).conjugate() * (complex(*there) - centre)
        for point, there in zip(shape.points, now.points, strict=True)
    )
    return Place(shape.centre, now.centre, degrees(phase(turn)) if turn else 0)


def misfit(shape: Shape, now: Shape, place: Place) -> float:
    """How far the shape, put in its place, is from what it is now at most, in centimetres."""
    return max(abs(put - complex(*there)) for put, there in zip(place.moved(shape.points), now.points, strict=True))
