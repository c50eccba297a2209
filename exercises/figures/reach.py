"""Inverse kinematics: joint angles that put a foot on the floor or a hand on a bar."""

from dataclasses import dataclass
from math import acos, atan2, cos, degrees, radians

from exercises.figures.body import (
    ANKLE_HEIGHT,
    BALL,
    FOREARM,
    GRIP,
    SHANK,
    THIGH,
    TRUNK,
    UPPER_ARM,
    WAIST,
    Point,
    along,
    bearing,
    distance,
    offset,
)
from exercises.figures.pose import Arm, Leg, Pose

HANGING = Arm(6, 10)


@dataclass(frozen=True)
class Foot:
    """A planted foot: where its ball stands (cm), how far the heel is lifted over it (degrees)."""

    ball: float
    height: float = 0
    pitch: float = 0
    flat_toes: bool = True


@dataclass(frozen=True)
class Grip:
    """A closed hand round something at this place (cm), elbow and hand away from the side as in ``Arm``."""

    at: Point
    out: float = 0
    turn: float = 0


@dataclass(frozen=True)
class Palm:
    """An open hand: where its wrist is (cm) and where its fingers point (degrees: 90 forward, 180 up)."""

    wrist: Point
    points: float


def ankle_of(foot: Foot) -> Point:
    """Where the ankle joint is over a planted foot, in centimetres."""
    return offset((foot.ball, foot.height), foot.pitch, -BALL, ANKLE_HEIGHT)


def two_links(start: Point, end: Point, first: float, second: float, bend: int) -> tuple[float, float]:
    """Angles of two links that lead from start to end: the first one's direction, and the bend between them.

    ``bend`` is -1 where the second link folds backward (a knee), +1 where it folds forward (an elbow). Raises
    ValueError when the end is out of reach.
    """
    reach = distance(start, end)
    if not abs(first - second) < reach <= first + second + 0.01:
        raise ValueError(f"{reach:.1f} cm cannot be reached with {first:.1f} and {second:.1f} cm")
    reach = min(reach, first + second - 1e-6)
    line = degrees(atan2(end[0] - start[0], start[1] - end[1]))
    at_start = degrees(acos((first**2 + reach**2 - second**2) / (2 * first * reach)))
    folded = 180 - degrees(acos((first**2 + second**2 - reach**2) / (2 * first * second)))
    return line - bend * at_start, folded


def leg_to(foot: Foot, hip: Point, tilt: float) -> Leg:
    """The leg that stands on this foot under this hip. Raises ValueError when it is too short."""
    thigh, knee = two_links(hip, ankle_of(foot), THIGH, SHANK, bend=-1)
    shank = thigh - knee
    return Leg(thigh + tilt, knee, -foot.pitch - shank, foot.pitch if foot.flat_toes else 0)


def arm_to(hand: Grip | Palm | Arm, shoulder: Point, tilt: float) -> Arm:
    """The arm from this shoulder to a hand. Raises ValueError when it is too short."""
    if isinstance(hand, Arm):
        return hand
    if isinstance(hand, Palm):
        upper, elbow = two_links(shoulder, hand.wrist, UPPER_ARM, FOREARM, bend=1)
        return Arm(turned(upper + tilt), elbow, turned(hand.points - upper - elbow))
    first, second = UPPER_ARM * cos(radians(hand.out)), (FOREARM + GRIP) * cos(radians(hand.turn))
    upper, elbow = two_links(shoulder, hand.at, first, second, bend=1)
    return Arm(turned(upper + tilt), elbow, 0, hand.out, hand.turn)


def turned(angle: float) -> float:
    """The same direction between -180 and 180 degrees."""
    return (angle + 180) % 360 - 180


def shoulder_of(hip: Point, tilt: float, spine: float = 0) -> Point:
    """Where the shoulder is over a hip, in centimetres."""
    return offset(offset(hip, tilt, 0, WAIST * TRUNK), tilt + spine, 0, (1 - WAIST) * TRUNK)


def propped(elbow: Point, knee: Point, lean: float) -> tuple[Point, float]:
    """Hip and tilt of a flat back between elbows and knees on the floor, the upper arms leaning back (degrees).

    Raises ValueError where knees and shoulders are too far apart.
    """
    shoulder = along(elbow, 180 + lean, UPPER_ARM)
    trunk, _ = two_links(shoulder, knee, TRUNK, THIGH, bend=1)
    hip = along(shoulder, trunk, TRUNK)
    return hip, 180 - bearing(hip, shoulder)


def planted(
    hip: Point,
    near: Foot | Leg,
    far: Foot | Leg,
    *,
    tilt: float = 0,
    spine: float = 0,
    neck: float = 0,
    head: float = 0,
    hands: Grip | Palm | Arm = HANGING,
    far_hand: Grip | Palm | Arm | None = None,
) -> Pose:
    """A pose from where hip, feet and hands are; a leg or an arm may also be given by its angles."""
    shoulder, chest = shoulder_of(hip, tilt, spine), tilt + spine
    other = hands if far_hand is None else far_hand
    return Pose(
        hip=hip,
        near_leg=near if isinstance(near, Leg) else leg_to(near, hip, tilt),
        far_leg=far if isinstance(far, Leg) else leg_to(far, hip, tilt),
        near_arm=arm_to(hands, shoulder, chest),
        far_arm=arm_to(other, shoulder, chest),
        tilt=tilt,
        spine=spine,
        neck=neck,
        head=head,
    )
