"""German texts stand beside the English ones, and nowhere else."""

from typing import Any

import pytest

from exercises.guide_text import read_guides
from exercises.toml_table import GuideError
from tests.exercises.files import Files, guide_files

SQUAT = """\
name = "Kniebeuge"
aliases = ["Kniebeugen", "Hocke"]
cues = ["Brust raus", "Knie über die Zehen", "Drück den Boden weg"]

[dose]
growth = "Erst mehr Wiederholungen."

[[variations]]
slug = "box-squat"
name = "Kniebeuge auf den Kasten"
"""
VOCABULARY = """\
[[muscles]]
slug = "calves"
name = "Wadenmuskeln"

[[equipment]]
slug = "barbell"
name = "Langhantel"
"""
EVIDENCE = '[[evidence]]\nnumber = "E2"\nclaim = "Das gilt auch für sehr gut Trainierte."\n'
GERMAN = {"de/squat.toml": SQUAT, "de/vocabulary.toml": VOCABULARY, "de/evidence.toml": EVIDENCE}


def files(**german: str) -> Files:
    """The English files with these German ones alone, by their place."""
    english = {name: content for name, content in guide_files().items() if "/" not in name}
    return english | {name: text.encode() for name, text in german.items()}


def document(name: str) -> dict[str, Any]:
    return read_guides(files(**GERMAN))[name]


def row(rows: list[dict[str, Any]], slug: str) -> dict[str, Any]:
    return next(row for row in rows if row["slug"] == slug)


def test_german_texts_stand_beside_the_english_ones() -> None:
    squat = document("squat.toml")
    assert (squat["name_en"], squat["name_de"]) == ("Squat", "Kniebeuge")
    assert squat["aliases_de"] == "Kniebeugen, Hocke"
    assert squat["dose_growth_de"] == "Erst mehr Wiederholungen."
    assert [cue["text_de"] for cue in squat["cues"]] == ["Brust raus", "Knie über die Zehen", "Drück den Boden weg"]
    assert row(squat["variations"], "box-squat")["name_de"] == "Kniebeuge auf den Kasten"
    words = document("vocabulary.toml")
    assert row(words["muscles"], "calves")["name_de"] == "Wadenmuskeln"
    assert row(words["equipment"], "barbell")["name_de"] == "Langhantel"
    assert row(document("evidence.toml")["evidence"], "E2")["claim_de"].startswith("Das gilt")


def test_what_is_not_translated_is_empty() -> None:
    squat = document("squat.toml")
    assert squat["essence_de"] == ""
    assert {step["text_de"] for step in squat["steps"]} == {""}
    assert row(squat["variations"], "box-squat")["move_up_de"] == ""
    assert row(squat["variations"], "goblet-squat")["name_de"] == ""
    assert document("plank.toml")["name_de"] == ""


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        pytest.param(
            "squat",
            '"Brust raus", ',
            "",
            "de/squat.toml:3: cues: 3 are expected as in the original, not 2.",
            id="a list of another length",
        ),
        pytest.param(
            "squat",
            '"box-squat"',
            '"box-sqat"',
            "de/squat.toml:9: variations 1 (box-sqat), slug: “box-sqat” is not in the original; "
            "did you mean “box-squat”?",
            id="an unknown variation",
        ),
        pytest.param(
            "squat",
            "[dose]",
            "position = 1\n[dose]",
            "de/squat.toml:5: position: is not a key that a guide has here.",
            id="what is not a text",
        ),
        pytest.param(
            "squat",
            "growth =",
            "growht =",
            "de/squat.toml:6: dose, growht: is not a key that a guide has here; did you mean “growth”?",
            id="a misspelt key",
        ),
        pytest.param(
            "squat",
            '"Kniebeuge"',
            "3",
            "de/squat.toml:1: name: a text is expected, not 3.",
            id="no text",
        ),
        pytest.param(
            "evidence",
            "claim =",
            "grade_note =",
            "de/evidence.toml:3: evidence 1 (E2), grade_note: is not in the original, which it should translate.",
            id="a text of which there is no original",
        ),
        pytest.param(
            "evidence",
            '"E2"',
            '"E99"',
            "de/evidence.toml:2: evidence 1 (E99), number: “E99” is not in the original; did you mean “E9”?",
            id="unknown evidence",
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_key(name: str, old: str, new: str, told: str) -> None:
    german = dict(GERMAN)
    assert old in german[f"de/{name}.toml"]
    german[f"de/{name}.toml"] = german[f"de/{name}.toml"].replace(old, new)
    with pytest.raises(GuideError) as error:
        read_guides(files(**german))
    assert str(error.value) == told


def test_a_translation_of_nothing_is_told() -> None:
    with pytest.raises(GuideError, match=r"^de/sqat\.toml:1: there is no sqat\.toml to translate\.$"):
        read_guides(files(**{"de/sqat.toml": SQUAT}))
