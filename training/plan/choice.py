"""One choice of days in the making: every set of days priced, the best found, each day explained.

own days         what the runner decided about single days        own_days.py
out              days that hard constraints H1-H5 rule out          constraints.py
wanted           the target, or fewer where H6 caps it, less what   constraints.py
                 the runner skipped
priced           every set of days that breaks no rule, with its cost, around the runner's own days
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

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
from training.plan.day_sets import DAY_SETS, DaySet, day_set, free_day_mask, set_cost, set_terms
from training.plan.explain import NO_GOOD_DAY, advice, minutes_for_session, obstacle, why, why_not, why_own
from training.plan.own_days import OwnDays
from training.plan.rules import Reason, because
from training.plan.week import CONTEXT, HORIZON, ComingWeek, Kind
from training.plan.wishes import Status, StrengthLog, Wishes

TIE = 0.01
KEEP_SHOWN_WITHIN = 1.0


@dataclass(frozen=True, slots=True)
class DayAdvice:
    """One of the seven days: chosen or not, and why.

    `cost` is what strength on it costs, None where it is out. `light` is why the session is a light one. `minutes` is
    how long a session can be, on a chosen day. `own` marks a session that the runner put there; `obstacle` is the rule
    that strength on this day breaks, or the cost that makes it a poor one, whether it is chosen or not.
    """

    day: date
    chosen: bool
    cost: float | None
    reasons: tuple[Reason, ...]
    light: Reason | None = None
    advice: tuple[Reason, ...] = ()
    minutes: float = 0.0
    own: bool = False
    obstacle: Reason | None = None

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


class Choice:
    """One recommendation in the making."""

    def __init__(
        self,
        week: ComingWeek,
        wishes: Wishes,
        log: StrengthLog | None = None,
        status: Status | None = None,
        *,
        spike_percent: float | None = None,
        own: OwnDays | None = None,
    ) -> None:
        self.week, self.wishes, self.spike_percent = week, wishes, spike_percent
        self.log, self.status, self.own = log or StrengthLog(), status or Status(), own or OwnDays()
        self.stopped = stopped_by(self.status)
        self.out = out_by_day(week, wishes, self.log, self.status, self.own)
        most, self.caps = most_sessions(week, wishes, self.log, self.status, spike_percent)
        # A skipped session is put nowhere else.
        self.wanted = max(0, most - sum(outlook.day in self.own.skipped for outlook in week.days))
        self.day_costs = costs_by_day(week, wishes, self.log, spike_percent)
        self.free_days = free_day_mask(week)
        self.kept = 0 if self.stopped else self._mask(self.own.kept)
        self.priced = [(set_cost(days, self.day_costs, self.wanted, self.free_days), days) for days in self._possible()]

    def _mask(self, days: Collection[date]) -> int:
        return sum(1 << day for day, outlook in enumerate(self.week.days) if outlook.day in days)

    def _possible(self) -> Iterator[DaySet]:
        """The runner's own days with every set of days around them that breaks no rule."""
        closed = self.kept | sum(1 << day for day, reason in enumerate(self.out) if reason is not None)
        room = max(0, self.wanted - self.kept.bit_count())
        for days in DAY_SETS:
            if len(days.days) <= room and not days.mask & closed:
                if self.week.repeats and days.last_meets_first:
                    continue
                yield day_set(days.mask | self.kept) if self.kept else days

    def made(self, shown: Collection[date] = ()) -> Recommendation:
        """The best days; those shown before stay where little speaks against them."""
        cost, best = self._best(self.priced)
        kept_cost, kept = self._keeping(shown)
        if kept is not None and kept is not best and kept_cost - cost < KEEP_SHOWN_WITHIN:
            return self._explained(kept_cost, kept, kept=True)
        return self._explained(cost, best, kept=False)

    def held(self, shown: Collection[date], until: date) -> Recommendation | None:
        """The best days among those that leave everything up to `until` as it was shown; None where that breaks a rule.

        The runner's own days count as shown.
        """
        covered = sum(1 << day for day, outlook in enumerate(self.week.days) if outlook.day <= until)
        mask = (self._mask(shown) | self.kept) & covered
        priced = [entry for entry in self.priced if entry[1].mask & covered == mask]
        return self._explained(*self._best(priced), kept=True) if priced else None

    def obstacles(self, others: Collection[date]) -> Mapping[date, Reason | None]:
        """For each of the seven days the rule that strength there would break, `others` being the other sessions.

        Where it breaks none, the cost that makes it a poor day; None for a good one.
        """
        log = replace(self.log, days=self.log.days | frozenset(others))
        out = out_by_day(self.week, self.wishes, log, self.status, OwnDays(away=self.own.away))
        return MappingProxyType(
            {
                outlook.day: reason or obstacle(cost)
                for outlook, reason, cost in zip(self.week.days, out, self.day_costs, strict=True)
            }
        )

    def _best(self, priced: Sequence[tuple[float, DaySet]]) -> tuple[float, DaySet]:
        least = min(cost for cost, _ in priced)
        return min((entry for entry in priced if entry[0] < least + TIE), key=lambda entry: self._tie_break(entry[1]))

    def _tie_break(self, days: DaySet) -> tuple[int, int, int, int, tuple[int, ...]]:
        before_hard = sum(
            self.week.window[day + CONTEXT + 1].chance(Kind.HARD, Kind.LONG, Kind.RACE) >= 0.5 for day in days.days
        )
        habits = sum(
            habit_times(self.week.days[day].day.weekday(), self.log, self.week) >= HABIT_TIMES for day in days.days
        )
        before_run = sum(not self.week.window[day + CONTEXT + 1].free for day in days.days)
        return before_hard, -days.least_gap, -habits, before_run, days.days

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
        hinders = out or obstacle(cost)
        if day not in chosen.days and out is not None:
            return DayAdvice(outlook.day, chosen=False, cost=None, reasons=(out,), obstacle=out)
        if day not in chosen.days:
            instead = min((other for other, days in self.priced if days.mask >> day & 1), default=None)
            extra = None if instead is None else instead - total
            reasons = why_not(day, chosen, cost, self.week, free_days=self.free_days, extra=extra)
            return DayAdvice(outlook.day, chosen=False, cost=cost.cost, reasons=reasons, obstacle=hinders)
        own = bool(self.kept >> day & 1)
        return DayAdvice(
            outlook.day,
            chosen=True,
            cost=cost.cost,
            reasons=why_own(self.own.planned[outlook.day], hinders, cost) if own else why(cost),
            light=self._light(day, chosen),
            advice=tuple(advice(day, cost, self.week)),
            minutes=minutes_for_session(outlook, self.wishes),
            own=own,
            obstacle=hinders,
        )

    def _light(self, day: int, chosen: DaySet) -> Reason | None:
        """Why a session on this day is light, counting the sessions done and those chosen before it."""
        today, races = self.week.days[day].day, self.week.races
        earlier = (self.week.days[other].day for other in chosen.days if other < day)
        previous = max([*self.log.days, *earlier], default=None)
        return light_before_race(today, races) or light_after_break(today, previous, races, self.status)

    def _warnings(self, chosen: DaySet) -> Iterator[Reason]:
        if self.stopped is not None:
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
            if reason is not None and reason.rule in ("not-available", "no-time-left") and day not in chosen.days
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
