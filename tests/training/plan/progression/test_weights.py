"""Loads that can be made of a bar, plates and dumbbells."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.progression import KILOGRAMS, POUNDS, Held, Loads, Weights
from training.units import KG_PER_POUND

HOME = Weights(bar=10, plate=0.5, dumbbells=(12, 4, 6))


@for_every(
    ("loads", "kg", "around"),
    [
        pytest.param(KILOGRAMS.of(Held.BARBELL), 41, (40, 40, 42.5), id="a bar with pairs of plates"),
        pytest.param(KILOGRAMS.of(Held.BARBELL), 40, (37.5, 40, 42.5), id="a load that there is"),
        pytest.param(KILOGRAMS.of(Held.BARBELL), 20, (None, 20, 22.5), id="the empty bar"),
        pytest.param(KILOGRAMS.of(Held.BARBELL), 15, (None, 20, 20), id="under the empty bar"),
        pytest.param(KILOGRAMS.of(Held.PAIR), 16, (14, 16, 18), id="a pair counts twice"),
        pytest.param(KILOGRAMS.of(Held.ONE), 16, (15, 16, 17), id="a goblet holds one"),
        pytest.param(HOME.of(Held.ONE), 7, (6, 6, 12), id="own dumbbells"),
        pytest.param(HOME.of(Held.PAIR), 12, (8, 12, 24), id="a pair of own dumbbells"),
        pytest.param(HOME.of(Held.ONE), 12, (6, 12, None), id="the heaviest dumbbell"),
        pytest.param(HOME.of(Held.ONE), 2, (None, 4, 4), id="under the lightest dumbbell"),
        pytest.param(HOME.of(Held.BARBELL), 10.6, (10, 11, 11), id="small plates"),
    ],
)
def test_neighbours(loads: Loads, kg: float, around: tuple[float | None, ...]) -> None:
    assert (loads.previous(kg), loads.nearest(kg), loads.next(kg)) == around


def test_of_two_as_near_the_lighter() -> None:
    assert KILOGRAMS.of(Held.BARBELL).nearest(41.25) == 40


def test_pounds_are_pounds() -> None:
    bar = POUNDS.of(Held.BARBELL)
    assert bar.next(45 * KG_PER_POUND) == pytest.approx(50 * KG_PER_POUND)
    assert POUNDS.of(Held.PAIR).nearest(10) == pytest.approx(20 * KG_PER_POUND)
    assert POUNDS.of(Held.ONE).nearest(10) == pytest.approx(20 * KG_PER_POUND)


@for_every("mistake", [{"bar": 0}, {"plate": -1}, {"dumbbell_step": 0}, {"dumbbells": (2, 0)}])
def test_a_weight_is_more_than_nothing(mistake: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="more than nothing"):
        Weights(**mistake)  # type: ignore[arg-type]


ALL = st.sampled_from([weights.of(held) for weights in (KILOGRAMS, POUNDS, HOME) for held in Held])


@given(loads=ALL, kg=st.floats(1, 300))
def test_law_neighbours_exist_and_lie_around(loads: Loads, kg: float) -> None:
    under, over = loads.previous(kg), loads.next(kg)
    assert loads.holds(loads.nearest(kg))
    assert under is None or (under < kg and loads.holds(under))
    assert over is None or (over > kg and loads.holds(over))


@given(loads=ALL, kg=st.floats(1, 300))
def test_law_up_and_down_again(loads: Loads, kg: float) -> None:
    here = loads.nearest(kg)
    up = loads.next(here)
    assert up is None or loads.previous(up) == pytest.approx(here)
