"""The decision: start, hold, climb, raise, or take something off. First match wins, the cautious rules first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from math import ceil

from training.plan.progression.case import GREEN, RESERVE, Case, Hold, at_top, short, written
from training.plan.progression.loads import WEEKLY_RISE, lowered, raised, reduced, weekly_limit
from training.plan.progression.rules import MovementRule
from training.plan.progression.sets import Performance, SetTarget, Target, TargetRule
from training.plan.progression.strength import estimated_maximum
from training.plan.progression.weights import HAIR, Loads

AMBER = 5
WIDER = 3

# Days without strength, and what they cost (opinion, between E22 and E25).
REPEAT_AFTER, REDUCE_AFTER, REDUCE_MORE_AFTER, RESTART_AFTER = 10, 21, 35, 63

# Phase 2 begins at 80 % of the estimated maximum; below 77 % a load is on the way there (E3, E4).
HEAVY_SHARE, NEARLY_HEAVY = 0.80, 0.77


def next_target(
    rule: MovementRule,
    history: Sequence[Performance],
    *,
    on: date,
    variation: str = "",
    known: bool = False,
    trained: date | None = None,
    hold: Hold | None = None,
) -> Target:
    """What to do of this movement and variation on that day (E37, E38, E41, E43).

    `history` holds its past sessions in any order; those after `on` are left out, so that a session entered late for
    an earlier day takes its place in the past. `rule` is the movement's, best through `rule.of(variation)`, and with
    the runner's own weights through `rule.owning(...)`. `known` says that the movement was done before in another
    variation: then the first session has all its sets. `trained` is the day of the last strength session of any kind:
    up to three weeks without this one movement are no break for who trained something else. `hold` is why nothing may
    grow that day, or why it is a deload.

    Without a load in the last session the numbers are those of bodyweight, and instead of more kilograms the next
    harder variation is suggested.
    """
    past = sorted((done for done in history if done.sets and done.day <= on), key=lambda done: done.day)
    if not past:
        return _start(rule, TargetRule.NEW_VARIATION if known else TargetRule.FIRST_TIME, known=known)
    case = Case(rule, tuple(past), on, variation, _days_off(past[-1].day, on, trained), hold)
    return _after_break_or_pain(case) or _after_failure(case) or _onward(case)


def _start(rule: MovementRule, code: TargetRule, *, known: bool, **facts: object) -> Target:
    first = SetTarget(rule.low if known else rule.start)
    return written(rule, code, (first,) * (rule.sets if known else rule.start_sets), **facts)


def _days_off(last: date, on: date, trained: date | None) -> int:
    own = (on - last).days
    if trained is None or trained > on or own >= REDUCE_AFTER:
        return own
    return min(own, (on - trained).days)


def _after_break_or_pain(case: Case) -> Target | None:
    off, now, last, rule = case.off, case.past[-1], case.last, case.rule
    pain, fewer = now.pain or 0, max(1, len(last.sets) - 1)
    if off >= RESTART_AFTER:
        return _start(case.rule, TargetRule.RESTART, known=False, days=off)
    if off >= REDUCE_MORE_AFTER:
        sets = reduced(case.again(min(2, len(last.sets))), 0.8, rule)
        return case.target(TargetRule.BREAK_REDUCE, sets, days=off, percent=20)
    if pain > AMBER or now.morning == "worse":
        code = TargetRule.PAIN_RED if pain > AMBER else TargetRule.PAIN_WORSE
        return case.target(code, reduced(case.again(fewer), 0.8, rule), pain=pain, percent=20)
    if off >= REDUCE_AFTER:
        return case.target(TargetRule.BREAK_REDUCE, reduced(case.again(fewer), 0.9, rule), days=off, percent=10)
    if case.hold and case.hold.rule.is_deload:
        half = case.again(ceil(len(last.sets) / 2))
        return case.target(case.hold.rule, reduced(half, 0.9, rule), percent=10, **case.hold.facts)
    if pain > GREEN or now.morning == "lingering":
        code = TargetRule.PAIN_AMBER if pain > GREEN else TargetRule.PAIN_LINGERS
        return case.target(code, case.again(len(last.sets)), pain=pain)
    return None


def _after_failure(case: Case) -> Target | None:
    low, last = case.rule.low, case.last
    if short(last, low):
        same = case.again(len(last.sets))
        if case.before is None or not short(case.before, low):
            return case.target(TargetRule.SHORT, same)
        return _step_back(case, same)
    if case.off >= REPEAT_AFTER:
        return case.target(TargetRule.BREAK_REPEAT, case.again(), days=case.off)
    if last.effort is not None and last.effort < RESERVE:
        return case.target(TargetRule.EFFORT, case.again(), rir=last.effort)
    return None


def _step_back(case: Case, same: tuple[SetTarget, ...]) -> Target:
    """5 % less, to the bottom of the range; without a load that can be less, an easier rung."""
    low, steps, kg = case.rule.low, case.rule.steps, case.last.top_kg
    if kg and lowered(kg, 0.95, steps) < kg:
        less = tuple(SetTarget(low, lowered(one.kg, 0.95, steps)) if one.kg else one for one in same)
        return case.target(TargetRule.STEP_BACK, less, to_kg=max(one.kg or 0 for one in less), percent=5)
    easier = case.rule.easier(case.variation)
    return case.target(TargetRule.EASIER if easier else TargetRule.SHORT, same, easier)


def _onward(case: Case) -> Target:
    if case.hold:
        return case.target(case.hold.rule, case.again(), **case.hold.facts)
    if case.rule.heavy and (heavy := _towards_heavy(case)):
        return heavy
    if not at_top(case.last, case.rule):
        return _climb(case)
    if case.before is None or not at_top(case.before, case.rule):
        return case.target(TargetRule.TOP_ONCE, case.again())
    if case.last.top_kg:
        return _raise_load(case, case.last.top_kg)
    return _harder(case)


def _harder(case: Case, **facts: object) -> Target:
    harder = case.rule.harder(case.variation)
    return case.target(TargetRule.HARDER if harder else TargetRule.TOP_OF_LADDER, case.again(), harder, **facts)


def _climb(case: Case) -> Target:
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


def _raise_load(case: Case, kg: float) -> Target:
    rule = case.rule
    to_kg = raised(kg, rule)
    facts: dict[str, object] = {"to_kg": to_kg, "percent": to_kg and round(100 * (to_kg / kg - 1), 1)}
    if to_kg is None or to_kg > kg * (1 + WEEKLY_RISE) + HAIR:
        # The next weight is a big step, or there is none: more reps with this one first.
        wide = replace(rule, high=rule.high + WIDER)
        if case.before is None or not (at_top(case.last, wide) and at_top(case.before, wide)):
            code = TargetRule.WIDEN if to_kg else TargetRule.NO_HEAVIER
            wider = _climb(replace(case, rule=wide))
            return replace(wider, why=case.target(code, (), to_high=wide.high, **facts).why)
        if to_kg is None:
            return _harder(case, high=wide.high)
    if to_kg > weekly_limit(case.full, case.on):
        return case.target(TargetRule.WEEK_CAP, case.again(), **facts)
    top = case.settled(kg) or kg
    sets = tuple(SetTarget(rule.low, _in_step(one.kg, top, to_kg, rule.steps)) for one in case.again())
    return case.target(TargetRule.RAISE, sets, **facts)


def _in_step(own: float | None, kg: float, to_kg: float, steps: Loads) -> float | None:
    """A set lighter than the heaviest grows with it as far as the loads let it without overtaking."""
    return own and max(own, to_kg if abs(own - kg) < HAIR else lowered(own, to_kg / kg, steps))


def _towards_heavy(case: Case) -> Target | None:
    """Phase 2: up to 80 % of the estimated maximum (E40), by 10 % a week at most; there six reps leave two in reserve.

    None once the load is there, and where nothing can be estimated: double progression goes on from here with few
    reps. At four to six reps with two in reserve both formulas of the estimate say 79 to 86 % by themselves.
    """
    kg, estimate = case.last.top_kg, estimated_maximum(case.full)
    if not kg or not estimate or kg >= NEARLY_HEAVY * estimate:
        return None
    rule = case.rule
    to_kg = rule.steps.at_most(min(HEAVY_SHARE * estimate, weekly_limit(case.full, case.on)))
    if not to_kg or to_kg <= kg + HAIR:
        return None
    percent = round(100 * to_kg / estimate)
    return case.target(TargetRule.HEAVY, (SetTarget(rule.high, to_kg),) * rule.sets, to_kg=to_kg, percent=percent)
