"""Queries that Django writes in SQL once for a process.

Writing a query with windows and sums takes Django longer than PostgreSQL takes to answer it (docs/adr/0016). A query
that is the same but for its values is written at its first asking and kept; it is still made of our QuerySet methods.
"""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Expression, Field, QuerySet
from django.utils.translation import get_language


class Asked(Expression):
    """A value that is not known before the query is asked: `filter(session__day__gte=Asked("first", DateField()))`.

    In a list it stands for as many values as are given: `filter(pk__in=[Asked("ids", UUIDField())])`.
    """

    def __init__(self, name: str, output_field: Field[Any, Any]) -> None:
        super().__init__(output_field=output_field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", [self]

    def values(self, given: Any) -> list[Any]:
        """What the database takes for what was given, one value or several."""
        field = self.output_field
        several = given if isinstance(given, list | tuple) else [given]
        return [field.get_db_prep_value(value, connection) for value in several]


class Prepared:
    """The rows of `make()`, a queryset of `values_list` in which `Asked` values stand.

    `around` is SQL that Django cannot write, with `{rows}` where the queryset's own goes. What it answers is as the
    database has it: SQLite knows no dates and no UUIDs.
    """

    def __init__(self, make: Callable[[], QuerySet[Any, Any]], around: str = "") -> None:
        self.make, self.around = make, around
        self.written: dict[tuple[str, str | None], tuple[list[str], Sequence[Any], dict[int, Any]]] = {}

    def rows(self, **asked: Any) -> list[tuple[Any, ...]]:
        """Raises KeyError where a value is missing; several values must not be none."""
        # Texts are read from other columns in another language.
        key = connection.vendor, get_language()
        pieces, params, converters = self.written.get(key) or self.write(key)
        sql, values = pieces[0], list[Any]()
        for param, piece in zip(params, pieces[1:], strict=True):
            given = param.values(asked[param.name]) if isinstance(param, Asked) else [param]
            values += given
            sql += ", ".join(["%s"] * len(given)) + piece
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
        return [converted(row, converters) for row in found] if converters else found

    def write(self, key: tuple[str, str | None]) -> tuple[list[str], Sequence[Any], dict[int, Any]]:
        query = self.make().query
        compiler = query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        if self.around:
            written = self.written[key] = self.around.format(rows=sql).split("%s"), params, {}
            return written
        columns = [column for column, _sql, _alias in (compiler.select or [])[: compiler.col_count]]
        written = self.written[key] = sql.split("%s"), params, compiler.get_converters(columns)
        return written


def converted(row: tuple[Any, ...], converters: dict[int, Any]) -> tuple[Any, ...]:
    values = list(row)
    for place, (functions, expression) in converters.items():
        for convert in functions:
            values[place] = convert(values[place], expression, connection)
    return tuple(values)
