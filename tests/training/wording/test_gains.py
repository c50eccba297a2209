import pytest

from training.units import IMPERIAL, METRIC
from training.wording.gains import Lifted, gains


def reps(*amounts: int, kg: float | None = None) -> list[dict[str, object]]:
    return [{"reps": amount, "seconds": None, "kg": kg} for amount in amounts]


def holds(*amounts: int) -> list[dict[str, object]]:
    return [{"reps": None, "seconds": amount, "kg": None} for amount in amounts]


@pytest.mark.parametrize(
    ("now", "last", "said"),
    [
        pytest.param(reps(12, 12), reps(12, 11), ["Squat: 1 rep more"], id="one rep"),
        pytest.param(reps(12, 12), reps(10, 11), ["Squat: 3 reps more"], id="some reps"),
        pytest.param(
            reps(8, 8, kg=22.5), reps(12, 12, kg=20.0), ["Squat: 22.5 kg, 2.5 kg more than last time"], id="more load"
        ),
        pytest.param(reps(15, 15, kg=18.0), reps(12, 12, kg=20.0), [], id="more reps with less load"),
        pytest.param(reps(12, 12, kg=20.0), reps(12, 12), [], id="the first load"),
        pytest.param(holds(45, 40), holds(40, 40), ["Squat: 5 seconds longer in all"], id="a longer hold"),
        pytest.param(reps(10, 10), reps(12, 12), [], id="fewer reps"),
        pytest.param(reps(12), [], [], id="the first time"),
        pytest.param(reps(12), reps(12, 12, 12), [], id="fewer sets"),
        pytest.param([], [], [], id="nothing done"),
    ],
)
def test_what_got_better(now: list[dict[str, object]], last: list[dict[str, object]], said: list[str]) -> None:
    assert gains([Lifted("Squat", now, last)], METRIC) == said


def test_load_is_said_before_reps_and_reps_before_holds_and_three_are_enough() -> None:
    lifted = [
        Lifted("Plank", holds(50), holds(45)),
        Lifted("Lunge", reps(10), reps(9)),
        Lifted("Calf raise", reps(20), reps(18)),
        Lifted("Squat", reps(10, kg=IMPERIAL.to_kg(50)), reps(10, kg=IMPERIAL.to_kg(45))),
    ]
    assert gains(lifted, IMPERIAL) == [
        "Squat: 50 lb, 5 lb more than last time",
        "Lunge: 1 rep more",
        "Calf raise: 2 reps more",
    ]
