"""Phase 2: squat and deadlift heavy, three sets of four to six. Who may, and what is still missing."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum

from training.plan.progression.case import GREEN
from training.plan.progression.rules import MovementRule
from training.plan.progression.state import Lift, RunnerState
from training.plan.progression.target import RESTART_AFTER

RUNGS = frozenset({"goblet-squat", "front-squat", "back-squat", "dumbbell-romanian-deadlift", "barbell-deadlift"})
LOW, HIGH = 4, 6
REST_SECONDS = 150

SESSIONS = 12
WEEKS, A_WEEK = 6, 2
WITHOUT_PAIN = timedelta(days=14)
# A rung is learnt with more reps before it gets heavy.
LEARNT = 3


class Missing(StrEnum):
    """What keeps the gate shut."""

    SESSIONS = "sessions"
    WEEKS = "weeks"
    PAIN = "pain"
    WEIGHTS = "weights"


@dataclass(frozen=True, slots=True)
class Gate:
    """Whether phase 2 may begin: `missing` is empty then. `sessions` of 12 are done, `recent` of 12 in six weeks."""

    missing: tuple[Missing, ...]
    sessions: int
    recent: int

    @property
    def open(self) -> bool:
        return not self.missing


def phase_two(state: RunnerState) -> Gate:
    """The gate: 12 sessions, two a week for six weeks, no pain over 2 for two, and weights (E3, E4; numbers: opinion).

    The six weeks end with the last session, so that the gate does not shut between two of them; a week may have one if
    another has three, but none may be empty.
    """
    last = state.last.day if state.last else state.on
    back = [(last - session.day).days // 7 for session in state.sessions]
    recent = [week for week in back if week < WEEKS]
    hurt = state.pain > GREEN or any(
        (session.pain or 0) > GREEN and state.on - session.day < WITHOUT_PAIN for session in state.sessions
    )
    missing = {
        Missing.SESSIONS: len(back) < SESSIONS,
        Missing.WEEKS: len(recent) < WEEKS * A_WEEK or len(set(recent)) < WEEKS,
        Missing.PAIN: hurt,
        Missing.WEIGHTS: not state.has_weights,
    }
    return Gate(tuple(one for one, lacks in missing.items() if lacks), len(back), len(recent))


def rule_in_phase(lift: Lift, state: RunnerState, gate: Gate) -> MovementRule:
    """The movement's rule, with four to six reps and long rests where this rung is in phase 2.

    Once a rung is heavy it stays so until a break starts everything anew: the gate is one of entry, and what hurts or
    fails afterwards has its own rules.
    """
    full = [done for done in lift.history if not done.light and done.day <= state.on]
    if not state.wants_heavy or lift.variation not in RUNGS or len(full) < LEARNT or not full[-1].top_kg:
        return lift.rule
    is_heavy = (
        max(one.amount for one in full[-1].sets) < lift.rule.low and (state.on - full[-1].day).days < RESTART_AFTER
    )
    if not (gate.open or (is_heavy and gate.sessions >= SESSIONS)):
        return lift.rule
    return replace(lift.rule, low=LOW, high=HIGH, start=LOW, start_sets=3, sets=3, rest=REST_SECONDS, heavy=True)
