"""Which of our movements an exercise of another app is, in the languages of the apps."""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from tests.cases import for_every
from training.runfiles import movements
from training.runfiles.movements import Proposal, of_set, of_title
from training.runfiles.sets import Guess, ImportedSet

GUIDES = Path(__file__).resolve().parents[3] / "exercises" / "guides"


@cache
def guides(language: str = "") -> dict[str, dict]:
    """The guides of our movements by slug, read once."""
    read = {path.stem: tomllib.loads(path.read_text()) for path in (GUIDES / language).glob("*.toml")}
    return {slug: guide for slug, guide in read.items() if "variations" in guide}


@for_every(
    ("title", "movement", "variation"),
    [
        # Hevy and Strong in English
        ("Squat (Barbell)", "squat", "back-squat"),
        ("Front Squat (Barbell)", "squat", "front-squat"),
        ("Goblet Squat", "squat", "goblet-squat"),
        ("Bulgarian Split Squat", "squat", "bulgarian-split-squat"),
        ("Squat (Bodyweight)", "squat", "bodyweight-squat"),
        ("Squat (Smith Machine)", "squat", None),
        ("Hack Squat (Machine)", "squat", None),
        ("Pistol Squat", "squat", None),
        ("Deadlift (Barbell)", "deadlift", "barbell-deadlift"),
        ("Romanian Deadlift (Dumbbell)", "deadlift", "dumbbell-romanian-deadlift"),
        ("Stiff Leg Deadlift (Dumbbell)", "deadlift", "dumbbell-romanian-deadlift"),
        ("Romanian Deadlift (Barbell)", "deadlift", None),
        ("Single Leg Romanian Deadlift (Dumbbell)", "deadlift", "single-leg-deadlift"),
        ("Lunge (Dumbbell)", "lunge", "dumbbell-lunge"),
        ("Walking Lunge", "lunge", "walking-lunge"),
        ("Reverse Lunge", "lunge", "reverse-lunge"),
        ("Lateral Lunge", "lunge", None),
        ("Hip Thrust (Barbell)", "glute-bridge", "loaded-hip-thrust"),
        ("Hip Thrust", "glute-bridge", "hip-thrust"),
        ("Single Leg Glute Bridge", "glute-bridge", "single-leg-bridge"),
        ("Glute Bridges", "glute-bridge", "two-leg-bridge"),
        ("Dumbbell Step Up", "step-up", "loaded-step-up"),
        ("Box step up contralateral", "step-up", "bench-step-up"),
        ("Seated Calf Raise (Machine)", "calf-raise", None),
        ("Single Leg Seated Calf Raise (Machine)", "calf-raise", "bent-knee-calf-raise"),
        ("Standing Calf Raise (Smith)", "calf-raise", None),
        ("Single Leg Standing Calf Raise (Dumbbell)", "calf-raise", "loaded-calf-raise"),
        ("Calf Press (Machine)", "calf-raise", None),
        ("Side Plank", "plank", "side-plank"),
        ("Plank", "plank", "forearm-plank"),
        ("Squat (Bar)", "squat", "back-squat"),
        ("Low Bar Squat", "squat", "back-squat"),
        ("Rear Foot Elevated Split Squat", "squat", "bulgarian-split-squat"),
        ("Kettlebell Deadlift", "deadlift", None),
        ("Deadlift (Band)", "deadlift", None),
        ("SLDL", "deadlift", None),
        ("Safety Bar Reverse Lunge", "lunge", None),
        ("Hipthrust", "glute-bridge", "hip-thrust"),
        ("Lateral Step Up", "step-up", None),
        ("Calf Extension", "calf-raise", None),
        ("Donkey Calf Raise", "calf-raise", None),
        ("Soleus Raise", "calf-raise", None),
        ("Single Leg Soleus Raise", "calf-raise", "bent-knee-calf-raise"),
        ("Heel Raise", "calf-raise", "floor-calf-raise"),
        ("Weighted Plank", "plank", None),
        ("Side Bridge", "plank", "side-plank"),
        # other languages
        ("Kreuzheben mit gestreckten Beinen (Langhantel)", "deadlift", None),
        ("Hüftstoß (Langhantel)", "glute-bridge", "loaded-hip-thrust"),
        ("Hüftheben (Körpergewicht)", "glute-bridge", "hip-thrust"),
        ("Kniebeuge (Eigengewicht)", "squat", "bodyweight-squat"),
        ("Wadenheben (Körpergewicht)", "calf-raise", "floor-calf-raise"),
        ("Einbeiniges Wadenheben (Körpergewicht)", "calf-raise", "single-leg-calf-raise"),
        ("Wadenpresse", "calf-raise", None),
        ("Kastenaufstieg", "step-up", "bench-step-up"),
        ("Stacco con Bilanciere a Gambe Tese", "deadlift", None),
        ("Tek Bacak Glute Bridge", "glute-bridge", "single-leg-bridge"),
        ("Calf Extension (Makine)", "calf-raise", None),
        ("Lunge (Dambıl)", "lunge", "dumbbell-lunge"),
        ("Kniebeuge (Langhantel)", "squat", "back-squat"),
        ("Isometrische Kniebeuge", "squat", None),
        ("Wadenheben sitzend", "calf-raise", None),
        ("Agachamento Livre (Barra)", "squat", "back-squat"),
        ("Levantamento Terra Romeno (Halteres)", "deadlift", "dumbbell-romanian-deadlift"),
        ("Panturrilha em Pé (Máquina)", "calf-raise", None),
        ("Elevação Pélvica (Barra)", "glute-bridge", "loaded-hip-thrust"),
        ("Afundo Búlgaro", "squat", "bulgarian-split-squat"),
        ("Avanço (Halteres)", "lunge", "dumbbell-lunge"),
        ("Prancha", "plank", "forearm-plank"),
        ("Sentadilla frontal (Barra)", "squat", "front-squat"),
        ("Peso muerto rumano (mancuernas)", "deadlift", "dumbbell-romanian-deadlift"),
        ("Plancha lateral", "plank", "side-plank"),
        ("Fentes marchées", "lunge", "walking-lunge"),
        ("Soulevé de terre (barre)", "deadlift", "barbell-deadlift"),
    ],
)
def test_a_title_is_one_of_ours(title, movement, variation):
    assert of_title(title) == Proposal(movement, variation)


@for_every(
    "title",
    ["Bench Press (Barbell)", "Leg Press", "Lying Leg Curl (Machine)", "Jump Squat", "Zıplamalı Lunge", "Fente sautée",
     "Bulgarian Pushup",
     "Copenhagen Plank", "Reverse Plank",
     "Plank ups", "Liegestütz",
     "Face Pull", "Hanging Leg Raise", "Lateral Raise (Dumbbell)", "Bent Over Row (Barbell)", "Snatch (Barbell)", ""],
)  # fmt: skip
def test_other_exercises_are_none_of_ours(title):
    assert of_title(title) is None


@for_every("language", ["", "de"])
def test_our_own_names_are_ours(language):
    for slug, guide in guides().items():
        named = guides(language)[slug]["variations"]
        for place, variation in enumerate(guide["variations"]):
            assert of_title(named[place]["name"]) == Proposal(slug, variation["slug"])


def test_every_proposal_is_in_a_guide():
    known = {(slug, one["slug"]) for slug, guide in guides().items() for one in guide["variations"]}
    proposed = {(one.slug, rule.variation) for one in movements.MOVEMENTS for rule in one.rules if rule.variation}
    assert proposed | set(movements.NAMES.values()) <= known
    assert {one.slug for one in movements.MOVEMENTS} == set(guides()) == {*movements.CATEGORIES.values(), "step-up"}


def test_the_names_of_our_own_files_are_ours():
    for slug, guide in guides().items():
        for variation in guide["variations"]:
            if len(variation.get("fit", ())) == 2:
                found = of_set(ImportedSet("", guesses=(Guess(*variation["fit"]),)))
                assert found is not None
                assert found.movement == slug


@for_every(
    ("guesses", "proposal"),
    [
        pytest.param([(28, 37)], Proposal("squat", "goblet-squat"), id="by name"),
        pytest.param([(28, None)], Proposal("squat", None), id="by category"),
        pytest.param([(28, 41)], Proposal("step-up", None), id="a step-up among the squats"),
        pytest.param([(7, None), (0, None), (10, 0)], None, id="a curl, however it goes on"),
        pytest.param([(28, 6, "Barbell back squat"), (7, None)], Proposal("squat", "back-squat"), id="the first guess"),
        pytest.param([(28, 0, "Leg press")], None, id="a leg press among the squats"),
        pytest.param(
            [(17, 5, "Barbell bulgarian split squat")], Proposal("squat", "bulgarian-split-squat"), id="words"
        ),
        pytest.param([(21, None)], None, id="a pull-up"),
        pytest.param([], None, id="no guess"),
    ],
)
def test_a_watchs_guess(guesses, proposal):
    assert of_set(ImportedSet("", guesses=tuple(Guess(*guess) for guess in guesses))) == proposal


def test_a_title_counts_more_than_a_guess():
    assert of_set(ImportedSet("Bench Press", guesses=(Guess(28, 37),))) is None
