"""The vocabulary of a running week."""

from datetime import date, timedelta

import pytest

from tests.cases import for_every
from training.plan.week import ComingWeek, Kind, Outlook, monday_of, severest

MONDAY = date(2026, 11, 23)


def days(first: int, count: int, **outlook) -> tuple[Outlook, ...]:
    return tuple(Outlook.certain(MONDAY + timedelta(days=first + n), Kind.EASY, **outlook) for n in range(count))


def test_kinds_grow_more_severe():
    assert sorted(Kind, key=lambda kind: kind.severity) == list(Kind)
    assert severest([Kind.EASY, Kind.LONG, Kind.HARD]) is Kind.LONG
    assert severest([]) is Kind.REST


def test_a_week_begins_on_monday():
    assert {monday_of(MONDAY + timedelta(days=day)) for day in range(7)} == {MONDAY}


def test_a_day_is_free_when_rest_is_as_likely_as_not():
    assert Outlook(MONDAY, {Kind.REST: 0.5, Kind.HARD: 0.5}).free
    assert not Outlook(MONDAY, {Kind.REST: 0.49, Kind.HARD: 0.51}).free


def test_of_two_kinds_as_likely_the_severer_is_named():
    assert Outlook(MONDAY, {Kind.HARD: 0.4, Kind.EASY: 0.4, Kind.REST: 0.2}).likeliest is Kind.HARD


def test_the_window_holds_two_days_on_either_side():
    week = ComingWeek(days(0, 7), days(-2, 2), days(7, 2))
    assert [outlook.day - week.start for outlook in week.window] == [timedelta(days=n) for n in range(-2, 9)]


@for_every(
    ("horizon", "before", "after", "message"),
    [
        pytest.param(days(0, 6), days(-2, 2), days(6, 2), "seven days", id="six days are no week"),
        pytest.param(days(0, 7), days(-1, 1), days(7, 2), "two days", id="a day of context is missing"),
        pytest.param(days(0, 7), days(-3, 2), days(7, 2), "follow one another", id="a gap before day 0"),
    ],
)
def test_a_week_with_missing_days_is_refused(horizon, before, after, message):
    with pytest.raises(ValueError, match=message):
        ComingWeek(horizon, before, after)


@for_every(
    ("source", "sparse", "regularity", "label", "conditional"),
    [
        pytest.param("planned", True, 0.0, "planned", False, id="a plan needs no history"),
        pytest.param("inferred", False, 0.8, "inferred", False, id="a regular runner is foreseen"),
        pytest.param("inferred", False, 0.54, "inferred", True, id="without a pattern the words are conditional"),
        pytest.param("guess", True, 0.0, "guess", False, id="too few runs give a guess"),
    ],
)
def test_how_honest_a_week_is(source, sparse, regularity, label, conditional):
    week = ComingWeek(
        days(0, 7, source=source), days(-2, 2), days(7, 2), regularity=regularity, usable_weeks=8, sparse=sparse
    )
    assert (week.label, week.conditional) == (label, conditional)
