import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.toml_lines import Place, lines_of
from tests.exercises.files import guide_files

SAMPLE = '''# A comment with = and [brackets].
name = "Squat" # and another
text = """
One = [two],
""\\" three # no comment"""
raw = \'\'\'
[not.a.table]\'\'\'
steps = [
    "One, [two",  # a comma in a comment, here
    \'Three\',
]

[dose]
reps = [10, 15]
"a b".c = 1

[[rungs]]
slug = "one"

[[rungs]]
slug = "two"
[rungs.fit]
a = 1
[[rungs.more]]
b = [[1, 2], [3]]
'''


def places_in(value: Any, place: Place = ()) -> list[Place]:
    """Every key and list element of a parsed file."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    inner = [found for key, one in pairs for found in places_in(one, (*place, key))]
    return [place, *inner] if place else inner


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("name",), 2),
        (("text",), 3),
        (("raw",), 6),
        (("steps",), 8),
        (("steps", 0), 9),
        (("steps", 1), 10),
        (("dose",), 13),
        (("dose", "reps"), 14),
        (("dose", "reps", 1), 14),
        (("dose", "a b", "c"), 15),
        (("rungs",), 17),
        (("rungs", 0, "slug"), 18),
        (("rungs", 1), 20),
        (("rungs", 1, "slug"), 21),
        (("rungs", 1, "fit", "a"), 23),
        (("rungs", 1, "more", 0, "b", 1), 25),
    ],
)
def test_lines_of_a_sample(place: Place, line: int) -> None:
    assert lines_of(SAMPLE)[place] == line


@pytest.mark.parametrize("name", sorted(guide_files()))
def test_every_key_and_element_of_a_guide_has_its_line(name: str) -> None:
    text = guide_files()[name].decode()
    lines, written = lines_of(text), text.splitlines()
    for place in places_in(tomllib.loads(text)):
        key = next(part for part in reversed(place) if isinstance(part, str))
        if isinstance(place[-1], str):
            assert key in written[lines[place] - 1]
        assert lines[place] >= lines[place[:-1] or place]


VALUE = st.sampled_from(
    ['"a # [b]"', "'=,'", '"""\nx\n[y]\nz = 1\n"""', "[1, 2]", '[\n  "a",\n\n  "b", # ]\n]', "true"]
)
PIECE = st.tuples(st.sampled_from(["", "[[rows]]", "[[other]]"]), st.lists(VALUE, max_size=3), st.booleans())


@given(st.lists(PIECE, max_size=6))
def test_keys_stand_where_they_were_written(pieces: list[tuple[str, list[str], bool]]) -> None:
    text, counts = "", {"rows": 0, "other": 0}
    table: Place = ()
    expected: dict[Place, int] = {}
    for number, (header, values, comment) in enumerate(pieces):
        text += "# [comment]\n" if comment else "\n"
        if header:
            name = header.strip("[]")
            table = (name, counts[name])
            counts[name] += 1
            expected[table] = text.count("\n") + 1
            text += f"{header}\n"
        for key, value in enumerate(values):
            expected[*table, f"k{number}_{key}"] = text.count("\n") + 1
            text += f"k{number}_{key} = {value}\n"
    tomllib.loads(text)
    lines = lines_of(text)
    assert {place: lines.get(place) for place in expected} == expected
