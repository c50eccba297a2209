from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunnerFactory
from training.models import Reminder, Runner
from training.models.reminder import local_hours


def reminded(zone: str, when: str, hour: int, **fields: object) -> Reminder:
    """A runner with a confirmed address who wants to be reminded."""
    runner = RunnerFactory.create(time_zone=zone)
    EmailAddress.objects.create(user=runner, email=runner.email, primary=True, verified=True)
    return Reminder.objects.create(runner=runner, when=when, hour=hour, **fields)


@pytest.mark.parametrize(
    ("zone", "due_at"),
    [
        # 19:00 on 10 March, by the clocks there.
        ("Pacific/Auckland", datetime(2026, 3, 10, 6, 0, tzinfo=UTC)),
        ("Asia/Kathmandu", datetime(2026, 3, 10, 13, 15, tzinfo=UTC)),
        ("Europe/Berlin", datetime(2026, 3, 10, 18, 0, tzinfo=UTC)),
        ("America/New_York", datetime(2026, 3, 10, 23, 0, tzinfo=UTC)),
    ],
)
@pytest.mark.django_db
def test_due_from_the_hour_on_the_clocks_of_the_runner(zone: str, due_at: datetime) -> None:
    reminded(zone, "evening", 19)
    assert not Reminder.objects.due(due_at - timedelta(minutes=1)).exists()
    assert Reminder.objects.due(due_at).exists()
    assert Reminder.objects.due(due_at + timedelta(hours=2, minutes=59)).exists()
    assert not Reminder.objects.due(due_at + timedelta(hours=3)).exists()


@pytest.mark.parametrize(
    ("day", "due_at"),
    [
        (date(2026, 3, 28), datetime(2026, 3, 28, 6, 0, tzinfo=UTC)),
        (date(2026, 3, 29), datetime(2026, 3, 29, 5, 0, tzinfo=UTC)),
        (date(2026, 10, 24), datetime(2026, 10, 24, 5, 0, tzinfo=UTC)),
        (date(2026, 10, 25), datetime(2026, 10, 25, 6, 0, tzinfo=UTC)),
    ],
    ids=["before spring", "the day summer time begins", "before autumn", "the day it ends"],
)
@pytest.mark.django_db
def test_summer_time_keeps_the_hour_on_the_clock(day: date, due_at: datetime) -> None:
    reminded("Europe/Berlin", "morning", 7)
    assert not Reminder.objects.due(due_at - timedelta(minutes=1)).exists()
    assert Reminder.objects.due(due_at).exists()


@pytest.mark.django_db
def test_late_in_the_evening_does_not_become_the_next_day() -> None:
    reminded("Europe/Berlin", "evening", 22)
    assert Reminder.objects.due(datetime(2026, 3, 10, 22, 59, tzinfo=UTC)).exists()
    assert not Reminder.objects.due(datetime(2026, 3, 10, 23, 1, tzinfo=UTC)).exists()


@pytest.mark.django_db
def test_once_a_day_is_enough() -> None:
    now = datetime(2026, 3, 10, 18, 30, tzinfo=UTC)
    reminded("Europe/Berlin", "evening", 19, looked_after_on=date(2026, 3, 10))
    assert not Reminder.objects.due(now).exists()
    assert Reminder.objects.due(now + timedelta(days=1)).exists()


@pytest.mark.django_db
def test_nobody_is_reminded_unasked_or_at_an_address_that_is_not_theirs() -> None:
    now = datetime(2026, 3, 10, 18, 30, tzinfo=UTC)
    reminded("Europe/Berlin", "never", 19)
    Reminder.objects.create(runner=RunnerFactory.create(), when="evening", hour=19)
    EmailAddress.objects.filter(user=reminded("Europe/Berlin", "evening", 19).runner).update(verified=False)
    Runner.objects.filter(pk=reminded("Europe/Berlin", "evening", 19).runner_id).update(is_active=False)
    wanted = reminded("Europe/Berlin", "evening", 19)
    assert list(Reminder.objects.due(now)) == [wanted]


@pytest.mark.parametrize("others", [1, 20], ids=["few", "many"])
@pytest.mark.django_db
def test_queries(django_assert_num_queries: DjangoAssertNumQueries, others: int) -> None:
    for hour in range(others):
        reminded("Europe/Berlin", "evening", 5 + hour % 5)
    with django_assert_num_queries(2):
        assert list(Reminder.objects.due(datetime(2026, 3, 10, 18, 30, tzinfo=UTC))) == []


def test_zones_by_what_their_clocks_show() -> None:
    now = datetime(2026, 3, 10, 11, 30, tzinfo=UTC)
    assert local_hours(now, ["Pacific/Auckland", "UTC", "Asia/Kathmandu"]) == {
        (date(2026, 3, 11), 0): ["Pacific/Auckland"],
        (date(2026, 3, 10), 11): ["UTC"],
        (date(2026, 3, 10), 17): ["Asia/Kathmandu"],
    }


@pytest.mark.parametrize(("when", "day"), [("evening", date(2026, 3, 11)), ("morning", date(2026, 3, 10))])
def test_the_day_meant(when: str, day: date) -> None:
    assert Reminder(when=when).day_meant(date(2026, 3, 10)) == day
