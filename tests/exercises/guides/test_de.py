"""The German guides as prose: every text of the English files, with every number, warning and founding fact."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from django.db import models

from exercises.guide_text import EVIDENCE, FOLDER, VOCABULARY
from exercises.models import Caution, Cue, Equipment, Evidence, Exercise, Mistake, Muscle, Step, Variation
from tests.cases import for_every
from tests.exercises.reading import german_reading_ease

MOVEMENTS = ["squat", "deadlift", "lunge", "glute-bridge", "step-up", "plank", "calf-raise"]
FILES = [*(f"{slug}.toml" for slug in MOVEMENTS), VOCABULARY, EVIDENCE]

# Where each list of texts goes; what stands in no list is a movement's own.
MODELS: dict[str, type[models.Model]] = {
    "steps": Step,
    "cues": Cue,
    "mistakes": Mistake,
    "variations": Variation,
    "cautions": Caution,
    "muscles": Muscle,
    "equipment": Equipment,
    "evidence": Evidence,
}
TEXTS = {"name", "aliases", "essence", "in_30_seconds", "why", "setup", "breathing", "tempo", "steps", "cues", "growth"}
TEXTS |= {"looks_like", "why_it_matters", "instead", "description", "move_up", "move_down", "when", "plain_name"}
TEXTS |= {"claim", "numbers", "grade_note"}

FOUNDING_FACTS = {
    "squat": "Oberschenkel vorn und hinten; Po; Kraft beim Abdruck; Knie ruhig; schulterbreit; Stuhl; Brust raus; "
    "über die Zehen; steh auf",
    "deadlift": "hintere Kette; Po; hintere Oberschenkel; unterer Rücken; Beweglichkeit der Hüfte; Kurzhanteln; "
    "Langhantel; Halte den Rücken gerade; Beug dich aus der Hüfte",
    "lunge": "Kraft und Balance auf einem Bein; Laufschritt; Ausfallschritt nach vorn; Ausfallschritt nach hinten; "
    "Ausfallschritte im Gehen",
    "glute-bridge": "Po; nutzen ihn viele beim Laufen kaum; Leg dich auf den Rücken; Knie gebeugt; "
    "Drück durch die Fersen; heb die Hüfte; Spann oben den Po an; Senk dich langsam ab; Hüftheben",
    "step-up": "Bergauflaufen; Kraft in den Beinen; Balance; Bank; stabilen Kasten; Steig mit einem Fuß auf; "
    "Drück durch die Ferse; Stell den anderen Fuß daneben; Steig langsam ab; wiederhole",
    "plank": "Stabilität im Rumpf; Haltung; Laufstil; Seitstütz; Schultertippen; Beinheben",
    "calf-raise": "Waden; stützen das Sprunggelenk; Vortrieb; Kante einer Stufe; Senk die Fersen; Zehen; Gewicht dazu",
}
FOUNDING_FACT_PAIRS = [
    pytest.param(slug, fact, id=f"{slug}: {fact}")
    for slug, facts in FOUNDING_FACTS.items()
    for fact in facts.split("; ")
]

# Wherever the English says the first, the German says the second, and as often.
ALARMS = {
    r"\bdoctor\b|\bsee someone\b|\blooked at soon\b": r"\bärztlich",
    r"\bemergency\b": r"\bNotfall\b",
    r"\bget help now\b": r"\bHol sofort Hilfe\b",
    r"\bdo not run\b": r"\blauf nicht\b",
    r"\d (out )?of 10\b": r"\d von 10\b",
}
NEVER = [r"\b(un)?sicher", r"garantier", r"verhinder", r"vorbeug", r"schütz", r"verletzungsfrei", r"unverwundbar", r"!"]


@cache
def texts(file: str) -> dict[str, str]:
    """The German texts by where they stand: "variations/split-squat/name"."""
    return dict(_texts(tomllib.loads((FOLDER / "de" / file).read_text())))


@cache
def english(file: str) -> dict[str, str]:
    """The English texts, likewise: what is no text is left out."""
    found = _texts(tomllib.loads((FOLDER / file).read_text()))
    return {place: text for place, text in found if TEXTS & {*place.split("/")}}


def _texts(table: dict[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a table but its key, named by its key where it has one, else by its number."""
    for key, value in table.items():
        if key == "aliases":
            yield place + key, ", ".join(value)
        elif isinstance(value, str) and key not in {"slug", "number"}:
            yield place + key, value
        elif isinstance(value, dict):
            yield from _texts(value, f"{place}{key}/")
        elif isinstance(value, list):
            for number, row in enumerate(value, start=1):
                if isinstance(row, dict):
                    yield from _texts(row, f"{place}{key}/{row.get('slug') or row.get('number') or number}/")
                elif isinstance(row, str):
                    yield f"{place}{key}/{number}", row


def prose(file: str) -> str:
    """Every sentence, one after another."""
    said = [text.strip() for place, text in texts(file).items() if not re.search(r"(^|/)(name|aliases)$", place)]
    return " ".join(text if text[-1] in ".?" else f"{text}." for text in said)


def numbers(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,:]\d+)*", text)


def alarms(pattern: str, said: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Where a pattern stands, and how often."""
    for place, text in said.items():
        if times := len(re.findall(pattern, text)):
            yield place, times


@pytest.mark.parametrize("file", FILES)
def test_every_text_is_there_in_its_place_and_nothing_else(file: str) -> None:
    assert list(texts(file)) == list(english(file))


@pytest.mark.parametrize("file", FILES)
def test_no_text_was_left_in_english(file: str) -> None:
    assert {text for place, text in texts(file).items() if text == english(file)[place]} == set()


@pytest.mark.parametrize("file", FILES)
def test_a_text_fits_its_field(file: str) -> None:
    for place, text in texts(file).items():
        table, key = place.split("/")[0], place.split("/")[-1]
        name = {"steps": "text", "cues": "text", "dose": "dose_growth"}.get(table, key)
        fields = MODELS.get(table, Exercise)._meta.fields
        [field] = [field for field in fields if field.name in {name, f"{name}_de"}]
        field.clean(text, None)


@pytest.mark.parametrize("file", FILES)
def test_every_number_is_the_same_with_a_decimal_comma(file: str) -> None:
    comma = str.maketrans(".,", ",.")
    for place, text in texts(file).items():
        expected = [number.translate(comma) for number in numbers(english(file)[place])]
        assert Counter(numbers(text)) == Counter(expected), place


@pytest.mark.parametrize(("said", "alarm"), ALARMS.items())
def test_a_warning_is_as_strong(said: str, alarm: str) -> None:
    warnings = {(file, place): times for file in FILES for place, times in alarms(said, english(file))}
    assert warnings
    assert {(file, place): times for file in FILES for place, times in alarms(alarm, texts(file))} == warnings


@pytest.mark.parametrize("slug", MOVEMENTS)
def test_a_guide_is_easy_to_read(slug: str) -> None:
    assert german_reading_ease(prose(f"{slug}.toml")) >= 60


@for_every(("slug", "fact"), FOUNDING_FACT_PAIRS)
def test_a_founding_fact_is_in_its_guide(slug: str, fact: str) -> None:
    assert fact.lower() in " ".join(" ".join(texts(f"{slug}.toml").values()).split()).lower()


@for_every("slug", MOVEMENTS)
@for_every("word", NEVER)
def test_nothing_is_promised(slug: str, word: str) -> None:
    assert re.findall(word, prose(f"{slug}.toml"), re.IGNORECASE) == []


@pytest.mark.parametrize("number", ["E29", "E34", "E35", "E36"])
def test_a_source_cited_from_memory_prints_no_numbers(number: str) -> None:
    said = {place: text for place, text in texts(EVIDENCE).items() if place.startswith(f"evidence/{number}/")}
    assert list(said) == [f"evidence/{number}/claim"]
    assert not re.search(r"\d", said[f"evidence/{number}/claim"])


@pytest.mark.parametrize("file", FILES)
def test_a_list_of_aliases_names_each_once_and_not_the_name_again(file: str) -> None:
    for place, text in texts(file).items():
        if place.endswith("aliases"):
            aliases = text.split(", ")
            assert len({*aliases, texts(file)[place.replace("aliases", "name")]}) == len(aliases) + 1, place
