import pytest
from django.core.exceptions import ValidationError

from training.forms.length import LengthField, in_words
from training.ical.amounts import METRES, Amounts
from training.units import IMPERIAL, METRIC, Units


@pytest.mark.parametrize(
    ("typed", "units", "expected"),
    [
        pytest.param("8", METRIC, Amounts(8000), id="a number is kilometres"),
        pytest.param("5", IMPERIAL, Amounts(5 * METRES["mi"]), id="or miles"),
        pytest.param("8,2 km", METRIC, Amounts(8200), id="with a comma"),
        pytest.param("45 min", METRIC, Amounts(None, 45), id="a time"),
        pytest.param("1:30 h", METRIC, Amounts(None, 90), id="hours"),
        pytest.param("10 km, 55 min", METRIC, Amounts(10_000, 55), id="both"),
        pytest.param("", METRIC, Amounts(), id="left open"),
    ],
)
def test_clean(typed: str, units: Units, expected: Amounts) -> None:
    assert LengthField(units=units).clean(typed) == expected


@pytest.mark.parametrize("typed", ["far", "0", "999", "8 bananas"])
def test_refused(typed: str) -> None:
    with pytest.raises(ValidationError, match="Write how far or how long"):
        LengthField().clean(typed)


def test_no_novel_is_read() -> None:
    with pytest.raises(ValidationError, match="too long"):
        LengthField().clean("1" * 100_000)


@pytest.mark.parametrize("length", [Amounts(8000), Amounts(8050, 48), Amounts(None, 45), Amounts()])
@pytest.mark.parametrize("units", [METRIC, IMPERIAL], ids=["metric", "imperial"])
def test_what_is_shown_is_read_back(length: Amounts, units: Units) -> None:
    field = LengthField(units=units)
    back = field.clean(in_words(length, units))
    assert back.minutes == length.minutes
    assert back.metres == (pytest.approx(length.metres, rel=0.002) if length.metres else None)
