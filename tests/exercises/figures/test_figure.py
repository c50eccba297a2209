import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.figures.body import bearing, distance, leg_joints, offset, skeleton
from exercises.figures.figure import FAR, FIST, NEAR, OPEN, arm, crease, hand, leg, shoe, shorts
from exercises.figures.outline import limb
from exercises.figures.pose import Leg, Pose

from .anatomy import corners


@given(hip=st.floats(-18, 134), knee=st.floats(0, 142), ankle=st.floats(-62, 36), tilt=st.floats(-120, 100))
def test_a_shoe_keeps_its_size_however_the_leg_is_turned(hip: float, knee: float, ankle: float, tilt: float) -> None:
    joints = leg_joints((0, 0), tilt, Leg(hip, knee, ankle))
    for piece in re.findall(r' d="([^"]+)"', "".join(shoe(joints, NEAR))):
        for x, y in corners(piece):
            ahead, up = x - NEAR.foot[0] - joints.ankle[0], -y - NEAR.foot[1] - joints.ankle[1]
            assert ahead**2 + up**2 < 24**2


@given(toes=st.floats(0, 85))
def test_a_shoe_bends_at_the_ball_without_tearing(toes: float) -> None:
    upper = corners(re.findall(r' d="([^"]+)"', shoe(leg_joints((0, 92), 0, Leg(toes=toes)), NEAR)[0])[0])
    gaps = [((x - to_x) ** 2 + (y - to_y) ** 2) ** 0.5 for (x, y), (to_x, to_y) in pairwise(upper)]
    assert max(gaps) < 13


@given(hip=st.floats(-18, 134), tilt=st.floats(-120, 100))
def test_shorts_cover_the_hip_and_end_on_the_thigh(hip: float, tilt: float) -> None:
    joints = leg_joints((0, 0), tilt, Leg(hip))
    outline = shorts(joints.hip, joints.knee, tilt)
    assert len(outline) == 11
    assert all(distance(joints.hip, point) < 32 for point in outline)
    (edge, _) = limb(joints.hip, joints.knee, ((0.41, 0.5, 0),))
    assert edge == pytest.approx(outline[4])


@given(hip=st.floats(0, 120), tilt=st.floats(-90, 90))
def test_the_crease_lies_halfway_between_trunk_and_thigh(hip: float, tilt: float) -> None:
    joints = leg_joints((0, 0), tilt, Leg(hip))
    fold = crease(joints.hip, joints.knee, tilt)
    trunk, thigh = bearing((0, 0), offset((0, 0), tilt, 0, 1)), bearing(joints.hip, joints.knee)
    to_trunk, to_thigh = (abs((bearing((0, 0), fold) - line + 180) % 360 - 180) for line in (trunk, thigh))
    assert to_trunk == pytest.approx(to_thigh, abs=1e-6)
    further = crease(joints.hip, joints.knee, tilt, clear=5)
    assert distance((0, 0), further) == pytest.approx(distance((0, 0), fold) + 5)


def test_a_fist_can_open() -> None:
    assert len(FIST) == len(OPEN)
    assert hand((0, 0), 0, True)[0] == hand((0, 0), 0, False)[0]
    assert max(y for _, y in hand((0, 0), 180, False)) > max(y for _, y in hand((0, 0), 180, True))


def test_the_far_side_wears_other_classes_and_no_muscles() -> None:
    standing = skeleton(Pose((0, 92), Leg(), Leg()))
    near, far = leg(standing.near_leg, NEAR, ("quadriceps",)), leg(standing.far_leg, FAR, ("quadriceps",))
    assert 'class="fig-skin"' in near
    assert "fig-work" in near
    assert 'class="fig-skin"' not in far
    assert "fig-skin-far" in far
    assert "fig-work" not in far
    assert "fig-work" in arm(standing.near_arm, NEAR, ("shoulders",), fist=True)
    assert "fig-work" not in arm(standing.far_arm, FAR, ("shoulders",), fist=True)
