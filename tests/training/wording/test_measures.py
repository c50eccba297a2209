import pytest
from django.utils import translation

from training.units import IMPERIAL, METRIC, Units
from training.wording import measures


@pytest.mark.parametrize(
    ("metres", "units", "words"),
    [
        (8_200, METRIC, "8.2 km"),
        (999_940, METRIC, "999.9 km"),
        (1_711_400, METRIC, "1,711 km"),
        (1_711_400, IMPERIAL, "1,063 mi"),
    ],
)
def test_of_a_thousand_nobody_asks_for_tenths(metres: float, units: Units, words: str) -> None:
    assert measures.distance(metres, units) == words


@pytest.mark.parametrize(("hours", "words"), [(0.75, "45 min"), (999.5, "999 h 30"), (1530.15, "1,530 h")])
def test_nor_for_minutes(hours: float, words: str) -> None:
    assert measures.long_time(hours * 3600) == words


def test_thousands_are_set_apart_as_the_language_does() -> None:
    with translation.override("de"):
        assert measures.distance(1_711_400, METRIC) == "1.711 km"
