"""The targets of a whole session: what each movement asks for, held together by what the runner can take."""

from collections.abc import Sequence
from dataclasses import replace

from training.plan.constraints import NO_LOAD_INCREASE_BEFORE
from training.plan.progression.case import GREEN, Case, Hold
from training.plan.progression.deload import WEEK, deload
from training.plan.progression.heavy import SESSIONS, phase_two, rule_in_phase
from training.plan.progression.sets import Target, TargetRule
from training.plan.progression.state import Lift, RunnerState
from training.plan.progression.target import next_target

RISE_AT_ONCE = 2
SETS_TO_KEEP = 2

# Who rises first when more than two are ready and none waited longer: the heaviest lifts (E3, E4).
HEAVIEST_FIRST = ("squat", "deadlift", "lunge", "step-up", "glute-bridge", "calf-raise", "plank")

STEPPED_BACK = frozenset({TargetRule.STEP_BACK, TargetRule.EASIER})


def session_targets(lifts: Sequence[Lift], state: RunnerState, *, others: Sequence[Lift] = ()) -> dict[str, Target]:
    """What to do of each movement of a session, by slug: one variation of each, on the day of `state`.

    `others` are the runner's other lifts; they matter to whether it is time for a deload. Nothing rises while a hold
    is on (before an A race, with one session a week, after pain anywhere), and at most two movements rise at once.
    Sets are cut to two where strength is only kept (E25), and to half in a deload (E26).
    """
    return targets_under(hold_on([*lifts, *others], state), lifts, state)


def hold_on(lifts: Sequence[Lift], state: RunnerState) -> Hold | None:
    """Why nothing rises on the day, whatever the movements did, or why it is a deload; from all the runner's lifts."""
    keeping = _keeping(state)
    easing = None if keeping else deload(state, _stepping_back(lifts, state))
    return easing or _pain(state) or keeping


def targets_under(hold: Hold | None, lifts: Sequence[Lift], state: RunnerState) -> dict[str, Target]:
    """`session_targets` where the day's hold is known already: it is the same for every session that may come."""
    gate = phase_two(state)
    lifts = [replace(lift, rule=rule_in_phase(lift, state, gate)) for lift in lifts]
    targets = {lift.movement: _target(lift, state, hold) for lift in lifts}
    if _keeping(state):
        return {movement: replace(one, sets=one.sets[:SETS_TO_KEEP]) for movement, one in targets.items()}
    return _two_at_once(lifts, targets, state)


def _target(lift: Lift, state: RunnerState, hold: Hold | None) -> Target:
    trained = state.last.day if state.last else None
    return next_target(
        lift.rule,
        lift.history,
        on=state.on,
        variation=lift.variation,
        known=lift.known,
        trained=trained,
        hold=hold,
    )


def _pain(state: RunnerState) -> Hold | None:
    """Pain in the last session holds all movements, also those that were not in it; so does pain told since (E43)."""
    last = state.last
    if last and (last.pain or 0) > GREEN:
        return Hold(TargetRule.PAIN_AMBER, {"pain": last.pain})
    if state.pain > GREEN:
        return Hold(TargetRule.PAIN_TOLD, {"pain": state.pain})
    if last and last.morning in ("lingering", "worse"):
        return Hold(TargetRule.PAIN_LINGERS)
    return None


def _keeping(state: RunnerState) -> Hold | None:
    """Strength is kept, not built: in the two weeks before an A race (E23), and with one session a week (E25).

    A beginner with one session a week still builds up: there is nothing to keep before a dozen sessions.
    """
    days = (state.race - state.on).days if state.race else -1
    if 0 <= days <= NO_LOAD_INCREASE_BEFORE["A"]:
        return Hold(TargetRule.NO_RISE, {"days": days})
    if state.per_week == 1 and len(state.sessions) >= SESSIONS:
        return Hold(TargetRule.MAINTAIN)
    return None


def _stepping_back(lifts: Sequence[Lift], state: RunnerState) -> int:
    """How many movements have failed twice in a row, the second time in the last week."""
    gate = phase_two(state)
    lately = [
        replace(lift, rule=rule_in_phase(lift, state, gate))
        for lift in lifts
        if lift.history and state.on - lift.history[-1].day < WEEK
    ]
    return len({lift.movement for lift in lately if _target(lift, state, None).why.rule in STEPPED_BACK})


def _two_at_once(lifts: Sequence[Lift], targets: dict[str, Target], state: RunnerState) -> dict[str, Target]:
    """At most two movements rise: those that waited longest, of these the heaviest lifts; the others wait.

    A harder rung is only suggested, and may be for weeks: it never takes the place of a load, and a suggestion that
    was made before not that of a new one.
    """

    def order(movement: str) -> tuple[bool, int, int]:
        suggested, times = targets[movement].why.rule is TargetRule.HARDER, cases[movement].times_at_top
        return suggested, times if suggested else -times, HEAVIEST_FIRST.index(movement)

    cases = {lift.movement: _case(lift, state) for lift in lifts if targets[lift.movement].why.rule.is_rise}
    rising = sorted(cases, key=order)
    first = tuple(rising[:RISE_AT_ONCE])
    waiting = {
        movement: cases[movement].target(TargetRule.WAIT, cases[movement].again(), ahead=first)
        for movement in rising[RISE_AT_ONCE:]
    }
    return {**targets, **waiting}


def _case(lift: Lift, state: RunnerState) -> Case:
    past = sorted((done for done in lift.history if done.sets and done.day <= state.on), key=lambda done: done.day)
    return Case(lift.rule, tuple(past), state.on, lift.variation, 0)
