"""Every rule the recommender can name: its code, the evidence it stands on, and the facts its words may use.

A `Reason` is a rule applied to one runner: the rule's code, what it cost, and the numbers. Nothing is worded here;
whoever words the reasons finds the complete list in `RULES`. Rules that rest on expert opinion or on our own judgement
cite the nearest row of the evidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class Rule:
    """The numbers of its evidence, and the names of its facts."""

    evidence: tuple[str, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule with this runner's numbers. `cost` is 0 where the rule costs nothing, below 0 where it helps."""

    rule: str
    cost: float
    facts: Mapping[str, object]
    evidence: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """For keeping: rule, facts and evidence; dates become text."""
        facts = {name: value.isoformat() if isinstance(value, date) else value for name, value in self.facts.items()}
        return {"rule": self.rule, "facts": facts, "evidence": list(self.evidence)}

    @classmethod
    def of_json(cls, kept: Mapping[str, Any]) -> "Reason | None":
        """The reason that was kept, without its cost; None for a rule or facts of another version."""
        rule, facts = RULES.get(kept["rule"]), kept["facts"]
        if rule is None or set(rule.facts) != set(facts):
            return None
        read = {name: tuple(value) if isinstance(value, list) else value for name, value in facts.items()}
        dates = {name: date.fromisoformat(str(value)) for name, value in read.items() if name in DATES and value}
        return cls(kept["rule"], 0.0, MappingProxyType(read | dates), tuple(kept["evidence"]))


def because(rule: str, cost: float = 0.0, /, **facts: object) -> Reason:
    """A reason by its code. Raises KeyError for a code that `RULES` does not know."""
    return Reason(rule, cost, MappingProxyType(facts), RULES[rule].evidence)


# Facts of a rule about what a nearby day is: its weekday (Monday = 0), the kind meant, how probable that is, whence it
# is known ("logged", "planned", "inferred", "guess"), and in how many of the last so many of that weekday it was so.
DAY = ("weekday", "kind", "probability", "source", "seen", "weeks")
RACE = ("race_on", "km", "priority", "days")

# The facts that are dates.
DATES = frozenset({"race_on", "session_on", "well_on", "moved_from"})

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        # What a day costs. The same day, for who lifts on easy days ...
        "on-rest-day": Rule(("E20",), DAY),
        "on-cross-day": Rule(("E20",), DAY),
        "on-easy-day": Rule(("E12", "E20"), DAY),
        "on-easy-day-over-an-hour": Rule(("E18", "E20"), ("minutes",)),
        "on-easy-day-with-days-to-spare": Rule(("E16",), ("free",)),
        "on-moderate-day": Rule(("E20", "E16"), DAY),
        "on-hard-day": Rule(("E20", "E16"), DAY),
        "on-long-day": Rule(("E21", "E18"), DAY),
        "on-race-day": Rule(("E23",), DAY),
        # ... and for who stacks on hard days.
        "stack-on-rest-day": Rule(("E19",), DAY),
        "stack-on-cross-day": Rule(("E19",), DAY),
        "stack-on-easy-day": Rule(("E19",), DAY),
        "stack-on-moderate-day": Rule(("E19", "E16"), DAY),
        "stack-on-hard-day": Rule(("E19", "E16"), DAY),
        "stack-on-long-day": Rule(("E21", "E18"), DAY),
        "stack-on-race-day": Rule(("E23",), DAY),
        # The next day.
        "day-before-rest": Rule(("E14",), DAY),
        "day-before-cross": Rule(("E14",), DAY),
        "day-before-easy": Rule(("E12", "E13"), DAY),
        "day-before-moderate": Rule(("E11", "E14"), DAY),
        "day-before-hard": Rule(("E11", "E14"), DAY),
        "day-before-long": Rule(("E21",), DAY),
        "day-before-race": Rule(("E23", "E11"), DAY),
        # Two days on, and the day before.
        "two-days-before-hard": Rule(("E14",), DAY),
        "two-days-before-long": Rule(("E14", "E21"), DAY),
        "two-days-before-race": Rule(("E14", "E23"), DAY),
        "day-after-hard": Rule(("E15",), DAY),
        "day-after-long": Rule(("E21",), DAY),
        "day-after-race": Rule(("E24",), DAY),
        # After a single run much longer than any of late.
        "spike-then-long-tomorrow": Rule(("E33", "E21"), ("probability", "percent")),
        "spike-then-long-yesterday": Rule(("E33", "E21"), ("probability", "percent")),
        # The runner's own week.
        "short-session": Rule(("E25",), ("minutes", "wished_minutes")),
        "preferred-weekday": Rule(("E1",)),
        "habit": Rule(("E1",), ("times", "weeks")),
        # What the whole set of days costs.
        "missing-sessions": Rule(("E25", "E1"), ("missing", "wanted")),
        "uneven-gaps": Rule(("E10",), ("gaps",)),
        "last-day-meets-first": Rule(("E10",)),
        "last-free-day": Rule(("E20",)),
        # Hard constraints H5, H1-H4.
        "red-flag": Rule(("E46",)),
        "red-pain": Rule(("E43", "E46"), ("site",)),
        "fever": Rule(("E27",)),
        "just-well-again": Rule(("E27",), ("well_on",)),
        "not-available": Rule(("E1",)),
        "no-time-left": Rule(("E25",), ("minutes", "run_minutes", "least_minutes")),
        "race-day": Rule(("E23",), ("km", "priority")),
        "race-soon": Rule(("E23",), RACE),
        "race-just-run": Rule(("E24",), RACE),
        "too-soon-after-session": Rule(("E10",), ("session_on", "days")),
        # The runner's own word.
        "skipped": Rule(("E25",), ("why",)),
        "moved-away": Rule(("E25",), ("session_on",)),
        "away": Rule(("E22",)),
        "own-choice": Rule(("E25",), ("moved_from",)),
        # Days that could be, but are not needed. `chosen` are weekdays; `extra` is what the best set with this day
        # would cost more.
        "next-to-strength-day": Rule(("E10",), ("chosen",)),
        "better-days-chosen": Rule(("E1",), ("chosen", "extra")),
        "enough-sessions": Rule(("E25",), ("chosen",)),
        # Light sessions: half the sets, four reps in reserve, nothing new, no lunges or step-ups.
        "light-before-race": Rule(("E23",), RACE),
        "light-after-race": Rule(("E24",), RACE),
        "light-after-illness": Rule(("E27",), ("days",)),
        # Advice that goes with a chosen day.
        "keep-it-short-before-hard": Rule(("E11",), ("weekday", "kind")),
        "keep-it-short-after-long-run": Rule(("E21", "E18")),
        "run-first-leave-3-hours": Rule(("E16", "E17")),
        "if-it-turns-hard-lift-after": Rule(("E17", "E16"), ("weekday", "probability")),
        "no-load-increase-before-race": Rule(("E23",), RACE),
        # H6: why fewer sessions than wished.
        "cap-first-sessions": Rule(("E37",), ("cap", "target", "sessions")),
        "cap-first-weeks": Rule(("E37",), ("cap", "target", "days")),
        "cap-week-before-a-race": Rule(("E23",), ("cap", "target", "days")),
        "cap-ill": Rule(("E27",), ("cap", "target")),
        "cap-after-illness": Rule(("E27",), ("cap", "target", "days")),
        "cap-after-layoff": Rule(("E25", "E22"), ("cap", "target", "days")),
        "cap-after-long-layoff": Rule(("E25", "E22"), ("cap", "target", "days")),
        "cap-after-long-run-spike": Rule(("E33",), ("cap", "target", "percent")),
        # What concerns the whole recommendation.
        "safety-card": Rule(("E46", "E43", "E27")),
        "nothing-feasible": Rule(("E10", "E23")),
        "free-a-weekday": Rule(("E25", "E1"), ("chosen", "wanted", "weekdays")),
        "no-free-lunch": Rule(("E19", "E20"), ("weekdays",)),
        "no-weekly-pattern": Rule(("E11", "E20"), ("regularity", "weeks")),
        "too-few-runs": Rule(("E28", "E20"), ("weeks",)),
        "long-run-spike": Rule(("E33",), ("percent",)),
        "amber-pain": Rule(("E43",), ("pain", "site")),
        "two-weeks-below-target": Rule(("E25", "E1"), ("done", "target")),
    }
)
