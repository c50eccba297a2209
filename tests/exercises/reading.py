"""How easy a text is to read, after Flesch (English) and Amstad (German): 60 and more is plain."""

import re

VOWELS = re.compile(r"[aeiouy]+")
GERMAN_VOWELS = re.compile(r"ei|ai|au|eu|äu|ie|aa|ee|oo|(?<!q)u|[aeioyäöü]")


def syllables(word: str) -> int:
    """Vowel groups, less the silent endings: "bridge" 1, "lifted" 2, "stages" 2, "muscle" 2."""
    word = word.lower()
    groups = len(VOWELS.findall(word))
    if re.search(r"[^aeiouyl]e$|[^aeiouytd]ed$|[^aeiouyscgzx]es$|[aeiouy]le$", word) and not re.search(
        r"([cgsxz]|ch|sh)es$", word
    ):
        groups -= 1
    return max(groups, 1)


def reading_ease(text: str) -> float:
    """Flesch's reading ease, 0 (hard) to 100 (easy)."""
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)", text) if re.search(r"[a-zA-Z]", part)]
    words = re.findall(r"[A-Za-z]+(?:['’][a-z]+)?", text)
    return 206.835 - 1.015 * len(words) / len(sentences) - 84.6 * sum(map(syllables, words)) / len(words)


def german_syllables(word: str) -> int:
    """Vowels and diphthongs: "Knie" 1, "Mauer" 2, "Achillessehne" 5, "Wiederholungen" 5."""
    return max(len(GERMAN_VOWELS.findall(word.lower())), 1)


def german_reading_ease(text: str) -> float:
    """Amstad's form of Flesch's reading ease for German (1978), 0 (hard) to 100 (easy)."""
    sentences = [part for part in re.split(r"[.!?]+(?:\s|$)", text) if re.search(r"[^\W\d_]", part)]
    words = re.findall(r"[^\W\d_]+", text)
    return 180 - len(words) / len(sentences) - 58.5 * sum(map(german_syllables, words)) / len(words)
