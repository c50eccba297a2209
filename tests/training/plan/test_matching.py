from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.load import Classified, Confidence
from training.plan.matching import Difference, Match, Outcome, Planned, match
from training.plan.week import Kind, RunFacts

MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY, SUNDAY = (MONDAY + timedelta(days=n) for n in (1, 2, 6))
LATER = MONDAY + timedelta(days=14)


def run(
    day: date,
    kind: Kind = Kind.EASY,
    km: float | None = 8,
    minutes: float = 48,
    confidence: Confidence = "high",
    number: int = 0,
) -> Classified:
    facts = RunFacts(day, 60 * minutes, None if km is None else 1000 * km, id=number)
    effort = Kind.EASY if kind is Kind.LONG else kind
    return Classified(facts, kind, effort, kind is Kind.LONG, "told", confidence, {}, 0, True, None)


def planned(day: date, kind: Kind = Kind.EASY, km: float | None = 8, minutes: float | None = None) -> Planned:
    return Planned(day, kind, None if km is None else 1000 * km, minutes)


def words(found: tuple[Match, ...]) -> list[str]:
    """as-planned; harder longer; missed; +1 where it was moved."""
    return [
        " ".join([*(one.differences or [one.outcome.value]), *([f"{one.moved_by:+}"] if one.moved_by else [])])
        for one in found
    ]


@for_every(
    ("plan", "done", "expected"),
    [
        pytest.param([planned(TUESDAY)], [run(TUESDAY)], ["as-planned"], id="run as planned"),
        pytest.param([planned(TUESDAY)], [run(TUESDAY, km=9.5)], ["as-planned"], id="a little longer is as planned"),
        pytest.param([planned(TUESDAY)], [run(TUESDAY, km=11)], ["longer"], id="longer"),
        pytest.param([planned(TUESDAY)], [run(TUESDAY, km=5)], ["shorter"], id="shorter"),
        pytest.param([planned(TUESDAY, km=None, minutes=30)], [run(TUESDAY)], ["longer"], id="longer by time"),
        pytest.param([planned(TUESDAY, km=None)], [run(TUESDAY, km=20)], ["as-planned"], id="an open length"),
        pytest.param([planned(TUESDAY)], [run(TUESDAY, Kind.HARD)], ["harder"], id="harder"),
        pytest.param(
            [planned(TUESDAY)], [run(TUESDAY, Kind.HARD, confidence="low")], ["as-planned"], id="a guess is not harder"
        ),
        pytest.param([planned(TUESDAY, Kind.HARD)], [run(TUESDAY)], ["easier"], id="easier"),
        pytest.param(
            [planned(TUESDAY, Kind.HARD)],
            [run(TUESDAY, confidence="medium")],
            ["as-planned"],
            id="intervals may hide in an easy pace",
        ),
        pytest.param([planned(TUESDAY)], [], ["missed"], id="not run"),
        pytest.param([], [run(TUESDAY)], ["extra"], id="not on the plan"),
        pytest.param([planned(TUESDAY, Kind.REST)], [], [], id="rest that was kept is nothing to match"),
        pytest.param([planned(TUESDAY, Kind.REST)], [run(TUESDAY)], ["extra"], id="a run on a rest day"),
        pytest.param([planned(TUESDAY)], [run(WEDNESDAY)], ["as-planned +1"], id="moved by a day"),
        pytest.param([planned(TUESDAY)], [run(MONDAY)], ["as-planned -1"], id="moved ahead by a day"),
        pytest.param(
            [planned(SUNDAY)], [run(SUNDAY + timedelta(days=1))], ["missed", "extra"], id="not into another week"
        ),
        pytest.param([planned(TUESDAY)], [run(TUESDAY + timedelta(days=2))], ["missed", "extra"], id="not by two days"),
        pytest.param(
            [planned(TUESDAY, Kind.LONG, 22)], [run(WEDNESDAY, km=5)], ["missed", "extra"], id="another run next day"
        ),
        pytest.param(
            [planned(TUESDAY, Kind.RACE, 10)],
            [run(WEDNESDAY, Kind.HARD, 10)],
            ["missed", "extra"],
            id="a race stays where it is",
        ),
        pytest.param(
            [planned(TUESDAY, Kind.CROSS)], [run(WEDNESDAY)], ["missed", "extra"], id="a run is no moved ride"
        ),
        pytest.param(
            [planned(TUESDAY), planned(WEDNESDAY, Kind.HARD, 10)],
            [run(WEDNESDAY, Kind.HARD, 10), run(WEDNESDAY, Kind.EASY, 8)],
            ["as-planned +1", "as-planned"],
            id="each goes with its like",
        ),
        pytest.param(
            [planned(TUESDAY)], [run(TUESDAY, km=3), run(TUESDAY, km=8)], ["as-planned", "extra"], id="the nearer one"
        ),
        pytest.param(
            [replace(planned(TUESDAY, Kind.LONG, 20), hard=True)],
            [run(TUESDAY, Kind.HARD, 20)],
            ["as-planned"],
            id="a long run with hard parts is hard",
        ),
    ],
)
def test_match(plan: list[Planned], done: list[Classified], expected: list[str]) -> None:
    assert words(match(plan, done, today=LATER)) == expected


def test_what_is_still_to_come_is_not_missed() -> None:
    assert words(match([planned(TUESDAY), planned(WEDNESDAY)], [], today=WEDNESDAY)) == ["missed", "to-come"]


def test_weeks_from_sunday() -> None:
    moved = match([planned(SUNDAY)], [run(SUNDAY + timedelta(days=1))], today=LATER, week_starts_on=6)
    assert words(moved) == ["as-planned +1"]


days = st.integers(0, 13).map(lambda n: MONDAY + timedelta(days=n))
plans = st.lists(
    st.builds(
        Planned,
        days,
        st.sampled_from(Kind),
        st.none() | st.floats(1000, 40_000),
        st.none() | st.floats(10, 240),
        st.booleans(),
        st.integers(0, 1000),
    ),
    max_size=10,
)
logs = st.lists(
    st.builds(
        run,
        days,
        st.sampled_from([kind for kind in Kind if kind is not Kind.REST]),
        st.none() | st.floats(1, 40),
        st.floats(5, 300),
        st.sampled_from(["high", "medium", "low"]),
        st.integers(0, 1000),
    ),
    max_size=10,
)


@given(plans, logs, days)
def test_every_run_and_every_plan_stands_once(plan: list[Planned], done: list[Classified], today: date) -> None:
    found = match(plan, done, today=today)
    wanted = [one for one in plan if one.kind is not Kind.REST]
    assert Counter(map(repr, wanted)) == Counter(repr(one.planned) for one in found if one.planned)
    assert Counter(map(repr, done)) == Counter(repr(one.done) for one in found if one.done)


@given(plans, logs, days, st.randoms(use_true_random=True))
def test_the_order_is_irrelevant(plan: list[Planned], done: list[Classified], today: date, random: Random) -> None:
    shuffled_plan, shuffled_done = random.sample(plan, len(plan)), random.sample(done, len(done))
    assert match(plan, done, today=today) == match(shuffled_plan, shuffled_done, today=today)


@given(plans, logs, days)
def test_a_pair_is_of_one_week_and_at_most_a_day_apart(
    plan: list[Planned], done: list[Classified], today: date
) -> None:
    for one in match(plan, done, today=today):
        if one.planned and one.done:
            assert abs(one.moved_by) <= 1
            assert one.planned.day.isocalendar()[:2] == one.done.run.day.isocalendar()[:2]
            assert (one.outcome is Outcome.OTHERWISE) == bool(one.differences)
            assert not {Difference.LONGER, Difference.SHORTER} <= set(one.differences)
        else:
            assert one.outcome in (Outcome.MISSED, Outcome.TO_COME, Outcome.EXTRA)
            assert (one.outcome is Outcome.TO_COME) == bool(one.planned and one.planned.day >= today)
