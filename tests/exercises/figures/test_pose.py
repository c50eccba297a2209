import pytest

from exercises.figures.pose import Arm, Leg, Pose, beyond_limits


def test_standing_is_within_every_limit() -> None:
    assert beyond_limits(Pose((0, 92), Leg(), Leg())) == []


@pytest.mark.parametrize(
    ("pose", "named"),
    [
        pytest.param(Pose((0, 92), Leg(knee=-5), Leg()), "near_leg.knee -5", id="a knee bent backwards"),
        pytest.param(Pose((0, 92), Leg(), Leg(hip=140)), "far_leg.hip 140", id="a hip folded too far"),
        pytest.param(Pose((0, 92), Leg(), Leg(), spine=50), "spine 50", id="a back bent like a hook"),
        pytest.param(Pose((0, 20), Leg(knee=20), Leg(), front=True), "near_leg.knee 20", id="a knee bent sideways"),
        pytest.param(Pose((0, 92), Leg(), Leg(), Arm(elbow=165)), "near_arm.elbow 165", id="an elbow closed too far"),
    ],
)
def test_an_impossible_joint_is_named(pose: Pose, named: str) -> None:
    assert beyond_limits(pose) == [named]


def test_an_elbow_out_to_the_side_is_bent_more_than_it_looks() -> None:
    assert Arm(elbow=120).bend == pytest.approx(120)
    assert Arm(elbow=120, out=40, turn=-40).bend > 130
