"""What is to be done, written as a FIT workout and read back by two libraries."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.training.fitexport.readers import READERS, Messages, is_sealed
from tests.training.fitexport.sets import GOBLETS, HOLD, OWN_HOLD, SPLITS, START, strength_sets, titles
from training.fitexport.content import PlannedSet, PlannedWorkout, StrengthSet
from training.fitexport.workout import write
from training.runfiles import fit
from training.runfiles.errors import NotAnActivity

read_back = pytest.mark.parametrize("read", READERS.values(), ids=READERS)

OPEN, REPS, TIME, REPEAT = 5, 29, 0, 6
ACTIVE, REST, WARM_UP = 0, 1, 2


def workout(*sets: StrengthSet, note: str = "", pounds: bool = False) -> PlannedWorkout:
    planned = tuple(PlannedSet(one, note) for one in sets)
    return PlannedWorkout("Workout A", 7, START, "Warm-up", "About 6 minutes", planned, pounds)


def steps(messages: Messages) -> list[dict[str, Any]]:
    """The steps as a watch goes through them: repeats unrolled."""
    rows = messages["workout_step"]
    assert [row["message_index"] for row in rows] == list(range(len(rows)))
    gone: list[dict[str, Any]] = []
    for row in rows:
        if row["duration_type"] == REPEAT:
            again = rows[row["duration_value"] : row["message_index"]]
            gone += again * (row["target_value"] - 1)
        else:
            gone.append(row)
    return gone


def as_read(one: StrengthSet) -> dict[str, Any]:
    legs = 2 if one.per_leg else 1
    return {
        "wkt_step_name": one.exercise.title,
        "exercise_category": 65534 if one.exercise.category is None else one.exercise.category,
        "exercise_name": None if one.exercise.category is None else one.exercise.name,
        "duration_type": TIME if one.timed else REPS,
        "duration_value": one.amount * legs * (1000 if one.timed else 1),
        "exercise_weight": None if one.kg is None or one.kg > 655 else round(one.kg * 100) / 100,
    }


@read_back
def test_sets_alike_are_one_step_that_is_repeated(read: Callable[[bytes], Messages]) -> None:
    rows = read(write(workout(GOBLETS, GOBLETS, GOBLETS, SPLITS)))["workout_step"]
    assert [(row["duration_type"], row.get("intensity")) for row in rows] == [
        (OPEN, WARM_UP),
        (REPS, ACTIVE),
        (TIME, REST),
        (REPEAT, None),
        (REPS, ACTIVE),
        (TIME, REST),
    ]
    assert (rows[3]["duration_value"], rows[3]["target_value"]) == (1, 3)
    assert (rows[2]["duration_value"], rows[5]["duration_value"]) == (75_000, 60_000)
    assert rows[1]["exercise_weight"] == 20.0
    assert "exercise_weight" not in rows[4]


@read_back
def test_names_notes_and_titles(read: Callable[[bytes], Messages]) -> None:
    messages = read(write(workout(SPLITS, HOLD, OWN_HOLD, note="10 on each leg")))
    (head,), (whole,) = messages["file_id"], messages["workout"]
    assert (head["type"], head["time_created"]) == ("workout", START.timestamp())
    assert (whole["wkt_name"], whole["sport"], whole["sub_sport"]) == ("Workout A", "training", "strength_training")
    assert whole["num_valid_steps"] == len(messages["workout_step"]) == 7
    first, second = messages["workout_step"][:2]
    assert (first["wkt_step_name"], first["notes"]) == ("Warm-up", "About 6 minutes")
    assert (second["wkt_step_name"], second["duration_value"], second["notes"]) == ("Split squat", 20, "10 on each leg")
    assert [(row["message_index"], row["wkt_step_name"]) for row in messages["exercise_title"]] == [
        (0, "Split squat"),
        (1, "Side plank"),
        (2, "Kopenhagener Stütz"),
    ]


@read_back
def test_pounds_are_asked_for_where_there_is_a_load(read: Callable[[bytes], Messages]) -> None:
    rows = read(write(workout(GOBLETS, SPLITS, pounds=True)))["workout_step"]
    assert [row.get("weight_display_unit") for row in rows] == [None, 2, None, None, None]


@read_back
def test_a_load_that_no_step_holds_is_left_out(read: Callable[[bytes], Messages]) -> None:
    rows = read(write(workout(replace(GOBLETS, kg=655.0), replace(GOBLETS, kg=656.0))))["workout_step"]
    assert [row.get("exercise_weight") for row in rows if row["duration_type"] == REPS] == [655.0, None]


@given(
    st.lists(strength_sets.flatmap(lambda one: st.integers(1, 4).map(lambda times: [one] * times)), max_size=6), titles
)
def test_whatever_is_planned_both_readers_give_it_back(groups: list[list[StrengthSet]], note: str) -> None:
    planned = [one for group in groups for one in group]
    data = write(workout(*planned, note=note))
    assert is_sealed(data)
    for read in READERS.values():
        messages = read(data)
        found = [row for row in steps(messages) if row["intensity"] == ACTIVE]
        assert [{name: row.get(name) for name in as_read(GOBLETS)} for row in found] == [
            as_read(one) for one in planned
        ]
        assert {row["notes"] for row in found} <= {note}
        rests = [row["duration_value"] for row in steps(messages) if row["intensity"] == REST]
        assert rests == [1000 * one.rest for one in planned if one.rest]


def test_our_own_import_takes_it_for_no_activity() -> None:
    with pytest.raises(NotAnActivity) as refusal:
        fit.read(write(workout(GOBLETS)))
    assert refusal.value.facts["kind"] == "workout"
