"""When a week is a deload: every fifth, earlier for a reason, and together with an easy running week (E26)."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from statistics import mean, median

from training.plan.progression.case import Hold
from training.plan.progression.sets import TargetRule
from training.plan.progression.state import RunnerState
from training.plan.week import monday_of

WEEK = timedelta(days=7)
FULL_WEEKS = 4
# At least so long from the first day of one deload to that of the next.
BETWEEN = timedelta(days=28)
# Nobody needs relief from two weeks of training.
EARLIEST = timedelta(days=14)
STEPPING_BACK = 2
HARDER_BY = 2
SAME_WORK = 1.05
# A running week with at most this share of the two before it is a cut-back week.
CUT_BACK = 0.8
COMPARED = timedelta(days=42)


def deload(state: RunnerState, stepping_back: int = 0) -> Hold | None:
    """Why that day belongs to a deload, or None. `stepping_back` movements have failed twice in the last week.

    A deload lasts seven days from its first session. It is due after four full weeks without a break. A running week
    that the plan makes easier draws it forward by a week or puts it off by one.
    """
    begun, since = _last_block(state), state.since
    if begun and state.on - begun < WEEK:
        return Hold(TargetRule.DELOAD, {"weeks": FULL_WEEKS})
    if not state.sessions or (begun and state.on - begun < BETWEEN):
        return None
    if state.ill or _just_well(state):
        return Hold(TargetRule.DELOAD_ILL)
    if since is None:
        return None
    start = max(since, begun + WEEK if begun else since)
    return _early(state, start, stepping_back) or _due(state, start)


def _last_block(state: RunnerState) -> date | None:
    """The first day of the last deload."""
    begun = None
    for session in state.sessions:
        if session.deload and (begun is None or session.day - begun >= WEEK):
            begun = session.day
    return begun


def _just_well(state: RunnerState) -> bool:
    return state.ill_ended is not None and timedelta(0) <= state.on - state.ill_ended < WEEK


def _early(state: RunnerState, start: date, stepping_back: int) -> Hold | None:
    if state.on - start < EARLIEST:
        return None
    if stepping_back >= STEPPING_BACK:
        return Hold(TargetRule.DELOAD_STEP_BACK, {"movements": stepping_back})
    if _harder_at_equal_work(state):
        return Hold(TargetRule.DELOAD_EFFORT)
    return Hold(TargetRule.DELOAD_SPIKE) if state.spike else None


def _harder_at_equal_work(state: RunnerState) -> bool:
    """Whether the last session was rated two higher than usual though no more was lifted in it."""
    last = state.last
    if last is None or last.effort is None or last.eased or state.on - last.day >= WEEK:
        return False
    alike = [
        one
        for one in state.sessions[:-1]
        if one.workout == last.workout and one.effort is not None and not one.eased and last.day - one.day <= COMPARED
    ][-3:]
    if len(alike) < 2:
        return False
    usual = median(one.effort or 0 for one in alike)
    return last.effort >= usual + HARDER_BY and last.work <= SAME_WORK * median(one.work for one in alike)


def _due(state: RunnerState, start: date) -> Hold | None:
    weeks = (state.on - start) // WEEK
    if any(first <= state.on < first + WEEK for first in state.cut_backs) and weeks >= FULL_WEEKS - 1:
        return Hold(TargetRule.DELOAD_CUT_BACK, {"weeks": weeks})
    soon = any(state.on < first <= state.on + WEEK for first in state.cut_backs)
    if weeks < FULL_WEEKS or (weeks == FULL_WEEKS and soon):
        return None
    return Hold(TargetRule.DELOAD, {"weeks": weeks})


def cut_backs(planned: Mapping[date, float], on: date) -> tuple[date, ...]:
    """The Mondays of this week and the next two that the running plan makes easier, from planned minutes by day.

    Easier means 80 % at most of the mean of the two weeks before; both must be planned.
    """
    minutes: dict[date, float] = defaultdict(float)
    for day, planned_minutes in planned.items():
        minutes[monday_of(day)] += planned_minutes
    mondays = [monday_of(on) + n * WEEK for n in range(3)]
    return tuple(
        monday
        for monday in mondays
        if monday in minutes
        and {monday - WEEK, monday - 2 * WEEK} <= minutes.keys()
        and minutes[monday] <= CUT_BACK * mean((minutes[monday - WEEK], minutes[monday - 2 * WEEK]))
    )
