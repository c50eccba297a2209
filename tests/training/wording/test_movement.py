from datetime import date, timedelta
from xml.etree import ElementTree

import pytest

from exercises.models import Variation
from tests.factories import LoggedSetFactory, SessionFactory
from training.models import Runner, Session
from training.models.movement_history import MovementHistory
from training.models.movement_rows import movement_of
from training.wording.movement import MovementWords

TODAY = date(2026, 11, 25)


def words_of(runner: Runner, slug: str = "squat") -> MovementWords:
    movement = movement_of(slug)
    assert movement
    return MovementWords(MovementHistory(runner, movement, TODAY), runner.measures)


def done(runner: Runner, ago: int, rung: str, amount: int, kg: float | None = None, **fields: object) -> Session:
    variation = Variation.objects.get(slug=rung)
    session = SessionFactory.create(runner=runner, day=TODAY - timedelta(days=ago))
    numbers = {"reps": None, "seconds": amount} if variation.timed else {"reps": amount}
    LoggedSetFactory.create(session=session, variation=variation, kg=kg, per_leg=variation.per_leg, **numbers, **fields)
    return session


def told(words: MovementWords) -> list[tuple[str, ...]]:
    return [tuple(part.replace("\N{NO-BREAK SPACE}", " ") for part in then) for then in words.then]


class TestThen:
    def test_heavier_than_a_year_ago_and_rungs_up_since_the_start(self, runner: Runner) -> None:
        done(runner, 900, "bodyweight-squat", 10)
        done(runner, 400, "back-squat", 9, 30)
        done(runner, 0, "back-squat", 8, 50)
        assert told(words_of(runner)) == [
            ("A year ago", "9 × 30 kg", "Back squat", "+20 kg since"),
            ("At the start, 8 Jun 2024", "10 reps", "Bodyweight squat", "3 rungs up since"),
        ]

    @pytest.mark.parametrize(
        ("rung", "slug", "gain"),
        [("bodyweight-squat", "squat", "+3 reps since"), ("side-plank", "plank", "+3 s since")],
    )
    def test_more_reps_and_longer_holds(self, rung: str, slug: str, gain: str, runner: Runner) -> None:
        done(runner, 30, rung, 12)
        done(runner, 0, rung, 15)
        assert [then[3] for then in told(words_of(runner, slug))] == [gain]

    def test_a_best_of_long_ago_is_not_passed_off_as_today_s(self, runner: Runner) -> None:
        done(runner, 200, "back-squat", 8, 60)
        done(runner, 5, "back-squat", 8, 40)
        (lately,) = told(words_of(runner))
        assert lately == ("Best of the last 12 weeks", "8 × 40 kg", "Back squat", "")

    def test_the_first_day_has_nothing_before_it(self, runner: Runner) -> None:
        done(runner, 0, "back-squat", 8, 60)
        assert told(words_of(runner)) == []

    def test_pounds_differ_by_what_is_told(self, runner: Runner) -> None:
        runner.units = "imperial"
        done(runner, 30, "back-squat", 8, 12)
        done(runner, 0, "back-squat", 8, 20)
        ((_when, then, _where, gain),) = told(words_of(runner))
        assert (then, gain) == ("8 × 26.5 lb", "+17.5 lb since")


def rows_of(table: str) -> list[str]:
    rows = ["|".join("".join(cell.itertext()) for cell in row) for row in ElementTree.fromstring(table).iter("tr")]
    return [row.replace("\N{NO-BREAK SPACE}", " ") for row in rows]


def test_records_of_each_rung_hardest_first(runner: Runner) -> None:
    done(runner, 300, "bodyweight-squat", 15)
    many = done(runner, 200, "back-squat", 12, 40)
    heavy = done(runner, 10, "back-squat", 8, 50)
    table = words_of(runner).records
    assert rows_of(table)[1:] == [
        "Back squat",
        "Heaviest|8 × 50 kg new|15 Nov 2026",
        "Most reps|12 × 40 kg|9 May 2026",
        "Biggest session|480 kg|9 May 2026",
        "Bodyweight squat",
        "Most reps|15 reps|29 Jan 2026",
        "Biggest session|15 reps|29 Jan 2026",
    ]
    assert table.count(f'href="/sessions/{heavy.pk}/"') == 1
    assert table.count(f'href="/sessions/{many.pk}/"') == 2


def test_the_longest_hold_counts_both_sides_in_a_session_only(runner: Runner) -> None:
    done(runner, 100, "side-plank", 45)
    table = words_of(runner, "plank").records
    assert rows_of(table)[2:] == ["Longest hold|45 s a side|17 Aug 2026", "Biggest session|1:30 min|17 Aug 2026"]


def test_the_most_reps_at_each_load(runner: Runner) -> None:
    for ago, reps, kg in ((300, 10, 40), (200, 12, 40), (100, 8, 50)):
        done(runner, ago, "back-squat", reps, kg)
    rows = [row.strip() for row in rows_of(words_of(runner).at_each_load)[1:]]
    assert rows == ["17 Aug 2026|8 × 50 kg", "9 May 2026|12 × 40 kg"]


def test_one_load_is_no_list(runner: Runner) -> None:
    done(runner, 10, "back-squat", 8, 50)
    assert words_of(runner).at_each_load == ""


def test_the_ladder_says_where_you_are_and_what_is_next(runner: Runner) -> None:
    done(runner, 300, "bodyweight-squat", 15)
    done(runner, 10, "back-squat", 8, 50)
    words = words_of(runner)
    assert [(rung.name, rung.state) for rung in words.ladder] == [
        ("Bulgarian split squat", ""),
        ("Split squat", "next"),
        ("Back squat", "now"),
        ("Front squat", ""),
        ("Goblet squat", ""),
        ("Bodyweight squat", "done"),
        ("Box or chair squat", ""),
    ]
    assert words.ladder[2].words == "first on 15 Nov 2026, 1 session"
    assert words.move_up == Variation.objects.get(slug="back-squat").move_up


def test_a_session_with_two_rungs_has_a_line_for_each(runner: Runner) -> None:
    done(runner, 30, "back-squat", 8, 40)
    session = done(runner, 10, "back-squat", 8, 50, number=1)
    body = Variation.objects.get(slug="bodyweight-squat")
    LoggedSetFactory.create(session=session, variation=body, kg=None, reps=20, number=2)
    words = words_of(runner)
    assert rows_of(words.table(words.history.page(None)[0])) == [
        "Session|Sets",
        "15 Nov 2026|8 × 50 kg best yet Back squat",
        "15 Nov 2026|20 Bodyweight squat",
        "26 Oct 2026|8 × 40 kg Back squat",
    ]
