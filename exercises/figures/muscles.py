"""The working muscles on the figure, as shapes that follow the segment they lie on."""

from collections.abc import Callable, Collection

from exercises.figures.body import Point, offset
from exercises.figures.outline import Profile, limb, path

ON_THIGH: dict[str, Profile] = {
    "quadriceps": ((0.12, 6.5, -3.5), (0.22, 8.9, -1), (0.45, 8.2, 0.5), (0.7, 6.3, -0.6), (0.86, 5.4, -2),
                   (0.94, 4.6, -3.4)),
    "hamstrings": ((0.16, -4, 7.6), (0.28, -1.4, 8.2), (0.5, -0.8, 6.7), (0.74, -1.6, 5.2), (0.9, -3, 4.4)),
    "adductors": ((0.14, 1, 1), (0.3, 2, 2.6), (0.55, 0.6, 1.8)),
}  # fmt: skip
ON_SHANK: dict[str, Profile] = {
    "calves": ((0.02, -2, 4), (0.14, 0.4, 5.6), (0.28, 0.6, 6.6), (0.44, -0.6, 5.8), (0.56, -2.6, 4.6)),
    "soleus": ((0.46, -0.4, 3), (0.6, -0.2, 4.4), (0.74, -0.8, 3.1), (0.86, -1.6, 2.6)),
    "tibialis": ((0.1, 4.6, -2.4), (0.3, 4.5, -1), (0.6, 3.6, -1.4), (0.78, 3, -2)),
}  # fmt: skip
ON_ARM: dict[str, Profile] = {
    "shoulders": ((-0.12, 2.6, 2.8), (-0.04, 5, 5), (0.16, 5.2, 5), (0.34, 2.6, 2.8), (0.42, 0.4, 0.6)),
}
ON_TRUNK: dict[str, tuple[tuple[float, float], ...]] = {
    "abdominals": ((0.68, 10.4), (0.5, 9.6), (0.32, 8.6), (0.16, 8.8), (0.06, 7.4), (0.14, 4.8), (0.34, 4.4),
                    (0.56, 5)),
    "obliques": ((0.54, 3.6), (0.36, 3), (0.18, 3.4), (0.16, -2), (0.3, -4), (0.46, -2.6)),
    "erectors": ((0.74, -8.8), (0.5, -7.6), (0.32, -6.8), (0.2, -7.6), (0.18, -4.6), (0.34, -3.2), (0.6, -4.6)),
    "upper-back": ((1.0, -6.6), (0.86, -9), (0.7, -9.3), (0.66, -5), (0.82, -3.4), (0.96, -3.6)),
}  # fmt: skip


ON_HIP: dict[str, tuple[Point, ...]] = {
    "gluteus-maximus": ((-6, 8.4), (-9.8, 6), (-11.6, 1), (-11.4, -5), (-8.4, -8.8), (-4.6, -7.4), (-4.4, -1), (-3, 4)),
    "gluteus-medius": ((-5, 9.6), (-3.6, 4.6), (-0.4, 2), (2.6, 5.4), (1, 10)),
    "hip-flexors": ((4.6, 8), (7.6, 4), (8, -4), (6, -7), (3.6, 0)),
}  # fmt: skip


def of_hip(hip: Point, tilt: float, flexion: float, tinted: Collection[str]) -> list[str]:
    """The muscles round the hip joint; they turn a third of the way with the thigh. Degrees."""
    turned = tilt - 0.35 * flexion
    return [
        tint(path([offset(hip, turned, *at) for at in outline])) for name, outline in ON_HIP.items() if name in tinted
    ]


def of_thigh(hip: Point, knee: Point, tinted: Collection[str]) -> list[str]:
    return _on_bone(ON_THIGH, hip, knee, tinted)


def of_shank(knee: Point, ankle: Point, tinted: Collection[str]) -> list[str]:
    return _on_bone(ON_SHANK, knee, ankle, tinted)


def of_arm(shoulder: Point, elbow: Point, tinted: Collection[str]) -> list[str]:
    return _on_bone(ON_ARM, shoulder, elbow, tinted)


def of_trunk(edge: Callable[[float, float], Point], tinted: Collection[str]) -> list[str]:
    """``edge(part, width)`` is the point beside the spine, as part of hip to shoulder and centimetres forward."""
    return [tint(path([edge(*at) for at in shape])) for name, shape in ON_TRUNK.items() if name in tinted]


def _on_bone(table: dict[str, Profile], start: Point, end: Point, tinted: Collection[str]) -> list[str]:
    return [tint(path(limb(start, end, profile))) for name, profile in table.items() if name in tinted]


def tint(data: str) -> str:
    """A muscle at work."""
    return f'<path class="fig-work" d="{data}"/>'
