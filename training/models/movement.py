"""What was done last of one movement; all that was ever done of it is in movement_history."""

from dataclasses import dataclass
from itertools import groupby

from django.db.models import F

from exercises.models import Exercise, Variation
from training.models.runner import Runner
from training.models.session import LoggedSet, Session
from training.models.week import sets_of


@dataclass(frozen=True, slots=True)
class MovementSession:
    """The working sets of one movement in one session, in the order they were done."""

    session: Session
    sets: tuple[LoggedSet, ...]

    @property
    def by_variation(self) -> list[tuple[Variation, list[LoggedSet]]]:
        groups = groupby(self.sets, key=lambda done: done.variation)
        return [(variation, list(done)) for variation, done in groups]


def last_session_of(runner: Runner, exercise: Exercise) -> MovementSession | None:
    """The working sets of the newest session with that movement, one under way too; one query."""
    sets = sets_of(runner).filter(exercise=exercise)
    newest = sets.order_by("-session__day", F("session__started_at").desc(nulls_last=True), "session")
    rows = sets.filter(session=newest.values("session")[:1]).select_related("session", "variation")
    done = tuple(rows.order_by("position", "number"))
    return MovementSession(done[0].session, done) if done else None
