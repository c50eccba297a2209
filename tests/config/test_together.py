"""Rows of several models in one query are what a query for each of them would have given."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db.models import Count, DateField, Model
from django.db.models.fields import Field
from pytest_django import DjangoAssertNumQueries

from config.prepared import Asked
from config.together import Parts, Together
from exercises.models import Step
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.models import Condition, Run, Runner, Session

DAY = date(2026, 3, 2)
MOMENT = datetime(2026, 3, 2, 17, 3, 4, 567891, tzinfo=UTC)


def asked() -> Parts:
    first: Any = Asked("first", DateField())
    return {
        "runners": Runner.objects.order_by("pk"),
        "runs": Run.objects.filter(day__gte=first).order_by("day", "start"),
        "sessions": Session.objects.filter(day__gte=first).annotate(number=Count("sets")).order_by("day", "started_at"),
        "conditions": Condition.objects.all(),
        "steps": Step.objects.order_by("pk"),
    }


def plainly(first: date) -> dict[str, list[Any]]:
    return {
        "runners": [*Runner.objects.order_by("pk")],
        "runs": [*Run.objects.filter(day__gte=first).order_by("day", "start")],
        "sessions": [*Session.objects.filter(day__gte=first).annotate(number=Count("sets")).order_by("day")],
        "conditions": [*Condition.objects.all()],
        "steps": [*Step.objects.order_by("pk")],
    }


def values(row: Model) -> dict[str, tuple[type, object]]:
    """Every column with its type: a date is no text, and eight kilometres are no whole number."""
    fields: list[Field[Any, Any]] = [*row._meta.concrete_fields]
    return {one.attname: (type(getattr(row, one.attname)), getattr(row, one.attname)) for one in fields}


@pytest.fixture
def rows(runner: Runner) -> None:
    RunnerFactory.create(minutes_by_weekday=[0, None, 45, None, None, None, 90], dumbbells_kg=[5.0, 7.5], bar_kg=15)
    for days in (3, 0, -1):
        RunFactory.create(
            runner=runner,
            start=MOMENT + timedelta(days=days),
            metres=8000,
            title='Wald "ü" \\ %s',
            kind_facts={"a": [1]},
        )
    for days in (4, 1):
        LoggedSetFactory.create(session__runner=runner, session__day=DAY + timedelta(days=days))
    SessionFactory.create(runner=runner, day=DAY, started_at=None, reasons=[{"rule": "own-choice", "facts": {}}])
    Condition.objects.create(runner=runner, kind="pain", first=DAY, told_at=MOMENT, pain=3, signs=["bone", "hop"])


def test_every_value_is_what_a_query_of_its_own_gives(
    rows: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    together = Together(asked)
    for first in (DAY, DAY + timedelta(days=2)):
        expected = plainly(first)
        with django_assert_num_queries(1):
            found = together.rows(first=first)
        assert {name: [values(row) for row in found[name]] for name in found} == {
            name: [values(row) for row in expected[name]] for name in expected
        }
        assert [one.number for one in found["sessions"]] == [one.number for one in expected["sessions"]]
    assert len(found["sessions"]) == len(found["runs"]) == 1


def test_what_is_annotated_is_read_as_what_it_is(rows: None) -> None:
    by_day = Together(lambda: {"sessions": Session.objects.annotate(again=Asked("day", DateField()))})
    assert {one.again for one in by_day.rows(day=DAY)["sessions"]} == {DAY}


def test_a_row_can_be_saved_again(rows: None) -> None:
    (condition,) = Together(asked).rows(first=DAY)["conditions"]
    condition.pain = 4
    condition.save()
    assert Condition.objects.get().pain == 4


def test_an_empty_place_in_the_order_comes_last(runner: Runner) -> None:
    late, none = (SessionFactory.create(runner=runner, day=DAY, started_at=at) for at in (MOMENT, None))
    assert Together(asked).rows(first=DAY)["sessions"] == [late, none]


def test_a_model_without_rows_is_an_empty_list(db: None) -> None:
    found = Together(asked).rows(first=DAY)
    assert found["runs"] == found["sessions"] == []
