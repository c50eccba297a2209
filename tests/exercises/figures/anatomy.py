"""What is wrong with a drawn pose, in words: one function a law, each gives its faults, none when it is kept.

Centimetres, x forward and y up from the floor. Ranges of the joints are ``exercises.figures.pose.LIMITS``.
"""

import re
from itertools import pairwise
from xml.etree import ElementTree

from exercises.figures.body import (
    FOREARM,
    SHANK,
    THIGH,
    TRUNK,
    UPPER_ARM,
    WAIST,
    Point,
    Skeleton,
    centre_of_mass,
    distance,
    offset,
    skeleton,
)
from exercises.figures.figure import SHANK as SHANK_OUTLINE
from exercises.figures.figure import THIGH as THIGH_OUTLINE
from exercises.figures.figure import shorts
from exercises.figures.loops import LOOPS
from exercises.figures.outline import limb
from exercises.figures.poses import DRAWINGS
from exercises.figures.props import Barbell, Bench, Box, Chair, Prop, Stick, Wall
from exercises.figures.render import svg
from exercises.figures.scene import Drawing, Still
from exercises.figures.timeline import SAMPLES
from exercises.figures.trunk import VEST, torso_edge

NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
PERSON = ("fig-skin", "fig-shoe", "fig-sole", "fig-shorts", "fig-vest", "fig-hair")
PERSPECTIVE = 2.4
"""The near side is drawn up to this much lower, and the far side higher, than the plane that both are in."""
BAR = 1.4


STILLS = {
    f"{movement} {slug} {phase}": drawing.still(phase)
    for movement, drawings in DRAWINGS.items()
    for slug, drawing in drawings.items()
    for phase in ("start", "deepest")
}
FILMS = {
    f"{movement} {slug}": LOOPS[movement][slug].film(drawing)
    for movement, drawings in DRAWINGS.items()
    for slug, drawing in drawings.items()
}
MOMENTS = STILLS | {
    f"{name} {part / SAMPLES:.0%}": still
    for name, film in FILMS.items()
    for part, still in enumerate(film.stills)
    if part % (SAMPLES // 6) == 0
}


def corners(data: str) -> list[Point]:
    """The points that a path of relative curves and lines goes through, y down as on the page."""
    found: list[Point] = []
    for letter, piece in re.findall("([Mcsl])([^Mcslz]*)", data):
        *_, x, y = (float(number) for number in NUMBER.findall(piece))
        found.append((x, y) if letter == "M" else (found[-1][0] + x, found[-1][1] + y))
    return found


def drawn(still: Still) -> list[tuple[str, Point]]:
    """Every corner of the person as drawn, with what it belongs to."""
    root = ElementTree.fromstring(svg(Drawing(still, still, ()), "start"))
    return [
        (element.get("class") or "", (x, -y))
        for element in root.iter("{http://www.w3.org/2000/svg}path")
        if (element.get("class") or "").startswith(PERSON)
        for x, y in corners(element.get("d") or "")
    ]


def solids(prop: Prop) -> tuple[float, float, float, float] | None:
    """Left, right, bottom and top of what a body cannot enter."""
    if isinstance(prop, Box):
        return prop.left, prop.right, prop.bottom, prop.top
    if isinstance(prop, Bench):
        return prop.left, prop.right, prop.top - 8, prop.top
    if isinstance(prop, Chair):
        return prop.left, prop.right, prop.top - 4, prop.top
    if isinstance(prop, Wall):
        return prop.x, prop.x + 7, 0, prop.height
    return None


def ground(still: Still, x: float) -> float:
    """How high what can be stood on is at x: box, bench, else the floor."""
    tops = [p.top for p in still.props if isinstance(p, Box | Bench) and p.left <= x <= p.right]
    return max(tops, default=0)


def through_floor_or_furniture(still: Still) -> list[str]:
    """Parts of the person that are drawn under the floor or inside what stands there."""
    found = []
    for part, (x, y) in drawn(still):
        if y < -PERSPECTIVE:
            found.append(f"{part} {-y:.1f} cm under the floor at {x:.0f}")
        for left, right, bottom, top in filter(None, map(solids, still.props)):
            depth = min(x - left, right - x, y - bottom, top - y)
            if depth > PERSPECTIVE + 1:
                found.append(f"{part} {depth:.1f} cm inside what stands at {left:g} to {right:g}")
    return found


def of_other_length(body: Skeleton) -> list[str]:
    """Segments that are not as long as the body's are, foreshortened arms apart."""
    segments = [("lower trunk", body.hip, body.waist, WAIST * TRUNK),
                ("upper trunk", body.waist, body.shoulder, (1 - WAIST) * TRUNK)]  # fmt: skip
    for side, leg in (("near", body.near_leg), ("far", body.far_leg)):
        segments += [(f"{side} thigh", leg.hip, leg.knee, THIGH), (f"{side} shank", leg.knee, leg.ankle, SHANK)]
    found = [
        f"{name} {distance(a, b):.1f} cm" for name, a, b, length in segments if abs(distance(a, b) - length) > 0.01
    ]
    for side, arm in (("near", body.near_arm), ("far", body.far_arm)):
        for name, a, b, length in (
            ("upper arm", arm.shoulder, arm.elbow, UPPER_ARM),
            ("forearm", arm.elbow, arm.wrist, FOREARM),
        ):
            if distance(a, b) > length + 0.01:
                found.append(f"{side} {name} {distance(a, b):.1f} cm")
    return found


def supports(still: Still, body: Skeleton) -> list[float]:
    """Where the body rests on floor, box or bench: x of feet, knees, elbows, hands and upper back."""
    legs, arms = (body.near_leg, body.far_leg), (body.near_arm, body.far_arm)
    points = [(point, 2.5) for leg in legs for point in (leg.heel, leg.ball, leg.toe)]
    points += [(leg.knee, 8) for leg in legs] + [(leg.ankle, 12) for leg in legs if leg.toe[0] < leg.heel[0]]
    points += [(point, 7) for arm in arms for point in (arm.elbow, arm.wrist)]
    points += [(torso_edge(body, part, -10), 4) for part in (0.8, 1.0)]
    if still.pose.front:
        points += [(offset(leg.ball, leg.pitch, across, 0), 2.5) for leg in legs for across in (-5, 5)]
    return [x for (x, y), near in points if abs(y - ground(still, x)) < near]


def out_of_balance(still: Still) -> list[str]:
    """The centre of mass of body and load (segment masses of Winter 2009), where it is not over what carries it."""
    body = skeleton(still.pose)
    base = supports(still, body)
    if not base:
        return ["nothing carries the body"]
    x, _ = centre_of_mass(body, [load for prop in still.props for load in prop.loads(body)])
    return (
        [] if min(base) <= x <= max(base) else [f"weight at {x:.1f}, carried from {min(base):.1f} to {max(base):.1f}"]
    )


def inside(point: Point, outline: list[Point]) -> bool:
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in pairwise([*outline, outline[0]]):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


def clearance(point: Point, outline: list[Point]) -> float:
    """Distance from a point to an outline, negative inside."""
    nearest = min(_to_segment(point, a, b) for a, b in pairwise([*outline, outline[0]]))
    return -nearest if inside(point, outline) else nearest


def _to_segment(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    part = ((point[0] - start[0]) * dx + (point[1] - start[1]) * dy) / ((dx * dx + dy * dy) or 1)
    part = max(0.0, min(1.0, part))
    return distance(point, (start[0] + part * dx, start[1] + part * dy))


def flesh(body: Skeleton) -> dict[str, list[Point]]:
    """The outlines that a bar cannot pass."""
    front = [torso_edge(body, part, ahead) for part, ahead, _ in VEST]
    back = [torso_edge(body, part, -behind) for part, _, behind in reversed(VEST)]
    leg = body.near_leg
    return {
        "trunk": front + back,
        "thigh": limb(leg.hip, leg.knee, THIGH_OUTLINE),
        "hips": shorts(leg.hip, leg.knee, leg.tilt),
        "shank": limb(leg.knee, leg.ankle, SHANK_OUTLINE),
    }


def bar_faults(still: Still) -> list[str]:
    """A bar inside a leg or the trunk, or one that lies on the body and does not touch it."""
    body, found = skeleton(still.pose), []
    for bar in (prop for prop in still.props if isinstance(prop, Barbell)):
        at = bar.centre(body)
        gaps = {name: clearance(at, outline) - BAR for name, outline in flesh(body).items()}
        found += [f"bar {-gap:.1f} cm inside the {name}" for name, gap in gaps.items() if gap < -1]
        if bar.on != "hands" and min(gaps.values()) > 2:
            found.append(f"bar {min(gaps.values()):.1f} cm off the body")
    return found


def bar_off_the_foot(still: Still) -> list[str]:
    """A bar that a standing body carries, where it is more than 4 cm from over the middle of the foot."""
    body = skeleton(still.pose)
    middle = (body.near_leg.heel[0] + body.near_leg.toe[0]) / 2
    bars = [prop.centre(body)[0] for prop in still.props if isinstance(prop, Barbell) and prop.on != "hips"]
    return [f"bar {x - middle:.1f} cm from the middle of the foot" for x in bars if abs(x - middle) > 4]


def hands_off(still: Still) -> list[str]:
    """Hands that hold nothing where a bar, a stick, a wall or a chair is to be held: at least one does."""
    body = skeleton(still.pose)
    hands = {"near": body.near_arm, "far": body.far_arm}
    found = []
    for prop in still.props:
        if isinstance(prop, Barbell):
            gaps = {name: distance(arm.grip, prop.centre(body)) for name, arm in hands.items()}
            found += [f"{name} hand {gap:.1f} cm from the bar" for name, gap in gaps.items() if gap > 9]
        if isinstance(prop, Stick):
            low = offset(body.hip, body.pelvis_tilt, *prop.LOW)
            high = offset(low, body.chest_tilt, 0, prop.LENGTH)
            gaps = {name: _to_segment(arm.grip, low, high) for name, arm in hands.items()}
            found += [f"{name} hand {gap:.1f} cm from the stick" for name, gap in gaps.items() if gap > 5]
        if isinstance(prop, Wall):
            gap = min(abs(prop.x - arm.wrist[0]) for arm in hands.values())
            found += [f"no hand within {gap:.1f} cm of the wall"] if gap > 6 else []
        if isinstance(prop, Chair) and prop.back < 0 < prop.left:
            gap = min(distance(arm.grip, (prop.left - 4, 92)) for arm in hands.values())
            found += [f"no hand within {gap:.1f} cm of the back of the chair"] if gap > 5 else []
    return found
