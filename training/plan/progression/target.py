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
# So many sessions in a row that left less than two, and the numbers are too hard to grow from.
STALLED_AFTER = 3
# With so many left in reserve in every set the numbers grow by two: one at a time takes months from a timid start.
EASY = 4

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
        half = case.again(min(len(last.sets), ceil(max(len(last.sets), rule.sets) / 2)))
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
        if case.times_spent >= STALLED_AFTER:
            return case.target(TargetRule.STALL, reduced(case.again(len(last.sets)), 0.95, case.rule), percent=5)
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
    kg = case.last.top_kg
    if kg and kg < case.best_kg - HAIR:
        return _raise_load(case, kg, TargetRule.REGAIN)
    if case.before is None or not at_top(case.before, case.rule):
        return case.target(TargetRule.TOP_ONCE, case.again())
    return _raise_load(case, kg) if kg else _harder(case)


def _harder(case: Case, **facts: object) -> Target:
    harder = case.rule.harder(case.variation)
    return case.target(TargetRule.HARDER if harder else TargetRule.TOP_OF_LADDER, case.again(), harder, **facts)


def _climb(case: Case) -> Target:
    """Below the top: a hold grows each time, reps when the last numbers were met twice or RIR says there is room.

    By two where four or more were left in every set.
    """
    rule, last, before = case.rule, case.last, case.before
    met_twice = before is not None and all(
        now.amount >= then.amount for now, then in zip(last.sets, before.sets, strict=False)
    )
    room = rule.unit == "seconds" or last.effort is not None or met_twice
    if not room or len(last.sets) < rule.start_sets:
        return case.target(TargetRule.REPEAT, case.again())
    step = rule.climb * (2 if last.effort is not None and last.effort >= EASY else 1)
    sets = tuple(
        SetTarget(min(one.amount + step, rule.high), one.kg)
        if one.amount < rule.high and place < len(last.sets)
        else one
        for place, one in enumerate(case.again())
    )
    return case.target(TargetRule.CLIMB, sets, step=step)


def _raise_load(case: Case, kg: float, code: TargetRule = TargetRule.RAISE) -> Target:
    rule = case.rule
    to_kg = raised(kg, rule)
    facts: dict[str, object] = {"to_kg": to_kg, "percent": to_kg and round(100 * (to_kg / kg - 1), 1)}
    regains = code is TargetRule.REGAIN
    if to_kg is None or (to_kg > kg * (1 + WEEKLY_RISE) + HAIR and not regains):
        # The next weight is a big step, or there is none: more reps with this one first.
        wide = replace(rule, high=rule.high + WIDER)
        if case.before is None or not (at_top(case.last, wide) and at_top(case.before, wide)):
            wider = _climb(replace(case, rule=wide))
            widen = TargetRule.WIDEN if to_kg else TargetRule.NO_HEAVIER
            return replace(wider, why=case.target(widen, (), to_high=wide.high, **facts).why)
        if to_kg is None:
            return _harder(case, high=wide.high)
    if to_kg > weekly_limit(case.full, case.on):
        return case.target(TargetRule.WEEK_CAP, case.again(), **facts)
    top = case.settled(kg) or kg
    sets = tuple(
        SetTarget(min(one.amount, rule.high) if regains else rule.low, _in_step(one.kg, top, to_kg, rule.steps))
        for one in case.again()
    )
    return case.target(code, sets, best_kg=case.best_kg, **facts)


def _in_step(own: float | None, kg: float, to_kg: float, steps: Loads) -> float | None:
    """A set lighter than the heaviest grows with it as far as the loads let it without overtaking."""
    return own and max(own, to_kg if abs(own - kg) < HAIR else lowered(own, to_kg / kg, steps))


def _towards_heavy(case: Case) -> Target | None:
    """Phase 2: six reps with more load, by 10 % at most, until it is 80 % of the estimated maximum (E40).

    Where nothing can be estimated, as long as sets leave four or more in reserve, and from the last session of phase 1.
    None once the load is there: at four to six reps with two in reserve both formulas of the estimate say 79 to 86 % by
    themselves, so double progression goes on from here.
    """
    rule, last, kg = case.rule, case.last, case.last.top_kg
    if not kg:
        return None
    aim, limit = kg * (1 + WEEKLY_RISE), weekly_limit(case.full, case.on)
    easy = last.effort is not None and last.effort >= EASY
    if not easy and (estimate := estimated_maximum(case.full)):
        if kg >= NEARLY_HEAVY * estimate:
            return None
        aim = min(aim, HEAVY_SHARE * estimate)
    elif not easy and min(one.amount for one in last.sets) <= rule.high:
        return None
    to_kg = rule.steps.at_most(min(aim, limit) + HAIR)
    if not to_kg or to_kg <= kg + HAIR:
        return None
    return case.target(TargetRule.HEAVY, (SetTarget(rule.high, to_kg),) * rule.sets, to_kg=to_kg)
