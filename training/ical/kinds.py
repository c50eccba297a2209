"""The words by which training plans name their runs, in English and German, one pattern for each meaning.

The order counts: what a pattern has read is taken out, so that "race pace" is no race and "3 x 10 min" no time.
"""

import re
from enum import StrEnum


class Word(StrEnum):
    """What a word in a plan says."""

    WALK_RUN = "walk-run"
    STRIDES = "strides"
    REPEATS = "repeats"
    HARD = "hard"
    GOAL_PACE = "goal-pace"  # marathon pace, a fast finish: a moderate run, or what makes a long run hard
    MODERATE = "moderate"
    EASY = "easy"
    JOG = "jog"  # easy, if nothing else is said: "Dauerlauf", but "zügiger Dauerlauf"
    LONG = "long"
    REST = "rest"
    CROSS = "cross"
    STRENGTH = "strength"
    RACE = "race"
    EVENT = "event"  # "Berlin Marathon": a race, if nothing else is said
    RUN = "run"  # that it is a run, and no more


# "Recovery week", "easy warm-up", "90 s rest": words of a kind that do not say what the run is.
NOISE = (
    r"https?://\S+",
    r"\d{6,}",
    r"\b(?:pre|post)[- ]?race\b(?! day)",
    r"\b(?:week|woche|day|tag)\s*\d+\b",
    r"\b(?:race|recovery|easy|base|build|peak|taper|cut[- ]?back|down|rest|hard|long)[- ]weeks?\b",
    r"\b(?:half[- ])?marathon[- ](?:training|plan|prep\w*|block|build\w*|base)\b",
    r"\b(?:easy |slow |light |lockeres? |locker )?(?:warm[- ]?up|cool[- ]?down|wu|cd|einlaufen|auslaufen)\b"
    r"(?: easy| jog| jogging| locker| run)?",
    r"\b(?:with|w/|mit)?\s*\d+\s*(?:s|secs?|sek|seconds|min|mins|minutes|minuten|m|km|['′])?\s*"
    r"(?:easy |walk |jog |slow |float |standing |locker )?"
    r"(?:rests?|recoveries|recovery|jogs?|pausen?|trabpausen?)\b",
    r"\b(?:no|not|without|kein|keine|ohne)\s+(?:hard|speed|tempo|racing|race|intervals?|faster|long)\w*",
    r"\brest (?:between|of)\b",
)

WORDS: tuple[tuple[Word, str], ...] = (
    (Word.WALK_RUN, r"\b(?:run|jog)\s*(?:/|-|&|and)\s*walk|walk\s*(?:/|-|&|and)\s*(?:run|jog)|\bgeh-?pausen?\b"),
    (
        Word.STRIDES,
        r"(?:\d+\s*x?\s*)?(?:\d+\s*(?:m|s|secs?|sek)\s*)?\b(?:strides?|striders|pick-?ups|accelerations|"
        r"steigerungen|steigerungsläufe)\b",
    ),
    (
        Word.EASY,
        r"\b(?:easy|conversational|comfortable|relaxed|slow|gentle|ruhig\w*|locker\w*|langsam\w*|gemütlich\w*)"
        r"[- ](?:pace|tempo|effort)\b",
    ),
    (
        Word.GOAL_PACE,
        r"(?<!half )(?<!half-)\b(?:goal|target|marathon)[- ]?(?:race[- ]?|renn)?(?:pace|tempo|effort)\b|\bmp\b|\bmrt\b|"
        r"\bfast finish\b|\bendbeschleunigung\b",
    ),
    (
        Word.HARD,
        r"\b(?:race|wettkampf|renn|\d+(?:[.,]\d+)?\s?(?:k|km|mile)|half(?:[- ]marathon)?|hm|hmp)"
        r"[- ]?(?:pace|effort|tempo)\b|\bhmp\b|\bhmrt\b",
    ),
    (Word.HARD, r"\blong(?= (?:intervals?|reps|repeats|hills?|tempo\b))"),
    (Word.MODERATE, r"\b(?:medium|mid|semi)[- ]?long(?: run)?\b|\bmlr\b|\bsteigerungslauf\b|\bcrescendo\w*"),
    (
        Word.LONG,
        r"\blong(?:[- ]?(?:slow|easy|steady))?(?:[- ]?(?:distance|runs?|jog))?\b|\blongrun\b|\blr\b|\blsd\b|\blala\b|"
        r"\blange?r? (?:lauf|dauerlauf|dl|run|jog)\b|\blanger\b|\blangen? (?:lauf|dauerlauf)\b",
    ),
    (Word.REPEATS, r"(?<![\d.,])\d{1,3}\s*x\s*\(?\s*\d+|\b\d+\s*(?:reps|repeats|repetitions|wiederholungen)\b"),
    (
        Word.HARD,
        r"\bintervals?\b|\bintervall\w*|\btempo\w*|\bthreshold\b|\w*schwelle\w*|\bfartlek\b|\bfahrtspiel\b|"
        r"\bhill(?:s|[- ](?:repeats?|reps|sprints?|workout|run|session))?\b|"
        r"\bberg(?:an)?(?:lauf|läufe|sprints?|training)\b|"
        r"\bhügel\w*|\bbergintervalle\b|\brepeats?\b|\breps?\b|\brepetitions?\b|\bspeed(?:[- ]?work| session)?\b|"
        r"\btrack(?: workout| session)?\b|\bbahntraining\b|\bbahn\b|\bvo ?[2₂](?: ?max)?\b|\blactate\b|\blt\b|"
        r"\bcruise\b|\byassos?\b|\btime[- ]?trial\b|\btt\b|\bsprints?\b|\b(?:zone|z) ?[45]\b|\ball[- ]?out\b|\btdl\b|"
        r"\btwl\b|\bladder\b|\bpyramid\w*|\bmile repeats\b|\bhard\b|\bquality\b",
    ),
    (
        Word.MODERATE,
        r"\bprogress(?:ion|ive)\w*|\bcut-?down\b|\bsteady\b|\bmoderate\b|\bmoderat\w*|\bzügig\w*|\bflott\w*|\bga ?2\b|"
        r"\b(?:zone|z) ?3\b|\bpace\b|\bmäßig\b",
    ),
    (
        Word.CROSS,
        r"\b(?:x|cross)[- ]?train\w*|\bxt\b|\bcross\b|\bbik(?:e|ing)\b|\bcycl(?:e|ing)\b|\bride\b|\bspin(?:ning)?\b|"
        r"\bswim(?:ming)?\b|\belliptical\b|\brow(?:ing|er)?\b|\bpool run\w*|\baqua[- ]?jog\w*|\bstair ?master\b|"
        r"\bski(?:ing|langlauf)?\b|\brad(?:fahren|tour|training)?\b|\bschwimmen\b|\balternativtraining\b|"
        r"\bergometer\b|\bcrosstrainer\b|\bhik(?:e|ing)\b|\bwandern\b|\bwalk(?:ing)?\b|\bspazier\w*|\binline\w*",
    ),
    (
        Word.EASY,
        r"\beasy\b|\brecover(?:y|ies)\b|\bshake-?out\b|\bbase\b|\baerobic\b|\bga ?1?\b|\bgrundlagen?\w*|"
        r"\bregenerati\w*|\breg\b|\bregi?lauf\b|\blocker\w*|\bruhig\w*|\berholungs\w*|\b(?:zone|z) ?[12]\b|"
        r"\bfoundation\b|\bconversational\b|\brelaxed\b|\bgentle\b|\bslow\b|\bcomfortabl[ey]\b|\bleicht\w*|"
        r"\blangsam\w*|\bgeneral endurance\b",
    ),
    (Word.JOG, r"\bjog(?:ging|gen)?\b|\btraben\b|\bdauerlauf\b|\bdl\b"),
    (
        Word.REST,
        r"\brest(?:[- ]?day)?\b|\bday off\b|(?<!kick)(?<!kick-)(?<!lay)\boff\b(?!-)|\bruhetag\b|\bruhe\b|"
        r"\bpausentag\b|\btrainingsfrei\b|\blauffrei\b|\bno run(?:ning)?\b|\bkein (?:lauf|training)\b|\bpause\b|"
        r"^frei$|\bfreier tag\b",
    ),
    (
        Word.STRENGTH,
        r"\bstrength\w*|\bgym\b|\bweights?\b|\blift(?:ing)?\b|\bcore\b|\byoga\b|\bpilates\b|\bmobility\b|"
        r"\bstretch(?:ing)?\b|\bfoam roll\w*|\bkraft\w*|\brumpf\w*|\bstabi\w*|\bdehnen\b|\bs&c\b|\bplyo\w*",
    ),
    (Word.EVENT, r"\bparkrun\b"),
    (
        Word.RACE,
        r"\brace(?:[- ]?day)?s?\b|\bwettkampf\b|\btestwettkampf\b|\brennen\b|\bvolkslauf\b|\bstadtlauf\b|\bwettlauf\b",
    ),
    (Word.EVENT, r"\b(?:half[- ]?)?marathon\b|\bhalbmarathon\b|\bultra(?:marathon)?\b"),
    (Word.RUN, r"\bruns?\b|\brunning\b|\blauf(?:en)?\b|\blaufeinheit\b|\btreadmill\b|\blaufband\b|\btrail\w*"),
)

_NOISE = re.compile("|".join(NOISE))
_WORDS = tuple((word, re.compile(pattern)) for word, pattern in WORDS)


def words_in(text: str) -> frozenset[Word]:
    """What `text` (in lower case) says about a run."""
    text = _NOISE.sub(" ", text)
    found = set()
    for word, pattern in _WORDS:
        text, count = pattern.subn(" ", text)
        if count:
            found.add(word)
    return frozenset(found)
