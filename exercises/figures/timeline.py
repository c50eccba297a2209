"""A variation as it is done: the stills on its way, and when it is where.

A place on the way is a number: 0 where the way begins, 1 a way further, 2 two. Times are seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from exercises.figures.body import skeleton
from exercises.figures.course import STRAIGHT, Course
from exercises.figures.motion import still_between
from exercises.figures.props import Way
from exercises.figures.scene import Drawing, Still

SAMPLES = 18
"""Stills from one place to the next."""
PARTS = [index / SAMPLES for index in range(SAMPLES + 1)]


@dataclass(frozen=True)
class Move:
    """From one place on the way to another; a stop where both are the same."""

    start: int
    end: int
    seconds: float


@dataclass(frozen=True)
class Film:
    """The stills of the whole way, ``SAMPLES`` to each place, and the moves through them that are one round.

    ``walked`` is how many centimetres the floor has gone by at each still. ``looseness`` is how many times further than
    usual a shape may be from where it is in a still.
    """

    stills: Sequence[Still]
    moves: Sequence[Move]
    walked: Sequence[float] = ()
    looseness: float = 1


@dataclass(frozen=True)
class Tempo:
    """How long the way out, the stop at its end, the way back and the rest before the next rep take, in seconds."""

    out: float
    stop: float
    back: float
    rest: float


@dataclass(frozen=True)
class Rep:
    """From the start to the deepest point and back; ``sides`` does it with the other leg or arm, too."""

    tempo: Tempo
    course: Course = STRAIGHT
    sides: bool = False

    def film(self, drawing: Drawing) -> Film:
        """Place 0 is the start, 1 the deepest point; with both sides 1 is the start, 0 and 2 the deepest points."""
        way = [still_between(drawing.start, drawing.deepest, part, self.course) for part in PARTS]
        if not self.sides:
            return Film(way, self._there_and_back(0, 1))
        other = [mirrored(still) for still in way[1:]]
        return Film([*reversed(way), *other], [*self._there_and_back(1, 0), *self._there_and_back(1, 2)])

    def _there_and_back(self, start: int, end: int) -> list[Move]:
        tempo = self.tempo
        moves = [(start, end, tempo.out), (end, end, tempo.stop), (end, start, tempo.back), (start, start, tempo.rest)]
        return [Move(*move) for move in moves if move[-1]]


@dataclass(frozen=True)
class Walk:
    """Steps that lead on: from the deepest point up through the start and down on the other side, in ``seconds``.

    ``share`` is how much of the way the start is at.
    """

    seconds: float
    stop: float
    up: Course
    down: Course
    share: float = 0.45

    def film(self, drawing: Drawing) -> Film:
        """Two steps, one with each leg, for an eye that moves along: the hips stay in the middle of the picture."""
        deep, body = drawing.deepest, skeleton(drawing.deepest.pose)
        step = body.near_leg.ball[0] - body.far_leg.ball[0]
        on = _moved(mirrored(deep), step)
        stills = [self._still(drawing, on, part) for part in PARTS]
        walked = [still.pose.hip[0] - deep.pose.hip[0] for still in stills]
        near = [_moved(still, -gone) for still, gone in zip(stills, walked, strict=True)]
        far = [mirrored(still) for still in near[1:]]
        moves = [Move(0, 1, self.seconds), Move(1, 1, self.stop), Move(1, 2, self.seconds), Move(2, 2, self.stop)]
        return Film([*near, *far], moves, [*walked, *(step + gone for gone in walked[1:])], looseness=1.9)

    def _still(self, drawing: Drawing, on: Still, part: float) -> Still:
        """Without arrows: where the floor itself goes by, none has to say so."""
        if part <= self.share:
            still = still_between(drawing.deepest, drawing.start, part / self.share, self.up)
        else:
            still = still_between(drawing.start, on, (part - self.share) / (1 - self.share), self.down)
        return replace(still, props=tuple(prop for prop in still.props if not isinstance(prop, Way)))


def mirrored(still: Still) -> Still:
    """The same with left and right changed."""
    pose = still.pose
    other = replace(pose, near_leg=pose.far_leg, far_leg=pose.near_leg, near_arm=pose.far_arm, far_arm=pose.near_arm)
    return replace(still, pose=other)


def _moved(still: Still, forward: float) -> Still:
    return replace(still, pose=replace(still.pose, hip=(still.pose.hip[0] + forward, still.pose.hip[1])))
