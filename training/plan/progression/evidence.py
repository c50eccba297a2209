"""The evidence behind each rule of a target, by its number."""

from collections.abc import Mapping
from types import MappingProxyType

from training.plan.progression.sets import DELOADS, TargetRule

EVIDENCE: Mapping[TargetRule, tuple[str, ...]] = MappingProxyType(
    {
        TargetRule.FIRST_TIME: ("E37",),
        TargetRule.NEW_VARIATION: ("E38",),
        TargetRule.REPEAT: ("E38",),
        TargetRule.CLIMB: ("E38",),
        TargetRule.TOP_ONCE: ("E37", "E38"),
        TargetRule.RAISE: ("E37", "E38"),
        TargetRule.REGAIN: ("E22", "E37"),
        TargetRule.WIDEN: ("E37", "E38"),
        TargetRule.WEEK_CAP: ("E37",),
        TargetRule.HARDER: ("E38",),
        TargetRule.TOP_OF_LADDER: ("E38",),
        TargetRule.NO_HEAVIER: ("E38",),
        TargetRule.HEAVY: ("E3", "E4", "E40"),
        TargetRule.WAIT: ("E37",),
        TargetRule.NO_RISE: ("E23", "E25"),
        TargetRule.MAINTAIN: ("E25",),
        TargetRule.EFFORT: ("E38", "E39"),
        TargetRule.STALL: ("E38", "E39"),
        TargetRule.SHORT: ("E38",),
        TargetRule.STEP_BACK: ("E38",),
        TargetRule.EASIER: ("E38",),
        TargetRule.PAIN_AMBER: ("E43",),
        TargetRule.PAIN_RED: ("E43",),
        TargetRule.PAIN_TOLD: ("E43",),
        TargetRule.PAIN_LINGERS: ("E43",),
        TargetRule.PAIN_WORSE: ("E43",),
        **dict.fromkeys(DELOADS, ("E26",)),
        TargetRule.DELOAD_ILL: ("E26", "E27"),
        TargetRule.DELOAD_SPIKE: ("E26", "E33"),
        TargetRule.BREAK_REPEAT: ("E22",),
        TargetRule.BREAK_REDUCE: ("E22", "E25"),
        TargetRule.RESTART: ("E22", "E25"),
    }
)
ON_A_LADDER: Mapping[str, tuple[str, ...]] = MappingProxyType({"plank": ("E41",), "calf-raise": ("E38", "E42")})


def evidence_for(rule: TargetRule, movement: str) -> tuple[str, ...]:
    """That of the rule; at the top of a ladder that of the movement, where it has some of its own."""
    if rule in (TargetRule.HARDER, TargetRule.TOP_OF_LADDER):
        return ON_A_LADDER.get(movement, EVIDENCE[rule])
    return EVIDENCE[rule]
