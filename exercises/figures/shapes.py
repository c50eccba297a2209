"""The shapes that a drawing consists of, read from its SVG, so that one moment can be compared with another.

A point is x + y i, in centimetres with y down, as in SVG; angles are degrees, clockwise.
"""

import re
from cmath import phase, rect
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from math import degrees, radians

from exercises.figures.outline import joined, number

ELEMENT = re.compile(r'<(path|circle) class="([\w-]+)" ([^>]*)/>')
LEVEL = re.compile(r"h([\d.-]+)")
COMMAND = re.compile(r"[Mcslz]")
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")

TAKEN = {"M": 1, "l": 1, "s": 2, "c": 3, "z": 0}
"""How many points each command of path data takes."""


@dataclass(frozen=True)
class Shape:
    """An outline, some lines or a circle at one moment, all its ``points`` counted from the page's origin.

    ``commands`` are the letters of its path data; a circle has a radius instead.
    """

    css: str
    points: tuple[complex, ...]
    commands: str = ""
    radius: str = ""

    @cached_property
    def centre(self) -> complex:
        return sum(self.points) / len(self.points)

    @cached_property
    def spokes(self) -> list[complex]:
        """From the centre to each point."""
        centre = self.centre
        return [point - centre for point in self.points]

    @property
    def data(self) -> str:
        """Path data, relative from one decimal to the next, so that roundings do not add up."""
        rounded = iter([complex(round(point.real, 1), round(point.imag, 1)) for point in self.points])
        text, here = "", 0j
        for command in self.commands:
            points = [next(rounded) for _ in range(TAKEN[command])]
            base = 0 if command == "M" else here
            steps = [point - base for point in points]
            text += command + joined([value for step in steps for value in (step.real, step.imag)])
            here = points[-1] if points else here
        return text

    def element(self, inside: str = "") -> str:
        """The SVG element."""
        if self.radius:
            (at,) = self.points
            return f'<circle class="{self.css}" cx="{number(at.real)}" cy="{number(at.imag)}" r="{self.radius}"/>'
        opened = f'<path class="{self.css}" d="{self.data}"'
        return f"{opened}>{inside}</path>" if inside else f"{opened}/>"


def shapes(svg: str) -> list[Shape]:
    """The shapes of a drawing from back to front."""
    return [_shape(*found.groups()) for found in ELEMENT.finditer(svg)]


def _shape(kind: str, css: str, attributes: str) -> Shape:
    if kind == "circle":
        x, y, radius = re.findall(r'"([^"]+)"', attributes)
        return Shape(css, (complex(float(x), float(y)),), radius=radius)
    data = LEVEL.sub(r"l\1 0", attributes)
    commands = "".join(COMMAND.findall(data))
    values = map(float, NUMBER.findall(data))
    steps = iter([complex(x, y) for x, y in zip(values, values, strict=True)])
    points: list[complex] = []
    here = 0j
    for command in commands:
        base = 0 if command == "M" else here
        points += [here := base + next(steps) for _ in range(TAKEN[command])]
    return Shape(css, tuple(points), commands)


@dataclass(frozen=True)
class Place:
    """Where a shape has come to from an earlier moment: its ``origin`` to ``centre``, turned by the angle round it."""

    origin: complex
    centre: complex
    angle: float

    @cached_property
    def _turn(self) -> complex:
        return rect(1, radians(self.angle))

    def moved(self, points: Iterable[complex]) -> list[complex]:
        """Where these points of the earlier moment are now."""
        turn = self._turn
        shift = self.centre - turn * self.origin
        return [turn * point + shift for point in points]

    def back(self, points: Iterable[complex]) -> list[complex]:
        """Points of now as they are seen from the shape itself, which is at 0 and not turned."""
        centre, turn = self.centre, self._turn.conjugate()
        return [turn * (point - centre) for point in points]


def place_of(shape: Shape, now: Shape) -> Place:
    """Where the shape is now, as well as shifting and turning it can say (least squares)."""
    turn = sum([there * spoke.conjugate() for spoke, there in zip(shape.spokes, now.spokes, strict=True)])
    return Place(shape.centre, now.centre, degrees(phase(turn)) if turn else 0)


def misfit(shape: Shape, now: Shape, place: Place) -> float:
    """How far the shape, put in its place, is from what it is now at most, in centimetres."""
    return max([abs(put - there) for put, there in zip(place.moved(shape.points), now.points, strict=True)])
