from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from training.plan.adherence import Kept, Outcome, adherence

MONDAY = date(2026, 11, 23)
MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=number) for number in range(7))
WEEKDAYS = st.sets(st.sampled_from([MON, TUE, WED, THU, FRI, SAT, SUN]))


@for_every(
    ("advised", "trained", "moved", "expected"),
    [
        pytest.param([], [TUE], {}, [], id="nothing was recommended"),
        pytest.param([TUE, FRI], [TUE, FRI], {}, [Kept(TUE, Outcome.MET, TUE), Kept(FRI, Outcome.MET, FRI)], id="met"),
        pytest.param(
            [TUE, FRI], [], {}, [Kept(TUE, Outcome.LEFT_OUT), Kept(FRI, Outcome.LEFT_OUT)], id="both left out"
        ),
        pytest.param(
            [TUE, FRI],
            [WED, FRI],
            {},
            [Kept(TUE, Outcome.MOVED, WED), Kept(FRI, Outcome.MET, FRI)],
            id="one a day later",
        ),
        pytest.param(
            [TUE, FRI],
            [SAT],
            {},
            [Kept(TUE, Outcome.MOVED, SAT), Kept(FRI, Outcome.LEFT_OUT)],
            id="one session stands for one day",
        ),
        pytest.param(
            [TUE, FRI],
            [SAT],
            {FRI: SAT},
            [Kept(TUE, Outcome.LEFT_OUT), Kept(FRI, Outcome.MOVED, SAT)],
            id="the one that was moved by hand",
        ),
        pytest.param(
            [TUE, FRI],
            [TUE, SAT],
            {TUE: SAT},
            [Kept(TUE, Outcome.MET, TUE), Kept(FRI, Outcome.MOVED, SAT)],
            id="a day that was trained on after all is met",
        ),
        pytest.param(
            [TUE], [MON, TUE, SAT], {}, [Kept(TUE, Outcome.MET, TUE)], id="more than recommended changes nothing"
        ),
    ],
)
def test_what_became_of_the_days(
    advised: list[date], trained: list[date], moved: dict[date, date], expected: list[Kept]
) -> None:
    assert adherence(advised, trained, moved=moved) == expected


@given(advised=WEEKDAYS, trained=WEEKDAYS, moved=st.dictionaries(st.sampled_from([MON, WED, FRI]), st.just(SUN)))
def test_law_every_day_once_and_every_session_once(
    advised: set[date], trained: set[date], moved: dict[date, date]
) -> None:
    found = adherence(advised, trained, moved=moved)
    assert [one.day for one in found] == sorted(advised)
    used = [one.on for one in found if one.on]
    assert len(used) == len(set(used))
    assert {*used} <= trained
    assert {one.day for one in found if one.outcome is Outcome.MET} == advised & trained
    # Nothing is left out while a session is free to stand for it.
    assert len(used) == min(len(advised), len(trained))
