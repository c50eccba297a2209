"""The body: segment lengths and masses, where the joints are in a pose, and where its weight is.

Lengths and masses are Winter's proportions of body height and mass. Points are (x, y) in centimetres: x forward,
y up, floor at 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from exercises.figures.pose import Arm, Leg, Pose

type Point = tuple[float, float]

HEIGHT = 172.0
MASS = 68.0
SHANK = 0.246 * HEIGHT
THIGH = 0.245 * HEIGHT
TRUNK = 0.288 * HEIGHT
HIPS = 0.05 * HEIGHT
"""From the middle of the body to a hip joint."""
SHOULDERS = 0.099 * HEIGHT
"""From the middle of the body to a shoulder joint."""
UPPER_ARM = 0.186 * HEIGHT
FOREARM = 0.146 * HEIGHT
GRIP = 7.5
"""From the wrist to the middle of a closed hand, in centimetres."""
WAIST = 0.42
"""Where between hip and shoulder the spine bends."""
NECK_BASE = 5.0
NECK = 12.5
NECK_SLOPE = 14.0
"""A relaxed neck leans this many degrees forward of the back."""
ANKLE_HEIGHT = 7.6
HEEL = 6.0
BALL = 13.0
TOES = 7.5


def along(start: Point, angle: float, length: float) -> Point:
    """The point ``length`` away; an angle of 0 degrees points down, 90 forward, 180 up."""
    return start[0] + length * sin(radians(angle)), start[1] - length * cos(radians(angle))


def bearing(start: Point, end: Point) -> float:
    """The direction from start to end in degrees; 0 is down, 90 forward, 180 up."""
    return degrees(atan2(end[0] - start[0], start[1] - end[1]))


def offset(start: Point, angle: float, forward: float, up: float) -> Point:
    """A point given in a frame leaning ``angle`` degrees forward."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return start[0] + forward * c + up * s, start[1] - forward * s + up * c


@dataclass(frozen=True)
class LegJoints:
    hip: Point
    knee: Point
    ankle: Point
    heel: Point
    ball: Point
    toe: Point
    pitch: float
    """How many degrees the heel is lifted over the ball of the foot."""
    tilt: float
    """The pelvis it hangs on leans this many degrees forward."""


@dataclass(frozen=True)
class ArmJoints:
    shoulder: Point
    elbow: Point
    wrist: Point
    grip: Point
    hand: float
    """Direction of the hand in degrees, 0 hanging down."""


@dataclass(frozen=True)
class Skeleton:
    """Every joint of a pose in centimetres; seen from the side, near and far side are in one plane."""

    hip: Point
    waist: Point
    shoulder: Point
    neck_base: Point
    skull: Point
    pelvis_tilt: float
    chest_tilt: float
    head_tilt: float
    near_leg: LegJoints
    far_leg: LegJoints
    near_arm: ArmJoints
    far_arm: ArmJoints


def leg_joints(hip: Point, tilt: float, leg: Leg, *, front: bool = False) -> LegJoints:
    """A leg from its hip down; seen from the ``front`` the foot points at the viewer and has no length."""
    length = 0 if front else 1
    thigh = leg.hip - tilt
    shank = thigh - leg.knee
    knee = along(hip, thigh, THIGH)
    ankle = along(knee, shank, SHANK)
    pitch = -(shank + leg.ankle)
    heel = offset(ankle, pitch, -HEEL * length, -ANKLE_HEIGHT)
    ball = offset(ankle, pitch, BALL * length, -ANKLE_HEIGHT)
    toe = offset(ball, pitch - leg.toes, TOES * length, 0)
    return LegJoints(hip, knee, ankle, heel, ball, toe, pitch, tilt)


def arm_joints(shoulder: Point, tilt: float, arm: Arm) -> ArmJoints:
    upper = arm.shoulder - tilt
    lower = upper + arm.elbow
    hand = lower + arm.wrist
    elbow = along(shoulder, upper, UPPER_ARM * cos(radians(arm.out)))
    wrist = along(elbow, lower, FOREARM * cos(radians(arm.turn)))
    return ArmJoints(shoulder, elbow, wrist, along(wrist, hand, GRIP * cos(radians(arm.turn))), hand)


def skeleton(pose: Pose) -> Skeleton:
    """Forward kinematics: from the hip outwards, each segment turned by its joint."""
    chest, front = pose.tilt + pose.spine, pose.front
    hips, shoulders, nape, slope = (HIPS, SHOULDERS, 0.0, 0.0) if front else (0.0, 0.0, -1.0, NECK_SLOPE)
    waist = offset(pose.hip, pose.tilt, 0, WAIST * TRUNK)
    shoulder = offset(waist, chest, 0, (1 - WAIST) * TRUNK)
    neck_base = offset(shoulder, chest, nape, NECK_BASE)
    neck = chest + pose.neck
    return Skeleton(
        hip=pose.hip,
        waist=waist,
        shoulder=shoulder,
        neck_base=neck_base,
        skull=offset(neck_base, neck + slope, 0, NECK),
        pelvis_tilt=pose.tilt,
        chest_tilt=chest,
        head_tilt=neck + pose.head,
        near_leg=leg_joints(offset(pose.hip, pose.tilt, -hips, 0), pose.tilt, pose.near_leg, front=front),
        far_leg=leg_joints(offset(pose.hip, pose.tilt, hips, 0), pose.tilt, pose.far_leg, front=front),
        near_arm=arm_joints(offset(shoulder, chest, -shoulders, 0), chest, pose.near_arm),
        far_arm=arm_joints(offset(shoulder, chest, shoulders, 0), chest, pose.far_arm),
    )


def between(start: Point, end: Point, part: float) -> Point:
    return start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])


def distance(start: Point, end: Point) -> float:
    return hypot(end[0] - start[0], end[1] - start[1])


def masses(body: Skeleton) -> list[tuple[float, Point]]:
    """Mass in kilograms and centre of each segment."""
    parts = [
        (0.497, between(body.hip, body.shoulder, 0.5)),
        (0.081, offset(body.skull, body.head_tilt, 0.5, 2)),
    ]
    for leg in (body.near_leg, body.far_leg):
        parts += [
            (0.100, between(leg.hip, leg.knee, 0.433)),
            (0.0465, between(leg.knee, leg.ankle, 0.433)),
            (0.0145, between(leg.heel, leg.toe, 0.5)),
        ]
    for arm in (body.near_arm, body.far_arm):
        parts += [
            (0.028, between(arm.shoulder, arm.elbow, 0.436)),
            (0.016, between(arm.elbow, arm.wrist, 0.43)),
            (0.006, arm.grip),
        ]
    return [(share * MASS, centre) for share, centre in parts]


def centre_of_mass(body: Skeleton, loads: Iterable[tuple[float, Point]] = ()) -> Point:
    """Centre of mass in centimetres, with any loads (kilograms, place) carried."""
    parts = [*masses(body), *loads]
    total = sum(mass for mass, _ in parts)
    return sum(m * p[0] for m, p in parts) / total, sum(m * p[1] for m, p in parts) / total
