"""Finds documents by words as people type them: half typed, misspelt, in the plural, glued together.

What a typed word means is decided in three steps, and the first that gives something counts:

1. It is a word of the corpus ("calf"; a plural counts as its singular), or two of them in one ("stepup").
2. It is the beginning of such words ("ham").
3. It is spelt much like some of them ("gluts", "sqaut"), each the less meant the less it is alike.

Two typed words may be one ("dumb bell"). A word that means nothing is set aside and told. The others should all stand
in a document; where no document has them all, those with the most of them are the nearest there is.

A document is worth the mean over the words of what its best term is worth for each: the weight of the term's field
(a name before an alias, a muscle that the movement is for before one that helps), times the term's focus, times how
alike the word is; half as much again where the words say the whole term, so that "box" finds the alias "box" before
"Box or chair squat".
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

# From here on two words are alike (1: equal). Few people mistype the first letter, so a different one asks for more.
ALIKE = 0.66
ALIKE_BUT_FOR_THE_FIRST_LETTER = 0.8
# A shorter word has too many neighbours for a slip in it to be told from another word.
SHORTEST_MISSPELT = 4
# Not alike, but worth a question.
NEAREST = 0.6
STOP_WORDS = {"a", "an", "and", "at", "exercise", "exercises", "for", "from", "in", "it", "my", "of", "on", "or"}
STOP_WORDS |= {"the", "to", "what", "with"}
STOP_WORDS |= {
    "am",
    "auf",
    "das",
    "dem",
    "den",
    "der",
    "des",
    "die",
    "ein",
    "eine",
    "einen",
    "fuer",
    "für",
    "im",
    "mein",
}
STOP_WORDS |= {
    "meine",
    "meinen",
    "mit",
    "oder",
    "und",
    "uebung",
    "uebungen",
    "von",
    "was",
    "zum",
    "zur",
    "übung",
    "übungen",
}


class Field(StrEnum):
    """Where a term stands in a document."""

    NAME = "name"
    ALIAS = "alias"
    VARIATION = "variation"
    MAIN_MUSCLE = "main_muscle"
    EQUIPMENT = "equipment"
    HELPING_MUSCLE = "helping_muscle"


WEIGHTS = {
    Field.NAME: 1.0,
    Field.ALIAS: 0.9,
    Field.VARIATION: 0.8,
    Field.MAIN_MUSCLE: 0.6,
    Field.EQUIPMENT: 0.4,
    Field.HELPING_MUSCLE: 0.2,
}
WHOLE = 1.5


@dataclass(frozen=True, slots=True)
class Term:
    """A text to be found by, and the label of the thing that it is a word for.

    Focus, up to 1, says how much the document is about that thing: one of two main muscles has half of it.
    """

    field: Field
    text: str
    label: str
    focus: float = 1.0


@dataclass(frozen=True, slots=True)
class Reason:
    """Words as they were typed, and the term by which they found the document."""

    words: tuple[str, ...]
    term: Term


@dataclass(frozen=True, slots=True)
class Match:
    """A document: what it is worth, from 0 to 1.5, how many words stand in it, and where."""

    worth: float
    words: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Answer[Key]:
    """The documents that were found, best first, equals as they were given.

    `unknown` are the words that mean nothing here; `missed` says that no document has all the others.
    """

    matches: dict[Key, Match]
    unknown: tuple[str, ...] = ()
    missed: bool = False


@dataclass(frozen=True, slots=True)
class _Hits:
    """How alike each typed word is to a term's text, and whether together they say the whole of it."""

    likeness: dict[str, float]
    whole: bool


def search[Key](typed: str, documents: Mapping[Key, Sequence[Term]]) -> Answer[Key]:
    """The documents in which the words of `typed` stand; none where no word means anything."""
    texts = {term.text for terms in documents.values() for term in terms}
    corpus = frozenset(spelling for text in texts for spelling in _spellings(text))
    words = _joined(words_of(typed), corpus)
    meanings = {word: meaning for word in words if (meaning := _meaning(_folded(word), corpus))}
    hits = {text: said for text in texts if (said := _hits(text, meanings)).likeness}
    found = {key: match for key, terms in documents.items() if (match := _match(meanings, terms, hits)).words}
    most = max((match.words for match in found.values()), default=0)
    ranked = sorted(found, key=lambda key: found[key].worth, reverse=True)
    return Answer(
        {key: found[key] for key in ranked if found[key].words == most},
        unknown=tuple(word for word in words if word not in meanings),
        missed=most < len(meanings),
    )


def nearest(typed: str, texts: Iterable[str], *, most: int = 3) -> list[str]:
    """The texts with the words that are spelt most like those of `typed`, the shortest for each; none if none is."""
    shortest = {known: text for text in sorted(texts, key=len, reverse=True) for known in _spellings(text)}
    words = [_folded(word) for word in words_of(typed)]
    near = [known for word in words for known in get_close_matches(word, shortest, n=most, cutoff=NEAREST)]
    return list(dict.fromkeys(shortest[known] for known in near))[:most]


def words_of(text: str) -> list[str]:
    """Its words in small letters, without those that tell nothing."""
    return [word for word in re.findall(r"[^\W_]+", text.casefold()) if word not in STOP_WORDS]


@lru_cache(maxsize=1024)
def _folded(word: str) -> str:
    """Without accents, and a plural as its singular."""
    plain = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain


@lru_cache(maxsize=1024)
def _spellings(text: str) -> dict[str, frozenset[int]]:
    """How parts of a text may be typed: each word, and two neighbours in one; with the places that they take up."""
    words = [_folded(word) for word in words_of(text)]
    glued = {first + second: frozenset({place, place + 1}) for place, (first, second) in enumerate(pairwise(words))}
    return glued | {word: frozenset({place}) for place, word in enumerate(words)}


def _joined(words: Sequence[str], corpus: Collection[str]) -> list[str]:
    """The words, each once, two neighbours as one where that is a word of the corpus and they are not."""
    joined: list[str] = []
    for word in words:
        before = joined[-1] if joined else ""
        if _folded(before + word) in corpus and not {_folded(before), _folded(word)} <= set(corpus):
            joined[-1:] = [before + word]
        elif word not in joined:
            joined.append(word)
    return joined


def _meaning(word: str, corpus: Collection[str]) -> dict[str, float]:
    """The spellings of the corpus that are meant by a folded word, each with how alike it is: up to 1, equal."""
    if word in corpus:
        return {word: 1.0}
    begun = {known: 0.8 + 0.2 * len(word) / len(known) for known in corpus if known.startswith(word)}
    if begun or len(word) < SHORTEST_MISSPELT:
        return begun
    matcher = SequenceMatcher(None, "", word, autojunk=False)
    alike = {}
    for known in corpus:
        enough = ALIKE if known[0] == word[0] else ALIKE_BUT_FOR_THE_FIRST_LETTER
        if (likeness := _likeness(matcher, known)) >= enough:
            alike[known] = likeness
    return alike


def _likeness(matcher: SequenceMatcher[str], known: str) -> float:
    """Twice the letters that both words have in the same order, over all their letters; or 0 where they are unlike."""
    matcher.set_seq1(known)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _hits(text: str, meanings: Mapping[str, Mapping[str, float]]) -> _Hits:
    spellings = _spellings(text)
    likeness, said = {}, set[int]()
    for word, meaning in meanings.items():
        meant = max(meaning.keys() & spellings.keys(), key=meaning.__getitem__, default=None)
        if meant is not None:
            likeness[word] = meaning[meant]
            said |= spellings[meant] if meaning[meant] == 1 else set()
    return _Hits(likeness, whole=len(said) == len(words_of(text)))


def _match(words: Iterable[str], terms: Sequence[Term], hits: Mapping[str, _Hits]) -> Match:
    """The best term for each word that stands in one; words with the same term make one reason."""
    best: dict[str, tuple[float, Term]] = {}
    for term in terms:
        if said := hits.get(term.text):
            weight = WEIGHTS[term.field] * term.focus * (WHOLE if said.whole else 1)
            for word, likeness in said.likeness.items():
                if word not in best or weight * likeness > best[word][0]:
                    best[word] = (weight * likeness, term)
    told: dict[Term, list[str]] = {}
    for word in words:
        if word in best:
            told.setdefault(best[word][1], []).append(word)
    worth = sum(worth for worth, _ in best.values()) / max(len(best), 1)
    return Match(worth, len(best), tuple(Reason(tuple(said), term) for term, said in told.items()))
