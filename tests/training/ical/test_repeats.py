from datetime import UTC, date, datetime, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]
from hypothesis import given
from hypothesis import strategies as st

from training.ical.repeats import LONGEST_COUNT, WEEKDAYS, Repeat, UnreadableRepeat, weekday_of

MONDAY = date(2026, 3, 2)
NAMES = list(WEEKDAYS)


def test_every_monday_and_thursday_from_now_on() -> None:
    found = Repeat("WEEKLY", by_day=((0, 0), (0, 3))).days(MONDAY, MONDAY, MONDAY + timedelta(days=13))
    assert list(found) == [date(2026, 3, 2), date(2026, 3, 5), date(2026, 3, 9), date(2026, 3, 12)]


def test_a_count_counts_from_the_start() -> None:
    repeat = Repeat("DAILY", count=5)
    assert list(repeat.days(MONDAY, MONDAY + timedelta(days=3), date(2027, 1, 1))) == [
        date(2026, 3, 5),
        date(2026, 3, 6),
    ]


def test_the_last_sunday_of_a_month() -> None:
    found = Repeat("MONTHLY", by_day=((-1, 6),)).days(date(2026, 3, 29), MONDAY, date(2026, 6, 1))
    assert list(found) == [date(2026, 3, 29), date(2026, 4, 26), date(2026, 5, 31)]


def test_the_first_day_counts_even_where_the_rule_does_not_name_it() -> None:
    assert next(Repeat("WEEKLY", by_day=((0, 3),)).days(MONDAY, MONDAY, date(2026, 4, 1))) == MONDAY


@pytest.mark.parametrize(
    "parts",
    [
        {"frequency": "HOURLY"},
        {"frequency": "DAILY", "interval": 0},
        {"frequency": "WEEKLY", "by_day": ((2, 1),)},
        {"frequency": "YEARLY", "by_day": ((2, 1),)},
    ],
    ids=["within a day", "no interval", "the second Tuesday of a week", "the second Tuesday of a year"],
)
def test_refused(parts: dict[str, object]) -> None:
    with pytest.raises(UnreadableRepeat):
        Repeat(**parts)  # type: ignore[arg-type]


def test_a_count_from_long_ago_is_refused() -> None:
    start = MONDAY - LONGEST_COUNT - timedelta(days=1)
    with pytest.raises(UnreadableRepeat):
        list(Repeat("DAILY", count=9999).days(start, MONDAY, MONDAY))


def test_weekdays() -> None:
    assert [weekday_of("MO"), weekday_of("2TU"), weekday_of("-1SU")] == [(0, 0), (2, 1), (-1, 6)]
    with pytest.raises(UnreadableRepeat):
        weekday_of("XX")


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


@st.composite
def rules(draw: st.DrawFn) -> tuple[Repeat, str]:
    """A rule of ours and the same in the words of RFC 5545."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    interval = draw(st.integers(1, 5))
    text = f"FREQ={frequency};INTERVAL={interval}"
    by_day: tuple[tuple[int, int], ...] = ()
    if frequency in ("DAILY", "WEEKLY", "MONTHLY") and draw(st.booleans()):
        # Of "MO,1MO" the other one reads the second alone.
        nth = st.sampled_from([1, 2, -1]) if frequency == "MONTHLY" and draw(st.booleans()) else st.just(0)
        by_day = tuple(draw(st.lists(st.tuples(nth, st.integers(0, 6)), min_size=1, max_size=3, unique=True)))
        text += ";BYDAY=" + ",".join(f"{nth or ''}{NAMES[weekday]}" for nth, weekday in by_day)
    count = draw(st.none() | st.integers(1, 40))
    starts = draw(st.sampled_from([0, 6]))
    text += (f";COUNT={count}" if count else "") + f";WKST={NAMES[starts]}"
    return Repeat(frequency, interval, count, None, by_day, week_starts_on=starts), text


@given(rules(), st.dates(date(2025, 1, 1), date(2026, 12, 31)), st.integers(0, 60))
def test_the_days_are_those_of_another_implementation(rule: tuple[Repeat, str], near: date, later: int) -> None:
    repeat, text = rule
    # The start is a day of the rule: where it is not, implementations differ.
    start = next((day for n in range(400) if repeat.names(day := near + timedelta(days=n), day)), None)
    if start is None:
        return
    first, last = start + timedelta(days=later), start + timedelta(days=later + 182)
    theirs = rrulestr(text, dtstart=midnight(start))
    window = midnight(first), midnight(last)
    assert list(repeat.days(start, first, last)) == [moment.date() for moment in theirs.between(*window, inc=True)]
