import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.workout.pace import Timed, pace_of


@for_every(
    ("actual", "pace"),
    [
        pytest.param([], 1.0, id="nothing known"),
        pytest.param([36, 36], 1.0, id="two sessions are no habit"),
        pytest.param([36, 36, 36], 1.2, id="three are"),
        pytest.param([33, 36, 60], 1.2, id="the median"),
        pytest.param([30, 36, 36, 36, 90], 1.2, id="who forgot to finish is not slow"),
        pytest.param([2, 36, 36, 36], 1.2, id="who typed it in afterwards is not quick"),
        pytest.param([20] * 9 + [33] * 6, 1.1, id="the last six"),
        pytest.param([60, 60, 60], 1.5, id="at most half as much again"),
        pytest.param([15, 15, 15], 0.75, id="at least three quarters"),
    ],
)
def test_pace(actual: list[int], pace: float) -> None:
    assert pace_of([Timed(30, minutes) for minutes in actual]) == pytest.approx(pace)


@given(st.lists(st.tuples(st.floats(0, 90), st.floats(0, 300)), max_size=12))
def test_law_it_is_bounded(sessions: list[tuple[float, float]]) -> None:
    assert 0.75 <= pace_of([Timed(*one) for one in sessions]) <= 1.5
