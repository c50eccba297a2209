from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.db.models import DateField, QuerySet, UUIDField
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from config.prepared import Asked, Prepared
from exercises.models import Exercise
from exercises.models.translated import in_language
from tests.factories import SessionFactory
from training.models import Runner, Session

DAY = date(2026, 11, 2)


@pytest.fixture
def three(runner: Runner) -> list[Session]:
    return [SessionFactory.create(runner=runner, day=DAY + timedelta(days=number)) for number in range(3)]


def since() -> QuerySet[Session, tuple[UUID, date]]:
    return Session.objects.filter(day__gte=Asked("first", DateField())).order_by("day").values_list("pk", "day")


def test_the_same_query_with_other_values(three: list[Session]) -> None:
    prepared = Prepared(since)
    for skipped in range(3):
        rows = prepared.rows(first=DAY + timedelta(days=skipped))
        assert rows == list(Session.objects.order_by("day").values_list("pk", "day"))[skipped:]


def test_it_is_written_once(three: list[Session]) -> None:
    made = []

    def make() -> QuerySet[Session, tuple[UUID, date]]:
        made.append(1)
        return since()

    prepared = Prepared(make)
    with CaptureQueriesContext(connection) as caught:
        for _ in range(3):
            prepared.rows(first=DAY)
    assert (len(made), len(caught)) == (1, 3)


def test_several_values_in_a_list(three: list[Session]) -> None:
    prepared = Prepared(
        lambda: Session.objects.filter(id__in=[Asked("ids", UUIDField())]).order_by("day").values_list("day")
    )
    assert prepared.rows(ids=[three[0].pk, three[2].pk]) == [(DAY,), (DAY + timedelta(days=2),)]
    assert prepared.rows(ids=[three[1].pk]) == [(DAY + timedelta(days=1),)]


def test_a_value_is_never_read_as_sql(three: list[Session]) -> None:
    prepared = Prepared(
        lambda: Exercise.objects.filter(slug=Asked("slug", Exercise._meta.get_field("slug"))).values_list("pk")
    )
    assert prepared.rows(slug="x' OR '1'='1") == []
    assert prepared.rows(slug="%s") == []


def test_a_missing_value_is_an_error(three: list[Session]) -> None:
    with pytest.raises(KeyError):
        Prepared(since).rows()


def test_each_language_reads_its_own_texts(db: None) -> None:
    prepared = Prepared(lambda: Exercise.objects.filter(slug="squat").values_list(in_language("name")))
    english = prepared.rows()
    with translation.override("de"):
        german = prepared.rows()
    assert english == [("Squat",)]
    assert german != english


def test_sql_around_it(three: list[Session]) -> None:
    prepared = Prepared(since, around="WITH since (pk, day) AS ({rows}) SELECT COUNT(*) FROM since")
    assert prepared.rows(first=DAY + timedelta(days=1)) == [(2,)]
