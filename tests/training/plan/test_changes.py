"""What changed since days were shown: named in the order in which it weighs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.cases import for_every
from training.plan.changes import Basis, Change, changes

MONDAY = date(2026, 11, 23)
TODAY = MONDAY + timedelta(days=2)
EXPECTED = {
    MONDAY + timedelta(days=n): kind for n, kind in enumerate(["rest", "easy", "hard", "easy", "rest", "easy", "long"])
}
CHOSEN = {MONDAY, MONDAY + timedelta(days=3)}
DONE = Basis({"1": ("2026-11-21", "easy")}, sessions=frozenset({"2026-11-23"}), until="2026-12-14")


def since(now: Basis, then: Basis = DONE, *, today: date = TODAY) -> list[str]:
    return [change.what for change in changes(then, now, expected=EXPECTED, chosen=CHOSEN, today=today)]


def test_nothing_changed() -> None:
    assert since(DONE) == []


@for_every(
    ("runs", "said"),
    [
        pytest.param({"2": ("2026-11-24", "easy")}, [], id="a run as expected"),
        pytest.param({"2": ("2026-11-23", "easy")}, [], id="an easy run for a rest day"),
        pytest.param({"2": ("2026-11-24", "hard")}, ["run-turned-out"], id="hard instead of easy"),
        pytest.param({"2": ("2026-11-25", "easy")}, ["run-turned-out"], id="easy instead of hard"),
        pytest.param({"2": ("2026-11-20", "long")}, ["run-came-in"], id="an older run came in"),
        pytest.param({"1": ("2026-11-21", "hard")}, ["run-counts-otherwise"], id="a known run counts otherwise"),
        pytest.param({"1": ("2026-11-21", "cross")}, [], id="a known run that weighs the same"),
    ],
)  # fmt: skip
def test_runs(runs: dict[str, tuple[str, str]], said: list[str]) -> None:
    assert since(replace(DONE, runs={**DONE.runs, **runs})) == said


def test_a_run_that_is_gone() -> None:
    assert since(replace(DONE, runs={})) == ["run-gone"]


def test_a_run_that_grew_old_is_not_gone() -> None:
    assert since(replace(DONE, runs={}), today=MONDAY + timedelta(days=20)) == [
        "run-did-not-come",
        "run-did-not-come",
        "session-missed",
    ]


def test_a_hard_run_that_did_not_come_is_said_the_day_after() -> None:
    assert since(DONE, today=TODAY + timedelta(days=1)) == ["run-did-not-come"]


@for_every(
    ("sessions", "today", "said"),
    [
        pytest.param({"2026-11-23", "2026-11-25"}, TODAY, ["session-elsewhere"], id="strength on another day"),
        pytest.param(set(), TODAY, ["session-missed"], id="a shown day passed without it"),
        pytest.param(set(), MONDAY, [], id="today is not over"),
    ],
)
def test_sessions(sessions: set[str], today: date, said: list[str]) -> None:
    assert since(replace(DONE, sessions=frozenset(sessions)), today=today) == said


def test_a_session_moved_or_skipped_was_not_missed() -> None:
    assert since(replace(DONE, sessions=frozenset(), skipped=frozenset({"2026-11-23"}))) == ["skipped"]
    assert since(replace(DONE, sessions=frozenset(), moved=frozenset({"2026-11-23>2026-11-26"}))) == ["moved"]


def test_a_race_that_only_came_into_sight_was_not_entered() -> None:
    assert since(replace(DONE, races=frozenset({"2026-11-29 10.0 A"}))) == ["race-entered"]
    assert since(replace(DONE, races=frozenset({"2026-12-15 10.0 A"}))) == []


def test_a_race_that_was_run_is_not_off() -> None:
    raced = replace(DONE, races=frozenset({"2026-11-24 10.0 A", "2026-11-28 5.0 C"}))
    assert since(DONE, raced) == ["race-gone"]


def test_what_weighs_most_comes_first() -> None:
    now = replace(
        DONE,
        runs={**DONE.runs, "2": ("2026-11-24", "hard")},
        health=frozenset({"ill"}),
        races=frozenset({"2026-11-29 10.0 A"}),
        planned=frozenset({"2026-11-26 easy"}),
        wishes="other",
    )
    assert since(now) == ["ill", "race-entered", "run-turned-out", "plan-changed", "wishes-changed"]
    assert since(DONE, replace(DONE, health=frozenset({"pain", "ill"}))) == ["well-again", "pain-settled"]


def test_a_move_taken_back() -> None:
    assert since(DONE, replace(DONE, moved=frozenset({"2026-11-26>2026-11-27"}))) == ["taken-back"]


def test_the_facts_of_a_run_that_turned_out() -> None:
    now = replace(DONE, runs={**DONE.runs, "2": ("2026-11-24", "hard")})
    assert changes(DONE, now, expected=EXPECTED, chosen=CHOSEN, today=TODAY) == (
        Change("run-turned-out", date(2026, 11, 24), "hard", "easy", "2"),
    )


def test_a_basis_can_be_kept_and_read_again() -> None:
    full = replace(DONE, away=frozenset({"2026-11-30"}), wishes="2", moved=frozenset({"2026-11-26>2026-11-27"}))
    assert Basis.of_json(full.as_json()) == full
    assert Basis.of_json({}) == Basis({})
