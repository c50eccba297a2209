"""One lower-case vocabulary for the sports that the formats name differently."""

from functools import lru_cache

from training.runfiles.activity import UNKNOWN_SPORT
from training.runfiles.table import plain

# Strava writes its own numbers into GPX <type>.
STRAVA_NUMBERS = {"1": "cycling", "4": "hiking", "9": "running", "10": "walking", "16": "swimming"}

TREADMILL = frozenset({"treadmill", "indoor_running"})

# Parts of words in the languages of activity tables, as `plain` gives them. The first that is in the word
# decides: "Skilanglauf" is no run, and neither is "bici da corsa".
WORDS = (
    (("ski", "langlauf", "langrenn", "eislauf", "skat", "skøjt", "schaats", "narciar", "esqui", "sci di", "snow",
      "schneeschuh", "raquette", "raqueta", "surf"), "other"),
    (("bik", "cycl", "ride", "velo", "bici", "cicl", "rad", "rower", "fiets", "pyora"), "cycling"),
    (("run", "jog", "treadmill", "lauf", "hardloop", "hardlop", "carrera", "correr", "corrida", "corsa", "course",
      "løb", "lopning", "lopetur", "lopeband", "tapis roulant", "cinta", "esteira", "juoksu", "bieg",
      "futas"), "running"),
    (("walk", "gehen", "spazier", "wandel", "marche", "camina", "cammin", "ga tur", "gatur", "gang"), "walking"),
    (("hik", "wander", "randonn", "senderis", "escursion", "vandring"), "hiking"),
    (("swim", "schwimm", "zwem", "natation", "nata", "nuoto", "svom", "simning"), "swimming"),
    (("strength", "weight", "kraft", "kracht", "muscul", "fuerza", "pesas", "forza", "pesi", "styrke", "styrka"),
     "strength"),
    (("workout", "yoga", "pilates", "ellipt", "row", "ruder", "kayak", "canoe", "paddl", "multi", "transition",
      "crossfit", "hiit", "cardio", "stair", "golf", "tennis", "soccer", "football", "climb", "sail", "meditation",
      "breath", "dive", "boxing", "dance", "training"), "other"),
)  # fmt: skip

# Whole words that would be found inside others.
WHOLE = {"lob": "running", "løb": "running", "lop": "running", "lopp": "running", "beh": "running", "other": "other"}

SUB_SPORTS = (
    (("treadmill", "laufband", "loopband", "lobeband", "løbeband", "tapis", "cinta", "esteira"), "treadmill"),
    (("trail",), "trail"),
    (("track", "bahn", "baan", "pista", "bane"), "track"),
    (("virtual", "virtuel"), "virtual"),
    (("indoor",), "indoor"),
)


def from_fit(sport: str | None, sub_sport: str | None) -> tuple[str, str | None]:
    """Sport and sub-sport of a FIT session: strength is a sub-sport there, and some treadmills are fitness equipment.

    >>> from_fit("training", "strength_training")
    ('strength', 'strength_training')
    """
    if sub_sport == "generic":
        sub_sport = None
    if sub_sport == "strength_training":
        return "strength", sub_sport
    if sub_sport in TREADMILL and sport in ("fitness_equipment", "generic", "training", None):
        return "running", sub_sport
    return sport or UNKNOWN_SPORT, sub_sport


@lru_cache(maxsize=1000)
def from_words(text: str | None) -> tuple[str, str | None]:
    """Sport and sub-sport of a free word, as in GPX <type>, TCX Sport or a table in any language.

    Unknown words give ("unknown", None).

    >>> from_words("TrailRun")
    ('running', 'trail')
    """
    word = plain(text or "")
    if word in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[word], None
    found = WHOLE.get(word)
    sport = found or next((sport for parts, sport in WORDS if any(part in word for part in parts)), UNKNOWN_SPORT)
    if sport != "running":
        return sport, None
    return sport, next((sub for parts, sub in SUB_SPORTS if any(part in word for part in parts)), None)
