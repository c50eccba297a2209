from datetime import date, timedelta

import pytest
from django.utils import translation

from exercises.models import Variation
from tests.factories import LoggedSetFactory, SessionFactory
from training.models import Runner
from training.models.movement_history import MovementHistory
from training.models.movement_rows import movement_of
from training.models.span import Span
from training.wording.movement import MovementWords
from training.wording.movement_picture import Picture, ticks

TODAY = date(2026, 11, 25)


def picture(runner: Runner, asked: Span = Span.ALL, slug: str = "squat") -> Picture:
    movement = movement_of(slug)
    assert movement
    history = MovementHistory(runner, movement, TODAY)
    return Picture(MovementWords(history, runner.measures), history.range_of(asked))


def squat(runner: Runner, ago: int, kg: float | None, reps: int = 8, **fields: object) -> None:
    rung = Variation.objects.get(slug="goblet-squat" if kg else "bodyweight-squat")
    session = SessionFactory.create(runner=runner, day=TODAY - timedelta(days=ago), **fields)
    LoggedSetFactory.create(session=session, variation=rung, kg=kg, reps=reps)


@pytest.fixture
def grown(runner: Runner) -> Runner:
    squat(runner, 70, None, 12)
    for ago, kg in ((60, 10), (50, 12.5), (40, 12.5), (30, 16)):
        squat(runner, ago, kg)
    squat(runner, 20, 10, light=True)
    return runner


def test_the_same_in_words(grown: Runner) -> None:
    words = picture(grown).in_words.replace("\N{NO-BREAK SPACE}", " ")
    assert words == (
        "Best set of a session, from 16 September 2026 to 25 November 2026. "
        "Bodyweight squat: 12 reps on 16 September 2026. "
        "Goblet squat: from 8 × 10 kg on 26 September 2026 to 8 × 16 kg on 26 October 2026. "
        "2 times better than ever before. Light sessions and deloads are no part of the line."
    )


def test_each_mark_says_what_it_is(grown: Runner) -> None:
    told = [(one.done.replace("\N{NO-BREAK SPACE}", " "), one.light, one.best) for one in picture(grown).told]
    assert told == [
        ("12 reps", False, False),
        ("8 × 10 kg", False, False),
        ("8 × 12.5 kg", False, True),
        ("8 × 12.5 kg", False, False),
        ("8 × 16 kg", False, True),
        ("8 × 10 kg", True, False),
    ]


def test_the_table_has_the_same_marks_newest_first(grown: Runner) -> None:
    table = str(picture(grown).table).replace("\N{NO-BREAK SPACE}", " ")
    assert table.count("<tr>") == 1 + 6
    assert table.index("Goblet squat, light") < table.index("best yet")
    assert "Est. 1RM" not in table


def test_an_estimate_has_a_column(runner: Runner) -> None:
    rung = Variation.objects.get(slug="back-squat")
    session = SessionFactory.create(runner=runner, day=TODAY)
    LoggedSetFactory.create(session=session, variation=rung, kg=80, reps=5, rir=2)
    shown = picture(runner)
    assert '<td class="number">97\N{NO-BREAK SPACE}kg</td>' in shown.table
    assert "Estimated 1RM" in shown.svg


def test_nothing_is_drawn_of_nothing(runner: Runner) -> None:
    squat(runner, 400, 10)
    assert picture(runner, Span.WEEKS).svg == ""


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2026, 11, 3), date(2026, 11, 25), ["3 Nov"]),
        (date(2026, 9, 3), date(2026, 11, 25), ["Oct", "Nov"]),
        (
            date(2025, 11, 26),
            date(2026, 11, 25),
            ["Dec", "2026", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov"],
        ),
        (
            date(2024, 2, 1),
            date(2026, 11, 25),
            ["Apr", "Jul", "Oct", "2025", "Apr", "Jul", "Oct", "2026", "Apr", "Jul", "Oct"],
        ),
        (date(2016, 12, 1), date(2026, 11, 25), [str(year) for year in range(2017, 2027)]),
        (date(2000, 1, 1), date(2026, 11, 25), [str(year) for year in range(2000, 2027, 5)]),
    ],
    ids=["weeks", "months", "a year", "three years", "ten years", "a generation"],
)
def test_days_named_below(first: date, last: date, names: list[str]) -> None:
    with translation.override("en"):
        assert [name for _day, name in ticks(first, last, "en")] == names
