from datetime import date, timedelta

import pytest

from exercises.models import Exercise, Variation
from tests.factories import LoggedSetFactory, RunnerFactory, SessionFactory
from training.models import Runner, Session
from training.models.movement import best_sets, e1rm_trend, sessions_of_movement, totals_of

DAY = date(2026, 11, 2)


@pytest.fixture
def deadlift(db: None) -> Exercise:
    return Exercise.objects.get(slug="deadlift")


def lift(
    runner: Runner, day: date, *sets: tuple[int, float | None], variation: str = "barbell-deadlift", **fields: object
) -> Session:
    session = SessionFactory.create(runner=runner, day=day)
    for number, (reps, kg) in enumerate(sets, start=1):
        rung = Variation.objects.get(slug=variation)
        LoggedSetFactory.create(session=session, variation=rung, number=number, reps=reps, kg=kg, **fields)
    return session


def test_best_set_is_the_heaviest_then_the_longest_then_the_first(runner: Runner, deadlift: Exercise) -> None:
    lift(runner, DAY, (10, None), (12, None), variation="hip-hinge")
    lift(runner, DAY, (8, 60), (6, 70))
    first = lift(runner, DAY + timedelta(days=1), (8, 70))
    lift(runner, DAY + timedelta(days=2), (8, 70), (20, 50))
    lift(runner, DAY + timedelta(days=3), (3, 100), warm_up=True)
    barbell, hinge = best_sets(runner, deadlift)
    assert (barbell.reps, barbell.kg, barbell.session) == (8, 70, first)
    assert (hinge.variation.slug, hinge.reps) == ("hip-hinge", 12)


def test_the_longest_hold_is_the_best(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner)
    for seconds in (40, 55, 50):
        plank = Variation.objects.get(slug="forearm-plank")
        LoggedSetFactory.create(session=session, variation=plank, reps=None, seconds=seconds, kg=None)
    (best,) = best_sets(runner, Exercise.objects.get(slug="plank"))
    assert best.seconds == 55


def test_totals(runner: Runner, deadlift: Exercise) -> None:
    lift(runner, DAY, (8, 60), (6, 70))
    lift(runner, DAY + timedelta(days=9), (10, 8), variation="single-leg-deadlift", per_leg=True)
    lift(runner, DAY, (5, 40), warm_up=True)
    lift(RunnerFactory.create(), DAY, (8, 60))
    totals = totals_of(runner, deadlift)
    assert (totals.sessions, totals.sets, totals.reps, totals.kg) == (2, 3, 34, 480 + 420 + 160)
    assert (totals.first, totals.last) == (DAY, DAY + timedelta(days=9))


def test_pages_hold_every_session_once(runner: Runner, deadlift: Exercise) -> None:
    made = [lift(runner, DAY + timedelta(days=number // 2), (8, 60)) for number in range(14)]
    skipped = lift(runner, DAY, (8, 60))
    Session.objects.filter(pk=skipped.pk).update(status=Session.Status.SKIPPED)
    seen: list[Session] = []
    before = None
    pages = 0
    while pages == 0 or before:
        sessions, before = sessions_of_movement(runner, deadlift, before=before, days=3)
        seen += [found.session for found in sessions]
        pages += 1
    assert pages == 3
    assert sorted(seen, key=lambda one: str(one.pk)) == sorted(made, key=lambda one: str(one.pk))
    assert [one.day for one in seen] == sorted((one.day for one in made), reverse=True)


def test_e1rm_stays_within_its_limits(runner: Runner, deadlift: Exercise) -> None:
    lift(runner, DAY, (5, 80), rir=2)
    lift(runner, DAY + timedelta(days=1), (12, 60), rir=2)
    lift(runner, DAY + timedelta(days=2), (5, 80))
    sessions, _ = sessions_of_movement(runner, deadlift)
    without_rir, too_many_reps, estimated = (found.e1rm for found in sessions)
    assert (without_rir, too_many_reps) == (None, None)
    assert estimated == pytest.approx(80 * (1 + 7 / 30) / 2 + 80 * 36 / 30 / 2)


def test_e1rm_trend_is_the_middle_of_three_of_one_variation(runner: Runner, deadlift: Exercise) -> None:
    lift(runner, DAY, (5, 20), rir=2, variation="dumbbell-romanian-deadlift")
    for number, kg in enumerate((80, 100, 90), start=1):
        lift(runner, DAY + timedelta(days=number), (1, kg), rir=0)
        trend = e1rm_trend(sessions_of_movement(runner, deadlift)[0])
        assert trend == (None if number < 3 else 90)
