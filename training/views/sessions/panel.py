"""One movement of the session screen: its target, the reason, and a row for each set."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from exercises.models import Variation
from training.forms.session import SetForm
from training.models import LoggedSet, PlannedMovement, Runner, Session
from training.models.session import WARM_UP_FROM
from training.plan.progression import RULES
from training.plan.progression.weights import Loads
from training.plan.workout import CHANGE_MINUTES
from training.units import Units
from training.wording.measures import load_number
from training.wording.target import Numerals, Why, numerals, why

MOST_SETS = 20
MOST_WARM_UPS = 5
# A warm-up set is half the load for fewer reps (E44).
WARM_UP_SHARE = 0.5
WARM_UP_REPS = 8
NO_TARGET: dict[str, Any] = {}


@dataclass(frozen=True, slots=True)
class LoadSteps:
    """The loads that the buttons beside a load go through: those that the runner owns, in the runner's unit."""

    owned: Loads
    units: Units

    @property
    def first(self) -> float:
        return self.units.to_load(self.owned.first)

    @property
    def step(self) -> float:
        return self.units.to_load(self.owned.step)

    @property
    def only(self) -> list[float]:
        return [self.units.to_load(kg) for kg in self.owned.only]

    @property
    def only_words(self) -> str:
        return " ".join(f"{load:g}" for load in self.only)


def loads_of(variation: Variation, movement: str, runner: Runner) -> Loads:
    """What can be put on in this variation of that movement."""
    return RULES[movement].of(variation.slug).owning(variation.slug, runner.weights).steps


@dataclass
class Row:
    """One set to do or done. `last` is the set of the same number last time."""

    panel: "Panel"
    number: int
    id: UUID
    done: LoggedSet | None = None
    bound: SetForm | None = None

    @property
    def warm_up(self) -> bool:
        return self.number >= WARM_UP_FROM

    @property
    def label(self) -> str:
        """2, or W1 for a warm-up set."""
        return f"W{self.number - WARM_UP_FROM + 1}" if self.warm_up else str(self.number)

    @property
    def target(self) -> dict[str, Any]:
        """Planned for this set; a set more than planned is like the one before it."""
        targets = self.panel.movement.targets
        if self.warm_up:
            return self.panel.warm_up_target
        if self.number <= len(targets):
            target: dict[str, Any] = targets[self.number - 1]
            return target
        before = self.panel.sets[max(self.panel.sets)] if self.panel.sets else None
        if before:
            return {"reps": before.reps, "seconds": before.seconds, "kg": before.kg}
        return targets[-1] if targets else NO_TARGET

    @property
    def last(self) -> dict[str, Any] | None:
        return self.target.get("last") if self.number <= len(self.panel.movement.targets) else None

    @property
    def last_words(self) -> str:
        """12 × 20 in the runner's unit, 40 s; nothing where there was no such set."""
        last = self.last
        if not last:
            return ""
        amount = f"{last['seconds']} s" if last.get("seconds") else str(last.get("reps"))
        kg = last.get("kg")
        return f"{amount} × {load_number(kg, self.panel.units)}" if kg else amount

    @property
    def address(self) -> str:
        return reverse("training:session-set", args=[self.panel.session.pk, self.id])

    @property
    def delete_address(self) -> str:
        return reverse("training:set-delete", args=[self.panel.session.pk, self.id])

    @property
    def form(self) -> SetForm:
        if self.bound:
            return self.bound
        now: dict[str, Any] = self.target
        if self.done:
            now = {"reps": self.done.reps, "seconds": self.done.seconds, "kg": self.done.kg, "rir": self.done.rir}
        kg = now.get("kg")
        text = load_number(kg, self.panel.units) if kg else ""
        told = {name: now.get(name) for name in ("reps", "seconds", "rir")}
        return self._form(initial={**told, "load": text})

    def bind(self, data: QueryDict) -> SetForm:
        self.bound = self._form(data)
        return self.bound

    @property
    def timed(self) -> bool:
        return (self.done or self.panel.movement).variation.timed

    @property
    def loaded(self) -> bool:
        """Whether the load is asked for: bodyweight has none until the runner adds it."""
        variation = (self.done or self.panel.movement).variation
        return variation.loaded or self.panel.weighted or bool(self.done and self.done.kg)

    def _form(self, data: QueryDict | None = None, **options: Any) -> SetForm:
        name = f"set-{self.panel.position}-{self.number}-%s"
        return SetForm(data, timed=self.timed, units=self.panel.units, auto_id=name, **options)


@dataclass
class Panel:
    """One movement of the session with the sets done, by number; warm-up sets apart."""

    session: Session
    movement: PlannedMovement
    units: Units
    sets: dict[int, LoggedSet] = field(default_factory=dict)
    warm_ups: dict[int, LoggedSet] = field(default_factory=dict)
    more: bool = False
    """An empty row is wanted after the planned ones."""
    warmer: bool = False
    """An empty warm-up row is wanted."""
    weighted: bool = False
    """A load is wanted for a variation without one."""
    mistaken: "Row | None" = None
    """The row that holds what was typed wrong."""

    @property
    def position(self) -> int:
        return self.movement.position

    @property
    def skipped(self) -> bool:
        return self.movement.skipped

    @property
    def planned(self) -> int:
        return 0 if self.skipped else len(self.movement.targets)

    @property
    def complete(self) -> bool:
        return self.left == 0

    @property
    def left(self) -> int:
        """Planned sets that are not done."""
        return sum(number not in self.sets for number in range(1, self.planned + 1))

    @property
    def minutes_left(self) -> float:
        seconds = self.movement.predicted_seconds[: self.planned]
        waiting = sum(one for number, one in enumerate(seconds, start=1) if number not in self.sets)
        return waiting / 60 + CHANGE_MINUTES if waiting else 0

    @property
    def loads(self) -> "LoadSteps":
        return LoadSteps(
            loads_of(self.movement.variation, self.movement.exercise.slug, self.session.runner), self.units
        )

    @property
    def warm_up_target(self) -> dict[str, Any]:
        """Half the load of the first working set, or fewer of what it is counted in."""
        first = self.movement.targets[0] if self.movement.targets else NO_TARGET
        kg = first.get("kg")
        if first.get("seconds"):
            return {"seconds": max(1, first["seconds"] // 2), "kg": kg}
        half = self.loads.owned.at_most(kg * WARM_UP_SHARE) if kg else None
        return {"reps": min(WARM_UP_REPS, first.get("reps") or WARM_UP_REPS), "kg": half}

    @property
    def rows(self) -> list[Row]:
        more = self.more and self.complete and not self.skipped
        count = max([len(self.movement.targets), *self.sets]) + (1 if more else 0)
        return [self.row(number) for number in range(1, min(count, MOST_SETS) + 1)]

    @property
    def warm_up_rows(self) -> list[Row]:
        count = max([0, *(number - WARM_UP_FROM + 1 for number in self.warm_ups)]) + (1 if self.warmer else 0)
        return [self.row(WARM_UP_FROM + place) for place in range(min(count, MOST_WARM_UPS))]

    def row(self, number: int) -> Row:
        if self.mistaken and self.mistaken.number == number:
            return self.mistaken
        done = (self.warm_ups if number >= WARM_UP_FROM else self.sets).get(number)
        return Row(self, number, done.pk if done else self.session.set_id(self.position, number), done)

    @property
    def next_number(self) -> int | None:
        """The set that is to be done now."""
        return next((row.number for row in [*self.warm_up_rows, *self.rows] if not row.done), None)

    @property
    def address(self) -> str:
        """The session screen with this movement in focus; editing stays editing."""
        edit = "edit=1&" if self.session.is_done else ""
        return f"{self.session.get_absolute_url()}?{edit}movement={self.position}"

    @property
    def can_have_more(self) -> bool:
        return self.complete and not self.more and len(self.rows) < MOST_SETS

    @property
    def numerals(self) -> Numerals | None:
        """The target in large; without one, what was done."""
        sets = self.movement.targets or [
            {"seconds": one.seconds, "kg": one.kg} if one.seconds else {"reps": one.reps, "kg": one.kg}
            for one in self.sets.values()
        ]
        return numerals(sets, per_leg=self.movement.variation.per_leg, units=self.units) if sets else None

    @property
    def done_words(self) -> str:
        """The sets that were done, in order: 12 · 12 · 10 @ 20 kg."""
        done = [
            {"seconds" if one.seconds else "reps": one.amount, "kg": one.kg} for _, one in sorted(self.sets.items())
        ]
        large = numerals(done, per_leg=any(one.per_leg for one in self.sets.values()), units=self.units)
        return " ".join(filter(None, [large.amounts, large.unit, large.load and f"@ {large.load}"]))

    @property
    def why(self) -> Why | None:
        return why(self.movement.why, self.units)
