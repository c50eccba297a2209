"""The simulated runners: what a coach would ask of their twelve weeks."""

from dataclasses import replace
from itertools import pairwise

import pytest

from training.evaluation.cast import CAST, GYM
from training.evaluation.simulated import START, WEEK, SimulatedRunner, SimulatedSession, simulate

RUNNERS = {runner.name: runner for runner in CAST}
WEEKS = {name: simulate(runner) for name, runner in RUNNERS.items()}
STANDS = ("pain", "no-rise", "top-of-ladder", "harder-variation")


def tops(sessions: list[SimulatedSession], movement: str) -> list[float]:
    """The heaviest targets of a movement that is no part of a deload."""
    found = [one.targets[movement] for one in sessions if movement in one.targets and not one.deload]
    return [max(one.kg or 0 for one in target.sets) for target in found if target.sets[0].kg]


def rules(sessions: list[SimulatedSession], movement: str) -> list[str]:
    return [str(one.targets[movement].why.rule) for one in sessions if movement in one.targets]


def test_the_same_seed_gives_the_same_weeks() -> None:
    assert simulate(CAST[0]) == WEEKS["Steady"]
    assert simulate(replace(CAST[0], seed=99)) != WEEKS["Steady"]


@pytest.mark.parametrize("name", RUNNERS)
def test_at_most_two_movements_rise_in_a_session(name: str) -> None:
    assert all(sum(one.why.rule.is_rise for one in session.targets.values()) <= 2 for session in WEEKS[name])


@pytest.mark.parametrize("name", RUNNERS)
def test_no_load_jumps(name: str) -> None:
    for movement in GYM.keys() & RUNNERS[name].can.keys():
        for then, now in pairwise(tops(WEEKS[name], movement)):
            assert now <= 1.125 * then, movement


@pytest.mark.parametrize("name", RUNNERS)
def test_nobody_holds_the_same_numbers_for_ever(name: str) -> None:
    """Four sessions at one target are the most, but in pain, before a race and at the end of a ladder."""
    for movement in ("squat", "deadlift"):
        targets = [one.targets[movement] for one in WEEKS[name] if movement in one.targets and not one.deload]
        moving = [one.sets for one in targets if not one.why.rule.startswith(STANDS)]
        alike = longest = 1
        for then, now in pairwise(moving):
            alike = alike + 1 if then == now else 1
            longest = max(longest, alike)
        assert longest <= 4, movement


@pytest.mark.parametrize("name", ["Steady", "Stalling", "Newcomer, bodyweight only"])
def test_every_fifth_week_is_a_deload(name: str) -> None:
    assert {session.week for session in WEEKS[name] if session.deload} == {5, 10}


def test_the_steady_one_gets_stronger_and_the_stalling_one_less() -> None:
    steady, stalling = (tops(WEEKS[name], "squat")[-1] for name in ("Steady", "Stalling"))
    assert steady > stalling >= 40
    assert {"stall", "effort"} & set(rules(WEEKS["Stalling"], "lunge"))


def test_the_returning_one_starts_lower_and_is_soon_on_the_way_back() -> None:
    back = [one for one in WEEKS["Back after five weeks off"] if one.week >= 10]
    assert rules(back, "squat") == ["break-reduce", "regain", "regain"]
    assert tops(back, "squat") == [30, 32.5, 35]


def test_nothing_rises_after_pain() -> None:
    for before, session in pairwise(WEEKS["In pain"]):
        if (before.pain or 0) > 2:
            assert not any(one.why.rule.is_rise for one in session.targets.values())
    assert "pain-red" in rules(WEEKS["In pain"], "squat")


def test_two_sets_and_no_rise_in_the_two_weeks_before_the_race() -> None:
    runner = RUNNERS["A race at the end of week 10"]
    assert runner.race == START + 10 * WEEK - (START + WEEK - START) / 7
    before = [one for one in WEEKS[runner.name] if one.week in (9, 10)]
    assert before
    for session in before:
        assert all(len(one.sets) <= 2 and not one.why.rule.is_rise for one in session.targets.values())


def test_the_heavy_one_passes_the_gate_after_six_weeks() -> None:
    heavy = [one for one in WEEKS["Heavy as soon as the gate opens"] if "heavy" in rules([one], "squat")]
    assert heavy[0].week == 7
    assert {one.amount for one in heavy[0].targets["squat"].sets} == {6}


def test_who_can_do_little_does_as_much_as_that() -> None:
    weak = SimulatedRunner("weak", {"plank": (replace(GYM["plank"][0], most=20),)})
    assert all(one.amount <= 21 for session in simulate(weak, weeks=1) for one in session.done["plank"])
