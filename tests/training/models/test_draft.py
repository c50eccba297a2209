from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.signing import BadSignature

from tests.factories import RunnerFactory
from training.actions.sessions import begin
from training.models import Runner, Session, ShownWeek
from training.models.draft import Draft

DAY = date(2026, 3, 3)


def test_the_next_session_is_the_other_workout(runner: Runner) -> None:
    assert Draft.next(runner, DAY, last=None).session.workout == "A"
    assert Draft.next(runner, DAY, last=Session(workout="A")).session.workout == "B"


@pytest.mark.parametrize(("ahead", "reasons"), [(0, 1), (2, 0)], ids=["today", "later"])
def test_it_is_light_where_the_next_day_shown_is_and_keeps_reasons_of_today(
    runner: Runner, ahead: int, reasons: int
) -> None:
    why = [{"rule": "rest-day", "facts": {}, "evidence": ["E12"]}]
    days = [
        {"day": (DAY + timedelta(days=n)).isoformat(), "chosen": n == ahead, "light": True, "reasons": why}
        for n in range(7)
    ]
    ShownWeek.objects.create(runner=runner, made_on=DAY, start=DAY, days=days, basis={})
    session = Draft.next(runner, DAY, last=None).session
    assert (session.light, len(session.reasons)) == (True, reasons)


def test_a_movement_that_is_wanted_comes_last_where_the_workout_has_it_not(runner: Runner) -> None:
    session = Session(runner=runner, day=DAY, workout="A")
    usual = [one.exercise.slug for one in Draft.of(session).movements]
    added = Draft.of(session, also="deadlift")
    assert [one.exercise.slug for one in added.movements] == [*usual, "deadlift"]
    assert [one.order for one in added.movements] == [1, 2, 3, 4, 5, 6]
    last = added.movements[-1]
    assert (last.session, last.variation.slug, last.position) == (session, "hip-hinge", 2)
    assert last.targets
    assert [one.exercise.slug for one in Draft.of(session, also="squat").movements] == usual


def test_what_was_sealed_is_begun_exactly(runner: Runner) -> None:
    draft = Draft.next(runner, DAY, last=None)
    pk = uuid4()
    begun = begin(Draft.unsealed(draft.sealed(), pk=pk, runner=runner, day=DAY))
    assert (begun.pk, begun.day, begun.workout) == (pk, DAY, "A")
    stored = [(one.position, one.variation_id, one.targets, one.why, one.rest_seconds) for one in begun.movements.all()]
    assert stored == [
        (one.position, one.variation_id, one.targets, one.why, one.rest_seconds) for one in draft.movements
    ]
    assert begin(Draft.unsealed(draft.sealed(), pk=pk, runner=runner, day=DAY)) == begun
    assert runner.sessions.count() == 1


def test_a_seal_opens_for_its_runner_alone(runner: Runner) -> None:
    sealed = Draft.next(runner, DAY, last=None).sealed()
    for text, whose in [(sealed, RunnerFactory.create()), (sealed[:-1] + "x", runner), ("", runner)]:
        with pytest.raises(BadSignature):
            Draft.unsealed(text, pk=uuid4(), runner=whose, day=DAY)


def test_the_id_of_somebody_else_s_session_begins_nothing(runner: Runner) -> None:
    theirs = begin(Draft.next(RunnerFactory.create(), DAY, last=None))
    draft = Draft.unsealed(Draft.next(runner, DAY, last=None).sealed(), pk=theirs.pk, runner=runner, day=DAY)
    with pytest.raises(Session.DoesNotExist):
        begin(draft)
