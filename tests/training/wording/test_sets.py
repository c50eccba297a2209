from typing import NamedTuple

import pytest
from django.utils import translation

from training.units import IMPERIAL, METRIC
from training.wording.sets import set_in_full, sets_done


class Set(NamedTuple):
    amount: int
    kg: float | None = None
    seconds: int | None = None
    per_leg: bool = False
    warm_up: bool = False


@pytest.mark.parametrize(
    ("done", "words"),
    [
        (Set(8, 50), "8 × 50 kg"),
        (Set(8, 22.5), "8 × 22.5 kg"),
        (Set(10, 16, per_leg=True), "10 a leg × 16 kg"),
        (Set(12), "12 reps"),
        (Set(1), "1 rep"),
        (Set(12, 0.0), "12 reps"),
        (Set(12, per_leg=True), "12 reps a leg"),
        (Set(40, seconds=40), "40 s"),
        (Set(40, seconds=40, per_leg=True), "40 s a side"),
    ],
)
def test_a_set_in_full(done: Set, words: str) -> None:
    assert set_in_full(done, METRIC, "en").replace("\N{NO-BREAK SPACE}", " ") == words


def test_the_reader_s_units_and_language() -> None:
    assert set_in_full(Set(8, 20), IMPERIAL, "en") == "8 ×\N{NO-BREAK SPACE}44\N{NO-BREAK SPACE}lb"
    with translation.override("de"):
        assert set_in_full(Set(8, 22.5), METRIC, "de") == "8 ×\N{NO-BREAK SPACE}22,5\N{NO-BREAK SPACE}kg"
        assert set_in_full(Set(12, per_leg=True), METRIC, "de") == "12 Wdh. je Bein"


def test_sets_of_one_load_stand_together() -> None:
    sets = [Set(10, 10, warm_up=True), Set(12, 20), Set(11, 20), Set(8, 25), Set(8)]
    words = sets_done(sets, METRIC).replace("\N{NO-BREAK SPACE}", " ")
    assert words == "warm-up 10 × 10 kg; 12, 11 × 20 kg; 8 × 25 kg; 8"
