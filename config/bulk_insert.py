"""Many new rows at once, as fast as the database takes them."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models

ROWS_A_STATEMENT = 500


def bulk_insert[M: models.Model](model: type[M], rows: Sequence[M]) -> None:
    """Write the rows, PostgreSQL's by COPY; keys that the database makes are not filled in.

    As in `bulk_create` no signal is sent and `save` is not called; `auto_now` is not looked at either.
    """
    if connection.vendor != "postgresql":
        model._base_manager.bulk_create(rows, batch_size=ROWS_A_STATEMENT)
        return
    if not rows:
        return
    fields = [field for field in model._meta.concrete_fields if not isinstance(field, models.AutoField)]
    values_of = attrgetter(*[field.attname for field in fields])
    # Psycopg knows how to write every value but these.
    wrapped = [place for place, field in enumerate(fields) if isinstance(field, models.JSONField)]
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    with (
        connection.cursor() as cursor,
        cursor.copy(f"COPY {quote(model._meta.db_table)} ({columns}) FROM STDIN") as copy,
    ):
        for row in rows:
            values: list[Any] = list(values_of(row))
            for place in wrapped:
                values[place] = fields[place].get_db_prep_save(values[place], connection)
            copy.write_row(values)
