"""What was logged around a run, so that "fast" and "long" can mean fast and long for this runner at that time."""

from bisect import bisect_left, insort
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from training.plan.week import RunFacts, monday_of


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What was logged around a run: medians before it, and the distances of its Monday-to-Sunday week."""

    km_per_minute: float | None
    metres: float | None
    week: tuple[float, ...]


class _RollingMedian:
    """The median of the values of the last so many days, today's included."""

    def __init__(self, days: int, least: int) -> None:
        self.span = timedelta(days=days)
        self.least = least
        self.queue: deque[tuple[date, float]] = deque()
        self.ordered: list[float] = []

    def add(self, day: date, value: float) -> None:
        self.queue.append((day, value))
        insort(self.ordered, value)

    def at(self, day: date) -> float | None:
        """None where fewer than `least` values are there."""
        while self.queue and day - self.queue[0][0] >= self.span:
            _, value = self.queue.popleft()
            del self.ordered[bisect_left(self.ordered, value)]
        n = len(self.ordered)
        if n < self.least:
            return None
        return (self.ordered[(n - 1) // 2] + self.ordered[n // 2]) / 2


def with_surroundings(history: Sequence[RunFacts]) -> Iterable[tuple[RunFacts, Surroundings]]:
    """Each run of a history sorted by day, with the medians of its 56 and 28 days and its week's distances."""
    weeks: dict[date, list[float]] = defaultdict(list)
    for run in history:
        if run.metres and run.told != "cross":
            weeks[monday_of(run.day)].append(run.metres)
    ordered_weeks = {monday: tuple(sorted(metres, reverse=True)) for monday, metres in weeks.items()}

    pace, distance = _RollingMedian(days=56, least=6), _RollingMedian(days=28, least=1)
    for day, same_day in groupby(history, key=attrgetter("day")):
        today = list(same_day)
        for run in today:
            if run.metres and run.told != "cross":
                distance.add(day, run.metres)
                if run.told != "race" and run.minutes >= 10:
                    pace.add(day, km_per_minute(run))
        around = Surroundings(pace.at(day), distance.at(day), ordered_weeks.get(monday_of(day), ()))
        for run in today:
            yield run, around


def km_per_minute(run: RunFacts) -> float:
    """The average speed of the whole run; 0 where distance or time is missing."""
    return (run.metres or 0.0) / 1000 / run.minutes if run.seconds else 0.0
