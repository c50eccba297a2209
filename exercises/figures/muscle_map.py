"""The muscle map: a body from the front and from the back, with the muscles as regions.

Outlines are half a body, x to the side of the middle line and y down, and are mirrored. The main muscles are filled;
the helping ones are outlined and hatched, so that they differ without colour too.
"""

from collections.abc import Sequence
from functools import cache
from html import escape

from exercises.figures.body import Point
from exercises.figures.outline import joined, path

type Outline = tuple[Point, ...]

MIDDLES = (58.0, 174.0)
"""Where the front and the back view stand on the page."""
VIEW_BOX = "0 0 232 256"

BODY: Outline = (
    (0, 36), (5.5, 37), (6, 45), (12, 51), (25, 55), (31.5, 61), (33.5, 74), (36.5, 90), (38, 102), (42, 116),
    (44.5, 128), (48, 138), (47.5, 148), (43.5, 151), (41, 144), (40, 130), (34, 116), (30.5, 102), (28, 88),
    (24.5, 76), (22, 90),
    (18.5, 102), (20, 114), (24, 128), (24.5, 146), (22, 166), (18.6, 182), (20, 196), (19, 210), (14, 228), (14, 238),
    (18, 247), (15, 250), (7, 249), (6.8, 238), (7.6, 226), (6.5, 208), (8, 194), (7.6, 182), (4.5, 164),
    (1.4, 140), (0, 137),
)  # fmt: skip
HEAD: Outline = ((0, 6), (7, 8.6), (10.4, 16.6), (9.6, 27), (6, 36), (0, 39.4))
SHOULDER: Outline = ((23, 56), (29, 58.6), (32.4, 66), (32.6, 77), (29, 80), (26.4, 73), (24, 65))

FRONT: dict[str, tuple[Outline, ...]] = {
    "shoulders": (SHOULDER,),
    "abdominals": (((0.6, 84), (8.4, 85), (9.6, 98), (9, 112), (5.6, 124), (0.6, 129)),),
    "obliques": (((11.4, 88), (18.4, 90), (17, 102), (18.8, 115), (13.4, 120), (10.6, 114), (11.4, 101)),),
    "hip-flexors": (((7.4, 124.6), (14.6, 121.4), (18.6, 127), (13.6, 134.4), (6.8, 134)),),
    "adductors": (((2, 139), (6.4, 138), (9, 148), (8, 160), (6.4, 166.6), (4, 154)),),
    "quadriceps": (((10, 139), (16.6, 134.6), (22.4, 136), (23, 150), (20.6, 166), (16.6, 178.4), (10.6, 178.6),
                    (8.8, 168), (10.8, 154)),),
    "tibialis": (((12.4, 188), (17, 190), (17.4, 204), (14.4, 218), (12, 226), (11.2, 208)),),
}  # fmt: skip
BACK: dict[str, tuple[Outline, ...]] = {
    "shoulders": (SHOULDER,),
    "upper-back": (((0.6, 44), (5, 46), (11, 53), (21.4, 57.4), (24, 70), (21.4, 84), (13, 90), (6.8, 87), (0.6, 92)),),
    "erectors": (((0.8, 95), (5, 91), (9, 94), (8.6, 106), (7.4, 117), (0.8, 121)),),
    "obliques": (((12.4, 94), (19, 92.6), (17, 102), (18.4, 112), (12, 113.6), (11.4, 104)),),
    "gluteus-medius": (((9.4, 118.6), (14, 115.6), (19.6, 116), (23, 126), (16, 126), (10, 123.4)),),
    "gluteus-maximus": (((0.8, 123.4), (8, 125), (16, 128.6), (22.6, 130), (23, 140), (16, 147), (6, 147.4),
                         (1, 142)),),
    "hamstrings": (((5.6, 151), (13, 150), (22, 146), (21.6, 160), (18, 178), (14.4, 171), (9.4, 179.4), (6.4, 166)),),
    "calves": (((8.6, 189), (12.6, 186.6), (18, 189), (19.2, 200), (17.6, 211), (13, 207.6), (8.4, 212), (7.6, 202)),),
    "soleus": (((8.8, 214.6), (13, 211), (16.8, 214), (14, 226), (11.4, 232), (9, 226)),),
}  # fmt: skip
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
    views = "".join(
        _view(regions, middle, primary, secondary) for regions, middle in zip((FRONT, BACK), MIDDLES, strict=True)
    )
    return (
        f'<svg class="figure muscle-map" role="img" viewBox="{VIEW_BOX}" xmlns="http://www.w3.org/2000/svg">'
        f"<title>{what}</title>{views}</svg>"
    )


def _described(primary: Sequence[str], secondary: Sequence[str]) -> str:
    mainly, also = (", ".join(slug.replace("-", " ") for slug in slugs) for slugs in (primary, secondary))
    return f"Muscles, front and back. Mainly {mainly or 'none'}" + (f"; also {also}" if also else "")


def _view(
    regions: dict[str, tuple[Outline, ...]], middle: float, primary: Sequence[str], secondary: Sequence[str]
) -> str:
    parts = [_smooth("map-body", _whole(BODY, middle)), _smooth("map-body", _whole(HEAD, middle))]
    for slug, outlines in regions.items():
        level = _level(slug, primary, secondary)
        halves = [[(middle + side * x, y) for x, y in outline] for outline in outlines for side in (1, -1)]
        data = "".join(path([(x, -y) for x, y in half]) for half in halves)
        parts.append(f'<path class="map-{level}" d="{data}"/>')
        if level == "also":
            parts.append(f'<path class="map-hatch" d="{"".join(hatching(half) for half in halves)}"/>')
    return "".join(parts)


def _level(slug: str, primary: Sequence[str], secondary: Sequence[str]) -> str:
    named = {slug, "calves"} if slug == "soleus" else {slug}
    if named & set(primary):
        return "main"
    return "also" if named & set(secondary) else "rest"


def _whole(half: Outline, middle: float) -> list[Point]:
    mirrored = [(-x, y) for x, y in reversed(half) if x]
    return [(middle + x, y) for x, y in (*half, *mirrored)]


def _smooth(css: str, points: Sequence[Point]) -> str:
    return f'<path class="{css}" d="{path([(x, -y) for x, y in points])}"/>'


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
