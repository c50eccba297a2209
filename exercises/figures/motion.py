"""The way between two poses of one body: what stands stays where it stands, the rest turns in its joints.

Lengths are centimetres, angles degrees; ``part`` is how much of the way is done, 0 to 1.
"""

from dataclasses import replace

from exercises.figures.body import ArmJoints, LegJoints, Point, along, bearing, between, distance, skeleton
from exercises.figures.pose import Arm, Leg, Pose
from exercises.figures.reach import Foot, Palm, ankle_of, arm_to, leg_to, shoulder_of

STAYS = 2.5
"""A hand or a foot that is not further away at the other end of the way has not left its place, in centimetres."""


def pose_between(start: Pose, end: Pose, part: float) -> Pose:
    """The pose on the way: feet and hands that keep their place keep it all the way, legs shorten steadily."""
    begin, finish = skeleton(start), skeleton(end)
    tilt, spine = _mean(start.tilt, end.tilt, part), _mean(start.spine, end.spine, part)
    hip = between(start.hip, end.hip, part)
    if distance(begin.shoulder, finish.shoulder) < STAYS:
        shoulder = between(begin.shoulder, finish.shoulder, part)
        over = shoulder_of((0, 0), tilt, spine)
        hip = shoulder[0] - over[0], shoulder[1] - over[1]
    elif _stands(begin.near_leg, finish.near_leg):
        ankle = ankle_of(_foot(begin.near_leg, finish.near_leg, part))
        near, there = begin.near_leg, finish.near_leg
        length = _mean(distance(near.ankle, near.hip), distance(there.ankle, there.hip), part)
        if not start.front:
            hip = along(ankle, bearing(ankle, hip), length)
    shoulder, chest, flat = shoulder_of(hip, tilt, spine), tilt + spine, start.front
    return replace(
        start,
        hip=hip,
        tilt=tilt,
        spine=spine,
        neck=_mean(start.neck, end.neck, part),
        head=_mean(start.head, end.head, part),
        near_leg=_leg((start.near_leg, end.near_leg), (begin.near_leg, finish.near_leg), hip, tilt, part, flat),
        far_leg=_leg((start.far_leg, end.far_leg), (begin.far_leg, finish.far_leg), hip, tilt, part, flat),
        near_arm=_arm((start.near_arm, end.near_arm), (begin.near_arm, finish.near_arm), shoulder, chest, part, flat),
        far_arm=_arm((start.far_arm, end.far_arm), (begin.far_arm, finish.far_arm), shoulder, chest, part, flat),
    )


def _mean(start: float, end: float, part: float) -> float:
    return start + part * (end - start)


def _stands(start: LegJoints, end: LegJoints) -> bool:
    return distance(start.ball, end.ball) < STAYS


def _foot(start: LegJoints, end: LegJoints, part: float) -> Foot:
    x, y = between(start.ball, end.ball, part)
    return Foot(x, y, _mean(start.pitch, end.pitch, part))


def _leg(
    angles: tuple[Leg, Leg], joints: tuple[LegJoints, LegJoints], hip: Point, tilt: float, part: float, front: bool
) -> Leg:
    mean = Leg(*(_mean(x, y, part) for x, y in zip(*(vars(one).values() for one in angles), strict=True)))
    if front or not _stands(*joints):
        return mean
    return replace(leg_to(_foot(*joints, part), hip, tilt), toes=mean.toes)


def _arm(
    angles: tuple[Arm, Arm], joints: tuple[ArmJoints, ArmJoints], shoulder: Point, tilt: float, part: float, front: bool
) -> Arm:
    mean = Arm(*(_mean(x, y, part) for x, y in zip(*(vars(one).values() for one in angles), strict=True)))
    start, end = joints
    if front or distance(start.wrist, end.wrist) > STAYS or mean.out or mean.turn:
        return mean
    return arm_to(Palm(between(start.wrist, end.wrist, part), _mean(start.hand, end.hand, part)), shoulder, tilt)
