from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.charts.lanes import HEADROOM, INSET, LEFT, RIGHT, WIDTH, Frame, Scale

FIRST, LAST = date(2026, 1, 1), date(2026, 12, 31)


@given(values=st.lists(st.floats(0, 500), min_size=1, max_size=20), whole=st.booleans())
def test_a_scale_holds_its_values_and_few_round_numbers(values: list[float], whole: bool) -> None:
    scale = Scale.around(values, whole=whole)
    ticks = scale.ticks()
    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in values)
    assert 1 <= len(ticks) <= 5
    assert ticks == sorted(ticks)
    if whole:
        assert all(tick == round(tick) for tick in ticks[1:])


@pytest.mark.parametrize(
    ("values", "whole", "ticks"),
    [
        ([30, 50], False, [30, 40, 50]),
        ([50], False, [48, 50, 52]),
        ([8, 12], True, [8, 10, 12]),
        ([12], True, [11, 12, 13]),
        ([0, 22.5], False, [0, 10, 20]),
    ],
    ids=["loads", "one load", "reps", "one number of reps", "without a load and with one"],
)
def test_round_numbers(values: list[float], whole: bool, ticks: list[float]) -> None:
    assert Scale.around(values, whole=whole).ticks() == pytest.approx(ticks)


@pytest.mark.parametrize("lanes", [1, 2, 4, 7])
def test_lanes_stand_below_one_another(lanes: int) -> None:
    frame = Frame(FIRST, LAST, lanes)
    for lane in range(lanes):
        assert frame.top(lane) < frame.y(lane, 1) < frame.y(lane, 0) < frame.base(lane)
        assert frame.y(lane, 1) - frame.top(lane) == pytest.approx(HEADROOM)
        assert lane == 0 or frame.base(lane - 1) < frame.name(lane) < frame.top(lane)
    assert frame.bottom == frame.base(lanes - 1)


def test_days_lie_between_the_edges() -> None:
    frame = Frame(FIRST, LAST, 1)
    assert frame.x(FIRST) == LEFT + INSET
    assert frame.x(LAST) == WIDTH - RIGHT - INSET
    assert Frame(FIRST, FIRST, 1).x(FIRST) == LEFT + INSET
