import pytest
from pytest_django import DjangoAssertNumQueries

from exercises.models import Exercise, ExerciseMuscle
from training.models.muscle_work import MuscleWork


def counted(work: MuscleWork) -> dict[str, float]:
    return {row.muscle.slug: row.sets.counted for row in work.trained}


@pytest.mark.django_db
def test_the_guides_say_which_muscles_a_set_trains() -> None:
    work = MuscleWork.of({"calf-raise": 3, "squat": 1})
    assert counted(work) == {
        "calves": 3,
        "tibialis": 1.5,
        "quadriceps": 1,
        "gluteus-maximus": 1,
        "hamstrings": 0.5,
        "adductors": 0.5,
        "abdominals": 0.5,
        "erectors": 0.5,
    }
    assert work.most == 3
    assert [row.muscle.slug for row in work.rows][:2] == ["calves", "tibialis"]


@pytest.mark.django_db
def test_the_map_fills_what_worked_and_hatches_what_only_helped() -> None:
    work = MuscleWork.of({"squat": 1, "deadlift": 1})
    assert [muscle.slug for muscle in work.main] == ["gluteus-maximus", "hamstrings", "quadriceps"]
    assert {muscle.slug for muscle in work.helping} == {"adductors", "abdominals", "erectors", "upper-back"}
    assert [muscle.slug for muscle in work.neglected] == ["calves", "obliques"]


@pytest.mark.django_db
def test_every_muscle_of_the_guides_has_a_row_and_there_may_be_no_set() -> None:
    work = MuscleWork.of({})
    assert len(work.rows) == ExerciseMuscle.objects.values("muscle").distinct().count() == 13
    assert (work.trained, work.most) == ([], 0)


@pytest.mark.django_db
def test_a_movement_of_an_editor_that_names_no_muscles_trains_none() -> None:
    assert counted(MuscleWork.of({"pull-up": 3, "calf-raise": 1})) == {"calves": 1, "tibialis": 0.5}


@pytest.mark.django_db
def test_one_query_however_many_movements(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    everything = dict.fromkeys(Exercise.objects.values_list("slug", flat=True), 3)
    with django_assert_num_queries(1):
        MuscleWork.of(everything)
