import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.figures.body import HEIGHT, HIPS, MASS, SHOULDERS, centre_of_mass, distance, masses, offset, skeleton
from exercises.figures.pose import Leg, Pose

STANDING = skeleton(Pose((0, 92), Leg(), Leg()))
angles = st.floats(-180, 180)


def test_a_standing_body_is_as_tall_as_its_height() -> None:
    crown = offset(STANDING.skull, STANDING.head_tilt, 0, 14.6)
    assert crown[1] == pytest.approx(HEIGHT, abs=2)
    assert STANDING.near_leg.heel[1] == pytest.approx(0, abs=0.2)


def test_seen_from_the_front_hips_and_shoulders_stand_apart_and_the_feet_point_at_the_viewer() -> None:
    facing = skeleton(Pose((0, 92), Leg(), Leg(), front=True))
    assert distance(facing.near_leg.hip, facing.far_leg.hip) == pytest.approx(2 * HIPS)
    assert distance(facing.near_arm.shoulder, facing.far_arm.shoulder) == pytest.approx(2 * SHOULDERS)
    assert facing.near_leg.hip[0] < facing.hip[0] == facing.skull[0] < facing.far_leg.hip[0]
    assert facing.near_leg.heel == facing.near_leg.toe
    assert facing.skull[1] == pytest.approx(STANDING.skull[1], abs=1)


def test_the_segments_weigh_as_much_as_the_whole() -> None:
    assert sum(mass for mass, _ in masses(STANDING)) == pytest.approx(MASS)


def test_the_weight_of_a_standing_body_is_near_its_navel_and_over_its_feet() -> None:
    x, y = centre_of_mass(STANDING)
    assert 0.52 * HEIGHT < y < 0.6 * HEIGHT
    assert STANDING.near_leg.heel[0] < x < STANDING.near_leg.toe[0]


def test_a_load_pulls_the_weight_towards_itself() -> None:
    free, loaded = centre_of_mass(STANDING), centre_of_mass(STANDING, [(20, (40.0, 80.0))])
    assert free[0] < loaded[0] < 40


@given(tilt=angles, hip=angles, knee=angles, ankle=angles)
def test_a_foot_never_changes_its_shape_but_at_the_toes(tilt: float, hip: float, knee: float, ankle: float) -> None:
    leg = skeleton(Pose((0, 92), Leg(hip, knee, ankle), Leg(), tilt=tilt)).near_leg
    rest = STANDING.near_leg
    for one, other in (("ankle", "heel"), ("heel", "ball"), ("ball", "toe")):
        found = distance(getattr(leg, one), getattr(leg, other))
        assert found == pytest.approx(distance(getattr(rest, one), getattr(rest, other)))
