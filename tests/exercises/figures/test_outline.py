import re
from math import cos, dist, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.figures.outline import joined, limb, number, path, polygon, polyline, shape, short_path

from .anatomy import corners


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.5, ".5"), (-0.5, "-.5"), (-0.01, "0"), (3.0, "3"), (10.0, "10"), (-12.34, "-12.3"), (20.04, "20")],
)
def test_a_number_is_as_short_as_svg_allows(value: float, text: str) -> None:
    assert number(value) == text


@given(st.floats(-999, 999))
def test_a_number_reads_back_to_a_tenth(value: float) -> None:
    assert float(number(value)) == pytest.approx(value, abs=0.0501)


def test_numbers_are_parted_by_a_space_or_by_a_minus() -> None:
    assert joined([1, -2, 0.5]) == "1-2 .5"


def test_a_polygon_turns_the_page_upside_down() -> None:
    assert polygon([(0, 0), (10, 0), (10, 5)]) == "M0 0l10 0l0-5z"


def test_a_polyline_stays_open() -> None:
    assert polyline([(0, 0), (10, 0)]) == "M0 0l10 0"


def test_a_closed_path_has_a_curve_a_point_and_returns_and_an_open_one_does_not() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert path(points).count("c") == 3
    assert path(points).endswith("z")
    assert path(points, closed=False).count("c") == 2
    assert not path(points, closed=False).endswith("z")


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=3, max_size=12))
def test_two_outlines_of_as_many_points_turn_into_one_another(points: list[tuple[int, int]]) -> None:
    letters = [character for character in path(points) if character.isalpha()]
    assert letters == ["M", *"c" * len(points), "z"]


@given(st.floats(0.2, 3), st.floats(20, 60))
def test_points_close_together_do_not_make_the_curve_swing_out(near: float, far: float) -> None:
    """With handles of even length, a short stretch after a long one would overshoot and loop."""
    data = path([(0, 0), (far, 0), (far + near, near), (far + 2 * near, 0), (2 * far, 0)], closed=False)
    short = [float(value) for value in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", data.split("c")[2])]
    assert all(abs(value) <= 1.5 * near + 0.1 for value in short)


def test_a_short_path_goes_through_the_same_points_with_fewer_numbers() -> None:
    circle = [(20 * cos(step * pi / 6), 20 * sin(step * pi / 6)) for step in range(12)]
    short, long = short_path(circle), path(circle)
    assert [letter for letter in short if letter.isalpha()] == ["M", "c", *"s" * 11, "z"]
    assert all(dist(one, other) < 0.5 for one, other in zip(corners(short), corners(long), strict=True))
    assert len(short) < 0.75 * len(long)


def test_a_shape_wears_its_class() -> None:
    assert shape("fig-skin", "M0 0z") == '<path class="fig-skin" d="M0 0z"/>'


def test_a_limb_is_as_wide_as_its_profile_says() -> None:
    assert limb((0, 10), (0, 0), ((0.5, 3, 2),)) == [pytest.approx((3, 5)), pytest.approx((-2, 5))]
