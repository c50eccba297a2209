from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunFactory, RunnerFactory
from training.actions.rows import BATCH, write_back
from training.models import Run

pytestmark = pytest.mark.django_db


def test_the_columns_that_are_named_are_stored_and_no_others():
    first, second = RunFactory.create(fingerprint="a:0", title="Home"), RunFactory.create(fingerprint="b:0")
    Run.objects.filter(pk=first.pk).update(rpe=7)
    for run in (first, second):
        run.metres, run.title, run.start = 9000.0, "Away", datetime(2026, 4, 1, 9, tzinfo=UTC)
    write_back([first, second], ["metres", "start"])
    first.refresh_from_db()
    assert (first.metres, first.title, first.rpe, first.fingerprint) == (9000, "Home", 7, "a:0")
    assert first.start == datetime(2026, 4, 1, 9, tzinfo=UTC)
    assert [run.metres for run in Run.objects.all()] == [9000, 9000]


def test_rows_are_held_to_what_the_database_demands():
    runner = RunnerFactory.create()
    first = RunFactory.create(runner=runner, fingerprint="a:0")
    second = RunFactory.create(runner=runner, fingerprint="b:0")
    second.fingerprint = first.fingerprint
    with pytest.raises(IntegrityError), transaction.atomic():
        write_back([second], ["fingerprint"])


def test_many_rows_are_one_query_each_thousand(django_assert_num_queries: DjangoAssertNumQueries):
    runner = RunnerFactory.create()
    runs = Run.objects.bulk_create(RunFactory.build_batch(BATCH + 1, runner=runner, day=date(2026, 3, 2)))
    with django_assert_num_queries(2):
        write_back(runs, ["metres"])
    with django_assert_num_queries(0):
        write_back([], ["metres"])
