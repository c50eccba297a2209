"""Sets done, sets to do, and why: the values that go in and come out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from math import ceil
from types import MappingProxyType
from typing import Literal, NamedTuple

type MorningAfter = Literal["", "settled", "lingering", "worse"]


class SetDone(NamedTuple):
    """One set as it was done: reps (per leg) or seconds, kilograms (the whole load), reps in reserve."""

    amount: int
    kg: float | None = None
    rir: float | None = None


class SetTarget(NamedTuple):
    """One set to do: reps (per leg) or seconds, and kilograms. No kilograms: bodyweight, or the runner's own choice."""

    amount: int
    kg: float | None = None


@dataclass(frozen=True, slots=True)
class Performance:
    """One past session of one movement in one variation. `pain` is the session's worst, 0-10."""

    day: date
    sets: tuple[SetDone, ...]
    pain: float | None = None
    light: bool = False
    """Kept light on purpose (before a race, say): it counts for breaks and pain, never for or against progress."""
    morning: MorningAfter = ""
    """How the pain was the morning after (E43); empty where nothing was said."""

    @property
    def top_kg(self) -> float | None:
        """The heaviest load of the session in kilograms; None where every set was without one."""
        return max((done.kg for done in self.sets if done.kg), default=None)

    @property
    def effort(self) -> float | None:
        """The lowest RIR logged. None when none was: with RIR off, a finished set is taken to have left two."""
        return min((done.rir for done in self.sets if done.rir is not None), default=None)


class TargetRule(StrEnum):
    """Why a target is what it is. The sentence for each is written where the language is known."""

    FIRST_TIME = "first-time"
    NEW_VARIATION = "new-variation"
    REPEAT = "repeat"
    CLIMB = "climb"
    TOP_ONCE = "top-once"
    RAISE = "raise"
    REGAIN = "regain"
    WIDEN = "widen"
    WEEK_CAP = "week-cap"
    HARDER = "harder-variation"
    TOP_OF_LADDER = "top-of-ladder"
    NO_HEAVIER = "no-heavier"
    HEAVY = "heavy"
    WAIT = "wait"
    NO_RISE = "no-rise"
    MAINTAIN = "maintain"
    EFFORT = "effort"
    STALL = "stall"
    SHORT = "short"
    STEP_BACK = "step-back"
    EASIER = "easier-variation"
    PAIN_AMBER = "pain-amber"
    PAIN_RED = "pain-red"
    PAIN_TOLD = "pain-told"
    PAIN_LINGERS = "pain-lingers"
    PAIN_WORSE = "pain-worse"
    DELOAD = "deload"
    DELOAD_CUT_BACK = "deload-cut-back"
    DELOAD_STEP_BACK = "deload-step-back"
    DELOAD_EFFORT = "deload-effort"
    DELOAD_ILL = "deload-ill"
    DELOAD_SPIKE = "deload-spike"
    BREAK_REPEAT = "break-repeat"
    BREAK_REDUCE = "break-reduce"
    RESTART = "restart"

    @property
    def is_deload(self) -> bool:
        return self in DELOADS

    @property
    def is_rise(self) -> bool:
        """Whether the movement gets more load, or is ready for a harder rung. Reps within their range are none."""
        return self in RISES


DELOADS = frozenset(rule for rule in TargetRule if rule.startswith("deload"))
RISES = frozenset({TargetRule.RAISE, TargetRule.REGAIN, TargetRule.HEAVY, TargetRule.HARDER})


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule, the numbers it found in this runner's sessions (SI), and the evidence behind it."""

    rule: TargetRule
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The sets to do next, the range they move in, and why. `suggest` is another variation worth trying now."""

    sets: tuple[SetTarget, ...]
    low: int
    high: int
    why: Explanation
    suggest: str | None = None
    rest: int | None = None
    """Seconds between the sets; None: as the guide says."""

    def sets_when(self, *, light: bool) -> tuple[SetTarget, ...]:
        """Its sets, in a light session half of them, rounded up; a deload is half already."""
        return self.sets[: ceil(len(self.sets) / 2)] if light and not self.eased else self.sets

    @property
    def eased(self) -> bool:
        """Whether it is already half a session's work."""
        return self.why.rule.is_deload
