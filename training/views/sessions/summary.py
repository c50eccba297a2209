from dataclasses import dataclass
from typing import Any

from training.models import PlannedMovement, Runner
from training.models.muscle_work import MuscleWork
from training.models.past_sets import PastSets
from training.views.sessions.panel import Panel
from training.views.sessions.screen import Screen
from training.wording.gains import Lifted, gains
from training.wording.pain import light
from training.wording.target import Numerals, Why, numerals, why


@dataclass(frozen=True, slots=True)
class Coming:
    """A movement's target for next time, with the reason and the variation worth trying."""

    panel: Panel
    numerals: Numerals
    why: Why | None


def summary(runner: Runner, screen: Screen) -> dict[str, Any]:
    """What the page of a done session shows, which knows whether it `has_later`; at most three queries."""
    session = screen.session
    # An older session says nothing of what is next.
    newest = not session.has_later
    following = coming(runner, screen) if newest else []
    return {
        "muscle_work": MuscleWork.of(screen.sets_done),
        "is_newest": newest,
        "session": session,
        "screen": screen,
        "gains": gains([lifted(panel) for panel in screen.panels], runner.measures),
        "coming": following,
        "coming_why": shared_why(following),
        "pain": light(session.pain) if session.pain is not None else None,
    }


def shared_why(following: list[Coming]) -> Why | None:
    """The reason that holds for all movements, such as pain, to be said once."""
    reasons = [one.why for one in following]
    return reasons[0] if len(reasons) > 1 and len({why and why.text for why in reasons}) == 1 else None


def lifted(panel: Panel) -> Lifted:
    """The planned sets that were done, each beside the set of the same number last time."""
    both = [
        ({"reps": panel.sets[number].reps, "seconds": panel.sets[number].seconds, "kg": panel.sets[number].kg}, last)
        for number, target in enumerate(panel.movement.targets, start=1)
        if number in panel.sets and (last := target.get("last"))
    ]
    return Lifted(panel.movement.exercise.name, [now for now, _ in both], [last for _, last in both])


def coming(runner: Runner, screen: Screen) -> list[Coming]:
    """Next time's targets of the movements that were done; one query."""
    past = PastSets.of(runner, screen.session.day)
    found = []
    for panel in screen.panels:
        if not panel.sets:
            continue
        variation = panel.movement.variation
        variation.exercise = panel.movement.exercise
        target = past.next_target(variation)
        planned = PlannedMovement(variation=variation).aim(target.sets, why=target.why, suggest=target.suggest)
        large = numerals(planned.targets, per_leg=variation.per_leg, units=runner.measures)
        found.append(Coming(panel, large, why(planned.why, runner.measures)))
    return found
