"""An arm on the way: its hand stays where it is, carries a weight up and down, or swings.

Lengths are centimetres, angles degrees; ``part`` is how much of the way is done, 0 to 1.
"""

from dataclasses import dataclass
from math import sqrt

from exercises.figures.body import GRIP, ArmJoints, Point, Skeleton, along, between, distance, offset
from exercises.figures.course import STAYS, blend, mean
from exercises.figures.pose import Arm
from exercises.figures.props import Barbell, Dumbbells, Prop
from exercises.figures.reach import Grip, Palm, arm_to


@dataclass(frozen=True)
class Hand:
    """A hand in the world, and as the pelvis sees it."""

    body: Skeleton
    name: str

    @property
    def joints(self) -> ArmJoints:
        joints: ArmJoints = getattr(self.body, self.name)
        return joints

    @property
    def on_pelvis(self) -> Point:
        (x, y), (hip_x, hip_y) = self.joints.wrist, self.body.hip
        return offset((0, 0), -self.body.pelvis_tilt, x - hip_x, y - hip_y)


def arm_between(a: Arm, b: Arm, start: Hand, end: Hand, body: Skeleton, part: float) -> Arm:
    """A hand that stays where it is, in the world or on the hips, is reached; any other arm turns in its joints."""
    free = blend(a, b, part)
    if free.out or free.turn:
        return free
    turned = mean(start.joints.hand, end.joints.hand, part)
    fist = between(start.joints.grip, end.joints.grip, part)
    if distance(start.joints.grip, end.joints.grip) < min(STAYS, distance(start.joints.wrist, end.joints.wrist)):
        palm = Palm(along(fist, turned + 180, GRIP), turned)
    elif distance(start.joints.wrist, end.joints.wrist) < STAYS:
        palm = Palm(between(start.joints.wrist, end.joints.wrist, part), turned)
    elif distance(start.on_pelvis, end.on_pelvis) < STAYS:
        palm = Palm(offset(body.hip, body.pelvis_tilt, *between(start.on_pelvis, end.on_pelvis, part)), turned)
    else:
        return free
    return arm_to(palm, body.near_arm.shoulder if start.name == "near_arm" else body.far_arm.shoulder, body.chest_tilt)


def hangs(prop: Prop, body: Skeleton, arm: str) -> bool:
    """A weight in this long arm before the legs, which goes straight up and down."""
    before = (isinstance(prop, Barbell) and prop.on == "hands") or (isinstance(prop, Dumbbells) and not prop.beside)
    return before and any(distance(place, getattr(body, arm).grip) < 1 for _, place in prop.loads(body))


def hanging(start: ArmJoints, end: ArmJoints, now: ArmJoints, chest: float, part: float) -> Arm:
    reach = mean(distance(start.shoulder, start.grip), distance(end.shoulder, end.grip), part)
    x, shoulder = mean(start.grip[0], end.grip[0], part), now.shoulder
    return arm_to(Grip((x, shoulder[1] - sqrt(reach**2 - (x - shoulder[0]) ** 2))), shoulder, chest)
