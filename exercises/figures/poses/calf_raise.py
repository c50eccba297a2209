"""Calf raises: the heel sinks below the edge of the step, then rises as high as it goes."""

from exercises.figures.body import Point
from exercises.figures.pose import Arm, Pose
from exercises.figures.props import Box, Dumbbells, Wall
from exercises.figures.reach import Foot, Palm, planted
from exercises.figures.scene import Drawing, Frame, Still

FRAME = Frame(left=-140, width=292)
FLOOR_FRAME = Frame(left=-136, width=276)
WORKING = ("calves", "soleus")
STEP = Box(left=5, right=42.4, top=16)
WALL = Wall(x=46)
LOW, HIGH = Foot(ball=8, height=16, pitch=-18), Foot(ball=8, height=16, pitch=46)
HANG = Arm(3, 6)
BENT_LOW = Foot(ball=8, height=16, pitch=-4)
FLAT, UP = Foot(ball=8), Foot(ball=8, pitch=46)
HOOKED_LOW, HOOKED_HIGH = (Foot(ball=-7, height=at, pitch=64, flat_toes=False) for at in (19, 34))


def _hand(height: float, *, far: bool = False) -> Palm:
    """A palm on the wall; a far one is drawn further back, so it reaches further."""
    return Palm((45.9 if far else 41.5, height), 172)


def _at_wall(
    hip: Point, height: float, near: Foot, far: Foot, tilt: float, neck: float = 0, near_hand: Arm | None = None
) -> Pose:
    """Standing before the wall, the far palm on it at this height, and the near one too unless it hangs."""
    hands = _hand(height) if near_hand is None else near_hand
    return planted(hip, near, far, tilt=tilt, neck=neck, hands=hands, far_hand=_hand(height, far=True))


SUNK = _at_wall((7.2, 102.3), 140, LOW, LOW, 3)
RISEN = _at_wall((7.5, 114.8), 140, HIGH, HIGH, 1)
FLAT_TALL = _at_wall((3, 91.6), 126, FLAT, FLAT, 3)
FLOOR_RISEN = _at_wall((7.5, 98.8), 126, UP, UP, 1)
ONE_SUNK = _at_wall((7.2, 102.3), 140, LOW, HOOKED_LOW, 3)
ONE_RISEN = _at_wall((7.5, 114.8), 140, HIGH, HOOKED_HIGH, 1)
LOADED_SUNK = _at_wall((7.2, 102.3), 140, LOW, HOOKED_LOW, 3, near_hand=HANG)
LOADED_RISEN = _at_wall((7.5, 114.8), 140, HIGH, HOOKED_HIGH, 1, near_hand=HANG)
BENT_SUNK = _at_wall((5.7, 99.4), 136, BENT_LOW, HOOKED_LOW, 6, -4)
BENT_RISEN = _at_wall((4.3, 108), 136, HIGH, HOOKED_HIGH, 6, -4)
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
