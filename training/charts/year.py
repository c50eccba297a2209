"""A year at a look: a square a day, weeks as columns, folded into three parts that stand below one another on a phone.

A run fills its square, the deeper the longer the day's running took; strength is a disc, a weight plate, that lies on
whatever is there. So both are told by shape as well as by colour. A whole column of days is one dashed line, and all
days of a kind are one path, which keeps 365 days in a few kilobytes. Colours live in year.css.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape
from typing import NamedTuple

DAY = timedelta(days=1)
MONTHS_A_PART = 4
# In units of the view box: one is about a pixel on a phone of 390. The dashes of year.css have the same lengths.
PITCH, CELL = 18, 16
LEFT, TOP, COLUMNS = 24, 19, 19
WIDTH, HEIGHT = LEFT + COLUMNS * PITCH, TOP + 7 * PITCH
# Minutes of running in a day from which on its square is a shade deeper.
DEEPER = (30, 60, 90)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """What a day's square shows; `minutes` are of running, None where there was none."""

    minutes: float | None = None
    strength: bool = False
    cross: bool = False
    """Cross-training."""
    race: bool = False
    longest: bool = False
    """The longest run of the year."""
    off: bool = False
    """Ill or away."""

    @property
    def shade(self) -> int:
        """1 to 4; 0 without a run."""
        return 0 if self.minutes is None else 1 + sum(self.minutes >= limit for limit in DEEPER)


class CalendarMonth(NamedTuple):
    """A month's name above its days, and the link that its days are."""

    name: str
    label: str
    """What the link says of the month."""
    address: str


class CalendarWords(NamedTuple):
    """`part` names a part from its first and last month and says what is in it: title and description."""

    months: Sequence[CalendarMonth]
    """January to December."""
    weekdays: Sequence[str]
    """Short names from Monday to Sunday."""
    part: Callable[[int, int], tuple[str, str]]


def year_calendar(
    year: int, days: Mapping[date, CalendarDay], *, until: date, starts_on: int, words: CalendarWords
) -> str:
    """The year as three <svg>; days after `until` stay empty unless `days` has them.

    `starts_on` is the first day of the week, 0 for Monday to 6 for Sunday.
    """
    parts = []
    for month in range(1, 13, MONTHS_A_PART):
        last = month + MONTHS_A_PART - 1
        first_day, end = date(year, month, 1), date(year + last // 12, last % 12 + 1, 1)
        shown = [first_day + n * DAY for n in range((end - first_day).days)]
        part = _Part(shown, days, until, starts_on)
        title, description = words.part(month, last)
        parts.append(
            f'<svg class="year-part" viewBox="0 0 {WIDTH} {HEIGHT}" role="group" '
            f'aria-labelledby="year-t{month}" aria-describedby="year-d{month}">'
            f'<title id="year-t{month}">{escape(title)}</title><desc id="year-d{month}">{escape(description)}</desc>'
            f"{_HATCH if month == 1 else ''}{part.weekdays(words.weekdays)}{part.days()}"
            f"{part.months(words.months)}</svg>"
        )
    return "".join(parts)


def sample(kind: str) -> str:
    """One square for the legend: "shades", or a day that is "strength", "both", "cross", "race", "longest" or "off"."""
    x = y = 0
    if kind == "shades":
        squares = "".join(f'<path class="run-{n}" d="M{CELL // 2 + (n - 1) * PITCH} 0v{CELL}"/>' for n in range(1, 5))
        return f'<svg class="year-key" viewBox="0 0 {3 * PITCH + CELL} {CELL}" aria-hidden="true">{squares}</svg>'
    ground = "run-3" if kind in {"both", "race", "longest"} else "ground"
    drawn = f'<path class="{ground}" d="M{CELL // 2} 0v{CELL}"/>'
    if kind in {"strength", "both"}:
        drawn += f'<path class="ring" d="{_disc(x, y)}"/><path class="iron" d="{_disc(x, y)}"/>'
    elif kind == "off":
        drawn += f'<path class="off" stroke="url(#year-off)" d="M{CELL // 2} 0v{CELL}"/>'
    elif kind in _SHAPES:
        drawn += f'<path class="{kind}" d="{_SHAPES[kind](x, y)}"/>'
    return f'<svg class="year-key" viewBox="0 0 {CELL} {CELL}" aria-hidden="true">{drawn}</svg>'


_HATCH = (
    '<pattern id="year-off" width="5" height="5" patternUnits="userSpaceOnUse">'
    '<path d="M-1 1L1-1M0 5L5 0M4 6L6 4"/></pattern>'
)


def _disc(x: int, y: int) -> str:
    return f"M{x + CELL // 2} {y + CELL // 2}h0"


# Squares, whole columns of them at once ...
_LINES = ("run-1", "run-2", "run-3", "run-4", "off")
# ... and what stands in a square: an outline for other training, a corner for a race, a frame for the longest run.
_SHAPES: Mapping[str, Callable[[int, int], str]] = {
    "cross": lambda x, y: f"M{x + 2} {y + 2}h12v12h-12z",
    "race": lambda x, y: f"M{x} {y}h8l-8 8z",
    "longest": lambda x, y: f"M{x} {y}h16v16h-16z",
}


class _Part:
    """Some months side by side: where each day lies, and everything that is drawn of it."""

    def __init__(self, shown: Sequence[date], days: Mapping[date, CalendarDay], until: date, starts_on: int) -> None:
        self.shown = shown
        self.days_known = days
        self.until = until
        self.starts_on = starts_on
        self.offset = (shown[0].weekday() - starts_on) % 7

    def place(self, day: date) -> tuple[int, int]:
        """The upper left corner of the day's square."""
        return self._place((day - self.shown[0]).days)

    def _place(self, number: int) -> tuple[int, int]:
        column, row = divmod(number + self.offset, 7)
        return LEFT + column * PITCH, TOP + row * PITCH

    def days(self) -> str:
        """What there was, class by class, each over the ones before."""
        past, lines = list[int](), {css: list[int]() for css in _LINES}
        discs, shapes = list[str](), {css: list[str]() for css in _SHAPES}
        for number, day in enumerate(self.shown):
            what = self.days_known.get(day)
            if what or day <= self.until:
                past.append(number)
            if what is None:
                continue
            if shade := what.shade:
                lines[f"run-{shade}"].append(number)
            if what.off:
                lines["off"].append(number)
            if what.strength:
                discs.append(_disc(*self._place(number)))
            for css, shape in _SHAPES.items():
                if getattr(what, css):
                    shapes[css].append(shape(*self._place(number)))
        drawn = {"ground": self._columns(past), **{css: self._columns(numbers) for css, numbers in lines.items()}}
        drawn |= {"ring": "".join(discs), "iron": "".join(discs)}
        drawn |= {css: "".join(paths) for css, paths in shapes.items()}
        paint = {"off": ' stroke="url(#year-off)"'}
        return "".join(f'<path class="{css}"{paint.get(css, "")} d="{d}"/>' for css, d in drawn.items() if d)

    def _columns(self, numbers: Sequence[int]) -> str:
        """Days, counted from the first, that lie below one another, as one line down: its dashes are the squares."""
        drawn, start, last = list[str](), -2, -2
        for number in [*numbers, len(self.shown) + 1]:
            if number == last + 1 and (number + self.offset) % 7:
                last = number
                continue
            if last >= 0:
                x, y = self._place(start)
                drawn.append(f"M{x + CELL // 2} {y}v{(last - start) * PITCH + CELL}")
            start = last = number
        return "".join(drawn)

    def weekdays(self, names: Sequence[str]) -> str:
        """The name of every other row."""
        texts = (
            f'<text x="0" y="{TOP + row * PITCH + 11}">{escape(names[(row + self.starts_on) % 7])}</text>'
            for row in range(0, 7, 2)
        )
        return "".join(texts)

    def months(self, months: Sequence[CalendarMonth]) -> str:
        """The step between months, and over each month a link with its name."""
        firsts = [day for day in self.shown if day.day == 1]
        steps, links = "", []
        ends = [*(self._first_column(day) for day in firsts[1:]), self.place(self.shown[-1])[0] + PITCH]
        for day, end in zip(firsts, ends, strict=True):
            x, y = self.place(day)
            if day != firsts[0]:
                down = f"H{x - 1.5:g}V{HEIGHT - 1}" if y > TOP else f"V{HEIGHT - 1}"
                steps += f"M{(x if y == TOP else x + PITCH) - 1.5:g} {TOP - 2}V{max(y - 1.5, TOP - 2):g}{down}"
            left, month = self._first_column(day), months[day.month - 1]
            links.append(
                f'<a href="{escape(month.address)}" aria-label="{escape(month.label)}">'
                f'<path d="M{left - 1} 1H{end - 2}V{HEIGHT - 1}H{left - 1}z"/>'
                f'<text x="{left}" y="13">{escape(month.name)}</text></a>'
            )
        return f'<path class="step" d="{steps}"/>{"".join(links)}'

    def _first_column(self, day: date) -> int:
        """Where the name of the month stands that begins on `day`: over its first column that starts at the top."""
        x, y = self.place(day)
        return x if y == TOP or day == self.shown[0] else x + PITCH
