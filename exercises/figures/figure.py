"""The person: limbs, torso and head with volume, drawn from the far side to the near side."""

from collections.abc import Collection
from dataclasses import dataclass

from exercises.figures import muscles
from exercises.figures.body import ArmJoints, LegJoints, Point, Skeleton, along, bearing, between, offset
from exercises.figures.outline import Profile, limb, path

THIGH: Profile = ((-0.1, 2, 3), (0.05, 7, 8), (0.25, 9.6, 8.9), (0.5, 8.6, 7.3), (0.75, 6.9, 5.8),
                  (0.93, 6.2, 5.0), (1.04, 5.2, 4.6), (1.1, 2.6, 2))  # fmt: skip
SHANK: Profile = ((-0.1, 2, 1.5), (-0.03, 5.2, 4.2), (0.08, 5.4, 5.3), (0.28, 5.0, 7.2), (0.5, 4.4, 5.9),
                  (0.75, 3.5, 3.6), (0.93, 3.4, 3.3), (1.05, 3.4, 3.2))  # fmt: skip
SHORTS: Profile = ((-0.12, 2, 4), (0.02, 7.8, 9.8), (0.2, 10.2, 10.2), (0.37, 10.4, 9.8))
UPPER_ARM: Profile = ((-0.16, 2.6, 2.8), (-0.06, 5.6, 5.6), (0.16, 5.7, 5.6), (0.42, 4.9, 4.9), (0.7, 4.0, 4.3),
                      (0.95, 3.6, 3.8), (1.06, 2.4, 2.6))  # fmt: skip
FOREARM: Profile = ((-0.1, 1.6, 2), (0.0, 3.6, 3.6), (0.22, 4.3, 3.9), (0.5, 3.6, 3.4), (0.82, 2.5, 2.6),
                    (1.04, 2.3, 2.4))  # fmt: skip


CALF_SHADE: Profile = (
    (0.0, -3.8, 4.2),
    (0.1, -3.4, 5.4),
    (0.28, -3.4, 7.2),
    (0.5, -2.4, 5.9),
    (0.75, -1.2, 3.6),
    (0.96, 0, 3.2),
)
THIGH_SHADE: Profile = ((0.2, -5, 9.2), (0.5, -3.2, 7.3), (0.75, -2, 5.8), (0.92, -2.4, 4.8), (1.0, -3.6, 4.0))
BACK_SHADE = ((0.99, -8), (0.86, -10), (0.7, -10.4), (0.5, -8.9), (0.32, -8), (0.16, -9.2), (0.06, -10.2), (0.2, -5.4),
              (0.4, -4.4), (0.7, -6), (0.9, -6.4))  # fmt: skip


@dataclass(frozen=True)
class Side:
    """Near or far: the class its skin wears, and how far it is moved on the page (towards the back, up)."""

    skin: str
    cloth: str
    hip: Point
    foot: Point
    shoulder: Point


NEAR = Side("fig-skin", "fig-shorts", (1.2, -0.6), (2.4, -1.2), (2.2, -0.6))
FAR = Side("fig-far", "fig-shorts-far", (-1.6, 0.8), (-3.6, 1.8), (-2.2, 0.6))


def shape(css: str, data: str) -> str:
    return f'<path class="{css}" d="{data}"/>'


def moved(point: Point, by: Point) -> Point:
    return point[0] + by[0], point[1] + by[1]


def leg(joints: LegJoints, side: Side, tinted: Collection[str]) -> str:
    """One leg with its shoe and its half of the shorts."""
    hip, ankle = moved(joints.hip, side.hip), moved(joints.ankle, side.foot)
    knee = moved(joints.knee, between(side.hip, side.foot, 0.5))
    near = side is NEAR
    parts = [
        shape(side.skin, path(limb(knee, ankle, SHANK))),
        *(muscles.of_shank(knee, ankle, tinted) if near else ()),
        *shoe(joints, side),
        *([shape("fig-dim", path(limb(knee, ankle, CALF_SHADE)))] if near else ()),
        shape(side.skin, path(limb(hip, knee, THIGH))),
        *([shape("fig-dim", path(limb(hip, knee, THIGH_SHADE)))] if near else ()),
        *(muscles.of_thigh(hip, knee, tinted) if near else ()),
        shape(side.cloth, path(limb(hip, knee, SHORTS))),
    ]
    return "".join(parts)


def shoe(joints: LegJoints, side: Side) -> list[str]:
    """Upper and sole of a running shoe that bends at the ball of the foot."""
    far = "" if side is NEAR else "-far"
    ankle, ball, pitch = moved(joints.ankle, side.foot), moved(joints.ball, side.foot), joints.pitch
    toe = moved(joints.toe, side.foot)
    front = 90 - bearing(ball, toe)

    def foot(ahead: float, up: float) -> Point:
        return offset(ankle, pitch, ahead, up)

    def tip(ahead: float, up: float) -> Point:
        return offset(ball, front, ahead, up)

    def hinge(up: float) -> Point:
        return offset(ball, pitch + ((front - pitch + 180) % 360 - 180) / 2, 0, up)

    upper = [foot(-4.6, 2.6), foot(-6.3, -1.5), foot(-6.4, -5.6), foot(4, -5.8), tip(0, 1.8), tip(7.2, 1.8),
             tip(7.6, 3.6), tip(4.4, 5.2), hinge(6.4), foot(7, 0.6), foot(4.4, 2.9), foot(0, 1.6)]  # fmt: skip
    sole = [foot(-7, -4.6), foot(-6.6, -7.4), foot(0, -7.6), foot(8, -7.5), tip(0, 0), tip(6.6, 0.2), tip(9, 1.9),
            tip(6, 2.4), hinge(2.4), foot(4, -4.6)]  # fmt: skip
    return [shape(f"fig-shoe{far}", path(upper)), shape(f"fig-sole{far}", path(sole))]


def arm(joints: ArmJoints, side: Side, tinted: Collection[str], *, fist: bool) -> str:
    """One arm and its hand, closed round something or open."""
    shoulder, elbow, wrist = (moved(joint, side.shoulder) for joint in (joints.shoulder, joints.elbow, joints.wrist))
    parts = [
        shape(side.skin, path(hand(wrist, joints.hand, fist))),
        shape(side.skin, path(limb(elbow, wrist, FOREARM))),
        shape(side.skin, path(limb(shoulder, elbow, UPPER_ARM))),
        *(muscles.of_arm(shoulder, elbow, tinted) if side is NEAR else ()),
    ]
    return "".join(parts)


def hand(wrist: Point, angle: float, fist: bool) -> list[Point]:
    def at(down: float, ahead: float) -> Point:
        return along(along(wrist, angle, down), angle + 90, ahead)

    if fist:
        return [at(-1, -2.3), at(3, -3.2), at(7.6, -3.9), at(10.2, -2.6), at(10.6, 1.2), at(8.4, 3.8), at(4, 3.6),
                at(-1, 2.3)]  # fmt: skip
    return [at(-1, -2.2), at(4, -2.7), at(10, -2.2), at(16, -0.6), at(16.6, 0.7), at(13, 1.6), at(9, 2.4),
            at(9, 4.3), at(6.5, 4.6), at(4, 3), at(-1, 2.2)]  # fmt: skip


TORSO: Profile = ((1.06, 1.5, 5.2), (0.99, 6.8, 8.0), (0.86, 10.6, 10.0), (0.7, 11.8, 10.4), (0.5, 10.4, 8.9),
                  (0.32, 9.4, 8.0), (0.16, 9.6, 9.2), (0.04, 8.6, 10.4))  # fmt: skip


def torso_edge(body: Skeleton, part: float, width: float) -> Point:
    """A point beside the spine: ``part`` of the way from hip to shoulder, ``width`` cm to the front (or back, < 0)."""
    blend = max(0.0, min(1.0, (part - 0.15) / 0.55))
    tilt = body.pelvis_tilt + blend * (body.chest_tilt - body.pelvis_tilt)
    straight = between(body.hip, body.waist, part / 0.42) if part < 0.42 else between(
        body.waist, body.shoulder, (part - 0.42) / 0.58)  # fmt: skip
    return offset(straight, tilt, width, 0)


def torso(body: Skeleton, tinted: Collection[str]) -> str:
    """Shorts at the hips, vest, neck."""
    front = [torso_edge(body, part, ahead) for part, ahead, _ in TORSO]
    back = [torso_edge(body, part, -behind) for part, _, behind in reversed(TORSO)]
    hips = [offset(body.hip, body.pelvis_tilt, *at) for at in (
        (9.3, 11.4), (9.7, 4), (8.6, -5), (2, -10), (-7, -10.5), (-12.4, -5), (-12.8, 1),
        (-10.9, 7), (-8.7, 11.4))]  # fmt: skip
    nape, root = body.skull, body.neck_base
    lean = body.head_tilt
    neck = [offset(root, body.chest_tilt, -6.5, -2), offset(root, body.chest_tilt, 6, -5),
            offset(nape, lean, 4.2, -7), offset(nape, lean, 4, 2), offset(nape, lean, -6.5, 1),
            offset(nape, lean, -5.6, -5)]  # fmt: skip
    return "".join([
        shape("fig-skin", path(neck)),
        shape("fig-vest", path(front + back)),
        shape("fig-dim", path([torso_edge(body, *at) for at in BACK_SHADE])),
        *muscles.of_trunk(lambda part, width: torso_edge(body, part, width), tinted),
        shape("fig-shorts", path(hips)),
    ])  # fmt: skip


FACE = ((8.6, 6.5), (9.2, 3.2), (9.0, 1.4), (10.9, -1.6), (10.8, -2.5), (9.2, -3.0), (9.5, -4.6), (9.1, -6.2),
        (8.8, -8.6), (6.6, -9.9), (2.8, -8.6), (-1, -5.4), (-4.5, -3), (-6.6, 2), (-5, 9), (1, 12.4),
        (6, 11))  # fmt: skip
HAIR = ((9.0, 6.8), (9.4, 9.4), (6.4, 13), (0.6, 14.6), (-5.8, 12.8), (-9.6, 7.6), (-9.8, 1.4), (-7.8, -4),
        (-5.6, -5.6), (-3.6, -3), (-1.6, 0.6), (1.4, 1.6), (2.4, 5), (5.2, 8.2))  # fmt: skip
EAR = ((-0.4, 1.6), (1.2, 1.7), (1.5, 0), (0.3, -2.4), (-0.8, -1))
BUN = ((-1.4, 13.6), (-2.6, 18.4), (-6.6, 20.2), (-10, 17.6), (-9.4, 13.4), (-6, 11))


def head(body: Skeleton) -> str:
    def placed(points: tuple[tuple[float, float], ...]) -> str:
        return path([offset(body.skull, body.head_tilt, *point) for point in points])

    return "".join([
        shape("fig-hair", placed(BUN)),
        shape("fig-skin", placed(FACE)),
        shape("fig-hair", placed(HAIR)),
        shape("fig-shade", placed(EAR)),
    ])  # fmt: skip
