"""What is told of wrong files: everything at once, each with file, line and key."""

import pytest

from exercises.guide_text import read_guides
from exercises.toml_table import GuideError
from tests.cases import for_every
from tests.exercises.files import Files, changed, guide_files, line_of

LONG = "x" * 121

# What is changed in which file, the text on whose line the mistake then is, and what is told.
MISTAKES = {
    "a missing text": ("squat", 'name = "Squat"\n', "", "position = 1", "name: is missing, a text is expected."),
    "a number for a text": ("squat", 'name = "Squat"', "name = 3", "name = 3", "name: a text is expected, not 3."),
    "an empty text": ("squat", 'name = "Squat"', 'name = " "', "name =", "name: is empty, a text is expected."),
    "true for a number": (
        "squat",
        "position = 1",
        "position = true",
        "position",
        "position: a whole number is expected, not True.",
    ),
    "an unknown key": (
        "squat",
        "position = 1",
        "position = 1\nx = 2",
        "x = 2",
        "x: is not a key that a guide has here.",
    ),
    "a misspelt key": (
        "squat",
        'tempo = "',
        'tmepo = "',
        "tmepo",
        "tmepo: is not a key that a guide has here; did you mean “tempo”?",
    ),
    "a range the wrong way round": (
        "squat",
        "reps = [10, 15]",
        "reps = [15, 10]",
        "reps = [15, 10]",
        "dose, reps: a range such as [8, 12] is expected, not [15, 10].",
    ),
    "no dose": ("squat", "reps = [10, 15]\n", "", "[dose]", "dose, reps: either reps or seconds are expected."),
    "no table": ("squat", "[dose]\n", "[dos]\n", "position = 1", "dose: is missing, a table [dose] is expected."),
    "too many sets": (
        "squat",
        "sets = 3",
        "sets = 11",
        "sets",
        "dose, sets: a number from 1 to 10 is expected, not 11.",
    ),
    "unknown equipment": (
        "squat",
        '"dumbbells"',
        '"dumbells"',
        '"dumbells"',
        "variations 3 (goblet-squat), equipment 1: “dumbells” is not in vocabulary.toml; did you mean “dumbbells”?",
    ),
    "an unknown muscle": (
        "squat",
        '["quadriceps",',
        '["quadricep",',
        '"quadricep"',
        "muscles, primary 1: “quadricep” is not in vocabulary.toml; did you mean “quadriceps”?",
    ),
    "evidence twice": ("squat", '["E1",', '["E3",', "evidence =", "evidence 2: “E3” stands there twice."),
    "no default": (
        "squat",
        "default = true",
        "",
        "[[variations]]",
        "variations: exactly one of them must have default = true.",
    ),
    "a slug twice": (
        "squat",
        '"goblet-squat"',
        '"box-squat"',
        '"box-squat"\nname = "Goblet',
        "variations 3 (box-squat), slug: “box-squat” stands there twice.",
    ),
    "a number in a list of texts": (
        "squat",
        '"Knees follow the toes"',
        "7",
        "    7,",
        "cues 2: a text is expected, not 7.",
    ),
    "a cue that is too long": (
        "squat",
        "Knees follow the toes",
        LONG,
        LONG,
        "cues 2: Ensure this value has at most 120 characters (it has 121).",
    ),
    "a name that is too long": (
        "plank",
        '"Plank"',
        f'"{LONG}"',
        LONG,
        "name: Ensure this value has at most 60 characters (it has 121).",
    ),
    "an unknown grade": (
        "evidence",
        'grade = "A-"',
        'grade = "Z"',
        'grade = "Z"',
        "evidence 1 (E1), grade: Value 'Z' is not a valid choice.",
    ),
    "numbers without a source": (
        "evidence",
        'number = "E29"',
        'number = "E29"\nnumbers = "4 and 7"',
        'numbers = "4 and 7"',
        "evidence 29 (E29), numbers: must stay out where no source was read.",
    ),
    "reps in a guide of seconds": (
        "plank",
        "seconds = [20, 45]",
        "reps = [8, 12]",
        "reps = [8, 12]",
        "variations 3 (side-plank), reps: is not a key that a guide has here.",
    ),
    "broken TOML": ("squat", "[dose]", "[dose", "[dose", "this is not TOML: "),
}


def problems(files: Files) -> list[str]:
    with pytest.raises(GuideError) as error:
        read_guides(files)
    return str(error.value).splitlines()


@for_every(("guide", "old", "new", "at", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_file_line_and_key(guide: str, old: str, new: str, at: str, sentence: str) -> None:
    files = changed(guide_files(), f"{guide}.toml", old, new)
    expected = f"{guide}.toml:{line_of(files, f'{guide}.toml', at)}: {sentence}"
    assert [one for one in problems(files) if one.startswith(expected)]


def test_all_mistakes_are_told_at_once_and_in_order() -> None:
    files = changed(guide_files(), "squat.toml", "sets = 3", "sets = 0")
    files = changed(files, "squat.toml", 'tempo = "', 'tmepo = "')
    files = changed(files, "lunge.toml", 'name = "Lunge"', "")
    assert [one.split(": ")[0].split(":")[0] + ", " + one.split(": ")[1] for one in problems(files)] == [
        "lunge.toml, name",
        "squat.toml, tempo",
        "squat.toml, tmepo",
        "squat.toml, dose, sets",
    ]


def test_one_mistake_is_told_once() -> None:
    assert len(problems(changed(guide_files(), "squat.toml", "reps = [10, 15]", 'reps = "many"'))) == 1
    assert len(problems(changed(guide_files(), "squat.toml", "[muscles]", "[muscle]"))) == 2


def test_what_is_not_utf_8_is_told_with_its_line() -> None:
    files = guide_files()
    files["squat.toml"] = files["squat.toml"].replace(b"Chest up", b"Chest \xff up", 1)
    assert problems(files) == [
        f"squat.toml:{files['squat.toml'].split(b'Chest')[0].count(b'\n') + 1}: this is not UTF-8: invalid start byte."
    ]


def test_without_its_words_no_guide_is_read() -> None:
    files = guide_files()
    del files["vocabulary.toml"]
    assert problems(files) == ["vocabulary.toml:1: the file is missing."]
