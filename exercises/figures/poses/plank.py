"""Planks: one straight line from ear over shoulder and hip to ankle."""

from dataclasses import replace

from exercises.figures.body import bearing, offset, skeleton
from exercises.figures.pose import Arm, Leg, Pose
from exercises.figures.reach import Palm, arm_to, propped, shoulder_of
from exercises.figures.scene import Drawing, Frame, Still


def hand_on_hip(pose: Pose) -> Pose:
    """The pose, seen from the front, with the right hand on the hip and the elbow out."""
    body = skeleton(pose)
    palm = Palm(offset(pose.hip, pose.tilt, -14.5, 14), 80 - pose.tilt)
    arm = arm_to(palm, body.near_arm.shoulder, body.chest_tilt)
    return replace(pose, near_arm=arm)


FRAME = Frame(left=-106, width=198, below=32)
HIGH_FRAME = Frame(left=-104, width=198, below=24)
WORKING = ("abdominals", "obliques")

LINE = 80.8
"""How far the straight body leans: elbows and toes on the floor, shoulders over elbows."""
TOES_DOWN = Leg(0, 0, LINE - 75, 75)
ELBOWS = Arm(LINE, 90)
STRAIGHT = Pose((-1.9, 28), TOES_DOWN, TOES_DOWN, ELBOWS, ELBOWS, tilt=LINE, neck=-8)
LIFTED = Pose((-1.9, 28), Leg(-14, 0, -20), TOES_DOWN, ELBOWS, ELBOWS, tilt=LINE, neck=-8)

KNEEL = 95.0
KNEES_DOWN = Leg(60.2, 66.8, 26.6, 75)
KNEELING = Pose((-2.5, 40.5), KNEES_DOWN, KNEES_DOWN, Arm(KNEEL, 90), Arm(KNEEL, 90), tilt=KNEEL, neck=-14)

SHORT_LINE = 71.4
FEET_UP = Leg(0, 44, -20)
ON_KNEES = Pose((0, 20.4), FEET_UP, FEET_UP, Arm(SHORT_LINE, 90), Arm(SHORT_LINE, 90), tilt=SHORT_LINE, neck=-2)


def _hips_up() -> Pose:
    """On the same knees and elbows, the shoulders rocked back and the hips high."""
    flat = skeleton(ON_KNEES)
    elbow, knee = flat.near_arm.elbow, flat.near_leg.knee
    hip, tilt = propped(elbow, knee, 14)
    thigh, upper = bearing(hip, knee), bearing(shoulder_of(hip, tilt), elbow)
    leg = Leg(thigh + tilt, thigh - bearing(knee, flat.near_leg.ankle), -20)
    arm = Arm(upper + tilt, 90 - upper)
    return Pose(hip, leg, leg, arm, arm, tilt=tilt, neck=-20)


HIPS_UP = _hips_up()

HIGH_LINE = 69.7
HIGH_TOES = Leg(0, 0, HIGH_LINE - 75, 75)
HAND_DOWN = Arm(HIGH_LINE, 0, 88)
HIGH = Pose((3, 43.7), HIGH_TOES, HIGH_TOES, HAND_DOWN, HAND_DOWN, tilt=HIGH_LINE, neck=-2)
TAP = Pose((3, 43.7), HIGH_TOES, HIGH_TOES, Arm(HIGH_LINE - 10, 144, 20, -20, -50), HAND_DOWN, tilt=HIGH_LINE, neck=-2)

SIDE_LINE = 72.0
"""How far the straight body leans to its left: forearm and edge of the foot on the floor, shoulder over elbow."""
SIDE = hand_on_hip(
    Pose((-1.9, 37.05), Leg(2.5), Leg(-2.5), far_arm=Arm(SIDE_LINE, 90, turn=25), tilt=SIDE_LINE, front=True)
)
SIDE_LOW = hand_on_hip(
    Pose((1.3, 20.5), Leg(-5.9), Leg(-10.9), far_arm=Arm(36.3, 94.7, turn=25), tilt=75, spine=-34, front=True)
)

DRAWINGS = {
    "forearm-plank": Drawing(
        Still(KNEELING, "Kneeling on forearms and knees, elbows under the shoulders"),
        Still(STRAIGHT, "Forearm plank: ear, shoulder, hip and ankle in one line"),
        WORKING, FRAME,
    ),
    "knee-plank": Drawing(
        Still(HIPS_UP, "On forearms and knees, the hips still high"),
        Still(ON_KNEES, "Plank on the knees: ear, shoulder, hip and knee in one line"),
        WORKING, FRAME,
    ),
    "side-plank": Drawing(
        Still(SIDE_LOW, "Lying on one side, the elbow under the shoulder, hips close to the floor"),
        Still(SIDE, "Side plank on the forearm: head, hips and feet in one line, hip over hip"),
        ("obliques", "gluteus-medius"), FRAME,
    ),
    "shoulder-tap-plank": Drawing(
        Still(HIGH, "High plank on straight arms"),
        Still(TAP, "Plank with shoulder taps: one hand at the other shoulder, hips level"),
        WORKING, HIGH_FRAME,
    ),
    "leg-lift-plank": Drawing(
        Still(STRAIGHT, "Forearm plank on both feet"),
        Still(LIFTED, "Plank with leg lifts: one straight leg a foot's length up, hips level"),
        WORKING, FRAME,
    ),
}  # fmt: skip
