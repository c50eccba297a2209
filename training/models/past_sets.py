"""What a runner lifted lately, as training.plan wants it: the bridge from logged sets to the next targets."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import Any, Self

from django.db.models import F, OuterRef, QuerySet, Subquery

from exercises.models import Exercise, Variation
from training.models.planned_movement import PlannedMovement
from training.models.runner import Runner
from training.models.session import LoggedSet, Session
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
from training.plan.progression.sets import DELOADS
from training.plan.workout import NEGLECTED_DAYS, Done, Dose, Timed, neglected, pace_of
from training.units import Units

# At three a week these reach back 13 weeks, beyond the 63 days after which every movement starts anew.
SESSIONS_BACK = 40

type Rung = tuple[str, str]
"""Slugs of movement and variation."""


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
    variations: dict[Rung, Variation]
    """Those that were done, each with its movement."""
    sessions: tuple[tuple[Rung, ...], ...]
    """What was done in each session, oldest first."""
    done: tuple[Done, ...]
    """Newest first."""
    pace: float
    """How long the runner takes for a session, as a multiple of the prediction."""

    @classmethod
    def of(cls, runner: Runner, on: date, *, without: Session | None = None) -> Self:
        """Two queries. Sessions after `on` are none of its past; `without` leaves the session itself out."""
        performances, variations = defaultdict(list), {}
        facts, sessions, done, times = [], [], [], list[Timed]()
        for session, rows in groupby(sets_up_to(runner, on, without), key=lambda row: row.session):
            by_rung: dict[Rung, list[LoggedSet]] = defaultdict(list)
            for row in rows:
                rung = row.exercise.slug, row.variation.slug
                by_rung[rung].append(row)
                row.variation.exercise = row.exercise
                variations[rung] = row.variation
            logged_sets = [one for some in by_rung.values() for one in some]
            deload = logged_sets[0].deload is not None  # type: ignore[attr-defined]
            for rung, logged in by_rung.items():
                performances[rung].append(performance_of(session, logged, light=session.light or deload))
                done.append(Done(session.workout, *rung))
            facts.append(facts_of(session, logged_sets, deload=deload))
            # Nobody knows how long the other movements of a workout of the runner's own should take.
            times += () if session.is_own else timed(session, logged_sets)
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
            variations=variations,
            sessions=tuple(sessions),
            done=tuple(reversed(done)),
            pace=pace_of(times),
        )

    @property
    def last_trained(self) -> date | None:
        return self.state.last.day if self.state.last else None

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
        return hold_on([self.lift(one) for one in self.variations.values()], self.state)

    def next_target(self, variation: Variation, *, beside: Iterable[Variation] | None = None) -> Target:
        """What to do of one variation on the day; the movement is fetched with it, and no query is made.

        `beside` are the other variations of the session, of which at most two may rise; without it those that it was
        last done with.
        """
        rung = variation.exercise.slug, variation.slug
        if beside is None:
            together = next((session for session in reversed(self.sessions) if rung in session), ())
            beside = [self.variations[other] for other in together]
        others = [one for one in beside if one.exercise.slug != rung[0]]
        return self.targets([*others, variation])[rung[0]]

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
        movement, slug = variation.exercise.slug, variation.slug
        low, high = variation.reps_low or variation.seconds_low, variation.reps_high or variation.seconds_high
        rule = RULES[movement].of(slug, (low, high) if low and high else None)
        return Lift(
            rule=rule.owning(slug, self.weights, self.equipment),
            variation=slug,
            history=self.performances.get((movement, slug), ()),
            known=any(known == movement for known, _slug in self.performances),
        )


def sets_up_to(runner: Runner, on: date, without: Session | None = None) -> QuerySet[LoggedSet]:
    """The working sets of the last sessions up to `on`, oldest first, each with its rest.

    `deload` is the place of a movement of its session that was in a deload, None where none was: it is looked up set
    by set, while EXISTS makes PostgreSQL read the planned movements of everybody.
    """
    sessions = Session.objects.filter(runner=runner, day__lte=on).trained().newest_first()
    if without:
        sessions = sessions.exclude(pk=without.pk)
    deloads = PlannedMovement.objects.filter(session=OuterRef("session"), why__rule__in=[str(rule) for rule in DELOADS])
    planned = PlannedMovement.objects.filter(session=OuterRef("session"), position=OuterRef("position"))
    return (
        LoggedSet.objects.working()
        .filter(session__in=sessions.values("pk")[:SESSIONS_BACK])
        .annotate(
            deload=Subquery(deloads.order_by().values("position")[:1]),
            planned_rest=Subquery(planned.order_by().values("rest_seconds")[:1]),
        )
        .select_related("session", "exercise", "variation")
        .order_by("session__day", F("session__started_at").asc(nulls_first=True), "session", "position", "number")
    )


def performance_of(session: Session, sets: list[LoggedSet], *, light: bool) -> Performance:
    morning: Any = session.morning_after
    return Performance(session.day, tuple(one.as_done for one in sets), session.pain, light, morning)


def facts_of(session: Session, sets: list[LoggedSet], *, deload: bool) -> SessionFacts:
    morning: Any = session.morning_after
    return SessionFacts(
        day=session.day,
        # With no other session is one of the runner's own to be compared.
        workout=str(session.pk) if session.is_own else session.workout,
        effort=session.effort,
        pain=session.pain,
        morning=morning,
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
