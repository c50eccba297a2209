"""What one column or mark of a history stands for: a week, a month, a quarter or a year."""

from datetime import date, timedelta
from enum import Enum
from typing import Any, ClassVar

from django.db.models import DateField, Expression, Func

from training.models.weekstart import FirstDayOfWeek

DAYS_A_WEEK = 7
MONTHS_A_YEAR = 12
DAYS_A_MONTH = 365.25 / MONTHS_A_YEAR


class Step(Enum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        """0 for a week."""
        return {Step.WEEK: 0, Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}[self]

    @property
    def days(self) -> float:
        """In the mean."""
        return DAYS_A_WEEK if self is Step.WEEK else self.months * DAYS_A_MONTH

    def in_sql(self, day: str, *, starts_on: int) -> Expression:
        """The first day of the step that holds the column `day`; weeks start on `starts_on`, 0 = Monday."""
        return FirstDayOfWeek(day, starts_on=starts_on) if self is Step.WEEK else FirstDayOfMonths(day, unit=self.value)

    def first_day(self, day: date, *, starts_on: int) -> date:
        """The same of a date."""
        if self is Step.WEEK:
            return day - timedelta(days=(day.weekday() - starts_on) % DAYS_A_WEEK)
        return date(day.year, (day.month - 1) // self.months * self.months + 1, 1)

    def next(self, first: date, count: int = 1) -> date:
        """The first day of the step `count` steps after that one, which may be less than 0."""
        if self is Step.WEEK:
            return first + timedelta(weeks=count)
        years, month = divmod(first.month - 1 + count * self.months, MONTHS_A_YEAR)
        return date(first.year + years, month + 1, 1)

    def last_day(self, first: date) -> date:
        return self.next(first) - timedelta(days=1)

    def count(self, first: date, last: date) -> int:
        """How many steps there are from the first day of one to that of another, both included."""
        if self is Step.WEEK:
            return (last - first).days // DAYS_A_WEEK + 1
        months = (last.year - first.year) * MONTHS_A_YEAR + last.month - first.month
        return months // self.months + 1


class FirstDayOfMonths(Func):
    """The first day of the month, quarter or year of a date; on SQLite Django's own way calls Python for every row."""

    template = "DATE_TRUNC('%(unit)s', %(expressions)s)::date"
    output_field = DateField()
    SQLITE: ClassVar = {
        "month": "date(%(expressions)s, 'start of month')",
        "quarter": "date(%(expressions)s, 'start of year', ((SUBSTR(%(expressions)s, 6, 2) - 1) / 3 * 3) || ' months')",
        "year": "date(%(expressions)s, 'start of year')",
    }

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        template = self.SQLITE[self.extra["unit"]]
        sql, params = self.as_sql(compiler, connection, template=template, **context)
        return sql, params * template.count("%(expressions)s")
