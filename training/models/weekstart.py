"""Weeks in SQL: the first day of the week that holds a day, where weeks start on Monday or on Sunday."""

from datetime import date, timedelta
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import DateField, Expression, F, Func
from django.db.models.sql.compiler import SQLCompiler

# A Monday that no training day comes before: PostgreSQL rounds a negative number of weeks the wrong way.
EARLIEST_MONDAY = date.min


class FirstDayOfWeek(Func):
    """The first day of the week of a date; `starts_on` is 0 for Monday to 6 for Sunday.

    Django's TruncWeek knows Mondays only.
    """

    output_field = DateField()

    def __init__(self, day: str | Expression | F, *, starts_on: int) -> None:
        if starts_on not in range(7):
            raise ValueError(f"a week starts on 0 (Monday) to 6 (Sunday), not on {starts_on}")
        super().__init__(day, starts_on=starts_on)

    def as_sqlite(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        # "weekday N" moves forward to that weekday, Sunday being 0, and stays where it is already there.
        weekday = (self.extra["starts_on"] + 1) % 7
        template = f"date(%(expressions)s, '-6 days', 'weekday {weekday}')"
        return self.as_sql(compiler, connection, template=template, **context)

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        anchor = f"DATE '{EARLIEST_MONDAY + timedelta(days=self.extra['starts_on'])}'"
        template = f"({anchor} + (%(expressions)s - {anchor}) / 7 * 7)"
        return self.as_sql(compiler, connection, template=template, **context)
