"""A year's firsts and bests: the heaviest sets, the rungs newly climbed, the hundredth session."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, F, Q, Value, When, Window
from django.db.models.expressions import BaseExpression
from django.db.models.functions import Coalesce, RowNumber

from exercises.models.translated import in_language
from training.models.runner import Runner
from training.models.week import sets_of
from training.models.year import Year, YearRun, YearSession

# Sessions are counted in hundreds: often enough to come by, seldom enough to be worth a line.
ROUND_NUMBER = 100


class YearSet(NamedTuple):
    """A set that stands out in its year, and of what it was."""

    exercise: int
    slug: str
    movement: str
    variation: int
    rung: str
    day: date
    session: UUID
    reps: int | None
    seconds: int | None
    kg: float | None
    per_leg: bool
    place: int
    """1 for the best set of its movement."""
    turn: int
    """1 for the first set of its variation."""


@dataclass(frozen=True, slots=True)
class MovementYear:
    """The best set of a movement, and the first sets on the variations that were never done before."""

    best: YearSet
    new: tuple[YearSet, ...]


def movements_of(runner: Runner, first: date, last: date) -> list[MovementYear]:
    """Every movement that was done from `first` to `last`, in the order of the guides; two queries.

    The best set is the heaviest, of these the longest, of these the first. Without any load a hold goes before reps.
    """
    best: list[BaseExpression | F | str] = [
        Coalesce("kg", Value(0.0)).desc(),
        Case(When(seconds=None, then=Value(1)), default=Value(0)),
        Coalesce("reps", "seconds").desc(),
        "session__day",
        "pk",
    ]
    rows = (
        sets_of(runner)
        .filter(session__day__range=(first, last))
        .annotate(
            place=Window(RowNumber(), partition_by=F("exercise"), order_by=best),
            turn=Window(RowNumber(), partition_by=F("variation"), order_by=["session__day", "pk"]),
        )
        .filter(Q(place=1) | Q(turn=1))
        .order_by("exercise__position", "session__day", "variation__position")
        .values_list(
            "exercise",
            "exercise__slug",
            in_language("exercise__name"),
            "variation",
            in_language("variation__name"),
            "session__day",
            "session",
            "reps",
            "seconds",
            "kg",
            "per_leg",
            "place",
            "turn",
        )
    )
    found = [YearSet._make(row) for row in rows]
    known = variations_before(runner, first)
    new = [one for one in found if one.turn == 1 and one.variation not in known]
    return [
        MovementYear(one, tuple(rung for rung in new if rung.exercise == one.exercise))
        for one in found
        if one.place == 1
    ]


def variations_before(runner: Runner, day: date) -> set[int]:
    """The variations that were done before that day."""
    rows = sets_of(runner).filter(session__day__lt=day).order_by()
    return set(rows.values_list("variation", flat=True).distinct())


def longest_run(year: Year) -> YearRun | None:
    """The first of the longest: by distance, or by time where no run has one."""
    with_distance = [run for run in year.runs if run.metres]
    return max(with_distance, key=lambda run: run.metres or 0, default=None) or max(
        year.runs, key=lambda run: run.seconds, default=None
    )


def longest_week(year: Year) -> date | None:
    """The first day of the week with most running: by distance, or by time where no run has one."""
    weeks = year.running_weeks
    by = 0 if any(metres for metres, _seconds in weeks.values()) else 1
    return max(weeks, key=lambda week: (weeks[week][by], -week.toordinal()), default=None)


def counted_sessions(year: Year) -> list[tuple[int, YearSession]]:
    """The first session ever and each hundredth, with their numbers, of those that were in this year."""
    start = year.around.sessions_before + 1
    numbered = enumerate(year.sessions, start)
    return [(number, one) for number, one in numbered if number == 1 or number % ROUND_NUMBER == 0]
