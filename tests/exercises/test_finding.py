"""What runners type and wish for, on the guides as they are."""

from functools import cache

import pytest
from django.utils.translation import override

from exercises.finding import NOTHING, Finder, Wishes
from exercises.models import Exercise
from exercises.models.translated import LANGUAGES
from tests.cases import for_every

pytestmark = pytest.mark.django_db

# Each is what somebody types: misspelt, colloquial, half typed, glued together or roundabout.
SEARCHES = {
    "squat": "sqaut, squatt, skwat, squatting, goblit, bulgarain, quadraceps, quads, thighs, knee bends, chair, "
    "dumb bell squat",
    "deadlift": "dedlift, deadlif, romainian, rdl, hammies, hamstirngs, hams, posterior chain, lower back, broomstick",
    "lunge": "lundges, lounge, longe, lunj, one leg, walking, lunge with dumbells",
    "glute-bridge": "gluts, bum, bumm, butt, booty, glutteus, brigde, glute brige, hip trust, hipthrust, "
    "barbell hip thrust",
    "step-up": "stepup, setp up, stpe up, step upp, box, bench, stairs, hills, kerb",
    "plank": "planck, plannk, side plnak, sholder taps, abs, six pack, tummy, belly, core, abdominels, obliqes",
    "calf-raise": "calves, calfs, clavs, caff raise, calve raise, heal raise, achiles, akilles, acheles, ankles, "
    "shins, shin splints, gastroc, soleous, exercises for the calves",
}

GERMAN_SEARCHES = {
    "squat": "Kniebeuge, kniebäuge, Kniebeugen, kniebeug, Hocke, Beine, Oberschenkel, Stuhl",
    "deadlift": "Kreuzheben, kreuzhben, Kreuz heben, unterer Rücken, Besenstiel, deadlift",
    "lunge": "Ausfallschritt, ausfalschritt, Ausfallschritte, Ausfall Schritt, lunges",
    "glute-bridge": "Brücke, bruecke, Brüke, Brucke, Po, Hintern, Gesäß, gesaess, Hüftheben, hüft heben, glute bridge",
    "step-up": "Treppe, Treppen, Stufe, Kasten, Aufsteigen, Bordstein, Berg, bergauf, step up",
    "plank": "Plank, Unterarmstütz, unterarmstuetz, Bauch, Bauchmuskeln, Rumpf, Sixpack",
    "calf-raise": "Waden, Wade, wadn, Wadenheben, Achillessehne, Schienbein, Sprunggelenk, "
    "Übungen für die Waden, calf raise",
}


@cache
def guides() -> list[Exercise]:
    """Read once for all searches: none changes them."""
    return list(Exercise.objects.for_finding())


def finder(words: str = "") -> Finder:
    return Finder(guides(), words)


def found(words: str = "", wishes: Wishes | None = None) -> dict[str, list[str]]:
    """The movements that fit, in order, each with its fitting rungs."""
    movements = finder(words).found(wishes or Wishes())
    return {movement.exercise.slug: [rung.slug for rung in movement.rungs] for movement in movements}


@for_every(("words", "movement"), [(words, slug) for slug, typed in SEARCHES.items() for words in typed.split(", ")])
def test_a_search_finds_its_movement_first(words: str, movement: str) -> None:
    assert next(iter(found(words)), None) == movement


@for_every(
    ("words", "movement"), [(words, slug) for slug, typed in GERMAN_SEARCHES.items() for words in typed.split(", ")]
)
def test_a_german_search_finds_its_movement_first(words: str, movement: str) -> None:
    with override("de"):
        assert next(iter(found(words)), None) == movement
        assert finder(words).answer.unknown == ()


@pytest.mark.parametrize("words", ["Schwimmen", "Yoga", "Brust", "Radfahren", "Laufband", "Nacken", "Liegestütz"])
def test_what_the_guides_do_not_have_is_not_found_in_german(words: str) -> None:
    with override("de"):
        assert found(words) == {}


@pytest.mark.parametrize(("words", "movement"), [("Kniebeuge", "squat"), ("Wadenheben", "calf-raise")])
def test_a_movement_is_found_by_its_name_in_another_language(words: str, movement: str) -> None:
    assert next(iter(found(words))) == movement
    assert [why.term.label for why in finder(words).found(Wishes())[0].surprises] == [words]


@pytest.mark.parametrize(
    "words", ["swimming", "yoga", "biceps", "chest", "cycling", "treadmill", "neck", "burpee", "row"]
)
def test_what_the_guides_do_not_have_is_not_found(words: str) -> None:
    assert found(words) == {}
    assert finder(words).answer.unknown


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_movement_and_every_rung_is_found_first_by_its_name(language: str) -> None:
    with override(language):
        for exercise in finder().exercises:
            assert next(iter(found(exercise.name))) == exercise.slug
            for rung in exercise.variations.all():
                movement, rungs = next(iter(found(rung.name).items()))
                assert (movement, rung.slug in rungs) == (exercise.slug, True)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("squats", None),
        ("calves", ("calves", "Calves and soleus")),
        ("bum", ("bum", "Gluteus maximus")),
        ("heel drop", ("heel drop", "heel drop")),
        ("hil", ("hil", "hill")),
        ("broomstick", ("broomstick", "Stick")),
        ("goblit", None),
    ],
    ids=[
        "the name",
        "a muscle by its name",
        "a muscle by another",
        "an alias of two words",
        "half typed",
        "equipment",
        "a rung that is named anyway",
    ],
)
def test_the_first_movement_says_why_it_was_found_where_its_names_do_not(
    words: str, reason: tuple[str, str] | None
) -> None:
    told = [(" ".join(why.words), why.term.label) for why in finder(words).found(Wishes())[0].surprises]
    assert told == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("words", "wishes", "expected"),
    [
        pytest.param(
            "",
            Wishes(equipment=frozenset({NOTHING}), muscle="quadriceps"),
            {
                "squat": ["bodyweight-squat", "split-squat"],
                "lunge": ["reverse-lunge", "forward-lunge", "walking-lunge"],
                "glute-bridge": ["two-leg-bridge", "marching-bridge", "single-leg-bridge"],
                "plank": ["knee-plank", "forearm-plank", "side-plank", "shoulder-tap-plank", "leg-lift-plank"],
            },
            id="nothing at hand, for the quadriceps",
        ),
        pytest.param(
            "",
            Wishes(level=frozenset({"easier"})),
            {
                "squat": ["box-squat"],
                "lunge": ["supported-lunge"],
                "plank": ["knee-plank"],
                "calf-raise": ["floor-calf-raise"],
            },
            id="easier than the usual start",
        ),
        pytest.param(
            "",
            Wishes(level=frozenset({"easier", "start"}), per_leg=True),
            {"lunge": ["supported-lunge", "reverse-lunge"], "step-up": ["low-step-up"]},
            id="two levels, one side at a time",
        ),
        pytest.param(
            "",
            Wishes(muscle="calves", per_leg=True, bodyweight=True, level=frozenset({"harder"})),
            {
                "lunge": ["forward-lunge", "walking-lunge"],
                "step-up": ["bench-step-up", "high-step-up"],
                "calf-raise": ["single-leg-calf-raise", "bent-knee-calf-raise"],
            },
            id="everything at once",
        ),
        pytest.param(
            "calves",
            Wishes(equipment=frozenset({"bench"}), per_leg=True),
            {
                "lunge": ["reverse-lunge", "forward-lunge", "walking-lunge"],
                "step-up": ["bench-step-up", "high-step-up"],
            },
            id="words and wishes",
        ),
        pytest.param("goblet", Wishes(), {"squat": ["goblet-squat"]}, id="only the rungs that the words mean"),
        pytest.param("goblet", Wishes(bodyweight=True), {}, id="words that contradict a wish"),
    ],
)
def test_what_fits(words: str, wishes: Wishes, expected: dict[str, list[str]]) -> None:
    assert found(words, wishes) == expected


def test_a_ladder_without_a_default_starts_at_its_lowest_rung() -> None:
    Exercise.objects.get(slug="squat").variations.update(is_default=False)
    movements = Finder(Exercise.objects.for_finding(), "squat").found(Wishes(level=frozenset({"start"})))
    assert [rung.slug for rung in movements[0].rungs] == ["box-squat"]


def test_words_that_tell_nothing_rule_nothing_out() -> None:
    assert len(found("exercises for the")) == 7
