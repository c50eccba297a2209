"""When a week is a deload."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from tests.training.plan.lifts import TODAY
from training.plan.progression import RunnerState, SessionFacts
from training.plan.progression.deload import cut_backs, deload

DAY = timedelta(days=1)


def trained(*agos: int, deloads: tuple[int, ...] = (), **facts: object) -> RunnerState:
    """Sessions so many days ago, of which some belonged to a deload."""
    days = sorted({*agos, *deloads}, reverse=True)
    sessions = tuple(SessionFacts(TODAY - ago * DAY, "A", deload=ago in deloads) for ago in days)
    return replace(RunnerState(TODAY, sessions), **facts)  # type: ignore[arg-type]


def rule(state: RunnerState, stepping_back: int = 0) -> str | None:
    hold = deload(state, stepping_back)
    return hold.rule if hold else None


# Mondays and Thursdays.
WEEKS_3, WEEKS_4, WEEKS_5 = (tuple(n for k in range(weeks) for n in (7 * k + 4, 7 * k + 7)) for weeks in (3, 4, 5))


@for_every(
    ("state", "stepping_back", "found"),
    [
        pytest.param(trained(), 0, None, id="nothing done yet"),
        pytest.param(trained(*WEEKS_3), 0, None, id="three weeks"),
        pytest.param(trained(*WEEKS_4), 0, "deload", id="the fifth week"),
        pytest.param(trained(*WEEKS_4, 3, deloads=(3,)), 0, "deload", id="it lasts a week"),
        pytest.param(trained(*WEEKS_5, deloads=(7, 4)), 0, None, id="and no longer"),
        pytest.param(trained(4, 7, 18, 21, 25, 28, 32, 35), 0, None, id="a gap begins the count anew"),
        pytest.param(trained(11, 14, *WEEKS_4[4:]), 0, None, id="a gap that is open now"),
        pytest.param(trained(*WEEKS_3, cut_backs=(TODAY,)), 0, "deload-cut-back", id="with an easy running week"),
        pytest.param(trained(4, 7, 11, 14, cut_backs=(TODAY,)), 0, None, id="but not in the third week"),
        pytest.param(trained(*WEEKS_4, cut_backs=(TODAY + 7 * DAY,)), 0, None, id="put off by a week for one"),
        pytest.param(trained(*WEEKS_5, cut_backs=(TODAY + 7 * DAY,)), 0, "deload", id="by one week only"),
        pytest.param(trained(*WEEKS_3), 2, "deload-step-back", id="two movements step back"),
        pytest.param(trained(*WEEKS_3), 1, None, id="one movement steps back"),
        pytest.param(trained(4, 7), 2, None, id="not in the first two weeks"),
        pytest.param(trained(*WEEKS_3, spike=True), 0, "deload-spike", id="a long run much longer than lately"),
        pytest.param(trained(4, 7, ill=True), 0, "deload-ill", id="ill"),
        pytest.param(trained(12, 14, ill_ended=TODAY - 2 * DAY), 0, "deload-ill", id="just well again"),
        pytest.param(trained(4, 7, ill_ended=TODAY - 7 * DAY), 0, None, id="well for a week"),
        pytest.param(trained(4, 7, 11, deloads=(18,), spike=True), 0, None, id="none so soon after another"),
    ],
)
def test_deload(state: RunnerState, stepping_back: int, found: str | None) -> None:
    assert rule(state, stepping_back) == found


@for_every(
    ("efforts", "works", "found"),
    [
        pytest.param((6, 6, 8), (1000, 1000, 1000), "deload-effort", id="two harder at equal load"),
        pytest.param((6, 6, 7), (1000, 1000, 1000), None, id="one harder"),
        pytest.param((6, 6, 8), (1000, 1000, 1200), None, id="more was lifted"),
        pytest.param((6, 8), (1000, 1000), None, id="one session tells nothing"),
    ],
)
def test_effort(efforts: tuple[int, ...], works: tuple[int, ...], found: str | None) -> None:
    days = [TODAY - (4 + 7 * n) * DAY for n in range(len(efforts))][::-1]
    sessions = [SessionFacts(day, "A", effort=e, work=w) for day, e, w in zip(days, efforts, works, strict=True)]
    assert rule(RunnerState(TODAY, tuple(sessions))) == found


def test_cut_back_weeks_are_a_fifth_shorter_than_the_two_before() -> None:
    weeks = {date(2026, 11, 9): 200.0, date(2026, 11, 16): 240.0, date(2026, 11, 23): 160.0, date(2026, 11, 30): 230.0}
    planned = {monday + n * DAY: minutes / 4 for monday, minutes in weeks.items() for n in (0, 2, 4, 6)}
    assert cut_backs(planned, date(2026, 11, 26)) == (date(2026, 11, 23),)
    assert cut_backs({day: 60.0 for day in planned if day >= date(2026, 11, 23)}, date(2026, 11, 26)) == ()


RESTS = st.binary(min_size=30, max_size=60).map(lambda rests: [1 + byte % 6 for byte in rests])


@given(rest=RESTS, spikes=st.sets(st.integers(0, 60), max_size=6))
def test_law_every_fifth_week_and_never_two_within_three_weeks(rest: list[int], spikes: set[int]) -> None:
    """Whatever the days between sessions, and whatever else asks for one."""
    day, sessions, begun = TODAY, list[SessionFacts](), list[date]()
    for number, days in enumerate(rest):
        day += days * DAY
        state = RunnerState(day, tuple(sessions), spike=number in spikes)
        is_deload = deload(state) is not None
        if is_deload and (not begun or day - begun[-1] >= 7 * DAY):
            begun.append(day)
        sessions.append(SessionFacts(day, "A", deload=is_deload))
    starts = [sessions[0].day - 7 * DAY, *begun]
    assert all(now - then > 21 * DAY for then, now in pairwise(begun))
    assert all(now - then < (35 + 6) * DAY for then, now in zip(starts, begun, strict=False))
