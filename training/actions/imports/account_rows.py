"""The rows of an exported account, one after the other: which of them the runner has, and how the others are kept."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property, partial
from itertools import batched, chain, groupby
from operator import itemgetter
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps

from exercises.models import Equipment, Variation
from training.actions.runs import reclassify
from training.export.columns import Numbered, Reference, Row, Table
from training.export.tables import BY_NAME
from training.models import CalendarFeed, Import, ImportUpload, Reminder, Run, Runner, Session
from training.models.exported import Exported, renumbered
from training.models.session import set_id
from training.runfiles import compare
from training.units import METRIC
from training.wording.target import why

DAY = timedelta(days=1)
BATCH = 500
# One row each, changed and not added; only where the account is empty.
CHOSEN = ("settings", "calendar", "reminder")
# Rows that come or stay with their session.
OF_SESSION = ("planned_movements", "sets", "custom_sets")
# What an account with training has rows in.
TRAINING = ("runs", "planned_runs", "weekly_runs", "races", "conditions", "movement_titles")


def is_empty(runner: Runner) -> bool:
    """Whether there is no training yet, so that the settings of an export take the place of the first ones."""
    return not Session.everything.filter(runner=runner).exists() and not any(
        getattr(runner, table).exists() for table in TRAINING
    )


class AccountRows:
    """Counts and, with `write`, adds what the runner has not; `work` is the import that it comes with.

    A known row is one that the account's own export would hold too: by file or totals for runs, by key for sessions, by
    what the description says for the others.
    """

    def __init__(self, runner: Runner, work: Import, *, write: bool) -> None:
        self.runner, self.work, self.write = runner, work, write
        self.was_empty = is_empty(runner)
        self.new, self.known = Counter[str](), Counter[str]()
        # The first day of what is new among runs and sessions.
        self.first: date | None = None
        self.brought: dict[str, list[Any]] = defaultdict(list)
        self.settings_before: dict[str, Any] = {}
        # By table, the row in this database that a key of the export stands for.
        self.keys: dict[str, dict[Any, Any]] = defaultdict(dict)
        self._stored = Exported(runner)
        self._set_ids: set[UUID] = set()

    def take(self, rows: Iterator[tuple[Table, Row]]) -> None:
        """Take them in the order of the description; what comes of them is known afterwards."""
        for table, group in groupby(rows, key=itemgetter(0)):
            own = (row for _, row in group)
            if table.name in CHOSEN:
                self._choose(table, own)
            elif table.name in OF_SESSION:
                self._add(table, (row for row in own if row["session"] in self.keys["sessions"]))
            else:
                self._add(table, self._unknown(table, own))
        if self.brought["runs"] and not self.was_empty:
            reclassify(runner=self.runner, since=min(self._days))

    # -- Which are there ----------------------------------------------------------------------------------------------

    def _unknown(self, table: Table, rows: Iterator[Row]) -> Iterator[Row]:
        """Those that the runner has not; of the others the keys are remembered."""
        is_known = self._known_run() if table.name == "runs" else self._known_row(table)
        for row in rows:
            found = is_known(row)
            if found is None:
                yield row
                continue
            self.known[table.name] += 1
            # A session's sets stay with it; whatever else refers to a known row refers to the one that is here.
            if table.key is not None and table.name != "sessions":
                self.keys[table.name][row[table.key.name]] = found

    def _known_row(self, table: Table) -> Any:
        """A function that gives the runner's own row of a row, each of them once, or None."""
        alike = table.alike or partial(_content, table)
        same: dict[Hashable, list[Any]] = defaultdict(list)
        unique: list[dict[Hashable, Any]] = [{} for _ in table.unique]
        for pk, values in self._stored.rows(table):
            row = {column.name: column.read(value) for column, value in zip(table.columns, values, strict=True)}
            same[alike(row)].append(pk)
            for known, of in zip(unique, table.unique, strict=True):
                if (value := of(row)) is not None:
                    known[value] = pk

        def find(row: Row) -> Any:
            for known, of in zip(unique, table.unique, strict=True):
                if (value := of(row)) is not None and value in known:
                    return known[value]
            found = same.get(alike(row))
            return found.pop() if found else None

        return find

    def _known_run(self) -> Any:
        """As an import of files finds runs again: by file, by recording, by start, duration and distance."""
        by_day: dict[date, list[Run]] = defaultdict(list)
        for run in self.runner.runs.all():
            by_day[run.day].append(run)
        files = {run.fingerprint: run for run in chain(*by_day.values()) if run.fingerprint}
        devices = {run.device_key: run for run in chain(*by_day.values()) if run.device_key}

        def find(row: Row) -> Any:
            if found := files.get(row["fingerprint"]) or devices.get(row["device_key"]):
                return found.pk
            near = [run for day in (row["day"], row["day"] - DAY, row["day"] + DAY) for run in by_day.get(day, ())]
            recorded = Run(**_plain_values(BY_NAME["runs"], row)).recorded() if near else None
            return next((run.pk for run in near if recorded and compare(run.recorded(), recorded)), None)

        return find

    # -- Adding -------------------------------------------------------------------------------------------------------

    def _add(self, table: Table, rows: Iterator[Row]) -> None:
        model: Any = apps.get_model("training", table.model)
        for some in batched(rows, BATCH):
            self.new[table.name] += len(some)
            if table.name in ("runs", "sessions"):
                self.first = min(*(row["day"] for row in some), self.first or some[0]["day"])
            made = [self._made(table, model, row) for row in some] if self.write else [None] * len(some)
            if self.write:
                model._base_manager.bulk_create(made)
                self._remember(table, some, made)
            if table.key is not None:
                self.keys[table.name].update(
                    (row[table.key.name], one and one.pk) for row, one in zip(some, made, strict=True)
                )

    def _made(self, table: Table, model: Any, row: Row) -> Any:
        """The unsaved row of this database."""
        values = _plain_values(table, row)
        for column in table.references:
            values[f"{column.field}_id"] = self.keys[column.other].get(row[column.name])
        if "variation" in row:
            variation = self._variations.get((row["movement"], row["variation"]))
            values["variation"] = variation
            if "exercise__slug" in {column.field for column in table.columns}:
                values["exercise_id"] = variation.exercise_id if variation else None
        if table.owner == "runner":
            values["runner"] = self.runner
        if table.name in ("runs", "sessions"):
            values["came_with_id"] = values["came_with_id"] or self.work.pk
        if table.name in ("sets", "custom_sets"):
            values["id"] = self._set_id(values["session_id"], row)
        if table.name == "planned_movements" and not _can_be_said(row["why"]):
            values["why"] = {}
        if table.name == "shown_weeks":
            values["basis"] = renumbered(values["basis"], self.keys["runs"])
        if table.name == "imports":
            values |= {"told_at": row["added_at_utc"] or row["uploaded_at_utc"], "share": 1.0}
        return model(**values)

    def _set_id(self, session: UUID, row: Row) -> UUID:
        """That of its place; another where two sets of a session have one place, or a byte does not hold it."""
        try:
            found = set_id(session, row["position"], row["number"])
        except ValueError:
            return uuid4()
        if found in self._set_ids:
            return uuid4()
        self._set_ids.add(found)
        return found

    @cached_property
    def _variations(self) -> Mapping[tuple[str, str], Variation]:
        return {(one.exercise.slug, one.slug): one for one in Variation.objects.select_related("exercise")}

    @cached_property
    def _days(self) -> set[date]:
        return set()

    def _remember(self, table: Table, rows: Iterable[Row], made: list[Any]) -> None:
        """What undoing needs: the rows of a session go with it."""
        if table.name in OF_SESSION:
            return
        self.brought[table.name] += [str(one.pk) if isinstance(one.pk, UUID) else one.pk for one in made]
        if table.name == "runs":
            self._days.update(run.day for run in made)
        if table.name == "imports":
            ImportUpload.objects.bulk_create(
                ImportUpload(came_with=work, position=place, steps=0, **file)
                for work, row in zip(made, rows, strict=True)
                for place, file in enumerate(row["files"])
            )

    # -- What was chosen ----------------------------------------------------------------------------------------------

    def _choose(self, table: Table, rows: Iterator[Row]) -> None:
        """The settings of the export, where the account is empty."""
        for row in rows:
            self.new[table.name] += self.was_empty
            self.known[table.name] += not self.was_empty
            if self.was_empty and self.write:
                self.settings_before[table.name] = chosen(self.runner, table)
                choose(self.runner, table, row)


def chosen(runner: Runner, table: Table) -> dict[str, Any] | None:
    """The one row of a table as JSON holds it; None where there is none."""
    names = [column.name for column in table.columns]
    return next((dict(zip(names, values, strict=True)) for _, values in Exported(runner).rows(table)), None)


def choose(runner: Runner, table: Table, row: Row) -> None:
    """Make that the one row of the table."""
    values = _plain_values(table, row)
    if table.name == "settings":
        runner.equipment.set(Equipment.objects.filter(slug__in=values.pop("equipment")))
        Runner.objects.filter(pk=runner.pk).update(**values)
        runner.refresh_from_db()
    else:
        model: Any = CalendarFeed if table.name == "calendar" else Reminder
        model.objects.update_or_create(runner=runner, defaults=values)


def _plain_values(table: Table, row: Row) -> dict[str, Any]:
    """The columns that are one of the model and no more, by its names."""
    return {
        column.field: row[column.name]
        for column in table.columns
        if column.field and "__" not in column.field and not isinstance(column.kind, Reference)
    }


def _can_be_said(explanation: dict[str, Any]) -> bool:
    """Whether an explanation has the facts that its sentence names here; one of another version may have others."""
    try:
        why(explanation, METRIC)
    except (KeyError, TypeError, ValueError):
        return False
    return True


def _content(table: Table, row: Row) -> str:
    """All of a row but its number in an export and what it refers to."""
    kept = [column.name for column in table.columns if not isinstance(column.kind, Numbered | Reference)]
    return repr([row[name] for name in kept])
