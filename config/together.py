"""Rows of several models in one query: small tables that a page always reads together.

Each row comes as JSON, which is the one shape that all models share, and becomes an instance of its model again. For
many rows a query of their own is cheaper; for a few, it is asking that costs, not the rows. SQLite writes a float with
fifteen digits into JSON: these rows are for deciding by, not for being stored again.
"""

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from django.db import connection
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Func, JSONField, Model, QuerySet, Value
from django.db.models.sql.compiler import SQLCompiler

from config.prepared import Prepared

type Parts = Mapping[str, QuerySet[Any]]


class Together:
    """The rows of the querysets that `make` gives by name, written in SQL once for a process.

    `Asked` values may stand in them, and annotations; they are ordered by plain columns, an empty one last.
    """

    def __init__(self, make: Callable[[], Parts]) -> None:
        self.make = make
        self.prepared = Prepared(self.union)

    def rows(self, **asked: Any) -> dict[str, list[Any]]:
        """The rows by the name of their queryset; one query. Raises KeyError where a value is missing."""
        found: dict[str, list[Any]] = {name: [] for name in self.shapes}
        for name, values in self.prepared.rows(**asked):
            found[name].append(self.shapes[name].row(values))
        for name, shape in self.shapes.items():
            found[name].sort(key=shape.place)
        return found

    @cached_property
    def shapes(self) -> dict[str, "Shape"]:
        return {name: Shape(rows) for name, rows in self.make().items()}

    def union(self) -> QuerySet[Any, Any]:
        parts = [
            rows.order_by()
            .annotate(as_part=Value(name), as_row=AsJson(*self.shapes[name].columns))
            .values_list("as_part", "as_row")
            for name, rows in self.make().items()
        ]
        return parts[0].union(*parts[1:], all=True).order_by()


class AsJson(Func):
    """The columns of a row as a list. Django's JSONArray casts each of them, and asks SQLite whether it knows JSON."""

    function = "JSON_ARRAY"
    output_field = JSONField()

    def as_postgresql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper, **context: Any) -> Any:
        return self.as_sql(compiler, connection, function="JSONB_BUILD_ARRAY", **context)


class Shape:
    """What a row of a queryset is made of, and its place among the others."""

    def __init__(self, rows: QuerySet[Any]) -> None:
        self.model: type[Model] = rows.model
        fields = {field.attname: field for field in self.model._meta.concrete_fields}
        added = {name: one.output_field for name, one in rows.query.annotations.items()}
        self.columns = [*fields, *added]
        self.names, self.added = [*fields], [*added]
        self.readers = [reader(field) for field in [*fields.values(), *added.values()]]
        meta = self.model._meta
        self.order = [(meta.pk if name == "pk" else meta.get_field(name)).attname for name in ordering(rows)]

    def row(self, values: list[Any]) -> Any:
        read = [value if of is None else of(value) for of, value in zip(self.readers, values, strict=True)]
        found = self.model.from_db(connection.alias, self.names, read[: len(self.names)])
        for name, value in zip(self.added, read[len(self.names) :], strict=True):
            setattr(found, name, value)
        return found

    def place(self, row: Any) -> list[tuple[bool, Any]]:
        values = [getattr(row, name) for name in self.order]
        return [(value is None, value) for value in values]


def ordering(rows: QuerySet[Any]) -> list[str]:
    return [str(name) for name in rows.query.order_by or rows.model._meta.ordering]


def reader(field: Field[Any, Any]) -> Callable[[Any], Any] | None:
    """What makes a value of the field of what came in JSON; None where that is the value already."""
    if isinstance(field, JSONField):
        # In SQLite it is a text within the JSON.
        return lambda value: json.loads(value) if isinstance(value, str) else value
    if field.get_internal_type() in PLAIN:
        return None
    # SQLite keeps dates, moments and the like as texts and numbers of its own, which its driver does not know either.
    own = connection.ops.get_db_converters(Value(None, output_field=field))

    def read(value: Any) -> Any:
        for convert in own:
            value = convert(value, None, connection)
        return field.to_python(value)

    return read


PLAIN = frozenset(
    {"CharField", "TextField", "BigAutoField", "BigIntegerField", "IntegerField", "PositiveSmallIntegerField"}
)
