"""The description is complete and true: every model and column of a runner stands in it, or among what is left out."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from django.apps import apps
from django.db import models

from training.export.columns import Choice, Column, Key, Moment, Number, Text, Whole, Zone
from training.export.described import text
from training.export.running import SIGNS
from training.export.tables import LEFT_OUT, LEFT_OUT_COLUMNS, TABLES
from training.models import Runner
from training.models.condition import Sign
from training.models.exported import MOMENT_OF, ORDER
from training.plan.load import Confidence, HowKnown
from training.runfiles.activity import Format
from training.runfiles.zones import ToldBy

COLUMNS = [
    pytest.param(table, column, id=f"{table.name}-{column.name}") for table in TABLES for column in table.columns
]


def leads_to_a_runner(model: type[models.Model], seen: frozenset[type[models.Model]] = frozenset()) -> bool:
    """Whether a chain of foreign keys goes from the model's rows to a runner."""
    if model is Runner:
        return True
    others = {field.related_model for field in model._meta.get_fields() if isinstance(field, models.ForeignKey)}
    return any(leads_to_a_runner(other, seen | {model}) for other in others - seen - {model})


def models_of_a_runner() -> Iterator[type[models.Model]]:
    return (model for model in apps.get_models() if leads_to_a_runner(model))


def test_every_model_with_a_way_to_a_runner_is_exported_or_left_out_with_a_reason() -> None:
    exported = {f"training.{table.model}" for table in TABLES}
    found = {model._meta.label for model in models_of_a_runner()}
    assert found - exported - LEFT_OUT.keys() == set()
    assert LEFT_OUT.keys() - found == set()
    assert exported & LEFT_OUT.keys() == set()
    assert all(LEFT_OUT.values())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_exported_or_left_out_with_a_reason(table: Any) -> None:
    meta = apps.get_model("training", table.model)._meta
    columns = {field.name for field in [*meta.concrete_fields, *meta.many_to_many]}
    exported = {column.field.split("__")[0] for column in table.columns if column.field}
    left_out = LEFT_OUT_COLUMNS[table.model]
    assert columns - exported - left_out.keys() == set()
    assert left_out.keys() - columns == set()
    assert exported & left_out.keys() == set()
    assert all(left_out.values())


# The words of columns whose model leaves them to a pure package.
WORDS: dict[str, tuple[str, ...]] = {
    "time_zone_told_by": tuple(ToldBy),
    "kind_rule": get_args(HowKnown.__value__),
    "kind_confidence": get_args(Confidence.__value__),
    "source": get_args(Format.__value__),
}


def field_of(table: Any, column: Column) -> Any:
    model: Any = apps.get_model("training", table.model)
    for name in column.field.split("__"):
        field = model._meta.get_field(name)
        model = field.related_model
    return field


@pytest.mark.parametrize(("table", "column"), COLUMNS)
def test_a_column_holds_what_its_field_does(table: Any, column: Column) -> None:
    if not column.field:
        return
    field, kind = field_of(table, column), column.kind
    if "__" not in column.field and not field.many_to_many:
        assert column.null == field.null or column.name == "kept_at_utc"  # a plan that was not kept is not exported
    if isinstance(kind, Choice):
        offered = {str(code) for code, _ in field.flatchoices} or set(WORDS[column.name])
        offered |= {""} if field.blank else set()
        # Sessions that were deleted and imports that are not over are not exported.
        assert set(kind.codes) == offered or (column.name == "status" and set(kind.codes) < offered)
    elif isinstance(kind, Text | Key) and isinstance(field, models.CharField) and table.name != "settings":
        assert kind.most == field.max_length
    assert isinstance(kind, Moment) == isinstance(field, models.DateTimeField)
    if isinstance(field, models.FloatField):
        assert isinstance(kind, Number)
    if isinstance(field, models.IntegerField) and not isinstance(field, models.AutoField):
        assert isinstance(kind, Whole)


def test_units_stand_in_the_names() -> None:
    """Of every number that has one."""
    units = re.compile(r"_(m|s|min|kg|bpm)(_|$)")
    plain = {"target_sessions_per_week", "week_starts_on", "hour", "number", "position", "order", "weekday", "reps"}
    plain |= {"reps_in_reserve", "entries_in_the_past", "entries_unreadable", "effort_0_to_10", "pain_0_to_10"}
    for table in TABLES:
        for column in table.columns:
            if isinstance(column.kind, Whole | Number):
                assert units.search(column.name) or column.name in plain, column.name
            if isinstance(column.kind, Moment):
                assert column.name.endswith("_utc")


def test_every_column_has_a_sentence() -> None:
    for table in TABLES:
        assert table.meaning.endswith(".")
        assert [column.name for column in table.columns if not re.search(r"[.]$", column.meaning)] == []
        assert len({column.name for column in table.columns}) == len(table.columns)


def test_every_table_has_an_order_that_lasts() -> None:
    several = {table.name for table in TABLES if not table.one_row}
    assert ORDER.keys() == several
    assert MOMENT_OF.keys() <= ORDER.keys()


def test_the_signs_are_all_of_them() -> None:
    assert list(SIGNS) == Sign.values


def test_time_zones_are_those_that_the_settings_take() -> None:
    assert Zone().read("Europe/Berlin") == "Europe/Berlin"


def test_the_documentation_is_current() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "export.md"
    assert page.read_text() == text(), "run `uv run python -m training.export --write`"
