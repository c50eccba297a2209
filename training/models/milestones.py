"""A year's firsts and bests: the heaviest sets, the rungs newly climbed, the hundredth session."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q

from exercises.models import Variation
from exercises.models.translated import in_language
from training.models.week import sets_of
from training.models.year import Year
from training.models.year_rows import SetGroup, YearRun, YearSession

# Sessions are counted in hundreds: often enough to come by, seldom enough to be worth a line.
ROUND_NUMBER = 100


class Rung(NamedTuple):
    """A variation that was done in the year, and its movement."""

    variation: int
    name: str
    slug: str
    movement: str
    known: bool
    """Whether it was done before the year."""


class NewRung(NamedTuple):
    name: str
    day: date


@dataclass(frozen=True, slots=True)
class MovementYear:
    """A movement with its best set, what that was a set of, and the first days on variations never done before."""

    rung: Rung
    best: SetGroup
    new: tuple[NewRung, ...]
    sets: int


def movements_of(year: Year) -> list[MovementYear]:
    """Every movement that was done in the year, in the order of the guides; one query.

    The best set is the heaviest, of these the longest, of these the first. Without any load a hold goes before reps.
    """
    groups: dict[int, list[SetGroup]] = defaultdict(list)
    for group in year.sets:
        groups[group.variation].append(group)
    by_movement: dict[str, list[Rung]] = defaultdict(list)
    for rung in rungs_of(year, groups):
        by_movement[rung.slug].append(rung)
    found = []
    for rungs in by_movement.values():
        some = [group for rung in rungs for group in groups[rung.variation]]
        best = max(some, key=_heaviness)
        new = [
            NewRung(rung.name, min(group.first for group in groups[rung.variation])) for rung in rungs if not rung.known
        ]
        found.append(
            MovementYear(
                rung=next(rung for rung in rungs if rung.variation == best.variation),
                best=best,
                new=tuple(sorted(new, key=lambda rung: rung.day)),
                sets=sum(group.number for group in some),
            )
        )
    return found


def _heaviness(group: SetGroup) -> tuple[float, bool, int, int]:
    amount = group.reps if group.seconds is None else group.seconds
    return group.kg or 0.0, group.seconds is not None, amount or 0, -group.first.toordinal()


def rungs_of(year: Year, variations: Iterable[int]) -> list[Rung]:
    """These variations, movement by movement, the easiest first."""
    before = sets_of(year.runner).filter(session__day__lt=year.first).order_by().values("variation")
    rows = (
        Variation.objects.filter(pk__in=list(variations))
        .order_by("exercise__position", "position")
        .values_list(
            "pk",
            in_language("name"),
            "exercise__slug",
            in_language("exercise__name"),
            ExpressionWrapper(Q(pk__in=before), output_field=BooleanField()),
        )
    )
    return [Rung._make(row) for row in rows]


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
