from datetime import date, timedelta
from uuid import UUID

import pytest

from training.models.records import BiggestSession, RungRecord, SetsAlike, best_of, rung_now, totals_of

DAY = date(2026, 11, 2)
BIGGEST = BiggestSession(UUID(int=1), DAY, 0, 0, 0.0, 1)


def alike(
    kg: float | None, reps: int, first: int, last: int | None = None, *, sets: int = 1, per_leg: bool = False
) -> SetsAlike:
    """Sets that were done first and last so many days after DAY."""
    on = DAY + timedelta(days=first)
    return SetsAlike(1, per_leg, kg, reps, None, sets, on, DAY + timedelta(days=first if last is None else last))


def record(*kinds: SetsAlike) -> RungRecord:
    return RungRecord(kinds, BIGGEST)


@pytest.mark.parametrize(
    ("kinds", "best"),
    [
        ([alike(50, 8, 0), alike(45, 12, 1)], 0),
        ([alike(50, 8, 0), alike(50, 9, 1)], 1),
        ([alike(None, 12, 0), alike(0.0, 12, 3)], 0),
        ([alike(None, 20, 0), alike(2.5, 5, 1)], 1),
    ],
    ids=["heavier", "longer", "of equal ones the first", "any load before none"],
)
def test_best(kinds: list[SetsAlike], best: int) -> None:
    assert best_of(kinds) == kinds[best]


def test_steps_are_the_bests_one_after_another() -> None:
    rung = record(alike(40, 8, 0), alike(40, 9, 3), alike(40, 7, 5), alike(45, 6, 8), alike(45, 5, 9), alike(40, 12, 9))
    assert rung.steps == {(DAY + timedelta(days=3), (40, 9)), (DAY + timedelta(days=8), (45, 6))}


def test_two_bests_of_one_day_are_one_step() -> None:
    rung = record(alike(40, 8, 0), alike(42.5, 8, 3), alike(45, 6, 3))
    assert rung.steps == {(DAY + timedelta(days=3), (45, 6))}


def test_the_first_day_beats_nothing() -> None:
    assert record(alike(40, 8, 0), alike(40, 9, 0)).steps == frozenset()


def test_the_best_by_a_day_and_since_a_day() -> None:
    heavy, light = alike(50, 5, 0, 10), alike(40, 8, 5, 400)
    rung = record(heavy, light)
    assert rung.best_by(DAY - timedelta(days=1)) is None
    assert rung.best_by(DAY) == rung.best_since(DAY) == heavy
    assert rung.best_since(DAY + timedelta(days=11)) == light
    assert rung.best_since(DAY + timedelta(days=401)) is None


def test_both_legs_count() -> None:
    totals = totals_of([record(alike(10, 8, 0, sets=3, per_leg=True), alike(None, 12, 1, sets=2))])
    assert (totals.sets, totals.reps, totals.seconds, totals.kg) == (5, 72, 0, 480)


def test_the_rung_now_is_not_the_last_one_done() -> None:
    easy, hard, old = record(alike(None, 9, 0, 100)), record(alike(None, 9, 0, 90)), record(alike(None, 9, 0, 20))
    assert rung_now({1: easy, 2: hard, 3: old}) == 2
    with pytest.raises(ValueError, match="empty"):
        rung_now({})
