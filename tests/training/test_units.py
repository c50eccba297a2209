import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.units import IMPERIAL, METRIC, Units, clock, hours_and_minutes


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, "0:00"), (59.6, "1:00"), (2707, "45:07"), (3600, "1:00:00"), (37350, "10:22:30")]
)
def test_clock(seconds: float, shown: str) -> None:
    assert clock(seconds) == shown


@pytest.mark.parametrize(("seconds", "shown"), [(0, "0 min"), (2700, "45 min"), (3599, "1 h 00"), (12000, "3 h 20")])
def test_hours_and_minutes(seconds: float, shown: str) -> None:
    assert hours_and_minutes(seconds) == shown


@given(st.floats(0, 1e6), st.sampled_from([METRIC, IMPERIAL]))
def test_there_and_back_is_the_same_distance(metres: float, units: Units) -> None:
    assert units.to_metres(units.to_distance(metres)) == pytest.approx(metres)


@given(st.integers(0, 4000), st.sampled_from([METRIC, IMPERIAL]))
def test_a_load_typed_is_the_load_shown(quarters: int, units: Units) -> None:
    typed = quarters / 4
    assert units.to_load(units.to_kg(typed)) == typed
