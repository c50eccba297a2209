from datetime import date, timedelta

import pytest

from training.models import Run
from training.models.week import KindSum, WeekSummary
from training.units import IMPERIAL, METRIC
from training.wording.weeks import bar, in_words, month, picture

EASY, LONG, CROSS = (
    KindSum(Run.Kind.EASY, 3, 24000, 8640),
    KindSum(Run.Kind.LONG, 1, 16093.44, 6000),
    KindSum(Run.Kind.CROSS, 1, 30000, 3600),
)
NEWER = WeekSummary(date(2026, 11, 23), sessions=1, kinds=(EASY,))
OLDER = WeekSummary(date(2026, 11, 16), sessions=2, kinds=(EASY, LONG, CROSS))


def test_in_words() -> None:
    assert in_words([NEWER, OLDER], target=2, units=METRIC) == (
        "2 weeks from 16 November 2026 to 29 November 2026: 3 strength sessions and 64.1 km in 7 runs. "
        "The target of 2 was met in 1 of 2. Most running: 40.1 km in the week of 16 November."
    )


def test_weeks_without_a_run_have_no_longest() -> None:
    assert "Most running" not in in_words([WeekSummary(date(2026, 11, 23))], target=2, units=METRIC)


def test_bars_are_in_the_runners_unit_and_without_cross_training() -> None:
    week = bar(OLDER, date(2026, 11, 23), IMPERIAL)
    assert week.runs == pytest.approx({"easy": 24000 / 1609.344, "long": 10.0})
    assert (week.sessions, week.current) == (2, False)
    assert bar(NEWER, date(2026, 11, 23), IMPERIAL).current


@pytest.mark.parametrize(
    ("first", "is_first", "name"),
    [
        pytest.param(date(2026, 11, 16), False, "", id="no month begins"),
        pytest.param(date(2026, 6, 1), False, "Jun", id="the week begins with the month"),
        pytest.param(date(2026, 8, 31), False, "Sep", id="the month begins within the week"),
        pytest.param(date(2026, 9, 7), True, "Sep", id="the first week of a picture names its month"),
        pytest.param(date(2026, 9, 21), True, "", id="unless the next one needs the room"),
    ],
)
def test_month(first: date, is_first: bool, name: str) -> None:
    assert month(WeekSummary(first), is_first=is_first) == name


def test_every_kind_of_run_can_be_drawn() -> None:
    weeks = [
        WeekSummary(date(2026, 11, 23) - timedelta(days=7 * n), kinds=(KindSum(kind, 1, 9000, 3000),))
        for n, kind in enumerate(Run.Kind)
    ]
    assert picture(weeks, this_week=date(2026, 11, 23), target=2, units=METRIC).startswith("<svg")
