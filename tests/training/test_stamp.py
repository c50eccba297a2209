from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from config.http import RunnerRequest
from exercises.models import Exercise
from tests.factories import RunFactory, RunnerFactory
from training import triggers
from training.models import Run, Runner
from training.stamp import Stamp, kept, stamped

NOW = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)


def stamp(runner: Runner) -> Stamp:
    found = Stamp.of(runner, NOW)
    assert found
    return found


@pytest.mark.django_db(transaction=True)
class TestStamp:
    def test_it_is_the_same_until_something_is_written(self, runner: Runner) -> None:
        first = stamp(runner)
        assert first.today == date(2026, 3, 3)
        assert stamp(runner) == first
        RunFactory.create()
        assert stamp(runner) == first
        RunFactory.create(runner=runner)
        assert stamp(runner) != first

    def test_a_guide_that_was_edited_changes_everybodys(self, runner: Runner) -> None:
        runners = [runner, RunnerFactory.create()]
        before = [stamp(one) for one in runners]
        Exercise.objects.filter(slug="squat").update(name_en="Squatting")
        assert not {stamp(one) for one in runners} & {*before}

    def test_the_next_day_has_another(self, runner: Runner) -> None:
        assert Stamp.of(runner, NOW.replace(hour=22)) != Stamp.of(runner, NOW)

    def test_it_is_one_query(self, runner: Runner) -> None:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            stamp(runner)
        assert len(queries) == 1

    def test_there_is_none_without_the_triggers(self, runner: Runner) -> None:
        triggers.remove()
        try:
            assert Stamp.of(runner, NOW) is None
        finally:
            triggers.install()
        assert stamp(runner)


@pytest.mark.django_db(transaction=True)
class TestKept:
    """A row of the runner's, kept by the stamp of a request."""

    @pytest.fixture(autouse=True)
    def _nothing_kept(self) -> Iterator[None]:
        caches["pages"].clear()
        yield
        caches["pages"].clear()

    @staticmethod
    def titles(runner: Runner, user: Runner | None = None) -> list[str]:
        request = RequestFactory().get("/")
        request.user, request.stamp = user or runner, stamp(runner)  # type: ignore[attr-defined]
        run = kept(request, "run", lambda: runner.runs.values_list("title").first())
        return list(run or [])

    def test_it_is_read_once_until_something_is_written(
        self, runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        run = RunFactory.create(runner=runner, title="Along the river")
        assert self.titles(runner) == ["Along the river"]
        with django_assert_num_queries(1):  # the stamp
            assert self.titles(runner) == ["Along the river"]
        Run.objects.filter(pk=run.pk).update(title="In the hills")
        assert self.titles(runner) == ["In the hills"]

    def test_nothing_is_not_kept(self, runner: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
        for _ in range(2):
            with django_assert_num_queries(2):
                assert self.titles(runner) == []

    def test_it_is_not_kept_in_a_transaction_nor_of_somebody_else(
        self, runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        RunFactory.create(runner=runner, title="Along the river")
        stranger = RunnerFactory.create()
        for _ in range(2):
            with transaction.atomic(), django_assert_num_queries(2):
                assert self.titles(runner) == ["Along the river"]
            with django_assert_num_queries(2):
                assert self.titles(runner, stranger) == ["Along the river"]


# A new runner has a revision once the transaction is over.
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("method", "has_one"), [("GET", True), ("HEAD", True), ("POST", False)])
def test_only_what_reads_is_stamped(runner: Runner, method: str, has_one: bool) -> None:
    found: list[Stamp | None] = []

    @stamped
    def view(request: RunnerRequest, slug: str) -> HttpResponse:
        found.append(getattr(request, "stamp", None))
        return HttpResponse(slug)

    request = RequestFactory().generic(method, "/")
    request.user = runner
    view(request, slug="squat")  # type: ignore[arg-type]
    assert [bool(one) for one in found] == [has_one]
