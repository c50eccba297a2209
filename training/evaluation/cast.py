"""The runners that are simulated: one for each course that twelve weeks can take."""

from types import MappingProxyType

from training.evaluation.simulated import SimulatedRunner, Strength

# Rungs of each movement with what a recreational runner can do: once with kilograms, or to failure without.
GYM = MappingProxyType(
    {
        "squat": (Strength("back-squat", 60, load=40, range=(8, 12)),),
        "deadlift": (Strength("barbell-deadlift", 75, load=50),),
        "lunge": (Strength("dumbbell-lunge", 29, load=20),),
        "step-up": (Strength("loaded-step-up", 29, load=20),),
        "glute-bridge": (Strength("loaded-hip-thrust", 64, load=40),),
        "plank": (Strength("forearm-plank", 65), Strength("side-plank", 40, range=(20, 45))),
        "calf-raise": (Strength("step-calf-raise", 22), Strength("single-leg-calf-raise", 14, range=(8, 15))),
    }
)
HOME = frozenset({"chair", "wall", "stick", "step", "bench"})
BODYWEIGHT = MappingProxyType(
    {
        "squat": (Strength("bodyweight-squat", 15), Strength("split-squat", 11, range=(8, 12))),
        "deadlift": (Strength("hip-hinge", 13),),
        "lunge": (Strength("reverse-lunge", 12), Strength("forward-lunge", 11), Strength("walking-lunge", 11)),
        "step-up": (Strength("low-step-up", 14), Strength("bench-step-up", 11)),
        "glute-bridge": (Strength("two-leg-bridge", 20), Strength("marching-bridge", 15, range=(12, 16))),
        "plank": (Strength("forearm-plank", 50), Strength("side-plank", 33, range=(20, 45))),
        "calf-raise": (Strength("floor-calf-raise", 20), Strength("step-calf-raise", 18)),
    }
)

CAST: tuple[SimulatedRunner, ...] = (
    SimulatedRunner("Steady", GYM),
    SimulatedRunner("Stalling", GYM, growth=0.004, plateau=1.03, seed=2),
    SimulatedRunner("Back after five weeks off", GYM, weeks_off=frozenset(range(5, 10)), seed=3),
    SimulatedRunner("In pain", GYM, pain=MappingProxyType({4: 4, 5: 3, 8: 6}), seed=4),
    SimulatedRunner("Newcomer, bodyweight only", BODYWEIGHT, growth=0.02, equipment=HOME, seed=5),
    SimulatedRunner("A race at the end of week 10", GYM, race_week=10, seed=6),
    SimulatedRunner("Heavy as soon as the gate opens", GYM, wants_heavy=True, seed=7),
)
