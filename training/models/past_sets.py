"""What a runner lifted lately, as training.plan wants it: the bridge from logged sets to the next targets."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Self

from exercises.models import Exercise, Variation
from training.models.past_rows import PastSession, PastSet, Rung, past_sessions
from training.models.planned_movement import PlannedMovement
from training.models.runner import Runner
from training.models.session import Session
from training.models.session_time import timed
from training.models.training_state import Surroundings
from training.plan.progression import (
    RULES,
    Hold,
    Lift,
    Performance,
    RunnerState,
    SessionFacts,
    SetDone,
    Target,
    Weights,
    hold_on,
    targets_under,
)
from training.plan.workout import NEGLECTED_DAYS, Done, Dose, Timed, neglected, pace_of
from training.units import Units

type Range = tuple[int | None, int | None]
"""The reps or seconds of a variation that has some of its own, from and to."""


@dataclass(frozen=True)
class PastSets:
    """The sets of the last sessions of a runner up to a day, by movement and variation."""

    on: date
    units: Units
    weights: Weights
    equipment: frozenset[str]
    state: RunnerState
    performances: dict[Rung, tuple[Performance, ...]]
    """Oldest first."""
    ranges: dict[Rung, Range]
    """Of the variations that were done."""
    sessions: tuple[tuple[Rung, ...], ...]
    """What was done in each session, oldest first."""
    done: tuple[Done, ...]
    """Newest first."""
    pace: float
    """How long the runner takes for a session, as a multiple of the prediction."""

    @classmethod
    def of(cls, runner: Runner, on: date, *, without: Session | None = None) -> Self:
        """Two queries. Sessions after `on` are none of its past; `without` leaves the session itself out."""
        performances, ranges = defaultdict(list), {}
        facts, sessions, done, times = [], [], [], list[Timed]()
        for session, sets in past_sessions(runner.pk, on, without.pk if without else None):
            by_rung: dict[Rung, list[PastSet]] = defaultdict(list)
            for one in sets:
                by_rung[one.rung].append(one)
                ranges[one.rung] = one.low, one.high
            deload = session.deload is not None
            for rung, some in by_rung.items():
                performances[rung].append(performance_of(session, some, light=session.light or deload))
                done.append(Done(session.workout, *rung))
            facts.append(facts_of(session, sets, deload=deload))
            # Nobody knows how long the other movements of a workout of the runner's own should take.
            times += () if session.is_own else timed(session, sets)
            sessions.append(tuple(by_rung))
        around = Surroundings.of(runner, on)
        lifted = any(past[-1].top_kg for past in performances.values())
        return cls(
            on=on,
            units=runner.measures,
            weights=runner.weights,
            equipment=around.equipment,
            state=around.state(runner, on, facts, lifted=lifted),
            performances={rung: tuple(past) for rung, past in performances.items()},
            ranges=ranges,
            sessions=tuple(sessions),
            done=tuple(reversed(done)),
            pace=pace_of(times),
        )

    @property
    def neglected(self) -> frozenset[str]:
        """Movements that hardly came up in the last two weeks."""
        since, sets = self.on - timedelta(days=NEGLECTED_DAYS), Counter[str]()
        for (movement, _slug), past in self.performances.items():
            sets[movement] += sum(len(done.sets) for done in past if done.day > since)
        return neglected(sets)

    def last(self, variation: Variation) -> tuple[SetDone, ...]:
        """The sets of this variation when it was last done, in order; the movement is fetched with it."""
        past = self.performances.get((variation.exercise.slug, variation.slug))
        return past[-1].sets if past else ()

    def targets(self, variations: Iterable[Variation]) -> dict[str, Target]:
        """What to do on the day in a session of these variations, one a movement, by the movement's slug."""
        return targets_under(self.hold, [self.lift(one) for one in variations], self.state)

    @cached_property
    def hold(self) -> Hold | None:
        """Why nothing rises on the day, or why it is a deload."""
        return hold_on([self._lift(rung, of) for rung, of in self.ranges.items()], self.state)

    def next_target(self, variation: Variation, *, beside: Iterable[Variation] | None = None) -> Target:
        """What to do of one variation on the day; the movement is fetched with it, and no query is made.

        `beside` are the other variations of the session, of which at most two may rise; without it those that it was
        last done with.
        """
        movement = variation.exercise.slug
        if beside is None:
            rung = movement, variation.slug
            together = next((session for session in reversed(self.sessions) if rung in session), ())
            others = [self._lift(other, self.ranges[other]) for other in together]
        else:
            others = [self.lift(one) for one in beside]
        lifts = [*(one for one in others if one.movement != movement), self.lift(variation)]
        return targets_under(self.hold, lifts, self.state)[movement]

    def planned(self, variation: Variation, *, beside: Iterable[Variation], light: bool = False) -> PlannedMovement:
        """One variation in a session of these others, with the targets of `next_target`; unsaved, no query."""
        exercise = variation.exercise
        target = self.next_target(variation, beside=beside)
        movement = PlannedMovement(
            position=exercise.position,
            exercise=exercise,
            variation=variation,
            rest_seconds=target.rest or exercise.rest_seconds,
        )
        sets = target.sets_when(light=light)
        return movement.aim(sets, last=self.last(variation), why=target.why, suggest=target.suggest)

    def lift(self, variation: Variation) -> Lift:
        """The variation with its history, its range, and the loads that the runner owns for it."""
        low, high = variation.reps_low or variation.seconds_low, variation.reps_high or variation.seconds_high
        return self._lift((variation.exercise.slug, variation.slug), (low, high))

    def _lift(self, rung: Rung, of: Range) -> Lift:
        movement, slug = rung
        low, high = of
        rule = RULES[movement].of(slug, (low, high) if low and high else None)
        return Lift(
            rule=rule.owning(slug, self.weights, self.equipment),
            variation=slug,
            history=self.performances.get(rung, ()),
            known=any(known == movement for known, _slug in self.performances),
        )


def performance_of(session: PastSession, sets: list[PastSet], *, light: bool) -> Performance:
    return Performance(session.day, tuple(one.as_done for one in sets), session.pain, light, session.morning_after)


def facts_of(session: PastSession, sets: list[PastSet], *, deload: bool) -> SessionFacts:
    return SessionFacts(
        day=session.day,
        # With no other session is one of the runner's own to be compared.
        workout=str(session.pk) if session.is_own else session.workout,
        effort=session.effort,
        pain=session.pain,
        morning=session.morning_after,
        light=session.light,
        deload=deload,
        work=sum(one.amount * max(1.0, one.kg or 0.0) for one in sets),
    )


def dose_of(exercise: Exercise, variations: list[Variation]) -> Dose:
    """The guide's dose of a movement, with the variation that a newcomer starts with."""
    dose = exercise.dose
    return Dose(
        variation=next((one.slug for one in variations if one.is_default), variations[0].slug),
        sets=dose.sets,
        amount=dose.low,
        rest=dose.rest_seconds,
        per_leg=dose.per_leg,
        seconds=dose.timed,
        one_sided=frozenset(one.slug for one in variations if one.per_leg),
    )
