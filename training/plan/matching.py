"""A planned run and the run that really happened: which belongs to which, and how they differ.

The nearest pairs of one day come first; then runs that were moved by a day within their week, if they are alike. Each
real run fulfils at most one planned run. How far a run may be off and still be as planned is our own number (D).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from training.plan.load import Classified
from training.plan.week import Kind

# Within a fifth of the planned distance or time a run is as long as planned.
TOLERANCE = 0.2
# A run on a neighbouring day is the moved one only if it is about as long and nearly as hard.
MOVED_TOLERANCE = 0.4
MOVED_EFFORTS = 1
UNKNOWN_LENGTH = 0.3

_EFFORT = {Kind.REST: 0, Kind.CROSS: 1, Kind.EASY: 2, Kind.LONG: 2, Kind.MODERATE: 3, Kind.HARD: 4, Kind.RACE: 5}


class Difference(StrEnum):
    """How the run that happened differs from the planned one."""

    HARDER = "harder"
    EASIER = "easier"
    LONGER = "longer"
    SHORTER = "shorter"


class Outcome(StrEnum):
    """What became of a planned run, or what a real run was to the plan."""

    AS_PLANNED = "as-planned"
    OTHERWISE = "otherwise"
    MISSED = "missed"
    EXTRA = "extra"
    TO_COME = "to-come"


@dataclass(frozen=True, slots=True)
class Planned:
    """A planned run or race. `hard` marks a long run with hard parts; `id` is opaque."""

    day: date
    kind: Kind
    metres: float | None = None
    minutes: float | None = None
    hard: bool = False
    id: object = None

    @property
    def effort(self) -> int:
        return _EFFORT[Kind.HARD if self.hard and self.kind is Kind.LONG else self.kind]


@dataclass(frozen=True, slots=True)
class Match:
    """A planned run with the run that fulfilled it, or one of them alone. Planned rest is matched with nothing."""

    outcome: Outcome
    planned: Planned | None = None
    done: Classified | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def moved_by(self) -> int:
        """Days from the planned day to the real one; negative where it was run before."""
        return (self.done.run.day - self.planned.day).days if self.planned and self.done else 0

    @property
    def day(self) -> date:
        """The day on which it belongs in a list: that of the run, else that of the plan."""
        return self.done.run.day if self.done else self.planned.day if self.planned else date.min


def match(
    planned: Iterable[Planned], done: Iterable[Classified], *, today: date, week_starts_on: int = 0
) -> tuple[Match, ...]:
    """Match a plan with a log, in the order of days.

    A planned run of today or later that was not run yet is to come. Weeks begin on `week_starts_on`, 0 = Monday.
    """
    wanted = sorted((one for one in planned if one.kind is not Kind.REST), key=_planned_order)
    runs = sorted(done, key=_done_order)
    pairs = _pairs(wanted, runs, week_starts_on)
    matches = [
        Match(Outcome.OTHERWISE if differences else Outcome.AS_PLANNED, wanted[i], runs[j], differences)
        for i, j in pairs.items()
        for differences in [tuple(_differences(wanted[i], runs[j]))]
    ]
    matches += [
        Match(Outcome.TO_COME if one.day >= today else Outcome.MISSED, one)
        for i, one in enumerate(wanted)
        if i not in pairs
    ]
    taken = set(pairs.values())
    matches += [Match(Outcome.EXTRA, done=run) for j, run in enumerate(runs) if j not in taken]
    return tuple(sorted(matches, key=_match_order))


def _pairs(wanted: list[Planned], runs: list[Classified], week_starts_on: int) -> dict[int, int]:
    """Index of the planned run -> index of the real one; the nearest pairs first."""
    candidates = sorted(
        (distance, i, j)
        for i, one in enumerate(wanted)
        for j, run in enumerate(runs)
        if abs((run.run.day - one.day).days) <= 1
        for distance in [_distance(one, run, week_starts_on)]
        if distance is not None
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in candidates:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _distance(planned: Planned, done: Classified, week_starts_on: int) -> tuple[int, float] | None:
    """How far a run is from a planned one: days apart first, then effort and length; None if it cannot be the one."""
    days = abs((done.run.day - planned.day).days)
    effort, length = abs(_effort(done) - planned.effort), _length_off(planned, done)
    off = UNKNOWN_LENGTH if length is None else abs(length)
    if days == 0:
        return 0, effort + 2 * off
    alike = effort <= MOVED_EFFORTS and off <= MOVED_TOLERANCE and planned.kind is not Kind.RACE
    # Cross-training and running do not stand in for one another on another day.
    same_sport = (planned.kind is Kind.CROSS) == (done.kind is Kind.CROSS)
    same_week = _week(planned.day, week_starts_on) == _week(done.run.day, week_starts_on)
    return (1, effort + 2 * off) if alike and same_sport and same_week else None


def _differences(planned: Planned, done: Classified) -> Iterator[Difference]:
    """What is certain only: a guessed kind is neither harder nor easier, nor is a pace in which intervals may hide."""
    gap = _effort(done) - planned.effort
    if gap > 0 and done.confidence != "low":
        yield Difference.HARDER
    if gap < 0 and done.confidence == "high":
        yield Difference.EASIER
    off = _length_off(planned, done)
    if off is not None and off > TOLERANCE:
        yield Difference.LONGER
    if off is not None and off < -TOLERANCE:
        yield Difference.SHORTER


def _effort(done: Classified) -> int:
    return _EFFORT[done.kind if done.kind in (Kind.RACE, Kind.CROSS) else done.effort]


def _length_off(planned: Planned, done: Classified) -> float | None:
    """By what part of itself the planned length was passed (negative: missed); None where lengths do not compare."""
    if planned.metres and done.run.metres:
        return done.run.metres / planned.metres - 1
    return done.run.minutes / planned.minutes - 1 if planned.minutes else None


def _week(day: date, starts_on: int) -> date:
    return day - timedelta(days=(day.weekday() - starts_on) % 7)


def _planned_order(one: Planned) -> tuple[object, ...]:
    return one.day, one.kind.severity, one.metres or 0.0, one.minutes or 0.0, one.hard, str(one.id)


def _done_order(one: Classified) -> tuple[object, ...]:
    return one.run.day, one.kind.severity, one.run.metres or 0.0, one.run.seconds, one.confidence, str(one.run.id)


def _match_order(one: Match) -> tuple[object, ...]:
    planned = _planned_order(one.planned) if one.planned else ()
    return one.day, one.outcome.value, planned, _done_order(one.done) if one.done else ()
