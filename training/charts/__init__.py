"""Charts as SVG, drawn here: class names only, a title, a description, no script and no style attribute."""

from training.charts.frame import LABEL_WIDTH, TOUCH_WIDTH, Column, Door, columns_for
from training.charts.weeks import KindLabel, WeeksLabels, weeks_chart

__all__ = [
    "LABEL_WIDTH",
    "TOUCH_WIDTH",
    "Column",
    "Door",
    "KindLabel",
    "WeeksLabels",
    "columns_for",
    "weeks_chart",
]
