"""The week ahead of a runner: rows become facts, training.plan decides, and what was shown before is kept in mind."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING
from uuid import UUID

from training.models.condition import Condition, days_away, status_of, weeks_to_forget
from training.models.plan import PlanDay, facts_of, laid_out
from training.models.planned_movement import PlannedMovement
from training.models.recommendation import ShownWeek
from training.models.run import Run
from training.models.session import Session
from training.models.week_rows import RACES_AHEAD, week_rows
from training.plan.changes import MEMORY, OWN_WORD, Basis, Change, changes
from training.plan.choice import KEEP_SHOWN_WITHIN, Choice
from training.plan.foresee import RACE_MEMORY, foresee
from training.plan.load import Spike, long_run_spike
from training.plan.own_days import OwnDays
from training.plan.recommend import Recommendation
from training.plan.rules import Reason
from training.plan.week import HORIZON, ComingWeek, PlannedRun, Race
from training.plan.wishes import Status, StrengthLog

if TYPE_CHECKING:
    from training.models.runner import Runner


@dataclass(frozen=True)
class WeekAhead:
    """What is known of a runner on a day, and what follows from it; the rows are read once, in one query."""

    runner: "Runner"
    today: date
    runs: list[Run]
    # The day of the first run of all, before which no week says anything.
    first_log: date | None
    sessions: Sequence[Session]
    conditions: list[Condition]
    planned: list[PlannedRun]
    races: list[Race]
    log: StrengthLog
    shown_before: ShownWeek | None
    # Every day that was read, with what is planned for it.
    plan: Sequence[PlanDay] = ()
    # What is written into planned sessions, by session.
    movements: Mapping[UUID, Sequence[PlannedMovement]] = field(default_factory=dict)

    @classmethod
    def of(cls, runner: "Runner", today: date, *, plan_until: date | None = None) -> "WeekAhead":
        """With the plan up to `plan_until`, if that is later than the recommender looks."""
        until = today + RACES_AHEAD
        plan_first, plan_last = today - RACE_MEMORY, max(until, plan_until or until)
        rows = week_rows(runner.pk, today, plan_first, plan_last)
        (ever,), sessions, runs = rows["runner"], rows["sessions"], rows["runs"]
        for row in (*sessions, *runs):
            row.runner = runner
        movements = defaultdict(list)
        for movement in rows["movements"]:
            movements[movement.session_id].append(movement)
        recent = frozenset(one.day for one in sessions if one.is_done and one.day <= today)
        plan = laid_out(rows["planned"], rows["weekly"], rows["races"], plan_first, plan_last)
        planned, races = facts_of([day for day in plan if day.day <= until])
        return cls(
            runner=runner,
            today=today,
            runs=runs,
            first_log=ever.first_log if runs else None,
            sessions=sessions,
            conditions=rows["conditions"],
            planned=planned,
            races=races,
            log=StrengthLog(recent, ever.sessions_ever, ever.first_session),
            shown_before=next(iter(rows["shown"]), None),
            plan=plan,
            movements=movements,
        )

    # -- Facts ---------------------------------------------------------------------------------------------------------

    @cached_property
    def status(self) -> Status:
        return status_of(self.conditions, self.sessions, self.today)

    @cached_property
    def own(self) -> OwnDays:
        """What the runner decided about the days to come."""
        trained = {one.day for one in self.sessions if one.is_trained}
        ahead = [one for one in self.sessions if one.day >= self.today and one.day not in trained]
        return OwnDays(
            planned={one.day: one.moved_from for one in ahead if one.status == Session.Status.PLANNED},
            skipped={one.day: one.skipped_because for one in ahead if one.status == Session.Status.SKIPPED},
            away=days_away(self.conditions, self.today, HORIZON + 1),
        )

    @cached_property
    def spike(self) -> Spike | None:
        return long_run_spike([run.facts() for run in self.runs], self.today, self.first_log)

    @cached_property
    def coming(self) -> ComingWeek:
        return foresee(
            [run.classified() for run in self.runs],
            today=self.today,
            first_log=self.first_log,
            planned=self.planned,
            races=self.races,
            skip_weeks=weeks_to_forget(self.conditions, self.today),
            session_days=self.log.days,
            lift_after_run=True,
        )

    @cached_property
    def basis(self) -> Basis:
        """What the days rest on, to be compared with what they rested on when they were shown."""
        runs = {str(run.pk): run for run in self.runs if run.day > self.today - MEMORY}
        recent = [one for one in self.sessions if one.day > self.today - MEMORY and not one.is_trained]
        return Basis(
            runs={pk: (run.day.isoformat(), weight_of(run)) for pk, run in runs.items()},
            sessions=frozenset(day.isoformat() for day in self.log.days if day > self.today - MEMORY),
            races=frozenset(f"{race.day} {race.km} {race.priority}" for race in self.races),
            planned=frozenset(f"{run.day} {run.kind}" for run in self.planned),
            health=frozenset({*(["ill"] if self.status.ill else []), *(["pain"] if self.in_red_pain else [])}),
            away=frozenset(day.isoformat() for day in self.own.away),
            moved=frozenset(f"{one.moved_from}>{one.day}" for one in recent if one.moved_from),
            skipped=frozenset(one.day.isoformat() for one in recent if one.status == Session.Status.SKIPPED),
            wishes=self.runner.wishes_as_text(),
            until=(self.today + RACES_AHEAD).isoformat(),
        )

    @property
    def in_red_pain(self) -> bool:
        return self.choice.stopped is not None and not self.status.feverish

    # -- Decisions -----------------------------------------------------------------------------------------------------

    @cached_property
    def choice(self) -> Choice:
        percent = self.spike.percent if self.spike else None
        return Choice(self.coming, self.runner.wishes(), self.log, self.status, spike_percent=percent, own=self.own)

    @property
    def stopped(self) -> Reason | None:
        """Why there are no days at all: red flags, red pain, fever (H5)."""
        return self.choice.stopped

    @cached_property
    def shown_days(self) -> frozenset[date]:
        """The days shown before that still lie ahead, but for those that the runner moved or skipped."""
        before = self.shown_before.chosen if self.shown_before else frozenset()
        return frozenset(day for day in before if day >= self.coming.start) - self.set_aside

    @cached_property
    def set_aside(self) -> frozenset[date]:
        """Days shown before that the runner moved or skipped."""
        before = self.shown_before.chosen if self.shown_before else frozenset()
        return before & ({*self.own.skipped, *self.own.left} - self.own.kept)

    @cached_property
    def best(self) -> Recommendation:
        """The best days, whatever was shown before."""
        return self.choice.made()

    @cached_property
    def held(self) -> Recommendation | None:
        """The best days that leave those as they are that were shown before; None where that cannot be."""
        if self.shown_before is None or self.stopped or self.shown_before.until < self.coming.start:
            return None
        return self.choice.held(self.shown_days, self.shown_before.until)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What is otherwise than when the days were shown."""
        before = self.shown_before
        if before is None:
            return ()
        then = Basis.of_json(before.basis)
        return changes(then, self.basis, expected=before.expected, chosen=before.chosen, today=self.today)

    @property
    def offers(self) -> bool:
        """Whether clearly better days than those shown are worth offering: something happened, and they cost less.

        What the runner decided is not questioned.
        """
        held, happened = self.held, any(change.what not in OWN_WORD for change in self.changes)
        return happened and held is not None and held.cost - self.best.cost >= KEEP_SHOWN_WITHIN

    @property
    def moved_at_once(self) -> bool:
        """Whether days that were shown had to give way to a rule."""
        return self.shown_before is not None and self.held is None and not self.stopped and bool(self.lost)

    @property
    def lost(self) -> tuple[date, ...]:
        """Days shown before that are days for strength no more."""
        chosen = {day.day for day in self.recommendation.chosen}
        return tuple(sorted(self.shown_days - chosen))

    @cached_property
    def recommendation(self) -> Recommendation:
        """The days to show: those shown before where they can stay, else the best."""
        return self.held or self.best

    @property
    def settled(self) -> bool:
        """Whether the days can be kept as shown without a word to the runner."""
        return not (self.stopped or self.offers or self.moved_at_once)

    def as_shown(self, recommendation: Recommendation) -> ShownWeek:
        """The days for keeping; unsaved."""
        return ShownWeek.of(self.runner, self.today, self.coming, recommendation, self.basis, set_aside=self.set_aside)

    def obstacles(self, day: date) -> dict[date, Reason | None]:
        """Where the session of `day` could go instead, each with the rule that it would break there."""
        others = {one.day for one in self.recommendation.chosen} - {day}
        found = self.choice.obstacles(others)
        return {to: reason for to, reason in found.items() if to != day and to not in others}


def weight_of(run: Run) -> str:
    """What the run makes of its day; a hard long run is above all hard."""
    found = run.classified()
    return found.kind.value if found.hard_long else found.day_kind.value
