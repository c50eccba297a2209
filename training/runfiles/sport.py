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
      "schneeschuh", "raquette", "raqueta", "surf", "utforsakning", "hiihto", "スキー", "滑雪"), "other"),
    (("bik", "cycl", "ride", "velo", "bici", "cicl", "rad", "rower", "fiets", "pyora", "cykl", "sykl", "kolar", "kolo",
      "kerekpar", "велос", "サイクリンク", "骑行", "自行车"), "cycling"),
    (("run", "jog", "treadmill", "lauf", "hardloop", "hardlop", "carrera", "correr", "corrida", "corsa", "course",
      "løb", "lopning", "løp", "lopetur", "lopeband", "lopband", "tredemølle", "tapis roulant",
      "cinta", "esteira", "juoksu", "bieg", "futas", "kosu", "бег", "беговая", "ランニンク", "トレイルラン",
      "トレットミル", "跑"), "running"),
    (("walk", "gehen", "spazier", "wandel", "marche", "camina", "cammin", "ga tur", "gatur", "gang", "chod", "spacer",
      "kavely", "yuruyus", "ходьба", "ウォーキンク", "步行", "健走"), "walking"),
    (("hik", "wander", "randonn", "senderis", "escursion", "vandring", "fottur", "wedrowk", "ハイキンク", "徒步"),
     "hiking"),
    (("swim", "schwimm", "zwem", "natation", "nata", "nuoto", "svom", "svøm", "simning", "simbass", "pływan", "plavan",
      "uinti", "uszas", "yuzme", "плаван", "水泳", "スイム", "游泳"), "swimming"),
    (("strength", "weight", "kraft", "kracht", "muscul", "fuerza", "pesas", "forza", "pesi", "styrke", "styrka",
      "styrketran", "siłow", "silov", "voima", "силов", "筋力", "力量"), "strength"),
    (("workout", "yoga", "pilates", "ellipt", "row", "ruder", "kayak", "canoe", "paddl", "multi", "transition",
      "crossfit", "hiit", "cardio", "stair", "stepper", "golf", "tennis", "padel", "badminton", "squash", "racket",
      "soccer", "football", "climb", "boulder", "mountaineer", "sail", "meditation", "breath", "andning", "dive",
      "inmersion", "boxing", "dance", "fitness", "kondition", "motocross", "gaming", "stopwatch", "incident",
      "driving", "fishing", "snorkel", "utholden", "training", "entren",
      "entrain", "allenamento", "treino", "treinamento", "annan", "annet", "andet"), "other"),
)  # fmt: skip

# Whole words that would be found inside others.
WHOLE = {"lob": "running", "løb": "running", "løp": "running", "lop": "running", "lopp": "running", "beh": "running",
         "ラン": "running", "other": "other"}  # fmt: skip

SUB_SPORTS = (
    (("treadmill", "laufband", "loopband", "lobeband", "løbeband", "lopband", "tredemølle", "tapis", "cinta", "esteira",
      "biezni", "トレットミル", "跑步机"), "treadmill"),
    (("trail", "trilha", "terræn", "terrang", "terreng", "gelande", "przełaj", "トレイル", "越野"), "trail"),
    (("track", "bahn", "baan", "pista", "bane", "lekkoatlet", "トラック", "田径"), "track"),
    (("virtual", "virtuel"), "virtual"),
    (("indoor", "室内"), "indoor"),
)  # fmt: skip


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
