"""The frame of the weeks chart: where a week, a session and an amount of running lie, in units of the view box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10

# In units of the view box: one is about a pixel on a phone of 390.
WIDTH = 360
LEFT, RIGHT = 40, 8
TOP = 34.0
FEWEST_SLOTS = 12
SESSION_PITCH, STRENGTH_HEIGHT, SESSION_GAP = 17.0, 85.0, 3.0
RUN_HEIGHT, NO_RUN_HEIGHT = 150.0, 24.0
TOTALS, MONTHS, LEGEND_ROW = 15.0, 18.0, 19.0
BAR_SHARE = 0.7
LETTER_HEIGHT, LETTER_WIDTH = 12.0, 10.0


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week: strength sessions done, and running by kind in the runner's unit (kilometres, miles or hours)."""

    sessions: int
    runs: Mapping[str, float]
    month: str = ""
    """A short month name in the week that begins it, else empty."""
    current: bool = False
    """The week under way."""

    @property
    def total(self) -> float:
        """All running of the week."""
        return sum(self.runs.values())


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things are: columns from the left, sessions up from the line, running down from it."""

    slots: int
    rows: int
    most: float
    """The longest week of running."""
    columns: int = 3
    """Of the legend."""

    @classmethod
    def around(cls, weeks: Sequence[WeekBar], target: int) -> "Frame":
        rows = max([target, 3, *(week.sessions for week in weeks)])
        return cls(max(FEWEST_SLOTS, len(weeks)), rows, max((week.total for week in weeks), default=0))

    @property
    def slot(self) -> float:
        return (WIDTH - LEFT - RIGHT) / self.slots

    @property
    def bar(self) -> float:
        """Whole and even where there is room: sharp edges and short numbers."""
        return 2 * floor(self.slot * BAR_SHARE / 2) or self.slot * BAR_SHARE

    @property
    def pitch(self) -> float:
        return min(SESSION_PITCH, STRENGTH_HEIGHT / self.rows)

    @property
    def line(self) -> float:
        return TOP + self.rows * self.pitch

    @property
    def bottom(self) -> float:
        return self.line + (RUN_HEIGHT + TOTALS if self.most > 0 else NO_RUN_HEIGHT)

    def legend(self, place: int) -> tuple[float, float]:
        """The upper left corner of a kind's swatch, under the months."""
        row, column = divmod(place, self.columns)
        return LEFT + column * (WIDTH - LEFT - RIGHT) / self.columns, self.bottom + MONTHS + LEGEND_ROW * (1 + row)

    def left(self, place: int) -> float:
        return LEFT + place * self.slot

    def bar_left(self, place: int) -> float:
        return self.left(place) + (self.slot - self.bar) / 2

    def middle(self, place: int) -> float:
        return self.left(place) + self.slot / 2

    def session_top(self, nth: int) -> float:
        """The upper edge of the nth session's lane, counted from 1."""
        return self.line - nth * self.pitch

    def depth(self, amount: float) -> float:
        return amount / self.most * RUN_HEIGHT if self.most else 0

    def ticks(self) -> list[float]:
        """Two to five round numbers above zero, none of them deeper than the longest bar."""
        if self.most <= 0:
            return []
        size = 10.0 ** floor(log10(self.most))
        step = next(size * part for part in (0.2, 0.5, 1, 2) if self.most / (size * part) < 5)
        return [step * count for count in range(1, floor(self.most / step + 1e-9) + 1)]
