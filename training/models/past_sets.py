"""What a runner lifted lately, as training.plan wants it: the bridge from logged sets to the next targets."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Self

from django.db.models import F

from exercises.models import Exercise, Variation
from training.models.runner import Runner
from training.models.session import LoggedSet, Session
from training.plan.progression import RULES, MovementRule, Performance, SetDone, Target, next_target
from training.plan.workout import Done, Dose
from training.units import IMPERIAL, Units

# At three a week these reach back 13 weeks, beyond the 63 days after which every movement starts anew.
SESSIONS_BACK = 40
POUNDS_STEP = 5


@dataclass(frozen=True, slots=True)
class PastSets:
    """The sets of the last sessions of a runner up to a day, by movement and variation."""

    on: date
    units: Units
    performances: dict[tuple[str, str], tuple[Performance, ...]]
    """By slugs of movement and variation, oldest first."""
    done: tuple[Done, ...]
    """Newest first."""

    @classmethod
    def of(cls, runner: Runner, on: date, *, without: Session | None = None) -> Self:
        """One query. Sessions after `on` are none of its past; `without` leaves the session itself out."""
        sessions = Session.objects.filter(runner=runner, day__lte=on).trained().newest_first()
        if without:
            sessions = sessions.exclude(pk=without.pk)
        rows = (
            LoggedSet.objects.working()
            .filter(session__in=sessions.values("pk")[:SESSIONS_BACK])
            .select_related("session", "exercise", "variation")
            .order_by("session__day", F("session__started_at").asc(nulls_first=True), "session", "position", "number")
        )
        performances, done = defaultdict(list), []
        for session, sets in groupby(rows, key=lambda row: row.session):
            by_variation: dict[tuple[str, str], list[SetDone]] = defaultdict(list)
            for row in sets:
                by_variation[row.exercise.slug, row.variation.slug].append(row.as_done)
            for (movement, variation), sets_done in by_variation.items():
                performance = Performance(session.day, tuple(sets_done), session.pain, session.light)
                performances[movement, variation].append(performance)
                done.append(Done(session.workout, movement, variation))
        found = {which: tuple(one) for which, one in performances.items()}
        return cls(on, runner.measures, found, tuple(reversed(done)))

    @property
    def last_trained(self) -> date | None:
        return max((past[-1].day for past in self.performances.values()), default=None)

    def last(self, variation: Variation) -> tuple[SetDone, ...]:
        """The sets of this variation when it was last done, in order; the movement is fetched with it."""
        past = self.performances.get((variation.exercise.slug, variation.slug))
        return past[-1].sets if past else ()

    def next_target(self, variation: Variation) -> Target:
        """What to do of this variation on the day, from its past sessions; the movement is fetched with it."""
        movement = variation.exercise.slug
        return next_target(
            rule_of(variation, self.units),
            self.performances.get((movement, variation.slug), ()),
            on=self.on,
            variation=variation.slug,
            known=any(slug == movement for slug, _ in self.performances),
            trained=self.last_trained,
        )


def rule_of(variation: Variation, units: Units) -> MovementRule:
    """The movement's rule with the range of this variation, growing by steps that the runner's weights have."""
    low, high = variation.reps_low or variation.seconds_low, variation.reps_high or variation.seconds_high
    rule = RULES[variation.exercise.slug].of(variation.slug, (low, high) if low and high else None)
    return replace(rule, increment=units.to_kg(POUNDS_STEP)) if units == IMPERIAL else rule


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
