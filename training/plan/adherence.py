"""What became of the days that were recommended: met, moved to another day, or left out.

Nothing is owed (a missed session is no debt), so this only tells; nothing is planned from it.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Outcome(StrEnum):
    MET = "met"
    MOVED = "moved"
    LEFT_OUT = "left-out"


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one recommended day; `on` is the day it was trained on, None where it was left out."""

    day: date
    outcome: Outcome
    on: date | None = None


def adherence(
    advised: Collection[date], trained: Iterable[date], *, moved: Mapping[date, date] | None = None
) -> list[Kept]:
    """What became of the recommended days of one week, oldest first.

    `trained` are days of the same week with a session done; `moved` says where the runner put a session by hand, by the
    day that it was moved away from. A day with a session is met; of the others the earliest has the earliest session on
    a day that was not recommended; what is left has none. A session stands for one recommended day at most.
    """
    days, free = sorted(advised), sorted({*trained} - {*advised})
    found = {day: Kept(day, Outcome.MET, day) for day in days if day in {*trained}}
    by_hand = {day: to for day, to in (moved or {}).items() if day in advised and day not in found and to in free}
    for day, to in sorted(by_hand.items()):
        if to in free:
            free.remove(to)
            found[day] = Kept(day, Outcome.MOVED, to)
    for day in days:
        if day not in found:
            found[day] = Kept(day, Outcome.MOVED, free.pop(0)) if free else Kept(day, Outcome.LEFT_OUT)
    return [found[day] for day in days]
