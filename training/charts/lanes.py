"""The frame of the movement chart: a lane for each rung, one above the other, over the same days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10

# In units of the view box: one is about a pixel on a phone of 390.
WIDTH = 360
LEFT, RIGHT = 40.0, 10.0
TIP = 15.0
NAME = 19.0
# The plot of each lane: one lane has room, seven share it.
HEIGHTS = (176.0, 110.0, 84.0, 72.0)
INSET = 10.0
# Room for a label above the highest mark.
HEADROOM = 19.0
DAYS, LEGEND_ROW = 18.0, 19.0


@dataclass(frozen=True, slots=True)
class Scale:
    """From the values of a lane to heights, with round numbers in between; not from zero, as nothing is a bar."""

    low: float
    high: float
    step: float

    @classmethod
    def around(cls, values: Sequence[float], *, whole: bool) -> "Scale":
        """`whole`: of reps and seconds there are no halves."""
        low, high = min(values), max(values)
        spread = high - low or max(1.0, high / 10)
        size = 10.0 ** floor(log10(spread))
        steps = (size * part for part in (0.2, 0.25, 0.5, 1, 2, 2.5, 5, 10))
        step = next(step for step in steps if spread / step <= 3 and (not whole or step >= 1))
        if whole:
            step = ceil(step)
        return cls(low, high, step) if high > low else cls(low - step, high + step, step)

    def ticks(self) -> list[float]:
        first = ceil(self.low / self.step - 1e-9)
        last = floor(self.high / self.step + 1e-9)
        return [self.step * count for count in range(first, last + 1)] or [self.high]

    def share(self, value: float) -> float:
        """0 at the lowest value, 1 at the highest."""
        return (value - self.low) / (self.high - self.low)


@dataclass(frozen=True, slots=True)
class Frame:
    first: date
    last: date
    lanes: int

    @property
    def plot(self) -> float:
        """The height of each lane's plot."""
        return HEIGHTS[min(self.lanes, len(HEIGHTS)) - 1]

    @property
    def bottom(self) -> float:
        return self.base(self.lanes - 1)

    def name(self, lane: int) -> float:
        """The baseline of a lane's name; lanes count from the top."""
        return TIP + lane * (NAME + self.plot) + 13

    def top(self, lane: int) -> float:
        return TIP + lane * (NAME + self.plot) + NAME

    def base(self, lane: int) -> float:
        """The lower edge of a lane."""
        return self.top(lane) + self.plot

    def x(self, day: date) -> float:
        days = max(1, (self.last - self.first).days)
        return LEFT + INSET + (day - self.first).days / days * (WIDTH - LEFT - RIGHT - 2 * INSET)

    def y(self, lane: int, share: float) -> float:
        return self.base(lane) - INSET - share * (self.plot - INSET - HEADROOM)
