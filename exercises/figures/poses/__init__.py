"""Every drawn variation, by movement and slug; the first of a movement is its default."""

from exercises.figures.poses import calf_raise, deadlift, glute_bridge, lunge, plank, squat, step_up
from exercises.figures.scene import Drawing

DRAWINGS: dict[str, dict[str, Drawing]] = {
    "squat": squat.DRAWINGS,
    "deadlift": deadlift.DRAWINGS,
    "lunge": lunge.DRAWINGS,
    "glute-bridge": glute_bridge.DRAWINGS,
    "step-up": step_up.DRAWINGS,
    "plank": plank.DRAWINGS,
    "calf-raise": calf_raise.DRAWINGS,
}
