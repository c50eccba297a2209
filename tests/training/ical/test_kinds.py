import pytest

from training.ical.kinds import Word, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("recovery week", set(), id="a week is no run"),
        pytest.param("90 sec rest", set(), id="a pause is no rest day"),
        pytest.param("easy warm-up", set(), id="a warm-up is not the run"),
        pytest.param("race pace", {Word.HARD}, id="race pace is no race"),
        pytest.param("marathon pace", {Word.GOAL_PACE}, id="nor is marathon pace"),
        pytest.param("long intervals", {Word.HARD}, id="long intervals are no long run"),
        pytest.param("6 x 100 m strides", {Word.STRIDES}, id="strides are no intervals"),
        pytest.param("easy pace", {Word.EASY}, id="an easy pace is easy"),
        pytest.param("kickoff", set(), id="a word that only holds another"),
        pytest.param("long run with hills", {Word.LONG, Word.HARD}, id="two meanings"),
    ],
)
def test_words(text: str, words: set[Word]) -> None:
    assert words_in(text) == words
