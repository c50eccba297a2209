"""The way between two moments of one body: what stands stays where it stands, the rest turns in its joints.

Lengths are centimetres, angles degrees; ``part`` is how much of the way is done, 0 to 1.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import pi, sin

from exercises.figures.body import LegJoints, Point, Skeleton, along, bearing, between, distance, skeleton
from exercises.figures.course import STAYS, STRAIGHT, Course, blend, mean
from exercises.figures.hands import Hand, arm_between, hanging, hangs
from exercises.figures.pose import Arm, Leg, Pose
from exercises.figures.props import Barbell, Prop
from exercises.figures.reach import Foot, ankle_of, propped, shoulder_of
from exercises.figures.scene import Still
from exercises.figures.stepping import leg_between

ON_FLOOR = 9.0
"""An elbow or a knee that is lower rests on the floor, in centimetres."""


def still_between(start: Still, end: Still, part: float, course: Course = STRAIGHT) -> Still:
    """The moment on the way; caption and things are those of the end. Raises ValueError for hands out of reach."""
    if part in (0, 1):
        return replace(end, pose=(end if part else start).pose)
    walk = _across if start.pose.front else _along
    return replace(end, pose=walk(start.pose, end.pose, part, course, end.props))


def _trunk(start: Pose, end: Pose, part: float, lean: float) -> Pose:
    """The start's limbs on a trunk that is part of the way."""
    return replace(
        start,
        tilt=mean(start.tilt, end.tilt, part) + lean,
        spine=mean(start.spine, end.spine, part),
        neck=mean(start.neck, end.neck, part) - lean / 2,
        head=mean(start.head, end.head, part),
    )


# -- Seen from the side ------------------------------------------------------------------------------------------------


def _along(start: Pose, end: Pose, part: float, course: Course, props: Iterable[Prop]) -> Pose:
    begin, finish = skeleton(start), skeleton(end)
    pose = _trunk(start, end, course.trunk(part), course.lean * sin(pi * part))
    if _kneels(begin, finish):
        return _rocked(start, end, begin, finish, pose, part)
    pose = replace(pose, hip=_hip(begin, finish, pose, part, course))
    load = next((prop for prop in props if isinstance(prop, Barbell)), None)
    if load and load.on in ("front", "back"):
        # The bar keeps to its line; the hips give way.
        line = mean(load.centre(begin)[0], load.centre(finish)[0], part)
        pose = replace(pose, hip=(pose.hip[0] + line - load.centre(skeleton(pose))[0], pose.hip[1]))
    near, far = course.near_foot(part), course.far_foot(part)
    pose = replace(
        pose,
        near_leg=leg_between(start.near_leg, end.near_leg, begin.near_leg, finish.near_leg, pose, near, course),
        far_leg=leg_between(start.far_leg, end.far_leg, begin.far_leg, finish.far_leg, pose, far, course),
    )
    body = skeleton(pose)

    def arm(name: str) -> Arm:
        if any(hangs(prop, begin, name) for prop in props):
            return hanging(getattr(begin, name), getattr(finish, name), getattr(body, name), body.chest_tilt, part)
        hands = Hand(begin, name), Hand(finish, name)
        return arm_between(getattr(start, name), getattr(end, name), *hands, body, course.arms(part))

    return replace(pose, near_arm=arm("near_arm"), far_arm=arm("far_arm"))


def _hip(begin: Skeleton, finish: Skeleton, pose: Pose, part: float, course: Course) -> Point:
    """Where the hips are: at the end of a trunk whose shoulders stay, or over the foot that stands."""
    if distance(begin.shoulder, finish.shoulder) < STAYS:
        x, y = between(begin.shoulder, finish.shoulder, part)
        over = shoulder_of((0, 0), pose.tilt, pose.spine)
        return x - over[0], y - over[1]
    leg = f"{course.stands}_leg"
    start, end = getattr(begin, leg), getattr(finish, leg)
    ball, pitch = between(start.ball, end.ball, part), mean(start.pitch, end.pitch, part)
    ankle = ankle_of(Foot(*ball, pitch))
    length = mean(distance(start.ankle, start.hip), distance(end.ankle, end.hip), course.sink(part))
    direction = mean(bearing(start.ankle, start.hip) % 360, bearing(end.ankle, end.hip) % 360, course.trunk(part))
    return along(ankle, direction, length)


def _kneels(begin: Skeleton, finish: Skeleton) -> bool:
    """Elbows and knees keep their places on the floor."""
    (elbow, knee), (elbow_then, knee_then) = ((one.near_arm.elbow, one.near_leg.knee) for one in (begin, finish))
    return (
        distance(elbow, elbow_then) < STAYS and distance(knee, knee_then) < STAYS and max(elbow[1], knee[1]) < ON_FLOOR
    )


def _rocked(start: Pose, end: Pose, begin: Skeleton, finish: Skeleton, pose: Pose, part: float) -> Pose:
    """The shoulders rock over the elbows, the hips follow; forearms stay on the floor, lower legs turn evenly."""
    elbow = between(begin.near_arm.elbow, finish.near_arm.elbow, part)
    knee = between(begin.near_leg.knee, finish.near_leg.knee, part)
    lean = mean(_lean(begin), _lean(finish), part)
    hip, tilt = propped(elbow, knee, lean)
    upper, thigh = bearing(shoulder_of(hip, tilt), elbow), bearing(hip, knee)
    shank = mean(bearing(*_shank(begin)), bearing(*_shank(finish)), part)
    arm = replace(blend(start.near_arm, end.near_arm, part), shoulder=upper + tilt, elbow=90 - upper)
    leg = replace(blend(start.near_leg, end.near_leg, part), hip=thigh + tilt, knee=thigh - shank)
    return replace(pose, hip=hip, tilt=tilt, spine=0, near_leg=leg, far_leg=leg, near_arm=arm, far_arm=arm)


def _lean(body: Skeleton) -> float:
    """How far the upper arms lean back, in degrees."""
    return bearing(body.near_arm.elbow, body.shoulder) % 360 - 180


def _shank(body: Skeleton) -> tuple[Point, Point]:
    return body.near_leg.knee, body.near_leg.ankle


# -- Seen from the front -----------------------------------------------------------------------------------------------


def _across(start: Pose, end: Pose, part: float, course: Course, props: Iterable[Prop]) -> Pose:
    """Straight legs swing round their feet, the lower forearm stays on the floor."""
    begin, finish = skeleton(start), skeleton(end)
    feet, there = begin.far_leg.ankle, finish.far_leg.ankle
    length = mean(distance(feet, begin.hip), distance(there, finish.hip), part)
    direction = mean(bearing(feet, begin.hip) % 360, bearing(there, finish.hip) % 360, part)
    pose = _trunk(start, end, course.trunk(part), 0)
    pose = replace(pose, hip=along(between(feet, there, part), direction, length))
    body = skeleton(pose)

    def leg(angles: Leg, hip: Point, first: LegJoints, last: LegJoints) -> Leg:
        return replace(angles, hip=bearing(hip, between(first.ankle, last.ankle, part)) + pose.tilt)

    first, last = begin.far_arm, finish.far_arm
    upper = bearing(body.far_arm.shoulder, between(first.elbow, last.elbow, part))
    lower = mean(bearing(first.elbow, first.wrist), bearing(last.elbow, last.wrist), part)
    hand = Hand(begin, "near_arm"), Hand(finish, "near_arm")
    return replace(
        pose,
        near_leg=leg(blend(start.near_leg, end.near_leg, part), body.near_leg.hip, begin.near_leg, finish.near_leg),
        far_leg=leg(blend(start.far_leg, end.far_leg, part), body.far_leg.hip, begin.far_leg, finish.far_leg),
        far_arm=replace(blend(start.far_arm, end.far_arm, part), shoulder=upper + body.chest_tilt, elbow=lower - upper),
        near_arm=arm_between(start.near_arm, end.near_arm, *hand, body, course.arms(part)),
    )
