"""What one drawing shows: a pose, the things around it, the muscles that work, and the part of the world seen."""

from dataclasses import dataclass, field

from exercises.figures.body import Skeleton
from exercises.figures.pose import Pose
from exercises.figures.props import Prop

MARGIN = 26.0
"""Room round the outermost joints for what is drawn round them: hair, shoes, fingers; centimetres."""


@dataclass(frozen=True)
class Frame:
    """The part of the world on the page, in centimetres; always four wide to three high."""

    left: float = -128
    width: float = 256
    below: float = 14

    @property
    def height(self) -> float:
        return self.width * 3 / 4

    @property
    def view_box(self) -> str:
        top = self.below - self.height
        return f"{self.left:g} {top:g} {self.width:g} {self.height:g}"


def close_up(body: Skeleton, below: float) -> Frame:
    """The smallest four-to-three frame round a whole person, the floor ``below`` cm over its lower edge."""
    limbs = (body.near_leg, body.far_leg)
    arms = (body.near_arm, body.far_arm)
    points = [body.skull, body.shoulder, body.hip]
    points += [point for leg in limbs for point in (leg.knee, leg.heel, leg.toe)]
    points += [point for arm in arms for point in (arm.elbow, arm.grip)]
    left, right = min(x for x, _ in points) - MARGIN, max(x for x, _ in points) + MARGIN
    top = max(y for _, y in points) + MARGIN
    width = max(right - left, (top + below) * 4 / 3)
    return Frame(round((left + right - width) / 2, 1), round(width, 1), below)


@dataclass(frozen=True)
class Still:
    """One moment of a variation; ``what`` is its caption.

    ``fists`` is whether the hands are closed; ``open_far`` leaves the far one open all the same.
    """

    pose: Pose
    what: str
    props: tuple[Prop, ...] = ()
    fists: bool = False
    open_far: bool = False


@dataclass(frozen=True)
class Drawing:
    """A variation's two tellings: where it starts and where it is deepest."""

    start: Still
    deepest: Still
    working: tuple[str, ...]
    frame: Frame = field(default_factory=Frame)

    def still(self, phase: str) -> Still:
        """Raises ValueError for a phase other than start and deepest."""
        if phase not in ("start", "deepest"):
            raise ValueError(f"a phase is start or deepest, not {phase!r}")
        return self.start if phase == "start" else self.deepest
