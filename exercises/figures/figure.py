"""The limbs from the side, with volume: a leg with its shoe and its half of the shorts, an arm with its hand."""

from collections.abc import Collection
from dataclasses import dataclass
from math import cos, radians, tan

from exercises.figures import muscles
from exercises.figures.body import THIGH as THIGH_LENGTH
from exercises.figures.body import ArmJoints, LegJoints, Point, along, bearing, between, offset
from exercises.figures.outline import Profile, limb, path, shape

THIGH: Profile = ((-0.1, 1, 3), (0.08, 4.4, 7.6), (0.26, 8.4, 8.9), (0.45, 8.7, 7.6), (0.68, 7.2, 6.1),
                  (0.86, 6.1, 5.3), (0.97, 6.2, 4.9), (1.06, 5, 3.8), (1.12, 2.2, 1.6))  # fmt: skip
THIGH_SHADE: Profile = ((0.2, -8.6, 9.1), (0.45, -3.8, 7.6), (0.68, -2.4, 6.1), (0.86, -2.6, 5.3), (1.0, -4.2, 4.6))
SHANK: Profile = ((-0.1, 2, 1.4), (-0.02, 5.4, 4.2), (0.07, 5.3, 5), (0.16, 5.2, 6.4), (0.28, 4.9, 7.3),
                  (0.42, 4.5, 6.6), (0.58, 4, 4.7), (0.74, 3.5, 3.4), (0.88, 3.3, 3.1), (1.05, 3.6, 3.5))  # fmt: skip
SHANK_SHADE: Profile = ((0.0, -3.9, 4.4), (0.16, -3, 6.4), (0.28, -2.8, 7.3), (0.42, -2.4, 6.6), (0.58, -1.6, 4.7),
                        (0.74, -0.8, 3.4), (0.96, 0.4, 3.2))  # fmt: skip
UPPER_ARM: Profile = ((-0.17, 2.4, 2.4), (-0.1, 4.9, 4.9), (0.06, 5.9, 5.8), (0.22, 5.4, 5.4), (0.42, 4.6, 4.9),
                      (0.68, 4.1, 4.5), (0.92, 3.7, 4.1), (1.04, 2.8, 3), (1.1, 1.2, 1.2))  # fmt: skip
UPPER_ARM_SHADE: Profile = ((0.2, -5.2, 5.4), (0.34, -3.6, 5.1), (0.5, -2.3, 4.8), (0.74, -2.3, 4.4), (0.96, -3.6, 3.9))
FOREARM: Profile = ((-0.1, 1.4, 1.8), (-0.01, 3.6, 3.6), (0.18, 4.4, 4), (0.36, 4.1, 3.7), (0.62, 3.1, 2.9),
                    (0.86, 2.4, 2.4), (1.06, 2.2, 2.2))  # fmt: skip
FOREARM_SHADE: Profile = ((0.02, -3.4, 3.7), (0.18, -2, 4), (0.4, -1.3, 3.6), (0.66, -1, 2.8), (0.98, -1.8, 2.3))

HEM = 0.4
"""How much of the thigh the shorts cover."""
DEPTH = 9.3
"""From the hip joint to the front of the body, in centimetres."""
GLUTEAL = 0.4
"""The seat turns by this part of the hip's flexion."""


@dataclass(frozen=True)
class Side:
    """Near or far: what its classes end in, and how far it is moved on the page (towards the back, up)."""

    suffix: str
    hip: Point
    foot: Point
    shoulder: Point


NEAR = Side("", (0.7, -0.3), (2.4, -1.2), (2.2, -0.6))
FAR = Side("-far", (-0.9, 0.5), (-3.6, 1.8), (-2.2, 0.6))


def moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def shade(outline: list[Point]) -> str:
    """The side of a limb that the light does not reach; the far side is in the dark as a whole."""
    return shape("fig-dim", path(outline))


def leg(joints: LegJoints, side: Side, tinted: Collection[str]) -> str:
    """One leg with its shoe and its half of the shorts."""
    hip, ankle = moved(joints.hip, side.hip), moved(joints.ankle, side.foot)
    knee = moved(joints.knee, between(side.hip, side.foot, 0.5))
    skin, near = f"fig-skin{side.suffix}", side is NEAR
    return "".join([
        shape(skin, path(limb(knee, ankle, SHANK))),
        *([shade(limb(knee, ankle, SHANK_SHADE)), *muscles.of_shank(knee, ankle, tinted)] if near else ()),
        *shoe(joints, side),
        shape(skin, path(limb(hip, knee, THIGH))),
        *([shade(limb(hip, knee, THIGH_SHADE))] if near else ()),
        shape(f"fig-shorts{side.suffix}", path(shorts(hip, knee, joints.tilt))),
        *(muscles.of_thigh(hip, knee, tinted) if near else ()),
    ])  # fmt: skip


def crease(hip: Point, knee: Point, tilt: float, clear: float = 0) -> Point:
    """Where trunk and thigh meet in front of the hip, or a point ``clear`` cm in front of that."""
    flexion = _flexion(hip, knee, tilt)
    return offset(hip, tilt - flexion / 2, DEPTH / cos(radians(_foldable(flexion) / 2)) + clear, 0)


def _flexion(hip: Point, knee: Point, tilt: float) -> float:
    return (bearing(hip, knee) + tilt + 180) % 360 - 180


def _foldable(flexion: float) -> float:
    return max(-40.0, min(130.0, flexion))


def shorts(hip: Point, knee: Point, tilt: float) -> list[Point]:
    """One half of the shorts: waist and crease turn with the pelvis, the hem with the thigh, the seat between them."""
    flexion = _flexion(hip, knee, tilt)
    fold = DEPTH * tan(radians(_foldable(flexion) / 2))
    top = max(0.2, (fold + 1.5) / THIGH_LENGTH)
    seat = tilt - GLUTEAL * flexion

    def on_thigh(part: float, width: float) -> Point:
        (point, _) = limb(hip, knee, ((part, width, 0),))
        return point

    return [
        offset(hip, tilt, 8.7, max(12, fold + 1.5)),
        crease(hip, knee, tilt, max(0.0, flexion) / 60),
        on_thigh(top, 9.7),
        on_thigh(max(HEM, top + 0.06), 9.7),
        on_thigh(HEM + 0.01, 0.5),
        on_thigh(HEM - 0.02, -9.6),
        offset(hip, seat, -11.4, -7),
        offset(hip, seat, -12.9, -0.6),
        offset(hip, seat, -11.4, 5.6),
        offset(hip, tilt, -8.6, 12.6),
        offset(hip, tilt, 0, 12.6),
    ]


def shoe(joints: LegJoints, side: Side) -> list[str]:
    """Upper and sole of a running shoe that bends at the ball of the foot."""
    ankle, ball, pitch = moved(joints.ankle, side.foot), moved(joints.ball, side.foot), joints.pitch
    toe = moved(joints.toe, side.foot)
    front = 90 - bearing(ball, toe)

    def foot(ahead: float, up: float) -> Point:
        return offset(ankle, pitch, ahead, up)

    def tip(ahead: float, up: float) -> Point:
        return offset(ball, front, ahead, up)

    def hinge(up: float) -> Point:
        return offset(ball, pitch + ((front - pitch + 180) % 360 - 180) / 2, 0, up)

    upper = [foot(-4.4, 3), foot(-6.1, -1.2), foot(-6.5, -5.6), foot(4, -5.8), tip(0, 1.8), tip(7.2, 1.8),
             tip(7.7, 3.7), tip(4.4, 5.4), hinge(6.6), foot(7.4, 0.8), foot(4.6, 3.4), foot(0, 2.2)]  # fmt: skip
    sole = [foot(-7.2, -4.4), foot(-7, -7.2), foot(0, -7.6), foot(8, -7.5), tip(0, 0), tip(6.6, 0.2), tip(9, 1.9),
            tip(6, 2.5), hinge(2.5), foot(4, -4.6)]  # fmt: skip
    stripe = [foot(1.2, 0.8), foot(3.4, 1), foot(6.8, -4.6), foot(4.6, -4.8)]
    return [
        shape(f"fig-shoe{side.suffix}", path(upper)),
        shape(f"fig-sole{side.suffix}", path(stripe)),
        shape(f"fig-sole{side.suffix}", path(sole)),
    ]


def arm(joints: ArmJoints, side: Side, tinted: Collection[str], *, fist: bool) -> str:
    """One arm and its hand, closed round something or open."""
    shoulder, elbow, wrist = (moved(joint, side.shoulder) for joint in (joints.shoulder, joints.elbow, joints.wrist))
    skin, near = f"fig-skin{side.suffix}", side is not FAR
    return "".join([
        shape(skin, path(hand(wrist, joints.hand, fist))),
        shape(skin, path(limb(elbow, wrist, FOREARM))),
        *([shade(limb(elbow, wrist, FOREARM_SHADE))] if near else ()),
        shape(skin, path(limb(shoulder, elbow, UPPER_ARM))),
        *([shade(limb(shoulder, elbow, UPPER_ARM_SHADE)), *muscles.of_arm(shoulder, elbow, tinted)] if near else ()),
    ])  # fmt: skip


FIST = ((-1, -2.2), (2.6, -3), (6.4, -3.8), (9.8, -3), (10.9, -0.4), (10.2, 2.4), (8.2, 3.9), (5.4, 3.8), (3.2, 3.2),
        (-1, 2.2))  # fmt: skip
OPEN = ((-1, -2.2), (4, -2.8), (10, -2.4), (16, -0.9), (16.8, 0.6), (12.4, 1.9), (9.4, 2.2), (8.9, 4.2), (5, 3.5),
        (-1, 2.2))  # fmt: skip
"""Down from the wrist, towards the thumb; as many points in both, so that one can become the other."""


def hand(wrist: Point, angle: float, fist: bool) -> list[Point]:
    return [along(along(wrist, angle, down), angle + 90, ahead) for down, ahead in (FIST if fist else OPEN)]
