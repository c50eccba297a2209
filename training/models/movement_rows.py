"""The rows of one movement over time: queries whose number and rows ten years do not change much."""

import uuid
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    FloatField,
    IntegerField,
    Max,
    QuerySet,
    UUIDField,
    Value,
    When,
    Window,
)
from django.db.models.functions import Cast, Coalesce, RowNumber

from config.prepared import Asked, Prepared
from exercises.models import Exercise
from exercises.models.translated import in_language
from training.models.planned_movement import PlannedMovement
from training.models.records import BiggestSession, RungRecord, SetsAlike
from training.models.session import LoggedSet, LoggedSetQuerySet
from training.models.step import Step
from training.models.week import SIDES
from training.plan.progression import e1rm
from training.plan.progression.sets import DELOADS
from training.plan.progression.strength import MAX_REPS, MAX_RIR

DAYS_A_PAGE = 20

RUNNER = Asked("runner", IntegerField())
EXERCISE = Asked("exercise", IntegerField())
DAY = DateField()


class Rung(NamedTuple):
    """A variation of the movement, as far as its history shows it."""

    pk: int
    position: int
    slug: str
    name: str
    move_up: str


class Movement(NamedTuple):
    pk: int
    slug: str
    name: str
    ladder: tuple[Rung, ...]
    """From the easiest to the hardest."""


class Point(NamedTuple):
    """The best set of a rung in a session, a week or longer, and the best estimate of its 1RM in that time."""

    rung: int
    session: uuid.UUID
    day: date
    light: bool
    reps: int | None
    seconds: int | None
    kg: float | None
    per_leg: bool
    estimate: float | None
    """Kilograms; within the limits of E40, else None."""

    @property
    def amount(self) -> int:
        return self.reps if self.reps is not None else self.seconds or 0

    @property
    def rank(self) -> tuple[float, int]:
        return self.kg or 0.0, self.amount


class OneSet(NamedTuple):
    """A row of the table of every set."""

    session: uuid.UUID
    day: date
    light: bool
    rung: int
    warm_up: bool
    reps: int | None
    seconds: int | None
    kg: float | None
    per_leg: bool
    rir: int | None

    @property
    def amount(self) -> int:
        return self.reps if self.reps is not None else self.seconds or 0

    @property
    def estimate(self) -> float | None:
        """The estimated 1RM in kilograms, within its limits (E40)."""
        return None if self.warm_up or not self.reps else e1rm(self.kg, self.reps, self.rir)


class SessionSets(NamedTuple):
    """The sets of the movement in one session, warm-ups too, in the order they were done."""

    session: uuid.UUID
    day: date
    light: bool
    sets: tuple[OneSet, ...]

    def estimate(self, rung: int | None = None) -> float | None:
        """The best of its sets, of that rung only where one is given; mostly there is none."""
        found = [one.estimate for one in self.sets if rung in (None, one.rung)]
        return max(filter(None, found), default=None)


def sets_asked() -> LoggedSetQuerySet:
    """The sets that count of the runner and movement asked for."""
    return LoggedSet.objects.filter(session__runner=RUNNER, exercise=EXERCISE).done().working()


def ladder_asked() -> QuerySet[Any, Any]:
    rungs = "variations__pk", "variations__position", "variations__slug"
    return (
        Exercise.objects.filter(slug=Asked("slug", CharField()))
        .order_by("variations__position")
        .values_list(
            "pk",
            "slug",
            in_language("name"),
            *rungs,
            in_language("variations__name"),
            in_language("variations__move_up"),
        )
    )


def done_asked() -> QuerySet[Any, Any]:
    done = sets_asked().order_by().annotate(sides=SIDES)
    return done.values_list("variation_id", "session_id", "session__day", "per_leg", "kg", "reps", "seconds", "sides")


# Sets that are alike, one row a kind, and the biggest session of each rung, which has its id in the last column: of all
# kilograms the most, of as many the most reps, then seconds, then the first. Together, because finding the sets of ten
# years is what takes the time.
RECORDS = """
WITH done (variation_id, session_id, day, per_leg, kg, reps, seconds, sides) AS MATERIALIZED ({rows}),
sessions AS (
    SELECT variation_id, session_id, day, COALESCE(SUM(reps * kg * sides), 0) AS kg,
           COALESCE(SUM(reps * sides), 0) AS reps, COALESCE(SUM(seconds * sides), 0) AS seconds
    FROM done GROUP BY variation_id, session_id, day
),
placed AS (
    SELECT sessions.*, COUNT(*) OVER (PARTITION BY variation_id) AS how_many,
           ROW_NUMBER() OVER (
               PARTITION BY variation_id ORDER BY kg DESC, reps DESC, seconds DESC, day, session_id
           ) AS place
    FROM sessions
)
SELECT variation_id, per_leg, kg, reps, seconds, COUNT(*), MIN(day), MAX(day), NULL
FROM done GROUP BY variation_id, per_leg, kg, reps, seconds
UNION ALL
SELECT variation_id, FALSE, kg, reps, seconds, how_many, day, day, session_id FROM placed WHERE place = 1
"""


def estimate_in_sql() -> Case:
    """What `training.plan.progression.e1rm` says of a set; a law holds the two together."""
    possible = Cast(F("reps") + F("rir"), FloatField())
    epley, brzycki = F("kg") * (Value(1.0) + possible / Value(30.0)), F("kg") * Value(36.0) / (Value(37.0) - possible)
    within = {"kg__gt": 0, "reps__gte": 1, "rir__lte": MAX_RIR, "possible__lte": MAX_REPS}
    return Case(
        When(**within, possible__gt=1, then=(epley + brzycki) / Value(2.0)),
        When(**within, then=F("kg")),
        output_field=FloatField(),
    )


@cache
def points_prepared(step: Step | None, week_starts_on: int) -> Prepared:
    """The best set of each rung in each step, or session, of the time asked for, by day."""
    piece = step.in_sql("session__day", starts_on=week_starts_on) if step else F("session")

    def asked() -> QuerySet[Any, Any]:
        together = [F("variation"), F("piece")]
        better = [Coalesce("kg", Value(0.0)).desc(), Coalesce("reps", "seconds").desc()]
        return (
            sets_asked()
            .filter(session__day__range=(Asked("first", DAY), Asked("last", DAY)))
            .annotate(piece=piece, possible=F("reps") + F("rir"))
            .annotate(estimate=estimate_in_sql())
            .annotate(
                place=Window(RowNumber(), together, [*better, F("session__day"), F("number"), F("pk")]),
                best_estimate=Window(Max("estimate"), together),
            )
            .filter(place=1)
            .order_by("session__day", "session")
            .values_list(
                "variation", "session", "session__day", "session__light", "reps", "seconds", "kg", "per_leg",
                "best_estimate",
            )
        )  # fmt: skip

    return Prepared(asked)


def sets_of_page_asked() -> QuerySet[Any, Any]:
    """Of the newest days before the one asked for, and of one more day where there is one."""
    sets = LoggedSet.objects.filter(session__runner=RUNNER, exercise=EXERCISE).done()
    days = (
        sets.filter(session__day__lt=Asked("before", DAY)).order_by("-session__day").values("session__day").distinct()
    )
    started = F("session__started_at").desc(nulls_last=True)
    return (
        sets.filter(session__day__in=days[: DAYS_A_PAGE + 1])
        .order_by("-session__day", started, "session", "position", "number")
        .values_list(
            "session",
            "session__day",
            "session__light",
            "variation",
            "warm_up",
            "reps",
            "seconds",
            "kg",
            "per_leg",
            "rir",
        )
    )


def sessions_of_records_asked() -> QuerySet[Any, Any]:
    done = sets_asked().filter(session__day__in=[Asked("days", DAY)]).order_by("session__day", "session")
    return done.values_list("variation", "session__day", "kg", "reps", "seconds", "per_leg", "session")


def deloads_asked() -> QuerySet[Any, Any]:
    planned = PlannedMovement.objects.filter(session__id__in=[Asked("sessions", UUIDField())])
    return planned.filter(why__rule__in=sorted(map(str, DELOADS))).order_by().values_list("session").distinct()


LADDER, SETS_ALIKE = Prepared(ladder_asked), Prepared(done_asked, around=RECORDS)
SETS_OF_PAGE = Prepared(sets_of_page_asked)
SESSIONS_OF_RECORDS, DELOAD_SESSIONS = Prepared(sessions_of_records_asked), Prepared(deloads_asked)


def movement_of(slug: str) -> Movement | None:
    rows = LADDER.rows(slug=slug)
    if not rows:
        return None
    pk, slug, name = rows[0][:3]
    return Movement(pk, slug, name, tuple(Rung(*row[3:]) for row in rows if row[3]))


def records_of(runner: int, exercise: int) -> dict[int, RungRecord]:
    """The record of each variation that was done, by its key; one query."""
    kinds: dict[int, list[SetsAlike]] = {}
    biggest: dict[int, BiggestSession] = {}
    for rung, per_leg, kg, reps, seconds, count, first, last, session in SETS_ALIKE.rows(
        runner=runner, exercise=exercise
    ):
        if session is None:
            done = SetsAlike(rung, bool(per_leg), kg, reps, seconds, count, as_date(first), as_date(last))
            kinds.setdefault(rung, []).append(done)
        else:
            pk = session if isinstance(session, uuid.UUID) else uuid.UUID(session)
            biggest[rung] = BiggestSession(pk, as_date(first), reps, seconds, kg, sessions=count)
    return {rung: RungRecord(tuple(kinds[rung]), biggest[rung]) for rung in kinds}


def as_date(day: date | str) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)
