import re
from datetime import date

import pytest
from django.utils import translation

from tests.cases import for_every
from training.plan.load import Spike
from training.plan.rules import RULES, Reason, because
from training.plan.week import RunFacts
from training.units import IMPERIAL, METRIC
from training.wording.days import SENTENCES, SKIPPED, in_words, say, sentence, spike_sentence

# A value for every fact that a rule may carry.
FACTS = {
    "weekday": 3,
    "kind": "easy",
    "probability": 0.8,
    "source": "inferred",
    "seen": 7,
    "weeks": 8,
    "minutes": 45.0,
    "wished_minutes": 35,
    "run_minutes": 70.0,
    "least_minutes": 20,
    "percent": 23.4,
    "times": 3,
    "missing": 1,
    "wanted": 2,
    "gaps": (3, 4),
    "free": 4,
    "site": "left shin",
    "km": 21.1,
    "priority": "A",
    "race_on": date(2026, 11, 29),
    "session_on": date(2026, 11, 23),
    "days": 1,
    "chosen": (1, 4),
    "extra": 1.5,
    "cap": 2,
    "target": 3,
    "sessions": 4,
    "regularity": 0.4,
    "weekdays": (0, 2),
    "pain": 4,
    "done": (1, 0),
    "well_on": date(2026, 11, 23),
    "moved_from": date(2026, 11, 26),
    "why": "tired",
}


@for_every("rule", RULES)
def test_every_rule_has_a_whole_sentence(rule: str) -> None:
    facts = {name: FACTS[name] for name in RULES[rule].facts}
    text = say(because(rule, **facts), METRIC)
    assert text[0].isupper() or text[0].isdigit()
    assert text.endswith(".")
    assert "%(" not in text
    assert "  " not in text


def test_there_is_no_sentence_without_a_rule() -> None:
    assert set(SENTENCES) == set(RULES)


@for_every("rule", SENTENCES)
def test_a_sentence_promises_nothing(rule: str) -> None:
    assert not re.search(r"\b(safe|guarantee|prevents|cleared|!)", str(SENTENCES[rule]), re.IGNORECASE)


def test_a_weekday_is_a_name_and_how_often_it_was_so_is_said() -> None:
    reason = because(
        "day-before-hard", 6.0, weekday=2, kind="hard", probability=0.9, source="inferred", seen=7, weeks=8
    )
    assert say(reason, METRIC) == (
        "A hard run follows on Wednesday (in 7 of your last 8 weeks): legs that lifted the day before tire sooner."
    )


def test_a_planned_day_needs_no_count() -> None:
    assert in_words({"source": "planned", "seen": 0, "weeks": 0}, METRIC)["known"] == ""


def test_a_race_distance_stands_in_the_runners_units() -> None:
    reason = because("race-soon", race_on=date(2026, 11, 29), km=10.0, priority="A", days=3)
    assert say(reason, METRIC).startswith("Your race of 10.0 km is 3 days away")
    assert say(reason, IMPERIAL).startswith("Your race of 6.2 mi is 3 days away")


def test_one_day_is_singular() -> None:
    assert "1 day away" in say(because("race-soon", race_on=None, km=None, priority="B", days=1), METRIC)


def test_a_sentence_carries_its_evidence() -> None:
    words = sentence(because("keep-it-short-before-hard", weekday=1, kind="hard"), METRIC)
    assert words.evidence == ("E11",)
    assert words.text.startswith("Keep it to 2 sets")


def test_words_follow_the_active_language() -> None:
    reason = Reason("too-soon-after-session", 0.0, {"session_on": date(2026, 11, 23), "days": 1}, ("E10",))
    with translation.override("de"):
        assert "Montag" in say(reason, METRIC)


def test_what_is_less_likely_than_not_is_called_so() -> None:
    facts = {"weekday": 2, "kind": "hard", "probability": 0.3, "source": "inferred", "seen": 2, "weeks": 8}
    assert "Wednesday, perhaps (in 2 of your last 8 weeks)" in say(because("day-before-hard", 1.8, **facts), METRIC)


@pytest.mark.parametrize("code", SKIPPED)
def test_every_reason_to_skip_is_said_without_blame(code: str) -> None:
    assert say(because("skipped", why=code), METRIC).endswith("Nothing is owed.")


def test_a_long_run_spike_stands_in_the_runners_units() -> None:
    spike = Spike(RunFacts(date(2026, 11, 22), 7200, 24000.0), 19000.0, 26.3)
    assert spike_sentence(spike, METRIC).text.startswith("Sunday's run of 24.0 km was 26 % longer")
    assert "(11.8 mi)" in spike_sentence(spike, IMPERIAL).text
