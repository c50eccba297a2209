"""A week of the history, opened: its sums, what became of its recommended days, its muscles, its days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Self

from exercises.models import ExerciseMuscle, Muscle
from training.models.custom import CustomSet, OwnMovement
from training.models.muscle_work import MuscleWork, muscle_links
from training.models.run import Run
from training.models.runner import Runner
from training.models.session import Session
from training.models.week import Stretch, Summary, summaries
from training.plan.adherence import Kept, Outcome, adherence


@dataclass(frozen=True, slots=True)
class Day:
    day: date
    runs: list[Run]
    sessions: list[Session]
    kept: Kept | None
    """What became of it where it was recommended."""


@dataclass(frozen=True)
class OpenedWeek:
    """The sessions are those of the week, with their `sets_done`; `links` say what the movements train."""

    runner: Runner
    today: date
    summary: Summary
    sessions: Sequence[Session]
    kept: Sequence[Kept]
    links: list[ExerciseMuscle]

    @classmethod
    def of(cls, runner: Runner, today: date, first: date) -> Self:
        """The week that begins on `first`; five queries, and one for its runs."""
        stretch = Stretch(first, first + timedelta(days=6))
        rows = runner.sessions.between(stretch.first, stretch.last).with_sets_done()
        sessions = list(rows.order_by("day", "started_at", "pk"))
        (summary,) = summaries(runner, stretch, sessions)
        kept = kept_days(runner, today, stretch, sessions)
        return cls(runner, today, summary, sessions, kept, muscle_links())

    @property
    def first(self) -> date:
        return self.summary.first

    @cached_property
    def muscle_work(self) -> MuscleWork:
        return MuscleWork.of(sets_of_movements(self.summary), self.links)

    @property
    def neglected(self) -> list[Muscle]:
        """Muscles that the week hardly trained; nobody knows yet of a week that goes on."""
        return [] if self.first <= self.today <= self.summary.last else self.muscle_work.neglected

    @cached_property
    def own(self) -> list[OwnMovement]:
        """What was done of movements without a guide; one query where a session came from elsewhere, else none."""
        found: dict[str, list[CustomSet]] = {}
        done = [one for one in self.sessions if one.is_done]
        for movements in CustomSet.objects.of(done).values():
            for movement in movements:
                found.setdefault(movement.name, []).extend(movement.working)
        return [OwnMovement(name, 0, sets) for name, sets in found.items() if sets]

    @cached_property
    def days(self) -> list[Day]:
        """The days up to today, newest last, each with its runs and sessions; one query."""
        week = [self.first + timedelta(days=number) for number in range(7)]
        runs = list(self.runner.runs.between(week[0], week[-1]).order_by("start"))
        kept = {one.day: one for one in self.kept}
        found = [
            Day(
                day,
                [run for run in runs if run.day == day],
                [one for one in self.sessions if one.day == day],
                kept.get(day),
            )
            for day in week
        ]
        return [day for day in found if day.day <= self.today or day.runs or day.sessions]


def sets_of_movements(summary: Summary) -> dict[str, int]:
    """The sets by movement slug."""
    return {part.slug: part.sets for part in summary.movements}


def kept_days(runner: Runner, today: date, stretch: Stretch, sessions: Sequence[Session]) -> list[Kept]:
    """What became of the recommended days of the stretch, of today only where it is met already; one query.

    `sessions` are at least those of the stretch.
    """
    advised = runner.shown_weeks.recommended(stretch.first, min(stretch.last, today))
    done = {one.day for one in sessions if one.is_done}
    moved = {one.moved_from: one.day for one in sessions if one.is_done and one.moved_from}
    found: list[Kept] = []
    for week in sorted({runner.week_of(day) for day in advised}):
        days = {week + timedelta(days=number) for number in range(7)}
        found += adherence(advised & days, done & days, moved=moved)
    return [kept for kept in found if kept.day < today or kept.outcome is Outcome.MET]
