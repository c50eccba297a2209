"""Drawings of our own: a pose in joint angles becomes an inline SVG, still or moving; muscles become a map of the body.

Pure Python. Colours are classes; static/css/figures.css takes them from the page's tokens, for light and dark.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path

from exercises.figures.loops import LOOPS
from exercises.figures.moving import moving_svg
from exercises.figures.muscle_map import MUSCLES, muscle_map
from exercises.figures.poses import DRAWINGS
from exercises.figures.render import svg
from exercises.figures.scene import Drawing

__all__ = ["MUSCLES", "caption", "draw", "has_drawing", "moving", "muscle_map", "usual", "version"]


def has_drawing(movement: str, variation: str | None = None) -> bool:
    """Whether this very variation is drawn; with none named, whether the movement is."""
    drawings = DRAWINGS.get(movement, {})
    return bool(drawings) if variation is None else variation in drawings


def caption(movement: str, variation: str | None = None, phase: str = "deepest") -> str:
    """What the drawing shows, in one English sentence without full stop. Raises like ``draw``."""
    return _drawing(movement, variation).still(phase).what


def draw(
    movement: str,
    variation: str | None = None,
    phase: str = "deepest",
    title: str | None = None,
    *,
    close: bool = False,
) -> str:
    """A complete inline SVG of a variation at its "start" or where it is "deepest".

    A variation without a drawing of its own shows the movement's default. ``title`` replaces the English caption.
    ``close`` crops to the person, for cards; without it start and deepest share one frame and can be compared.
    Raises KeyError for an unknown movement, ValueError for an unknown phase.
    """
    return svg(_drawing(movement, variation), phase, title, close=close)


def usual(movement: str) -> str:
    """The variation that stands for its movement. Raises KeyError for an unknown movement."""
    return next(iter(DRAWINGS[movement]))


def moving(movement: str, variation: str, title: str | None = None) -> str:
    """A complete inline SVG of a variation that moves, as ``moving`` tells. Raises KeyError where none is drawn."""
    return moving_svg(DRAWINGS[movement][variation], LOOPS[movement][variation], title)


@cache
def version() -> str:
    """Twelve hexadecimal digits, others whenever a drawing may have changed."""
    digest = sha256()
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _drawing(movement: str, variation: str | None) -> Drawing:
    drawings = DRAWINGS[movement]
    default = next(iter(drawings.values()))
    return default if variation is None else drawings.get(variation, default)
