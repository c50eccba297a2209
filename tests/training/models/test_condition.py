"""How the runner is: what stops, what is asked after, what makes a week no ordinary one."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.factories import SessionFactory
from training.actions.conditions import tell, well_again
from training.models import Condition, Runner
from training.models.condition import days_away, painful_session, status_of, weeks_to_forget
from training.plan.wishes import Status

TODAY = date(2026, 3, 5)
NOW = datetime(2026, 3, 5, 12, tzinfo=UTC)


def told(runner: Runner, kind: str, first: date = TODAY, now: datetime = NOW, **fields: Any) -> Condition:
    return tell(condition=Condition(runner=runner, kind=kind, first=first, **fields), now=now)


def status(runner: Runner, today: date = TODAY) -> Status:
    return status_of(runner.conditions.all(), list(runner.sessions.all()), today)


def test_a_well_runner(runner: Runner) -> None:
    assert status(runner) == Status()


def test_a_head_cold_and_a_fever(runner: Runner) -> None:
    told(runner, "ill")
    assert status(runner) == Status(ill=True)
    told(runner, "ill", feverish=True)
    assert status(runner) == Status(ill=True, feverish=True)
    assert runner.conditions.open().count() == 1


def test_well_again_is_the_first_well_day(runner: Runner) -> None:
    told(runner, "ill", TODAY - timedelta(days=3), feverish=True)
    well_again(runner=runner, kind="ill", today=TODAY, now=NOW)
    well_again(runner=runner, kind="ill", today=TODAY + timedelta(days=1), now=NOW)
    assert status(runner) == Status(ill_ended=TODAY, was_feverish=True)


def test_pain_has_a_place_and_signs_are_red_flags(runner: Runner) -> None:
    told(runner, "pain", pain=4, site="shin", side="left")
    assert status(runner) == Status(worst_pain=4, pain_site="left shin")
    told(runner, "pain", pain=2, signs=["hop"])
    assert status(runner).red_flag


def test_pain_told_after_a_session_counts_for_a_week(runner: Runner) -> None:
    SessionFactory.create(runner=runner, day=TODAY - timedelta(days=1), pain=7)
    assert status(runner).worst_pain == 7
    assert status(runner, TODAY + timedelta(days=6)).worst_pain == 0


def test_a_later_session_without_pain_settles_it(runner: Runner) -> None:
    SessionFactory.create(runner=runner, day=TODAY - timedelta(days=3), pain=7)
    SessionFactory.create(runner=runner, day=TODAY - timedelta(days=1), pain=1)
    assert status(runner).worst_pain == 1


def test_saying_that_it_has_settled_settles_it_until_the_next_session(runner: Runner) -> None:
    SessionFactory.create(runner=runner, day=TODAY, pain=7, finished_at=NOW - timedelta(hours=2))
    well_again(runner=runner, kind="pain", today=TODAY, now=NOW)
    assert status(runner).worst_pain == 0
    SessionFactory.create(runner=runner, day=TODAY, pain=6, finished_at=NOW + timedelta(hours=2))
    assert status(runner).worst_pain == 6


def test_a_session_entered_later_is_settled_by_a_word_of_its_day(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner, day=TODAY, pain=7, started_at=None, finished_at=None)
    assert painful_session([], [session], TODAY) == session
    well_again(runner=runner, kind="pain", today=TODAY, now=NOW)
    assert status(runner).worst_pain == 0


@pytest.mark.parametrize(
    ("fields", "forgotten"),
    [
        pytest.param({"kind": "ill"}, 1, id="mostly ill"),
        pytest.param({"kind": "away"}, 1, id="mostly away"),
        pytest.param({"kind": "pain", "pain": 7}, 1, id="mostly in red pain"),
        pytest.param({"kind": "pain", "pain": 3}, 0, id="amber pain goes on running"),
    ],
)
def test_weeks_that_were_no_ordinary_ones(runner: Runner, fields: dict[str, Any], forgotten: int) -> None:
    monday = date(2026, 2, 9)
    four = Condition(runner=runner, first=monday, ended_on=monday + timedelta(days=4), **fields)
    three = Condition(runner=runner, first=monday, ended_on=monday + timedelta(days=3), **fields)
    assert weeks_to_forget([four], TODAY) == frozenset([monday][:forgotten])
    assert weeks_to_forget([three], TODAY) == frozenset()


def test_days_away_lie_ahead(runner: Runner) -> None:
    trip = Condition(kind="away", first=TODAY - timedelta(days=2), ended_on=TODAY + timedelta(days=2))
    assert days_away([trip], TODAY, 8) == {TODAY, TODAY + timedelta(days=1)}


def test_being_back_early_ends_the_trip(runner: Runner) -> None:
    told(runner, "away", TODAY - timedelta(days=2), ended_on=TODAY + timedelta(days=5))
    well_again(runner=runner, kind="away", today=TODAY, now=NOW)
    assert days_away(runner.conditions.all(), TODAY, 8) == frozenset()


def test_what_cannot_be_is_refused_by_the_database(runner: Runner) -> None:
    told(runner, "ill")
    for wrong in (
        Condition(runner=runner, kind="ill", first=TODAY, told_at=NOW),
        Condition(runner=runner, kind="away", first=TODAY, told_at=NOW),
        Condition(runner=runner, kind="pain", first=TODAY, pain=11, told_at=NOW),
        Condition(runner=runner, kind="pain", first=TODAY, ended_on=TODAY - timedelta(days=1), told_at=NOW),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            wrong.save()
