"""A chosen day in one line."""

import pytest

from tests.training.plan.weeks import MON, MONDAY, coming, guessed_week, inferred_week
from training.plan.week import Kind, Outlook
from training.wording.headlines import headline, what_is_next


@pytest.mark.parametrize(
    ("week", "text"),
    [
        pytest.param(
            "rest easy hard easy rest easy long", "No run that day, 2 days before a hard run.", id="a day without a run"
        ),
        pytest.param(
            "easy hard rest rest rest rest rest",
            "An easy run that day, the day before a hard run.",
            id="the day before",
        ),
        pytest.param(
            "hard rest rest rest rest rest long",
            "After that day's hard run, 6 days before your long run.",
            id="a hard day",
        ),
        pytest.param(
            "easy easy easy easy easy easy easy", "An easy run that day, with nothing hard close by.", id="all is easy"
        ),
    ],
)
def test_the_first_day_of_a_week(week: str, text: str) -> None:
    assert headline(MONDAY, coming(week)) == text


def test_a_guess_says_no_more_than_that() -> None:
    assert headline(MONDAY, guessed_week()) == "A guess, until your runs are in."


def test_a_run_that_is_done_is_not_expected() -> None:
    week = coming("easy rest rest rest rest rest rest")
    logged = Outlook.certain(MONDAY, Kind.EASY, source="logged")
    week = type(week)((logged, *week.days[1:]), week.before, week.after)
    assert headline(MONDAY, week).startswith("The easy run is done,")


def test_what_is_uncertain_is_called_so() -> None:
    week = inferred_week()
    thursday = week.days[3]
    assert headline(thursday.day, week).startswith("Perhaps an easy run that day,")
    assert what_is_next(week.window[MON + 3 :]).endswith("your long run")
