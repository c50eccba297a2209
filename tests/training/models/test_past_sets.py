"""From logged sets to the targets of a session, a swap and the next time."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunnerFactory, SessionFactory
from training.models import PlannedMovement, Race, Runner, Session
from training.models.past_sets import PastSets
from training.models.upcoming import Guides

TODAY = date(2026, 3, 9)
DAY = timedelta(days=1)


def did(
    runner: Runner, ago: int, *rungs: str, sets: str = "12 12 12", kg: float | None = 20.0, **session: object
) -> Session:
    """A session some days ago with the same sets of some variations."""
    done = SessionFactory.create(runner=runner, day=TODAY - ago * DAY, **session)
    for position, slug in enumerate(rungs, start=1):
        variation = Variation.objects.select_related("exercise").get(slug=slug)
        for number, reps in enumerate(sets.split(), start=1):
            counted = {"reps": None, "seconds": int(reps)} if variation.timed else {"reps": int(reps)}
            LoggedSetFactory.create(
                session=done, variation=variation, position=position, number=number, kg=kg, **counted
            )
    return done


def variation(slug: str) -> Variation:
    return Variation.objects.select_related("exercise").get(slug=slug)


def next_sets(runner: Runner, slug: str) -> tuple[str, str]:
    target = PastSets.of(runner, TODAY).next_target(variation(slug))
    return target.why.rule, " ".join(f"{one.amount}x{one.kg:g}" if one.kg else f"{one.amount}" for one in target.sets)


LOADED = ("back-squat", "loaded-hip-thrust", "loaded-step-up")


def at_the_top(runner: Runner) -> None:
    for ago in (10, 3):
        did(runner, ago, *LOADED, sets="15 15 15", kg=100.0)


def test_two_queries_then_every_rung_is_free(runner: Runner, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    at_the_top(runner)
    rungs = [rung for ladder in Guides.load().ladders.values() for rung in ladder]
    with django_assert_num_queries(2):
        past = PastSets.of(runner, TODAY)
        targets = [past.next_target(rung) for rung in rungs]
    assert len(targets) == len(rungs) > 30


def test_a_session_and_what_it_says_of_next_time_agree(runner: Runner) -> None:
    at_the_top(runner)
    past = PastSets.of(runner, TODAY)
    together = past.targets([variation(slug) for slug in LOADED])
    alone = {slug: past.next_target(variation(slug)) for slug in LOADED}
    assert [together[rung.exercise.slug] for rung in map(variation, LOADED)] == list(alone.values())
    assert [target.why.rule for target in alone.values()] == ["raise", "wait", "raise"]
    swapped = past.next_target(variation("loaded-hip-thrust"), beside=[variation("back-squat")])
    assert swapped.why.rule == "raise"


def test_loads_are_those_that_the_runner_owns(runner: Runner) -> None:
    for ago in (10, 3):
        did(runner, ago, "back-squat", sets="12 12 12", kg=47.0)
    assert next_sets(runner, "back-squat") == ("raise", "8x50 8x50 8x50")
    runner.plate_kg = 0.5
    assert next_sets(runner, "back-squat") == ("raise", "8x49 8x49 8x49")
    runner.plate_kg, runner.bar_kg = None, 15.0
    runner.units = Runner.UnitSystem.IMPERIAL
    kg = PastSets.of(runner, TODAY).next_target(variation("back-squat")).sets[0].kg
    assert kg == pytest.approx(15 + 15 * 5 * 0.45359237)


def test_the_next_rung_is_one_that_can_be_done(runner: Runner) -> None:
    for ago in (10, 3):
        did(runner, ago, "bodyweight-squat", sets="15 15 15", kg=None)
    rung = variation("bodyweight-squat")
    assert PastSets.of(runner, TODAY).next_target(rung).suggest == "goblet-squat"
    runner.equipment.set(variation("bulgarian-split-squat").equipment.all())
    assert PastSets.of(runner, TODAY).next_target(rung).suggest == "split-squat"


def test_a_race_the_morning_after_and_a_deload_reach_the_targets(runner: Runner) -> None:
    did(runner, 3, "back-squat", kg=50.0, morning_after="worse")
    assert next_sets(runner, "back-squat") == ("pain-worse", "12x40 12x40")
    Session.objects.update(morning_after="settled")
    Race.objects.create(runner=runner, day=TODAY + 10 * DAY, priority="A")
    assert next_sets(runner, "back-squat") == ("no-rise", "12x50 12x50")


def test_a_deload_is_known_by_what_was_planned_and_lasts_a_week(runner: Runner) -> None:
    for ago in (35, 31, 28, 24, 21, 17, 14, 10):
        did(runner, ago, "back-squat", sets="10 10 10", kg=50.0)
    lighter = did(runner, 4, "back-squat", sets="10 10", kg=45.0)
    rung = variation("back-squat")
    PlannedMovement.objects.create(
        session=lighter, position=1, order=1, exercise=rung.exercise, variation=rung, targets=[], why={"rule": "deload"}
    )
    assert next_sets(runner, "back-squat") == ("deload", "10x45 10x45")
    after = PastSets.of(runner, TODAY + 3 * DAY).next_target(rung)
    assert (after.why.rule, after.sets[0].kg) == ("climb", 50)


# -- A session entered late --------------------------------------------------------------------------------------------


def test_a_past_session_entered_late_does_not_reset_the_next_target(runner: Runner) -> None:
    did(runner, 7, "back-squat", sets="11 10 10", kg=50.0)
    did(runner, 3, "back-squat", sets="11 11 10", kg=50.0)
    before = next_sets(runner, "back-squat")
    did(runner, 5, "back-squat", sets="5 5 5", kg=90.0, started_at=None, finished_at=None)
    assert next_sets(runner, "back-squat")[1].endswith("x50")
    Session.objects.filter(day=TODAY - 5 * DAY).update(day=TODAY - 20 * DAY)
    assert next_sets(runner, "back-squat") == before


def test_a_past_session_takes_its_targets_from_its_own_past(runner: Runner) -> None:
    did(runner, 3, "back-squat", sets="12 12 12", kg=60.0, pain=8)
    did(runner, 9, "back-squat", sets="12 12 12", kg=50.0)
    then = PastSets.of(runner, TODAY - 5 * DAY).next_target(variation("back-squat"))
    assert {one.kg for one in then.sets} == {50}


def test_a_strangers_sets_are_none(runner: Runner) -> None:
    did(RunnerFactory.create(), 3, "back-squat")
    assert PastSets.of(runner, TODAY).performances == {}


def test_sets_of_a_workout_of_ones_own_set_the_next_targets(runner: Runner) -> None:
    did(runner, 3, "back-squat", sets="8 8 8", kg=60.0, workout="own")
    rule, sets = next_sets(runner, "back-squat")
    assert rule != "first-time"
    assert {one.split("x")[1] for one in sets.split()} == {"60"}


def test_it_is_compared_with_no_other_session(runner: Runner) -> None:
    """Another workout of the runner's own may hold anything."""
    for ago in (10, 6, 2):
        did(runner, ago, "back-squat", kg=60.0, workout="own", effort=5)
    assert len({one.workout for one in PastSets.of(runner, TODAY).state.sessions}) == 3
