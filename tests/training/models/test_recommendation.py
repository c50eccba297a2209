from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.factories import RunnerFactory
from training.models import Runner, ShownWeek

MONDAY = date(2026, 11, 23)
MON, TUE, WED, THU, FRI, SAT, SUN = (MONDAY + timedelta(days=number) for number in range(7))


def show(runner: Runner, made_on: date, days: Iterable[date]) -> None:
    chosen = [day.isoformat() for day in days]
    ShownWeek.objects.create(runner=runner, made_on=made_on, start=made_on, days=[], recommended=chosen, basis={})


def recommended(runner: Runner, first: date = MON, last: date = SUN) -> list[date]:
    return sorted(runner.shown_weeks.recommended(first, last))


def test_days_that_were_shown_before_they_began(runner: Runner) -> None:
    show(runner, MON, [TUE, FRI])
    assert recommended(runner) == [TUE, FRI]


def test_the_last_word_before_a_day_counts(runner: Runner) -> None:
    show(runner, MON, [TUE, FRI])
    show(runner, WED, [SAT])
    assert recommended(runner) == [TUE, SAT]


def test_what_is_said_on_the_day_itself_changes_it_no_more(runner: Runner) -> None:
    """In the evening, after the session, it is recommended for other days."""
    show(runner, MON, [TUE, FRI])
    show(runner, TUE, [THU, SAT])
    show(runner, WED, [WED, THU])
    assert recommended(runner) == [TUE, THU]


def test_what_is_first_said_on_the_day_itself_counts(runner: Runner) -> None:
    show(runner, TUE, [TUE, FRI])
    assert recommended(runner) == [TUE, FRI]


def test_only_the_days_asked_for_by_what_was_said_before_them(
    runner: Runner, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    show(runner, SUN - timedelta(days=7), [MON, THU])
    show(RunnerFactory.create(), MON, [WED])
    with django_assert_num_queries(1):
        assert recommended(runner, TUE, SUN) == [THU]
    assert recommended(runner, MON, WED) == [MON]


@pytest.mark.django_db
def test_what_is_shown_is_kept_with_its_days() -> None:
    shown = ShownWeek(made_on=MON, start=MON, days=[], recommended=["2026-11-24"], basis={})
    assert shown.chosen == {TUE}
