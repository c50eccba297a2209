"""Many new rows at once, as fast as the database takes them."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models

ROWS_A_STATEMENT = 500


def bulk_insert(model: type[models.Model], names: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """Write rows whose values are those of the columns `names` (`runner_id`, not `runner`); PostgreSQL's by COPY.

    A column that is not named gets its default, the same for all rows; a key that the database counts is left to it.
    As in `bulk_create` no signal is sent and `save` is not called. No instance is made on PostgreSQL: that would cost
    more than all the rest.
    """
    fields = {field.attname: field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)}
    others = [name for name in fields if name not in names]
    columns = [*names, *others]
    defaults = tuple(fields[name].get_default() for name in others)
    if connection.vendor != "postgresql":
        new = (model(**dict(zip(columns, (*row, *defaults), strict=True))) for row in rows)
        model._base_manager.bulk_create(new, batch_size=ROWS_A_STATEMENT)
        return
    # Psycopg knows how to write every value but these.
    wrapped = [place for place, name in enumerate(columns) if isinstance(fields[name], models.JSONField)]
    quote = connection.ops.quote_name
    into = ", ".join(quote(str(fields[name].column)) for name in columns)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {quote(model._meta.db_table)} ({into}) FROM STDIN") as copy,
    ):
        for row in rows:
            values = [*row, *defaults]
            for place in wrapped:
                values[place] = json.dumps(values[place])
            copy.write_row(values)
