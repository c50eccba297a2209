import pytest

from exercises.figures.body import skeleton
from exercises.figures.course import Course, Span
from exercises.figures.motion import still_between
from exercises.figures.pose import Leg
from exercises.figures.reach import Foot, planted
from exercises.figures.scene import Still

TALL = Still(planted((-5, 91.5), Foot(8), Foot(8)), "tall")


def test_a_heel_rises_where_the_leg_would_be_too_short() -> None:
    ahead = Still(planted((44, 80), Foot(50), Foot(8, pitch=45)), "a step")
    legs = [
        skeleton(still_between(TALL, ahead, part, Course(far_foot=Span(0.9, 1))).pose).far_leg for part in (0, 0.85)
    ]
    assert legs[0].pitch == pytest.approx(0)
    assert legs[1].pitch > 2
    assert legs[1].ball == pytest.approx(legs[0].ball, abs=0.1)


def test_a_free_leg_turns_in_its_joints_and_stays_over_the_floor() -> None:
    low = Still(planted((-5, 70), Foot(8), Leg(10, 0, 0)), "the free foot would be under the floor")
    for part in (0.3, 0.6, 0.9):
        leg = skeleton(still_between(TALL, low, part).pose).far_leg
        assert min(leg.heel[1], leg.ball[1], leg.toe[1]) > -0.1


def test_a_step_goes_through_the_air_as_high_as_it_is_lifted() -> None:
    back = Still(planted((-20, 85), Foot(8), Foot(-40, pitch=40)), "a step back")
    balls = [skeleton(still_between(TALL, back, part, Course(lift=12)).pose).far_leg.ball for part in (0.25, 0.5, 0.75)]
    assert [y for _, y in balls] == pytest.approx([8.5, 12, 8.5], abs=0.1)
    assert [x for x, _ in balls] == pytest.approx([-4, -16, -28], abs=0.1)


def test_a_free_knee_bends_besides() -> None:
    swung = Still(planted((-5, 91.5), Foot(8), Leg(20, 10, 0, 20)), "a free leg")
    plain, bent = (still_between(TALL, swung, 0.5, Course(bend=bend)).pose.far_leg.knee for bend in (0, 30))
    assert bent == pytest.approx(plain + 30)
