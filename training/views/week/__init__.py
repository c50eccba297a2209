"""The week: what was run, what is expected, which days are for strength, why, and what the runner makes of it."""

from training.views.week.acts import day, days
from training.views.week.page import week, week_next

__all__ = ["day", "days", "week", "week_next"]
