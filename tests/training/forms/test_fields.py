import pytest
from django.core.exceptions import ValidationError

from training.forms.fields import ClockField, NumberField


@pytest.mark.parametrize(
    ("text", "number"),
    [("8.2", 8.2), ("8,2", 8.2), (" 10 ", 10.0), ("٨", 8.0), ("42.195", 42.195), ("0", 0.0), ("", None)],
)
def test_numbers_with_a_point_or_a_comma(text: str, number: float | None) -> None:
    assert NumberField(required=False).clean(text) == number


@pytest.mark.parametrize("text", ["eight", "8.2.1", "1,234.5", "-3", "8 km", "1e3", "nan"])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValidationError, match=r"8\.2 or 8,2"):
        NumberField().clean(text)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("45", 2700),
        ("48:10", 2890),
        ("1:02:30", 3750),
        ("0:45:00", 2700),
        ("90:00", 5400),
        ("12:00:05", 43205),
        (" 5:00 ", 300),
        ("", None),
    ],
)
def test_times_as_a_watch_shows_them(text: str, seconds: float | None) -> None:
    assert ClockField(required=False).clean(text) == seconds


@pytest.mark.parametrize("text", ["1:60", "1:75:00", "1:2", "45 min", "-5", "1:02:3", "1h30", ":30", "1::30"])
def test_what_is_no_time(text: str) -> None:
    with pytest.raises(ValidationError, match="48:10, 1:02:30 or 45"):
        ClockField().clean(text)


@pytest.mark.parametrize("field", [NumberField(), ClockField()], ids=["number", "clock"])
def test_a_required_field_wants_something(field: NumberField | ClockField) -> None:
    with pytest.raises(ValidationError, match="required"):
        field.clean("")
