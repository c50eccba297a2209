"""What a guide says: the movement, how to do it, its ladder of variations, its muscles and its evidence."""

from .evidence import Evidence
from .exercise import Caution, Cue, Exercise, ExerciseMuscle, Mistake, Step
from .guidefile import GuideFile
from .revision import GuidesRevision
from .variation import Variation
from .vocabulary import Equipment, Muscle

__all__ = [
    "Caution",
    "Cue",
    "Equipment",
    "Evidence",
    "Exercise",
    "ExerciseMuscle",
    "GuideFile",
    "GuidesRevision",
    "Mistake",
    "Muscle",
    "Step",
    "Variation",
]
