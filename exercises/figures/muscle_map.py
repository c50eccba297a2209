"""The muscle map: a body from the front and from the back, with the muscles as regions.

The main muscles are filled; the helping ones are outlined and hatched, so that they differ without colour too.
"""

from collections.abc import Sequence
from functools import cache
from html import escape

from exercises.figures.body import Point
from exercises.figures.outline import joined, shape, short_path
from exercises.figures.regions import (
    AROUND_BACK,
    AROUND_FRONT,
    BACK,
    BODY,
    BUN,
    FRONT,
    HAIR_BACK,
    HAIR_FRONT,
    HEAD,
    Outline,
)

VIEW_BOX = "0 -4 232 258"
VIEWS = (
    (58.0, FRONT, AROUND_FRONT, (HAIR_FRONT, BUN)),
    (174.0, BACK, AROUND_BACK, (BUN, HAIR_BACK)),
)
"""Where the front and the back view stand on the page, their muscles, what is drawn beside them, the hair."""
MUSCLES = frozenset(FRONT) | frozenset(BACK)


def muscle_map(primary: Sequence[str], secondary: Sequence[str], title: str | None = None) -> str:
    """Inline SVG of the muscles that work mainly (filled) and that help (hatched), named by their slugs.

    "calves" without "soleus" shows both. Raises ValueError for a muscle that is not on the map.
    """
    return _map(tuple(primary), tuple(secondary), title)


@cache
def _map(primary: tuple[str, ...], secondary: tuple[str, ...], title: str | None) -> str:
    unknown = {*primary, *secondary} - MUSCLES
    if unknown:
        raise ValueError(f"not on the muscle map: {', '.join(sorted(unknown))}")
    what = escape(title or _described(primary, secondary))
    views = "".join(_view(*view, primary, secondary) for view in VIEWS)
    return (
        f'<svg class="figure muscle-map" role="img" viewBox="{VIEW_BOX}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{what}</title>{views}</svg>"
    )


def _described(primary: Sequence[str], secondary: Sequence[str]) -> str:
    mainly, also = (", ".join(slug.replace("-", " ") for slug in slugs) for slugs in (primary, secondary))
    return f"Muscles, front and back. Mainly {mainly or 'none'}" + (f"; also {also}" if also else "")


def _view(
    middle: float,
    regions: dict[str, tuple[Outline, ...]],
    around: tuple[Outline, ...],
    hair: tuple[Outline, ...],
    primary: Sequence[str],
    secondary: Sequence[str],
) -> str:
    parts = [shape("map-body", _whole(BODY, middle)), shape("map-body", _whole(HEAD, middle))]
    parts += [shape("map-hair", _whole(outline, middle)) for outline in hair]
    parts.append(shape("map-around", "".join(_smooth(half) for outline in around for half in _halves(outline, middle))))
    for slug, outlines in regions.items():
        level = _level(slug, primary, secondary)
        halves = [half for outline in outlines for half in _halves(outline, middle)]
        parts.append(shape(f"map-{level}", "".join(map(_smooth, halves))))
        if level == "also":
            parts.append(shape("map-hatch", "".join(map(hatching, halves))))
    return "".join(parts)


def _level(slug: str, primary: Sequence[str], secondary: Sequence[str]) -> str:
    named = {slug, "calves"} if slug == "soleus" else {slug}
    if named & set(primary):
        return "main"
    return "also" if named & set(secondary) else "rest"


def _halves(outline: Outline, middle: float) -> list[list[Point]]:
    """An outline on both sides of the middle line."""
    return [[(middle + side * x, y) for x, y in outline] for side in (1, -1)]


def _whole(half: Outline, middle: float) -> str:
    """Path data of half a body and its mirror image as one shape."""
    mirrored = [(-x, y) for x, y in reversed(half) if x]
    return _smooth([(middle + x, y) for x, y in (*half, *mirrored)])


def _smooth(points: Sequence[Point]) -> str:
    return short_path([(x, -y) for x, y in points])


def hatching(polygon: Sequence[Point], gap: float = 4) -> str:
    """Path data of the diagonals x + y = k * gap that lie inside a polygon."""
    sums = [x + y for x, y in polygon]
    data = ""
    for step in range(int(min(sums) // gap) + 1, int(max(sums) // gap) + 1):
        line = step * gap
        crossings = []
        for (x, y), (to_x, to_y) in zip(polygon, (*polygon[1:], polygon[0]), strict=True):
            before, after = x + y - line, to_x + to_y - line
            if (before < 0) != (after < 0):
                part = before / (before - after)
                crossings.append((x + part * (to_x - x), y + part * (to_y - y)))
        crossings.sort()
        for (x, y), (to_x, to_y) in zip(crossings[::2], crossings[1::2], strict=True):
            data += f"M{joined([x, y])}l{joined([to_x - x, to_y - y])}"
    return data
