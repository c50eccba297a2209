"""What one column of a history stands for: a week, a month or a quarter."""

from datetime import date, timedelta
from enum import Enum

from django.db.models import Expression
from django.db.models.functions import TruncMonth, TruncQuarter

from training.models.weekstart import FirstDayOfWeek

MONTHS_A_QUARTER = 3
MONTHS_A_YEAR = 12


class Step(Enum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    def in_sql(self, day: str, *, starts_on: int) -> Expression:
        """The first day of the step that holds the column `day`; weeks start on `starts_on`, 0 = Monday."""
        if self is Step.WEEK:
            return FirstDayOfWeek(day, starts_on=starts_on)
        return TruncMonth(day) if self is Step.MONTH else TruncQuarter(day)

    def first_day(self, day: date, *, starts_on: int) -> date:
        """The same of a date."""
        if self is Step.WEEK:
            return day - timedelta(days=(day.weekday() - starts_on) % 7)
        month = day.month if self is Step.MONTH else (day.month - 1) // MONTHS_A_QUARTER * MONTHS_A_QUARTER + 1
        return date(day.year, month, 1)

    def next(self, first: date, count: int = 1) -> date:
        """The first day of the step `count` steps after that one, which may be less than 0."""
        if self is Step.WEEK:
            return first + timedelta(weeks=count)
        months = count if self is Step.MONTH else count * MONTHS_A_QUARTER
        years, month = divmod(first.month - 1 + months, MONTHS_A_YEAR)
        return date(first.year + years, month + 1, 1)

    def last_day(self, first: date) -> date:
        return self.next(first) - timedelta(days=1)

    def count(self, first: date, last: date) -> int:
        """How many steps there are from the first day of one to that of another, both included."""
        if self is Step.WEEK:
            return (last - first).days // 7 + 1
        months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
        return (months if self is Step.MONTH else months // MONTHS_A_QUARTER) + 1
