"""The titles of movements in the workouts of an import, with what was done under each."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from training.models.imports import Import, ImportItem
from training.runfiles.movements import title_key
from training.runfiles.sets import Guess, ImportedSet


@dataclass
class FoundTitle:
    """A title with its sets; `example` is one of them."""

    example: ImportedSet
    sets: int = 0
    sessions: int = 0
    kg: float | None = None
    """The heaviest, as the file tells it."""
    reps: int | None = None
    """Of the heaviest set; without a load the most."""
    seconds: float | None = None
    """The longest, of sets without reps."""
    metres: float | None = None
    """The farthest."""

    @property
    def key(self) -> str:
        return title_key(self.example)

    @property
    def token(self) -> str:
        """Stands for the key in the names of form fields."""
        return hashlib.blake2s(self.key.encode(), digest_size=6).hexdigest()

    def add(self, content: Mapping[str, Any]) -> None:
        """A set, as an item keeps it."""
        self.sets += 1
        kg, reps, seconds = content.get("kg"), content.get("reps"), content.get("seconds")
        if (kg or 0.0, reps or 0) > (self.kg or 0.0, self.reps or 0):
            self.kg, self.reps = kg, reps
        if seconds and not reps:
            self.seconds = max(self.seconds or 0.0, seconds)
        if metres := content.get("metres"):
            self.metres = max(self.metres or 0.0, metres)


def titles_of(work: Import) -> list[FoundTitle]:
    """The titles of the workouts that an import is to add, those with most sets first; one query.

    Sets are read as they are kept: to make objects of a hundred thousand takes seconds.
    """
    found: dict[str, FoundTitle] = {}
    # A title is brought into one spelling once.
    keys: dict[tuple[Any, ...], str] = {}
    workouts = work.items.filter(kind=ImportItem.Kind.WORKOUT).exclude(choice=ImportItem.Choice.SKIP)
    for workout in workouts.order_by("position").values_list("content", flat=True):
        in_workout = set()
        for content in (workout or {}).get("sets", ()):
            guess: dict[str, Any] = next(iter(content.get("guesses", ())), {})
            writing = content["exercise"], guess.get("category"), guess.get("name")
            if (key := keys.get(writing)) is None:
                example = ImportedSet(content["exercise"], guesses=(Guess(**guess),) if guess else ())
                key = keys[writing] = title_key(example)
                found.setdefault(key, FoundTitle(example))
            found[key].add(content)
            in_workout.add(key)
        for key in in_workout:
            found[key].sessions += 1
    return sorted(found.values(), key=lambda title: (-title.sets, title.key))
