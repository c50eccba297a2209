"""What came of it: the weeks, and one movement over time."""

from training.views.history.movement import movement
from training.views.history.weeks import history

__all__ = ["history", "movement"]
