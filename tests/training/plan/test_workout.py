"""What fits the time: the two workouts, the light one, and what gives way first."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.progression import Explanation, SetTarget, Target, TargetRule
from training.plan.workout import (
    WORKOUTS,
    Done,
    Dose,
    Workout,
    build,
    choose,
    movements,
    neglected,
    next_workout,
)

GUIDES = Path(__file__).resolve().parents[3] / "exercises" / "guides"

DOSES = {
    "squat": Dose("bodyweight-squat", 3, 10, 60),
    "deadlift": Dose("hip-hinge", 3, 8, 60),
    "lunge": Dose("reverse-lunge", 3, 10, 60, per_leg=True),
    "glute-bridge": Dose("two-leg-bridge", 3, 15, 60, one_sided=frozenset({"single-leg-bridge"})),
    "step-up": Dose("low-step-up", 3, 10, 60, per_leg=True),
    "plank": Dose("forearm-plank", 3, 30, 60, seconds=True, one_sided=frozenset({"side-plank"})),
    "calf-raise": Dose("step-calf-raise", 3, 15, 60),
}


def shape(workout: Workout) -> str:
    """A workout in one line: movement:sets, in order."""
    return " ".join(f"{item.movement}:{len(item.sets)}" for item in workout.items)


@for_every(
    ("name", "least", "most"),
    [("A", 30, 38), ("B", 30, 38), ("full", 47, 53)],
    ids=["A fits 30-38 minutes", "B fits 30-38 minutes", "all seven take about 50 minutes"],
)
def test_predicted_minutes(name: str, least: int, most: int) -> None:
    assert least <= build(name, doses=DOSES).minutes <= most


def test_the_time_is_the_sum_of_its_parts() -> None:
    plank = build("B", doses=DOSES).items[3]
    assert plank.minutes == pytest.approx(3 * (2 * 30 + 60) / 60 + 1)  # both sides of a side plank
    squat = build("A", doses=DOSES).items[0]
    assert squat.minutes == pytest.approx(3 * (10 * 3 + 60) / 60 + 1)
    whole = build("A", doses=DOSES)
    assert whole.minutes == pytest.approx(6 + sum(item.minutes for item in whole.items))


def test_the_two_workouts_hold_all_seven_between_them() -> None:
    both = {slot.movement for name in ("A", "B") for slot in WORKOUTS[name]}
    assert both == {slot.movement for slot in WORKOUTS["full"]} == set(DOSES)


def test_workouts_name_variations_that_the_guides_know() -> None:
    for slot in (slot for slots in WORKOUTS.values() for slot in slots):
        guide = tomllib.loads((GUIDES / f"{slot.movement}.toml").read_text())
        assert slot.variation is None or slot.variation in {one["slug"] for one in guide["variations"]}


@for_every(
    ("last", "following"),
    [(None, "A"), ("A", "B"), ("B", "A"), ("full", "A")],
    ids=["the first is A", "B follows A", "A follows B", "A follows the full workout"],
)
def test_rotation(last: str | None, following: str) -> None:
    assert next_workout(last) == following


def test_a_light_session_is_half_the_sets_without_one_legged_work() -> None:
    light = build("A", doses=DOSES, light=True)
    assert shape(light) == "squat:2 glute-bridge:2 plank:2 calf-raise:2"
    assert {item.reserve for item in light.items} == {4}
    assert shape(build("B", doses=DOSES, light=True)) == "deadlift:2 glute-bridge:2 plank:2 calf-raise:2"


@for_every(
    ("done", "variations"),
    [
        ([], "bodyweight-squat low-step-up two-leg-bridge forearm-plank step-calf-raise"),
        (
            [Done("A", "squat", "goblet-squat"), Done("A", "squat", "box-squat")],
            "goblet-squat low-step-up two-leg-bridge forearm-plank step-calf-raise",
        ),
        (
            [Done("B", "calf-raise", "single-leg-calf-raise")],
            "bodyweight-squat low-step-up two-leg-bridge forearm-plank single-leg-calf-raise",
        ),
        (
            [Done("B", "plank", "side-plank")],
            "bodyweight-squat low-step-up two-leg-bridge forearm-plank step-calf-raise",
        ),
        (
            [Done("B", "plank", "side-plank"), Done("A", "plank", "knee-plank")],
            "bodyweight-squat low-step-up two-leg-bridge knee-plank step-calf-raise",
        ),
    ],
    ids=[
        "nothing done yet: what the workout intends",
        "the newest choice wins",
        "a choice made in B holds in A",
        "the side plank of B does not push the forearm plank out of A",
        "a choice of A's own holds",
    ],
)
def test_variations_are_those_done_last(done: list[Done], variations: str) -> None:
    assert " ".join(choose("A", DOSES, done).values()) == variations


def test_targets_fill_the_sets_and_bring_their_reason() -> None:
    why = Explanation(TargetRule.REPEAT)
    sets = (SetTarget(12, 20.0), SetTarget(11, 20.0), SetTarget(10, 20.0))
    squat = build(
        "A", doses=DOSES, targets={"squat": Target(sets, 10, 15, why)}, choices={"squat": "goblet-squat"}
    ).items[0]
    assert (squat.sets, squat.why, squat.variation) == (sets, why, "goblet-squat")


@for_every(
    ("minutes", "trimmed"),
    [
        (45, "squat:3 step-up:3 glute-bridge:3 plank:3 calf-raise:3"),
        (30, "squat:3 step-up:3 glute-bridge:2 plank:2 calf-raise:3"),
        (20, "squat:2 step-up:2 calf-raise:2"),
        (12, "squat:2 calf-raise:2"),
        (5, "squat:1"),
    ],
    ids=[
        "45 minutes: nothing to trim",
        "30 minutes: rests shorten, plank and bridge lose a set",
        "20 minutes: plank and bridge have given way",
        "12 minutes: the main lift and the calves",
        "no time: one set of the main lift, never an empty workout",
    ],
)
def test_what_fits(minutes: int, trimmed: str) -> None:
    fitted = build("A", doses=DOSES).fit(minutes)
    assert shape(fitted) == trimmed
    assert fitted.minutes <= minutes or trimmed == "squat:1"


def rests(workout: Workout) -> list[int]:
    return [item.rest for item in workout.items]


def test_rests_shorten_before_sets_go_and_take_what_is_left() -> None:
    whole = build("A", doses=DOSES)
    fitted = build("A", doses=DOSES, minutes=whole.minutes - 2)
    assert shape(fitted) == shape(whole)
    assert rests(whole) == [60] * 5
    assert rests(fitted) == [50] * 5
    assert set(rests(build("A", doses=DOSES, minutes=25))) <= {40, 45, 50, 55}


def test_heavy_sets_keep_two_minutes() -> None:
    heavy = Target((SetTarget(6, 80.0),) * 3, 4, 6, Explanation(TargetRule.HEAVY), rest=150)
    whole = build("A", doses=DOSES, targets={"squat": heavy})
    assert whole.items[0].rest == 150
    assert build("A", doses=DOSES, targets={"squat": heavy}, minutes=20).items[0].rest >= 120


@for_every(
    ("name", "minutes", "pace", "found"),
    [
        ("A", 12, 1.0, "squat:3 deadlift:3"),
        ("B", 12, 1.0, "deadlift:3 squat:3"),
        ("B", 10, 1.0, "deadlift:2 squat:2"),
        ("full", 12, 1.0, "squat:3 deadlift:3"),
        ("A", 20, 1.0, "squat:2 step-up:2 calf-raise:2"),
        ("A", 20, 1.3, "squat:3 deadlift:3"),
        ("A", 15, 0.75, "squat:2 step-up:2 calf-raise:2"),
    ],
    ids=[
        "squat and deadlift",
        "the workout's own first",
        "less still",
        "of all seven too",
        "20 minutes are a workout",
        "not for who takes longer",
        "15 are for who is quick",
    ],
)
def test_the_smallest_useful_session(name: str, minutes: int, pace: float, found: str) -> None:
    workout = build(name, doses=DOSES, minutes=minutes, pace=pace)
    assert shape(workout) == found
    assert workout.minutes <= minutes


def test_what_was_neglected_gives_way_last_but_for_the_main_lift() -> None:
    assert shape(build("A", doses=DOSES, minutes=20, neglected={"plank"})) == "squat:2 plank:2 calf-raise:2"
    assert shape(build("A", doses=DOSES).fit(9, neglected={"plank"})) == "squat:2"


@for_every(
    ("recent", "found"),
    [
        ({}, set()),
        ({"squat": 6, "plank": 1}, {"deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"}),
        (dict.fromkeys(DOSES, 2), set()),
    ],
    ids=["nothing was trained: nothing was neglected", "less than two sets", "two sets are enough"],
)
def test_neglected(recent: dict[str, int], found: set[str]) -> None:
    assert neglected(recent) == found


def test_a_slow_runner_gets_less_into_the_same_minutes() -> None:
    whole = build("A", doses=DOSES)
    assert build("A", doses=DOSES, pace=1.2).minutes == pytest.approx(1.2 * whole.minutes)
    assert shape(build("A", doses=DOSES, minutes=35, pace=1.0)) == shape(whole)
    assert (
        shape(build("A", doses=DOSES, minutes=35, pace=1.3)) == "squat:3 step-up:2 glute-bridge:2 plank:2 calf-raise:2"
    )


def test_a_deload_is_not_halved_twice() -> None:
    deload = Target((SetTarget(12, 18.0),) * 2, 10, 15, Explanation(TargetRule.DELOAD))
    item = build("A", doses=DOSES, targets={"squat": deload}, light=True).items[0]
    assert (len(item.sets), item.reserve) == (2, 4)


def test_equipment_moves_a_movement_to_the_nearest_rung() -> None:
    done = [Done("A", "squat", "back-squat")]
    assert choose("A", DOSES, done)["squat"] == "back-squat"
    assert choose("A", DOSES, done, equipment={"dumbbells"})["squat"] == "split-squat"
    assert choose("B", DOSES, equipment={"dumbbells"})["glute-bridge"] == "single-leg-bridge"
    assert list(choose("A", DOSES, minutes=12)) == ["squat", "deadlift"]


def test_an_unknown_workout_is_refused() -> None:
    with pytest.raises(KeyError):
        movements("C")


NAMES = st.sampled_from(sorted(WORKOUTS))


@given(name=NAMES, movement=st.sampled_from(sorted(DOSES)), sets=st.integers(1, 6), light=st.booleans())
def test_law_one_more_set_never_takes_less_time(name: str, movement: str, sets: int, light: bool) -> None:
    dose = DOSES[movement]

    def minutes(count: int) -> float:
        changed = Dose(dose.variation, count, dose.amount, dose.rest, dose.per_leg, dose.seconds)
        return build(name, doses={**DOSES, movement: changed}, light=light).minutes

    assert minutes(sets) <= minutes(sets + 1)


@given(name=NAMES, light=st.booleans(), less=st.integers(0, 60), more=st.integers(0, 60))
def test_law_more_time_never_means_fewer_sets(name: str, light: bool, less: int, more: int) -> None:
    whole = build(name, doses=DOSES, light=light)

    def sets(minutes: int) -> dict[str, int]:
        return {item.movement: len(item.sets) for item in whole.fit(minutes).items}

    short, long = sets(less), sets(less + more)
    assert all(short[movement] <= long[movement] for movement in short)
    assert whole.fit(less).minutes <= less or sum(short.values()) == 1


@given(name=NAMES, sets=st.integers(1, 6))
def test_law_light_is_half_rounded_up(name: str, sets: int) -> None:
    doses = {slug: Dose(dose.variation, sets, dose.amount, dose.rest) for slug, dose in DOSES.items()}
    assert {len(item.sets) for item in build(name, doses=doses, light=True).items} == {(sets + 1) // 2}


@given(name=st.sampled_from(["A", "B"]), less=st.integers(8, 60), more=st.integers(0, 30), pace=st.floats(0.75, 1.5))
def test_law_a_longer_session_has_no_fewer_sets(name: str, less: int, more: int, pace: float) -> None:
    """Also from the smallest session to the whole workout."""

    def sets(minutes: int) -> int:
        built = build(name, doses=DOSES, minutes=minutes, pace=pace)
        assert built.minutes <= minutes or minutes < 12 * pace
        return sum(len(item.sets) for item in built.items)

    assert sets(less) <= sets(less + more)


@given(name=NAMES, minutes=st.integers(5, 60))
def test_law_rests_stay_within_their_limits(name: str, minutes: int) -> None:
    for item in build(name, doses=DOSES, minutes=minutes).items:
        assert 40 <= item.rest <= 60
