from tests.cases import for_every
from training.plan.progression import SetTarget
from training.plan.workout.items import Item, warm_up_minutes


def resting(rest: int) -> Item:
    return Item("squat", "back-squat", (SetTarget(10),), per_leg=False, seconds=False, rest=rest, reserve=2)


@for_every(("rest", "least"), [(45, 30), (60, 40), (75, 50), (90, 60), (120, 120), (150, 120), (30, 30), (20, 20)])
def test_the_shortest_rest(rest: int, least: int) -> None:
    assert resting(rest).least_rest == least


@for_every(("share", "rest"), [(0, 60), (0.5, 75), (0.6, 75), (0.99, 85), (1, 90)])
def test_rests_in_between_are_whole_steps(share: float, rest: int) -> None:
    assert resting(90).resting(share).rest == rest


def test_a_short_session_has_a_short_warm_up() -> None:
    assert (warm_up_minutes(2), warm_up_minutes(3)) == (3, 6)
