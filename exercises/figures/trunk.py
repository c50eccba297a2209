"""Neck, shoulders and vest from the side: outlines along a spine that bends at the waist."""

from collections.abc import Collection

from exercises.figures import muscles
from exercises.figures.body import WAIST, Point, Skeleton, between, offset
from exercises.figures.outline import Profile, path, shape

VEST: Profile = ((1.05, 3.2, 2.6), (0.99, 5.6, 7.6), (0.92, 9, 9.7), (0.82, 11, 10.6), (0.7, 11.7, 10.5),
                 (0.56, 10.7, 9.3), (0.42, 9.5, 8), (0.28, 8.9, 7.7), (0.14, 8.8, 8.8), (0.04, 8, 9.6))  # fmt: skip
"""Part of the way from hip to shoulder, centimetres from the spine to the front and to the back."""
SHADE = ((0.99, -7.6), (0.92, -9.7), (0.82, -10.6), (0.7, -10.5), (0.56, -9.3), (0.42, -8), (0.28, -7.7), (0.14, -8.8),
         (0.2, -4.6), (0.42, -3.6), (0.64, -5), (0.84, -5.4), (0.96, -4))  # fmt: skip


def torso_edge(body: Skeleton, part: float, width: float) -> Point:
    """A point beside the spine: ``part`` of the way from hip to shoulder, ``width`` cm to the front (or back, < 0)."""
    blend = max(0.0, min(1.0, (part - 0.15) / 0.55))
    tilt = body.pelvis_tilt + blend * (body.chest_tilt - body.pelvis_tilt)
    straight = (
        between(body.hip, body.waist, part / WAIST)
        if part < WAIST
        else between(body.waist, body.shoulder, (part - WAIST) / (1 - WAIST))
    )
    return offset(straight, tilt, width, 0)


def bust(body: Skeleton) -> list[Point]:
    """Skin of neck and shoulders: from the nape over the upper back and the chest to the throat."""
    root, chest, skull, head = body.neck_base, body.chest_tilt, body.skull, body.head_tilt
    return [
        offset(skull, head, -6.4, 1),
        offset(skull, head, -6, -5.4),
        offset(root, chest, -7.2, -0.4),
        torso_edge(body, 0.93, -9.5),
        torso_edge(body, 0.8, -9),
        torso_edge(body, 0.8, 9),
        torso_edge(body, 0.95, 8.2),
        offset(root, chest, 5.4, -4.4),
        offset(root, chest, 4.4, -0.6),
        offset(skull, head, 4.6, -8.4),
        offset(skull, head, 4, 2),
    ]


def torso(body: Skeleton, tinted: Collection[str]) -> str:
    front = [torso_edge(body, part, ahead) for part, ahead, _ in VEST]
    back = [torso_edge(body, part, -behind) for part, _, behind in reversed(VEST)]
    return "".join([
        shape("fig-skin", path(bust(body))),
        shape("fig-vest", path(front + back)),
        shape("fig-dim", path([torso_edge(body, *at) for at in SHADE])),
        *muscles.of_trunk(lambda part, width: torso_edge(body, part, width), tinted),
    ])  # fmt: skip
