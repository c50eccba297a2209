"""Simulated runners: twelve weeks of sessions that follow the targets, to see whether the rules make sense together.

A simulated runner has a true strength in each movement, which no rule sees. A set's reps are what that strength
allows, less some noise, up to the target; reps in reserve are what was left. Strength grows with each session and fades
without. So what can be seen is what the rules make of somebody, and not what they do with numbers made for them.

The same seed gives the same weeks. Growth, noise and fatigue are our own numbers: the tables show whether targets move
sensibly, never how fast a real runner would get strong.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from types import MappingProxyType

from training.plan.constraints import OUT_BEFORE
from training.plan.progression import (
    KILOGRAMS,
    RULES,
    Lift,
    Performance,
    RunnerState,
    SessionFacts,
    SetDone,
    SetTarget,
    Target,
    TargetRule,
    session_targets,
)
from training.plan.workout import movements, next_workout

START = date(2026, 1, 5)
WEEKS = 12
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
# Monday and Thursday.
WEEKDAYS = (0, 3)

# Reps that a maximum allows at a load, by Epley; the same formula the other way round.
EPLEY = 30
MOST_RIR = 5


@dataclass(frozen=True, slots=True)
class Strength:
    """What somebody can do in one variation: once with that many kilograms, or that many reps or seconds unloaded."""

    variation: str
    most: float
    load: float | None = None
    """The kilograms of the first session; None: unloaded."""
    range: tuple[int, int] | None = None
    """Reps or seconds of the guide, where they are not the movement's."""

    def reps(self, kg: float | None, growth: float) -> float:
        """To failure."""
        if not kg or self.load is None:
            return self.most * growth
        return EPLEY * max(0.0, self.most * growth / kg - 1)


@dataclass(frozen=True, slots=True)
class SimulatedRunner:
    """Somebody and twelve weeks. `can` holds the rungs of each movement, of which the first is begun with.

    `weeks_off` are without a session, `pain` is of sessions by week, `race_week` ends with an A race. Growth is a share
    of strength a session, until `plateau` times the first.
    """

    name: str
    can: Mapping[str, tuple[Strength, ...]]
    growth: float = 0.015
    plateau: float = 2.0
    weeks_off: frozenset[int] = frozenset()
    pain: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
    race_week: int | None = None
    wants_heavy: bool = False
    equipment: frozenset[str] = frozenset()
    seed: int = 1

    @property
    def race(self) -> date | None:
        return None if self.race_week is None else START + self.race_week * WEEK - DAY


@dataclass(frozen=True, slots=True)
class SimulatedSession:
    """One session: its number of the week from 1, its workout, targets by movement, and how it went."""

    day: date
    week: int
    workout: str
    rungs: Mapping[str, str]
    targets: Mapping[str, Target]
    done: Mapping[str, tuple[SetDone, ...]]
    effort: int
    pain: int | None

    @property
    def deload(self) -> bool:
        return any(target.eased for target in self.targets.values())


@dataclass(slots=True)
class _Body:
    """The true state that no rule sees, and what was done so far."""

    runner: SimulatedRunner
    rng: Random
    growth: dict[str, float] = field(default_factory=dict)
    trained: dict[str, date] = field(default_factory=dict)
    rung: dict[str, int] = field(default_factory=dict)
    histories: dict[str, list[Performance]] = field(default_factory=dict)
    facts: list[SessionFacts] = field(default_factory=list)

    def can(self, movement: str) -> Strength:
        return self.runner.can[movement][self.rung.get(movement, 0)]

    def lift(self, movement: str) -> Lift:
        can = self.can(movement)
        rule = RULES[movement].of(can.variation, can.range).owning(can.variation, KILOGRAMS, self.runner.equipment)
        history = tuple(self.histories.get(can.variation, ()))
        return Lift(rule, can.variation, history, known=self.rung.get(movement, 0) > 0)

    def do(self, movement: str, targets: Sequence[SetTarget], day: date) -> tuple[SetDone, ...]:
        can, growth, unit = self.can(movement), self._after_rest(movement, day), RULES[movement].unit
        done = []
        for number, target in enumerate(targets):
            kg = target.kg or can.load
            possible = can.reps(kg, growth * (1 - 0.02 * number) * self.rng.gauss(1, 0.01))
            amount = max(1, min(target.amount, int(possible)))
            reserve = float(max(0, min(MOST_RIR, round(possible - amount))))
            done.append(SetDone(amount, kg, reserve if unit == "reps" else None))
        self.growth[movement] = min(self.runner.plateau, growth + self.runner.growth)
        self.trained[movement] = day
        return tuple(done)

    def keep(self, session: "SimulatedSession") -> None:
        """Remember it, and take the harder rung next time where one was suggested."""
        work = sum(one.amount * max(1.0, one.kg or 0) for sets in session.done.values() for one in sets)
        facts = SessionFacts(
            session.day, session.workout, session.effort, session.pain, deload=session.deload, work=work
        )
        self.facts.append(facts)
        for movement, sets in session.done.items():
            done = Performance(session.day, sets, session.pain, light=session.deload)
            self.histories.setdefault(session.rungs[movement], []).append(done)
            climbs = session.targets[movement].why.rule is TargetRule.HARDER
            if climbs and self.rung.get(movement, 0) + 1 < len(self.runner.can[movement]):
                self.rung[movement] = self.rung.get(movement, 0) + 1

    def _after_rest(self, movement: str, day: date) -> float:
        """Nothing fades for two weeks, then 2 % a week (E22 found no loss within four)."""
        growth, last = self.growth.get(movement, 1.0), self.trained.get(movement)
        weeks = max(0, (day - last).days // 7 - 2) if last else 0
        return growth * 0.98**weeks


def simulate(runner: SimulatedRunner, weeks: int = WEEKS) -> list[SimulatedSession]:
    """The sessions of the weeks, two in each that is not off, every target followed as well as the body lets it."""
    body, sessions = _Body(runner, Random(runner.seed)), list[SimulatedSession]()
    workout: str | None = None
    for week in range(1, weeks + 1):
        days = [START + (week - 1) * WEEK + weekday * DAY for weekday in WEEKDAYS]
        for day in () if week in runner.weeks_off else days:
            if runner.race and 0 <= (runner.race - day).days <= OUT_BEFORE["A"]:
                continue
            workout = next_workout(workout)
            session = _session(body, workout, day, week)
            body.keep(session)
            sessions.append(session)
    return sessions


def _session(body: _Body, workout: str, day: date, week: int) -> SimulatedSession:
    runner = body.runner
    chosen = [slot.movement for slot in movements(workout) if slot.movement in runner.can]
    lifts = {movement: body.lift(movement) for movement in runner.can}
    state = RunnerState(day, tuple(body.facts), race=runner.race, wants_heavy=runner.wants_heavy)
    others = [lift for movement, lift in lifts.items() if movement not in chosen]
    targets = session_targets([lifts[movement] for movement in chosen], state, others=others)
    done = {movement: body.do(movement, targets[movement].sets, day) for movement in chosen}
    reserves = [one.rir for sets in done.values() for one in sets if one.rir is not None]
    effort = max(3, round(10 - min(reserves, default=2)))
    rungs = {movement: lifts[movement].variation for movement in chosen}
    return SimulatedSession(day, week, workout, rungs, targets, done, effort, runner.pain.get(week))
