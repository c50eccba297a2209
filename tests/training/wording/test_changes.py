"""What changed, in words."""

from datetime import date
from typing import get_args

import pytest

from tests.factories import RunFactory
from training.models import Runner
from training.plan.changes import Change, What
from training.wording.changes import SENTENCES, days_in_words, sentence, what_changed

TUESDAY = date(2026, 3, 3)


def test_every_change_has_a_sentence_and_no_other() -> None:
    assert set(SENTENCES) == set(get_args(What.__value__))


@pytest.mark.parametrize("what", SENTENCES)
def test_a_sentence_is_whole(what: What) -> None:
    text = sentence(Change(what, TUESDAY, "hard", "easy"))
    assert text.endswith(".")
    assert "%(" not in text
    assert "!" not in text


def test_a_run_says_why_it_counts_so(runner: Runner) -> None:
    facts = {"average_percent": 91.2, "peak_percent": 96.0, "hr_max": 190.0}
    run = RunFactory.create(
        runner=runner, kind="hard", kind_rule="heart-rate", kind_confidence="high", kind_facts=facts, avg_hr=173
    )
    change = Change("run-turned-out", TUESDAY, "hard", "easy", str(run.pk))
    assert what_changed([change], [run]) == (
        "Tuesday's run counted as hard: your average heart rate was 91 % of your maximum."
    )


def test_two_sentences_are_enough() -> None:
    missed, elsewhere = Change("session-missed", TUESDAY), Change("session-elsewhere", date(2026, 3, 4))
    said = what_changed([missed, elsewhere, Change("wishes-changed")], [])
    assert said == "Tuesday's strength did not happen; nothing is owed. You did strength on Wednesday."


def test_days_beyond_the_week_have_their_date() -> None:
    days = [date(2026, 3, 9), TUESDAY]
    assert days_in_words(days, after=date(2026, 3, 8)) == "Tuesday and Monday 9 Mar"
