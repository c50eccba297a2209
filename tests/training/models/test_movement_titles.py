"""What titles mean, and how many of an import ask."""

import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Variation
from tests.factories import RunnerFactory
from tests.training.actions.imports.workouts import EVENING, guessed, lifted, waiting, warm_up, workout
from training.models import ImportItem, MovementTitle, Runner
from training.models.found_titles import titles_of
from training.models.movement_titles import Meanings, Summary, summary, takes_a_pair
from training.runfiles.movements import title_key
from training.runfiles.sets import ImportedSet


def tell(runner: Runner, title: str, variation: str = "", *, each_hand: bool = False) -> None:
    rung = Variation.objects.get(slug=variation) if variation else None
    key = title_key(ImportedSet(title))
    MovementTitle.objects.create(runner=runner, title=title, key=key, variation=rung, each_hand=each_hand)


@pytest.mark.parametrize(
    ("title", "variation", "each_hand", "asks"),
    [
        ("Squat (Barbell)", "back-squat", False, False),
        ("Goblet Squat (Dumbbell)", "goblet-squat", False, False),
        ("Romanian Deadlift (Dumbbell)", "dumbbell-romanian-deadlift", True, False),
        ("Walking Lunge (Dumbbell)", "walking-lunge", True, False),
        ("Walking Lunge", "walking-lunge", False, False),
        # As our own files say it, with the load of both.
        ("Dumbbell Romanian deadlift", "dumbbell-romanian-deadlift", False, False),
        ("Rumänisches Kreuzheben mit Kurzhanteln", "dumbbell-romanian-deadlift", False, False),
        ("Squat (Smith Machine)", None, False, True),
        ("Deadlift (Dumbbell)", None, False, True),
        ("Bench Press (Dumbbell)", None, False, False),
    ],
)
def test_by_its_words(runner: Runner, title: str, variation: str | None, each_hand: bool, asks: bool) -> None:
    meanings, one = Meanings.of(runner), lifted(title)
    meaning = meanings[one]
    assert (meaning.variation.slug if meaning.variation else None, meaning.each_hand) == (variation, each_hand)
    assert meanings.asks(one) == asks


def test_what_the_runner_said_counts_more_and_asks_no_more(runner: Runner) -> None:
    tell(runner, "Squat (Smith Machine)")
    tell(runner, "Bench Press (Barbell)", "barbell-deadlift", each_hand=True)
    tell(RunnerFactory.create(), "Curl", "barbell-deadlift")
    meanings = Meanings.of(runner)
    assert not meanings.asks(lifted("squat (smith  MACHINE)"))
    assert meanings[lifted("Squat (Smith Machine)")].variation is None
    told = meanings[lifted("Bench press (barbell)")]
    assert (told.variation and told.variation.slug, told.each_hand) == ("barbell-deadlift", True)
    assert meanings[lifted("Curl")].variation is None


def test_a_movement_without_guide_any_more_keeps_its_name(runner: Runner) -> None:
    Variation.objects.filter(slug="back-squat").delete()
    assert Meanings.of(runner)[lifted("Squat (Barbell)")].variation is None


def test_a_name_that_is_not_translated_is_nobodys(runner: Runner) -> None:
    Variation.objects.update(name_de="")
    meanings = Meanings.of(runner)
    assert meanings[guessed()].variation is None
    assert meanings[lifted("Goblet squat")].variation


def test_with_a_dumbbell_in_each_hand(db: None) -> None:
    pairs = {one.slug for one in Variation.objects.all() if takes_a_pair(one)}
    assert pairs == {"bulgarian-split-squat", "dumbbell-romanian-deadlift", "dumbbell-lunge", "loaded-step-up"}


def test_titles_are_counted_over_all_workouts_that_are_to_be_added(runner: Runner) -> None:
    work = waiting(
        runner,
        workout(
            warm_up("Squat (Barbell)", 10, 20.0), lifted("Squat (Barbell)", 5, 80.0), lifted("Plank", None, seconds=60)
        ),
        workout(lifted("squat  (barbell)", 3, 90.0), lifted("Row", 12), start=EVENING.replace(day=5)),
        workout(lifted("Run", None, metres=5000.0, seconds=1500.0), guessed((28, 6, "")), start=EVENING.replace(day=6)),
        workout(lifted("Curl"), start=EVENING.replace(day=7)),
    )
    work.items.filter(day__day=7).update(choice=ImportItem.Choice.SKIP)
    found = [(one.key, one.sets, one.sessions, one.kg, one.reps, one.seconds, one.metres) for one in titles_of(work)]
    assert found == [
        ("squat (barbell)", 3, 2, 90.0, 3, None, None),
        ("fit 28 6", 1, 1, None, 10, None, None),
        ("plank", 1, 1, None, None, 60.0, None),
        ("row", 1, 1, None, 12, None, None),
        ("run", 1, 1, None, None, 1500.0, 5000.0),
    ]
    assert titles_of(work)[0].example.exercise == "Squat (Barbell)"


def test_a_summary_says_how_many_are_ours_keep_their_name_or_ask(runner: Runner) -> None:
    tell(runner, "Leg curl", "goblet-squat")
    tell(runner, "Pistol Squat")
    titles = ["Squat (Barbell)", "Leg curl", "Pistol Squat", "Squat (Smith Machine)", "Hack Squat", "Bench Press"]
    work = waiting(runner, workout(*map(lifted, titles)))
    assert summary(work) == Summary(titles=6, ours=2, own=4, asking=2)


def test_an_import_without_workouts_has_no_titles(runner: Runner) -> None:
    assert summary(waiting(runner)) == Summary()


@pytest.mark.parametrize("count", [2, 20])
def test_a_summary_takes_three_queries(
    runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    work = waiting(
        runner, *(workout(lifted(f"Row {day}"), start=EVENING.replace(day=day)) for day in range(1, 1 + count // 2))
    )
    with django_assert_num_queries(3):
        assert summary(work).titles == count // 2
