"""The things round the person: box, bench, chair, step, wall, stick, dumbbells, goblet weight, barbell.

Each prop gives what is drawn behind the person and what in front, and the kilograms it puts into the hands.
Lengths are centimetres.
"""

from dataclasses import dataclass
from typing import ClassVar, Literal

from exercises.figures.body import Point, Skeleton, along, offset
from exercises.figures.figure import FAR, NEAR, crease, moved
from exercises.figures.outline import number, polygon, polyline, shape

RECEDE = (-9.0, 5.0)
"""Where the far edge of a box as deep as a person is seen against its near edge."""


def circle(css: str, at: Point, radius: float) -> str:
    return f'<circle class="{css}" cx="{number(at[0])}" cy="{number(-at[1])}" r="{number(radius)}"/>'


def slab(left: float, right: float, bottom: float, top: float) -> str:
    """A block: its near face, its end towards the viewer, its top."""
    near = (RECEDE[0] * -0.4, RECEDE[1] * -0.4)
    far = (near[0] + RECEDE[0], near[1] + RECEDE[1])

    def corner(x: float, y: float, depth: Point) -> Point:
        return x + depth[0], y + depth[1]

    face = [corner(left, bottom, near), corner(right, bottom, near), corner(right, top, near), corner(left, top, near)]
    lid = [corner(left, top, near), corner(right, top, near), corner(right, top, far), corner(left, top, far)]
    return shape("fig-box", polygon(face)) + shape("fig-lid", polygon(lid))


def chamfered(left: float, right: float, bottom: float, top: float) -> list[Point]:
    """The corners of a rectangle, each cut off by a fifth of its shorter side."""
    cut = min(right - left, top - bottom) / 5
    return [(left + cut, bottom), (right - cut, bottom), (right, bottom + cut), (right, top - cut),
            (right - cut, top), (left + cut, top), (left, top - cut), (left, bottom + cut)]  # fmt: skip


@dataclass(frozen=True)
class Prop:
    """Something in the scene."""

    def behind(self, body: Skeleton) -> str:
        return ""

    def held(self, body: Skeleton) -> str:
        """What is drawn over the body and under the near hand that holds it."""
        return ""

    def front(self, body: Skeleton) -> str:
        return ""

    def loads(self, body: Skeleton) -> list[tuple[float, Point]]:
        """Kilograms and where, for what hangs on the person."""
        return []


@dataclass(frozen=True)
class Box(Prop):
    """A box, step or bench top from left to right, its top at this height."""

    left: float
    right: float
    top: float
    bottom: float = 0

    def behind(self, body: Skeleton) -> str:
        return slab(self.left, self.right, self.bottom, self.top)


@dataclass(frozen=True)
class Bench(Prop):
    """A padded bench on two feet."""

    left: float
    right: float
    top: float = 43

    def behind(self, body: Skeleton) -> str:
        legs = "".join(
            shape("fig-frame", polygon([(x - 2, 0), (x + 2, 0), (x + 2, self.top - 6), (x - 2, self.top - 6)]))
            for x in (self.left + 9, self.right - 9)
        )
        return legs + slab(self.left, self.right, self.top - 8, self.top)


@dataclass(frozen=True)
class Chair(Prop):
    """A chair whose back stands on the ``back`` side: -1 behind its seat, +1 before it."""

    left: float
    right: float
    top: float = 46
    back: int = -1

    def behind(self, body: Skeleton) -> str:
        post = self.left if self.back < 0 else self.right
        parts = [(self.left + 1, 0, 3, self.top), (self.right - 4, 0, 3, self.top)]
        legs = "".join(shape("fig-frame", polygon([(x, y), (x + w, y), (x + w, h), (x, h)])) for x, y, w, h in parts)
        rest = [
            (post - 2, self.top),
            (post + 2, self.top),
            (post + 4 * self.back + 2, 92),
            (post + 4 * self.back - 2, 92),
        ]
        return shape("fig-frame", polygon(rest)) + legs + slab(self.left, self.right, self.top - 4, self.top)


@dataclass(frozen=True)
class Wall(Prop):
    """A wall, its surface at x, the room to the left of it."""

    x: float
    height: float = 230

    def behind(self, body: Skeleton) -> str:
        x = self.x
        return shape("fig-box", polygon([(x, -2), (x + 7, -2), (x + 7, self.height), (x, self.height)]))


@dataclass(frozen=True)
class Dumbbells(Prop):
    """One in each hand, or a single one; held across (seen from its end) or beside the body."""

    kilograms: float = 10
    beside: bool = False
    hands: Literal["both", "near", "far"] = "both"

    def _one(self, grip: Point, hand: float) -> str:
        if not self.beside:
            return circle("fig-iron", grip, 6.6) + circle("fig-iron-lid", grip, 2.4)
        parts = [("fig-iron-lid", -9, 9, 1.7), ("fig-iron", -16, -8, 6.4), ("fig-iron", 8, 16, 6.4)]
        return "".join(
            shape(css, polygon([along(along(grip, hand + 90, x), hand, y) for x, y in chamfered(a, b, -r, r)]))
            for css, a, b, r in parts
        )

    def behind(self, body: Skeleton) -> str:
        return "" if self.hands == "near" else self._one(moved(body.far_arm.grip, FAR.shoulder), body.far_arm.hand)

    def _near(self, body: Skeleton) -> str:
        return "" if self.hands == "far" else self._one(moved(body.near_arm.grip, NEAR.shoulder), body.near_arm.hand)

    def held(self, body: Skeleton) -> str:
        return self._near(body) if self.beside else ""

    def front(self, body: Skeleton) -> str:
        return "" if self.beside else self._near(body)

    def loads(self, body: Skeleton) -> list[tuple[float, Point]]:
        grips = {"near": body.near_arm.grip, "far": body.far_arm.grip}
        return [(self.kilograms, grip) for hand, grip in grips.items() if self.hands in (hand, "both")]


@dataclass(frozen=True)
class Goblet(Prop):
    """One dumbbell held upright before the chest, both hands under its upper head."""

    kilograms: float = 12

    def _centre(self, body: Skeleton) -> Point:
        return offset(body.near_arm.grip, 0, 1.5, 1)

    def held(self, body: Skeleton) -> str:
        x, y = self._centre(body)
        ends = [("fig-iron-lid", y - 12, y + 4, 1.9), ("fig-iron", y + 3, y + 11, 8), ("fig-iron", y - 19, y - 11, 8)]
        return "".join(shape(css, polygon(chamfered(x - half, x + half, low, high))) for css, low, high, half in ends)

    def loads(self, body: Skeleton) -> list[tuple[float, Point]]:
        return [(self.kilograms, self._centre(body))]


@dataclass(frozen=True)
class Barbell(Prop):
    """A bar seen from its end: its plate is a ring, so that the body stays seen.

    ``on`` says where it lies: in the hands, on the front of the shoulders, on the upper back, on the hips.
    """

    on: Literal["hands", "front", "back", "hips"] = "hands"
    kilograms: float = 40
    radius: float = 22.5

    def centre(self, body: Skeleton) -> Point:
        if self.on == "front":
            return offset(body.shoulder, body.chest_tilt, 8, 0.5)
        if self.on == "back":
            return offset(body.shoulder, body.chest_tilt, -8, 2)
        if self.on == "hips":
            return crease(body.hip, body.near_leg.knee, body.pelvis_tilt, 2.4)
        return body.near_arm.grip

    def behind(self, body: Skeleton) -> str:
        return circle("fig-plate-far", moved(self.centre(body), (-5, 2.5)), self.radius)

    def front(self, body: Skeleton) -> str:
        at = moved(self.centre(body), NEAR.shoulder)
        return circle("fig-plate", at, self.radius - 2) + circle("fig-iron", at, 2.6)

    def loads(self, body: Skeleton) -> list[tuple[float, Point]]:
        return [(self.kilograms, self.centre(body))]


@dataclass(frozen=True)
class Stick(Prop):
    """A stick along the back: tail bone, upper back, head."""

    LOW: ClassVar[Point] = (-13.6, -10)
    """Its lower end, forward and up from the hip joint."""
    LENGTH: ClassVar[float] = 100

    def behind(self, body: Skeleton) -> str:
        low = offset(body.hip, body.pelvis_tilt, *self.LOW)
        corners = ((-1.1, 0), (1.1, 0), (1.1, self.LENGTH), (-1.1, self.LENGTH))
        return shape("fig-stick", polygon([offset(low, body.chest_tilt, *corner) for corner in corners]))


@dataclass(frozen=True)
class Way(Prop):
    """An arrow under the floor line: where a step leads from and to."""

    start: float
    end: float

    def behind(self, body: Skeleton) -> str:
        ahead = 1 if self.end > self.start else -1
        line = polyline([(self.start, -7.5), (self.end, -7.5)])
        tip = polyline([(self.end - 5 * ahead, -4), (self.end, -7.5), (self.end - 5 * ahead, -11)])
        return shape("fig-way", line + tip)
