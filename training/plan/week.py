"""The vocabulary of a running week: kinds of day, logged and planned runs, races, and the seven days to come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType
from typing import Literal

HORIZON = 7
CONTEXT = 2

# Below this regularity a week has no pattern to rely on: what is said about it must be conditional.
PATTERN = 0.55


class Kind(StrEnum):
    """What a day asks of the legs, mildest first. A day with several runs is of its severest kind."""

    REST = "rest"
    CROSS = "cross"
    EASY = "easy"
    MODERATE = "moderate"
    HARD = "hard"
    LONG = "long"
    RACE = "race"

    @property
    def severity(self) -> int:
        """0 for rest, up to 6 for a race."""
        return _SEVERITY[self]


_SEVERITY = {kind: rank for rank, kind in enumerate(Kind)}


def monday_of(day: date) -> date:
    """The Monday of the day's calendar week."""
    return day - timedelta(days=day.weekday())


def severest(kinds: Sequence[Kind]) -> Kind:
    """The kind of a day with these runs; a day without runs is rest."""
    return max(kinds, key=_SEVERITY.__getitem__, default=Kind.REST)


@dataclass(frozen=True, slots=True)
class RunFacts:
    """One logged run. `id` is opaque: it lets a caller match a result with its row."""

    day: date
    seconds: float
    metres: float | None = None
    avg_hr: int | None = None
    max_hr: int | None = None
    rpe: float | None = None
    told: str | None = None
    """The runner's own word: race, long, intervals, tempo, hills, fartlek, hard, moderate, easy or cross."""
    id: object = None

    @property
    def minutes(self) -> float:
        return self.seconds / 60


type Priority = Literal["A", "B", "C"]


@dataclass(frozen=True, slots=True)
class Race:
    """A race to come or one just run. Without a distance it counts as a half marathon."""

    day: date
    km: float | None = None
    priority: Priority = "C"

    @property
    def metres(self) -> float | None:
        return None if self.km is None else self.km * 1000


@dataclass(frozen=True, slots=True)
class PlannedRun:
    """A run on the runner's own plan. `hard` marks a long run with hard parts; other kinds say it themselves."""

    day: date
    kind: Kind
    minutes: float | None = None
    hard: bool = False


type Source = Literal["logged", "planned", "inferred", "guess"]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What one day will be, or was.

    `probabilities` sum to 1. `hard_long` is the part of the probability of LONG that is a hard long run, which costs
    the higher of both. `minutes` is the running time to expect. `seen` counts the kinds of this weekday in the last
    `weeks` usable weeks, for the words "easy in 7 of your last 8 Thursdays".
    """

    day: date
    probabilities: Mapping[Kind, float]
    minutes: float = 0.0
    source: Source = "planned"
    hard_long: float = 0.0
    seen: Mapping[Kind, int] = field(default_factory=lambda: MappingProxyType({}))
    weeks: int = 0

    @classmethod
    def certain(
        cls, day: date, kind: Kind, *, minutes: float = 0.0, source: Source = "planned", hard: bool = False
    ) -> "Outlook":
        """A day that is known. `hard` matters to a long run only."""
        hard_long = 1.0 if hard and kind is Kind.LONG else 0.0
        return cls(day, MappingProxyType({kind: 1.0}), minutes, source, hard_long)

    def chance(self, *kinds: Kind) -> float:
        """The probability that the day is of one of these kinds."""
        return sum(self.probabilities.get(kind, 0.0) for kind in kinds)

    @property
    def likeliest(self) -> Kind:
        """The most probable kind; of equals the severer."""
        return max(self.probabilities, key=lambda kind: (self.probabilities[kind], kind.severity))

    @property
    def free(self) -> bool:
        """Whether the day is probably a rest day."""
        return self.chance(Kind.REST) >= 0.5


@dataclass(frozen=True)
class ComingWeek:
    """Seven days to place strength in, with two days of context before and after.

    `usable_weeks` and `regularity` say what an inference rests on; `sparse` that there was too little to infer from
    (unplanned days then count as rest). `races` holds those to come and those just run. A week that `repeats` is a
    typical week, whose Sunday is followed by its own Monday.
    """

    days: tuple[Outlook, ...]
    before: tuple[Outlook, ...]
    after: tuple[Outlook, ...]
    races: tuple[Race, ...] = ()
    regularity: float = 1.0
    usable_weeks: int = 0
    sparse: bool = False
    repeats: bool = False

    def __post_init__(self) -> None:
        if len(self.days) != HORIZON or len(self.before) != CONTEXT or len(self.after) != CONTEXT:
            raise ValueError("a coming week is seven days, with two days of context before and two after")
        if any(later.day - earlier.day != timedelta(days=1) for earlier, later in pairwise(self.window)):
            raise ValueError("the days of a coming week follow one another")

    @property
    def start(self) -> date:
        """Day 0."""
        return self.days[0].day

    @cached_property
    def window(self) -> tuple[Outlook, ...]:
        """Days -2 to 8; day d of the horizon stands at index d + 2."""
        return (*self.before, *self.days, *self.after)

    @property
    def label(self) -> Source:
        """How honest the week is: "planned", "inferred" from `usable_weeks` weeks, or a "guess"."""
        if all(outlook.source in ("planned", "logged") for outlook in self.days):
            return "planned"
        return "guess" if self.sparse else "inferred"

    @property
    def conditional(self) -> bool:
        """Whether the runner has no weekly pattern, so that the words must be "if you run hard on Thursday"."""
        return self.label == "inferred" and self.regularity < PATTERN
