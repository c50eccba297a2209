"""Lunges: one long step, both knees to about a right angle, the front shin near upright, the rear heel up."""

from exercises.figures.pose import Arm, Leg
from exercises.figures.props import Chair, Dumbbells
from exercises.figures.reach import Foot, Grip, planted
from exercises.figures.scene import Drawing, Frame, Still

FRONT = Foot(ball=36)
FRAME = Frame(left=-134, width=260)
WORKING = ("quadriceps", "gluteus-maximus")
DEEP = planted((-18, 51.5), FRONT, Foot(ball=-59, pitch=64), tilt=8, neck=-4, hands=Arm(-30, 84), far_hand=Arm(30, 88))
TOGETHER = planted((23, 91.8), FRONT, FRONT, tilt=2, hands=Arm(6, 16))
BEHIND = planted((-51, 91.8), Foot(ball=-39), Foot(ball=-39), tilt=2, hands=Arm(6, 16))
STRIDE = planted((25, 91), FRONT, Leg(34, 62, 4), tilt=5, hands=Arm(26, 84), far_hand=Arm(-38, 58))
CHAIR = Chair(left=47, right=82, top=46, back=-1)
HOLD = Grip((43.5, 93))
HELD = planted((-18, 53), FRONT, Foot(ball=-59, pitch=64), tilt=6, neck=-2, hands=Arm(8, 12), far_hand=HOLD)
HELD_TALL = planted((-12, 78), FRONT, Foot(ball=-59, pitch=50), tilt=2, hands=Arm(8, 12), far_hand=HOLD)

LOADED_TOGETHER = planted((23, 91.8), FRONT, FRONT, tilt=2, hands=Arm(4, 4))
LOADED = planted((-18, 51.5), FRONT, Foot(ball=-59, pitch=64), tilt=6, neck=-2, hands=Arm(6, 4))
WEIGHTS = Dumbbells(beside=True)

DRAWINGS = {
    "reverse-lunge": Drawing(
        Still(TOGETHER, "Standing tall before the step back"),
        Still(DEEP, "Reverse lunge at its deepest: both knees at a right angle, rear heel up", fists=True),
        WORKING, FRAME,
    ),
    "forward-lunge": Drawing(
        Still(BEHIND, "Standing tall before the step forward"),
        Still(DEEP, "Forward lunge at its deepest: both knees at a right angle, front shin upright", fists=True),
        WORKING, FRAME,
    ),
    "walking-lunge": Drawing(
        Still(STRIDE, "Walking lunge: one leg stands, the other swings through", fists=True),
        Still(DEEP, "Walking lunge at its deepest: both knees at a right angle", fists=True),
        WORKING, FRAME,
    ),
    "supported-lunge": Drawing(
        Still(HELD_TALL, "Standing in a long stride, one hand on the back of a chair", (CHAIR,), fists=True),
        Still(HELD, "Supported lunge at its deepest, one hand on the back of a chair", (CHAIR,), fists=True),
        WORKING, FRAME,
    ),
    "dumbbell-lunge": Drawing(
        Still(LOADED_TOGETHER, "Standing tall, a dumbbell in each hand", (WEIGHTS,), fists=True),
        Still(LOADED, "Dumbbell lunge at its deepest, the weights hanging beside the body", (WEIGHTS,), fists=True),
        WORKING, FRAME,
    ),
}  # fmt: skip
