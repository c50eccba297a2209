from typing import NamedTuple

import pytest
from django.utils import translation

from training.units import IMPERIAL, METRIC
from training.wording.own_sets import amount_and_load, own_sets


class Set(NamedTuple):
    reps: int | None = None
    kg: float | None = None
    seconds: float | None = None
    metres: float | None = None


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        ([Set(8, 60.0)] * 3, "3 × 8 @ 60 kg"),
        ([Set(8, 60.0)], "1 × 8 @ 60 kg"),
        ([Set(12, 50.0), Set(10, 55.0), Set(8, 60.0)], "12 · 10 · 8 @ 50–60 kg"),
        ([Set(8), Set(6)], "8 · 6"),
        ([Set(8, 60.0, seconds=41.0)] * 2, "2 × 8 @ 60 kg"),
        ([Set(seconds=45.0)] * 2, "2 × 45 s"),
        ([Set(seconds=45.0)], "45 s"),
        ([Set(seconds=1510)], "25:10 min"),
        ([Set(metres=5000.0, seconds=1510)], "5.0 km in 25:10 min"),
        ([Set(metres=40.0, kg=100.0)], "40 m @ 100 kg"),
        ([Set(0, 100.0)], "1 × 0 @ 100 kg"),
        ([Set(5, 100.0), Set(0, 100.0)], "5 · 0 @ 100 kg"),
        ([Set(8), Set()], "8 · –"),
        ([Set(), Set()], "2 sets"),
        ([Set(kg=60.0)], "1 set @ 60 kg"),
        ([Set(reps, 20.0) for reps in range(1, 10)], "9 sets @ 20 kg"),
        ([], ""),
    ],
)
def test_sets_without_a_guide(sets: list[Set], words: str) -> None:
    assert own_sets(sets, METRIC) == words


def test_in_the_runners_units_and_language() -> None:
    assert own_sets([Set(8, 61.235)], IMPERIAL) == "1 × 8 @ 135 lb"
    with translation.override("de"):
        assert own_sets([Set(8, 22.5)], METRIC) == "1 × 8 @ 22,5 kg"
        assert own_sets([Set(), Set()], METRIC) == "2 Sätze"


@pytest.mark.parametrize(
    ("one", "words"), [(Set(5, 80.0), "5 @ 80 kg"), (Set(5), "5"), (Set(kg=80.0), "80 kg"), (Set(), "")]
)
def test_a_single_set(one: Set, words: str) -> None:
    assert amount_and_load(one, METRIC) == words
