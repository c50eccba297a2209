"""What next: the numbers of the coming session of one movement, from the sessions done so far.

Double progression (E37, E38): first every set climbs to the top of the movement's range, and when all sets were there
two sessions in a row the load rises by about 5 % and the reps go back to the bottom. Without a load the next harder
variation is suggested instead. A session starts from the last one's numbers, set by set; effort, pain, failed sets
and a break hold them or take something off. That is one movement (`next_target`); `session_targets` holds the movements
of a session together: at most two rise at once, none before a race or while something hurts, and every fifth week is
a deload. Loads are such as the runner owns (`Weights`).
"""

from training.plan.progression.case import Hold
from training.plan.progression.heavy import Gate, Missing, phase_two
from training.plan.progression.rules import RULES, MovementRule
from training.plan.progression.session import hold_on, session_targets, targets_under
from training.plan.progression.sets import Explanation, Performance, SetDone, SetTarget, Target, TargetRule
from training.plan.progression.state import Lift, RunnerState, SessionFacts
from training.plan.progression.strength import e1rm
from training.plan.progression.target import next_target
from training.plan.progression.weights import KILOGRAMS, POUNDS, Held, Loads, Weights

__all__ = [
    "KILOGRAMS",
    "POUNDS",
    "RULES",
    "Explanation",
    "Gate",
    "Held",
    "Hold",
    "Lift",
    "Loads",
    "Missing",
    "MovementRule",
    "Performance",
    "RunnerState",
    "SessionFacts",
    "SetDone",
    "SetTarget",
    "Target",
    "TargetRule",
    "Weights",
    "e1rm",
    "hold_on",
    "next_target",
    "phase_two",
    "session_targets",
    "targets_under",
]
