"""What the runner wants, what strength the runner has done, and how the runner is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType

EVERY_DAY = frozenset(range(7))

# A session shorter than this is not worth its warm-up.
LEAST_MINUTES = 20

# How far back a strength log reaches.
LOG_DAYS = 56


class Style(StrEnum):
    """The two schools; no trial has compared them (E19, E20)."""

    EASY_DAYS = "easy-days"
    STACK = "stack"


@dataclass(frozen=True, slots=True)
class Wishes:
    """Sessions a week, and where they may go. Weekdays count from Monday = 0.

    `minutes` is the most time for training on a weekday, the run included; a weekday that is not in it has no limit.
    """

    target: int = 2
    style: Style = Style.EASY_DAYS
    available: frozenset[int] = EVERY_DAY
    minutes: Mapping[int, float] = field(default_factory=lambda: MappingProxyType({}))
    session_minutes: float = 35
    preferred: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not 1 <= self.target <= 3:
            raise ValueError("one to three strength sessions a week")
        if self.session_minutes < LEAST_MINUTES:
            raise ValueError(f"a session takes at least {LEAST_MINUTES} minutes")


@dataclass(frozen=True, slots=True)
class StrengthLog:
    """Strength done: the days within the last 56, how many sessions ever, and the first one's day where known."""

    days: frozenset[date] = frozenset()
    ever: int = 0
    first: date | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """How the runner is. `feverish` means a fever or symptoms below the neck; `ill_ended` is the first well day,
    `was_feverish` whether that illness was such a one.

    `worst_pain` is 0 to 10, at `pain_site` in the runner's words. `red_flag` is any sign of bone stress or of an
    emergency (E46).
    """

    ill: bool = False
    feverish: bool = False
    ill_ended: date | None = None
    was_feverish: bool = False
    worst_pain: float = 0
    pain_site: str = ""
    red_flag: bool = False
