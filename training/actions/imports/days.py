"""What lies around a day: where a copy of a run or session may be that is already there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Protocol

DAY = timedelta(days=1)


class OfADay(Protocol):
    day: date


def by_day[T: OfADay](rows: Iterable[T]) -> Mapping[date, list[T]]:
    found: Mapping[date, list[T]] = defaultdict(list)
    for row in rows:
        found[row.day].append(row)
    return found


def around[T](rows: Mapping[date, list[T]], day: date) -> Iterator[T]:
    """Of a day and its neighbours: a run at midnight, a zone that was assumed."""
    for near in (day, day - DAY, day + DAY):
        yield from rows.get(near, ())
