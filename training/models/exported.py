"""A runner's rows as training.export describes them: one query a table, however many rows."""

import json
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from typing import Any

from django.apps import apps
from django.db.models import Exists, F, OuterRef, QuerySet

from training.export.columns import Column, Key, Numbered, Reference, Table
from training.export.reasons import BASIS
from training.export.tables import BY_NAME, TABLES
from training.export.writing import Values, sorted_names
from training.models.imports import Import, ImportItem, ImportUpload
from training.models.runner import Runner

# Rows that are fetched at once.
CHUNK = 500
OVER = (Import.Status.DONE, Import.Status.UNDONE)


def imports_of(runner: Runner) -> QuerySet[Import]:
    """Those that are over, without those that brought an export."""
    accounts = ImportItem.objects.filter(came_with=OuterRef("pk"), kind=ImportItem.Kind.ACCOUNT)
    return runner.imports.filter(~Exists(accounts), status__in=OVER)


# Tables of which not every row is exported; managers leave out what was deleted and taken back.
ROWS: dict[str, Callable[[Runner], QuerySet[Any]]] = {
    "imports": imports_of,
    "plan_imports": lambda runner: runner.plan_imports.filter(kept_at__isnull=False),
}

BY_SESSION = ("session__day", F("session__started_at").asc(nulls_last=True))
# In the order in which rows are read back, their numbers rise again: what is otherwise equal keeps its place.
ORDER: dict[str, tuple[Any, ...]] = {
    "reminders_sent": ("day",),
    "imports": ("created_at", "pk"),
    "runs": ("start", "pk"),
    "plan_imports": ("created_at", "pk"),
    "planned_runs": ("day", "pk"),
    "weekly_runs": ("first", "weekday"),
    "races": ("day",),
    "conditions": ("first", "pk"),
    "shown_weeks": ("made_on",),
    "sessions": ("day", F("started_at").asc(nulls_last=True)),
    "planned_movements": BY_SESSION,
    "sets": BY_SESSION,
    "custom_movements": ("pk",),
    "custom_sets": BY_SESSION,
    "movement_titles": ("pk",),
}
# Sessions of one day and moment, and what is of them, are in no order of the database that would last.
MOMENT_OF = {
    "sessions": ("day", "started_at"),
    "planned_movements": ("session__day", "session__started_at"),
    "sets": ("session__day", "session__started_at"),
    "custom_sets": ("session__day", "session__started_at"),
}


class Exported:
    """The rows of one runner, in an order that is the same for the same rows in another account."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        # By table, the key of each row by its number in this database.
        self.keys: dict[str, dict[Any, str | int]] = {}

    def tables(self) -> Iterator[tuple[Table, Iterator[Values]]]:
        """Each table with its rows, which have to be taken before the next table is."""
        for table in TABLES:
            yield table, (values for _, values in self.rows(table))

    def rows(self, table: Table) -> Iterator[tuple[Any, Values]]:
        """The rows of a table, each with its number in this database."""
        keys = self.keys.setdefault(table.name, {})
        taken: set[str | int] = set()
        for pk, values in self._in_order(table):
            if table.key is not None:
                place = table.columns.index(table.key)
                values[place] = key = self._key(table.key, values[place], len(taken) + 1, taken)
                keys[pk] = key
                taken.add(key)
            yield pk, values

    def _keys_of(self, name: str) -> dict[Any, str | int]:
        """The keys of a table's rows, which is read for them where it was not read before."""
        if name not in self.keys:
            for _ in self.rows(BY_NAME[name]):
                pass
        return self.keys[name]

    def _key(self, column: Column, value: Any, number: int, taken: set[str | int]) -> str | int:
        if isinstance(column.kind, Numbered):
            return number
        key, repeated = str(value), 1
        # Two sessions of one key are there where a copy was added all the same.
        while key in taken:
            repeated += 1
            key = f"{value}#{repeated}"[-column.kind.most :] if isinstance(column.kind, Key) else str(value)
        return key

    def _in_order(self, table: Table) -> Iterator[tuple[Any, list[Any]]]:
        moment = MOMENT_OF.get(table.name)
        if moment is None:
            for row in self._query(table):
                if (values := self._values(table, row)) is not None:
                    yield row["pk"], values
            return
        for _, together in groupby(self._query(table, *moment), key=lambda row: [row[name] for name in moment]):
            found = [(row["pk"], values) for row in together if (values := self._values(table, row)) is not None]
            # By key, position and number, which stand first.
            yield from sorted(found, key=lambda one: (*one[1][:3], json.dumps(one[1]))) if len(found) > 1 else found

    def _query(self, table: Table, *also: str) -> Iterator[dict[str, Any]]:
        model: Any = apps.get_model("training", table.model)
        query = (
            ROWS[table.name](self.runner)
            if table.name in ROWS
            else model.objects.filter(**{table.owner: self.runner.pk})
        )
        fields = {_path(column) for column in table.columns if column.field and column.field != "equipment"}
        rows = query.order_by(*ORDER.get(table.name, ("pk",))).values("pk", *fields.union(also))
        if table.name == "settings":
            return self._with_equipment(rows)
        found: Iterator[dict[str, Any]] = rows.iterator(chunk_size=CHUNK)
        return self._with_files(found) if table.name == "imports" else found

    def _with_equipment(self, rows: QuerySet[Any, dict[str, Any]]) -> Iterator[dict[str, Any]]:
        slugs = list(self.runner.equipment.order_by("slug").values_list("slug", flat=True))
        return ({**row, "equipment": slugs} for row in rows)

    def _with_files(self, rows: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        uploads = ImportUpload.objects.filter(came_with__in=imports_of(self.runner)).order_by("position")
        files: dict[int, list[dict[str, Any]]] = {}
        for work, name, size in uploads.values_list("came_with", "name", "bytes"):
            files.setdefault(work, []).append({"name": name, "bytes": size})
        return ({**row, "files": files.get(row["pk"], [])} for row in rows)

    def _values(self, table: Table, row: dict[str, Any]) -> list[Any] | None:
        """As JSON holds them; None for a row of a session that came after its table was read."""
        values = []
        for column in table.columns:
            value = row.get(_path(column) or column.name)
            if isinstance(column.kind, Reference):
                known = self._keys_of(column.other)
                if value is not None and value not in known and not column.null:
                    return None
                value = known.get(value)
            elif table.name == "sessions" and column.name == "key":
                value = value or str(row["pk"])
            elif value is not None:
                if column.kind is BASIS:
                    value = renumbered(value, self._keys_of("runs"))
                value = sorted_names(column.kind.write(value))
            values.append(value)
        return values


def renumbered(basis: dict[str, Any], numbers: Mapping[Any, Any]) -> dict[str, Any]:
    """What a recommendation rested on with other numbers for its runs; those that are gone are left out."""
    if "runs" not in basis:
        return basis
    runs = {numbers.get(int(run)): facts for run, facts in basis["runs"].items()}
    return {**basis, "runs": {str(number): facts for number, facts in runs.items() if number is not None}}


def _path(column: Column) -> str:
    """Of the value in a query; "" for what is counted or gathered."""
    return f"{column.field}_id" if isinstance(column.kind, Reference) else column.field
