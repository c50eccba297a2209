"""The rungs of all ladders as facts that can be asked for together, and the movements that fit."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import Any, Self

from .models import Exercise, Variation
from .models.translated import in_every_language
from .search import Answer, Field, Reason, Term, nearest, search, words_of

NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Rung:
    """A variation with what it needs and trains, by slug."""

    variation: Variation
    equipment: frozenset[str]
    muscles: frozenset[str]
    level: str
    bodyweight: bool


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a rung should be; a wish that is empty or false rules nothing out.

    Equipment is what is at hand: a rung may need no more than that. `NOTHING` alone means that nothing is.
    """

    equipment: frozenset[str] = frozenset()
    muscle: str = ""
    level: frozenset[str] = frozenset()
    bodyweight: bool = False
    per_leg: bool = False

    def fit(self, rung: Rung) -> bool:
        return (
            (not self.equipment or rung.equipment <= self.equipment)
            and (not self.muscle or self.muscle in rung.muscles)
            and (not self.level or rung.level in self.level)
            and (rung.bodyweight or not self.bodyweight)
            and (rung.variation.per_leg or not self.per_leg)
        )

    def choosing(self, name: str, value: str) -> Self:
        """With one more thing at hand or level, with another muscle, or with a kind of movement."""
        chosen: dict[str, Any] = {
            "equipment": self.equipment | {value},
            "muscle": value,
            "level": self.level | {value},
            "bodyweight": True,
            "per_leg": True,
        }
        return replace(self, **{name: chosen[name]})

    def without(self, name: str) -> Self:
        return replace(self, **{name: getattr(Wishes(), name)})


@dataclass(frozen=True, slots=True)
class Found:
    """A movement, those of its rungs that fit, from the easiest, and why the words of the search found it."""

    exercise: Exercise
    rungs: list[Variation]
    worth: float = 0.0
    reasons: tuple[Reason, ...] = ()

    @property
    def some(self) -> bool:
        """Not every rung of the ladder fits."""
        return len(self.rungs) < len(self.exercise.variations.all())

    @property
    def surprises(self) -> list[Reason]:
        """The reasons that neither the movement's name nor those of its rungs tell."""
        return [reason for reason in self.reasons if reason.term.field not in {Field.NAME, Field.VARIATION}]


class Finder:
    """All rungs, asked by words once and by wishes as often as there are options; from what `for_finding` fetched."""

    def __init__(self, exercises: Iterable[Exercise], words: str = "") -> None:
        self.exercises = list(exercises)
        self.words = words if words_of(words) else ""
        self.rungs = [_rung(variation) for exercise in self.exercises for variation in exercise.variations.all()]

    @cached_property
    def answer(self) -> Answer[int]:
        """What the words find, by the primary key of the variation."""
        return search(self.words, self._documents) if self.words else Answer({})

    @cached_property
    def nearest(self) -> list[str]:
        """What else to search for where the words mean nothing."""
        if not self.words:
            return []
        texts = {term.text for terms in self._documents.values() for term in terms}
        return nearest(self.words, sorted(texts))

    @cached_property
    def _documents(self) -> dict[int, list[Term]]:
        documents = {}
        for exercise in self.exercises:
            shared = [*_terms_of_names(exercise), *_terms_of_muscles(exercise)]
            for variation in exercise.variations.all():
                documents[variation.pk] = [*shared, *_terms_of_rung(variation)]
        return documents

    def fitting(self, wishes: Wishes, *, any_words: bool = False) -> list[Rung]:
        """The rungs that the words find, and that are as wished."""
        found = [rung for rung in self.rungs if wishes.fit(rung)]
        if any_words or not self.words:
            return found
        return [rung for rung in found if rung.variation.pk in self.answer.matches]

    def count(self, wishes: Wishes, *, any_words: bool = False) -> int:
        """How many movements fit."""
        return len({rung.variation.exercise_id for rung in self.fitting(wishes, any_words=any_words)})

    def found(self, wishes: Wishes) -> list[Found]:
        """The movements that fit: as their best rungs rank in the search, else in their own order."""
        rungs = groupby(self.fitting(wishes), key=lambda rung: rung.variation.exercise)
        found = [self._found(exercise, [rung.variation for rung in fitting]) for exercise, fitting in rungs]
        return sorted(found, key=lambda movement: movement.worth, reverse=True)

    def _found(self, exercise: Exercise, rungs: list[Variation]) -> Found:
        if not self.words:
            return Found(exercise, rungs)
        best = max((self.answer.matches[rung.pk] for rung in rungs), key=lambda match: match.worth)
        return Found(exercise, rungs, best.worth, best.reasons)


def _rung(variation: Variation) -> Rung:
    return Rung(
        variation=variation,
        equipment=frozenset(thing.slug for thing in variation.equipment.all()),
        muscles=frozenset(link.muscle.slug for link in variation.exercise.muscle_links.all()),
        level=variation.level,
        bodyweight=variation.bodyweight,
    )


def _terms_of_names(exercise: Exercise) -> Iterator[Term]:
    """Its names in every language; the reader's own comes first."""
    name, *others = in_every_language(exercise, "name")
    yield Term(Field.NAME, name, name)
    yield from (Term(Field.ALIAS, other, other) for other in others)
    yield from (Term(Field.ALIAS, alias, alias) for alias in _listed(exercise.aliases))


def _terms_of_muscles(exercise: Exercise) -> Iterator[Term]:
    roles = {Field.MAIN_MUSCLE: exercise.primary_muscles, Field.HELPING_MUSCLE: exercise.secondary_muscles}
    for field, muscles in roles.items():
        for muscle in muscles:
            for text in (muscle.name, *_listed(muscle.plain_name), *_listed(muscle.aliases)):
                yield Term(field, text, muscle.name, focus=1 / len(muscles))


def _terms_of_rung(variation: Variation) -> Iterator[Term]:
    yield from (Term(Field.VARIATION, name, name) for name in in_every_language(variation, "name"))
    for thing in variation.equipment.all():
        yield from (Term(Field.EQUIPMENT, text, thing.name) for text in (thing.name, *_listed(thing.aliases)))


def _listed(texts: str) -> list[str]:
    """The pieces of a text with commas."""
    return [text.strip() for text in texts.split(",") if text.strip()]
