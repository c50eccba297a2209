"""What stands as a record on each rung of a ladder, and when it was set.

A runner's sets of a movement come as kinds of sets that are alike, each with the first and the last day it was done:
a hundred rows after ten years. The best set is the heaviest, of these the longest, of these the first. Loads of
different rungs do not compare, so that every record is one of its rung.
"""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

RECENT = timedelta(days=28)

type Rank = tuple[float, int]
"""Load in kilograms, nothing being 0, and reps or seconds: the larger, the better the set."""


class SetsAlike(NamedTuple):
    """The working sets of one rung with the same load and the same reps or seconds."""

    rung: int
    per_leg: bool
    kg: float | None
    reps: int | None
    seconds: int | None
    sets: int
    first: date
    last: date

    @property
    def amount(self) -> int:
        """Reps, or seconds of a hold; of each leg or side where `per_leg`."""
        return self.reps if self.reps is not None else self.seconds or 0

    @property
    def rank(self) -> Rank:
        return self.kg or 0.0, self.amount

    @property
    def sides(self) -> int:
        return 2 if self.per_leg else 1


class BiggestSession(NamedTuple):
    """The session in which most was done of a rung: kilograms, else reps, else seconds, counted as in a week."""

    session: uuid.UUID
    day: date
    reps: int
    seconds: int
    kg: float
    sessions: int
    """In how many sessions the rung was done."""


@dataclass(frozen=True)
class RungRecord:
    """All sets of a rung; there is one at least."""

    alike: tuple[SetsAlike, ...]
    biggest: BiggestSession

    @cached_property
    def first(self) -> date:
        return min(kind.first for kind in self.alike)

    @cached_property
    def last(self) -> date:
        return max(kind.last for kind in self.alike)

    @cached_property
    def best(self) -> SetsAlike:
        return best_of(self.alike)

    @property
    def most(self) -> SetsAlike:
        """The most reps or the longest hold, whatever the load: of as many the heaviest."""
        return max(self.alike, key=lambda kind: (kind.amount, kind.kg or 0, -kind.first.toordinal()))

    @property
    def at_each_load(self) -> list[SetsAlike]:
        """The most reps or the longest hold with each load, heaviest load first."""
        loads: dict[float, list[SetsAlike]] = {}
        for kind in self.alike:
            loads.setdefault(kind.kg or 0.0, []).append(kind)
        return [best_of(loads[load]) for load in sorted(loads, reverse=True)]

    def best_by(self, day: date) -> SetsAlike | None:
        """The best set as it stood at the end of that day; None before the first."""
        done = [kind for kind in self.alike if kind.first <= day]
        return best_of(done) if done else None

    def best_since(self, day: date) -> SetsAlike | None:
        """The best set done on that day or later. Its `first` may be before."""
        done = [kind for kind in self.alike if kind.last >= day]
        return best_of(done) if done else None

    @cached_property
    def steps(self) -> frozenset[tuple[date, Rank]]:
        """Every best set that beat the one before it, by day and rank. The first day beats nothing."""
        best, steps = (-1.0, -1), []
        for kind in sorted(self.alike, key=lambda kind: (kind.first, -kind.rank[0], -kind.rank[1])):
            if kind.rank > best:
                best = kind.rank
                steps.append((kind.first, best))
        return frozenset(step for step in steps if step[0] > self.first)


@dataclass(frozen=True, slots=True)
class Totals:
    """All that counts of a movement, both legs and both sides."""

    sets: int
    reps: int
    seconds: int
    kg: float


def best_of(alike: Iterable[SetsAlike]) -> SetsAlike:
    return max(alike, key=lambda kind: (kind.rank, -kind.first.toordinal()))


def totals_of(rungs: Iterable[RungRecord]) -> Totals:
    kinds = [kind for rung in rungs for kind in rung.alike]
    return Totals(
        sets=sum(kind.sets for kind in kinds),
        reps=sum(kind.sets * (kind.reps or 0) * kind.sides for kind in kinds),
        seconds=sum(kind.sets * (kind.seconds or 0) * kind.sides for kind in kinds),
        kg=sum(kind.sets * (kind.reps or 0) * (kind.kg or 0) * kind.sides for kind in kinds),
    )


def rung_now(rungs: Mapping[int, RungRecord]) -> int:
    """The hardest rung of the last four weeks of training, given the rungs from the easiest to the hardest.

    Not the last one done: some movements are done on two rungs in turn. Raises ValueError where nothing was done.
    """
    last = max(rung.last for rung in rungs.values())
    return [pk for pk, rung in rungs.items() if rung.last > last - RECENT][-1]
