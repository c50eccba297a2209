from datetime import UTC, date, datetime, timedelta

from tests.factories import RunFactory, SessionFactory
from training.models import Runner
from training.models.year import Year
from training.wording.year_beside import KindLine, beside_in_words, beside_running

DAY = timedelta(days=1)


def run_on(runner: Runner, day: date, kind: str) -> None:
    RunFactory.create(runner=runner, start=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), kind=kind)


def test_on_which_days_strength_stood(runner: Runner) -> None:
    for number, kinds in enumerate([[], ["easy"], ["easy", "hard"], ["cross"], ["moderate"], ["cross", "long"]]):
        day = date(2026, 3, 2) + 3 * number * DAY
        SessionFactory.create(runner=runner, day=day)
        for kind in kinds:
            run_on(runner, day, kind)
    run_on(runner, date(2026, 3, 3), "race")
    year = Year.of(runner, 2026, date(2026, 11, 25))
    assert beside_running(year) == [
        KindLine("rest", "–", "No run", 1),
        KindLine("cross", "X", "Cross-training", 1),
        KindLine("easy", "E", "Easy", 1),
        KindLine("moderate", "M", "Moderate", 1),
        KindLine("long", "L", "Long", 1),
        KindLine("hard", "H", "Hard", 1),
    ]
    (shares, _), (before, evidence), (schools, both) = beside_in_words(year)
    assert shares == (
        "Of 6 sessions, 3 stood on days without a run, with an easy run or with cross-training and 2 on days with "
        "a hard run, a long run or a race."
    )
    assert (before, evidence) == ("1 was on the day before a hard run or a race.", ("E11",))
    assert "No trial has compared them." in schools
    assert both == ("E19", "E20")


def test_one_session(runner: Runner) -> None:
    SessionFactory.create(runner=runner, day=date(2026, 3, 2))
    shares, before, _schools = beside_in_words(Year.of(runner, 2026, date(2026, 11, 25)))
    assert shares.text.startswith("Of 1 session, 1 stood on a day without a run")
    assert before.text == "0 were on the day before a hard run or a race."
