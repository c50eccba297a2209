"""Squats: hips sink between the heels until the hip crease is at knee height, the weight over the middle foot."""

from exercises.figures.pose import Arm, Pose
from exercises.figures.props import Barbell, Bench, Chair, Goblet, Prop
from exercises.figures.reach import Foot, Grip, planted
from exercises.figures.scene import Drawing, Frame, Still

FOOT = Foot(ball=8)
FRAME = Frame(left=-124, width=260)
WORKING = ("quadriceps", "gluteus-maximus")

TALL = planted((-4.6, 91.8), FOOT, FOOT, tilt=2, hands=Arm(8, 12))
DEEP = planted((-27.5, 48), FOOT, FOOT, tilt=40, spine=-3, neck=-22, head=-6, hands=Arm(112, 14))

GOBLET_TALL = planted((-4.6, 91.8), FOOT, FOOT, tilt=1, hands=Grip((14.5, 125)))
GOBLET_DEEP = planted((-27, 47), FOOT, FOOT, tilt=31, spine=-3, neck=-18, hands=Grip((15.5, 77)))

CROSSED, BEHIND = Arm(96, 165, 0, 0, -40), Arm(-22, 201, 0, 50, 45)
FRONT_TALL = planted((-5.4, 91.6), FOOT, FOOT, tilt=0, hands=CROSSED)
FRONT_DEEP = planted((-26, 47), FOOT, FOOT, tilt=25, neck=-18, hands=CROSSED)
BACK_TALL = planted((-4, 91.7), FOOT, FOOT, tilt=13, neck=-12, hands=BEHIND)
BACK_DEEP = planted((-26.5, 48.5), FOOT, FOOT, tilt=41, neck=-26, head=-4, hands=BEHIND)

SPLIT_FRONT, SPLIT_REAR = Foot(ball=35), Foot(ball=-52, pitch=52)
SPLIT_TALL = planted((-9, 84), SPLIT_FRONT, SPLIT_REAR, tilt=3, hands=Arm(10, 14))
SPLIT_DEEP = planted((-19, 54), SPLIT_FRONT, Foot(ball=-52, pitch=60), tilt=10, neck=-6, hands=Arm(4, 104))

ON_BENCH = Foot(ball=-66, height=51, pitch=172, flat_toes=False)
TIPTOE = Foot(ball=-66, height=46.5, pitch=144, flat_toes=False)
BULGARIAN_TALL = planted((2, 84), SPLIT_FRONT, TIPTOE, tilt=8, neck=-4, hands=Arm(10, 14))
BULGARIAN_DEEP = planted((-14, 53), SPLIT_FRONT, ON_BENCH, tilt=20, neck=-10, hands=Arm(14, 104))
BENCH = Bench(left=-96, right=-48, top=41)

CHAIR = Chair(left=-62, right=-20, top=40)


def _standing(pose: Pose, what: str, *props: Prop, fists: bool = False) -> Still:
    return Still(pose, what, props, fists=fists)


DRAWINGS = {
    "bodyweight-squat": Drawing(
        _standing(TALL, "Standing tall, feet hip-width apart, arms hanging"),
        _standing(DEEP, "Squat at its deepest: hips at knee height, chest open, arms forward"),
        WORKING,
        FRAME,
    ),
    "box-squat": Drawing(
        _standing(TALL, "Standing tall in front of a chair", CHAIR),
        _standing(
            planted((-33, 50), FOOT, FOOT, tilt=42, spine=-3, neck=-24, head=-6, hands=Arm(112, 14)),
            "Squat to a chair: the seat is touched, not rested on",
            CHAIR,
        ),
        WORKING,
        FRAME,
    ),
    "goblet-squat": Drawing(
        _standing(GOBLET_TALL, "Standing tall, one dumbbell held upright before the chest", Goblet(), fists=True),
        _standing(GOBLET_DEEP, "Goblet squat at its deepest, the dumbbell close to the chest", Goblet(), fists=True),
        WORKING,
        FRAME,
    ),
    "front-squat": Drawing(
        _standing(FRONT_TALL, "Standing tall, the bar on the front of the shoulders, elbows high",
                  Barbell("front", 30, 11), fists=True),
        _standing(FRONT_DEEP, "Front squat at its deepest: elbows high, bar over the middle of the foot",
                  Barbell("front", 30, 11), fists=True),
        WORKING,
        FRAME,
    ),
    "back-squat": Drawing(
        _standing(BACK_TALL, "Standing tall, the bar on the upper back", Barbell("back", 30, 13), fists=True),
        _standing(BACK_DEEP, "Back squat at its deepest: bar over the middle of the foot", Barbell("back", 30, 13),
                  fists=True),
        WORKING,
        FRAME,
    ),
    "bulgarian-split-squat": Drawing(
        Still(BULGARIAN_TALL, "Standing on the front leg, the rear foot on a bench", (BENCH,)),
        Still(BULGARIAN_DEEP, "Bulgarian split squat at its deepest, the rear foot on a bench", (BENCH,), fists=True),
        WORKING,
        FRAME,
    ),
    "split-squat": Drawing(
        Still(SPLIT_TALL, "Standing in a long stride, the rear heel up"),
        Still(SPLIT_DEEP, "Split squat at its deepest: both knees bent to about a right angle", fists=True),
        WORKING,
        FRAME,
    ),
}  # fmt: skip
