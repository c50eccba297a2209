"""The same person seen from the front: trunk, head and legs as wide as they are, the feet towards the viewer.

In an outline x is centimetres from the middle of the body, and y up from the joint that carries it.
"""

from collections.abc import Collection

from exercises.figures.body import LegJoints, Point, Skeleton, offset
from exercises.figures.figure import Side
from exercises.figures.muscles import tint
from exercises.figures.outline import Profile, limb, path, shape
from exercises.figures.trunk import torso_edge

type Outline = tuple[Point, ...]

PLAIN = Side("", (0, 0), (0, 0), (0, 0))
"""A limb seen from the front is neither near nor far."""

THIGH: Profile = ((-0.04, 6, 6), (0.1, 8.8, 8.8), (0.3, 8.8, 8.6), (0.55, 7.5, 7.5), (0.78, 6.1, 6.1),
                  (0.94, 5.4, 5.4), (1.06, 5, 5), (1.14, 3, 3))  # fmt: skip
SHANK: Profile = ((-0.08, 3, 3), (0.0, 5.2, 5.2), (0.1, 5.2, 5.2), (0.27, 5.8, 5.8), (0.5, 4.9, 4.9),
                  (0.75, 3.4, 3.4), (0.92, 3, 3), (1.04, 3.2, 3.2))  # fmt: skip
THIGH_SHADE: Profile = ((0.3, 8.8, -6), (0.55, 7.5, -4.4), (0.78, 6.1, -3), (0.96, 5.3, -3.4))
SHANK_SHADE: Profile = ((0.06, 5.2, -4), (0.27, 5.8, -3), (0.5, 4.9, -2.2), (0.75, 3.4, -1.2), (0.96, 3, -0.6))
"""The underside of a leg that lies across the page, whichever leg it is."""
SHORTS: Profile = ((-0.1, 3, 3), (0.02, 8, 8), (0.2, 9.5, 9.2), (0.4, 9.7, 9.4), (0.405, 3, 3))
UPPER_SHOE: Outline = ((3.3, 4), (4, 0), (5.1, -4.4), (4.9, -6.4), (-4.9, -6.4), (-5.1, -4.4), (-4, 0), (-3.3, 4))
SOLE: Outline = ((5.2, -5.4), (5.3, -7), (4.2, -7.9), (-4.2, -7.9), (-5.3, -7), (-5.2, -5.4), (0, -5))

VEST: Outline = ((0.19, 13.6), (0.3, 13.1), (0.44, 12.5), (0.6, 13.6), (0.76, 15.2), (0.85, 15.3), (0.93, 13),
                 (1.03, 11.2), (1.1, 10.2), (1.12, 8.8), (1.1, 7.4), (1.0, 6), (0.93, 3.4))  # fmt: skip
"""Half of it: part of hip to shoulder, centimetres from the spine."""
CHEST: Outline = ((0.8, 13), (0.9, 14.6), (1.0, 17.6), (1.06, 16), (1.1, 11), (1.15, 6.4), (1.24, 5))
PELVIS: Outline = ((12.6, 11.5), (14.6, 10.4), (16, 5), (17.2, -1), (17.5, -7), (9, -12), (1, -10))
OBLIQUES = (
    ((0.72, 14), (0.58, 12.4), (0.44, 11.4), (0.32, 12), (0.24, 12.6)),
    ((0.7, 11), (0.58, 8), (0.44, 6), (0.32, 5.6), (0.22, 6.6)),
)
GLUTEUS_MEDIUS = (((12.9, 10), (15.2, 5.6), (16.6, 0), (16, -5)), ((8.6, 9), (10.4, 4.6), (13, -0.6), (15, -5.4)))
"""Two rails of each."""

FLANK: Outline = ((0.24, 13.4), (0.44, 12.5), (0.6, 13.6), (0.76, 15.2), (0.85, 15.2), (0.93, 12.8), (0.76, 11.2),
                  (0.44, 9))  # fmt: skip

FACE: Outline = ((7, 9), (7.2, 3), (6.9, -2), (5.7, -6.2), (3.3, -9.4), (0, -10.4))
HAIR: Outline = ((0, 9.2), (3.4, 8.4), (5.7, 6), (6.6, 2.4), (6.9, -0.8), (7.9, 1.4), (8.3, 6), (6.8, 10.8),
                 (3.9, 13.4), (0, 14.1))  # fmt: skip
BUN: Outline = ((3.2, 12), (4.8, 15.6), (3.4, 18.8), (0, 19.8))
BAND: Outline = ((3.8, 13), (2.4, 14.6), (0, 15))
CHIN: Outline = ((5, -6), (4.8, -10), (3.2, -12.4), (0, -13.2))
NOSE: Outline = ((0.5, -0.4), (1.3, -2.7), (0, -3.2))
MOUTH: Outline = ((2, -5.7), (0.8, -5.6), (0, -5.8), (0.8, -6.5))
EYE: Outline = ((1.9, 1), (2.9, 1.7), (4, 1), (2.9, 0.5))
BROW: Outline = ((1.5, 3.3), (3, 4.2), (4.8, 3.5), (3, 3.6))
EAR: Outline = ((6.9, 2), (8, 2.2), (8, -0.4), (6.9, -2))


def whole(half: Outline) -> list[Point]:
    """Half an outline and its mirror image."""
    return [*half, *((-x, y) for x, y in reversed(half) if x)]


def both(outline: Outline) -> tuple[list[Point], list[Point]]:
    """An outline and its mirror image, apart."""
    return list(outline), [(-x, y) for x, y in outline]


def leg(joints: LegJoints) -> str:
    """One straight leg and its shoe."""
    hip, knee, ankle = joints.hip, joints.knee, joints.ankle

    def shoe(outline: Outline) -> str:
        return path([offset(ankle, joints.pitch, *at) for at in outline])

    return "".join([
        shape("fig-skin", path(limb(knee, ankle, SHANK))),
        shape("fig-dim", path(limb(knee, ankle, SHANK_SHADE))),
        shape("fig-shoe", shoe(UPPER_SHOE)),
        shape("fig-sole", shoe(SOLE)),
        shape("fig-skin", path(limb(hip, knee, THIGH))),
        shape("fig-dim", path(limb(hip, knee, THIGH_SHADE))),
        shape("fig-shorts", path(limb(hip, knee, SHORTS))),
    ])  # fmt: skip


def torso(body: Skeleton, tinted: Collection[str]) -> str:
    """Neck and shoulders, vest, the hips in their shorts."""

    def trunk(half: Outline) -> str:
        right = [torso_edge(body, part, width) for part, width in half]
        return path(right + [torso_edge(body, part, -width) for part, width in reversed(half)])

    def pelvis(outline: list[Point]) -> str:
        return path([offset(body.hip, body.pelvis_tilt, *at) for at in outline])

    parts = [
        shape("fig-skin", trunk(CHEST)),
        shape("fig-vest", trunk(VEST)),
        shape("fig-dim", path([torso_edge(body, *at) for at in FLANK])),
        shape("fig-shorts", pelvis(whole(PELVIS))),
    ]
    if "obliques" in tinted:
        parts.append(tint(*([torso_edge(body, *at) for at in rail] for rail in OBLIQUES)))
    if "gluteus-medius" in tinted:
        parts.append(tint(*([offset(body.hip, body.pelvis_tilt, *at) for at in rail] for rail in GLUTEUS_MEDIUS)))
    return "".join(parts)


def head(body: Skeleton) -> str:
    """A face towards the viewer, hair drawn back into its bun."""

    def placed(css: str, *outlines: list[Point]) -> str:
        return shape(
            css, "".join(path([offset(body.skull, body.head_tilt, *at) for at in outline]) for outline in outlines)
        )

    return "".join([
        placed("fig-hair", whole(BUN)),
        placed("fig-skin", *both(EAR)),
        placed("fig-dim", whole(CHIN)),
        placed("fig-skin", whole(FACE)),
        placed("fig-hair", *both(EYE), *both(BROW)),
        placed("fig-hair", whole(HAIR)),
        placed("fig-band", whole(BAND)),
        placed("fig-shade", whole(NOSE)),
        placed("fig-shade", whole(MOUTH)),
    ])  # fmt: skip
