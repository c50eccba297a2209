import pytest

from exercises.figures.body import skeleton
from exercises.figures.pose import Leg, Pose
from exercises.figures.props import Barbell, Bench, Box, Chair, Dumbbells, Goblet, Prop, Stick, Wall, Way, chamfered

STANDING = skeleton(Pose((0, 92), Leg(), Leg()))


@pytest.mark.parametrize(
    ("prop", "kilograms"),
    [
        pytest.param(Dumbbells(8), 16, id="two dumbbells"),
        pytest.param(Dumbbells(8, hands="far"), 8, id="one dumbbell"),
        pytest.param(Goblet(14), 14, id="a goblet weight"),
        pytest.param(Barbell(kilograms=50), 50, id="a barbell"),
        pytest.param(Stick(), 0, id="a stick"),
        pytest.param(Box(0, 40, 20), 0, id="a box"),
    ],
)
def test_what_is_held_weighs_on_the_body(prop: Prop, kilograms: float) -> None:
    assert sum(mass for mass, _ in prop.loads(STANDING)) == kilograms


@pytest.mark.parametrize("prop", [Box(0, 40, 20), Bench(0, 60), Chair(0, 40), Wall(50), Stick(), Way(0, 40)])
def test_what_stands_around_is_drawn_behind_the_person(prop: Prop) -> None:
    assert prop.behind(STANDING).startswith("<path")
    assert prop.front(STANDING) == ""


@pytest.mark.parametrize(
    ("dumbbells", "drawn"),
    [
        pytest.param(Dumbbells(), {"behind", "front"}, id="seen from the end, one over the hand"),
        pytest.param(Dumbbells(beside=True), {"behind", "held"}, id="beside the body, one in the fist"),
        pytest.param(Dumbbells(hands="far"), {"behind"}, id="in the far hand only"),
        pytest.param(Dumbbells(hands="near", beside=True), {"held"}, id="in the near hand only"),
    ],
)
def test_each_dumbbell_is_drawn_once_and_in_its_layer(dumbbells: Dumbbells, drawn: set[str]) -> None:
    assert {layer for layer in ("behind", "held", "front") if getattr(dumbbells, layer)(STANDING)} == drawn


def test_a_goblet_weight_is_held_before_the_chest() -> None:
    assert Goblet().held(STANDING).startswith("<path")
    assert Goblet().behind(STANDING) == Goblet().front(STANDING) == ""


def test_a_bar_on_the_hips_follows_their_crease() -> None:
    bar = Barbell("hips")
    lying = skeleton(Pose((0, 50), Leg(0, 90), Leg(0, 90), tilt=-90))
    sitting = skeleton(Pose((0, 20), Leg(90, 90), Leg(90, 90), tilt=-45))
    assert bar.centre(lying) == pytest.approx((0, 61.7), abs=0.1)
    assert bar.centre(sitting)[1] > 20 + 9.3


def test_an_arrow_points_where_the_step_leads() -> None:
    assert "M-40 7.5l80 0" in Way(-40, 40).behind(STANDING)
    assert "M35 4l5 3.5" in Way(-40, 40).behind(STANDING)
    assert "M-35 4l-5 3.5" in Way(40, -40).behind(STANDING)


def test_a_chamfer_stays_within_its_rectangle_and_cuts_all_four_corners() -> None:
    corners = chamfered(0, 20, 0, 10)
    assert len(corners) == 8
    assert {(0, 0), (20, 0), (20, 10), (0, 10)}.isdisjoint(corners)
    assert all(0 <= x <= 20 and 0 <= y <= 10 for x, y in corners)
