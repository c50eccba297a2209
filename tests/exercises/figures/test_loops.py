import tomllib
from pathlib import Path

import pytest

from exercises.figures.loops import LOOPS
from exercises.figures.poses import DRAWINGS
from exercises.figures.timeline import Rep, Walk

GUIDES = Path(__file__).parents[3] / "exercises" / "guides"


def test_every_drawing_moves() -> None:
    assert {movement: set(drawings) for movement, drawings in DRAWINGS.items()} == {
        movement: set(loops) for movement, loops in LOOPS.items()
    }


@pytest.mark.parametrize(
    ("movement", "said", "out", "stop", "back"),
    [
        ("squat", "Two to three seconds down, a short stop, one second up.", (2, 3), (0.3, 1), (1, 1.5)),
        ("deadlift", "Three seconds down, no stop, one strong second up.", (3, 3), (0, 1), (1, 1.5)),
        ("lunge", "Two seconds down, a short stop just above the floor, one second up.", (2, 2), (0.3, 1), (1, 1.5)),
        ("glute-bridge", "One second up, two seconds of hard squeeze at the top, two to three seconds down.",
         (1, 1.5), (0.5, 2), (1, 3)),
        ("step-up", "One strong second up, a short stop on top, two to three seconds down.",
         (1, 1.5), (0.3, 1), (2, 3)),
        ("calf-raise", "Two seconds up, one second at the top, three seconds down,", (2, 2), (1, 1), (3, 3)),
    ],
)  # fmt: skip
def test_the_tempo_is_the_guides(
    movement: str, said: str, out: tuple[float, float], stop: tuple[float, float], back: tuple[float, float]
) -> None:
    assert tomllib.loads((GUIDES / f"{movement}.toml").read_text())["tempo"].startswith(said)
    for slug, loop in LOOPS[movement].items():
        if isinstance(loop, Rep):
            for seconds, (least, most) in ((loop.tempo.out, out), (loop.tempo.stop, stop), (loop.tempo.back, back)):
                assert least <= seconds <= most, slug


def test_a_bar_rests_on_the_floor_and_only_there_does_a_deadlift_stop() -> None:
    stops = {slug: loop.tempo.stop for slug, loop in LOOPS["deadlift"].items() if isinstance(loop, Rep)}
    assert {slug for slug, stop in stops.items() if stop} == {"barbell-deadlift"}


@pytest.mark.parametrize("slug", ["forearm-plank", "knee-plank", "side-plank"])
def test_a_hold_is_held_longer_than_everything_else_takes(slug: str) -> None:
    loop = LOOPS["plank"][slug]
    assert isinstance(loop, Rep)
    assert loop.tempo.stop > loop.tempo.out + loop.tempo.back


def test_a_walking_lunge_walks() -> None:
    assert isinstance(LOOPS["lunge"]["walking-lunge"], Walk)
