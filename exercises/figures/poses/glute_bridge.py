"""Glute bridges: shoulders stay down, hips rise until knee, hip and shoulder are in one line, shins upright."""

from exercises.figures.pose import Leg
from exercises.figures.props import Barbell, Bench
from exercises.figures.reach import Foot, Grip, planted
from exercises.figures.scene import Drawing, Frame, Still

FRAME = Frame(left=-96, width=172, below=24)
WORKING = ("gluteus-maximus",)
FOOT = Foot(ball=44)
ON_FLOOR = planted((-2, 12.4), FOOT, FOOT, tilt=-90, neck=-6, head=4, hands=Grip((12.2, 4.2)))
TOP = planted((-7.5, 32.2), FOOT, FOOT, tilt=-116, neck=24, head=2, hands=Grip((12.2, 4.2)))
MARCH = planted((-7.5, 32.2), FOOT, Leg(45, 95, 0), tilt=-116, neck=24, head=2, hands=Grip((12.2, 4.2)))
ONE_LEG = planted((-7.5, 32.2), FOOT, Leg(112, 104, 0), tilt=-116, neck=24, head=2, hands=Grip((12.2, 4.2)))
ONE_LEG_LOW = planted((-2, 12.4), FOOT, Leg(118, 104, 0), tilt=-90, neck=-6, head=4, hands=Grip((12.2, 4.2)))

THRUST_FRAME = Frame(left=-116, width=212)
THRUST_FOOT = Foot(ball=56)
BENCH = Bench(left=-76, right=-42, top=41)
THRUST = planted((0.5, 52), THRUST_FOOT, THRUST_FOOT, tilt=-90, neck=22, head=10, hands=Grip((0, 62)))
THRUST_LOW = planted((-8.4, 20.8), THRUST_FOOT, THRUST_FOOT, tilt=-45, neck=8, head=6, hands=Grip((-1, 30)))
BAR = Barbell("hips", radius=18)
LOADED = planted((0.5, 52), THRUST_FOOT, THRUST_FOOT, tilt=-90, neck=22, head=10, hands=Grip((0.8, 63.7)))
LOADED_LOW = planted((-8.4, 20.8), THRUST_FOOT, THRUST_FOOT, tilt=-45, neck=8, head=6, hands=Grip((-7.2, 35.4)))

DRAWINGS = {
    "two-leg-bridge": Drawing(
        Still(ON_FLOOR, "Lying on the back, knees bent, feet flat"),
        Still(TOP, "Glute bridge at the top: knee, hip and shoulder in one line"),
        WORKING, FRAME,
    ),
    "marching-bridge": Drawing(
        Still(TOP, "Glute bridge at the top, both feet down"),
        Still(MARCH, "Marching bridge: one knee lifted, hips as high as before"),
        WORKING, Frame(left=-102, width=192, below=24),
    ),
    "single-leg-bridge": Drawing(
        Still(ONE_LEG_LOW, "Lying on the back, one foot flat, the other knee held towards the chest"),
        Still(ONE_LEG, "Single-leg bridge at the top: one leg lifts the hips, the other knee stays towards the chest"),
        WORKING, Frame(left=-98, width=192, below=24),
    ),
    "hip-thrust": Drawing(
        Still(THRUST_LOW, "Shoulder blades against a bench, hips low", (BENCH,), True),
        Still(THRUST, "Hip thrust at the top: trunk level, shins upright", (BENCH,), True),
        WORKING, THRUST_FRAME,
    ),
    "loaded-hip-thrust": Drawing(
        Still(LOADED_LOW, "Shoulder blades against a bench, a barbell in the crease of the hips", (BENCH, BAR), True),
        Still(LOADED, "Loaded hip thrust at the top: trunk level, shins upright", (BENCH, BAR), True),
        WORKING, THRUST_FRAME,
    ),
}  # fmt: skip
