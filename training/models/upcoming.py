"""Strength that is still to come, planned or recommended, with what there is to do in it."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from exercises.models import Variation
from training.models.past_sets import PastSets, dose_of
from training.models.planned_movement import PlannedMovement
from training.models.session import Session
from training.models.week_ahead import WeekAhead
from training.plan.recommend import DayAdvice
from training.plan.workout import CHANGE_MINUTES, Dose, build, choose, next_workout, warm_up_minutes


@dataclass(frozen=True, slots=True)
class StrengthAhead:
    """Strength on a day to come. `session` is the planned one; without it the day is only recommended."""

    day: date
    workout: Session.Workout
    light: bool
    movements: tuple[PlannedMovement, ...]
    advice: DayAdvice | None = None
    session: Session | None = None
    minutes: int = 0
    """Predicted, at the runner's pace."""


@dataclass(frozen=True, slots=True)
class Guides:
    """Every movement's ladder of variations, by the movement's slug."""

    ladders: dict[str, list[Variation]]

    @classmethod
    def load(cls) -> Self:
        """One query."""
        ladders = defaultdict(list)
        for variation in Variation.objects.select_related("exercise").order_by("exercise__position", "position"):
            ladders[variation.exercise.slug].append(variation)
        return cls(dict(ladders))

    @property
    def doses(self) -> dict[str, Dose]:
        return {movement: dose_of(ladder[0].exercise, ladder) for movement, ladder in self.ladders.items()}

    def chosen(self, workout: str, past: PastSets, *, minutes: float | None = None) -> dict[str, Variation]:
        """The variation of each movement of the workout, by the movement's slug; no query."""
        rungs = {(movement, one.slug): one for movement, ladder in self.ladders.items() for one in ladder}
        doses, usual = self.doses, minutes and minutes / past.pace
        return {
            movement: rungs.get((movement, slug)) or rungs[movement, doses[movement].variation]
            for movement, slug in choose(workout, doses, past.done, equipment=past.equipment, minutes=usual).items()
        }

    def written(self, movements: Iterable[PlannedMovement]) -> list[PlannedMovement]:
        """These movements with their variations; no query."""
        known = {one.pk: one for ladder in self.ladders.values() for one in ladder}
        found = list(movements)
        for one in found:
            one.variation = known[one.variation_id]
            one.exercise = one.variation.exercise
        return found

    def alone(
        self, movement: str, past: PastSets, *, beside: Sequence[PlannedMovement] = (), light: bool = False
    ) -> PlannedMovement:
        """A movement outside of its workouts, in the variation done last; last in a session of these others.

        Unsaved, no query. Raises KeyError for a movement without guide.
        """
        variation = self.chosen(Session.Workout.FULL, past)[movement]
        planned = past.planned(variation, beside=[one.variation for one in beside], light=light)
        planned.order = max((one.order for one in beside), default=0) + 1
        return planned

    def movements(
        self, workout: str, past: PastSets, *, light: bool = False, minutes: float | None = None
    ) -> list[PlannedMovement]:
        """The movements of a session that is not there yet, each in the variation done last; unsaved, no query.

        `minutes` is the time there is; rests, sets and movements give way until the runner's pace fits it. All seven
        are somebody's wish: they take the time they take.
        """
        if workout == Session.Workout.FULL:
            minutes = None
        chosen = self.chosen(workout, past, minutes=minutes)
        built = build(
            workout,
            doses=self.doses,
            choices={movement: variation.slug for movement, variation in chosen.items()},
            targets=past.targets(chosen.values()),
            light=light,
            minutes=minutes,
            pace=past.pace,
            neglected=past.neglected,
        )
        return [
            PlannedMovement(
                position=chosen[item.movement].exercise.position,
                order=order,
                exercise=chosen[item.movement].exercise,
                variation=chosen[item.movement],
                rest_seconds=item.rest,
            ).aim(item.sets, last=past.last(chosen[item.movement]), why=item.why, suggest=item.suggest)
            for order, item in enumerate(built.items, start=1)
        ]


def predicted_minutes(movements: Collection[PlannedMovement], *, pace: float = 1.0) -> int:
    """How long these movements take, warm-up and changes included, for a runner of that pace (`PastSets.pace`)."""
    seconds = sum(sum(movement.predicted_seconds) for movement in movements)
    return round(pace * (warm_up_minutes(len(movements)) + len(movements) * CHANGE_MINUTES + seconds / 60))


def strength_ahead(ahead: WeekAhead, *, only: date | None = None) -> list[StrengthAhead]:
    """What is planned and recommended from today on, in order, at most one a day; or that of the day `only`.

    Nothing on a day that was trained on or skipped, and nothing at all while what was reported needs a clinician's eye.
    Three queries at most: guides, past sets and what is around them.
    """
    if ahead.stopped:
        return []
    today, runner = ahead.today, ahead.runner
    planned = {one.day: one for one in ahead.sessions if one.status == Session.Status.PLANNED and one.day >= today}
    taken = {one.day for one in ahead.sessions if one.is_trained or one.status == Session.Status.SKIPPED}
    advice = {day.day: day for day in ahead.recommendation.days}
    days = sorted({*planned, *(day.day for day in ahead.recommendation.chosen)} - taken)
    if not days:
        return []
    wanted = {only} if only else {*days}
    guides, past = Guides.load(), PastSets.of(runner, today)
    last = last_workout(ahead, past)
    found = []
    for day in days:
        session, advised = planned.get(day), advice.get(day)
        workout = Session.Workout(session.workout if session else next_workout(last))
        last = workout
        if day not in wanted:
            continue
        light = bool((session and session.light) or (advised and advised.light))
        movements = (session and guides.written(ahead.movements.get(session.pk, ()))) or guides.movements(
            workout, past, light=light, minutes=runner.session_minutes
        )
        minutes = predicted_minutes(movements, pace=past.pace)
        found.append(StrengthAhead(day, workout, light, tuple(movements), advised, session, minutes))
    return found


def last_workout(ahead: WeekAhead, past: PastSets) -> str | None:
    """The workout of ours trained last: of the weeks that were read or, where none was trained in them, ever."""
    ours = (one for one in ahead.sessions if one.is_trained and not one.is_own)
    if latest := max(ours, key=lambda one: one.day, default=None):
        return latest.workout
    return next((one.workout for one in past.done if one.workout != Session.Workout.OWN), None)
