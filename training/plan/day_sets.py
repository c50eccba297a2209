"""The sets of days that strength could go on, and what a set costs beside its days: how many, how they lie.

The numbers are judgement (grade D): the first session of a week keeps strength, the second gains it, the third adds
little (E25, E1); even gaps give each session its recovery (E10).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from training.plan.costs import DayCost
from training.plan.rules import Reason, because
from training.plan.week import HORIZON, ComingWeek

MISSING = (15.0, 7.0, 3.0)
UNEVEN_GAPS = 0.5
LAST_DAY_MEETS_FIRST = 2.0
LAST_FREE_DAY = 5.0


@dataclass(frozen=True, slots=True)
class DaySet:
    """Days of the horizon on which strength could go, and what they cost for how they lie.

    `gaps` run from each day to the next and from the last round to the first, a week on.
    """

    days: tuple[int, ...]
    mask: int
    gaps: tuple[int, ...]
    uneven: float
    last_meets_first: float

    @property
    def least_gap(self) -> int:
        """The fewest days from one session to the next; a week for one session or none."""
        return min(self.gaps, default=HORIZON)


@cache
def day_set(mask: int) -> DaySet:
    """The set of the days whose bits are set."""
    days = tuple(day for day in range(HORIZON) if mask >> day & 1)
    gaps = tuple((days[(place + 1) % len(days)] - day - 1) % HORIZON + 1 for place, day in enumerate(days))
    uneven = UNEVEN_GAPS * sum(abs(gap - HORIZON / len(days)) for gap in gaps)
    return DaySet(days, mask, gaps, uneven, LAST_DAY_MEETS_FIRST if days and gaps[-1] == 1 else 0.0)


# All 2^7 sets of days but those with two days in a row (H4) or more than three days (H7): 33.
DAY_SETS = tuple(
    day_set(mask) for mask in range(2**HORIZON) if not mask & mask >> 1 and mask.bit_count() <= len(MISSING)
)


def missing_cost(sessions: int, wanted: int) -> float:
    """What it costs to do `sessions` where `wanted` were possible."""
    return sum(MISSING[sessions:wanted])


def set_cost(days: DaySet, day_costs: Sequence[DayCost], wanted: int, free_days: int) -> float:
    """The whole cost of a set of days; `free_days` is the bit mask of the rest days."""
    cost = sum(day_costs[day].cost for day in days.days) + missing_cost(len(days.days), wanted)
    return cost + days.uneven + days.last_meets_first + (LAST_FREE_DAY if takes_last_free(days.mask, free_days) else 0)


def set_terms(days: DaySet, wanted: int, free_days: int) -> Iterator[Reason]:
    """The terms of a set's cost that belong to no single day."""
    missing = wanted - len(days.days)
    if missing > 0:
        yield because("missing-sessions", missing_cost(len(days.days), wanted), missing=missing, wanted=wanted)
    if days.uneven:
        yield because("uneven-gaps", days.uneven, gaps=days.gaps)
    if days.last_meets_first:
        yield because("last-day-meets-first", days.last_meets_first)
    if takes_last_free(days.mask, free_days):
        yield because("last-free-day", LAST_FREE_DAY)


def takes_last_free(mask: int, free_days: int) -> bool:
    """Whether strength on these days leaves no day of the week wholly free. Who has none loses none."""
    return bool(free_days) and not free_days & ~mask


def free_day_mask(week: ComingWeek) -> int:
    """The days that are probably free of running, a bit each."""
    return sum(1 << day for day, outlook in enumerate(week.days) if outlook.free)
