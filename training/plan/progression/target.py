"""The decision: start, hold, climb, raise, or take something off. First match wins, the cautious rules first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from training.plan.progression.loads import HAIR, WEEK, WEEKLY_RISE, lowered, raised, reduced, weekly_limit
from training.plan.progression.rules import MovementRule
from training.plan.progression.sets import Explanation, Performance, SetTarget, Target, TargetRule

GREEN = 2
AMBER = 5
RESERVE = 2
WIDER = 3
# A session shortened to two sets a movement still shows what there is to show.
FEWEST_SETS = 2

# Days without strength, and what they cost (opinion, between E22 and E25).
REPEAT_AFTER, REDUCE_AFTER, REDUCE_MORE_AFTER, RESTART_AFTER = 10, 21, 35, 63

EVIDENCE: Mapping[TargetRule, tuple[str, ...]] = MappingProxyType(
    {
        TargetRule.FIRST_TIME: ("E37",),
        TargetRule.NEW_VARIATION: ("E38",),
        TargetRule.REPEAT: ("E38",),
        TargetRule.CLIMB: ("E38",),
        TargetRule.TOP_ONCE: ("E37", "E38"),
        TargetRule.RAISE: ("E37", "E38"),
        TargetRule.WIDEN: ("E37", "E38"),
        TargetRule.WEEK_CAP: ("E37",),
        TargetRule.HARDER: ("E38",),
        TargetRule.TOP_OF_LADDER: ("E38",),
        TargetRule.NO_RISE: ("E23",),
        TargetRule.EFFORT: ("E38", "E39"),
        TargetRule.SHORT: ("E38",),
        TargetRule.STEP_BACK: ("E38",),
        TargetRule.EASIER: ("E38",),
        TargetRule.PAIN_AMBER: ("E43",),
        TargetRule.PAIN_RED: ("E43",),
        TargetRule.BREAK_REPEAT: ("E22",),
        TargetRule.BREAK_REDUCE: ("E22", "E25"),
        TargetRule.RESTART: ("E22", "E25"),
    }
)
ON_A_LADDER = {"plank": ("E41",), "calf-raise": ("E38", "E42")}


def next_target(
    rule: MovementRule,
    history: Sequence[Performance],
    *,
    on: date,
    variation: str = "",
    known: bool = False,
    trained: date | None = None,
    may_rise: bool = True,
) -> Target:
    """What to do of this movement and variation on that day (E37, E38, E41, E43).

    `history` holds its past sessions in any order; those after `on` are left out, so that a session entered late for
    an earlier day takes its place in the past. `rule` is the movement's, best through `rule.of(variation)`, with the
    increment of the runner's own weights (`dataclasses.replace`). `known` says that the movement was done before in
    another variation: then the first session has all its sets. `trained` is the day of the last strength session of
    any kind: up to three weeks without this one movement are no break for who trained something else. `may_rise`
    is False where nothing may grow, as before a race.

    Without a load in the last session the numbers are those of bodyweight, and instead of more kilograms the next
    harder variation is suggested.
    """
    past = sorted((done for done in history if done.sets and done.day <= on), key=lambda done: done.day)
    if not past:
        return _start(rule, TargetRule.NEW_VARIATION if known else TargetRule.FIRST_TIME, known=known)
    case = _Case(rule, tuple(past), on, variation, _days_off(past[-1].day, on, trained))
    return _after_break_or_pain(case) or _after_failure(case) or _onward(case, may_rise)


@dataclass(frozen=True, slots=True)
class _Case:
    rule: MovementRule
    past: tuple[Performance, ...]
    on: date
    variation: str
    off: int

    @property
    def full(self) -> tuple[Performance, ...]:
        return tuple(done for done in self.past if not done.light)

    @property
    def last(self) -> Performance:
        """The session whose numbers count: the last that was not kept light, if there is one."""
        return (self.full or self.past)[-1]

    @property
    def before(self) -> Performance | None:
        """The session before the last, if it was at the same load: only then are the two two in a row."""
        if len(self.full) < 2 or abs((self.full[-2].top_kg or 0) - (self.last.top_kg or 0)) > HAIR:
            return None
        return self.full[-2]

    def again(self, count: int | None = None) -> tuple[SetTarget, ...]:
        """The last numbers, set by set; a set more than were done is like the last one done."""
        if count is None:
            first_week = self.on - self.past[0].day < WEEK
            count = max(self.rule.start_sets if first_week else self.rule.sets, len(self.last.sets))
        done = [SetTarget(max(1, one.amount), one.kg) for one in self.last.sets]
        return tuple((done + [done[-1]] * count)[:count])

    def target(
        self, code: TargetRule, sets: tuple[SetTarget, ...], suggest: str | None = None, /, **facts: object
    ) -> Target:
        """A target with its explanation; facts that every sentence may use are filled in."""
        evidence = EVIDENCE[code]
        if code in (TargetRule.HARDER, TargetRule.TOP_OF_LADDER):
            evidence = ON_A_LADDER.get(self.rule.movement, evidence)
        last = {"day": self.last.day, "amounts": tuple(one.amount for one in self.last.sets), "kg": self.last.top_kg}
        known = {"low": self.rule.low, "high": self.rule.high, "unit": self.rule.unit, **last}
        why = Explanation(code, MappingProxyType({**known, **facts}), evidence)
        return Target(sets, self.rule.low, self.rule.high, why, suggest)


def _start(rule: MovementRule, code: TargetRule, *, known: bool, **facts: object) -> Target:
    first = SetTarget(rule.low if known else rule.start)
    sets = (first,) * (rule.sets if known else rule.start_sets)
    known_facts = {"low": rule.low, "high": rule.high, "unit": rule.unit}
    return Target(
        sets, rule.low, rule.high, Explanation(code, MappingProxyType({**known_facts, **facts}), EVIDENCE[code])
    )


def _days_off(last: date, on: date, trained: date | None) -> int:
    own = (on - last).days
    if trained is None or trained > on or own >= REDUCE_AFTER:
        return own
    return min(own, (on - trained).days)


def _after_break_or_pain(case: _Case) -> Target | None:
    off, pain, last, rule = case.off, case.past[-1].pain or 0, case.last, case.rule
    fewer = max(1, len(last.sets) - 1)
    if off >= RESTART_AFTER:
        return _start(case.rule, TargetRule.RESTART, known=False, days=off)
    if off >= REDUCE_MORE_AFTER:
        sets = reduced(case.again(min(2, len(last.sets))), 0.8, rule)
        return case.target(TargetRule.BREAK_REDUCE, sets, days=off, percent=20)
    if pain > AMBER:
        return case.target(TargetRule.PAIN_RED, reduced(case.again(fewer), 0.8, rule), pain=pain, percent=20)
    if off >= REDUCE_AFTER:
        return case.target(TargetRule.BREAK_REDUCE, reduced(case.again(fewer), 0.9, rule), days=off, percent=10)
    if pain > GREEN:
        return case.target(TargetRule.PAIN_AMBER, case.again(len(last.sets)), pain=pain)
    return None


def _after_failure(case: _Case) -> Target | None:
    low, last = case.rule.low, case.last
    if _short(last, low):
        same = case.again(len(last.sets))
        if case.before is None or not _short(case.before, low):
            return case.target(TargetRule.SHORT, same)
        if last.top_kg and lowered(last.top_kg, 0.95, case.rule.increment) < last.top_kg:
            less = tuple(SetTarget(low, lowered(one.kg, 0.95, case.rule.increment)) if one.kg else one for one in same)
            return case.target(TargetRule.STEP_BACK, less, to_kg=max(one.kg or 0 for one in less), percent=5)
        easier = case.rule.easier(case.variation)
        return case.target(TargetRule.EASIER if easier else TargetRule.SHORT, same, easier)
    if case.off >= REPEAT_AFTER:
        return case.target(TargetRule.BREAK_REPEAT, case.again(), days=case.off)
    if last.effort is not None and last.effort < RESERVE:
        return case.target(TargetRule.EFFORT, case.again(), rir=last.effort)
    return None


def _onward(case: _Case, may_rise: bool) -> Target:
    if not may_rise:
        return case.target(TargetRule.NO_RISE, case.again())
    if not _at_top(case.last, case.rule):
        return _climb(case)
    if case.before is None or not _at_top(case.before, case.rule):
        return case.target(TargetRule.TOP_ONCE, case.again())
    if case.last.top_kg:
        return _raise_load(case, case.last.top_kg)
    harder = case.rule.harder(case.variation)
    return case.target(TargetRule.HARDER if harder else TargetRule.TOP_OF_LADDER, case.again(), harder)


def _climb(case: _Case) -> Target:
    """Below the top: a hold grows each time, reps when the last numbers were met twice or RIR says there is room."""
    rule, last, before = case.rule, case.last, case.before
    met_twice = before is not None and all(
        now.amount >= then.amount for now, then in zip(last.sets, before.sets, strict=False)
    )
    room = rule.unit == "seconds" or last.effort is not None or met_twice
    if not room or len(last.sets) < rule.start_sets:
        return case.target(TargetRule.REPEAT, case.again())
    sets = tuple(
        SetTarget(min(one.amount + rule.climb, rule.high), one.kg)
        if one.amount < rule.high and place < len(last.sets)
        else one
        for place, one in enumerate(case.again())
    )
    return case.target(TargetRule.CLIMB, sets, step=rule.climb)


def _raise_load(case: _Case, kg: float) -> Target:
    rule = case.rule
    to_kg = raised(kg, rule)
    facts: dict[str, object] = {"to_kg": to_kg, "percent": round(100 * (to_kg / kg - 1), 1)}
    if to_kg > kg * (1 + WEEKLY_RISE) + HAIR:
        # The next weight is a big step: more reps with this one first.
        wide = replace(rule, high=rule.high + WIDER)
        if case.before is None or not (_at_top(case.last, wide) and _at_top(case.before, wide)):
            wider = _climb(replace(case, rule=wide))
            return replace(wider, why=case.target(TargetRule.WIDEN, (), to_high=wide.high, **facts).why)
    if to_kg > weekly_limit(case.full, case.on):
        return case.target(TargetRule.WEEK_CAP, case.again(), **facts)
    sets = tuple(SetTarget(rule.low, _in_step(one.kg, kg, to_kg, rule.increment)) for one in case.again())
    return case.target(TargetRule.RAISE, sets, **facts)


def _in_step(own: float | None, kg: float, to_kg: float, increment: float) -> float | None:
    """A set lighter than the heaviest grows with it as far as the increment lets it without overtaking."""
    return own and max(own, to_kg if own == kg else lowered(own, to_kg / kg, increment))


def _short(done: Performance, low: int) -> bool:
    return any(one.amount < low for one in done.sets)


def _at_top(done: Performance, rule: MovementRule) -> bool:
    """All sets at the top with two reps left, or two reps over it in the last set (2-for-2, E37), and no pain."""
    if len(done.sets) < min(FEWEST_SETS, rule.sets) or (done.pain or 0) > GREEN:
        return False
    if done.effort is not None and done.effort < RESERVE:
        return False
    over = done.sets[-1].amount >= rule.high + 2 and not _short(done, rule.low)
    return over or all(one.amount >= rule.high for one in done.sets)
