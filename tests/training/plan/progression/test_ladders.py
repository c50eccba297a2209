import tomllib
from pathlib import Path

import pytest

from tests.cases import for_every
from training.plan.progression import RULES
from training.plan.progression.ladders import HELD, NEEDS, can_be_done, nearest_rung

GUIDES = Path(__file__).resolve().parents[4] / "exercises" / "guides"
RUNGS = {
    rung["slug"]: rung
    for movement in RULES
    for rung in tomllib.loads((GUIDES / f"{movement}.toml").read_text())["variations"]
}
SQUAT = RULES["squat"].ladder


def test_needs_are_those_of_the_guides() -> None:
    assert {slug: frozenset(rung["equipment"]) for slug, rung in RUNGS.items() if rung.get("equipment")} == NEEDS


def test_what_takes_a_load_says_how_it_is_held() -> None:
    assert {slug for slug, rung in RUNGS.items() if rung.get("loaded")} == set(HELD)
    barbells = {slug for slug, held in HELD.items() if held == "barbell"}
    assert barbells == {slug for slug in HELD if "barbell" in NEEDS[slug]}


@for_every(
    ("wanted", "equipment", "found"),
    [
        pytest.param("back-squat", set(), "back-squat", id="nothing told: nothing is ruled out"),
        pytest.param("back-squat", {"barbell"}, "back-squat", id="at hand"),
        pytest.param("back-squat", {"dumbbells"}, "split-squat", id="no bar: the rung beside it"),
        pytest.param("front-squat", {"dumbbells"}, "goblet-squat", id="of two as near the easier"),
        pytest.param("box-squat", {"dumbbells"}, "bodyweight-squat", id="no chair: a rung up"),
        pytest.param("pistol-squat", {"chair"}, "pistol-squat", id="a rung of its own"),
    ],
)
def test_the_nearest_rung(wanted: str, equipment: set[str], found: str) -> None:
    assert nearest_rung(SQUAT, wanted, equipment) == found


def test_a_ladder_without_a_rung_at_hand_keeps_the_one_wanted() -> None:
    assert nearest_rung(RULES["step-up"].ladder, "bench-step-up", {"dumbbells"}) == "bench-step-up"


def test_body_alone_is_told_by_anything_else() -> None:
    assert not can_be_done("goblet-squat", {"chair"})
    assert can_be_done("bodyweight-squat", {"chair"})
