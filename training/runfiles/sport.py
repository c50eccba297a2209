"""One lower-case vocabulary for the sports that the formats name differently."""

from training.runfiles.activity import UNKNOWN_SPORT

# Strava writes its own numbers into GPX <type>.
STRAVA_NUMBERS = {"1": "cycling", "4": "hiking", "9": "running", "10": "walking", "16": "swimming"}

TREADMILL = frozenset({"treadmill", "indoor_running"})

WORDS = (
    ("run", "running"),
    ("jog", "running"),
    ("treadmill", "running"),
    ("bik", "cycling"),
    ("cycl", "cycling"),
    ("ride", "cycling"),
    ("walk", "walking"),
    ("hik", "hiking"),
    ("swim", "swimming"),
    ("strength", "strength"),
    ("weight", "strength"),
)

SUB_SPORTS = ("treadmill", "trail", "track", "virtual", "indoor")


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


def from_words(text: str | None) -> tuple[str, str | None]:
    """Sport and sub-sport of a free word, as in GPX <type> or TCX Sport; unknown words give ("unknown", None).

    >>> from_words("TrailRun")
    ('running', 'trail')
    """
    word = (text or "").strip().lower()
    if word in STRAVA_NUMBERS:
        return STRAVA_NUMBERS[word], None
    if word == "other":
        return "other", None
    sport = next((sport for part, sport in WORDS if part in word), UNKNOWN_SPORT)
    sub_sport = next((sub for sub in SUB_SPORTS if sub in word), None) if sport == "running" else None
    return sport, sub_sport
