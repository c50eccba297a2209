"""Calf raises: the heel sinks below the edge of the step, then rises as high as it goes."""

from exercises.figures.pose import Arm
from exercises.figures.props import Box, Dumbbells, Wall
from exercises.figures.reach import Foot, Palm, planted
from exercises.figures.scene import Drawing, Frame, Still

FRAME = Frame(left=-140, width=292)
FLOOR_FRAME = Frame(left=-136, width=276)
WORKING = ("calves", "soleus")
STEP = Box(left=5, right=42, top=16)
WALL = Wall(x=46)
LOW, HIGH = Foot(ball=8, height=16, pitch=-18), Foot(ball=8, height=16, pitch=46)
BENT_LOW = Foot(ball=8, height=16, pitch=-4)
FLAT, UP = Foot(ball=8), Foot(ball=8, pitch=46)
HOOKED_LOW, HOOKED_HIGH = (Foot(ball=-7, height=at, pitch=64, flat_toes=False) for at in (19, 34))
HANG = Arm(3, 6)


def _hand(height: float, *, far: bool = False) -> Palm:
    """A palm on the wall; a far one is drawn further back, so it reaches further."""
    return Palm((45.9 if far else 41.5, height), 172)


SUNK = planted((7.8, 101.6), LOW, LOW, tilt=2, hands=_hand(134))
RISEN = planted((7.5, 114.4), HIGH, HIGH, tilt=1, hands=_hand(146))
FLAT_TALL = planted((3, 91.6), FLAT, FLAT, tilt=3, hands=_hand(122))
FLOOR_RISEN = planted((7.5, 98.4), UP, UP, tilt=1, hands=_hand(130))
ONE_SUNK = planted((7.8, 101.6), LOW, HOOKED_LOW, tilt=2, hands=_hand(134))
ONE_RISEN = planted((7.5, 114.4), HIGH, HOOKED_HIGH, tilt=1, hands=_hand(146))
LOADED_SUNK = planted((7.8, 101.6), LOW, HOOKED_LOW, tilt=2, hands=HANG, far_hand=_hand(134, far=True))
LOADED_RISEN = planted((7.5, 114.4), HIGH, HOOKED_HIGH, tilt=1, hands=HANG, far_hand=_hand(146, far=True))
BENT_SUNK = planted((5.7, 99.4), BENT_LOW, HOOKED_LOW, tilt=6, neck=-4, hands=_hand(132))
BENT_RISEN = planted((4.3, 108), HIGH, HOOKED_HIGH, tilt=6, neck=-4, hands=_hand(140))
WEIGHT = Dumbbells(beside=True, hands="near")

DRAWINGS = {
    "step-calf-raise": Drawing(
        Still(SUNK, "On the edge of a step, heels below it", (STEP, WALL)),
        Still(RISEN, "Calf raise at the top: heels as high as they go", (STEP, WALL)),
        WORKING, FRAME,
    ),
    "floor-calf-raise": Drawing(
        Still(FLAT_TALL, "Both feet flat on the floor, hands on a wall", (WALL,)),
        Still(FLOOR_RISEN, "Calf raise on the floor, at the top", (WALL,)),
        WORKING, FLOOR_FRAME,
    ),
    "single-leg-calf-raise": Drawing(
        Still(ONE_SUNK, "One foot on the edge of a step, heel below it", (STEP, WALL)),
        Still(ONE_RISEN, "Single-leg calf raise at the top", (STEP, WALL)),
        WORKING, FRAME,
    ),
    "loaded-calf-raise": Drawing(
        Still(LOADED_SUNK, "One foot on the edge of a step, a dumbbell in one hand", (STEP, WALL, WEIGHT), True, True),
        Still(LOADED_RISEN, "Loaded calf raise at the top", (STEP, WALL, WEIGHT), True, True),
        WORKING, FRAME,
    ),
    "bent-knee-calf-raise": Drawing(
        Still(BENT_SUNK, "Knee bent on the edge of a step, heel below it", (STEP, WALL)),
        Still(BENT_RISEN, "Bent-knee calf raise at the top: the knee as bent as before", (STEP, WALL)),
        ("soleus",), FRAME,
    ),
}  # fmt: skip
