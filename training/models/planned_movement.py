"""What was planned in a session: its movements with a target for every set."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Self

from django.db import models

from training.models.session import Session
from training.plan.progression import Explanation, SetDone, SetTarget
from training.plan.workout import SECONDS_PER_REP


def set_as_json(one: SetTarget | SetDone, *, timed: bool) -> dict[str, Any]:
    """{"reps": 12, "kg": 20.0} or {"seconds": 40, "kg": None}."""
    return {"seconds" if timed else "reps": one.amount, "kg": one.kg}


def why_as_json(why: Explanation, suggest: str | None) -> dict[str, Any]:
    """The explanation for keeping; dates become text, as nothing but words is made of them."""
    facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in why.facts.items()}
    return {"rule": why.rule, "facts": facts, "evidence": list(why.evidence), "suggest": suggest}


class PlannedMovement(models.Model):
    """A movement of a session with its target for every set, and why that much."""

    # No index of its own for any of the three, as in LoggedSet; `planned_movement_once` begins with the session.
    session = models.ForeignKey(Session, models.CASCADE, related_name="movements", db_index=False)
    # Which movement of the session it is: the movement's own position among the seven, so that it is the same number on
    # every device. Sessions from before 2026-11-26 and imported ones count their movements instead.
    position = models.PositiveSmallIntegerField()
    # The place in which it is done.
    order = models.PositiveSmallIntegerField()
    exercise = models.ForeignKey("exercises.Exercise", models.PROTECT, related_name="+", db_index=False)
    variation = models.ForeignKey("exercises.Variation", models.PROTECT, related_name="+", db_index=False)
    # One entry a set: {"reps": 12, "kg": 20.0} or {"seconds": 40}; kg is the whole load, None = bodyweight.
    # "last" in it is the set of the same number when this variation was last done, in the same shape.
    targets = models.JSONField()
    rest_seconds = models.PositiveSmallIntegerField(default=60)
    # The explanation of training.plan.progression: rule, facts, evidence, and the variation it suggests.
    why = models.JSONField(default=dict, blank=True)
    # Left out today; its sets, if there are any, stay.
    skipped = models.BooleanField(default=False)
    # When the runner last changed it, on whatever device: of two changes the later one counts.
    changed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "position"]
        constraints = [models.UniqueConstraint(fields=["session", "position"], name="planned_movement_once")]

    def __str__(self) -> str:
        return f"{self.exercise} x {len(self.targets)}"

    def aim(
        self,
        sets: Sequence[SetTarget],
        *,
        last: Sequence[SetDone] = (),
        why: Explanation | None = None,
        suggest: str | None = None,
    ) -> Self:
        """Take these targets, each beside the set of the same number last time; unsaved."""
        timed = self.variation.timed
        self.targets = [set_as_json(one, timed=timed) for one in sets]
        for target, done in zip(self.targets, last, strict=False):
            target["last"] = set_as_json(done, timed=timed)
        self.why = why_as_json(why, suggest) if why else {}
        return self

    @property
    def predicted_seconds(self) -> list[int]:
        """Work and rest of every set, both legs where it is per leg."""
        sides = 2 if self.variation.per_leg else 1
        work = [target.get("seconds") or SECONDS_PER_REP * target.get("reps", 0) for target in self.targets]
        return [seconds * sides + self.rest_seconds for seconds in work]
