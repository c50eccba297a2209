"""The rules of tests/schema_org.py find what is wrong."""

from typing import Any

import pytest

from tests.schema_org import faults

QUANTITY = {"@type": "QuantitativeValue"}
PLAN = {
    "@type": "ExercisePlan",
    "name": "Squat",
    "exerciseType": "Strength training",
    "category": "https://schema.org/StrengthTraining",
    "repetitions": {"@type": "QuantitativeValue", "minValue": 10, "maxValue": 15, "unitText": "reps"},
    "restPeriods": {"@type": "QuantitativeValue", "value": 75, "unitCode": "SEC"},
    "activityFrequency": {"@type": "QuantitativeValue", "value": 2, "unitText": "a week"},
    "additionalVariable": "Sets: 3",
}


def test_what_keeps_the_rules_has_no_fault() -> None:
    assert faults([PLAN]) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"name": ""}, "ExercisePlan: needs name"),
        ({"sets": 3}, "ExercisePlan: has no property sets"),
        ({"category": "Strength"}, "ExercisePlan: category is no kind of physical activity"),
        ({"activityDuration": "PT30S"}, "ExercisePlan: needs repetitions or activityDuration, not both"),
        ({"url": "/exercises/squat/"}, "ExercisePlan: url is no whole address: /exercises/squat/"),
        ({"restPeriods": QUANTITY | {"value": 75}}, "QuantitativeValue: needs a unit"),
        (
            {"restPeriods": {"@type": "QuantitativeValue", "unitCode": "SEC"}},
            "QuantitativeValue: needs a value or both ends",
        ),
        ({"image": {"@type": "Picture"}}, "Picture: no type that we know"),
    ],
)
def test_a_fault_is_found_however_deep(change: dict[str, Any], fault: str) -> None:
    assert faults([PLAN | change]) == [fault]
