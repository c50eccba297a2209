from datetime import date, timedelta

import pytest

from training.models import Run
from training.models.step import Step
from training.models.week import KindSum, Summary
from training.plan.adherence import Kept, Outcome
from training.units import IMPERIAL, METRIC
from training.wording.weeks import Picture, days, kept_in_words

MONDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 29)
TODAY = date(2026, 11, 25)
WEEK = timedelta(days=7)
EASY, LONG, CROSS = (
    KindSum(Run.Kind.EASY, 3, 24000, 8640),
    KindSum(Run.Kind.LONG, 1, 16093.44, 6000),
    KindSum(Run.Kind.CROSS, 1, 30000, 3600),
)
NEWER = Summary(MONDAY, SUNDAY, sessions=1, kinds=(EASY,))
OLDER = Summary(MONDAY - WEEK, SUNDAY - WEEK, sessions=2, kinds=(EASY, LONG, CROSS))


def picture(*summaries: Summary, **other: object) -> Picture:
    return Picture(summaries, **{"today": TODAY, "target": 2, "units": METRIC} | other)  # type: ignore[arg-type]


def test_in_words() -> None:
    kept = [Kept(date(2026, 11, 16), Outcome.MET, date(2026, 11, 16)), Kept(date(2026, 11, 19), Outcome.LEFT_OUT)]
    assert picture(NEWER, OLDER, kept=kept).in_words() == (
        "16 November 2026 to 29 November 2026: 3 strength sessions and 64.1 km in 7 runs. "
        "The target of 2 was met in 1 of 2 weeks. Most running: 40.1 km in the week of 16 November. "
        "Of 2 recommended days 1 were met, 0 moved to another day, 1 left out."
    )


def test_weeks_without_a_run_have_no_longest() -> None:
    assert "Most running" not in picture(Summary(MONDAY, SUNDAY)).in_words()


def test_months_do_not_speak_of_weeks_on_target() -> None:
    november = Summary(date(2026, 11, 1), date(2026, 11, 30), sessions=9, kinds=(EASY,))
    assert picture(november, step=Step.MONTH).in_words() == (
        "1 November 2026 to 30 November 2026: 9 strength sessions and 24.0 km in 3 runs."
    )


def test_columns_are_in_the_runners_unit_and_without_cross_training() -> None:
    shown = picture(NEWER, OLDER, units=IMPERIAL)
    column = shown.column(OLDER)
    assert column.runs == pytest.approx({"easy": 24000 / 1609.344, "long": 10.0})
    assert (column.sessions, column.current) == (2, False)
    assert shown.column(NEWER).current


def test_columns_by_time_are_hours_and_need_no_distance() -> None:
    treadmill = Summary(MONDAY, SUNDAY, kinds=(KindSum(Run.Kind.EASY, 1, 0.0, 5400),))
    assert picture(treadmill, by_time=True).column(treadmill).runs == {"easy": 1.5}
    assert picture(treadmill).column(treadmill).runs == {}


def test_a_month_is_shown_as_its_mean_week_as_far_as_it_has_come() -> None:
    october = Summary(date(2026, 10, 1), date(2026, 10, 31), sessions=9, kinds=(EASY,))
    november = Summary(date(2026, 11, 1), date(2026, 11, 30), sessions=5)
    shown = picture(november, october, step=Step.MONTH)
    mean = shown.column(october)
    assert (mean.sessions, mean.runs["easy"]) == pytest.approx((9 * 7 / 31, 24 * 7 / 31))
    mean = shown.column(november)
    assert (mean.sessions, mean.runs, mean.current) == (pytest.approx(5 * 7 / 25), {}, True)


def test_what_became_of_recommended_days_is_in_its_week() -> None:
    kept = [
        Kept(date(2026, 11, 16), Outcome.MOVED, date(2026, 11, 17)),
        Kept(date(2026, 11, 19), Outcome.LEFT_OUT),
        Kept(date(2026, 11, 23), Outcome.LEFT_OUT),
    ]
    shown = picture(NEWER, OLDER, kept=kept)
    assert [(one.moved, one.left_out) for one in (shown.column(NEWER), shown.column(OLDER))] == [(0, 1), (1, 1)]


@pytest.mark.parametrize(
    ("first", "step", "label"),
    [
        pytest.param(date(2026, 11, 16), Step.WEEK, "", id="no month begins"),
        pytest.param(date(2026, 6, 1), Step.WEEK, "Jun", id="the week begins with the month"),
        pytest.param(date(2026, 8, 31), Step.WEEK, "Sep", id="the month begins within the week"),
        pytest.param(date(2026, 1, 1), Step.MONTH, "2026", id="a year begins with a month"),
        pytest.param(date(2026, 1, 1), Step.QUARTER, "2026", id="or with a quarter"),
        pytest.param(date(2026, 4, 1), Step.QUARTER, "", id="and with no other"),
    ],
)
def test_label(first: date, step: Step, label: str) -> None:
    assert picture(step=step).label(Summary(first, step.last_day(first))) == label


@pytest.mark.parametrize(
    ("first", "label"),
    [
        pytest.param(date(2026, 9, 7), True, id="the first week names its month"),
        pytest.param(date(2026, 9, 21), False, id="unless the next one needs the room"),
    ],
)
def test_the_first_column_is_named_where_there_is_room(first: date, label: bool) -> None:
    weeks = [Summary(day, day + timedelta(days=6)) for day in (first + n * WEEK for n in range(12))]
    assert (">Sep<" in picture(*weeks[::-1]).drawn()) is label


def test_every_kind_of_run_can_be_drawn() -> None:
    weeks = [
        Summary(MONDAY - n * WEEK, SUNDAY - n * WEEK, kinds=(KindSum(kind, 1, 9000, 3000),))
        for n, kind in enumerate(Run.Kind)
    ]
    assert picture(*weeks).drawn().startswith("<svg")


def test_columns_side_by_side_that_lead_to_one_place_share_a_door() -> None:
    shown = picture(NEWER, OLDER)
    first, second = shown.doors({NEWER.first: "/a/", OLDER.first: "/b/"})
    assert (first.first, first.last, first.address) == (0, 0, "/b/")
    assert first.name == "16 – 22 Nov: 2 strength sessions, 40.1 km"
    assert second.name == "23 – 29 Nov: 1 strength session, 24.0 km"
    old = Summary(date(2024, 1, 1), date(2024, 12, 31), sessions=80)
    assert shown.name([old]) == "1 Jan – 31 Dec 2024: 80 strength sessions"
    (both,) = shown.doors(dict.fromkeys([NEWER.first, OLDER.first], "/a/"))
    assert (both.first, both.last, both.name) == (0, 1, "16 – 29 Nov: 3 strength sessions, 64.1 km")


def test_days() -> None:
    assert days(date(2026, 11, 16), date(2026, 11, 22)) == "16 – 22 Nov"
    assert days(date(2026, 11, 30), date(2026, 12, 6)) == "30 Nov – 6 Dec"
    assert days(date(2025, 12, 1), date(2026, 12, 6)) == "1 Dec – 6 Dec"


def test_one_recommended_day() -> None:
    assert kept_in_words([Kept(MONDAY, Outcome.MET, MONDAY)]) == (
        "Of 1 recommended day 1 was met, 0 moved to another day, 0 left out."
    )
