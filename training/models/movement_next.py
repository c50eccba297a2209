"""One movement for a runner today: the sets done last, the next target, and the session that it would be done in."""

from dataclasses import dataclass
from datetime import date
from typing import Self

from exercises.models import Exercise
from training.models.draft import Draft
from training.models.movement import MovementSession, last_session_of
from training.models.next_session import NextSession
from training.models.past_sets import PastSets
from training.models.planned_movement import PlannedMovement
from training.models.runner import Runner
from training.models.session import Session
from training.models.upcoming import Guides
from training.plan.progression import RULES


@dataclass(frozen=True, slots=True)
class MovementNext:
    """The target is that of the session under way or of the next one, where it holds the movement.

    Else it is the target that the movement would get when it is added. No target while strength is stopped.
    """

    exercise: Exercise
    last: MovementSession | None
    following: NextSession
    planned: PlannedMovement | None
    in_session: bool = False
    """Whether that session holds the movement already."""

    @classmethod
    def of(cls, runner: Runner, exercise: Exercise, today: date) -> Self:
        """Eight queries at most, however long the history."""
        last, following = last_session_of(runner, exercise), NextSession.of(runner, today)
        if exercise.slug not in RULES:
            return cls(exercise, last, following, None)  # an editor's own: nothing is known of its progression
        if following.running:
            return cls(exercise, last, following, *in_running(runner, exercise, following.running))
        if following.draft:
            return cls(exercise, last, following, *in_draft(exercise, following.draft))
        return cls(exercise, last, following, None)

    @property
    def done_here(self) -> bool:
        """Whether the sets done last are those of the session under way."""
        return bool(self.last and self.following.running and self.last.session == self.following.running)


def in_running(runner: Runner, exercise: Exercise, session: Session) -> tuple[PlannedMovement, bool]:
    """The movement as that session has it or would have it, and whether it has it."""
    movements = list(session.movements.select_related("exercise", "variation__exercise"))
    if there := next((one for one in movements if one.exercise == exercise), None):
        return there, True
    past = PastSets.of(runner, session.day, without=session)
    return Guides.load().alone(exercise.slug, past, beside=movements, light=session.light), False


def in_draft(exercise: Exercise, draft: Draft) -> tuple[PlannedMovement | None, bool]:
    if there := next((one for one in draft.movements if one.exercise == exercise), None):
        return there, True
    if draft.past is None or draft.guides is None:
        return None, False
    return draft.guides.alone(exercise.slug, draft.past, beside=draft.movements, light=draft.session.light), False
