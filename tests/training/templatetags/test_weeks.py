from collections.abc import Sequence

import pytest
from django.template import Context
from django.test import RequestFactory

from training.models import LoggedSet, Runner
from training.templatetags.weeks import moved, set_done, sets_done


def context_of(units: str) -> Context:
    request = RequestFactory().get("/")
    request.user = Runner(units=units)
    return Context({"request": request})


METRIC, IMPERIAL = context_of("metric"), context_of("imperial")


def test_moved() -> None:
    assert moved(METRIC, 2840.4) == "2,840 kg"
    assert moved(IMPERIAL, 1000) == "2,205 lb"


def reps(*amounts: int, kg: float | None = None, **fields: bool) -> list[LoggedSet]:
    return [LoggedSet(reps=amount, kg=kg, **fields) for amount in amounts]


def held(*amounts: int, **fields: bool) -> list[LoggedSet]:
    return [LoggedSet(seconds=amount, **fields) for amount in amounts]


@pytest.mark.parametrize(
    ("sets", "words"),
    [
        pytest.param(reps(12, 12, 11), "12, 12, 11", id="bodyweight"),
        pytest.param(reps(12, 11, kg=22.5), "12, 11 × 22.5 kg", id="one load"),
        pytest.param(reps(12, kg=20) + reps(8, 8, kg=25), "12 × 20 kg; 8, 8 × 25 kg", id="two loads"),
        pytest.param(reps(10, 10, kg=16, per_leg=True), "10, 10 a leg × 16 kg", id="per leg"),
        pytest.param(held(40, 35), "40, 35 s", id="held"),
        pytest.param(held(30, per_leg=True), "30 s a side", id="held on each side"),
        pytest.param(reps(8, kg=30, warm_up=True) + reps(5, kg=60), "warm-up 8 × 30 kg; 5 × 60 kg", id="a warm-up"),
    ],
)
def test_sets_done(sets: Sequence[LoggedSet], words: str) -> None:
    assert sets_done(METRIC, sets).replace("\N{NO-BREAK SPACE}", " ") == words


def test_set_done_in_pounds() -> None:
    assert set_done(IMPERIAL, reps(5, kg=60)[0]).replace("\N{NO-BREAK SPACE}", " ") == "5 × 132.25 lb"
