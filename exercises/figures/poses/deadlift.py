"""Deadlifts: a hinge at the hips with a flat back, the weight close to legs that stay nearly upright."""

from exercises.figures.body import Point, offset
from exercises.figures.pose import Arm, Leg, Pose
from exercises.figures.props import Barbell, Dumbbells, Stick
from exercises.figures.reach import Foot, Grip, planted, shoulder_of
from exercises.figures.scene import Drawing, Frame, Still

FOOT = Foot(ball=8)
FRAME = Frame(left=-130, width=260)
WORKING = ("hamstrings", "gluteus-maximus")

TALL = planted((-5, 91.6), FOOT, FOOT, tilt=1, hands=Grip((8, 78)))
HINGED = planted((-30, 83), FOOT, FOOT, tilt=68, neck=-14, head=-4, hands=Grip((8.5, 41)))
BAR_TALL = planted((-7.4, 91.4), FOOT, FOOT, tilt=2, hands=Grip((5.6, 77.5)))
BAR_LOW = planted((-33, 68), FOOT, FOOT, tilt=68.5, neck=-20, head=-4, hands=Grip((3.2, 22.5)))
ONE_TALL = planted((-5, 91.6), FOOT, FOOT, tilt=1, hands=Arm(-8, 10), far_hand=Grip((12, 79)))
ONE_LEG = planted((-18, 86), FOOT, Leg(-8, 10, -20), tilt=76, neck=-16, hands=Arm(14, 12), far_hand=Grip((20, 42)))


def _with_stick(hip: Point, tilt: float) -> Pose:
    """Near hand on the stick at the lower back, far hand on it at the neck, both elbows out to the side."""
    shoulder = shoulder_of(hip, tilt)
    lower_back = Grip(offset(shoulder, tilt, -14, -34), 50, -45)
    neck = Grip(offset(shoulder, tilt, -13.5, 10), 60, -45)
    return planted(hip, FOOT, FOOT, tilt=tilt, neck=-12, hands=lower_back, far_hand=neck)


STICK_TALL, STICK_LOW = _with_stick((-5, 91.6), 2), _with_stick((-27, 85), 62)

DRAWINGS = {
    "hip-hinge": Drawing(
        Still(STICK_TALL, "Standing tall, a stick along the back from head to tail bone", (Stick(),), True),
        Still(STICK_LOW, "Hip hinge at its deepest: hips back, the stick still touches head, upper back and tail bone",
              (Stick(),), True),
        WORKING,
        FRAME,
    ),
    "dumbbell-romanian-deadlift": Drawing(
        Still(TALL, "Standing tall, a dumbbell in each hand before the thighs", (Dumbbells(),), True),
        Still(HINGED, "Romanian deadlift at its deepest: hips back, back flat, dumbbells at the shins",
              (Dumbbells(),), True),
        WORKING,
        FRAME,
    ),
    "barbell-deadlift": Drawing(
        Still(BAR_TALL, "Standing tall, the barbell in straight arms", (Barbell(),), True),
        Still(BAR_LOW, "Barbell deadlift at the floor: bar over the middle of the foot, back flat", (Barbell(),), True),
        WORKING,
        FRAME,
    ),
    "single-leg-deadlift": Drawing(
        Still(ONE_TALL, "Standing tall, a dumbbell in the hand of the other side than the leg that will stand",
              (Dumbbells(6, hands="far"),), True),
        Still(ONE_LEG, "Single-leg deadlift: trunk and rear leg in one line, hips level",
              (Dumbbells(6, hands="far"),), True),
        WORKING,
        FRAME,
    ),
}  # fmt: skip
