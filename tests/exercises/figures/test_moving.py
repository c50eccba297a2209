import gzip
import re
from bisect import bisect_right
from cmath import rect
from collections.abc import Iterator
from math import radians
from xml.etree import ElementTree

import pytest

from exercises.figures import moving
from exercises.figures.moving import animate, kept
from exercises.figures.poses import DRAWINGS
from exercises.figures.render import picture
from exercises.figures.shapes import shapes
from exercises.figures.timeline import SAMPLES
from tests.cases import for_every
from tests.exercises.figures.anatomy import FILMS

SVG = "{http://www.w3.org/2000/svg}"
ALL = [(movement, slug) for movement, drawings in DRAWINGS.items() for slug in drawings]
every_drawing = for_every(("movement", "slug"), ALL, ids=[" ".join(one) for one in ALL])
NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


@every_drawing
def test_a_moving_drawing_is_8_kb_at_most(movement: str, slug: str) -> None:
    assert len(gzip.compress(moving(movement, slug).encode())) <= 8_000


@every_drawing
def test_it_has_neither_script_nor_style_nor_ids(movement: str, slug: str) -> None:
    root = ElementTree.fromstring(moving(movement, slug))
    assert root.findtext(f"{SVG}title")
    moved = {f"{SVG}{name}" for name in ("svg", "title", "g", "path", "circle", "animate", "animateTransform")}
    for element in root.iter():
        assert element.tag in moved
        assert not {"style", "id", "href", "begin"} & set(element.attrib)
        assert not any(name.startswith("on") for name in element.attrib)


@every_drawing
def test_every_value_has_its_time(movement: str, slug: str) -> None:
    root = ElementTree.fromstring(moving(movement, slug))
    places = max(max(map(int, move.split()[:2])) for move in (root.get("data-moves") or "").split(";"))
    animations = [element for element in root.iter() if element.tag.startswith(f"{SVG}animate")]
    assert len(animations) > 4
    for element in animations:
        times = [float(time) for time in (element.get("keyTimes") or "").split(";")]
        values = (element.get("values") or "").split(";")
        assert len(times) == len(values)
        assert (times[0], times[-1]) == (0, 1)
        assert times == sorted(set(times))
        assert element.get("dur") == f"{places}s"
        assert len({re.sub(NUMBER, "", value).replace(" ", "") for value in values}) == 1


def shown(root: ElementTree.Element, share: float) -> Iterator[list[complex]]:
    """The points of every shape at a share of the way, as a browser interpolates them."""
    for element in root:
        if element.tag == f"{SVG}g":
            shift, turn = 0j, 0.0
            for one in element.findall(f"{SVG}animateTransform"):
                value = at(one, share)
                if one.get("type") == "translate":
                    shift = complex(*value)
                else:
                    (turn,) = value
            for child in element:
                if child.tag in (f"{SVG}path", f"{SVG}circle"):
                    yield [shift + rect(1, radians(turn)) * point for point in points(child, share)]
        elif element.tag in (f"{SVG}path", f"{SVG}circle") and not element.findall(f"{SVG}animateTransform"):
            yield points(element, share)


def points(element: ElementTree.Element, share: float) -> list[complex]:
    copy = ElementTree.Element(element.tag.removeprefix(SVG), element.attrib)
    bending = element.find(f"{SVG}animate")
    if bending is not None:
        letters = re.findall(f"[a-zA-Z]|{NUMBER.pattern}", (bending.get("values") or "").split(";")[0])
        numbers = iter(at(bending, share))
        copy.set("d", " ".join(one if one.isalpha() else f"{next(numbers):.3f}" for one in letters))
    (shape,) = shapes(ElementTree.tostring(copy, encoding="unicode").replace(" />", "/>"))
    return list(shape.points)


def at(animation: ElementTree.Element, share: float) -> list[float]:
    times = [float(time) for time in (animation.get("keyTimes") or "").split(";")]
    values = [[float(one) for one in NUMBER.findall(value)] for value in (animation.get("values") or "").split(";")]
    index = min(bisect_right(times, share) - 1, len(times) - 2)
    part = (share - times[index]) / (times[index + 1] - times[index])
    return [a + part * (b - a) for a, b in zip(values[index], values[index + 1], strict=True)]


@every_drawing
def test_it_shows_what_the_stills_show(movement: str, slug: str) -> None:
    """Three pixels where it is drawn large, and most of that in cloth; five where somebody walks."""
    root, drawing = ElementTree.fromstring(moving(movement, slug)), DRAWINGS[movement][slug]
    film = FILMS[f"{movement} {slug}"]
    for index in range(1, len(film.stills), 4):
        still = film.stills[index]
        expected = [shape.points for shape in shapes(picture(still, drawing.working, drawing.frame))]
        found = list(shown(root, index / (len(film.stills) - 1)))
        assert len(found) == len(expected)
        off = max(
            abs(point - goal)
            for now, there in zip(found, expected, strict=True)
            for point, goal in zip(now, there, strict=True)
        )
        assert off < (3.6 if film.walked else 2.2), index


def test_the_floor_goes_by_under_a_walk_alone() -> None:
    assert moving("lunge", "walking-lunge").count("fig-floor") == 2
    assert moving("lunge", "reverse-lunge").count("fig-floor") == 1


def test_only_what_is_needed_is_kept() -> None:
    assert kept([(float(x),) for x in range(10)], 0.1) == [0, 9]
    assert kept([(0,), (0,), (5,), (0,), (0,)], 0.1) == [0, 1, 2, 3, 4]
    assert kept([(0,), (1.05,), (2,)], 0.1) == [0, 2]


def test_times_are_shares_of_the_way() -> None:
    values = [str(index) for index in range(2 * SAMPLES + 1)]
    text = animate('animate attributeName="d"', values, [0, SAMPLES // 2, 2 * SAMPLES])
    assert text == (
        '<animate attributeName="d" dur="2s" fill="freeze" keyTimes="0;.25;1" '
        f'values="0;{SAMPLES // 2};{2 * SAMPLES}"/>'
    )


def test_an_unknown_variation_is_refused() -> None:
    with pytest.raises(KeyError):
        moving("squat", "pistol-squat")
