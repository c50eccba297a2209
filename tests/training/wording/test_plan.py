from datetime import date

import pytest

from tests.training.plan.test_matching import TUESDAY, WEDNESDAY, planned, run
from training.ical import UnreadablePlan
from training.models import Race
from training.plan.matching import match
from training.plan.week import Kind
from training.wording.plan import REFUSALS, days, outcome, race_asks, refusal


def test_what_an_a_race_asks() -> None:
    asks = list(race_asks(Race(day=date(2026, 3, 29), metres=21_097.5, priority="A")))
    assert [ask.days for ask in asks] == [
        "Sun 15 – Sat 21 March",
        "Sun 22 – Tue 24 March",
        "Wed 25 – Sun 29 March",
        "Mon 30 – Tue 31 March",
    ]
    assert "no load goes up" in asks[0].text
    assert "half the sets" in asks[1].text
    assert [ask.evidence for ask in asks] == [("E23",), ("E23",), ("E23",), ("E24",)]


def test_a_race_without_a_distance_says_what_is_assumed() -> None:
    asks = list(race_asks(Race(day=date(2026, 3, 29), priority="C")))
    assert len(asks) == 2
    assert "as after a half marathon" in asks[-1].text


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param(date(2026, 3, 7), date(2026, 3, 7), "Sat 7 March", id="one day"),
        pytest.param(date(2026, 3, 4), date(2026, 3, 7), "Wed 4 – Sat 7 March", id="one month"),
        pytest.param(date(2026, 2, 28), date(2026, 3, 3), "Sat 28 February – Tue 3 March", id="two months"),
    ],
)
def test_days(first: date, last: date, words: str) -> None:
    assert days((first, last)) == words


def test_outcomes() -> None:
    plan = [planned(TUESDAY), planned(WEDNESDAY, Kind.HARD, 10)]
    done = [run(TUESDAY, Kind.HARD, 12), run(WEDNESDAY, km=2, minutes=12)]
    found = match(plan, done, today=date(2026, 4, 1))
    assert [outcome(one) for one in found] == ["harder and longer", "easier and shorter"]
    moved = match([planned(TUESDAY)], [run(WEDNESDAY)], today=date(2026, 4, 1))
    assert [outcome(one) for one in moved] == ["moved from Tuesday"]
    alone = match([planned(TUESDAY)], [], today=TUESDAY)
    assert [outcome(one) for one in alone] == [""]


def test_every_refusal_has_its_sentence() -> None:
    assert {code: str(words) for code, words in REFUSALS.items()} == UnreadablePlan.SENTENCES
    assert refusal(UnreadablePlan("damaged")) == UnreadablePlan.SENTENCES["damaged"]
