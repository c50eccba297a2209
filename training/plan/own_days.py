"""What the runner decided about single days: it stands above every rule but the stop for pain, red flags and fever."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from training.plan.rules import Reason, because

NOTHING: Mapping[date, object] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class OwnDays:
    """Sessions put on a day by hand, days skipped, days away.

    `planned` gives for each such day the day it was moved from, None where it was simply put there. `skipped` gives
    the runner's reason by its code. A day both planned and skipped is skipped.
    """

    planned: Mapping[date, date | None] = field(default_factory=lambda: MappingProxyType({}))
    skipped: Mapping[date, str] = field(default_factory=lambda: MappingProxyType({}))
    away: frozenset[date] = frozenset()

    @property
    def kept(self) -> frozenset[date]:
        """The days on which a session stands by the runner's own hand."""
        return frozenset(self.planned) - frozenset(self.skipped)

    @property
    def left(self) -> Mapping[date, date]:
        """The days that a session was moved away from, each with the day it went to."""
        return {was: day for day, was in self.planned.items() if was is not None}

    def no(self, day: date) -> Reason | None:
        """Why the runner's own word closes the day, if it does."""
        if day in self.skipped:
            return because("skipped", why=self.skipped[day])
        if day in self.away:
            return because("away")
        to = self.left.get(day)
        return because("moved-away", session_on=to) if to is not None and day not in self.planned else None
