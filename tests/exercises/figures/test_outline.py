import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.figures.outline import joined, limb, number, path, polygon


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


def test_a_closed_path_returns_and_an_open_one_does_not() -> None:
    points = [(0.0, 0.0), (10.0, 0.0), (10.0, 10.0)]
    assert path(points).count("s") == 2
    assert path(points).endswith("z")
    assert not path(points, closed=False).endswith("z")


def test_a_limb_is_as_wide_as_its_profile_says() -> None:
    assert limb((0, 10), (0, 0), ((0.5, 3, 2),)) == [pytest.approx((3, 5)), pytest.approx((-2, 5))]
