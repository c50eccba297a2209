"""The sets of a runner's last sessions with the little of them that the next targets rest on; no model is made of them.

Seven hundred sets and their sessions as instances of their models would take six times as long.
"""

from collections.abc import Iterator
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple
from uuid import UUID

from django.db.models import DateField, F, IntegerField, OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Coalesce

from config.prepared import Asked, Prepared
from training.models.planned_movement import PlannedMovement
from training.models.session import LoggedSet, Session
from training.plan.progression import SetDone
from training.plan.progression.sets import DELOADS, MorningAfter

# At three a week these reach back 13 weeks, beyond the 63 days after which every movement starts anew.
SESSIONS_BACK = 40
NO_SESSION = UUID(int=0)

type Rung = tuple[str, str]
"""Slugs of movement and variation."""


class PastSet(NamedTuple):
    """A working set; reps and seconds are of one leg where `per_leg`."""

    movement: str
    variation: str
    low: int | None
    """The range of the variation, where it has one of its own."""
    high: int | None
    position: int
    reps: int | None
    seconds: int | None
    kg: float | None
    per_leg: bool
    rir: int | None
    logged_at: datetime
    rest: int
    """Seconds, as planned for its movement, or as the guide says."""

    @property
    def rung(self) -> Rung:
        return self.movement, self.variation

    @property
    def amount(self) -> int:
        """Reps, or seconds of a hold."""
        return self.reps if self.reps is not None else self.seconds or 0

    @property
    def as_done(self) -> SetDone:
        return SetDone(self.amount, self.kg, self.rir)


class PastSession(NamedTuple):
    """A session that is done or under way."""

    pk: UUID
    day: date
    workout: str
    status: str
    light: bool
    started_at: datetime | None
    finished_at: datetime | None
    effort: int | None
    pain: int | None
    morning_after: MorningAfter
    deload: int | None
    """The place of a movement of it that was in a deload, None where none was."""

    @property
    def is_own(self) -> bool:
        return self.workout == Session.Workout.OWN

    @property
    def is_done(self) -> bool:
        return self.status == Session.Status.DONE


def past_sessions(runner: int, on: date, without: UUID | None = None) -> Iterator[tuple[PastSession, list[PastSet]]]:
    """The last sessions up to `on` of the runner of that key, oldest first, with their working sets; one query."""
    rows = PAST.rows(runner=runner, on=on, without=without or NO_SESSION)
    width = len(PastSession._fields)
    for session, sets in groupby(rows, key=lambda row: row[:width]):
        yield PastSession(*session), [PastSet(*row[width:]) for row in sets]


def _past() -> QuerySet[LoggedSet, tuple[object, ...]]:
    """Both of the planned movement are looked up set by set: EXISTS makes PostgreSQL read those of everybody."""
    runner, on, without = Asked("runner", IntegerField()), Asked("on", DateField()), Asked("without", UUIDField())
    sessions = Session.objects.filter(runner=runner, day__lte=on).trained().exclude(pk=without).newest_first()
    deloads = PlannedMovement.objects.filter(session=OuterRef("session"), why__rule__in=[str(rule) for rule in DELOADS])
    planned = PlannedMovement.objects.filter(session=OuterRef("session"), position=OuterRef("position"))
    return (
        LoggedSet.objects.working()
        .filter(session__in=sessions.values("pk")[:SESSIONS_BACK])
        .order_by("session__day", F("session__started_at").asc(nulls_first=True), "session", "position", "number")
        .values_list(
            "session",
            "session__day",
            "session__workout",
            "session__status",
            "session__light",
            "session__started_at",
            "session__finished_at",
            "session__effort",
            "session__pain",
            "session__morning_after",
            Subquery(deloads.order_by().values("position")[:1]),
            "exercise__slug",
            "variation__slug",
            Coalesce("variation__reps_low", "variation__seconds_low"),
            Coalesce("variation__reps_high", "variation__seconds_high"),
            "position",
            "reps",
            "seconds",
            "kg",
            "per_leg",
            "rir",
            "logged_at",
            Coalesce(Subquery(planned.order_by().values("rest_seconds")[:1]), "exercise__rest_seconds"),
        )
    )


PAST = Prepared(_past)
