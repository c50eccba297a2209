"""One drawing that moves: what keeps its form is shifted and turned, what bends is bent, the rest stands still.

SVG's own animation (SMIL) says where every shape is at each place on the way, one second a place. A page that asks for
a place, ``svg.setCurrentTime(0.5)``, sees it; when to be where is in ``data-moves``. There is neither script nor style
in it. Lengths are centimetres with y down, as in SVG; angles degrees.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from itertools import accumulate

from exercises.figures.outline import number
from exercises.figures.render import picture
from exercises.figures.scene import Drawing, Frame
from exercises.figures.shapes import Place, Shape, misfit, place_of, shapes
from exercises.figures.timeline import SAMPLES, Film, Rep, Walk

TOLERANCE = 0.7
"""How far a shape may be from where its still has it, in centimetres: a pixel where it is drawn large."""
TURNED = 1.2
"""How far a shape may be turned out of its place, in degrees."""
SOFT = 2
"""How many times further off than that cloth may be while it bends, and a shoe."""
TICKS = 47.5
"""From one mark on the floor to the next, for those who walk over it; centimetres."""

BEND = 'animate attributeName="d"'
SHIFT = 'animateTransform attributeName="transform" type="translate"'
TURN = 'animateTransform attributeName="transform" additive="sum" type="rotate"'

REFERENCES = (0, SAMPLES // 2, SAMPLES)
"""The stills that a shape is compared with: at the start, half way, deepest."""

type Column = tuple[Shape, ...]
"""One shape in every still."""


def moving_svg(drawing: Drawing, loop: Rep | Walk, title: str | None = None) -> str:
    """The whole drawing as an inline SVG; ``data-moves`` is "from to seconds" for each move of a round.

    ``title`` replaces the English caption.
    """
    moves, content = _drawn(drawing, loop)
    return (
        f'<svg class="figure" role="img" viewBox="{drawing.frame.view_box}" data-moves="{moves}"'
        f' xmlns="http://www.w3.org/2000/svg"><title>{escape(title or drawing.deepest.what)}</title>{content}</svg>'
    )


@cache
def _drawn(drawing: Drawing, loop: Rep | Walk) -> tuple[str, str]:
    """Its moves and its shapes, the same in every language: a quarter of a second's work."""
    film = loop.film(drawing)
    drawn = {still: shapes(picture(still, drawing.working, drawing.frame)) for still in film.stills}
    columns = list(zip(*(drawn[still] for still in film.stills), strict=True))
    moves = ";".join(f"{move.start} {move.end} {move.seconds:g}" for move in film.moves)
    content = [*_floor_marks(drawing.frame, film), *_layers(columns, TOLERANCE * film.looseness)]
    return moves, "".join(content)


# -- As few values as say enough ---------------------------------------------------------------------------------------


def kept(values: Sequence[Sequence[float]], tolerance: float) -> list[int]:
    """The stills without which some value would be further off than the tolerance (Ramer, Douglas and Peucker)."""
    found, pieces = {0, len(values) - 1}, [(0, len(values) - 1)]
    while pieces:
        first, last = pieces.pop()
        between = [(_off(values, first, index, last), index) for index in range(first + 1, last)]
        off, worst = max(between, default=(0, 0))
        if off > tolerance:
            found.add(worst)
            pieces += [(first, worst), (worst, last)]
    return sorted(found)


def _off(values: Sequence[Sequence[float]], first: int, index: int, last: int) -> float:
    """How far the values are from the straight line between two others."""
    part = (index - first) / (last - first)
    rows = zip(values[first], values[index], values[last], strict=True)
    return max(abs(a + part * (c - a) - b) for a, b, c in rows)


def animate(what: str, values: Sequence[str], stills: Sequence[int]) -> str:
    """The element that takes something through its values at these stills."""
    count = len(values) - 1
    times = ";".join(f"{index / count:.3f}".rstrip("0").rstrip(".").removeprefix("0") or "0" for index in stills)
    shown = ";".join(values[index] for index in stills)
    return f'<{what} dur="{count // SAMPLES}s" fill="freeze" keyTimes="{times}" values="{shown}"/>'


# -- Shapes that move --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Group:
    """Shapes that are shifted and turned as one, as they are in the still ``at``; centimetres, degrees."""

    at: int
    places: tuple[Place, ...]
    tolerance: float

    @classmethod
    def led_by(cls, column: Column, tolerance: float) -> "Group":
        """Goes along with this shape, which is compared with what it is in the still that suits it best."""
        ways = [cls(at, tuple(place_of(column[at], now) for now in column), tolerance) for at in REFERENCES]
        return min(ways, key=lambda way: max(way.misfits(column)))

    def misfits(self, column: Column) -> Iterator[float]:
        """How far the shape is from where it would be if it kept its form, in each still; centimetres."""
        shape = column[self.at]
        return (misfit(shape, now, place) for now, place in zip(column, self.places, strict=True))

    def takes(self, column: Column) -> bool:
        return all(off <= self.tolerance for off in self.misfits(column))

    def element(self, column: Column) -> str:
        """The shape as those see it that go along with it: as it is, or bending."""
        if self.takes(column):
            return self._seen(column, self.at).element()
        seen = [self._seen(column, index) for index in range(len(column))]
        values = [[value for point in one.points for value in (point.real, point.imag)] for one in seen]
        stills = kept(values, SOFT * self.tolerance)
        return seen[0].element(animate(BEND, [one.data for one in seen], stills))

    def _seen(self, column: Column, index: int) -> Shape:
        now = column[index]
        return replace(now, points=tuple(self.places[index].back(now.points)))

    def svg(self, columns: Iterable[Column]) -> str:
        """The whole group with what shifts and turns it."""
        centres = [(place.centre.real, place.centre.imag) for place in self.places]
        angles = list(accumulate((place.angle for place in self.places), _nearest))
        shifted = kept(centres, 0.7 * self.tolerance)
        inside = animate(SHIFT, [f"{number(x)} {number(y)}" for x, y in centres], shifted)
        turned = kept([(angle,) for angle in angles], TURNED * self.tolerance / TOLERANCE)
        if max(angles) - min(angles) > TURNED:
            inside += animate(TURN, [number(angle) for angle in angles], turned)
        return f"<g>{inside}{''.join(map(self.element, columns))}</g>"


def _nearest(before: float, angle: float) -> float:
    """The same angle, not a whole turn away from the one before."""
    return angle + 360 * round((before - angle) / 360)


def _layers(columns: Sequence[Column], tolerance: float) -> Iterator[str]:
    """From back to front; neighbours that go the same way go together."""
    group: Group | None = None
    members: list[Column] = []
    for column in columns:
        moves = column.count(column[0]) < len(column)
        if group and not (moves and group.takes(column)):
            yield group.svg(members)
            group, members = None, []
        if moves:
            group = group or Group.led_by(column, tolerance)
            members.append(column)
        else:
            yield column[0].element()
    if group:
        yield group.svg(members)


def _floor_marks(frame: Frame, film: Film) -> Iterator[str]:
    """Marks that the floor carries by under somebody who walks."""
    if not film.walked:
        return
    marks = range(int((frame.width + film.walked[-1]) / TICKS) + 2)
    data = "".join(f"M{number(frame.left + mark * TICKS)} 1.6l-3 5" for mark in marks)
    values = [(-gone,) for gone in film.walked]
    moved = animate(SHIFT, [number(gone) for (gone,) in values], kept(values, TOLERANCE / 2))
    yield f'<path class="fig-floor" d="{data}">{moved}</path>'
