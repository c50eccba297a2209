"""Each set of a workout is a row of its session, ours or the runner's own: none is lost."""

import json
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db.models import Sum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunnerFactory, SessionFactory
from tests.training.actions.imports.workouts import EVENING, NOW, bring, guessed, lifted, waiting, warm_up, workout
from training.actions.imports.choosing import undo
from training.actions.imports.workout_rows import has_room_for
from training.models import CustomSet, Import, ImportItem, LoggedSet, MovementTitle, Runner, Session
from training.models.fit_export import activity_file
from training.models.past_sets import PastSets
from training.runfiles import StrengthActivity, WeightUnit, fit, hevy, strong
from training.runfiles.movements import title_key
from training.runfiles.sets import Guess, ImportedSet, SetKind
from training.runfiles.strength import from_recording


def tell(runner: Runner, title: str, variation: str = "", *, each_hand: bool = False) -> None:
    MovementTitle.objects.create(
        runner=runner,
        title=title,
        key=title_key(ImportedSet(title)),
        variation=Variation.objects.get(slug=variation) if variation else None,
        each_hand=each_hand,
    )


def ours() -> list[tuple[str, int, int, int, float | None]]:
    """Variation, place, number, amount and load of our sets."""
    rows = LoggedSet.objects.select_related("variation").order_by("session__day", "position", "number")
    return [(one.variation.slug, one.position, one.number, one.amount, one.kg) for one in rows]


def own() -> list[tuple[str, int, int, int | None, float | None]]:
    rows = CustomSet.objects.select_related("movement").order_by("session__day", "position", "number")
    return [(one.movement.name, one.position, one.number, one.reps, one.kg) for one in rows]


# -- What a workout becomes -------------------------------------------------------------------------------------------


def test_a_workout_is_a_session_of_its_day_with_what_it_was_called(runner: Runner) -> None:
    work = bring(runner, workout(lifted("Squat (Barbell)", 5, 80.0), notes="Knees fine."))
    session = runner.sessions.get()
    assert (session.status, session.workout, session.title, session.name) == ("done", "own", "Leg day", "Leg day")
    assert session.day == EVENING.date()
    # Six in the evening in Berlin.
    assert session.started_at == EVENING - timedelta(hours=1)
    assert (session.minutes, session.notes, session.source) == (60, "Knees fine.", "hevy")
    assert (session.came_with, session.found_as) == (work, work.items.get())
    assert ours() == [("back-squat", 51, 1, 5, 80.0)]
    assert own() == []


def test_what_is_none_of_ours_keeps_its_name_and_its_place(runner: Runner) -> None:
    bench = [lifted("Bench Press (Barbell)", 8, 60.0, notes="Slow."), lifted("Bench Press (Barbell)", 7, 60.0, rpe=9.0)]
    bring(runner, workout(lifted("Squat (Barbell)", 5, 80.0), *bench, lifted("Plank", None, seconds=60.0)))
    assert ours() == [("back-squat", 51, 1, 5, 80.0), ("forearm-plank", 53, 1, 60, None)]
    assert own() == [("Bench Press (Barbell)", 52, 1, 8, 60.0), ("Bench Press (Barbell)", 52, 2, 7, 60.0)]
    assert list(CustomSet.objects.values_list("notes", "rir")) == [("Slow.", None), ("", 1)]
    assert [movement.name for movement in runner.custom_movements.all()] == ["Bench Press (Barbell)"]


def test_warm_ups_have_numbers_of_their_own(runner: Runner) -> None:
    title = "Squat (Barbell)"
    bring(
        runner,
        workout(warm_up(title, 10, 20.0), lifted(title, 5, 80.0), warm_up(title, 5, 40.0), lifted(title, 5, 82.5)),
    )
    assert [(number, kg) for _slug, _place, number, _reps, kg in ours()] == [
        (1, 80.0),
        (2, 82.5),
        (128, 20.0),
        (129, 40.0),
    ]
    assert list(LoggedSet.objects.filter(warm_up=True).values_list("number", flat=True).order_by("number")) == [
        128,
        129,
    ]


@pytest.mark.parametrize(("rpe", "rir"), [(10.0, 0), (9.5, 0), (9.0, 1), (8.5, 1), (8.0, 2), (6.0, 4), (None, None)])
def test_reps_in_reserve_are_what_an_rpe_leaves_of_ten(runner: Runner, rpe: float | None, rir: int | None) -> None:
    bring(runner, workout(lifted("Squat (Barbell)", 5, 80.0, rpe=rpe), lifted("Curl", rpe=rpe)))
    assert LoggedSet.objects.get().rir == CustomSet.objects.get().rir == rir


def test_a_person_counts_one_leg_and_a_watch_both(runner: Runner) -> None:
    bring(runner, workout(lifted("Walking Lunge", 10)))
    bring(runner, workout(guessed((17, 77, "Walking lunge")), format="fit", start=EVENING + timedelta(days=1)))
    assert [(one.variation.slug, one.per_leg) for one in LoggedSet.objects.order_by("session__day")] == [
        ("walking-lunge", True),
        ("walking-lunge", False),
    ]


def test_a_pair_of_dumbbells_is_both_of_them(runner: Runner) -> None:
    bring(
        runner,
        workout(
            lifted("Romanian Deadlift (Dumbbell)", 10, 20.0),
            lifted("Goblet Squat (Dumbbell)", 10, 20.0),
            lifted("Squat (Barbell)", 5, 80.0),
            lifted("Curl (Dumbbell)", 10, 10.0),
        ),
    )
    assert [(slug, kg) for slug, _place, _number, _reps, kg in ours()] == [
        ("dumbbell-romanian-deadlift", 40.0),
        ("goblet-squat", 20.0),
        ("back-squat", 80.0),
    ]
    assert [kg for *_, kg in own()] == [10.0]


def test_what_was_told_counts_more_than_the_words(runner: Runner) -> None:
    tell(runner, "Squat (Barbell)")
    tell(runner, "Beinheben", "barbell-deadlift")
    tell(runner, "Romanian Deadlift (Dumbbell)", "dumbbell-romanian-deadlift", each_hand=False)
    stranger = RunnerFactory.create()
    tell(stranger, "Curl", "goblet-squat")
    bring(
        runner,
        workout(
            lifted("Squat (Barbell)", 5, 80.0),
            lifted("  BEINHEBEN ", 3, 100.0),
            lifted("Romanian Deadlift (Dumbbell)", 10, 20.0),
            lifted("Curl", 10, 10.0),
        ),
    )
    assert [(slug, kg) for slug, _place, _number, _reps, kg in ours()] == [
        ("barbell-deadlift", 100.0),
        ("dumbbell-romanian-deadlift", 20.0),
    ]
    assert [name for name, *_ in own()] == ["Squat (Barbell)", "Curl"]


def test_two_titles_of_one_variation_stand_together(runner: Runner) -> None:
    tell(runner, "Beast squat", "back-squat")
    bring(
        runner,
        workout(
            lifted("Squat (Barbell)", 5, 80.0),
            lifted("Curl", 10, 10.0),
            lifted("Beast squat", 3, 90.0),
            warm_up("Beast squat", 3, 20.0),
        ),
    )
    assert ours() == [
        ("back-squat", 51, 1, 5, 80.0),
        ("back-squat", 51, 2, 3, 90.0),
        ("back-squat", 51, 128, 3, 20.0),
    ]
    assert own() == [("Curl", 52, 1, 10, 10.0)]


@pytest.mark.parametrize(
    ("one", "name"),
    [
        pytest.param(lifted("Squat (Barbell)", 0, 80.0), "Squat (Barbell)", id="no rep"),
        pytest.param(lifted("Squat (Barbell)", None, 80.0, seconds=30.0), "Squat (Barbell)", id="held, not counted"),
        pytest.param(lifted("Squat (Barbell)", 8), "Squat (Barbell)", id="a bar without a load"),
        pytest.param(lifted("Plank", 1), "Plank", id="counted, not held"),
        pytest.param(lifted("Plank", None, seconds=7200.0), "Plank", id="two hours"),
        pytest.param(lifted("Squat (Barbell)", 5000), "Squat (Barbell)", id="5,000 reps"),
        pytest.param(lifted("Romanian Deadlift (Dumbbell)", 5, 600.0), "Romanian Deadlift (Dumbbell)", id="1,200 kg"),
    ],
)
def test_what_is_not_counted_as_ours_is_kept_as_it_came(runner: Runner, one: ImportedSet, name: str) -> None:
    bring(runner, workout(one))
    kept = CustomSet.objects.get()
    assert (kept.movement.name, kept.reps, kept.kg, kept.seconds) == (name, one.reps, one.kg, one.seconds)
    assert not LoggedSet.objects.exists()


def test_a_watch_that_tells_no_load_takes_none_from_the_next_target(runner: Runner) -> None:
    bring(runner, workout(lifted("Squat (Barbell)", 8, 80.0)))
    squats = [guessed((28, 6, "Barbell back squat")), guessed((28, 100, "Squat"))]
    bring(runner, workout(*squats, format="fit", start=EVENING + timedelta(days=3)))
    assert ours() == [("back-squat", 51, 1, 8, 80.0), ("bodyweight-squat", 52, 1, 10, None)]
    assert own() == [("Barbell back squat", 51, 1, 10, None)]
    squat = Variation.objects.select_related("exercise").get(slug="back-squat")
    target = PastSets.of(runner, EVENING.date() + timedelta(days=5)).next_target(squat)
    assert {one.kg for one in target.sets} == {80.0}


def test_notes_of_our_sets_stand_in_those_of_the_session(runner: Runner) -> None:
    first, again = (lifted("Squat (Barbell)", reps, 80.0, notes="High bar.") for reps in (5, 6))
    bring(runner, workout(first, again, lifted("Curl", notes="Strict."), notes="Good day."))
    assert runner.sessions.get().notes == "Good day.\nSquat (Barbell): High bar."


def test_a_watchs_movements_are_called_in_the_language_of_their_runner(runner: Runner) -> None:
    Runner.objects.filter(pk=runner.pk).update(language="de")
    known, unknown = guessed((22, None, "Push up")), guessed()
    bring(runner, workout(known, unknown, guessed((0, 1, "Barbell bench press")), format="fit", title=None))
    assert [name for name, *_ in own()] == ["Liegestütz", "Übung ohne Namen", "Barbell bench press"]


def test_more_sets_than_a_place_has_numbers_begin_another_place(runner: Runner) -> None:
    many = [*(lifted("Curl", reps + 1) for reps in range(200)), *(warm_up("Curl") for _ in range(130))]
    squats = [lifted("Squat (Barbell)", 1 + reps % 100, 60.0) for reps in range(150)]
    bring(runner, workout(*many, *squats, lifted("Row")))
    assert CustomSet.objects.count() == 331
    assert Counter(place for _name, place, *_ in own()) == {51: 254, 52: 76, 55: 1}
    assert Counter(place for _slug, place, *_ in ours()) == {53: 127, 54: 23}
    assert {reps for name, _place, number, reps, _kg in own() if name == "Curl" and number < 128} == set(range(1, 201))


def test_a_session_has_room_for_what_is_worth_believing() -> None:
    assert has_room_for(workout(*(lifted(f"Exercise {number}") for number in range(205))))
    assert not has_room_for(workout(*(lifted(f"Exercise {number}") for number in range(206))))
    assert not has_room_for(workout(*(lifted("Curl") for _ in range(127 * 205 + 1))))


def test_a_workout_without_room_is_said_to_have_none(runner: Runner) -> None:
    item = waiting(runner, workout(*(lifted(f"Exercise {number}") for number in range(206)))).items.get()
    assert (item.kind, item.outcome) == (ImportItem.Kind.FILE, ImportItem.Outcome.UNREADABLE)
    assert "206 sets" in item.sentence


# -- Nothing is lost --------------------------------------------------------------------------------------------------

TITLES = ["Squat (Barbell)", "Kniebeuge", "Goblet Squat", "Plank", "Romanian Deadlift (Dumbbell)", "Walking Lunge",
          "Curl", "Ruderzug", "Beast squat", "x" * 200, "卧推"]  # fmt: skip
GUESSES = [(28, 6, "Barbell back squat"), (28, None, "Squat"), (19, 43, "Plank"), (7, None, "Curl"), (65, 3, "")]

sets = st.builds(
    ImportedSet,
    exercise=st.sampled_from([*TITLES, ""]),
    kind=st.sampled_from(SetKind),
    reps=st.none() | st.integers(0, 10_000),
    seconds=st.none() | st.floats(0, 86_400, exclude_min=True).map(lambda value: round(value, 3)),
    kg=st.none() | st.floats(0.001, 1000).map(lambda value: round(value, 3)),
    metres=st.none() | st.floats(0.001, 100_000).map(lambda value: round(value, 3)),
    rpe=st.none() | st.sampled_from([1.0, 6.0, 7.5, 8.5, 9.5, 10.0]),
    notes=st.none() | st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=20),
    guesses=st.lists(st.sampled_from(GUESSES).map(lambda guess: Guess(*guess)), max_size=2).map(tuple),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(sets, min_size=1, max_size=30), min_size=1, max_size=4), st.booleans())
def test_every_set_is_ours_or_the_runners_own_and_undone_as_a_whole(
    db: None, workouts: list[list[ImportedSet]], told: bool
) -> None:
    runner = RunnerFactory.create()
    if told:
        tell(runner, "Beast squat", "back-squat", each_hand=True)
        tell(runner, "Plank")
    work = bring(
        runner,
        *(workout(*some, start=EVENING + timedelta(days=day), title=str(day)) for day, some in enumerate(workouts)),
    )
    assert work.status == Import.Status.DONE
    for session, some in zip(runner.sessions.order_by("day"), workouts, strict=True):
        logged, custom = list(LoggedSet.objects.filter(session=session)), list(session.custom_sets.all())
        assert len(logged) + len(custom) == len(some)
        # A place in the session holds one set.
        assert len({(one.position, one.number) for one in [*logged, *custom]}) == len(some)
        warm_ups = sum(one.kind is SetKind.WARM_UP for one in some)
        assert sum(one.warm_up for one in [*logged, *custom]) == warm_ups
        assert all((one.number >= 128) == one.warm_up for one in [*logged, *custom])
        assert runner.sessions.with_sets_done().get(pk=session.pk).sets_done == len(some) - warm_ups
        # What was counted of them is there, whichever kind they are.
        assert Counter(one.reps for one in custom) + Counter(one.reps for one in logged if one.reps) <= Counter(
            one.reps for one in some
        )
    assert undo(work=work, now=NOW)
    assert not Session.everything.filter(runner=runner).exists()
    assert not runner.custom_movements.exists()
    assert runner.movement_titles.count() == (2 if told else 0)


# -- Real files -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def truth(shared_data: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    return found


def read(path: Path) -> list[StrengthActivity]:
    data = path.read_bytes()
    if path.suffix == ".fit":
        return [from_recording(one) for one in fit.read(data) if one.sport == "strength"]
    return hevy.read(data) if path.parent.name == "hevy" else strong.read(data, WeightUnit.KILOGRAMS)


@pytest.mark.parametrize(
    "name",
    [
        "hevy/workouts_en_kg_2024.csv",
        "hevy/workouts_en_kg_us_dates_2026.csv",
        "hevy/workouts_en_lbs_miles_2025.csv",
        "strong/strong_android_semicolon_units_2023.csv",
        "strong/strong_de_header_2025.csv",
        "strong/strong_ios_2025_lbs_unstated.csv",
        "strong/strong_ios_classic_2020.csv",
        "strong/strong_ios_classic_2021_de_user.csv",
        "strong/strong_no_duration_2019.csv",
        "fit/strength_fenix6s_core.fit",
        "fit/strength_fr965_27sets.fit",
    ],
)
def test_no_set_of_a_real_file_is_lost(shared_data: Path, truth: dict[str, Any], runner: Runner, name: str) -> None:
    expected = truth[name]
    workouts = read(shared_data / "runfiles" / name)
    # The last samples are of the year that these tests take for the present.
    work = bring(runner, *(one for one in workouts if one.start and one.start < NOW))
    late = [one for one in workouts if one.start is None or one.start >= NOW]
    logged, custom = LoggedSet.objects.all(), CustomSet.objects.all()
    sets = expected.get("sets", expected.get("sets_active", expected.get("rows")))
    assert logged.count() + custom.count() == sets - sum(len(one.sets) for one in late)
    assert runner.sessions.count() == expected.get("workouts", expected.get("strength_sessions")) - len(late)
    if "reps_total" in expected:
        reps = sum(rows.aggregate(sum=Sum("reps", default=0))["sum"] for rows in (logged, custom))
        assert reps == expected["reps_total"] - sum(one.reps or 0 for workout in late for one in workout.sets)
    undo(work=work, now=NOW)
    assert not Session.everything.filter(runner=runner).exists()
    assert not runner.custom_movements.exists()


def test_our_own_file_comes_back_as_it_was(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner)
    rungs = ["goblet-squat", "dumbbell-romanian-deadlift", "dumbbell-lunge", "side-plank", "loaded-hip-thrust"]
    for position, slug in enumerate(rungs, start=1):
        rung = Variation.objects.select_related("exercise").get(slug=slug)
        counted = {"reps": None, "seconds": 40} if rung.timed else {"reps": 10}
        for number in (1, 2):
            kg = 10.0 * position if rung.loaded else None
            LoggedSetFactory.create(
                session=session,
                variation=rung,
                position=position,
                number=number,
                kg=kg,
                per_leg=rung.per_leg,
                **counted,
            )
    (recorded,) = fit.read(activity_file(session).data)
    other = RunnerFactory.create()
    bring(other, from_recording(recorded))
    wrote, read_ = (
        [
            (one.variation.slug, one.amount * (2 if one.per_leg else 1), one.kg)
            for one in LoggedSet.objects.filter(session__runner=who)
            .select_related("variation")
            .order_by("position", "number")
        ]
        for who in (runner, other)
    )
    assert wrote == read_
    assert not CustomSet.objects.exists()
