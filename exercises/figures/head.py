"""The head from the side: face, ear, hair in a bun; x forward and y up from the middle of the skull, in centimetres."""

from exercises.figures.body import Point, Skeleton, offset
from exercises.figures.outline import path, shape

type Outline = tuple[Point, ...]

FACE: Outline = (
    (8.3, 8), (9.2, 5), (9.3, 3.2), (8.8, 1.6), (9.7, -0.6), (11.1, -2.5), (9.7, -3.5), (10.1, -4.6), (9.5, -5.3),
    (9.8, -6.2), (9, -7.3), (9.2, -9), (7.6, -10.6), (3.2, -9.2), (-1, -6.2), (-4.5, -3), (-6.6, 2), (-5, 9), (1, 12),
    (6, 11),
)  # fmt: skip
HAIR: Outline = (
    (8.7, 6.6), (9.3, 9.2), (6.4, 12.6), (0.8, 14.1), (-5.4, 12.4), (-9.2, 7.4), (-9.4, 1.6), (-8, -3.4), (-6, -5.6),
    (-4, -4), (-2.7, -1), (-1.9, 2), (0.4, 3.2), (2.3, 2.8), (2.9, -0.6), (3.6, 2.6), (4.6, 5.4), (6.6, 7.6),
)  # fmt: skip
BUN: Outline = ((-2.4, 13.4), (-3, 17.6), (-6.6, 19.8), (-10.2, 17.8), (-10.4, 13.6), (-7, 10.8))
BAND: Outline = ((-2.4, 13.8), (-4, 14.6), (-6.4, 13.8), (-8.4, 11.9), (-7.4, 10.9), (-4.6, 12.9))
EAR: Outline = ((-1.4, 1.4), (0.4, 2), (1.3, 0.4), (0.6, -1.8), (-0.5, -3.2), (-1.2, -1.2))
EYE: Outline = ((6, 1.2), (6.9, 1.9), (7.7, 1.2), (6.9, 0.6))
BROW: Outline = ((5.2, 3.6), (6.8, 4.5), (8.5, 3.9), (6.9, 3.8))
MOUTH: Outline = ((9.4, -5.1), (8.4, -4.9), (7.3, -5.4), (8.4, -5.5))


def head(body: Skeleton) -> str:
    def placed(css: str, outline: Outline) -> str:
        return shape(css, path([offset(body.skull, body.head_tilt, *at) for at in outline]))

    return "".join([
        placed("fig-hair", BUN),
        placed("fig-skin", FACE),
        placed("fig-shade", MOUTH),
        placed("fig-hair", EYE),
        placed("fig-hair", BROW),
        placed("fig-hair", HAIR),
        placed("fig-shade", EAR),
        placed("fig-band", BAND),
    ])  # fmt: skip
