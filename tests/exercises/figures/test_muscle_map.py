import gzip
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.figures import MUSCLES, muscle_map
from exercises.figures.muscle_map import hatching
from tests.cases import for_every

SVG = "{http://www.w3.org/2000/svg}"


def classes(text: str) -> list[str]:
    return [element.get("class") or "" for element in ElementTree.fromstring(text).iter(f"{SVG}path")]


def test_the_map_names_its_muscles_for_a_screen_reader() -> None:
    root = ElementTree.fromstring(muscle_map(["gluteus-maximus"], ["hamstrings"]))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == "Muscles, front and back. Mainly gluteus maximus; also hamstrings"
    assert "<title>Muskeln</title>" in muscle_map((), (), "Muskeln")


def test_main_muscles_are_filled_and_helping_ones_hatched() -> None:
    found = classes(muscle_map(("quadriceps",), ("hamstrings", "erectors")))
    assert (found.count("map-main"), found.count("map-also"), found.count("map-hatch")) == (1, 2, 2)


@for_every("muscle", sorted(MUSCLES))
def test_every_muscle_can_be_shown_in_either_way(muscle: str) -> None:
    assert "map-main" in classes(muscle_map((muscle,), ()))
    assert "map-hatch" in classes(muscle_map((), (muscle,)))


def test_calves_take_the_soleus_with_them() -> None:
    assert classes(muscle_map(("calves",), ())).count("map-main") == 2


def test_a_muscle_that_is_not_on_the_map_is_refused() -> None:
    with pytest.raises(ValueError, match="not on the muscle map: biceps"):
        muscle_map(("biceps",), ())


def test_a_busy_map_stays_small_and_has_no_inline_style() -> None:
    text = muscle_map(("quadriceps", "calves"), tuple(sorted(MUSCLES - {"quadriceps", "calves"})))
    assert len(gzip.compress(text.encode())) < 9_000
    assert "style=" not in text
    assert " id=" not in text


@given(st.floats(5, 60), st.floats(5, 60))
def test_hatching_of_a_box_never_leaves_it(width: float, height: float) -> None:
    data = hatching([(0, 0), (width, 0), (width, height), (0, height)])
    for stroke in data.split("M")[1:]:
        x, y = (float(part) for part in stroke.split("l")[0].replace("-", " -").split())
        assert -0.1 <= x <= width + 0.1
        assert -0.1 <= y <= height + 0.1
