"""The tables behind a runner's pages, and whose their rows are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from django.apps.registry import Apps
from django.db.models import ForeignKey, Model

# The models of `training` whose rows are a runner's, each with the way to the runner.
WATCHED = {
    "CalendarFeed": "runner",
    "Condition": "runner",
    "CustomMovement": "runner",
    "CustomSet": "session__runner",
    "LoggedSet": "session__runner",
    "PlanImport": "runner",
    "PlannedMovement": "session__runner",
    "PlannedRun": "runner",
    "Race": "runner",
    "Reminder": "runner",
    "Run": "runner",
    "Runner_equipment": "runner",
    "Session": "runner",
    "ShownWeek": "runner",
    "WeeklyRun": "runner",
}


@dataclass(frozen=True, slots=True)
class Table:
    """A watched table: `column` holds the runner, or the row of `via` that has one."""

    name: str
    column: str
    via: "Table | None" = None

    def runners(self, *rows: str) -> str:
        """SQL that lists the runners of `rows`, which are OLD and NEW in a trigger."""
        keys = ", ".join(f"{row}.{self.column}" for row in rows)
        if self.via is None:
            return keys
        # The row that it belongs to may be gone by now; then its own trigger has told.
        return f"SELECT {self.via.column} FROM {self.via.name} WHERE id IN ({keys})"


@dataclass(frozen=True, slots=True)
class Tables:
    """All names that triggers need, as the database knows them."""

    runner: str
    runner_revision: str
    guides_revision: str
    of_runners: tuple[Table, ...]
    of_guides: tuple[str, ...]

    @classmethod
    def of(cls, apps: Apps) -> "Tables":
        """Those of the models in `apps`. Raises LookupError where there are no revisions yet."""
        revision = apps.get_model("exercises.GuidesRevision")
        guides = apps.get_app_config("exercises").get_models(include_auto_created=True)
        return cls(
            runner=_name(apps.get_model("training.Runner")),
            runner_revision=_name(apps.get_model("training.RunnerRevision")),
            guides_revision=_name(revision),
            of_runners=tuple(_watched(apps)),
            of_guides=tuple(sorted(_name(model) for model in guides if model is not revision)),
        )


def _watched(apps: Apps) -> Iterator[Table]:
    for label, way in WATCHED.items():
        try:
            model = apps.get_model("training", label)
        except LookupError:  # Migrated to a state before that model.
            continue
        yield _table(model, way.split("__"))


def _table(model: type[Model], way: list[str]) -> Table:
    field = cast("ForeignKey[Model, Model]", model._meta.get_field(way[0]))
    via = _table(field.related_model, way[1:]) if way[1:] else None
    return Table(_name(model), str(field.column), via)


def _name(model: type[Model]) -> str:
    return model._meta.db_table
