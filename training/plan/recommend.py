"""Which days of the coming week are for strength, and why.

Every set of days is tried; the cheapest that breaks no rule wins.

    coming week      what each day will be, with probabilities          week.py, foresee.py
    out              days that hard constraints H1-H5 rule out          constraints.py
    wanted           the target, or fewer where H6 caps it              constraints.py
    day cost         strength on that day: the day itself, the next     costs.py
                     one, the one after it, the one before it
    set cost         sessions missing, uneven gaps, no free day left    day_sets.py

    cost of a set = sum of its days' costs + its set cost

Sets that cost the same within 0.01 are told apart by the fewest sessions before a hard or long day, then the largest
smallest gap, then the most habitual weekdays, then the fewest sessions before any run (E12), then the earliest days.
Days that were shown before stay, unless a set without them is better by 1 or one of them is out. A session that was
missed is never owed: only what was done counts.

What the runner decided about single days comes first (own_days.py): a session put on a day by hand stays there, a
day skipped stays free and its session is put nowhere else.

The making of it is in choice.py. Reasons are data (rules.py); the terms of the chosen days and of the set add up to
the cost.
"""

from collections.abc import Collection, Sequence
from datetime import date

from training.plan.choice import Choice, DayAdvice, Recommendation
from training.plan.foresee import TypicalDay, typical_week
from training.plan.own_days import OwnDays
from training.plan.week import ComingWeek, Priority
from training.plan.wishes import Status, StrengthLog, Wishes

__all__ = ["DayAdvice", "Recommendation", "recommend", "recommend_week"]


def recommend(
    week: ComingWeek,
    wishes: Wishes,
    log: StrengthLog | None = None,
    status: Status | None = None,
    *,
    spike_percent: float | None = None,
    shown: Collection[date] = (),
    own: OwnDays | None = None,
) -> Recommendation:
    """The best days for strength in the coming week.

    `spike_percent` is by how much a single run of the last days was longer than the longest of the 30 days before it,
    if by more than a tenth (E33). `shown` are the days last shown to the runner, `own` what the runner decided about
    single days: sessions put there by hand stay whatever rule they break, and the others are placed around them.
    """
    return Choice(week, wishes, log, status, spike_percent=spike_percent, own=own).made(shown)


def recommend_week(
    days: Sequence[TypicalDay],
    wishes: Wishes,
    *,
    race: tuple[int, Priority, float | None] | None = None,
    history_sessions: int = 0,
) -> Recommendation:
    """The best days in a typical week from Monday that repeats, with at most one race in it.

    `race` is its weekday, priority and kilometres; `history_sessions` how many strength sessions were ever done.
    """
    return recommend(typical_week(days, race), wishes, StrengthLog(ever=history_sessions))
