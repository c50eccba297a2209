import json
from datetime import date, timedelta

import pytest

from tests.cases import for_every
from training.evaluation.cast import CAST
from training.evaluation.simulated import SimulatedRunner, simulate
from training.models.planned_movement import why_as_json
from training.plan.progression import RULES, Lift, Performance, RunnerState, SessionFacts, SetDone, session_targets
from training.plan.progression.sets import TargetRule
from training.units import IMPERIAL, METRIC
from training.wording.target import SENTENCES, numerals, why

DAY = date(2026, 3, 9)
FACTS = {
    "low": 10,
    "high": 15,
    "to_high": 18,
    "unit": "reps",
    "day": "2026-03-03",
    "amounts": [12, 12, 11],
    "kg": 20.0,
    "to_kg": 22.5,
    "best_kg": 25.0,
    "percent": 12.5,
    "step": 1,
    "days": 1,
    "pain": 4,
    "rir": 1,
}


def explained(rule: str, **facts: object) -> dict[str, object]:
    return {"rule": rule, "facts": {**FACTS, **facts}, "evidence": ["E38"]}


@for_every("rule", TargetRule)
def test_every_rule_has_a_sentence_with_nothing_left_open(rule: TargetRule) -> None:
    found = why(explained(rule), METRIC)
    assert found is not None
    assert "%" not in found.text.replace("10 %", "").replace("12.5 %", "")
    assert found.evidence == ("E38",)


def test_no_sentence_is_without_its_rule() -> None:
    assert SENTENCES.keys() == set(TargetRule)


@pytest.mark.parametrize("runner", CAST, ids=lambda runner: runner.name)
def test_every_target_of_a_simulated_runner_can_be_said(runner: SimulatedRunner) -> None:
    """With the facts that it really brings, and after they were kept as JSON."""
    for session in simulate(runner):
        for target in session.targets.values():
            found = why(json.loads(json.dumps(why_as_json(target.why, target.suggest))), IMPERIAL)
            assert found is not None
            assert "None" not in found.text
            assert found.evidence == target.why.evidence


HELD = {
    "a deload": RunnerState(DAY, tuple(SessionFacts(DAY - timedelta(days=ago)) for ago in range(34, 0, -3))),
    "ill": RunnerState(DAY, (SessionFacts(DAY - timedelta(days=3)),), ill=True),
    "a race": RunnerState(DAY, race=DAY + timedelta(days=9)),
    "pain told": RunnerState(DAY, pain=4),
    "one a week": RunnerState(DAY, (SessionFacts(DAY - timedelta(days=3)),) * 12, per_week=1),
    "the morning after": RunnerState(DAY, (SessionFacts(DAY - timedelta(days=3), morning="lingering"),)),
}


@pytest.mark.parametrize("state", HELD.values(), ids=HELD.keys())
def test_every_hold_can_be_said(state: RunnerState) -> None:
    done = Performance(DAY - timedelta(days=3), (SetDone(12, 40.0),) * 3)
    targets = session_targets([Lift(RULES["squat"], "back-squat", (done,))], state)
    found = why(why_as_json(targets["squat"].why, None), METRIC)
    assert found is not None
    assert "%(" not in found.text


@pytest.mark.parametrize(
    ("rule", "facts", "sentence"),
    [
        pytest.param(
            "climb", {}, "You met 12, 12 and 11, so each set grows by 1 rep, up to 15 reps.", id="one rep more"
        ),
        pytest.param(
            "climb",
            {"unit": "seconds", "step": 5, "high": 60, "amounts": [40]},
            "You met 40, so each set grows by 5 seconds, up to 60 seconds.",
            id="a hold",
        ),
        pytest.param(
            "raise",
            {},
            "All sets at 15 reps twice in a row: the load goes up to 22.5 kg, back to 10 reps.",
            id="more load",
        ),
        pytest.param("break-repeat", {}, "1 day since last time: the same numbers again.", id="one day"),
        pytest.param("break-repeat", {"days": 12}, "12 days since last time: the same numbers again.", id="many days"),
    ],
)
def test_the_facts_stand_in_the_sentence(rule: str, facts: dict[str, object], sentence: str) -> None:
    found = why(explained(rule, **facts), METRIC)
    assert found is not None
    assert found.text == sentence


def test_a_load_is_said_in_pounds() -> None:
    found = why(explained("raise", to_kg=IMPERIAL.to_kg(50)), IMPERIAL)
    assert found is not None
    assert "up to 50 lb" in found.text


def test_nothing_kept_says_nothing() -> None:
    assert why({}, METRIC) is None
    assert why({"rule": "of-another-time"}, METRIC) is None


@pytest.mark.parametrize(
    ("targets", "per_leg", "large"),
    [
        pytest.param([{"reps": 12, "kg": 20.0}] * 3, False, ("3 × 12", "20 kg", "reps"), id="alike, with a load"),
        pytest.param(
            [{"reps": 12, "kg": None}, {"reps": 11, "kg": None}], True, ("12 · 11", "", "reps per leg"), id="not alike"
        ),
        pytest.param([{"seconds": 40, "kg": None}] * 3, False, ("3 × 40", "", "seconds"), id="a hold"),
        pytest.param([{"seconds": 40, "kg": None}], True, ("1 × 40", "", "seconds a side"), id="a hold on each side"),
        pytest.param(
            [{"reps": 8, "kg": 20.0}, {"reps": 8, "kg": 22.5}], False, ("2 × 8", "20–22.5 kg", "reps"), id="two loads"
        ),
    ],
)
def test_a_target_in_large(targets: list[dict[str, object]], per_leg: bool, large: tuple[str, str, str]) -> None:
    found = numerals(targets, per_leg=per_leg, units=METRIC)
    assert (found.amounts, found.load, found.unit) == large
