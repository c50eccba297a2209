"""What a runner means by "Easy 8 km", "Tempo 3 x 10 min" or "Langer Lauf 22k".

The title decides; what only the description says, or what the title leaves open, is a proposal with low confidence
that a person should look at. Nothing is made up: without a word for the kind and without a distance there is no kind.
"""

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from training.ical.amounts import Amounts, amounts
from training.ical.kinds import Word, words_in
from training.plan.week import Kind

type Confidence = Literal["high", "low", "none"]

# "E 60", "T: 20 min", "I 5x1000": the letters of Daniels' plans.
LETTERS = {"e": "easy", "l": "long run", "t": "tempo", "i": "intervals", "r": "repetitions", "m": "marathon pace"}
LETTER = re.compile(r"^([eltirm])\s*[:-]?\s+(?=\d)")
BARE_NUMBER = re.compile(r"^\D*?\b(\d{2,3})\s*$")
RACE_METRES = (
    (re.compile(r"half[- ]?marathon|halbmarathon|\bhalf\b|\bhm\b"), 21_097.5),
    (re.compile(r"marathon"), 42_195.0),
    (re.compile(r"\bparkrun\b"), 5000.0),
)

HARD_PARTS = frozenset({Word.HARD, Word.REPEATS, Word.MODERATE, Word.GOAL_PACE})
RUNNING = frozenset({Word.RUN, Word.JOG, Word.WALK_RUN, Word.STRIDES, Word.LONG})
# A title with so many words that names no run and no length may be about something else altogether.
LONG_TITLE = 4
LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was understood: a kind with how sure it is, the whole run in metres or minutes, where said.

    `hard` marks a long run with faster parts. `strength` is a strength or mobility session without a run, which has
    no kind of run.
    """

    kind: Kind | None
    confidence: Confidence
    metres: float | None = None
    minutes: float | None = None
    hard: bool = False
    strength: bool = False


def understand(title: str, description: str = "") -> Phrase:
    """What the words of an entry mean; both may be empty. Texts are read up to 400 characters."""
    title, description = _plain(title), _plain(description)
    title = LETTER.sub(lambda match: f"{LETTERS[match[1]]} ", title)
    words, length = words_in(title), amounts(title)
    kind, sure = _kind(words)
    strength = kind is None and Word.STRENGTH in words
    if kind is not None and _about_something_else(title, words, length):
        sure = False
    if kind is None and not strength:
        kind, sure = _hinted(words, description), False
    if kind is None and not strength and (length.metres or words & RUNNING):
        kind = Kind.EASY
    if kind is None or kind is Kind.REST:
        confidence: Confidence = "none" if kind is None else "high" if sure else "low"
        return Phrase(kind, "high" if strength else confidence, strength=strength)
    length = _whole(kind, title, length, description)
    return Phrase(
        kind,
        "high" if sure else "low",
        length.metres,
        length.minutes,
        hard=kind is Kind.LONG and bool(words & HARD_PARTS or Word.GOAL_PACE in words_in(description)),
    )


def _hinted(words: frozenset[Word], description: str) -> Kind | None:
    """The kind that only the description names, if it speaks of a run: the dentist may be easy to find."""
    more = words_in(description)
    about_a_run = (words | more) & (RUNNING | {Word.REPEATS}) or amounts(description) != Amounts()
    return _kind(more)[0] if about_a_run else None


def _plain(text: str) -> str:
    """Lower case, one kind of space, dash, apostrophe and times sign, no invisible characters."""
    text = unicodedata.normalize("NFKC", text[:LONGEST_TEXT]).lower()
    for marks, plain in (("×✕✖*", "x"), ("–—−‐‑", "-"), ("’‘`´ʹ", "'"), ("\u200b\ufeff", "")):
        text = re.sub(f"[{re.escape(marks)}]", plain, text)
    return " ".join(text.split())


def _kind(words: frozenset[Word]) -> tuple[Kind | None, bool]:
    """The kind that the words name, and whether they leave no doubt."""
    hard = bool(words & {Word.HARD, Word.REPEATS})
    if Word.RACE in words:
        return Kind.RACE, Word.REST not in words
    if Word.CROSS in words and Word.WALK_RUN not in words:
        return _cross(words)
    if Word.LONG in words:
        return Kind.LONG, not words & {Word.REST, Word.EVENT}
    if Word.WALK_RUN in words:
        return Kind.EASY, not words & HARD_PARTS - {Word.REPEATS}
    if Word.STRENGTH in words and not words & {Word.HARD, Word.MODERATE, Word.GOAL_PACE, Word.EASY, *RUNNING}:
        return (Kind.REST, False) if Word.REST in words else (None, False)
    if hard:
        return Kind.HARD, not words & {Word.EASY, Word.REST}
    if words & {Word.MODERATE, Word.GOAL_PACE}:
        return Kind.MODERATE, not words & {Word.EASY, Word.REST}
    if words & {Word.EASY, Word.JOG}:
        return Kind.EASY, Word.REST not in words
    if Word.REST in words:
        return Kind.REST, not words & {Word.RUN, Word.EVENT}
    if Word.EVENT in words:
        return Kind.RACE, False
    return (Kind.EASY, False) if Word.STRIDES in words else (None, False)


def _cross(words: frozenset[Word]) -> tuple[Kind, bool]:
    """Cross-training, unless a run is named beside it: then the run counts, and a person should look."""
    if words & (RUNNING - {Word.LONG}):
        hard = words & {Word.HARD, Word.REPEATS}
        return Kind.LONG if Word.LONG in words else Kind.HARD if hard else Kind.EASY, False
    return Kind.CROSS, Word.REST not in words


def _about_something_else(title: str, words: frozenset[Word], length: Amounts) -> bool:
    return len(title.split()) > LONG_TITLE and length == Amounts() and not words & (RUNNING | {Word.REPEATS})


def _whole(kind: Kind, title: str, length: Amounts, description: str) -> Amounts:
    """The length of the run: of the title, else of the description, else the distance that the race's name says."""
    if length == Amounts():
        bare = BARE_NUMBER.match(title)
        # "E 60" is an hour; "easy 8" may be kilometres or miles.
        if bare and int(bare[1]) >= (60 if kind is Kind.LONG else 25) and "x" not in title:
            return Amounts(minutes=float(bare[1]))
        length = amounts(description)
    if kind is Kind.RACE and length.metres is None:
        named = next((metres for name, metres in RACE_METRES if name.search(title)), None)
        return Amounts(named, length.minutes if named is None else None)
    return length
