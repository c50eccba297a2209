"""A leg on the way: its foot stands, steps through the air, or hangs free.

Lengths are centimetres, angles degrees; ``part`` is how much of the way is done, 0 to 1.
"""

from dataclasses import replace
from math import pi, sin

from exercises.figures.body import SHANK, THIGH, LegJoints, Point, along, bearing, between, distance, leg_joints
from exercises.figures.course import STAYS, Course, blend, mean
from exercises.figures.pose import Leg, Pose
from exercises.figures.reach import Foot, ankle_of, leg_to

HIGHEST_HEEL = 52
"""How far a heel rises before the toes leave the ground, in degrees."""
STIFF_ANKLE = 34.0
"""How far an ankle bends before the heel rises, in degrees."""
HALF_A_FOOT = 14.0
"""A foot that is further before the hips is on its way, and lands on its heel; centimetres."""


def leg_between(a: Leg, b: Leg, start: LegJoints, end: LegJoints, pose: Pose, part: float, course: Course) -> Leg:
    """A foot that stands at both ends stands or steps; a leg that is free at one end turns in its joints."""
    stood, stands = _on_its_sole(a, start), _on_its_sole(b, end)
    if distance(start.ball, end.ball) < STAYS or (stood and stands):
        return _step(a, b, start, end, pose, part, course)
    first = _stand(start.ball, start.pitch, pose, a.toes - start.pitch) if stood else a
    last = _stand(end.ball, end.pitch, pose, b.toes - end.pitch) if stands else b
    bent = blend(first, last, part)
    extra = course.bend * sin(pi * part)
    return _over_the_floor(replace(bent, hip=bent.hip + extra / 2, knee=max(0, bent.knee + extra)), pose)


def _over_the_floor(leg: Leg, pose: Pose) -> Leg:
    """The same leg, drawn up as far as its foot would go through the floor."""
    joints = leg_joints(pose.hip, pose.tilt, leg)
    low = min(y for _, y in (joints.heel, joints.ball, joints.toe))
    if low >= 0:
        return leg
    foot = Foot(joints.ball[0], joints.ball[1] - low, joints.pitch)
    return replace(leg_to(foot, pose.hip, pose.tilt), toes=leg.toes)


def _on_its_sole(leg: Leg, joints: LegJoints) -> bool:
    """Toes level with the ground, whatever the heel does: how ``reach.Foot`` stands."""
    return abs(leg.toes - joints.pitch) < 0.5


def _step(a: Leg, b: Leg, start: LegJoints, end: LegJoints, pose: Pose, part: float, course: Course) -> Leg:
    x, y = between(start.ball, end.ball, part)
    away = distance(start.ball, end.ball) >= STAYS
    air = sin(pi * part) if away else 0
    pitch = mean(start.pitch, end.pitch, part)
    toes = mean(a.toes - start.pitch, b.toes - end.pitch, part)
    return _stand((x, y + course.lift * air), pitch, pose, toes)


def _stand(ball: Point, pitch: float, pose: Pose, toes: float) -> Leg:
    """The leg to a foot. Its heel rises where the leg is too short or the ankle bends no further.

    A foot that is out of reach all the same hangs as near to its place as it comes.
    """
    highest = max(pitch, HIGHEST_HEEL)
    if not _stands_well(ball, pitch, pose) and ball[0] < pose.hip[0] + HALF_A_FOOT:
        low, high = pitch, highest
        for _ in range(12):
            middle = (low + high) / 2
            low, high = (low, middle) if _stands_well(ball, middle, pose) else (middle, high)
        pitch = high
    foot = Foot(*ball, pitch)
    ankle = ankle_of(foot)
    missing = distance(pose.hip, ankle) - (THIGH + SHANK)
    if missing > 0:
        x, y = along(ankle, bearing(ankle, pose.hip), missing + 0.01)
        foot = replace(foot, ball=ball[0] + x - ankle[0], height=ball[1] + y - ankle[1])
    return replace(leg_to(foot, pose.hip, pose.tilt), toes=pitch + toes)


def _stands_well(ball: Point, pitch: float, pose: Pose) -> bool:
    foot = Foot(*ball, pitch)
    if distance(pose.hip, ankle_of(foot)) > THIGH + SHANK:
        return False
    return leg_to(foot, pose.hip, pose.tilt).ankle <= STIFF_ANKLE
