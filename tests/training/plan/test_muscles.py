from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.muscles import MuscleSets, Roles, neglected, sets_per_muscle

SQUAT = Roles(frozenset({"quadriceps", "gluteus-maximus"}), frozenset({"hamstrings", "erectors"}))
DEADLIFT = Roles(frozenset({"hamstrings", "gluteus-maximus"}), frozenset({"erectors"}))
CALF_RAISE = Roles(frozenset({"calves"}))
ROLES = {"squat": SQUAT, "deadlift": DEADLIFT, "calf-raise": CALF_RAISE}


def counted(sets: Mapping[str, int]) -> dict[str, float]:
    return {muscle: count.counted for muscle, count in sets_per_muscle(sets, ROLES).items() if count.counted}


@for_every(
    ("sets", "expected"),
    [
        ({}, {}),
        ({"calf-raise": 3}, {"calves": 3}),
        ({"squat": 3}, {"quadriceps": 3, "gluteus-maximus": 3, "hamstrings": 1.5, "erectors": 1.5}),
        (
            {"squat": 3, "deadlift": 2},
            {"quadriceps": 3, "gluteus-maximus": 5, "hamstrings": 3.5, "erectors": 2.5},
        ),
        ({"squat": 0}, {}),
    ],
    ids=["nothing", "one muscle", "helping ones count half", "two movements add up", "a movement left out"],
)
def test_sets_of_a_week(sets: dict[str, int], expected: dict[str, float]) -> None:
    assert counted(sets) == expected


def test_main_and_helping_sets_are_told_apart() -> None:
    assert sets_per_muscle({"squat": 3, "deadlift": 2}, ROLES)["hamstrings"] == MuscleSets(main=2, helping=3)


def test_a_movement_without_roles_is_refused() -> None:
    with pytest.raises(KeyError, match="pull-up"):
        sets_per_muscle({"pull-up": 3}, ROLES)


@for_every(
    ("sets", "expected"),
    [
        ({"squat": 3, "deadlift": 3, "calf-raise": 1}, set()),
        ({"squat": 3, "deadlift": 3}, {"calves"}),
        ({"squat": 2}, {"calves"}),
        ({"squat": 1}, {"hamstrings", "calves"}),
        ({}, {"quadriceps", "gluteus-maximus", "hamstrings", "calves"}),
    ],
    ids=["none", "no set at all", "helping twice is one set", "helping once is not", "everything"],
)
def test_neglected_is_what_got_less_than_one_set(sets: dict[str, int], expected: set[str]) -> None:
    assert neglected(sets_per_muscle(sets, ROLES), ROLES) == expected


MUSCLES = st.frozensets(st.sampled_from("abcdef"))
ANY_ROLES = st.dictionaries(
    st.sampled_from(["squat", "lunge", "plank", "bridge"]),
    st.builds(lambda main, helping: Roles(main, helping - main), MUSCLES, MUSCLES),
)


@st.composite
def weeks(draw: st.DrawFn) -> tuple[list[str], dict[str, Roles]]:
    """Single sets in the order they were done, each the name of its movement, and what the movements train."""
    roles = draw(ANY_ROLES)
    done = draw(st.lists(st.sampled_from(sorted(roles)), max_size=30)) if roles else []
    return done, roles


@given(weeks())
def test_law_counting_by_movement_is_counting_set_by_set(week: tuple[list[str], dict[str, Roles]]) -> None:
    done, roles = week
    found = sets_per_muscle({movement: done.count(movement) for movement in set(done)}, roles)
    for muscle in "abcdef":
        plain = Fraction(0)
        for movement in done:
            if muscle in roles[movement].main:
                plain += 1
            if muscle in roles[movement].helping:
                plain += Fraction(1, 2)
        trained_by_some = any(muscle in role.main | role.helping for role in roles.values())
        assert (muscle in found) == trained_by_some
        assert found.get(muscle, MuscleSets()).counted == plain


@given(weeks(), st.sampled_from(["squat", "lunge", "plank", "bridge"]))
def test_law_one_set_more_neglects_nothing_new(week: tuple[list[str], dict[str, Roles]], another: str) -> None:
    done, roles = week
    if another not in roles:
        return
    before = {movement: done.count(movement) for movement in set(done)}
    after = before | {another: before.get(another, 0) + 1}
    assert neglected(sets_per_muscle(after, roles), roles) <= neglected(sets_per_muscle(before, roles), roles)
