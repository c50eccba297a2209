import gzip
import re
from xml.etree import ElementTree

import pytest

from exercises.figures import caption, draw, has_drawing
from exercises.figures.poses import DRAWINGS
from tests.cases import for_every

from .anatomy import corners

MOVEMENTS = ("squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise")
ALL = [(m, v, p) for m, drawings in DRAWINGS.items() for v in drawings for p in ("start", "deepest")]
every_drawing = for_every(("movement", "variation", "phase"), ALL, ids=[" ".join(each) for each in ALL])
SVG = "{http://www.w3.org/2000/svg}"


@every_drawing
def test_a_drawing_is_a_small_titled_picture_without_inline_style(movement: str, variation: str, phase: str) -> None:
    text = draw(movement, variation, phase)
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == caption(movement, variation, phase)
    for element in root.iter():
        assert not {"style", "id", "onclick"} & set(element.attrib)
        assert element is root or element.tag == f"{SVG}title" or element.get("class")


@for_every(("movement", "variation"), [(m, v) for m, drawings in DRAWINGS.items() for v in drawings])
def test_a_pair_of_stills_is_small_and_each_shape_of_one_is_there_in_the_other(movement: str, variation: str) -> None:
    """As many commands in the same order, so that one drawing can turn into the other."""
    start, deepest = (draw(movement, variation, phase) for phase in ("start", "deepest"))
    assert len(gzip.compress((start + deepest).encode())) < 8_000
    assert outline_letters(start) == outline_letters(deepest)


def outline_letters(text: str) -> list[tuple[str, str]]:
    return [
        (element.get("class") or "", re.sub(r"[^a-zA-Z]", "", element.get("d") or ""))
        for element in ElementTree.fromstring(text).iter(f"{SVG}path")
    ]


@every_drawing
def test_the_whole_person_is_on_the_page(movement: str, variation: str, phase: str) -> None:
    for close in (False, True):
        root = ElementTree.fromstring(draw(movement, variation, phase, close=close))
        left, top, width, height = map(float, (root.get("viewBox") or "").split())
        assert width / height == pytest.approx(4 / 3, abs=0.01)
        for element in root.iter(f"{SVG}path"):
            if (element.get("class") or "").startswith(("fig-skin", "fig-hair", "fig-shoe")):
                for x, y in corners(element.get("d") or ""):
                    assert left <= x <= left + width
                    assert top <= y <= top + height


@pytest.mark.parametrize("movement", MOVEMENTS)
def test_every_movement_has_a_start_that_differs_from_its_deepest(movement: str) -> None:
    assert has_drawing(movement)
    assert draw(movement, phase="start") != draw(movement, phase="deepest")


def test_a_variation_without_a_drawing_shows_the_default_of_its_movement() -> None:
    assert not has_drawing("squat", "pistol-squat")
    assert draw("squat", "pistol-squat") == draw("squat") == draw("squat", "bodyweight-squat")


def test_a_title_of_ones_own_replaces_the_caption_and_is_escaped() -> None:
    assert "<title>Kniebeuge &lt;tief&gt;</title>" in draw("squat", title="Kniebeuge <tief>")


def test_an_unknown_movement_or_phase_is_refused() -> None:
    with pytest.raises(KeyError):
        draw("burpee")
    with pytest.raises(ValueError, match="start or deepest"):
        draw("squat", phase="middle")


def test_the_muscles_at_work_are_tinted() -> None:
    assert draw("calf-raise").count("fig-work") == draw("calf-raise").count("fig-fibre") == 2
    assert draw("plank", "side-plank").count("fig-work") == 2
