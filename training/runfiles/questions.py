"""What a file leaves open and only its owner knows: the unit of its numbers, with what speaks for either."""

from abc import ABC, abstractmethod
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from training.runfiles.errors import UnreadableFile

MILE = 1609.344
POUND = 0.45359237


class DistanceUnit(StrEnum):
    """What a table counts distances in."""

    KILOMETRES = "km"
    MILES = "mi"

    @property
    def metres(self) -> float:
        """Metres of one."""
        return 1000.0 if self is DistanceUnit.KILOMETRES else MILE


class WeightUnit(StrEnum):
    """What a table counts loads in."""

    KILOGRAMS = "kg"
    POUNDS = "lb"

    @property
    def kg(self) -> float:
        """Kilograms of one."""
        return 1.0 if self is WeightUnit.KILOGRAMS else POUND


@dataclass(frozen=True, slots=True)
class RunAsWritten:
    """A run whose distance is a number without a unit; `local_start` is the time on the runner's clock."""

    local_start: datetime
    title: str | None
    distance: float
    seconds: float


@dataclass(frozen=True, slots=True)
class LoadAsWritten:
    """The heaviest set of an exercise, its load a number without a unit."""

    exercise: str
    load: float
    reps: int | None


class Question(UnreadableFile, ABC):
    """A file that can be read as soon as a person has answered; `choices` are the answers."""

    choices: ClassVar[tuple[str, ...]] = ()

    @abstractmethod
    def asked(self) -> dict[str, object]:
        """What is asked, for keeping: `choices`, and the `examples` that help to answer."""


class DistanceUnitUnknown(Question):
    """Garmin's table names no unit, and neither stride nor cadence tells it. `examples` are its longest runs."""

    code = "distance-unit-unknown"
    template = "This table does not say whether its distances are kilometres or miles: please choose."
    choices = tuple(DistanceUnit)

    def __init__(self, examples: tuple[RunAsWritten, ...] = ()) -> None:
        self.examples = examples
        super().__init__()

    def asked(self) -> dict[str, object]:
        rows = [{**asdict(one), "local_start": one.local_start.isoformat()} for one in self.examples]
        return {"choices": self.choices, "examples": rows}


class WeightUnitUnknown(Question):
    """Strong's table names no unit. `examples` are its heaviest exercises.

    `likely` is the unit whose numbers were made of whole ones of the other, as the app does when it is changed.
    """

    code = "weight-unit-unknown"
    template = "This table does not say whether its weights are kilograms or pounds: please choose."
    choices = tuple(WeightUnit)

    def __init__(self, examples: tuple[LoadAsWritten, ...] = (), likely: WeightUnit | None = None) -> None:
        self.examples, self.likely = examples, likely
        super().__init__()

    def asked(self) -> dict[str, object]:
        return {"choices": self.choices, "examples": [asdict(one) for one in self.examples], "likely": self.likely}
