"""The guides as prose: every fact that the product was founded on, in words of our own that are easy to read."""

import html
import re
from functools import cache
from pathlib import Path

import pytest
from django.test import Client

from exercises.models import Evidence, Exercise
from tests.cases import for_every
from tests.exercises.reading import reading_ease

pytestmark = pytest.mark.django_db

MOVEMENTS = ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"]

FOUNDING_FACTS = {
    "squat": "3 × 10–15 reps; quads; hamstrings; glutes; power; knee steady; shoulder-width; as if a chair; chest up; "
    "knee travel out over the toes; stand up",
    "deadlift": "3 × 8–10 reps; posterior chain; glutes; hamstrings; lower back; hip mobility; dumbbells; barbell; "
    "keep your back straight; hinge at the hips",
    "lunge": "3 × 10 reps per leg; single-leg strength; balance; stride mechanics; forward lunge; reverse lunge; "
    "walking lunge",
    "glute-bridge": "3 × 15 reps; glutes; barely use; lie on your back; knees bent; press through the heels; "
    "lift your hips; squeeze the glutes at the top; lower slowly; hip thrust",
    "step-up": "3 × 10 reps per leg; running uphill; leg strength; balance; bench; sturdy box; step up with one foot; "
    "drive through the heel; bring the other foot up; step down; repeat",
    "plank": "3 × 30–60 seconds; core stability; posture; running form; side plank; shoulder taps; leg lifts",
    "calf-raise": "3 × 15–20 reps; calves; ankle stability; propulsion; the edge of a step; lower your heels; "
    "toes; add weight",
    "why": "more speed for the same effort; running economy; shin splints; it band syndrome; runner's knee; balance; "
    "stability; trail; power for hills and sprints; bodybuilder; two or three times a week; glutes; hamstrings; quads; "
    "core; calves; coordination; "
    "2–3 sessions a week; easy-run days; cross-training days; 30–45 minutes each are enough; "
    "quality over quantity; proper form; heart and lungs",
}
FOUNDING_FACT_PAIRS = [
    pytest.param(place, fact, id=f"{place}: {fact}")
    for place, facts in FOUNDING_FACTS.items()
    for fact in facts.split("; ")
]

NEVER = [
    r"\bsafe(r|ly|st)?\b",
    r"guarantee",
    r"prevent",
    r"injury-free",
    r"bulletproof",
    r"cleared to run",
    r"!",
]


def words_of(markup: str) -> str:
    """What a reader sees of a page's main part, on one line, in small letters."""
    main = markup[markup.index("<main") : markup.index("</main>")]
    without_pictures = re.sub(r"<svg.*?</svg>", " ", main, flags=re.DOTALL)
    plain = html.unescape(re.sub(r"<[^>]+>", " ", without_pictures))
    return re.sub(r"\s+([.,;:])", r"\1", " ".join(plain.split())).lower()


@cache
def words_on(place: str) -> str:
    """What a visitor reads of a guide or the page of reasons; every test finds the same guides, so it is read once."""
    return words_of(Client().get("/why/" if place == "why" else f"/exercises/{place}/").text)


def prose(exercise: Exercise) -> str:
    """Every sentence of a guide, one after another."""
    texts = [exercise.essence, exercise.in_30_seconds, exercise.why, exercise.setup, exercise.breathing]
    texts += [exercise.tempo, exercise.dose_growth]
    texts += [step.text for step in exercise.steps.all()]
    texts += [f"{cue.text}." for cue in exercise.cues.all()]
    for mistake in exercise.mistakes.all():
        texts += [mistake.looks_like, mistake.why_it_matters, mistake.instead]
    for variation in exercise.variations.all():
        texts += [variation.description, variation.move_up, variation.move_down]
    for caution in exercise.cautions.all():
        texts += [f"{caution.when}.", caution.instead]
    return " ".join(texts)


@for_every(("place", "fact"), FOUNDING_FACT_PAIRS)
def test_a_founding_fact_is_on_its_page(place: str, fact: str) -> None:
    assert fact in words_on(place)


@pytest.mark.parametrize("place", [*MOVEMENTS, "why"])
def test_no_sentence_is_copied_from_the_founding_article(place: str, shared_data: Path) -> None:
    article = (shared_data.parent / "docs" / "founding-article.txt").read_text().lower()
    sentences = [re.sub(r"[^a-z0-9]+", " ", part).strip() for part in re.split(r"[.:\n—]", article)]
    long_sentences = [sentence for sentence in sentences if len(sentence.split()) > 5]
    assert len(long_sentences) > 10
    ours = re.sub(r"[^a-z0-9]+", " ", words_on(place))
    assert [sentence for sentence in long_sentences if sentence in ours] == []


@pytest.mark.parametrize("slug", MOVEMENTS)
def test_a_guide_is_easy_to_read(slug: str) -> None:
    assert reading_ease(prose(Exercise.objects.for_guides().get(slug=slug))) >= 60


@pytest.mark.parametrize("slug", MOVEMENTS)
def test_a_guide_is_complete(slug: str) -> None:
    exercise = Exercise.objects.for_guides().get(slug=slug)
    assert len(exercise.cues.all()) == 3
    assert len(exercise.steps.all()) >= 3
    assert len(exercise.mistakes.all()) >= 4
    cautions = " ".join(caution.when for caution in exercise.cautions.all()).lower()
    assert [one for one in ("calf", "achilles", "knee", "back", "intervals") if one not in cautions] == []
    assert exercise.evidence.count() >= 2


SECTIONS = {
    "in 30 seconds": ["in_30_seconds"],
    "why it helps your running": ["why"],
    "set-up": ["setup"],
    "step by step": ["steps"],
    "tempo": ["tempo"],
    "breathing": ["breathing"],
    "think of this": ["cues"],
    "what goes wrong": ["mistakes.looks_like", "mistakes.why_it_matters", "mistakes.instead"],
    "the ladder": ["variations.name", "variations.description", "variations.move_up", "variations.move_down"],
    "dose": ["dose.numerals", "dose.unit"],
    "rest between sets": ["rest_seconds"],
    "how much, and how it grows": ["dose_growth"],
    "when to leave it out or change it": ["cautions.when", "cautions.instead"],
    "what this stands on": ["evidence.number", "evidence.claim", "evidence.grade", "evidence.get_grade_display"],
    "muscles": ["primary_muscles", "secondary_muscles"],
    "equipment": ["equipment.name", "equipment.instead"],
}


def said(exercise: Exercise, path: str) -> list[str]:
    """All that a guide has to say there: of a field, or of that field of each of its rows."""
    values = [exercise]
    for name in path.split("."):
        found = [getattr(value, name) for value in values]
        values = [
            row
            for one in found
            for row in (one.all() if hasattr(one, "all") else one if isinstance(one, list) else [one])
        ]
    return [" ".join(str(value() if callable(value) else value).split()).lower() for value in values]


@pytest.mark.parametrize("slug", MOVEMENTS)
def test_the_page_says_all_that_the_guide_knows(slug: str) -> None:
    page = words_on(slug)
    exercise = Exercise.objects.for_guides().get(slug=slug)
    missing = []
    for heading, paths in {"": ["name", "essence"], **SECTIONS}.items():
        texts = [text for path in paths for text in said(exercise, path)]
        assert heading in page
        assert texts or (slug, heading) == ("plank", "equipment"), heading
        missing += [text for text in texts if re.sub(r"\s+([.,;:])", r"\1", text) not in page]
    assert missing == []


@for_every("place", [*MOVEMENTS, "why"])
@for_every("word", NEVER)
def test_nothing_is_promised(place: str, word: str) -> None:
    assert re.findall(word, words_on(place)) == []


def test_heavy_work_is_not_hidden_behind_high_reps() -> None:
    """The trials are for heavy loads; the founding doses are for learning (E3, E4)."""
    text = words_on("why")
    assert "the doses in the guides are for learning" in text
    assert "heavier weights and fewer reps" in text


def test_both_schools_stand_side_by_side() -> None:
    text = words_on("why")
    assert "strength on easy days" in text
    assert "hard days hard" in text
    assert "no trial has compared the two" in text


def test_every_evidence_number_from_1_to_46_is_there_in_order() -> None:
    assert list(Evidence.objects.values_list("number", flat=True)) == [f"E{number}" for number in range(1, 47)]


@pytest.mark.parametrize("number", ["E29", "E34", "E35", "E36"])
def test_a_source_cited_from_memory_prints_no_numbers(number: str) -> None:
    evidence = Evidence.objects.get(number=number)
    assert not evidence.checked
    assert evidence.numbers == ""
    assert not re.search(r"\d", evidence.claim)


def test_the_careful_rows_keep_to_what_was_read() -> None:
    rows = Evidence.objects.in_bulk(["E3", "E22", "E33", "E37"], field_name="number")
    assert "2021" in rows["E22"].source
    assert "30 days" in rows["E33"].claim
    assert "week to week does not" in rows["E33"].claim
    assert rows["E37"].numbers == "2 to 10 % at a time."
    assert "time trial" not in rows["E3"].numbers.lower()
