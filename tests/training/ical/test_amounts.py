import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.ical.amounts import METRES, Amounts, amounts

MILE = METRES["mi"]


@for_every(
    ("text", "expected"),
    [
        pytest.param("8 km", Amounts(8000), id="kilometres"),
        pytest.param("22k", Amounts(22_000), id="k is kilometres"),
        pytest.param("5 mi", Amounts(5 * MILE), id="miles"),
        pytest.param("5000 m", Amounts(5000), id="metres"),
        pytest.param("5 m", Amounts(), id="five of something"),
        pytest.param("45'", Amounts(None, 45), id="a prime is minutes"),
        pytest.param("1h30", Amounts(None, 90), id="hours and minutes"),
        pytest.param("1.5 h", Amounts(None, 90), id="a part of an hour"),
        pytest.param("1:30", Amounts(None, 90), id="a clock below three hours is hours"),
        pytest.param("4:50", Amounts(), id="a clock from three hours on may be a pace"),
        pytest.param("45:00", Amounts(None, 45), id="minutes and seconds"),
        pytest.param("8 to 10 km", Amounts(9000), id="the middle of a range"),
        pytest.param("2 km + 6 km + 2 km", Amounts(10_000), id="parts add up"),
        pytest.param("10 min wu, 3x10 min, 10 min cd", Amounts(None, 50), id="repetitions add up with the other parts"),
        pytest.param("2 km wu + 20 min tempo + 2 km cd", Amounts(), id="distance and time do not add up"),
        pytest.param("6x800", Amounts(), id="repetitions are no whole run"),
        pytest.param("10 km with 6x400", Amounts(10_000), id="the whole around repetitions"),
        pytest.param("6x800, 2 min jog", Amounts(), id="a pause is no whole run"),
        pytest.param("10 km in 50 min", Amounts(10_000, 50), id="both"),
        pytest.param("22 km incl. 60 min fast", Amounts(22_000), id="a part in minutes"),
        pytest.param("run 10 km 12 min", Amounts(10_000), id="a time that nobody runs so far in"),
        pytest.param("hr 140-150", Amounts(), id="a heart rate"),
        pytest.param("at 5:30/km", Amounts(), id="a pace"),
        pytest.param("10k pace", Amounts(), id="the pace of a distance"),
        pytest.param("300 km", Amounts(), id="too far"),
    ],
)
def test_amounts(text: str, expected: Amounts) -> None:
    found = amounts(text)
    assert found.metres == (pytest.approx(expected.metres) if expected.metres else None)
    assert found.minutes == expected.minutes


@given(st.integers(1, 200), st.sampled_from(["km", " km", "k", " kilometres"]))
def test_a_plain_distance_is_read_exactly(number: int, unit: str) -> None:
    assert amounts(f"{number}{unit}") == Amounts(1000.0 * number)


@given(st.integers(1, 600), st.sampled_from([" min", "min", "'", " minutes", " Minuten".lower()]))
def test_a_plain_time_is_read_exactly(number: int, unit: str) -> None:
    assert amounts(f"{number}{unit}") == Amounts(None, float(number))
