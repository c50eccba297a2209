"""A session before it begins: what there is to do in it, and the seal under which it travels to a device and back."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.core import signing

from training.models.past_sets import PastSets
from training.models.planned_movement import PlannedMovement
from training.models.runner import Runner
from training.models.session import Session
from training.models.upcoming import Guides
from training.plan.workout import next_workout

SALT = "training.draft"
# A page kept on a phone for longer than this says nothing useful any more.
KEPT_FOR = 60 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Draft:
    """A session and its movements, nothing of it stored."""

    session: Session
    movements: Sequence[PlannedMovement]
    past: PastSets | None = None
    guides: Guides | None = None
    """What it was made from; None for one that was sealed."""

    @classmethod
    def of(cls, session: Session, *, minutes: int | None = None, also: str = "") -> Self:
        """What to do in a session of that day and workout, from what was done up to that day; three queries.

        `minutes` is the time there is; without it the runner's usual. `also` is a movement to have in it at any rate:
        it comes last where it would not be there. Raises KeyError where that has no guide.
        """
        past, guides = PastSets.of(session.runner, session.day), Guides.load()
        movements = guides.movements(
            session.workout, past, light=session.light, minutes=minutes or session.runner.session_minutes
        )
        if also and also not in {one.exercise.slug for one in movements}:
            movements.append(guides.alone(also, past, beside=movements, light=session.light))
        for movement in movements:
            movement.session = session
        return cls(session, movements, past, guides)

    @classmethod
    def next(cls, runner: Runner, today: date, *, last: Session | None) -> Self:
        """The session that comes after `last`, dated today, light where the next recommended day is; five queries."""
        shown = runner.shown_weeks.current(today)
        light, reasons = shown.next_day(today) if shown else (False, [])
        session = Session(
            runner=runner, day=today, workout=next_workout(last.workout if last else None), light=light, reasons=reasons
        )
        return cls.of(session)

    def sealed(self) -> str:
        """All of it as text that only we can have written, for this runner alone."""
        session = self.session
        content = {
            "runner": session.runner_id,
            "workout": session.workout,
            "light": session.light,
            "reasons": session.reasons,
            "movements": [
                [one.position, one.order, one.exercise_id, one.variation_id, one.targets, one.rest_seconds, one.why]
                for one in self.movements
            ],
        }
        return signing.dumps(content, salt=SALT, compress=True)

    @classmethod
    def unsealed(cls, text: str, *, pk: uuid.UUID, runner: Runner, day: date) -> Self:
        """The draft that was sealed, as the session `pk` of that day.

        Raises django.core.signing.BadSignature for what we did not write, wrote for another runner or long ago.
        """
        content: dict[str, Any] = signing.loads(text, salt=SALT, max_age=KEPT_FOR)
        if content["runner"] != runner.pk:
            raise signing.BadSignature("sealed for another runner")
        session = Session(
            pk=pk,
            runner=runner,
            day=day,
            workout=content["workout"],
            light=content["light"],
            reasons=content["reasons"],
        )
        return cls(session, [_movement(session, *values) for values in content["movements"]])


def _movement(
    session: Session,
    position: int,
    order: int,
    exercise_id: int,
    variation_id: int,
    targets: list[dict[str, Any]],
    rest_seconds: int,
    why: dict[str, Any],
) -> PlannedMovement:
    return PlannedMovement(
        session=session,
        position=position,
        order=order,
        exercise_id=exercise_id,
        variation_id=variation_id,
        targets=targets,
        rest_seconds=rest_seconds,
        why=why,
    )
