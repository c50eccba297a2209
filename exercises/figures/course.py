"""What moves when on the way from one pose to another.

Lengths are centimetres, angles degrees; ``part`` is how much of the way is done, 0 to 1.
"""

from dataclasses import dataclass
from typing import Literal

from exercises.figures.pose import Arm, Leg

STAYS = 2.5
"""What is no further away at the other end of the way has not left its place, in centimetres."""


@dataclass(frozen=True)
class Span:
    """The part of the way in which something happens."""

    begin: float = 0
    end: float = 1

    def __call__(self, part: float) -> float:
        """How much of it is done: 0 before, 1 after, and no jerk at either end."""
        if (self.begin, self.end) == (0, 1):
            return part
        inside = min(1, max(0, (part - self.begin) / (self.end - self.begin)))
        return inside * inside * (3 - 2 * inside)


WHOLE = Span()


@dataclass(frozen=True)
class Course:
    """What moves when on the way, where not everything does so from start to end.

    ``sink`` is the leg that stands growing shorter or longer. ``lift`` is how high a foot is carried over the straight
    line to its next place (centimetres), ``bend`` how far a free knee bends besides, ``lean`` the trunk (degrees), all
    of them half way.
    """

    trunk: Span = WHOLE
    sink: Span = WHOLE
    near_foot: Span = WHOLE
    far_foot: Span = WHOLE
    arms: Span = WHOLE
    stands: Literal["near", "far"] = "near"
    lift: float = 0
    bend: float = 0
    lean: float = 0


STRAIGHT = Course()


def blend[T: (Leg, Arm)](start: T, end: T, part: float) -> T:
    """A limb with every angle part of the way."""
    pairs = zip(vars(start).values(), vars(end).values(), strict=True)
    return type(start)(*(mean(a, b, part) for a, b in pairs))


def mean(start: float, end: float, part: float) -> float:
    return start + part * (end - start)
