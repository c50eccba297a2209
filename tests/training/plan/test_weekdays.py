"""What a weekday usually is: its own weeks, and the pull of the runner's days at large."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from training.plan.week import Kind
from training.plan.weekdays import FADE, LEAST_PULL, MOST_PULL, WEEKS_BACK, LoggedDay, Weekdays

MONDAY = date(2026, 11, 23)
TUE, THU = 1, 3
LETTERS = {"e": Kind.EASY, "h": Kind.HARD, "l": Kind.LONG, "x": Kind.CROSS}


def weekdays(*weeks: str, skip=()) -> Weekdays:
    """Weeks before a Monday, latest first, a letter a day: "-e-h-el"."""
    days = {
        MONDAY - timedelta(days=7 * back - day): LoggedDay(LETTERS[letter], False, 40)
        for back, week in enumerate(weeks, start=1)
        for day, letter in enumerate(week)
        if letter != "-"
    }
    return Weekdays(days, MONDAY, skip, min(days, default=None), len(days))


def own_weight(weeks: int) -> float:
    return sum(FADE**week for week in range(weeks))


def pull_of(got: Weekdays, weekday: int, kind: Kind, count: float, share: float) -> float:
    """The pull that the formula needs to give this probability."""
    chance = got.chances[weekday][kind]
    return (count - chance * own_weight(got.usable_weeks)) / (chance - share)


def test_a_fixed_week_is_told_by_its_weekdays():
    got = weekdays(*["-e-h-el"] * 8)
    weight = own_weight(8)
    assert got.chances[THU][Kind.HARD] == pytest.approx((weight + LEAST_PULL / 7) / (weight + LEAST_PULL))
    assert got.regularity > 0.92


def test_weekdays_that_differ_by_chance_only_are_told_by_the_share():
    got = weekdays("e--e---", "-e--e--", "--e--e-", "---e--e", "e---e--", "-e---e-", "--e---e", "e--e---")
    share = sum(FADE**week for week in range(8)) * 2 / 7 / own_weight(8)
    assert pull_of(got, TUE, Kind.EASY, FADE + FADE**5, share) == pytest.approx(MOST_PULL)


def test_the_latest_weeks_count_most():
    got = weekdays("-e-h---", "-h-h---", "-e-h---")
    assert got.chances[TUE][Kind.EASY] > 1.5 * got.chances[TUE][Kind.HARD]


def test_more_of_the_same_weeks_need_less_caution():
    few, many = weekdays(*["-e-h-el", "-e-e-el"] * 2), weekdays(*["-e-h-el", "-e-e-el"] * 6)
    assert few.chances[TUE][Kind.EASY] < many.chances[TUE][Kind.EASY]


def test_a_single_week_says_little_of_its_weekdays():
    got = weekdays("-e-h-el")
    assert got.sparse
    assert max(got.chances[TUE].values()) == got.chances[TUE][Kind.REST]


def test_nothing_is_remembered_beyond_sixteen_weeks():
    got = weekdays(*["-e-----"] * 20)
    assert got.usable_weeks == WEEKS_BACK


@given(st.lists(st.text("ehlx-", min_size=7, max_size=7), min_size=2, max_size=9))
def test_one_pull_within_its_bounds_explains_every_chance(weeks):
    got = weekdays(*weeks)
    if not got.chances:
        return
    n = got.usable_weeks
    total = own_weight(n)
    counts = {
        (day, kind): sum(weight for weight, logged in got.by_weekday[day] if logged.kind is kind)
        for day in range(7)
        for kind in got.chances[0]
    }
    shares = {kind: sum(counts[day, kind] for day in range(7)) / total / 7 for kind in got.chances[0]}
    pulls = [
        pull_of(got, day, kind, count, shares[kind])
        for (day, kind), count in counts.items()
        if abs(got.chances[day][kind] - shares[kind]) > 1e-6
    ]
    assert all(sum(chances.values()) == pytest.approx(1) for chances in got.chances.values())
    assert all(pull == pytest.approx(pulls[0], rel=1e-4) for pull in pulls)
    assert all(LEAST_PULL * 0.999 <= pull <= MOST_PULL * 1.001 for pull in pulls)
