"""What came of it: the weeks, a year, and one movement over time."""

from training.views.history.movement import movement
from training.views.history.weeks import history
from training.views.history.year import year

__all__ = ["history", "movement", "year"]
