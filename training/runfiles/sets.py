"""One set of strength training as a file tells it, and what kind of set it was."""

from dataclasses import dataclass, field
from enum import StrEnum


class SetKind(StrEnum):
    """What a set was for; files that do not say mean a working set."""

    WORKING = "working"
    WARM_UP = "warm-up"
    DROP = "drop"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Guess:
    """What a watch took an exercise for: a category of FIT's profile, and a name in it where it knows one.

    `title` is what the profile calls it, "" where it does not know it.
    """

    category: int
    name: int | None = None
    title: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ImportedSet:
    """A set that was done; None where the file is silent.

    `exercise` is the title as written, empty where a watch only has `guesses`, the likeliest first. `kg` is the load
    as the file tells it, None with bodyweight alone. `reps` of a watch may count both legs. `seconds` is set for holds
    and for sets of a watch, `rpe` is 0 to 10, `superset` is equal for exercises that were done in turn.
    """

    exercise: str
    kind: SetKind = SetKind.WORKING
    reps: int | None = None
    seconds: float | None = None
    kg: float | None = None
    metres: float | None = None
    rpe: float | None = None
    notes: str | None = None
    superset: str | None = None
    guesses: tuple[Guess, ...] = ()
