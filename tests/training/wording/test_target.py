import pytest

from training.plan.progression.sets import TargetRule
from training.units import IMPERIAL, METRIC
from training.wording.target import SENTENCES, numerals, why

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


@pytest.mark.parametrize("rule", TargetRule)
def test_every_rule_has_a_sentence_with_nothing_left_open(rule: TargetRule) -> None:
    found = why(explained(rule), METRIC)
    assert found is not None
    assert "%" not in found.text.replace("10 %", "").replace("12.5 %", "")
    assert found.evidence == ("E38",)


def test_no_sentence_is_without_its_rule() -> None:
    assert SENTENCES.keys() == set(TargetRule)


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
