"""What the session screen's script knows: the whole session as data, so that it goes on without a connection."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from exercises.models import Exercise, Variation
from training.models import LoggedSet, PlannedMovement, Runner
from training.models.draft import Draft
from training.models.past_sets import PastSets
from training.models.session import WARM_UP_FROM
from training.models.upcoming import Guides
from training.plan.progression.ladders import can_be_done
from training.plan.workout import CHANGE_MINUTES, SECONDS_PER_REP, warm_up_minutes
from training.views.sessions.panel import MOST_SETS, MOST_WARM_UPS, LoadSteps, Panel, loads_of
from training.views.sessions.screen import Screen
from training.wording.target import numerals, why


@dataclass(frozen=True, slots=True)
class SessionState:
    """The screen as data; one query for a session that can still change, none for one that is only edited."""

    runner: Runner
    screen: Screen
    past: PastSets | None
    """What was done before; None for a session that is only edited, in which nothing is swapped any more."""
    draft: Draft | None = None

    def as_json(self) -> dict[str, Any]:
        """Loads in kilograms, times in seconds unless named, moments as ISO 8601 in UTC."""
        session, units = self.screen.session, self.runner.measures
        there = {panel.movement.exercise.slug: panel for panel in self.screen.panels}
        guides = self.draft.guides if self.draft else None
        ladders = (guides or Guides.load()).ladders if self.past else {}
        added = [ladder[0].exercise for slug, ladder in ladders.items() if slug not in there]
        return {
            "id": str(session.pk),
            "runner": self.runner.pk,
            "status": session.status,
            "day": session.day.isoformat(),
            "light": session.light,
            "plan": self.draft.sealed() if self.draft else None,
            "startedAt": moment(session.started_at),
            "changedAt": moment(session.changed_at),
            "kgPerLoad": units.kg_per_load,
            "load": units.load,
            "logsRir": self.runner.logs_rir,
            "mostSets": MOST_SETS,
            "mostWarmUps": MOST_WARM_UPS,
            "warmUpFrom": WARM_UP_FROM,
            "warmUpSeconds": warm_up_minutes(len(self.screen.panels)) * 60,
            "pace": self.screen.pace,
            "changeSeconds": CHANGE_MINUTES * 60,
            "secondsPerRep": SECONDS_PER_REP,
            "movements": [self._panel(panel, ladders) for panel in self.screen.panels],
            "others": [self._movement(exercise, ladders[exercise.slug]) for exercise in added],
            "ownSets": self.screen.own_sets,
            "sets": [set_as_json(one) for one in self.screen.logged.values()],
        }

    def _panel(self, panel: Panel, ladders: dict[str, list[Variation]]) -> dict[str, Any]:
        movement = panel.movement
        ladder = ladders.get(movement.exercise.slug, [movement.variation])
        # What was planned stands, whatever the same variation would be given now.
        own = self._rung(movement.variation, movement)
        rungs = [own if rung == movement.variation else self._next(rung) for rung in ladder]
        return {
            "position": panel.position,
            "order": movement.order,
            "skipped": movement.skipped,
            "exercise": movement.exercise.slug,
            "name": movement.exercise.name,
            "guide": movement.exercise.get_absolute_url(),
            "variation": movement.variation.slug,
            "rest": movement.rest_seconds,
            "warmUp": panel.warm_up_target,
            "suggest": movement.why.get("suggest"),
            "changedAt": moment(movement.changed_at),
            "rungs": rungs if own in rungs else [own, *rungs],
        }

    def _movement(self, exercise: Exercise, ladder: list[Variation]) -> dict[str, Any]:
        """A movement that is not in the session, to be added."""
        usual = next((rung for rung in ladder if rung.is_default), ladder[0])
        return {
            "position": exercise.position,
            "order": 0,
            "skipped": False,
            "exercise": exercise.slug,
            "name": exercise.name,
            "guide": exercise.get_absolute_url(),
            "variation": usual.slug,
            "rest": exercise.rest_seconds,
            "warmUp": None,
            "suggest": None,
            "changedAt": None,
            "rungs": [self._next(rung) for rung in ladder],
        }

    def _next(self, rung: Variation) -> dict[str, Any]:
        """A rung that could be done instead, with its own targets."""
        if self.past is None:
            return self._rung(rung, PlannedMovement(variation=rung, targets=[]))
        beside = [panel.movement.variation for panel in self.screen.panels]
        planned = self.past.planned(rung, beside=beside, light=self.screen.session.light)
        return self._rung(rung, planned) | {"missing": not can_be_done(rung.slug, self.past.equipment)}

    def _rung(self, rung: Variation, planned: PlannedMovement) -> dict[str, Any]:
        units = self.runner.measures
        loads = LoadSteps(loads_of(rung, rung.exercise.slug, self.runner), units)
        large = numerals(planned.targets, per_leg=rung.per_leg, units=units) if planned.targets else None
        said = why(planned.why, units)
        return {
            "slug": rung.slug,
            "name": rung.name,
            "drawing": rung.get_loop_url(),
            "perLeg": rung.per_leg,
            "timed": rung.timed,
            "loaded": rung.loaded,
            "loads": {"first": loads.first, "step": loads.step, "only": loads.only},
            "targets": planned.targets,
            "amounts": large.amounts if large else "",
            "unit": large.unit if large else "",
            "load": large.load if large else "",
            "alike": bool(large and large.alike),
            "why": said.text if said else "",
        }


def moment(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def set_as_json(one: LoggedSet) -> dict[str, Any]:
    """As the API gives it."""
    return {
        "id": str(one.pk),
        "exercise": one.exercise.slug,
        "variation": one.variation.slug,
        "position": one.position,
        "number": one.number,
        "reps": one.reps,
        "seconds": one.seconds,
        "kg": one.kg,
        "rir": one.rir,
        "warm_up": one.warm_up,
        "removed": one.removed,
        "logged_at": moment(one.logged_at),
        "changed_at": moment(one.changed_at),
    }
