"""Examples of three versions that meet, and what must be true of any three."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exercises.merging import Document, Merge, Place, woven

SQUAT: Document = {
    "name": "Squat",
    "essence": "Sit down.",
    "range": ["reps", 10, 15],
    "steps": [{"text": "Stand."}, {"text": "Sit."}],
    "variations": [{"slug": "box", "name": "Box"}, {"slug": "goblet", "name": "Goblet"}],
}
BOX, GOBLET = SQUAT["variations"]
OWN = {"slug": "own", "name": "Own"}
THIRD = {"slug": "third", "name": "Third"}


def squat(**fields: Any) -> Document:
    return {**SQUAT, **fields}


@pytest.mark.parametrize(
    ("file", "edited", "merged", "told"),
    [
        pytest.param(squat(name="Knee bend"), squat(), squat(name="Knee bend"), [], id="only the file changed"),
        pytest.param(squat(), squat(name="Edited"), squat(name="Edited"), [], id="only an editor changed it"),
        pytest.param(
            squat(name="Knee bend"), squat(name="Edited"), squat(name="Edited"), [("name",)], id="both, differently"
        ),
        pytest.param(squat(name="Same"), squat(name="Same"), squat(name="Same"), [], id="both, alike"),
        pytest.param(
            squat(essence="New."),
            squat(name="Edited"),
            squat(essence="New.", name="Edited"),
            [],
            id="each another field",
        ),
        pytest.param(
            squat(steps=[{"text": "Stand tall."}, {"text": "Sit."}]),
            squat(steps=[{"text": "Stand."}, {"text": "Sit deep."}]),
            squat(steps=[{"text": "Stand tall."}, {"text": "Sit deep."}]),
            [],
            id="each another line",
        ),
        pytest.param(
            squat(steps=[{"text": "Stand."}]),
            squat(steps=[{"text": "Stand."}, {"text": "Sit deep."}]),
            squat(steps=[{"text": "Stand."}, {"text": "Sit deep."}]),
            [("steps",)],
            id="a list of another length is one thing",
        ),
        pytest.param(
            squat(steps=[{"text": "Stand."}]), squat(), squat(steps=[{"text": "Stand."}]), [], id="a line is gone"
        ),
        pytest.param(
            squat(variations=[BOX, THIRD, GOBLET]),
            squat(variations=[BOX, OWN, GOBLET]),
            squat(variations=[BOX, OWN, THIRD, GOBLET]),
            [],
            id="a new row on each side",
        ),
        pytest.param(
            squat(variations=[GOBLET, BOX]),
            squat(variations=[BOX, OWN, GOBLET]),
            squat(variations=[GOBLET, BOX, OWN]),
            [],
            id="the file moves a row, the editors' own keeps its neighbour",
        ),
        pytest.param(
            squat(variations=[BOX, THIRD, GOBLET]),
            squat(variations=[GOBLET, BOX]),
            squat(variations=[GOBLET, BOX, THIRD]),
            [],
            id="an editor moves a row, the file's new one keeps its neighbour",
        ),
        pytest.param(squat(variations=[BOX]), squat(), squat(variations=[BOX]), [], id="a row is gone from the file"),
        pytest.param(
            squat(variations=[BOX]),
            squat(variations=[BOX, {**GOBLET, "name": "Edited"}]),
            squat(variations=[BOX, {**GOBLET, "name": "Edited"}]),
            [("variations", "goblet")],
            id="a row is gone that an editor changed",
        ),
        pytest.param(
            squat(variations=[BOX, {**GOBLET, "name": "New"}]),
            squat(variations=[BOX]),
            squat(variations=[BOX]),
            [("variations", "goblet")],
            id="a row changes that an editor deleted",
        ),
        pytest.param(
            squat(tempo="Slow."), {**SQUAT, "tempo": ""}, squat(tempo="Slow."), [], id="a field that is newer"
        ),
    ],
)
def test_three_versions(file: Document, edited: Document, merged: Document, told: list[Place]) -> None:
    merge = Merge()
    assert merge.document(SQUAT, file, edited) == merged
    assert merge.told == told


def test_both_sides_moved_rows() -> None:
    then = squat(variations=[BOX, GOBLET, THIRD])
    merge = Merge()
    merged = merge.document(then, squat(variations=[BOX, THIRD, GOBLET]), squat(variations=[GOBLET, BOX, THIRD]))
    assert merged == squat(variations=[GOBLET, BOX, THIRD])
    assert merge.told == [("variations", "order")]


def test_what_nobody_knows_to_have_been_loaded_stays_unless_it_is_empty() -> None:
    merge = Merge()
    merged = merge.document(None, squat(), squat(name="", essence="Own.", variations=[OWN]))
    assert merged == squat(essence="Own.", variations=[OWN, BOX, GOBLET])
    assert merge.told == [("essence",)]


@pytest.mark.parametrize(
    ("file", "told"), [(squat(), []), (squat(name="Knee bend"), [()])], ids=["as it was", "the file changed it"]
)
def test_a_movement_that_an_editor_deleted_stays_away(file: Document, told: list[Place]) -> None:
    merge = Merge()
    assert merge.document(SQUAT, file, None) is None
    assert merge.told == told


def test_a_movement_without_its_file_goes_unless_it_was_edited() -> None:
    assert Merge().document(SQUAT, None, SQUAT) is None
    merge = Merge()
    assert merge.document(SQUAT, None, squat(name="Edited")) == squat(name="Edited")
    assert merge.told == [()]


def test_force_tells_what_it_takes_away() -> None:
    merge = Merge(force=True)
    edited = squat(name="Edited", steps=[{"text": "Stand."}], variations=[OWN, GOBLET, BOX])
    assert merge.document(SQUAT, SQUAT, edited) == SQUAT
    assert merge.told == [("name",), ("steps",), ("variations", "own"), ("variations", "order")]


# Few words and slugs, so that versions often agree in part.
TEXT = st.sampled_from(["", "one", "two", "three"])
LINE = st.fixed_dictionaries({"text_en": TEXT, "text_de": TEXT})
ROWS = st.lists(
    st.fixed_dictionaries({"slug": st.sampled_from("abcde"), "name": TEXT, "needs": st.lists(TEXT, max_size=1)}),
    unique_by=lambda row: row["slug"],
    max_size=4,
)
DOCUMENT = st.fixed_dictionaries(
    {"name": TEXT, "range": st.sampled_from([["reps", 1, 2], ["seconds"]]), "steps": st.lists(LINE), "variations": ROWS}
)


@given(DOCUMENT, DOCUMENT, DOCUMENT)
def test_merging_again_changes_nothing_and_tells_nothing(loaded: Document, file: Document, edited: Document) -> None:
    merged = Merge().document(loaded, file, edited)
    again = Merge()
    assert again.document(file, file, merged) == merged
    assert again.told == []


@given(DOCUMENT, DOCUMENT)
def test_without_edits_the_file_is_right(loaded: Document, file: Document) -> None:
    merge = Merge()
    assert merge.document(loaded, file, loaded) == file
    assert merge.told == []


@given(DOCUMENT, DOCUMENT)
def test_edits_stand_while_the_file_stays(loaded: Document, edited: Document) -> None:
    merge = Merge()
    assert merge.document(loaded, loaded, edited) == edited
    assert merge.told == []


@given(st.none() | DOCUMENT, DOCUMENT, DOCUMENT)
def test_force_makes_it_as_the_file_says_and_is_silent_only_where_nobody_edited(
    loaded: Document | None, file: Document, edited: Document
) -> None:
    merge = Merge(force=True)
    assert merge.document(loaded, file, edited) == file
    assert merge.told or Merge().document(loaded, file, edited) == file


OWN_TEXT = st.sampled_from(["mine", "ours"])


@given(DOCUMENT, st.lists(DOCUMENT, max_size=3), OWN_TEXT, OWN_TEXT)
def test_an_edit_survives_any_number_of_files(loaded: Document, files: list[Document], name: str, text: str) -> None:
    own = {"slug": "own", "name": text, "needs": []}
    rows = [{**row, "name": text} for row in loaded["variations"]]
    edited = {**loaded, "name": name, "variations": [own, *rows]}
    now = edited
    for file in files:
        now = Merge().document(loaded, file, now) or {}
        loaded = file
        assert now["name"] == name
        assert own in now["variations"]
        assert {row["slug"] for row in rows} <= {row["slug"] for row in now["variations"] if row["name"] == text}


@given(st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_woven_orders_have_all_of_both_and_the_lead_in_its_order(lead: list[int], other: list[int]) -> None:
    order = woven([*map(str, lead)], [*map(str, other)])
    assert sorted(order) == sorted({*map(str, lead), *map(str, other)})
    assert [slug for slug in order if int(slug) in lead] == [*map(str, lead)]
