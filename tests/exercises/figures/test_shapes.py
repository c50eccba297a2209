from cmath import rect
from math import radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.figures.poses import DRAWINGS
from exercises.figures.render import svg
from exercises.figures.shapes import ELEMENT, Shape, misfit, place_of, shapes

SQUARE = Shape("fig-box", (0, 10, 10 + 10j, 10j), "Mlllz")
near = st.floats(-200, 200)


def turned(shape: Shape, x: float, y: float, angle: float) -> Shape:
    turn = rect(1, radians(angle))
    return Shape(shape.css, tuple(complex(x, y) + turn * point for point in shape.points), shape.commands)


@pytest.mark.parametrize("movement", sorted(DRAWINGS))
def test_a_drawing_read_and_written_is_the_same_drawing(movement: str) -> None:
    for drawing in DRAWINGS[movement].values():
        text = svg(drawing, "deepest")
        read = shapes(text)
        assert len(read) == len(ELEMENT.findall(text)) > 20
        again = shapes("".join(shape.element() for shape in read))
        for before, after in zip(read, again, strict=True):
            assert (after.css, after.commands, after.radius) == (before.css, before.commands, before.radius)
            moved = [there - point for point, there in zip(before.points, after.points, strict=True)]
            assert max(max(abs(step.real), abs(step.imag)) for step in moved) < 0.06


@given(x=near, y=near, angle=st.floats(-179, 179))
def test_a_shape_that_was_shifted_and_turned_is_found_in_its_place(x: float, y: float, angle: float) -> None:
    now = turned(SQUARE, x, y, angle)
    place = place_of(SQUARE, now)
    assert place.angle == pytest.approx(angle, abs=1e-6)
    assert misfit(SQUARE, now, place) < 1e-9
    assert place.moved(SQUARE.points) == pytest.approx(list(now.points))
    assert place.back(now.points) == pytest.approx([point - (5 + 5j) for point in SQUARE.points], abs=1e-9)


def test_a_shape_that_bends_does_not_fit() -> None:
    bent = Shape("fig-box", (0, 10, 16 + 10j, 10j), SQUARE.commands)
    assert misfit(SQUARE, bent, place_of(SQUARE, bent)) > 1


def test_roundings_do_not_add_up() -> None:
    steps = tuple(complex(index * 1.04, 0) for index in range(60))
    line = Shape("fig-fibre", steps, "M" + "l" * 59)
    (again,) = shapes(line.element())
    assert again.points[-1] == pytest.approx(steps[-1], abs=0.06)


def test_a_circle_stays_a_circle() -> None:
    (circle,) = shapes('<circle class="fig-plate" cx="4.5" cy="-80" r="20.5"/>')
    assert circle.points == (4.5 - 80j,)
    assert circle.element() == '<circle class="fig-plate" cx="4.5" cy="-80" r="20.5"/>'
