"""The targets of a whole session: what may rise beside what, and what holds everything."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases import for_every
from tests.training.plan.lifts import TODAY, did, shown
from training.plan.progression import (
    KILOGRAMS,
    POUNDS,
    RULES,
    Lift,
    Performance,
    RunnerState,
    SessionFacts,
    Target,
    Weights,
    session_targets,
)
from training.plan.progression.ladders import HELD
from training.plan.progression.sets import MorningAfter

DAY = timedelta(days=1)

LOADED = {
    "squat": "back-squat",
    "deadlift": "barbell-deadlift",
    "lunge": "dumbbell-lunge",
    "glute-bridge": "loaded-hip-thrust",
    "step-up": "loaded-step-up",
    "calf-raise": "loaded-calf-raise",
    "plank": "forearm-plank",
}
OWN = Weights(bar=15, plate=0.5, dumbbells=(2, 5, 7, 10, 12, 20), told=frozenset(HELD.values()))


def lift(movement: str, *history: Performance, rung: str | None = None, weights: Weights = KILOGRAMS) -> Lift:
    rung = rung or LOADED[movement]
    return Lift(RULES[movement].of(rung).owning(rung, weights), rung, tuple(history), known=True)


def state(*agos: int, **facts: object) -> RunnerState:
    sessions = tuple(SessionFacts(TODAY - ago * DAY, "A") for ago in sorted(agos, reverse=True))
    return replace(RunnerState(TODAY, sessions), **facts)  # type: ignore[arg-type]


def ready(movement: str, times: int = 2) -> Lift:
    """At the top with room for a whole step of load, so many sessions in a row."""
    high = RULES[movement].of(LOADED[movement]).high
    return lift(movement, *(did(7 * n + 3, " ".join(3 * [f"{high}x100"])) for n in range(times, 0, -1)))


def rules(targets: dict[str, Target]) -> dict[str, str]:
    return {movement: str(target.why.rule) for movement, target in targets.items()}


NOW = state(3, 7, 10)


def test_two_rise_the_heaviest_lifts_first() -> None:
    targets = session_targets([ready("calf-raise"), ready("glute-bridge"), ready("deadlift"), ready("squat")], NOW)
    assert rules(targets) == {"squat": "raise", "deadlift": "raise", "glute-bridge": "wait", "calf-raise": "wait"}
    assert targets["calf-raise"].why.facts["ahead"] == ("squat", "deadlift")
    assert shown(targets["glute-bridge"]) == "15x100 15x100 15x100"


def test_who_waited_longest_rises_first() -> None:
    targets = session_targets([ready("squat"), ready("deadlift"), ready("calf-raise", times=3)], NOW)
    assert rules(targets) == {"squat": "raise", "deadlift": "wait", "calf-raise": "raise"}


def test_a_suggested_rung_never_takes_the_place_of_a_load() -> None:
    plank = lift("plank", *(did(ago, "60 60 60") for ago in (24, 17, 10, 3)))
    targets = session_targets([plank, ready("squat"), ready("deadlift")], NOW)
    assert rules(targets) == {"plank": "wait", "squat": "raise", "deadlift": "raise"}
    assert targets["plank"].suggest is None
    assert rules(session_targets([plank, ready("squat")], NOW))["plank"] == "harder-variation"


def test_a_movement_of_another_session_holds_while_something_hurts() -> None:
    hurt = replace(NOW, sessions=(*NOW.sessions[:-1], replace(NOW.sessions[-1], pain=4)))
    targets = session_targets([ready("squat")], hurt)
    assert (rules(targets), targets["squat"].why.facts["pain"]) == ({"squat": "pain-amber"}, 4)
    assert rules(session_targets([ready("squat")], replace(NOW, pain=3))) == {"squat": "pain-told"}


@for_every(
    ("morning", "pain", "rule", "sets"),
    [
        pytest.param("settled", 2, "repeat", "9x100 9x100 9x100", id="settled"),
        pytest.param("lingering", 1, "pain-lingers", "9x100 9x100 9x100", id="still there"),
        pytest.param("lingering", 4, "pain-amber", "9x100 9x100 9x100", id="still there, and amber"),
        pytest.param("worse", 1, "pain-worse", "9x80 9x80", id="worse: a fifth less and a set"),
        pytest.param("", 6, "pain-red", "9x80 9x80", id="red in the session"),
    ],
)
def test_the_morning_after(morning: MorningAfter, pain: int, rule: str, sets: str) -> None:
    done = replace(did(3, "9x100 9x100 9x100", pain=pain), morning=morning)
    last = replace(NOW.sessions[-1], pain=pain, morning=morning)
    target = session_targets([lift("deadlift", done)], replace(NOW, sessions=(*NOW.sessions[:-1], last)))["deadlift"]
    assert (target.why.rule, shown(target)) == (rule, sets)


@for_every(
    ("facts", "rule", "sets"),
    [
        pytest.param({"race": TODAY + 15 * DAY}, "raise", "8x105 8x105 8x105", id="an A race in 15 days"),
        pytest.param({"race": TODAY + 14 * DAY}, "no-rise", "10x100 10x100", id="in 14 days"),
        pytest.param({"race": TODAY}, "no-rise", "10x100 10x100", id="today"),
        pytest.param({"race": TODAY - DAY}, "raise", "8x105 8x105 8x105", id="yesterday"),
        pytest.param({"per_week": 1}, "raise", "8x105 8x105 8x105", id="a beginner with one session a week"),
    ],
)
def test_strength_is_kept_before_a_race(facts: dict[str, object], rule: str, sets: str) -> None:
    target = session_targets([ready("deadlift")], replace(NOW, **facts))["deadlift"]  # type: ignore[arg-type]
    assert (target.why.rule, shown(target)) == (rule, sets)


def test_one_session_a_week_keeps_what_a_dozen_built() -> None:
    weekly = state(*(7 * n + 4 for n in range(12)), per_week=1)
    target = session_targets([ready("deadlift")], weekly)["deadlift"]
    assert (target.why.rule, shown(target), target.why.evidence) == ("maintain", "10x100 10x100", ("E25",))


FIVE_WEEKS = state(*(7 * k + n for k in range(4) for n in (4, 7)))


def test_a_deload_is_half_the_sets_with_a_tenth_less() -> None:
    first = lift("lunge")
    targets = session_targets([ready("squat"), ready("plank"), first], FIVE_WEEKS)
    assert rules(targets) == {"squat": "deload", "plank": "deload", "lunge": "new-variation"}
    assert shown(targets["squat"]) == "15x90 15x90"
    assert targets["squat"].eased


def test_two_movements_that_step_back_bring_a_deload() -> None:
    failed = [lift(m, did(10, "5x100 5x100 5x100"), did(3, "5x100 5x100 5x100")) for m in ("squat", "deadlift")]
    three_weeks = state(*(7 * k + n for k in range(3) for n in (3, 7)))
    assert rules(session_targets(failed[:1], three_weeks)) == {"squat": "step-back"}
    assert rules(session_targets(failed[:1], three_weeks, others=failed)) == {"squat": "deload-step-back"}
    assert rules(session_targets(failed[:1], state(3, 10), others=failed)) == {"squat": "step-back"}


def test_no_heavier_weight_means_more_reps_and_then_a_harder_rung() -> None:
    def goblet(*agos: int, reps: int) -> Lift:
        sets = " ".join(3 * [f"{reps}x20"])
        return lift("squat", *(did(ago, sets) for ago in agos), rung="goblet-squat", weights=OWN)

    target = session_targets([goblet(10, 3, reps=15)], NOW)["squat"]
    assert (target.why.rule, shown(target)) == ("no-heavier", "16x20 16x20 16x20")
    target = session_targets([goblet(10, 3, reps=18)], NOW)["squat"]
    assert (target.why.rule, target.suggest) == ("harder-variation", "front-squat")


def test_a_load_that_the_runner_does_not_own_becomes_the_one_below() -> None:
    from_elsewhere = lift("deadlift", did(3, "9x100.5 9x100.5 9x100.5"), weights=OWN)
    assert shown(session_targets([from_elsewhere], NOW)["deadlift"]) == "9x100 9x100 9x100"
    not_told = lift("deadlift", did(3, "9x100.5 9x100.5 9x100.5"))
    assert shown(session_targets([not_told], NOW)["deadlift"]) == "9x100.5 9x100.5 9x100.5"


# -- Laws --------------------------------------------------------------------------------------------------------------

AMOUNTS = st.sampled_from(["20 20 20", "15 15 15", "12 12 12", "10 10 10", "9 8 8", "6 6 6", "60 60 60"])


@st.composite
def pasts(draw: st.DrawFn, weights: Weights) -> list[Lift]:
    """A few movements, each with some sessions of the last weeks at one load; most of them went well."""
    lifts = []
    for movement in draw(st.lists(st.sampled_from(sorted(LOADED)), min_size=1, max_size=6, unique=True)):
        rung = LOADED[movement]
        loads = weights.of(HELD[rung]) if rung in HELD else None
        kg = loads and loads.nearest(draw(st.sampled_from([4.0, 20.0, 60.0, 101.0])))
        agos = sorted(draw(st.sets(st.integers(1, 40), min_size=1, max_size=4)), reverse=True)
        amounts = draw(AMOUNTS)
        sets = [" ".join(f"{one}x{kg}" if kg else one for one in amounts.split()) for _ in agos]
        lifts.append(lift(movement, *map(did, agos, sets), weights=weights))
    return lifts


@st.composite
def states(draw: st.DrawFn) -> RunnerState:
    agos = draw(st.sets(st.integers(1, 60), min_size=1, max_size=20))
    return state(
        *agos,
        per_week=draw(st.integers(1, 3)),
        spike=draw(st.booleans()),
        wants_heavy=draw(st.booleans()),
        race=draw(st.sampled_from([None, None, TODAY + 9 * DAY])),
        pain=draw(st.sampled_from([0, 0, 0, 4])),
    )


WEIGHTS = st.sampled_from([replace(KILOGRAMS, told=OWN.told), replace(POUNDS, told=OWN.told), OWN])


@given(data=st.data(), now=states())
def test_law_at_most_two_rise(data: st.DataObject, now: RunnerState) -> None:
    lifts = data.draw(pasts(KILOGRAMS))
    targets = session_targets(lifts, now)
    heavier = [
        one.movement
        for one in lifts
        if max(target.kg or 0 for target in targets[one.movement].sets) > (one.history[-1].top_kg or 0)
    ]
    rising = [movement for movement, target in targets.items() if target.why.rule.is_rise]
    assert len(rising) <= 2
    assert set(heavier) <= set(rising)


@given(data=st.data(), now=states(), weights=WEIGHTS)
def test_law_targets_are_loads_that_exist(data: st.DataObject, now: RunnerState, weights: Weights) -> None:
    lifts = data.draw(pasts(weights))
    for one in lifts:
        for target in session_targets(lifts, now)[one.movement].sets:
            assert target.kg is None or weights.of(HELD[one.variation]).holds(target.kg)


@given(data=st.data(), now=states(), pain=st.floats(2.1, 10), race=st.booleans())
def test_law_nothing_rises_after_pain_or_before_a_race(
    data: st.DataObject, now: RunnerState, pain: float, race: bool
) -> None:
    lifts = data.draw(pasts(KILOGRAMS))
    last = now.sessions[-1]
    held = (
        replace(now, race=TODAY + 10 * DAY)
        if race
        else replace(now, sessions=(*now.sessions[:-1], replace(last, pain=pain)))
    )
    for movement, target in session_targets(lifts, held).items():
        history = next(one.history for one in lifts if one.movement == movement)
        assert not target.why.rule.is_rise
        assert max(one.kg or 0 for one in target.sets) <= (history[-1].top_kg or 0)
        assert len(target.sets) <= len(history[-1].sets)


@given(data=st.data(), now=states())
def test_law_the_order_of_the_movements_is_irrelevant(data: st.DataObject, now: RunnerState) -> None:
    lifts = data.draw(pasts(KILOGRAMS))
    assert session_targets(lifts, now) == session_targets(lifts[::-1], now)
