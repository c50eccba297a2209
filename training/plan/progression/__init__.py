"""What next: the numbers of the coming session of one movement, from the sessions done so far.

Double progression (E37, E38): first every set climbs to the top of the movement's range, and when all sets were there
two sessions in a row the load rises by about 5 % and the reps go back to the bottom. Without a load the next harder
variation is suggested instead. A session starts from the last one's numbers, set by set; effort, pain, failed sets
and a break hold them or take something off.
"""

from training.plan.progression.rules import RULES, MovementRule
from training.plan.progression.sets import Explanation, Performance, SetDone, SetTarget, Target, TargetRule
from training.plan.progression.strength import e1rm
from training.plan.progression.target import next_target

__all__ = [
    "RULES",
    "Explanation",
    "MovementRule",
    "Performance",
    "SetDone",
    "SetTarget",
    "Target",
    "TargetRule",
    "e1rm",
    "next_target",
]
