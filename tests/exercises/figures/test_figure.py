import re
from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from exercises.figures.body import Point, leg_joints
from exercises.figures.figure import NEAR, shoe
from exercises.figures.pose import Leg

NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")


def corners(data: str) -> list[Point]:
    """The points that a path of relative curves goes through, y down."""
    pieces = [[float(number) for number in NUMBER.findall(piece)] for piece in re.split("[Mcsz]", data)[1:-1]]
    ends = [(piece[-2], piece[-1]) for piece in pieces]
    return list(accumulate(ends, lambda at, step: (at[0] + step[0], at[1] + step[1])))


@given(hip=st.floats(-25, 130), knee=st.floats(0, 150), ankle=st.floats(-50, 36), tilt=st.floats(-120, 100))
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
