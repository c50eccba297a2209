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
smallest gap, then the most habitual weekdays, then the earliest days. Days that were shown before stay, unless a set
without them is better by 1 or one of them is out. A session that was missed is never owed: only what was done counts.

Reasons are data (rules.py); the terms of the chosen days and of the set add up to the cost.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from training.plan.constraints import (
    AMBER_PAIN,
    RED_PAIN,
    light_after_break,
    light_before_race,
    most_sessions,
    out_by_day,
    stopped_by,
)
from training.plan.costs import HABIT_TIMES, costs_by_day, habit_times
from training.plan.day_sets import DAY_SETS, DaySet, free_day_mask, set_cost, set_terms
from training.plan.explain import NO_GOOD_DAY, advice, minutes_for_session, why, why_not
from training.plan.foresee import TypicalDay, typical_week
from training.plan.rules import Reason, because
from training.plan.week import CONTEXT, HORIZON, ComingWeek, Kind, Priority
from training.plan.wishes import Status, StrengthLog, Wishes

TIE = 0.01
KEEP_SHOWN_WITHIN = 1.0


@dataclass(frozen=True, slots=True)
class DayAdvice:
    """One of the seven days: chosen or not, and why.

    `cost` is what strength on it costs, None where it is out. `light` is why the session is a light one. `minutes` is
    how long a session can be, on a chosen day.
    """

    day: date
    chosen: bool
    cost: float | None
    reasons: tuple[Reason, ...]
    light: Reason | None = None
    advice: tuple[Reason, ...] = ()
    minutes: float = 0.0

    @property
    def out(self) -> bool:
        """Whether a hard constraint rules the day out."""
        return self.cost is None


@dataclass(frozen=True)
class Recommendation:
    """The seven days in order, what the choice costs beside them, and what to warn of.

    `wanted` is how many sessions were sought; `kept` whether a cheaper set gave way to the days shown before.
    """

    days: tuple[DayAdvice, ...]
    cost: float
    terms: tuple[Reason, ...]
    warnings: tuple[Reason, ...]
    wanted: int
    kept: bool = False

    @property
    def chosen(self) -> tuple[DayAdvice, ...]:
        return tuple(day for day in self.days if day.chosen)

    @property
    def refused(self) -> tuple[DayAdvice, ...]:
        return tuple(day for day in self.days if not day.chosen)


def recommend(
    week: ComingWeek,
    wishes: Wishes,
    log: StrengthLog | None = None,
    status: Status | None = None,
    *,
    spike_percent: float | None = None,
    shown: Collection[date] = (),
) -> Recommendation:
    """The best days for strength in the coming week.

    `spike_percent` is by how much a single run of the last days was longer than the longest of the 30 days before it,
    if by more than a tenth (E33). `shown` are the days last shown to the runner.
    """
    return _Choice(week, wishes, log or StrengthLog(), status or Status(), spike_percent).made(shown)


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


class _Choice:
    """One recommendation in the making."""

    def __init__(
        self, week: ComingWeek, wishes: Wishes, log: StrengthLog, status: Status, spike_percent: float | None
    ) -> None:
        self.week, self.wishes, self.log, self.status, self.spike_percent = week, wishes, log, status, spike_percent
        self.out = out_by_day(week, wishes, log, status)
        self.wanted, self.caps = most_sessions(week, wishes, log, status, spike_percent)
        self.day_costs = costs_by_day(week, wishes, log, spike_percent)
        self.free_days = free_day_mask(week)
        closed = sum(1 << day for day, reason in enumerate(self.out) if reason is not None)
        self.priced = [
            (set_cost(days, self.day_costs, self.wanted, self.free_days), days)
            for days in DAY_SETS
            if len(days.days) <= self.wanted and not days.mask & closed and not (week.repeats and days.last_meets_first)
        ]

    def made(self, shown: Collection[date]) -> Recommendation:
        cost, best = self._best(self.priced)
        kept_cost, kept = self._keeping(shown)
        if kept is not None and kept is not best and kept_cost - cost < KEEP_SHOWN_WITHIN:
            return self._explained(kept_cost, kept, kept=True)
        return self._explained(cost, best, kept=False)

    def _best(self, priced: Sequence[tuple[float, DaySet]]) -> tuple[float, DaySet]:
        least = min(cost for cost, _ in priced)
        return min((entry for entry in priced if entry[0] < least + TIE), key=lambda entry: self._tie_break(entry[1]))

    def _tie_break(self, days: DaySet) -> tuple[int, int, int, tuple[int, ...]]:
        before_hard = sum(
            self.week.window[day + CONTEXT + 1].chance(Kind.HARD, Kind.LONG, Kind.RACE) >= 0.5 for day in days.days
        )
        habits = sum(
            habit_times(self.week.days[day].day.weekday(), self.log, self.week) >= HABIT_TIMES for day in days.days
        )
        return before_hard, -days.least_gap, -habits, days.days

    def _keeping(self, shown: Collection[date]) -> tuple[float, DaySet | None]:
        """The best set with all days shown that still lie ahead; none when one of them is out."""
        mask = sum(1 << day for day, outlook in enumerate(self.week.days) if outlook.day in shown)
        priced = [entry for entry in self.priced if mask and entry[1].mask & mask == mask]
        return self._best(priced) if priced else (0.0, None)

    def _explained(self, cost: float, days: DaySet, *, kept: bool) -> Recommendation:
        return Recommendation(
            days=tuple(self._day(day, days, cost) for day in range(HORIZON)),
            cost=cost,
            terms=tuple(set_terms(days, self.wanted, self.free_days)),
            warnings=tuple(self._warnings(days)),
            wanted=self.wanted,
            kept=kept,
        )

    def _day(self, day: int, chosen: DaySet, total: float) -> DayAdvice:
        outlook, out, cost = self.week.days[day], self.out[day], self.day_costs[day]
        if out is not None:
            return DayAdvice(outlook.day, chosen=False, cost=None, reasons=(out,))
        if day not in chosen.days:
            instead = min(other for other, days in self.priced if days.mask >> day & 1)
            reasons = why_not(day, chosen, cost, self.week, free_days=self.free_days, extra=instead - total)
            return DayAdvice(outlook.day, chosen=False, cost=cost.cost, reasons=reasons)
        return DayAdvice(
            outlook.day,
            chosen=True,
            cost=cost.cost,
            reasons=why(cost),
            light=self._light(day, chosen),
            advice=tuple(advice(day, cost, self.week)),
            minutes=minutes_for_session(outlook, self.wishes),
        )

    def _light(self, day: int, chosen: DaySet) -> Reason | None:
        """Why a session on this day is light, counting the sessions done and those chosen before it."""
        today, races = self.week.days[day].day, self.week.races
        earlier = (self.week.days[other].day for other in chosen.days if other < day)
        previous = max([*self.log.days, *earlier], default=None)
        return light_before_race(today, races) or light_after_break(today, previous, races, self.status)

    def _warnings(self, chosen: DaySet) -> Iterator[Reason]:
        stopped = stopped_by(self.status)
        if stopped is not None:
            yield because("safety-card")
            return
        yield from self.caps
        if all(self.out):
            yield because("nothing-feasible")
        yield from self._about_the_choice(chosen)
        if self.week.label == "guess":
            yield because("too-few-runs", weeks=self.week.usable_weeks)
        if self.week.conditional:
            yield because("no-weekly-pattern", regularity=self.week.regularity, weeks=self.week.usable_weeks)
        if self.spike_percent is not None:
            yield because("long-run-spike", percent=self.spike_percent)
        if AMBER_PAIN <= self.status.worst_pain <= RED_PAIN:
            yield because("amber-pain", pain=self.status.worst_pain, site=self.status.pain_site)
        if below := self._two_weeks_below_target():
            yield because("two-weeks-below-target", done=below, target=self.wishes.target)

    def _about_the_choice(self, chosen: DaySet) -> Iterator[Reason]:
        """No day is a good one, or more sessions would fit if a weekday became free."""
        weekdays = {day: self.week.days[day].day.weekday() for day in range(HORIZON)}
        costly = tuple(weekdays[day] for day in chosen.days if self.day_costs[day].cost >= NO_GOOD_DAY)
        if costly:
            yield because("no-free-lunch", weekdays=costly)
        closed = tuple(
            weekdays[day]
            for day, reason in enumerate(self.out)
            if reason is not None and reason.rule in ("not-available", "no-time-left")
        )
        if closed and len(chosen.days) < self.wanted:
            yield because("free-a-weekday", chosen=len(chosen.days), wanted=self.wanted, weekdays=closed)

    def _two_weeks_below_target(self) -> tuple[int, int] | None:
        """The sessions of each of the last two weeks, latest first, if both were fewer than wished; else None."""
        start, first = self.week.start, self.log.first
        if first is None or (start - first).days < 14:
            return None
        latest = sum(0 < (start - day).days <= 7 for day in self.log.days)
        before = sum(7 < (start - day).days <= 14 for day in self.log.days)
        return (latest, before) if max(latest, before) < self.wishes.target else None
