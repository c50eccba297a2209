"""Charts as SVG, drawn here: class names only, a title, a description, no script and no style attribute."""

from training.charts.frame import LABEL_WIDTH, TOUCH_WIDTH, Column, Door, columns_for
from training.charts.movement import Lane, LegendLabels, Mark, movement_chart
from training.charts.table import PointRow, points_table, records_table
from training.charts.weeks import KindLabel, WeeksLabels, weeks_chart

__all__ = [
    "LABEL_WIDTH",
    "TOUCH_WIDTH",
    "Column",
    "Door",
    "KindLabel",
    "Lane",
    "LegendLabels",
    "Mark",
    "PointRow",
    "WeeksLabels",
    "columns_for",
    "movement_chart",
    "points_table",
    "records_table",
    "weeks_chart",
]
