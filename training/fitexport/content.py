"""What a FIT file of strength holds: exercises, sets, a session that was done, a workout to do."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from training.plan.workout import CHANGE_MINUTES, SECONDS_PER_REP

# Two bytes each: a set's load is in sixteenths of a kilogram, that of a workout's step in hundredths.
MOST_KG_OF_SET = 4095.0
MOST_KG_OF_STEP = 655.0


@dataclass(frozen=True, slots=True)
class Exercise:
    """An exercise by its title, and by its numbers in the FIT profile where that knows it.

    `category` is an exercise_category, `name` a number in that category's table of exercise names.
    """

    title: str
    category: int | None = None
    name: int | None = None


@dataclass(frozen=True, slots=True)
class StrengthSet:
    """One set, done or to do: reps, or seconds of a hold where `timed`; kilograms, None with bodyweight alone.

    `amount` is of each leg or side where `per_leg`; `rest` are the planned seconds until the next set.
    """

    exercise: Exercise
    amount: int
    kg: float | None = None
    timed: bool = False
    per_leg: bool = False
    rest: int = 60

    @property
    def total(self) -> int:
        """Reps or seconds of both legs together.

        FIT has one number for a set and no word for sides. A watch counts what the wrist sees, both legs, and so do the
        sums of a week; 10 lunges on each leg are 20 repetitions in the file, and the workout's note says 10 on each.
        """
        return self.amount * (2 if self.per_leg else 1)

    @property
    def seconds(self) -> int:
        """How long it takes: known of a hold, predicted for reps."""
        return self.total if self.timed else self.total * SECONDS_PER_REP

    @property
    def shortest(self) -> int:
        """Seconds below which nobody does it: the hold itself, or a second a rep."""
        return self.total

    def pause_before(self, following: "StrengthSet") -> int:
        """Planned seconds until `following` begins: the rest, and a minute to change over to another exercise."""
        return self.rest + (0 if following.exercise == self.exercise else 60 * CHANGE_MINUTES)


@dataclass(frozen=True, slots=True)
class PlacedSet:
    """A set with the moment it began (aware) and the whole seconds that it took."""

    set: StrengthSet
    start: datetime
    seconds: int


@dataclass(frozen=True, slots=True)
class DoneSession:
    """A session that was done, its sets in the order of time. Moments are aware and of whole seconds.

    `utc_offset` is what the runner's clock was ahead of UTC at the end. `serial` (1 to 2³²-1) tells the files of
    different sessions apart and is the same for every file of one session: whoever imports the file twice is told so.
    """

    title: str
    serial: int
    start: datetime
    end: datetime
    utc_offset: timedelta
    sets: tuple[PlacedSet, ...]
    pounds: bool = False
    """Loads are shown in pounds; the file holds kilograms all the same."""


@dataclass(frozen=True, slots=True)
class PlannedSet:
    """A set to do, with a note that the watch shows beside it."""

    set: StrengthSet
    note: str = ""


@dataclass(frozen=True, slots=True)
class PlannedWorkout:
    """A workout to do, in order, after a warm-up whose end the runner says; it was written at `made_at` (aware)."""

    title: str
    serial: int
    made_at: datetime
    warm_up: str
    warm_up_note: str
    sets: tuple[PlannedSet, ...]
    pounds: bool = False
