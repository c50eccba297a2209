"""The words for a sport in the formats and languages that files come in."""

from tests.cases import for_every
from training.runfiles import sport


@for_every(
    ("word", "found"),
    [
        ("Run", ("running", None)),
        ("9", ("running", None)),
        ("Løb", ("running", None)),
        ("Laufen auf der Bahn", ("running", "track")),
        ("Laufbandtraining", ("running", "treadmill")),
        ("Hardloopsessie", ("running", None)),
        ("Course à pied", ("running", None)),
        ("Carrera", ("running", None)),
        ("Corrida", ("running", None)),
        ("Trail Running", ("running", "trail")),
        ("Virtual Run", ("running", "virtual")),
        ("Skilanglauf", ("other", None)),
        ("Bici da corsa", ("cycling", None)),
        ("Fietsrit", ("cycling", None)),
        ("open_water_swimming", ("swimming", None)),
        ("Weight Training", ("strength", None)),
        ("Musculation", ("strength", None)),
        ("Spaziergang", ("walking", None)),
        ("Yoga", ("other", None)),
        ("Zumba", ("unknown", None)),
        ("", ("unknown", None)),
        (None, ("unknown", None)),
    ],
)
def test_a_word_in_any_language(word, found):
    assert sport.from_words(word) == found
