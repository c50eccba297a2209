import pytest

from exercises.figures.body import distance, skeleton
from exercises.figures.motion import still_between
from exercises.figures.pose import Arm
from exercises.figures.poses import DRAWINGS
from exercises.figures.props import Barbell
from exercises.figures.reach import Foot, Grip, planted
from exercises.figures.scene import Still

FOOT = Foot(8)


def standing(hip: tuple[float, float], tilt: float, hands: Arm | Grip, *props: Barbell) -> Still:
    return Still(planted(hip, FOOT, FOOT, tilt=tilt, hands=hands), "", props)


def test_a_hand_that_is_free_turns_in_its_joints() -> None:
    way = still_between(standing((-5, 91.5), 2, Arm(8, 10)), standing((-20, 60), 30, Arm(100, 20)), 0.5)
    assert way.pose.near_arm == Arm(54, 15)


def test_a_hand_that_stays_in_the_world_is_reached_from_wherever_the_shoulder_is() -> None:
    rail = Grip((38, 120))
    start, end = standing((-5, 91.5), 2, rail), standing((-16, 66), 20, rail)
    for part in (0.25, 0.5, 0.75):
        assert skeleton(still_between(start, end, part).pose).near_arm.grip == pytest.approx((38, 120), abs=0.01)


def test_hands_on_the_hips_stay_on_the_hips() -> None:
    drawing = DRAWINGS["plank"]["side-plank"]
    for part in (0.3, 0.7):
        body = skeleton(still_between(drawing.start, drawing.deepest, part).pose)
        assert distance(body.near_arm.wrist, body.hip) == pytest.approx(20.5, abs=1)


def test_a_bar_in_the_hands_hangs_on_long_arms_on_one_line() -> None:
    bar = Barbell()
    start, end = (standing((-5, 91.5), 2, Grip((5, 78)), bar), standing((-32, 76), 60, Grip((5, 40)), bar))
    for part in (0.25, 0.5, 0.75):
        body = skeleton(still_between(start, end, part).pose)
        assert body.near_arm.grip[0] == pytest.approx(5, abs=0.01)
        assert distance(body.near_arm.shoulder, body.near_arm.grip) > 58
