from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.constraints import light_before_race, no_load_increase
from training.plan.taper import Taper, taper
from training.plan.week import Priority, Race

SUNDAY = date(2026, 3, 29)


def march(first: int, last: int) -> tuple[date, date]:
    return date(2026, 3, first), date(2026, 3, last)


@for_every(
    ("race", "expected"),
    [
        pytest.param(
            Race(SUNDAY, 21.1, "A"),
            Taper(march(15, 21), march(22, 24), march(25, 29), march(30, 31)),
            id="an A half: two weeks steady, three days light, four days free, two days after",
        ),
        pytest.param(
            Race(SUNDAY, 10, "B"),
            Taper(None, march(26, 26), march(27, 29), march(30, 30)),
            id="a B ten: one day light, two days free, one day after",
        ),
        pytest.param(
            Race(SUNDAY, 5, "C"),
            Taper(None, None, march(28, 29), march(30, 30)),
            id="a C five: the day before and the day after",
        ),
        pytest.param(
            Race(SUNDAY, None, "C"),
            Taper(None, None, march(28, 29), march(30, 31)),
            id="without a distance as after a half",
        ),
    ],
)
def test_taper(race: Race, expected: Taper) -> None:
    assert taper(race) == expected


@given(st.sampled_from(["A", "B", "C"]), st.none() | st.floats(1, 200))
def test_it_is_what_the_recommender_does(priority: Priority, km: float | None) -> None:
    race = Race(SUNDAY, km, priority)
    around = taper(race)
    for back in range(16):
        day = SUNDAY - timedelta(days=back)
        assert (light_before_race(day, (race,)) is not None) == _in(day, around.light)
        assert (no_load_increase(day, (race,)) is not None) == _in(day, around.steady)


def _in(day: date, span: tuple[date, date] | None) -> bool:
    return span is not None and span[0] <= day <= span[1]
