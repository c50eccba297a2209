"""One movement on one day with all that is known of it: what the rules look at, and how a target is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from training.plan.progression.evidence import evidence_for
from training.plan.progression.loads import WEEK
from training.plan.progression.rules import MovementRule
from training.plan.progression.sets import Explanation, Performance, SetTarget, Target, TargetRule
from training.plan.progression.weights import HAIR

GREEN = 2
RESERVE = 2
# A session shortened to two sets a movement still shows what there is to show.
FEWEST_SETS = 2
# Days for which a load counts as lifted before.
REMEMBERED = 84


@dataclass(frozen=True, slots=True)
class Hold:
    """Why nothing may grow on a day, whatever the movement did: a race, a deload, pain, one session a week."""

    rule: TargetRule
    facts: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Case:
    """`past` are the sessions of one variation up to `on`, oldest first; `off` the days since strength."""

    rule: MovementRule
    past: tuple[Performance, ...]
    on: date
    variation: str
    off: int
    hold: Hold | None = None

    @cached_property
    def full(self) -> tuple[Performance, ...]:
        return tuple(done for done in self.past if not done.light)

    @cached_property
    def last(self) -> Performance:
        """The session whose numbers count: the last that was not kept light, if there is one."""
        return (self.full or self.past)[-1]

    @cached_property
    def before(self) -> Performance | None:
        """The session before the last, if it was at the same load: only then are the two two in a row."""
        if len(self.full) < 2 or abs((self.full[-2].top_kg or 0) - (self.last.top_kg or 0)) > HAIR:
            return None
        return self.full[-2]

    @property
    def times_at_top(self) -> int:
        """How many of the last sessions at this load were all at the top, without a gap."""
        count, kg = 0, self.last.top_kg or 0
        for done in reversed(self.full):
            if abs((done.top_kg or 0) - kg) > HAIR or not at_top(done, self.rule):
                break
            count += 1
        return count

    @property
    def times_spent(self) -> int:
        """How many of the last sessions at this load left less than two in reserve, without a gap."""
        count, kg = 0, self.last.top_kg or 0
        for done in reversed(self.full):
            if abs((done.top_kg or 0) - kg) > HAIR or done.effort is None or done.effort >= RESERVE:
                break
            count += 1
        return count

    @property
    def best_kg(self) -> float:
        """The heaviest load that was lifted through the range lately: strength once there comes back sooner (E22)."""
        lately = (
            done for done in self.full if (self.on - done.day).days <= REMEMBERED and not short(done, self.rule.low)
        )
        return max((done.top_kg or 0 for done in lately), default=0.0)

    def again(self, count: int | None = None) -> tuple[SetTarget, ...]:
        """The last numbers, set by set, with loads that there are; a set more than were done is like the last one."""
        rule, done = self.rule, self.last.sets
        if count is None:
            first_week = self.on - self.past[0].day < WEEK
            count = len(done) if self.hold else max(rule.start_sets if first_week else rule.sets, len(done))
        most = rule.high if rule.heavy else max(one.amount for one in done)
        sets = [SetTarget(max(1, min(one.amount, most)), self.settled(one.kg)) for one in done]
        return tuple((sets + [sets[-1]] * count)[:count])

    def settled(self, kg: float | None) -> float | None:
        """The load itself, or the one below it that the runner owns; a lighter one than any owned stays as it was."""
        if not kg or not self.rule.steps.told:
            return kg
        return self.rule.steps.at_most(kg) or kg

    def target(
        self, code: TargetRule, sets: tuple[SetTarget, ...], suggest: str | None = None, /, **facts: object
    ) -> Target:
        """A target with its explanation; facts that every sentence may use are filled in."""
        last = {"day": self.last.day, "amounts": tuple(one.amount for one in self.last.sets), "kg": self.last.top_kg}
        return written(self.rule, code, sets, suggest, **{**last, **facts})


def written(
    rule: MovementRule, code: TargetRule, sets: tuple[SetTarget, ...], suggest: str | None = None, /, **facts: object
) -> Target:
    known = {"low": rule.low, "high": rule.high, "unit": rule.unit}
    why = Explanation(code, MappingProxyType({**known, **facts}), evidence_for(code, rule.movement))
    return Target(sets, rule.low, rule.high, why, suggest, rule.rest)


def short(done: Performance, low: int) -> bool:
    """Whether a set fell below the range."""
    return any(one.amount < low for one in done.sets)


def at_top(done: Performance, rule: MovementRule) -> bool:
    """All sets at the top with two reps left, or two reps over it in the last set (2-for-2, E37), and no pain."""
    if len(done.sets) < min(FEWEST_SETS, rule.sets) or (done.pain or 0) > GREEN:
        return False
    if done.morning in ("lingering", "worse") or (done.effort is not None and done.effort < RESERVE):
        return False
    over = done.sets[-1].amount >= rule.high + 2 and not short(done, rule.low)
    return over or all(one.amount >= rule.high for one in done.sets)
