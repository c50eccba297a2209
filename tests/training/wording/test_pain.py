import pytest

from training.wording.pain import light, lights


@pytest.mark.parametrize(
    ("pain", "colour"), [(0, "green"), (2, "green"), (3, "amber"), (5, "amber"), (6, "red"), (10, "red")]
)
def test_the_light_turns_at_three_and_at_six(pain: int, colour: str) -> None:
    assert light(pain).colour == colour


def test_the_legend_holds_each_light_once() -> None:
    assert [one.colour for one in lights()] == ["green", "amber", "red"]
