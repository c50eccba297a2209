import pytest

from tests.exercises.reading import german_reading_ease, german_syllables, reading_ease, syllables


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("bridge", 1),
        ("step", 1),
        ("lifted", 2),
        ("pushed", 1),
        ("stages", 2),
        ("glutes", 1),
        ("shoulder", 2),
        ("muscle", 2),
        ("hamstrings", 2),
        ("Romanian", 3),
        ("evidence", 3),
    ],
)
def test_syllables_are_counted_as_they_are_spoken(word: str, expected: int) -> None:
    assert syllables(word) == expected


def test_plain_text_is_easier_than_a_journal_abstract() -> None:
    plain = "Stand tall. Push your hips back. Stand up again."
    abstract = "Neuromuscular adaptations facilitate considerable improvements in intermittent locomotor capabilities."
    assert reading_ease(plain) > 90
    assert reading_ease(abstract) < 0


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Po", 1),
        ("Knie", 1),
        ("drückst", 1),
        ("quer", 1),
        ("Mauer", 2),
        ("Häuser", 2),
        ("Seele", 2),
        ("Übung", 2),
        ("Steißbein", 2),
        ("Achillessehne", 5),
        ("Wiederholungen", 5),
        ("Ausfallschritt", 3),
    ],
)
def test_german_syllables_are_counted_as_they_are_spoken(word: str, expected: int) -> None:
    assert german_syllables(word) == expected


def test_plain_german_is_easier_than_that_of_an_office() -> None:
    plain = "Steh aufrecht. Schieb die Hüfte nach hinten. Steh wieder auf."
    office = (
        "Neuromuskuläre Anpassungsvorgänge ermöglichen beträchtliche Leistungsverbesserungen bei Ausdauersportlern."
    )
    assert german_reading_ease(plain) > 80
    assert german_reading_ease(office) < 0
