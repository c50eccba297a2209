"""Lunges: one long step, both knees to about a right angle, the front shin near upright, the rear heel up."""

from exercises.figures.body import Point
from exercises.figures.pose import Arm, Leg
from exercises.figures.props import Chair, Dumbbells, Way
from exercises.figures.reach import Foot, Grip, planted
from exercises.figures.scene import Drawing, Frame, Still

FRONT = Foot(ball=36)
FRAME = Frame(left=-134, width=260)
WORKING = ("quadriceps", "gluteus-maximus")
REAR = Foot(ball=-59, pitch=64)
DEEP = planted((-18, 51.5), FRONT, REAR, tilt=8, neck=-4, hands=Arm(-30, 84), far_hand=Arm(30, 88))
TOGETHER = planted((23, 91.8), FRONT, FRONT, tilt=2, hands=Arm(-4, 40), far_hand=Arm(10, 44))


def _at_hip(hip: Point) -> Grip:
    """A hand on the hip bone, the elbow out to the side."""
    return Grip((hip[0] + 5, hip[1] + 10), 35, -35)


def _at_chest(hip: Point) -> Grip:
    """Hands clasped before the chest."""
    return Grip((hip[0] + 25, hip[1] + 41))


FORWARD = planted((-18, 51.5), FRONT, REAR, tilt=8, neck=-4, hands=_at_hip((-18, 51.5)))
BEHIND = planted((-72, 91.8), Foot(ball=-59), Foot(ball=-59), tilt=2, hands=_at_hip((-72, 91.8)))
WALKING = planted((-18, 51.5), FRONT, REAR, tilt=4, neck=-2, hands=_at_chest((-18, 51.5)))
STRIDE = planted((25, 91), FRONT, Leg(34, 62, 4), tilt=2, hands=_at_chest((25, 91)))
BACK, AHEAD, ON = Way(26, -50), Way(-50, 26), (Way(-76, -22), Way(-2, 52))
CHAIR = Chair(left=52, right=87, top=46, back=-1)
HOLD = Grip((48.5, 93))
HELD = planted((-18, 53), FRONT, REAR, tilt=6, neck=-2, hands=Arm(8, 12), far_hand=HOLD)
HELD_TALL = planted((23, 91.8), FRONT, FRONT, tilt=2, hands=Arm(8, 12), far_hand=HOLD)

LOADED_TOGETHER = planted((23, 91.8), FRONT, FRONT, tilt=2, hands=Arm(4, 4))
LOADED = planted((-18, 51.5), FRONT, REAR, tilt=6, neck=-2, hands=Arm(6, 4))
WEIGHTS = Dumbbells(beside=True)

DRAWINGS = {
    "reverse-lunge": Drawing(
        Still(TOGETHER, "Standing tall before the step back", (BACK,), True),
        Still(DEEP, "Reverse lunge at its deepest: both knees at a right angle, rear heel up", (BACK,), True),
        WORKING, FRAME,
    ),
    "forward-lunge": Drawing(
        Still(BEHIND, "Standing tall before the step forward, hands on the hips", (AHEAD,), True),
        Still(FORWARD, "Forward lunge at its deepest: both knees at a right angle, front shin upright",
              (AHEAD,), True),
        WORKING, FRAME,
    ),
    "walking-lunge": Drawing(
        Still(STRIDE, "Walking lunge: one leg stands, the other swings through", ON, True),
        Still(WALKING, "Walking lunge at its deepest: both knees at a right angle", ON, True),
        WORKING, FRAME,
    ),
    "supported-lunge": Drawing(
        Still(HELD_TALL, "Standing tall, one hand on the back of a chair", (CHAIR, BACK), fists=True),
        Still(HELD, "Supported lunge at its deepest, one hand on the back of a chair", (CHAIR, BACK), fists=True),
        WORKING, FRAME,
    ),
    "dumbbell-lunge": Drawing(
        Still(LOADED_TOGETHER, "Standing tall, a dumbbell in each hand", (WEIGHTS, BACK), fists=True),
        Still(LOADED, "Dumbbell lunge at its deepest, the weights hanging beside the body", (WEIGHTS, BACK), True),
        WORKING, FRAME,
    ),
}  # fmt: skip
