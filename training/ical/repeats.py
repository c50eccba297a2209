"""The days on which a repeating event falls: daily, weekly, monthly and yearly rules of RFC 5545.

Every day of a window is asked whether the rule names it, so that no rule, however written, can keep a process busy.
Rules within a day (hourly and finer) and by week number or day of the year are of no plan and are refused.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
# Occurrences of a counted rule are counted from its start: over a year at most.
LONGEST_COUNT = timedelta(days=366)
BY_DAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")


class UnreadableRepeat(ValueError):  # noqa: N818 - the name that callers read
    """A rule that is not one of ours."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule of repetition. `by_day` pairs an ordinal within the month (0 = every) with a weekday, 0 = Monday."""

    frequency: str
    interval: int = 1
    count: int | None = None
    until: date | None = None
    by_day: tuple[tuple[int, int], ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: tuple[int, ...] = ()
    week_starts_on: int = 0

    def __post_init__(self) -> None:
        if self.frequency not in FREQUENCIES or self.interval < 1:
            raise UnreadableRepeat(f"every {self.interval} {self.frequency}")
        if self.frequency in ("DAILY", "WEEKLY") and any(nth for nth, _ in self.by_day):
            raise UnreadableRepeat("the second Tuesday of a week")
        if self.frequency == "YEARLY" and (self.by_day or self.by_month_day) and not self.by_month:
            raise UnreadableRepeat("the second Tuesday of a year")

    def days(self, start: date, first: date, last: date) -> Iterator[date]:
        """The days from `first` to `last` on which an event that begins on `start` falls, `start` itself always.

        Raises UnreadableRepeat for a counted rule that began more than a year before `first`.
        """
        last = min(last, self.until) if self.until else last
        if self.count is None:
            day, left = max(start, first), None
        else:
            if first - start > LONGEST_COUNT:
                raise UnreadableRepeat(f"counted since {start}")
            day, left = start, self.count
        while day <= last and left != 0:
            if day == start or self.names(day, start):
                left = None if left is None else left - 1
                if day >= first:
                    yield day
            day += timedelta(days=1)

    def names(self, day: date, start: date) -> bool:
        """Whether the rule of an event that begins on `start` falls on `day`."""
        if self.by_month and day.month not in self.by_month:
            return False
        if self.frequency == "DAILY":
            due = (day - start).days % self.interval == 0
            return due and self._on_weekday(day) and self._on_month_day(day)
        if self.frequency == "WEEKLY":
            weeks = (self._week(day) - self._week(start)).days // 7
            return weeks % self.interval == 0 and (
                self._on_weekday(day) if self.by_day else day.weekday() == start.weekday()
            )
        months = 12 * (day.year - start.year) + day.month - start.month
        if self.frequency == "YEARLY":
            if months // 12 % self.interval or not (self.by_month or months % 12 == 0):
                return False
        elif months % self.interval:
            return False
        if self.by_day or self.by_month_day:
            return self._on_weekday(day) and self._on_month_day(day)
        return day.day == start.day

    def _week(self, day: date) -> date:
        return day - timedelta(days=(day.weekday() - self.week_starts_on) % 7)

    def _on_weekday(self, day: date) -> bool:
        """Whether one of the weekdays is this one: every such day, or the first, second, last ... of its month."""
        length = monthrange(day.year, day.month)[1]
        places = {0, (day.day - 1) // 7 + 1, -((length - day.day) // 7 + 1)}
        return not self.by_day or any(weekday == day.weekday() and nth in places for nth, weekday in self.by_day)

    def _on_month_day(self, day: date) -> bool:
        length = monthrange(day.year, day.month)[1]
        return not self.by_month_day or day.day in self.by_month_day or day.day - length - 1 in self.by_month_day


def weekday_of(text: str) -> tuple[int, int]:
    """MO -> (0, 0), 2TU -> (2, 1), -1SU -> (-1, 6). Raises UnreadableRepeat for anything else."""
    found = BY_DAY.fullmatch(text)
    if found is None:
        raise UnreadableRepeat(text)
    return int(found[1] or 0), WEEKDAYS[found[2]]
