import pytest

from exercises.figures.body import TRUNK, distance, offset, skeleton
from exercises.figures.pose import Leg, Pose
from exercises.figures.trunk import bust, torso, torso_edge

UPRIGHT, ROUNDED = (skeleton(Pose((0, 92), Leg(), Leg(), tilt=30, spine=spine)) for spine in (0, 25))


def test_the_edge_of_a_straight_trunk_is_as_far_from_the_spine_as_asked() -> None:
    assert torso_edge(UPRIGHT, 0, 0) == pytest.approx(UPRIGHT.hip)
    assert torso_edge(UPRIGHT, 1, 0) == pytest.approx(UPRIGHT.shoulder)
    assert torso_edge(UPRIGHT, 0.5, 9) == pytest.approx(offset(UPRIGHT.hip, 30, 9, TRUNK / 2))


def test_a_bent_spine_turns_the_chest_and_leaves_the_pelvis() -> None:
    assert torso_edge(ROUNDED, 0.1, 9) == pytest.approx(torso_edge(UPRIGHT, 0.1, 9))
    assert distance(torso_edge(ROUNDED, 1, 9), torso_edge(UPRIGHT, 1, 9)) > 10


def test_the_neck_reaches_from_the_vest_into_the_head() -> None:
    outline = bust(UPRIGHT)
    assert any(distance(point, UPRIGHT.skull) < 7 for point in outline)
    assert any(distance(point, UPRIGHT.shoulder) > 8 and point[1] < UPRIGHT.shoulder[1] for point in outline)


def test_working_muscles_lie_on_the_vest() -> None:
    assert "fig-work" not in torso(UPRIGHT, ())
    tinted = torso(UPRIGHT, ("abdominals", "obliques"))
    assert tinted.count("fig-work") == 2
    assert tinted.index("fig-vest") < tinted.index("fig-work")
