import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from exercises.search import STOP_WORDS, Field, Match, Reason, Term, nearest, search

BRIDGE = Term(Field.NAME, "Glute bridge", "Glute bridge")
RAISE = Term(Field.NAME, "Calf raise", "Calf raise")
BOX = Term(Field.ALIAS, "box", "box")
BOX_SQUAT = Term(Field.VARIATION, "Box or chair squat", "Box or chair squat")
GLUTES = Term(Field.MAIN_MUSCLE, "glutes", "Gluteus maximus")
HALF_GLUTES = Term(Field.MAIN_MUSCLE, "glutes", "Gluteus maximus", focus=0.5)
HELPING_CALVES = Term(Field.HELPING_MUSCLE, "calves", "Calves and soleus")
DUMBBELLS = Term(Field.EQUIPMENT, "Dumbbells", "Dumbbells")

DOCUMENTS = {
    "squat": [BOX_SQUAT, HALF_GLUTES, DUMBBELLS],
    "bridge": [BRIDGE, GLUTES],
    "step-up": [Term(Field.NAME, "Step-up", "Step-up"), BOX, HELPING_CALVES],
    "raise": [RAISE, Term(Field.MAIN_MUSCLE, "calves", "Calves and soleus")],
}


def found(typed: str) -> list[str]:
    return list(search(typed, DOCUMENTS).matches)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        pytest.param("glute bridge", ["bridge"], id="its name"),
        pytest.param("GLUTE   BRIDGE", ["bridge"], id="capitals and spaces"),
        pytest.param("glúte bridges", ["bridge"], id="an accent and a plural"),
        pytest.param("exercises for the calves", ["raise", "step-up"], id="words that tell nothing"),
        pytest.param("stepup", ["step-up"], id="two words in one"),
        pytest.param("step up", ["step-up"], id="apart, with a hyphen in the name"),
        pytest.param("dumb bells", ["squat"], id="one word in two"),
        pytest.param("glu", ["bridge", "squat"], id="half typed"),
        pytest.param("brigde", ["bridge"], id="two letters swapped"),
        pytest.param("kalves", ["raise", "step-up"], id="another first letter"),
        pytest.param("bax", [], id="a slip in a short word is another word"),
        pytest.param("swimming", [], id="nothing of the kind"),
        pytest.param("the of", [], id="only words that tell nothing"),
        pytest.param(" - ?", [], id="no word at all"),
    ],
)
def test_search_finds(typed: str, expected: list[str]) -> None:
    assert found(typed) == expected


@pytest.mark.parametrize(
    ("typed", "first", "second"),
    [
        pytest.param("box", "step-up", "squat", id="a whole alias before a part of a variation"),
        pytest.param("glutes", "bridge", "squat", id="the only main muscle before one of two"),
        pytest.param("calves", "raise", "step-up", id="main work before helping"),
    ],
)
def test_what_is_more_about_it_ranks_first(typed: str, first: str, second: str) -> None:
    assert found(typed) == [first, second]


def test_a_match_is_worth_its_weight_and_half_as_much_again_for_the_whole_term() -> None:
    assert search("bridge", DOCUMENTS).matches["bridge"].worth == 1.0
    assert search("glute bridge", DOCUMENTS).matches["bridge"].worth == 1.5


def test_a_match_says_which_words_found_which_terms() -> None:
    answer = search("calvs box", DOCUMENTS)
    assert [match.reasons for match in answer.matches.values()] == [
        (Reason(("calvs",), HELPING_CALVES), Reason(("box",), BOX))
    ]
    assert search("Glute bridge", DOCUMENTS).matches["bridge"] == Match(1.5, 2, (Reason(("glute", "bridge"), BRIDGE),))


def test_a_word_of_the_corpus_is_taken_at_its_word() -> None:
    documents = {"step": [Term(Field.NAME, "Step", "Step")], "stop": [Term(Field.NAME, "Stop", "Stop")]}
    assert list(search("step", documents).matches) == ["step"]
    assert list(search("stap", documents).matches) == ["step", "stop"]


def test_a_word_that_means_nothing_is_set_aside_and_told() -> None:
    answer = search("treadmill calves", DOCUMENTS)
    assert list(answer.matches) == ["raise", "step-up"]
    assert answer.unknown == ("treadmill",)
    assert not answer.missed


def test_where_no_document_has_all_words_those_with_the_most_are_nearest() -> None:
    answer = search("calves box bridge", DOCUMENTS)
    assert list(answer.matches) == ["step-up"]
    assert answer.missed


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("skuot", ["Box or chair squat"]), ("brij", ["Glute bridge"]), ("xylophone", []), ("", [])],
)
def test_nearest_are_texts_that_are_not_quite_alike(typed: str, expected: list[str]) -> None:
    assert nearest(typed, [term.text for terms in DOCUMENTS.values() for term in terms]) == expected


# None that tells nothing.
WORDS = st.text("abcdefghijklmnopqrtuvwxyz", min_size=6, max_size=12).filter(lambda word: word not in STOP_WORDS)


@given(WORDS, st.data())
def test_one_slip_behind_the_first_letter_of_a_long_word_is_forgiven(word: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(1, len(word) - 2))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrtuvwxyz"))
    head, tail = word[:place], word[place:]
    slip = data.draw(
        st.sampled_from(
            [head + tail[1:], head + letter + tail, head + letter + tail[1:], head + tail[1] + tail[0] + tail[2:]]
        )
    )
    assume(slip not in STOP_WORDS)
    assert list(search(slip, {1: [Term(Field.NAME, word, word)]}).matches) == [1]


@given(st.text(max_size=100))
def test_anything_may_be_typed(typed: str) -> None:
    answer = search(typed, DOCUMENTS)
    assert set(answer.matches) <= set(DOCUMENTS)
    assert all(0 < match.worth <= 1.5 for match in answer.matches.values())
