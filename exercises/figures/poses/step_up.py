"""Step-ups: the whole foot on the box, the leg on the box does the lifting."""

from exercises.figures.pose import Arm, Leg
from exercises.figures.props import Box, Dumbbells
from exercises.figures.reach import Foot, planted
from exercises.figures.scene import Drawing, Frame, Still

FRAME = Frame(left=-132, width=284)
WORKING = ("quadriceps", "gluteus-maximus")
BOX = Box(left=6, right=62, top=42)
LOW = Box(left=6, right=62, top=20)
ON_BOX = Foot(ball=33, height=42)
ON_LOW = Foot(ball=33, height=20)
DOWN = Foot(ball=-10)
READY = planted((-15, 91), ON_BOX, DOWN, tilt=10, neck=-4, hands=Arm(-28, 84), far_hand=Arm(30, 90))
DRIVE = planted((9, 109), ON_BOX, Leg(4, 22, -34, 20), tilt=24, neck=-12, hands=Arm(-26, 88), far_hand=Arm(52, 92))
LOADED_READY = planted((-15, 91), ON_BOX, DOWN, tilt=10, neck=-4, hands=Arm(10, 6))
LOADED = planted((9, 109), ON_BOX, Leg(4, 22, -34, 20), tilt=22, neck=-12, hands=Arm(20, 4))
LOW_READY = planted((-15, 91), ON_LOW, DOWN, tilt=6, neck=-2, hands=Arm(-22, 78), far_hand=Arm(26, 84))
LOW_DRIVE = planted((12, 101), ON_LOW, Leg(2, 24, -30, 20), tilt=15, neck=-8, hands=Arm(-26, 84), far_hand=Arm(44, 88))
KNEE_UP = planted((20, 133), ON_BOX, Leg(88, 92, 4), tilt=4, hands=Arm(44, 92), far_hand=Arm(-34, 84))

DRAWINGS = {
    "low-step-up": Drawing(
        Still(LOW_READY, "One whole foot on a low step, the other on the floor", (LOW,), True),
        Still(LOW_DRIVE, "Low step-up: driving up through the foot on the step", (LOW,), True),
        WORKING, FRAME,
    ),
    "bench-step-up": Drawing(
        Still(READY, "One whole foot on a knee-high box, the other on the floor", (BOX,), True),
        Still(DRIVE, "Step-up: driving up through the foot on the box", (BOX,), True),
        WORKING, FRAME,
    ),
    "loaded-step-up": Drawing(
        Still(LOADED_READY, "One foot on a box, a dumbbell in each hand", (BOX, Dumbbells(beside=True)), True),
        Still(LOADED, "Loaded step-up: driving up, dumbbells beside the body", (BOX, Dumbbells(beside=True)), True),
        WORKING, FRAME,
    ),
    "high-step-up": Drawing(
        Still(READY, "One whole foot on a knee-high box, the other on the floor", (BOX,), True),
        Still(KNEE_UP, "Step-up with knee drive: tall on the box, the free knee at hip height", (BOX,), True),
        WORKING, Frame(left=-148, width=312),
    ),
}  # fmt: skip
