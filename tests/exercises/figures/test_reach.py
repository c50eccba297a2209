import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exercises.figures.body import FOREARM, GRIP, SHANK, THIGH, UPPER_ARM, arm_joints, distance, leg_joints
from exercises.figures.pose import Arm
from exercises.figures.reach import Foot, Grip, Palm, ankle_of, arm_to, leg_to, planted, propped, shoulder_of, turned

near = st.floats(-60, 60)
tilts = st.floats(-120, 100)


@given(x=near, y=st.floats(20, 95), tilt=tilts, ball=near, pitch=st.floats(-20, 80))
def test_a_leg_stands_where_its_foot_was_planted(x: float, y: float, tilt: float, ball: float, pitch: float) -> None:
    foot = Foot(ball, 0, pitch)
    assume(1 < distance((x, y), ankle_of(foot)) < THIGH + SHANK)
    leg = leg_joints((x, y), tilt, leg_to(foot, (x, y), tilt))
    assert leg.ball == pytest.approx((ball, 0), abs=1e-3)
    assert leg.toe[1] == pytest.approx(0, abs=1e-3)
    assert leg.pitch == pytest.approx(pitch, abs=1e-3)


@given(x=near, y=near, tilt=tilts)
def test_a_hand_is_where_it_grips(x: float, y: float, tilt: float) -> None:
    assume(2 < distance((0, 0), (x, y)) < UPPER_ARM + FOREARM + GRIP)
    assert arm_joints((0, 0), tilt, arm_to(Grip((x, y)), (0, 0), tilt)).grip == pytest.approx((x, y), abs=1e-3)


def test_an_open_hand_points_where_it_was_told() -> None:
    arm = arm_joints((0, 140), 5, arm_to(Palm((40, 130), 180), (0, 140), 5))
    assert arm.hand == pytest.approx(180)
    assert arm.wrist == pytest.approx((40, 130))


def test_an_arm_that_reaches_behind_the_neck_is_raised_and_not_swung_round_backwards() -> None:
    arm = arm_to(Grip((-13, 143), 50, -38), (0, 140), 0)
    assert 90 < arm.shoulder < 180


@given(st.floats(-1000, 1000))
def test_a_turned_angle_points_the_same_way(angle: float) -> None:
    assert -180 <= turned(angle) < 180
    assert (turned(angle) - angle + 180) % 360 == pytest.approx(180)


def test_what_is_too_far_away_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be reached"):
        leg_to(Foot(0), (0, 150), 0)


def test_arms_given_by_angles_are_taken_as_they_are() -> None:
    pose = planted((-5, 90), Foot(8), Foot(8), hands=Arm(10, 20), far_hand=Arm(30, 40))
    assert (pose.near_arm, pose.far_arm) == (Arm(10, 20), Arm(30, 40))


@given(lean=st.floats(2, 30))
def test_a_flat_back_between_elbows_and_knees_keeps_its_length(lean: float) -> None:
    elbow, knee = (47.0, 4.0), (-38.0, 7.0)
    hip, tilt = propped(elbow, knee, lean)
    shoulder = shoulder_of(hip, tilt)
    assert distance(shoulder, elbow) == pytest.approx(UPPER_ARM)
    assert distance(hip, knee) == pytest.approx(THIGH)
    assert shoulder[0] < elbow[0]
    assert hip[1] > knee[1]
