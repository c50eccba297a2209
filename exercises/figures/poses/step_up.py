"""Step-ups: the whole foot on the box, the leg on the box does the lifting."""

from exercises.figures.pose import Arm, Leg
from exercises.figures.props import Box, Dumbbells
from exercises.figures.reach import Foot, planted
from exercises.figures.scene import Drawing, Frame, Still

FRAME = Frame(left=-152, width=320)
WORKING = ("quadriceps", "gluteus-maximus")
WEIGHTS = Dumbbells(beside=True)
BOX = Box(left=6, right=62, top=42)
LOW = Box(left=6, right=62, top=20)
ON_BOX = Foot(ball=33, height=42)
ON_LOW = Foot(ball=33, height=20)
DOWN = Foot(ball=-10)
READY = planted((-15, 91), ON_BOX, DOWN, tilt=10, neck=-4, hands=Arm(-28, 84), far_hand=Arm(30, 90))
TOP = planted((20, 133.5), ON_BOX, Leg(2, 50, -30, 10), tilt=8, neck=-4, hands=Arm(-34, 84), far_hand=Arm(40, 92))
LOADED_READY = planted((-15, 91), ON_BOX, DOWN, tilt=10, neck=-4, hands=Arm(10, 6))
LOADED = planted((20, 133.5), ON_BOX, Leg(2, 50, -30, 10), tilt=6, neck=-3, hands=Arm(8, 6))
LOW_READY = planted((-15, 91), ON_LOW, DOWN, tilt=6, neck=-2, hands=Arm(-22, 78), far_hand=Arm(26, 84))
LOW_TOP = planted((20, 111.5), ON_LOW, Leg(4, 44, -28, 10), tilt=5, neck=-2, hands=Arm(-30, 80), far_hand=Arm(32, 86))
KNEE_UP = planted((20, 133.7), ON_BOX, Leg(88, 92, 4), tilt=4, hands=Arm(44, 92), far_hand=Arm(-34, 84))

DRAWINGS = {
    "low-step-up": Drawing(
        Still(LOW_READY, "One whole foot on a low step, the other on the floor", (LOW,), True),
        Still(LOW_TOP, "Low step-up: tall on the step, the other foot following", (LOW,), True),
        WORKING, FRAME,
    ),
    "bench-step-up": Drawing(
        Still(READY, "One whole foot on a knee-high box, the other on the floor", (BOX,), True),
        Still(TOP, "Step-up: tall on the box, the other foot following", (BOX,), True),
        WORKING, FRAME,
    ),
    "loaded-step-up": Drawing(
        Still(LOADED_READY, "One foot on a box, a dumbbell in each hand", (BOX, WEIGHTS), True),
        Still(LOADED, "Loaded step-up: tall on the box, dumbbells beside the body", (BOX, WEIGHTS), True),
        WORKING, FRAME,
    ),
    "high-step-up": Drawing(
        Still(READY, "One whole foot on a knee-high box, the other on the floor", (BOX,), True),
        Still(KNEE_UP, "Step-up with knee drive: tall on the box, the free knee at hip height", (BOX,), True),
        WORKING, FRAME,
    ),
}  # fmt: skip
