import pytest

from exercises.figures.body import skeleton
from exercises.figures.pose import Leg, Pose
from exercises.figures.props import Barbell, Bench, Box, Chair, Dumbbells, Goblet, Prop, Stick, Wall

STANDING = skeleton(Pose((0, 92), Leg(), Leg()))


@pytest.mark.parametrize(
    ("prop", "kilograms"),
    [
        pytest.param(Dumbbells(8), 16, id="two dumbbells"),
        pytest.param(Dumbbells(8, single=True), 8, id="one dumbbell"),
        pytest.param(Goblet(14), 14, id="a goblet weight"),
        pytest.param(Barbell(kilograms=50), 50, id="a barbell"),
        pytest.param(Stick(), 0, id="a stick"),
        pytest.param(Box(0, 40, 20), 0, id="a box"),
    ],
)
def test_what_is_held_weighs_on_the_body(prop: Prop, kilograms: float) -> None:
    assert sum(mass for mass, _ in prop.loads(STANDING)) == kilograms


@pytest.mark.parametrize("prop", [Box(0, 40, 20), Bench(0, 60), Chair(0, 40), Wall(50), Stick()])
def test_what_stands_around_is_drawn_behind_the_person(prop: Prop) -> None:
    assert prop.behind(STANDING).startswith("<path")
    assert prop.front(STANDING) == ""


def test_a_single_dumbbell_is_in_the_near_hand_only() -> None:
    assert Dumbbells(single=True).behind(STANDING) == ""
    assert Dumbbells(single=True).front(STANDING) != ""
