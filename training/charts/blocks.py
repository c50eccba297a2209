"""The half of the weeks chart above the line: a block a session, and what became of the recommended days."""

from collections.abc import Sequence

from training.charts.frame import SESSION_GAP, Column, Frame
from training.charts.svg import box, number, text

# A narrower block has no room for an arrow.
ARROW_WIDTH = 9.0
SWATCH = 11.0
# Where the two entries of the legend begin, right of the name of the half.
LEGEND_AT = (168, 276)
LEGEND_TOP = 1.5


def blocks(frame: Frame, columns: Sequence[Column], target: int) -> str:
    """A block a session, a part of one for the rest of a mean. On top, outlined, the recommended days that were left
    out, and dashed what the column under way has room for, up to the target."""
    done = moved = left_out = open_ = ""
    for place, column in enumerate(columns):
        whole = int(column.sessions)
        for nth in range(1, whole + 1):
            done += _block(frame, place, nth)
            if nth > whole - column.moved and frame.bar >= ARROW_WIDTH:
                moved += _arrow(frame.middle(place), frame.session_top(nth) + frame.pitch / 2)
        if column.sessions > whole:
            done += _block(frame, place, whole + 1, part=column.sessions - whole)
        taken = whole + column.left_out
        left_out += "".join(_block(frame, place, nth, inset=0.5) for nth in range(whole + 1, taken + 1))
        if column.current:
            open_ += "".join(_block(frame, place, nth, inset=0.5) for nth in range(taken + 1, target + 1))
    paths = (("iron", done), ("arrow", moved), ("left-out", left_out), ("open", open_))
    return "".join(f'<path class="{css}" d="{data}"/>' for css, data in paths if data)


def blocks_legend(columns: Sequence[Column], *, moved: str, left_out: str) -> str:
    """What arrows and outlines mean, where there are any."""
    parts = []
    if any(column.moved for column in columns):
        x = LEGEND_AT[0]
        parts.append(f'<path class="iron" d="{box(x, LEGEND_TOP, SWATCH, SWATCH)}"/>')
        parts.append(f'<path class="arrow" d="{_arrow(x + SWATCH / 2, LEGEND_TOP + SWATCH / 2)}"/>')
        parts.append(text("key", x + SWATCH + 4, 11, moved))
    if any(column.left_out for column in columns):
        x = LEGEND_AT[1]
        parts.append(f'<path class="left-out" d="{box(x + 0.5, LEGEND_TOP + 0.5, SWATCH - 1, SWATCH - 1)}"/>')
        parts.append(text("key", x + SWATCH + 4, 11, left_out))
    return "".join(parts)


def _block(frame: Frame, place: int, nth: int, *, part: float = 1.0, inset: float = 0.0) -> str:
    high = frame.pitch - SESSION_GAP
    top = frame.session_top(nth) + SESSION_GAP / 2 + high * (1 - part)
    wide = frame.bar - 2 * inset
    return box(frame.bar_left(place) + inset, top + inset, wide, high * part - 2 * inset)


def _arrow(x: float, y: float) -> str:
    """Pointing to another day, around that point."""
    return f"M{number(x - 3.5)} {number(y)}h7m-3-3l3 3l-3 3"
