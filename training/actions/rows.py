"""Many rows written at once."""

from collections.abc import Sequence

from django.db.models import Model

BATCH = 1000


def write_back[M: Model](rows: Sequence[M], columns: Sequence[str]) -> None:
    """Store these columns of rows that are there, all of whose columns were read; nobody may delete one meanwhile.

    An upsert: the CASE for every value that `bulk_update` makes takes ten times as long, and more with many columns.
    """
    if rows:
        type(rows[0])._base_manager.bulk_create(
            rows, update_conflicts=True, unique_fields=["pk"], update_fields=columns, batch_size=BATCH
        )
