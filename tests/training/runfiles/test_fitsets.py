"""Sets in FIT: of files made to order and of real watches."""

import json

from tests.cases import for_every
from tests.training.runfiles.samples import make_fit
from training.runfiles import fit
from training.runfiles.fitsets import sets_of
from training.runfiles.sets import Guess


def test_sets_are_read_without_their_rests():
    (session,) = fit.read(make_fit(sport="training", sub_sport="strength_training", sets=3))
    assert [(one.exercise, one.reps, one.kg, one.seconds) for one in session.sets] == [("", 10, 20, 30)] * 3
    assert session.sets[0].guesses == (Guess(28, 37),)


def test_only_strength_has_sets():
    (session,) = fit.read(make_fit(sport="training", sets=3))
    assert session.sets == ()


def test_rests_are_left_out_and_sets_put_in_order():
    messages = [
        {"set_type": "active", "start_time": 30, "repetitions": 0, "weight": 0.0, "category": [65534, 7, 0]},
        {"set_type": "rest", "start_time": 20},
        {"set_type": 1, "start_time": 10, "category": "squat", "category_subtype": [61], "wkt_step_index": 3},
    ]
    first, second = sets_of(messages, [{"message_index": 3, "wkt_step_name": " Box  squat"}])
    assert (first.exercise, first.guesses) == ("Box squat", (Guess(28, 61),))
    assert (second.exercise, second.reps, second.kg, second.guesses) == ("", 0, None, (Guess(7), Guess(0)))


@for_every("value", [None, "x", float("nan"), -1, [1], 1e9, True])
def test_values_that_are_none_are_left_out(value):
    (one,) = sets_of([{"set_type": "active", "repetitions": value, "weight": value, "wkt_step_index": value}], [])
    assert (one.reps, one.kg, one.exercise) == (None, None, "")


def test_real_watches(shared_data):
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    strength = [name for name, known in truth.items() if known.get("strength_sessions")]
    yoga = [name for name in truth if name.startswith("fit/yoga")]
    assert len(strength) >= 3
    assert len(yoga) == 2
    for name in [*strength, *yoga]:
        known = truth[name]
        activities = fit.read((shared_data / "runfiles" / name).read_bytes())
        sets = [one for activity in activities for one in activity.sets]
        assert len(sets) == (0 if name in yoga else known["sets_active"])
        for one, first in zip(sets, known.get("first_active_sets", []), strict=False):
            assert (one.reps, one.seconds, one.kg or 0) == (first["reps"], first["duration_s"], first["weight_kg"] or 0)
            assert [guess.category for guess in one.guesses] == [n for n in first["category"] if n != 65534]
        if "reps_total" in known and name in strength:
            assert sum(one.reps or 0 for one in sets) == known["reps_total"]
            assert sum(one.kg is not None for one in sets) == known["sets_with_weight"]
