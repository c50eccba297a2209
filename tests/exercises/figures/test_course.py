import pytest

from exercises.figures.course import Span, blend
from exercises.figures.pose import Arm


def test_a_span_is_done_before_and_after_itself() -> None:
    span = Span(0.2, 0.6)
    assert [span(part) for part in (0, 0.2, 0.4, 0.6, 1)] == pytest.approx([0, 0, 0.5, 1, 1])
    assert Span()(0.3) == 0.3


def test_a_limb_half_way_has_every_angle_half_way() -> None:
    assert blend(Arm(0, 20, 4), Arm(10, 40, 8), 0.5) == Arm(5, 30, 6)
