"""One movement over time: its sessions, its best sets, its totals."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from statistics import median

from django.db.models import Count, F, Max, Min, Value, Window
from django.db.models.functions import Coalesce, RowNumber

from exercises.models import Exercise, Variation
from training.models.runner import Runner
from training.models.session import LoggedSet, Session
from training.models.week import TOTAL_KG, TOTAL_REPS, TOTAL_SECONDS, sets_of
from training.plan.progression import e1rm

# An estimate from one session is a guess; the middle of three is a trend.
ESTIMATES = 3


@dataclass(frozen=True, slots=True)
class MovementTotals:
    """What counts of a movement since its first set, summed as in a week."""

    sessions: int
    sets: int
    reps: int
    seconds: int
    kg: float
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class MovementSession:
    """The sets of one movement in one session, warm-ups too, in the order they were done."""

    session: Session
    sets: tuple[LoggedSet, ...]

    @property
    def by_variation(self) -> list[tuple[Variation, list[LoggedSet]]]:
        groups = groupby(self.sets, key=lambda done: done.variation)
        return [(variation, list(done)) for variation, done in groups]

    @property
    def e1rm(self) -> float | None:
        """The best estimate of the session's sets in kilograms, within its limits (E40); mostly there is none."""
        working = [done for done in self.sets if not done.warm_up and done.reps]
        estimates = [e1rm(done.kg, done.reps or 0, done.rir) for done in working]
        return max((estimate for estimate in estimates if estimate), default=None)


def totals_of(runner: Runner, exercise: Exercise) -> MovementTotals:
    found = (
        sets_of(runner)
        .filter(exercise=exercise)
        .aggregate(
            total_sessions=Count("session", distinct=True),
            total_sets=Count("pk"),
            total_reps=TOTAL_REPS,
            total_seconds=TOTAL_SECONDS,
            total_kg=TOTAL_KG,
            total_first=Min("session__day"),
            total_last=Max("session__day"),
        )
    )
    return MovementTotals(**{name.removeprefix("total_"): value for name, value in found.items()})


def best_sets(runner: Runner, exercise: Exercise) -> list[LoggedSet]:
    """The best set of each variation, hardest variation first: the heaviest, of these the longest, of these the first.

    Loads of different variations do not compare, so there is no best set of the movement.
    """
    place = Window(
        RowNumber(),
        partition_by=F("variation"),
        order_by=[Coalesce("kg", Value(0.0)).desc(), Coalesce("reps", "seconds").desc(), "session__day", "pk"],
    )
    best = sets_of(runner).filter(exercise=exercise).annotate(place=place).filter(place=1)
    return list(best.select_related("session", "variation").order_by("-variation__position"))


def sessions_of_movement(
    runner: Runner, exercise: Exercise, *, before: date | None = None, days: int = 20
) -> tuple[list[MovementSession], date | None]:
    """The sessions of the newest `days` training days before `before`, newest first, and where the next page begins.

    The second is None where nothing is older. Whole days are kept together, so that the day alone is the key.
    """
    sets = LoggedSet.objects.filter(session__runner=runner, exercise=exercise).done()
    older = sets.filter(session__day__lt=before) if before else sets
    found = list(older.order_by("-session__day").values_list("session__day", flat=True).distinct()[: days + 1])
    if not found:
        return [], None
    shown = found[:days]
    rows = (
        sets.filter(session__day__range=(shown[-1], shown[0]))
        .select_related("session", "variation")
        .order_by("-session__day", "-session__started_at", "session", "position", "number")
    )
    by_session = groupby(rows, key=lambda row: row.session)
    sessions = [MovementSession(session, tuple(done)) for session, done in by_session]
    return sessions, shown[-1] if len(found) > days else None


def last_session_of(runner: Runner, exercise: Exercise) -> MovementSession | None:
    """The working sets of the newest session with that movement, one under way too; one query."""
    sets = sets_of(runner).filter(exercise=exercise)
    newest = sets.order_by("-session__day", F("session__started_at").desc(nulls_last=True), "session")
    rows = sets.filter(session=newest.values("session")[:1]).select_related("session", "variation")
    done = tuple(rows.order_by("position", "number"))
    return MovementSession(done[0].session, done) if done else None


def e1rm_trend(sessions: list[MovementSession]) -> float | None:
    """The median of the newest three estimates in kilograms; None where there are fewer.

    Only of the variation that was done last, given the sessions newest first.
    """
    if not sessions:
        return None
    variation = sessions[0].sets[-1].variation_id
    estimates = [found.e1rm for found in sessions if found.e1rm and found.sets[-1].variation_id == variation]
    return median(estimates[:ESTIMATES]) if len(estimates) >= ESTIMATES else None
