"""Charts as SVG, drawn here: class names only, a title, a description, no script and no style attribute."""

from training.charts.frame import WeekBar
from training.charts.weeks import KindLabel, WeeksLabels, weeks_chart

__all__ = ["KindLabel", "WeekBar", "WeeksLabels", "weeks_chart"]
