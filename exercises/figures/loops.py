"""How each variation is done: its tempo, which is its guide's, and what moves when on the way.

Where a pose file has a foot, a hand or a bar in the same place at start and deepest point, it stays there all the way.
"""

from exercises.figures.course import Course, Span
from exercises.figures.timeline import Rep, Tempo, Walk

SQUAT = Rep(Tempo(2.5, 0.6, 1.2, 0.7))
HINGE = Tempo(3, 0, 1.2, 0.8)
STEP_BACK = Course(sink=Span(0.1, 1), far_foot=Span(0, 0.6), lift=9)
STEP_AHEAD = Course(
    near_foot=Span(0, 0.65), far_foot=Span(0, 0.8), trunk=Span(0, 0.85), sink=Span(0.3, 1), stands="far", lift=14
)
LUNGE = Tempo(2, 0.5, 1.2, 0.9)
WALK_UP = Course(far_foot=Span(0.05, 1), bend=16)
WALK_DOWN = Course(far_foot=Span(0, 0.8), sink=Span(0.2, 1))
BRIDGE = Tempo(1.2, 2, 2.5, 0.8)
STEP = Rep(Tempo(1.3, 0.6, 2.5, 0.7), Course(far_foot=Span(0.25, 1), bend=40, lean=14))
CALF = Rep(Tempo(2, 1, 3, 1))
HOLD = Tempo(2, 6, 2, 1)


LOOPS: dict[str, dict[str, Rep | Walk]] = {
    "squat": {
        "bodyweight-squat": SQUAT,
        "box-squat": SQUAT,
        "goblet-squat": SQUAT,
        "front-squat": SQUAT,
        "back-squat": SQUAT,
        "bulgarian-split-squat": SQUAT,
        "split-squat": SQUAT,
    },
    "deadlift": {
        "hip-hinge": Rep(HINGE),
        "dumbbell-romanian-deadlift": Rep(HINGE),
        "barbell-deadlift": Rep(Tempo(3, 1, 1.2, 0.8), Course(trunk=Span(0, 0.8), sink=Span(0.25, 1))),
        "single-leg-deadlift": Rep(HINGE),
    },
    "lunge": {
        "reverse-lunge": Rep(LUNGE, STEP_BACK),
        "forward-lunge": Rep(LUNGE, STEP_AHEAD),
        "walking-lunge": Walk(3, 0.5, WALK_UP, WALK_DOWN),
        "supported-lunge": Rep(LUNGE, STEP_BACK),
        "dumbbell-lunge": Rep(LUNGE, STEP_BACK),
    },
    "glute-bridge": {
        "two-leg-bridge": Rep(BRIDGE),
        "marching-bridge": Rep(Tempo(1, 0.6, 1, 0.4), sides=True),
        "single-leg-bridge": Rep(BRIDGE),
        "hip-thrust": Rep(BRIDGE),
        "loaded-hip-thrust": Rep(BRIDGE),
    },
    "step-up": {
        "low-step-up": STEP,
        "bench-step-up": STEP,
        "loaded-step-up": STEP,
        "high-step-up": STEP,
    },
    "plank": {
        "forearm-plank": Rep(HOLD, Course(trunk=Span(0.4, 1), near_foot=Span(0.45, 1), far_foot=Span(0, 0.55), lift=4)),
        "knee-plank": Rep(HOLD),
        "side-plank": Rep(HOLD),
        "shoulder-tap-plank": Rep(Tempo(0.9, 0.4, 0.9, 0.5), sides=True),
        "leg-lift-plank": Rep(Tempo(1, 2, 1, 0.8), sides=True),
    },
    "calf-raise": {
        "floor-calf-raise": CALF,
        "step-calf-raise": CALF,
        "single-leg-calf-raise": CALF,
        "loaded-calf-raise": CALF,
        "bent-knee-calf-raise": CALF,
    },
}
