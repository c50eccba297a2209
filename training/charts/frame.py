"""The frame of the weeks chart: where a column, a session and an amount of running lie, in units of the view box."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

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
# What the name of a month or year takes, and a thumb.
LABEL_WIDTH, TOUCH_WIDTH = 30.0, 26.0


@dataclass(frozen=True, slots=True)
class Column:
    """One week, or the mean week of a month or quarter: strength sessions done, and running by kind in the runner's
    unit (kilometres, miles or hours)."""

    sessions: float
    runs: Mapping[str, float]
    label: str = ""
    """Under the column that begins something: a short month name, a year."""
    current: bool = False
    """Under way."""
    moved: int = 0
    """How many of the sessions stood recommended on another day."""
    left_out: int = 0
    """How many recommended days had no session."""

    @property
    def total(self) -> float:
        """All running."""
        return sum(self.runs.values())

    @property
    def height(self) -> int:
        """How many blocks stand above one another, those of what was left out too."""
        return ceil(self.sessions) + self.left_out


def columns_for(width: float, columns: int) -> int:
    """How many columns are that wide together in a chart of so many."""
    return ceil(width / ((WIDTH - LEFT - RIGHT) / max(FEWEST_SLOTS, columns)))


@dataclass(frozen=True, slots=True)
class Door:
    """What some columns lead to: the places of the first and the last of them, the address, and its name."""

    first: int
    last: int
    address: str
    name: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Where things are: columns from the left, sessions up from the line, running down from it."""

    slots: int
    rows: int
    most: float
    """The most running of a column."""
    legend_columns: int = 3

    @classmethod
    def around(cls, columns: Sequence[Column], target: int) -> "Frame":
        rows = max([target, 3, *(one.height for one in columns)])
        return cls(max(FEWEST_SLOTS, len(columns)), rows, max((one.total for one in columns), default=0))

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
        row, column = divmod(place, self.legend_columns)
        return LEFT + column * (WIDTH - LEFT - RIGHT) / self.legend_columns, self.bottom + MONTHS + LEGEND_ROW * (
            1 + row
        )

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
