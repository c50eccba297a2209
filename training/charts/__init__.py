"""Charts as SVG, drawn here: class names only, a title, a description, no script and no style attribute."""

from training.charts.frame import Column, Door, room_for_a_label
from training.charts.weeks import KindLabel, WeeksLabels, weeks_chart

__all__ = ["Column", "Door", "KindLabel", "WeeksLabels", "room_for_a_label", "weeks_chart"]
