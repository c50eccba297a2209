"""What was done, written as a FIT activity and read back by two libraries."""

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.training.fitexport.readers import READERS, Messages, by_fitdecode, is_sealed
from tests.training.fitexport.sets import GOBLETS, HOLD, OWN_HOLD, SPLITS, START, sessions
from training.fitexport.activity import write
from training.fitexport.content import DoneSession, Exercise, PlacedSet, StrengthSet
from training.runfiles import fit
from training.runfiles.sets import Guess

HOUR = timedelta(hours=1)
WARM_UP_SET = StrengthSet(GOBLETS.exercise, 8, 10.0)

EVENING = DoneSession(
    title="Workout A",
    serial=4_000_000_001,
    start=START,
    end=START + timedelta(minutes=30),
    utc_offset=HOUR,
    sets=(
        PlacedSet(WARM_UP_SET, START + timedelta(minutes=6), 24),
        PlacedSet(GOBLETS, START + timedelta(minutes=8), 36),
        PlacedSet(GOBLETS, START + timedelta(minutes=10), 41),
        PlacedSet(SPLITS, START + timedelta(minutes=14), 60),
        PlacedSet(HOLD, START + timedelta(minutes=20), 60),
        PlacedSet(OWN_HOLD, START + timedelta(minutes=21), 20),
    ),
)

read_back = pytest.mark.parametrize("read", READERS.values(), ids=READERS)


def sets_in(messages: Messages) -> list[dict[str, Any]]:
    """The sets that were done, each with the title that its step index points to."""
    titles = {row["message_index"]: row["wkt_step_name"] for row in messages.get("exercise_title", ())}
    return [
        {
            "title": titles[row["wkt_step_index"]],
            **{
                name: row.get(name)
                for name in ("category", "category_subtype", "repetitions", "duration", "weight", "start_time")
            },
        }
        for row in messages.get("set", ())
        if row["set_type"] == 1
    ]


def as_read(placed: PlacedSet) -> dict[str, Any]:
    """The set as a reader should give it, straight from what was put in."""
    one, legs = placed.set, 2 if placed.set.per_leg else 1
    return {
        "title": one.exercise.title,
        "category": 65534 if one.exercise.category is None else one.exercise.category,
        "category_subtype": None if one.exercise.category is None else one.exercise.name,
        "repetitions": None if one.timed else one.amount * legs,
        "duration": placed.seconds,
        "weight": None if one.kg is None else round(one.kg * 16) / 16,
        "start_time": placed.start.timestamp(),
    }


@read_back
def test_a_session_reads_back_set_by_set(read: Callable[[bytes], Messages]) -> None:
    rows = sets_in(read(write(EVENING)))
    assert [(row["title"], row["category"], row["category_subtype"]) for row in rows] == [
        ("Goblet squat", 28, 37),
        ("Goblet squat", 28, 37),
        ("Goblet squat", 28, 37),
        ("Split squat", 28, None),
        ("Side plank", 19, 66),
        ("Kopenhagener Stütz", 65534, None),
    ]
    assert [row["repetitions"] for row in rows] == [8, 12, 12, 20, None, None]
    assert [row["duration"] for row in rows] == [24, 36, 41, 60, 60, 20]
    assert [row["weight"] for row in rows] == [10.0, 20.0, 20.0, None, None, None]
    assert [row["start_time"] - START.timestamp() for row in rows] == [360, 480, 600, 840, 1200, 1260]


@read_back
def test_rests_fill_the_time_between_sets_and_all_are_numbered(read: Callable[[bytes], Messages]) -> None:
    rows = read(write(EVENING))["set"]
    assert [row["message_index"] for row in rows] == list(range(10))
    # The hold of one's own follows the side plank at once.
    assert [row["duration"] for row in rows if row["set_type"] == 0] == [96, 84, 199, 300]
    for row, following in pairwise(rows):
        assert row["timestamp"] == following["start_time"] == row["start_time"] + row["duration"]


@read_back
def test_the_summary_is_strength_in_the_runners_time(read: Callable[[bytes], Messages]) -> None:
    messages = read(write(EVENING))
    (session,), (lap,), (activity,), (head,) = (messages[name] for name in ("session", "lap", "activity", "file_id"))
    assert (session["sport"], session["sub_sport"]) == ("training", "strength_training")
    assert session["start_time"] == lap["start_time"] == head["time_created"] == START.timestamp()
    assert session["total_elapsed_time"] == session["total_timer_time"] == lap["total_timer_time"] == 1800
    assert session["timestamp"] == activity["timestamp"] == START.timestamp() + 1800
    assert activity["local_timestamp"] - activity["timestamp"] == 3600
    assert session["total_cycles"] == 8 + 12 + 12 + 20
    assert (head["type"], head["serial_number"]) == ("activity", 4_000_000_001)
    assert [event["event_type"] for event in messages["event"]] == ["start", "stop_all"]
    assert [row["timestamp"] - START.timestamp() for row in messages["record"]][::6] == [0, 1280]


@read_back
@pytest.mark.parametrize(("pounds", "unit"), [(False, 1), (True, 2)])
def test_loads_are_shown_in_the_runners_unit(read: Callable[[bytes], Messages], *, pounds: bool, unit: int) -> None:
    fifty_pounds = StrengthSet(GOBLETS.exercise, 10, 22.679_618_5)
    session = DoneSession("A", 1, START, START, HOUR, (PlacedSet(fifty_pounds, START, 0),), pounds=pounds)
    (row,) = read(write(session))["set"]
    assert row["weight_display_unit"] == unit
    assert row["weight"] == pytest.approx(22.679_618_5, abs=1 / 32)


@read_back
def test_the_largest_set_that_can_be_logged_fits(read: Callable[[bytes], Messages]) -> None:
    largest = StrengthSet(Exercise("ü" * 60, 28, 37), 32_767, 1000.0, per_leg=True)
    session = DoneSession("A", 1, START, START, HOUR, (PlacedSet(largest, START, 0),))
    (row,) = sets_in(read(write(session)))
    assert (row["repetitions"], row["weight"], row["title"]) == (65_534, 1000.0, "ü" * 60)


@given(sessions())
def test_whatever_was_done_both_readers_give_it_back(session: DoneSession) -> None:
    data = write(session)
    assert is_sealed(data)
    for read in READERS.values():
        messages = read(data)
        assert sets_in(messages) == [as_read(placed) for placed in session.sets]
        (activity,) = messages["activity"]
        assert activity["local_timestamp"] - activity["timestamp"] == session.utc_offset.total_seconds()


def test_it_is_laid_out_as_a_watch_lays_it_out(shared_data: Path) -> None:
    """But for titles, units and laps, which that watch leaves out, nothing is in our file that is not in its."""
    watch = by_fitdecode((shared_data / "runfiles" / "fit" / "strength_fr965_27sets.fit").read_bytes())
    ours = by_fitdecode(write(EVENING))
    assert ours.keys() - watch.keys() == {"exercise_title", "lap"}
    for kind in (0, 1):
        mine, its = (
            {name for row in messages["set"] if row["set_type"] == kind for name in row} for messages in (ours, watch)
        )
        assert mine - its <= {"weight_display_unit", "wkt_step_index"}
    for name in ("session", "activity", "event", "file_id"):
        assert {*ours[name][0]} - {*watch[name][0]} <= {"product", "product_name"}
    for name in ("sport", "sub_sport", "event", "event_type", "trigger"):
        assert ours["session"][0][name] == watch["session"][0][name]


def test_the_same_session_is_the_same_file() -> None:
    assert write(EVENING) == write(EVENING)


def test_our_own_import_sees_strength_with_its_sets_and_no_run() -> None:
    (activity,) = fit.read(write(EVENING))
    assert (activity.sport, activity.start, activity.seconds) == ("strength", START, 1800)
    assert (activity.metres, activity.utc_offset_seconds, activity.warnings) == (None, 3600, ())
    assert [(one.exercise, one.reps, one.kg, one.seconds) for one in activity.sets] == [
        (placed.set.exercise.title, None if placed.set.timed else placed.set.total, placed.set.kg, placed.seconds)
        for placed in EVENING.sets
    ]
    assert activity.sets[0].guesses == (Guess(28, 37),)
    assert activity.sets[-1].guesses == ()
