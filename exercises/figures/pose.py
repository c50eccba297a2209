"""A pose: the joint angles of one person, seen from the side and facing right, or seen from the front.

All angles are degrees. Zero everywhere is standing upright, arms hanging; flexion is positive (dorsiflexion at the
ankle, extension at the toes). ``tilt`` is the one absolute angle: the pelvis leaning forward from the vertical.
Seen from the front every angle turns sideways instead, positive to the right of the page: the person's left.
"""

from dataclasses import dataclass
from math import acos, cos, degrees, radians, sin

LIMITS: dict[str, tuple[float, float]] = {
    "spine": (-15, 30),
    "neck": (-45, 45),
    "head": (-35, 35),
    "hip": (-18, 134),
    "knee": (0, 142),
    "ankle": (-62, 36),
    "toes": (-30, 85),
    "shoulder": (-60, 180),
    "elbow": (0, 150),
    "out": (-20, 90),
    "turn": (-90, 90),
    "wrist": (-90, 90),
}
"""How far a healthy adult's joint goes, in degrees; a pose outside is drawn by nobody.

Hip, knee, ankle, shoulder and elbow: means of women of 20 to 44 years (Soucie et al. 2011, Haemophilia 17:500), but for
an ankle bent under the body's weight, which goes further (Kumar et al. 2011, Acta Orthop Traumatol Turc 45:421). The
rest: ranges of the American Academy of Orthopaedic Surgeons (1965).
"""
SIDEWAYS: dict[str, tuple[float, float]] = LIMITS | {
    "spine": (-38, 38),
    "hip": (-45, 45),
    "knee": (0, 0),
    "ankle": (-20, 20),
    "toes": (0, 0),
    "shoulder": (-180, 180),
}
"""The same seen from the front: bending to a side, leading a limb away or across."""


@dataclass(frozen=True)
class Leg:
    """Hip and knee flexion, ankle dorsiflexion and toe extension, in degrees."""

    hip: float = 0
    knee: float = 0
    ankle: float = 0
    toes: float = 0


@dataclass(frozen=True)
class Arm:
    """Shoulder, elbow and wrist flexion as seen from the side, in degrees.

    ``out`` and ``turn`` are how far the upper arm and the forearm point away from the body's side (negative: back
    towards it); seen from the side they are that much shorter.
    """

    shoulder: float = 0
    elbow: float = 0
    wrist: float = 0
    out: float = 0
    turn: float = 0

    @property
    def bend(self) -> float:
        """The true angle at the elbow in degrees, which is ``elbow`` for an arm in the plane of the page."""
        out, turn = radians(self.out), radians(self.turn)
        return degrees(acos(cos(out) * cos(turn) * cos(radians(self.elbow)) + sin(out) * sin(turn)))


@dataclass(frozen=True)
class Pose:
    """Where the hip joint is (centimetres, floor at 0) and how every joint is bent (degrees).

    Seen from the ``front``, ``hip`` is the middle between both, near is the person's right side and far the left.
    """

    hip: tuple[float, float]
    near_leg: Leg
    far_leg: Leg
    near_arm: Arm = Arm()
    far_arm: Arm = Arm()
    tilt: float = 0
    spine: float = 0
    neck: float = 0
    head: float = 0
    front: bool = False


def beyond_limits(pose: Pose) -> list[str]:
    """Names the joints that are bent further than a body bends, as ``"near_leg.knee 163"``; empty when possible."""
    angles = {name: getattr(pose, name) for name in ("spine", "neck", "head")}
    for side in ("near_leg", "far_leg", "near_arm", "far_arm"):
        angles |= {f"{side}.{joint}": angle for joint, angle in vars(getattr(pose, side)).items()}
    angles |= {"near_arm.elbow": pose.near_arm.bend, "far_arm.elbow": pose.far_arm.bend}
    limits = SIDEWAYS if pose.front else LIMITS
    wrong = []
    for name, angle in angles.items():
        low, high = limits[name.rpartition(".")[2]]
        if not low <= angle <= high:
            wrong.append(f"{name} {angle:.0f}")
    return wrong
