import pytest
from django.db import IntegrityError, transaction
from fitdecode.profile import FIELD_TYPES

from exercises.dose import Dose
from exercises.models import Equipment, Evidence, Exercise, ExerciseMuscle, Muscle, Variation

pytestmark = pytest.mark.django_db

TABLE = {
    "squat": "box-squat bodyweight-squat goblet-squat front-squat back-squat split-squat bulgarian-split-squat",
    "deadlift": "hip-hinge dumbbell-romanian-deadlift barbell-deadlift single-leg-deadlift",
    "lunge": "supported-lunge reverse-lunge forward-lunge walking-lunge dumbbell-lunge",
    "glute-bridge": "two-leg-bridge marching-bridge single-leg-bridge hip-thrust loaded-hip-thrust",
    "step-up": "low-step-up bench-step-up loaded-step-up high-step-up",
    "plank": "knee-plank forearm-plank side-plank shoulder-tap-plank leg-lift-plank",
    "calf-raise": "floor-calf-raise step-calf-raise single-leg-calf-raise loaded-calf-raise bent-knee-calf-raise",
}


def squat() -> Exercise:
    return Exercise.objects.get(slug="squat")


@pytest.mark.parametrize(("slug", "ladder"), TABLE.items())
def test_a_ladder_goes_from_the_easiest_rung_to_the_hardest(slug: str, ladder: str) -> None:
    assert list(Variation.objects.filter(exercise__slug=slug).values_list("slug", flat=True)) == ladder.split()


def test_every_movement_has_one_variation_that_a_newcomer_starts_with() -> None:
    defaults = Variation.objects.defaults().order_by("exercise__position")
    assert [variation.slug for variation in defaults] == [
        "bodyweight-squat",
        "hip-hinge",
        "reverse-lunge",
        "two-leg-bridge",
        "low-step-up",
        "forearm-plank",
        "step-calf-raise",
    ]


@pytest.mark.parametrize(
    ("slug", "dose"),
    [
        ("squat", Dose(3, 10, 15, rest_seconds=75)),
        ("deadlift", Dose(3, 8, 10, rest_seconds=90)),
        ("lunge", Dose(3, 10, 10, per_leg=True)),
        ("glute-bridge", Dose(3, 15, 15)),
        ("step-up", Dose(3, 10, 10, per_leg=True)),
        ("plank", Dose(3, 30, 60, timed=True, rest_seconds=45)),
        ("calf-raise", Dose(3, 15, 20, rest_seconds=45)),
    ],
)
def test_the_founding_dose(slug: str, dose: Dose) -> None:
    assert Exercise.objects.get(slug=slug).dose == dose


@pytest.mark.parametrize(
    ("movement", "variation", "words"),
    [
        ("squat", "goblet-squat", "3 sets of 10–15 reps"),
        ("squat", "split-squat", "3 sets of 8–12 reps per leg"),
        ("lunge", "reverse-lunge", "3 sets of 10 reps per leg"),
        ("plank", "side-plank", "3 sets of 20–45 seconds per side"),
        ("calf-raise", "bent-knee-calf-raise", "3 sets of 10–15 reps per leg"),
    ],
    ids=["the movement's", "its own, each leg", "the movement's, each leg", "a hold on each side", "its own range"],
)
def test_the_dose_of_a_variation(movement: str, variation: str, words: str) -> None:
    assert str(Variation.objects.get(exercise__slug=movement, slug=variation).dose) == words


def test_every_variation_of_a_per_leg_movement_is_per_leg() -> None:
    assert not Variation.objects.filter(exercise__per_leg=True, per_leg=False).exists()


def test_a_variation_that_takes_kilograms_names_a_weight_or_a_bench_to_begin_without_one() -> None:
    loaded = Variation.objects.filter(loaded=True).exclude(slug="bulgarian-split-squat")
    assert loaded.exists()
    assert all(variation.equipment.filter(is_weight=True).exists() for variation in loaded)


def test_fit_numbers_stay_within_the_categories_that_every_watch_knows() -> None:
    assert not Variation.objects.filter(fit_category=None).exists()
    assert not Variation.objects.filter(fit_category__gt=32).exists()


@pytest.mark.parametrize(
    ("slug", "category", "name"),
    [
        ("goblet-squat", "squat", "goblet_squat"),
        ("bulgarian-split-squat", "lunge", "dumbbell_bulgarian_split_squat"),
        ("dumbbell-romanian-deadlift", "deadlift", "romanian_deadlift"),
        ("dumbbell-lunge", "lunge", "dumbbell_reverse_lunge"),
        ("loaded-hip-thrust", "hip_raise", "barbell_hip_thrust_with_bench"),
        ("high-step-up", "squat", "step_up"),
        ("knee-plank", "plank", "kneeling_plank"),
        ("bent-knee-calf-raise", "calf_raise", "single_leg_bent_knee_calf_raise"),
    ],
)
def test_fit_numbers_are_those_of_the_profile(slug: str, category: str, name: str) -> None:
    variation = Variation.objects.get(slug=slug)
    assert FIELD_TYPES["exercise_category"].enum[variation.fit_category] == category
    assert FIELD_TYPES[f"{category}_exercise_name"].enum[variation.fit_name] == name


def test_every_fit_name_is_one_of_its_category() -> None:
    for variation in Variation.objects.exclude(fit_name=None):
        category = FIELD_TYPES["exercise_category"].enum[variation.fit_category]
        assert variation.fit_name in FIELD_TYPES[f"{category}_exercise_name"].enum, variation


def test_no_two_movements_share_a_fit_number() -> None:
    """They stand side by side in one session, and a watch tells them apart by it."""
    movements: dict[tuple[int | None, int | None], set[str]] = {}
    for variation in Variation.objects.select_related("exercise"):
        movements.setdefault((variation.fit_category, variation.fit_name), set()).add(variation.exercise.slug)
    assert {number: slugs for number, slugs in movements.items() if len(slugs) > 1} == {}


@pytest.mark.parametrize(
    ("slug", "levels"),
    [
        ("squat", "easier start harder harder harder harder harder"),
        ("deadlift", "start harder harder harder"),
        ("plank", "easier start harder harder harder"),
    ],
)
def test_the_levels_of_a_ladder_are_told_from_where_a_newcomer_starts(slug: str, levels: str) -> None:
    ladder = Exercise.objects.for_finding().get(slug=slug).variations.all()
    assert [variation.level for variation in ladder] == levels.split()


@pytest.mark.parametrize(
    ("slug", "bodyweight"),
    [("low-step-up", True), ("loaded-step-up", False), ("hip-thrust", True), ("split-squat", True)],
    ids=["a step is no weight", "dumbbells are", "nor is a bench", "nothing at all"],
)
def test_bodyweight_needs_no_weight_but_may_need_a_thing(slug: str, bodyweight: bool) -> None:
    assert Variation.objects.get(slug=slug).bodyweight == bodyweight


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"reps_high": 5}, "exercise_dose_is_reps_or_seconds"),
        ({"reps_high": None}, "exercise_dose_is_reps_or_seconds"),
        ({"reps_low": None, "reps_high": None}, "exercise_dose_is_reps_or_seconds"),
        ({"seconds_low": 30, "seconds_high": 60}, "exercise_dose_is_reps_or_seconds"),
        ({"sets": 0}, "exercise_sets_between_1_and_10"),
    ],
    ids=["high below low", "low without high", "no dose", "reps and seconds", "no sets"],
)
def test_the_database_refuses_a_movement_with(changes: dict[str, int | None], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Exercise.objects.filter(slug="squat").update(**changes)


@pytest.mark.parametrize(
    ("changes", "constraint"),
    [
        ({"reps_low": 8}, "variation_reps_range_fits"),
        ({"reps_low": 8, "reps_high": 6}, "variation_reps_range_fits"),
        ({"timed": True, "reps_low": 8, "reps_high": 10}, "variation_reps_range_fits"),
        ({"seconds_low": 20, "seconds_high": 30}, "variation_seconds_range_fits"),
        ({"fit_category": None}, "variation_fit_name_needs_category"),
    ],
    ids=["low without high", "high below low", "reps on a hold", "seconds on reps", "a FIT name without category"],
)
def test_the_database_refuses_a_variation_with(changes: dict[str, int | bool | None], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Variation.objects.filter(slug="bodyweight-squat").update(**changes)


def test_the_database_refuses_a_second_default() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Variation.objects.filter(exercise=squat()).update(is_default=True)


def test_the_database_refuses_numbers_of_a_source_that_was_not_read() -> None:
    with pytest.raises(IntegrityError, match="evidence_prints_only_checked_numbers"), transaction.atomic():
        Evidence.objects.filter(number="E29").update(numbers_en="4 and 7")


def test_the_database_refuses_a_muscle_twice_in_one_movement() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ExerciseMuscle.objects.create(
            exercise=squat(), muscle=Muscle.objects.get(slug="quadriceps"), role=ExerciseMuscle.Role.SECONDARY
        )


def test_equipment_of_a_movement_is_named_once_each() -> None:
    exercise = Exercise.objects.for_guides().get(slug="squat")
    assert [thing.slug for thing in exercise.equipment] == ["chair", "bench", "dumbbells", "barbell"]
    assert Equipment.objects.get(slug="barbell").is_weight
