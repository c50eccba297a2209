"""How much of a movement: sets of reps or seconds, for both legs at once or for each."""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext


@dataclass(frozen=True, slots=True)
class Dose:
    """`sets` times `low` to `high` reps (seconds where `timed`), with `rest_seconds` between sets.

    With `per_leg` the reps or seconds count for each leg; for a hold such as the side plank, each side.
    """

    sets: int
    low: int
    high: int
    timed: bool = False
    per_leg: bool = False
    rest_seconds: int = 60

    @property
    def amount(self) -> str:
        """The reps or seconds alone: "10–15", "10", "30–60"."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"

    @property
    def numerals(self) -> str:
        """The dose as large numerals: "3 × 10–15"."""
        return f"{self.sets} × {self.amount}"

    @property
    def unit(self) -> str:
        """What the numerals count: "reps", "reps per leg", "seconds", "seconds per side"."""
        if self.timed:
            return gettext("seconds per side") if self.per_leg else gettext("seconds")
        return gettext("reps per leg") if self.per_leg else gettext("reps")

    def __str__(self) -> str:
        """The dose as a phrase: "3 sets of 10–15 reps per leg"."""
        return ngettext("%(sets)d set of %(amount)s %(unit)s", "%(sets)d sets of %(amount)s %(unit)s", self.sets) % {
            "sets": self.sets,
            "amount": self.amount,
            "unit": self.unit,
        }
