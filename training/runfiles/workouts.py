"""Gathers the rows of a strength table, one a set, into workouts; and the cells that such tables share."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from training.runfiles import table
from training.runfiles.activity import DAY, Doubt, one_line
from training.runfiles.errors import DatesUnreadable, NoSets
from training.runfiles.sets import ImportedSet
from training.runfiles.strength import StrengthActivity

MOST_REPS = 10_000
MOST_KG = 1000.0
LONGEST = float(DAY)
NOTE_LETTERS = 1000


@dataclass(slots=True)
class _Workout:
    """A workout as its rows tell it, moments as written."""

    start: str
    title: str
    end: str
    lasting: float | None
    notes: str
    sets: list[ImportedSet] = field(default_factory=list)

    def at(self, *, month_first: bool | None) -> tuple[datetime | None, float | None]:
        """When it began, and how many seconds it took."""
        begun, ended = (table.moment(text, month_first=month_first) for text in (self.start, self.end))
        lasting = self.lasting
        if lasting is None and begun is not None and ended is not None:
            lasting = (ended - begun).total_seconds()
        return begun, lasting if lasting and 0 < lasting <= LONGEST else None


@dataclass(slots=True)
class Workouts:
    """Workouts by the start and title that their rows repeat, in the order of the table."""

    format: Literal["hevy", "strong"]
    _by_key: dict[tuple[str, str], _Workout] = field(default_factory=dict)

    def add(
        self, one: ImportedSet, *, start: str, title: str, end: str = "", lasting: float | None = None, notes: str = ""
    ) -> None:
        """A set and what its row says of the workout: moments as written, its length by `end` or `lasting` seconds."""
        key = start, title
        if key not in self._by_key:
            self._by_key[key] = _Workout(start, title, end, lasting, notes)
        self._by_key[key].sets.append(one)

    def read(self) -> list[StrengthActivity]:
        """What has been gathered; their starts are what the runner's clock said, as if it were UTC.

        Workouts without a readable date are left out. Raises DatesUnreadable where that is all of them, NoSets where
        there is no set, or none with a date.
        """
        month_first = table.month_first(workout.start for workout in self._by_key.values())
        moments = ((workout, *workout.at(month_first=month_first)) for workout in self._by_key.values())
        found = [(workout, begun, lasting) for workout, begun, lasting in moments if begun is not None]
        if not found:
            written = next((one_line(workout.start, 40) for workout in self._by_key.values() if workout.start), None)
            raise DatesUnreadable(example=written) if written else NoSets(format=self.format.capitalize())
        return [
            StrengthActivity(
                format=self.format,
                start=begun.replace(tzinfo=UTC),
                start_is_local=True,
                sets=tuple(workout.sets),
                seconds=lasting,
                title=one_line(workout.title),
                notes=workout.notes.strip()[: 5 * NOTE_LETTERS] or None,
                key=f"{self.format} {begun:%Y-%m-%dT%H:%M:%S} {one_line(workout.title, 60) or ''}".rstrip(),
                index=index,
                warnings=(Doubt.NO_TIME_ZONE,),
            )
            for index, (workout, begun, lasting) in enumerate(found)
        ]


def reps(text: str) -> int | None:
    """Repetitions, whole; 0 is a set that failed."""
    value = table.number(text)
    return round(value) if value is not None and value <= MOST_REPS else None


def above_zero(text: str, factor: float = 1.0, most: float = MOST_KG) -> float | None:
    """A number times `factor`, rounded to a gram or millimetre; None for 0, which tables write for nothing."""
    value = table.number(text)
    return round(value * factor, 3) if value and value * factor <= most else None


def effort(text: str) -> float | None:
    """An RPE of 0 to 10."""
    value = table.number(text)
    return value if value and value <= 10 else None


def note(text: str) -> str | None:
    """A set's note, its lines kept."""
    return text.strip()[:NOTE_LETTERS] or None
