"""Phase 2: its gate, and what a session asks for behind it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.cases import for_every
from tests.training.plan.lifts import TODAY, did, shown
from training.plan.progression import KILOGRAMS, RULES, Lift, Performance, RunnerState, SessionFacts, Target
from training.plan.progression.heavy import phase_two
from training.plan.progression.session import session_targets

DAY = timedelta(days=1)
# Two a week for seven weeks, with one week of one and one of three; the last three days ago.
AGOS = tuple(sorted({3 + 7 * week + day for week in range(7) for day in (0, 4)} - {10} | {20}, reverse=True))
DELOADED = frozenset({24, 28})


def state(agos: tuple[int, ...] = AGOS, *, hurt: dict[int, int] | None = None, **facts: object) -> RunnerState:
    hurt = hurt or {}
    sessions = tuple(SessionFacts(TODAY - ago * DAY, "A", pain=hurt.get(ago), deload=ago in DELOADED) for ago in agos)
    return replace(RunnerState(TODAY, sessions, wants_heavy=True), **facts)  # type: ignore[arg-type]


@for_every(
    ("given", "missing"),
    [
        pytest.param(state(), "", id="open"),
        pytest.param(state(AGOS[-11:]), "sessions weeks", id="eleven sessions"),
        pytest.param(state(tuple(ago + 7 * (ago > 17) for ago in AGOS)), "weeks", id="an empty week"),
        pytest.param(state(tuple(4 * n + 3 for n in range(12, -1, -1))), "weeks", id="twelve in seven weeks"),
        pytest.param(state(hurt={7: 3}), "pain", id="pain within two weeks"),
        pytest.param(state(hurt={14: 8}), "", id="pain before that"),
        pytest.param(state(pain=3), "pain", id="pain told now"),
        pytest.param(state(has_weights=False), "weights", id="nothing to load with"),
        pytest.param(RunnerState(TODAY), "sessions weeks", id="nothing done yet"),
    ],
)
def test_the_gate(given: RunnerState, missing: str) -> None:
    gate = phase_two(given)
    assert (" ".join(gate.missing), gate.open) == (missing, not missing)


def squat(history: list[Performance], now: RunnerState, rung: str = "back-squat") -> Target:
    rule = RULES["squat"].of(rung, (8, 12)).owning(rung, KILOGRAMS)
    return session_targets([Lift(rule, rung, tuple(history), known=True)], now)["squat"]


LEARNT = [did(21, "10x60/2 10x60/2 10x60/2"), did(14, "9x65/2 9x65/2 9x65/2"), did(7, "8x70/2 8x70/2 8x70/2")]


def test_the_load_goes_towards_80_per_cent_of_the_maximum_by_ten_per_cent_a_week() -> None:
    target = squat(LEARNT, state())
    # 8 reps with 2 in reserve at 70 kg: 93 kg once, of which 80 % are 75 kg.
    assert (target.why.rule, shown(target), target.rest) == ("heavy", "6x72.5 6x72.5 6x72.5", 150)
    assert target.why.evidence == ("E3", "E4", "E40")


def test_then_four_to_six_by_double_progression() -> None:
    heavy = [did(14, "6x75/2 6x75/2 6x75/2"), did(7, "6x75/2 6x75/2 6x75/2")]
    target = squat([*LEARNT[:1], *heavy], state())
    assert (target.why.rule, shown(target), (target.low, target.high)) == ("raise", "4x77.5 4x77.5 4x77.5", (4, 6))
    climbing = squat([*LEARNT[:2], did(7, "5x75/2 5x75/2 4x75/2")], state())
    assert (climbing.why.rule, shown(climbing)) == ("climb", "6x75 6x75 5x75")


@for_every(
    ("history", "now", "rung"),
    [
        pytest.param(LEARNT, state(wants_heavy=False), "back-squat", id="not wanted"),
        pytest.param(LEARNT, state(AGOS[-11:]), "back-squat", id="gate shut"),
        pytest.param(LEARNT[:2], state(), "back-squat", id="not learnt yet"),
        pytest.param(LEARNT, state(), "bulgarian-split-squat", id="not that rung"),
        pytest.param([did(n, "10 10 10") for n in (21, 14, 7)], state(), "back-squat", id="no load"),
    ],
)
def test_otherwise_the_range_stays(history: list[Performance], now: RunnerState, rung: str) -> None:
    target = squat(history, now, rung)
    assert (target.low, target.high, target.rest) == (8, 12, None)


def test_what_is_heavy_stays_heavy_when_the_gate_shuts() -> None:
    heavy = [*LEARNT[:2], did(3, "5x75/2 5x75/2 5x75/2", pain=3)]
    target = squat(heavy, state(hurt={3: 3}))
    assert (target.why.rule, shown(target), target.high) == ("pain-amber", "5x75 5x75 5x75", 6)


def test_a_break_of_two_months_starts_the_phase_anew() -> None:
    heavy = [*(replace(done, day=done.day - 70 * DAY) for done in LEARNT), did(63, "5x75/2 5x75/2 5x75/2")]
    old = state(tuple(ago + 60 for ago in AGOS))
    target = squat(heavy, replace(old, pain=3))
    assert (target.why.rule, target.low) == ("restart", 8)
