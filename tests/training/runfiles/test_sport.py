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
        ("Löpband", ("running", "treadmill")),
        ("Löpning i terräng", ("running", "trail")),
        ("Løb terræn", ("running", "trail")),
        ("Løping på tredemølle", ("running", "treadmill")),
        ("Bieg lekkoatletyczny", ("running", "track")),
        ("Bieg na bieżni", ("running", "treadmill")),
        ("Koşu", ("running", None)),
        ("Бег", ("running", None)),
        ("跑步", ("running", None)),
        ("ラン", ("running", None)),
        ("ランニング", ("running", None)),
        ("Chód na bieżni", ("walking", None)),
        ("Spacerowanie", ("walking", None)),
        ("Inomhuscykling", ("cycling", None)),
        ("Kolarstwo", ("cycling", None)),
        ("Simbassäng", ("swimming", None)),
        ("Svøm i pool", ("swimming", None)),
        ("Pływanie w basenie", ("swimming", None)),
        ("Utförsåkning i pist", ("other", None)),
        ("Konditionspass", ("other", None)),
        ("Entrenamiento", ("other", None)),
        ("Entrenamiento en cinta", ("running", "treadmill")),
        ("Entrenamiento con pesas", ("strength", None)),
        ("Padel", ("other", None)),
        ("Zumba", ("unknown", None)),
        ("", ("unknown", None)),
        (None, ("unknown", None)),
    ],
)
def test_a_word_in_any_language(word, found):
    assert sport.from_words(word) == found
