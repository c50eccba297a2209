import re
from xml.etree import ElementTree

import pytest

from exercises.figures import caption, draw, has_drawing
from exercises.figures.poses import DRAWINGS

MOVEMENTS = ("squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise")
ALL = [(m, v, p) for m, drawings in DRAWINGS.items() for v in drawings for p in ("start", "deepest")]
every_drawing = pytest.mark.parametrize(("movement", "variation", "phase"), ALL, ids=[" ".join(each) for each in ALL])
SVG = "{http://www.w3.org/2000/svg}"


@every_drawing
def test_a_drawing_is_a_small_titled_picture_without_inline_style(movement: str, variation: str, phase: str) -> None:
    text = draw(movement, variation, phase)
    root = ElementTree.fromstring(text)
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == caption(movement, variation, phase)
    assert len(text) < 7_000
    for element in root.iter():
        assert not {"style", "id", "onclick"} & set(element.attrib)
        assert element is root or element.tag == f"{SVG}title" or element.get("class")


@every_drawing
def test_the_whole_person_is_on_the_page(movement: str, variation: str, phase: str) -> None:
    for close in (False, True):
        root = ElementTree.fromstring(draw(movement, variation, phase, close=close))
        left, top, width, height = map(float, (root.get("viewBox") or "").split())
        assert width / height == pytest.approx(4 / 3, abs=0.01)
        for element in root.iter(f"{SVG}path"):
            if (element.get("class") or "").startswith(("fig-skin", "fig-hair", "fig-shoe")):
                x, y = map(float, re.findall(r"-?[\d.]+", element.get("d") or "")[:2])
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
    assert draw("calf-raise").count("fig-work") == 2
    assert draw("plank", "side-plank").count("fig-work") == 2
