"""Charts as SVG, drawn here: class names only, a title, a description, no script and no style attribute."""

from training.charts.frame import WeekBar
from training.charts.movement import Lane, LegendLabels, Mark, movement_chart
from training.charts.table import PointRow, points_table, records_table
from training.charts.weeks import KindLabel, WeeksLabels, weeks_chart

__all__ = [
    "KindLabel",
    "Lane",
    "LegendLabels",
    "Mark",
    "PointRow",
    "WeekBar",
    "WeeksLabels",
    "movement_chart",
    "points_table",
    "records_table",
    "weeks_chart",
]
