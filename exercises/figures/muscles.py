"""The working muscles on the figure: shapes between two rails, with fibres that run along them."""

from collections.abc import Callable, Collection, Sequence

from exercises.figures.body import Point, between, offset
from exercises.figures.outline import Profile, limb, path, shape

ON_THIGH: dict[str, Profile] = {
    "quadriceps": ((0.06, 5, -2.6), (0.2, 8.6, 0.4), (0.42, 8, 1.2), (0.64, 6.5, 0.4), (0.82, 5.4, -1),
                   (0.94, 4.4, -3)),
    "hamstrings": ((0.12, -5, 7.2), (0.24, -2.4, 8), (0.46, -1.9, 6.8), (0.68, -2, 5.3), (0.86, -2.6, 4.6),
                   (0.97, -3.4, 4.2)),
    "adductors": ((0.1, 1, 1.4), (0.24, 2.4, 3), (0.4, 2, 2.8), (0.6, 0.6, 1.6)),
}  # fmt: skip
ON_SHANK: dict[str, Profile] = {
    "calves": ((0.0, -2, 3.6), (0.12, 0.6, 5.6), (0.26, 1.6, 6.9), (0.4, 0.8, 6.4), (0.5, -1.2, 5.2),
               (0.56, -3.2, 4.4)),
    "soleus": ((0.46, 2, 0.4), (0.56, 1.6, 2.2), (0.66, 1, 3.4), (0.78, 0, 3), (0.92, -1.6, 2.6)),
    "tibialis": ((0.08, 4.4, -2), (0.24, 4.4, -0.8), (0.44, 4, -1), (0.64, 3.4, -1.4), (0.8, 2.8, -2)),
}  # fmt: skip
ON_ARM: dict[str, Profile] = {
    "shoulders": ((-0.13, 1.6, 1.6), (-0.07, 4.5, 4.5), (0.06, 5.3, 5.2), (0.22, 4, 4), (0.36, 1.6, 1.8),
                  (0.44, 0.3, 0.3)),
}  # fmt: skip
ON_TRUNK: dict[str, Profile] = {
    "abdominals": ((0.72, 10.8, -6.6), (0.56, 9.9, -5.6), (0.4, 8.6, -4.8), (0.24, 8, -4.6), (0.1, 7.4, -5)),
    "obliques": ((0.64, 4.6, -1), (0.52, 5, 2.4), (0.38, 4, 3.6), (0.24, 3.8, 3.6), (0.14, 3.6, 1.6)),
    "erectors": ((0.8, -6.4, 9.4), (0.6, -5, 8.7), (0.42, -3.6, 7), (0.28, -3.6, 6.8), (0.16, -5.4, 7.8)),
    "upper-back": ((1.0, -3.4, 6.4), (0.88, -3, 9), (0.76, -3.6, 9.6), (0.64, -5.6, 9)),
}  # fmt: skip
ON_HIP: dict[str, tuple[Sequence[Point], Sequence[Point]]] = {
    "gluteus-maximus": (
        ((-6.6, 9.4), (-3.2, 6), (-0.6, 0.6), (0.4, -6.6)),
        ((-9.6, 7.4), (-11.8, 1), (-10.6, -5.6), (-5.6, -10)),
    ),
    "gluteus-medius": (((-6, 10.6), (-3.2, 6.2), (-1, 0.6)), ((4.8, 11), (3.4, 6.2), (1, 0.6))),
    "hip-flexors": (((3, 9.6), (4.2, 3.4), (3.4, -6)), ((6.6, 9), (7.6, 3), (6.4, -5.4))),
}
"""Two rails of a muscle, as centimetres forward and up from the hip joint."""


def of_hip(hip: Point, tilt: float, flexion: float, tinted: Collection[str]) -> list[str]:
    """The muscles round the hip joint; they turn with the seat as the thigh is lifted. Degrees."""
    turned = tilt - 0.4 * flexion
    return [
        tint(*([offset(hip, turned, *at) for at in rail] for rail in rails))
        for name, rails in ON_HIP.items()
        if name in tinted
    ]


def of_thigh(hip: Point, knee: Point, tinted: Collection[str]) -> list[str]:
    return _on_bone(ON_THIGH, hip, knee, tinted)


def of_shank(knee: Point, ankle: Point, tinted: Collection[str]) -> list[str]:
    return _on_bone(ON_SHANK, knee, ankle, tinted)


def of_arm(shoulder: Point, elbow: Point, tinted: Collection[str]) -> list[str]:
    return _on_bone(ON_ARM, shoulder, elbow, tinted)


def of_trunk(edge: Callable[[float, float], Point], tinted: Collection[str]) -> list[str]:
    """``edge(part, width)`` is the point beside the spine, as part of hip to shoulder and centimetres forward."""
    return [
        tint([edge(part, ahead) for part, ahead, _ in profile], [edge(part, -behind) for part, _, behind in profile])
        for name, profile in ON_TRUNK.items()
        if name in tinted
    ]


def _on_bone(table: dict[str, Profile], start: Point, end: Point, tinted: Collection[str]) -> list[str]:
    found = []
    for name in [name for name in table if name in tinted]:
        outline = limb(start, end, table[name])
        middle = len(outline) // 2
        found.append(tint(outline[:middle], outline[: middle - 1 : -1]))
    return found


def tint(one: Sequence[Point], other: Sequence[Point]) -> str:
    """A muscle at work between its two rails, and two of its fibres."""
    fibres = ""
    for part in (0.33, 0.67):
        line = [between(a, b, part) for a, b in zip(one, other, strict=True)]
        ends = between(line[0], line[1], 0.4), between(line[-1], line[-2], 0.4)
        fibres += path([ends[0], *line[1:-1], ends[1]], closed=False)
    return shape("fig-work", path([*one, *reversed(other)])) + shape("fig-fibre", fibres)
