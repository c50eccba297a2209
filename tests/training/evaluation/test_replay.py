"""Histories replayed week by week: what may be known, what is scored, and real exports."""

from datetime import date, timedelta

import pytest

from training.evaluation.replay import replay
from training.plan.week import RunFacts
from training.runfiles import garmin, strava

MONDAY = date(2026, 1, 5)
WORDS = {"e": "easy", "h": "hard", "l": "long"}


def history(*weeks: str) -> list[RunFacts]:
    """Weeks from a Monday on, a letter a day: "-e-h-el"."""
    return [
        RunFacts(MONDAY + timedelta(days=7 * number + day), 40 * 60, 7000, told=WORDS[letter])
        for number, week in enumerate(weeks)
        for day, letter in enumerate(week)
        if letter != "-"
    ]


def test_a_fixed_week_is_foreseen_ever_better_than_by_its_share():
    got = replay(history(*["-e-h-el"] * 20))
    assert (got.runs, got.weeks, got.reaches_a_quarter) == (80, 18, True)
    assert (got.brier_last_week, got.beats_both) == (0, False)
    assert got.brier < 0.05 < got.brier_share


def test_a_changing_week_is_foreseen_better_than_by_either_baseline():
    got = replay(history(*["-e-h-el", "e--h-el", "-ee--el", "-e-he-l"] * 5))
    assert got.beats_both


def test_nothing_of_the_week_itself_is_known_beforehand():
    calm = ["-e-e--e"] * 6
    assert replay(history(*calm, "-e-e--e")).brier < replay(history(*calm, "h-h-hl-")).brier
    as_usual, otherwise = (replay(history(*calm, last)) for last in ("-e-e--e", "h-h-hle"))
    assert (as_usual.placed, as_usual.jumped) == (otherwise.placed, otherwise.jumped)


def test_days_are_placed_away_from_hard_and_long_runs_that_come():
    got = replay(history(*["-e-h-el"] * 12))
    assert (got.placed, got.before_hard) == (20, 0)
    assert got.days_before_hard / got.days == pytest.approx(2 / 7, abs=0.02)
    assert (got.comparable, got.jumped) == (18, 0)


def test_the_order_of_runs_is_irrelevant():
    runs = history(*["-e-h-el"] * 6)
    assert replay(runs) == replay(runs[::-1])


@pytest.mark.parametrize("weeks", [[], ["-e-----"], ["-e-h-el"] * 2])
def test_too_short_a_history_is_refused(weeks):
    with pytest.raises(ValueError, match=r"no runs|three whole weeks"):
        replay(history(*weeks))


def test_both_baselines_are_beaten_on_every_real_history_of_a_quarter(shared_data):
    folder = shared_data / "runfiles"
    verdicts = {}
    for path in sorted([*folder.glob("strava/*.csv"), *folder.glob("garmin_csv/*.csv")]):
        reader = strava if path.parent.name == "strava" else garmin
        activities = [each for each in reader.read(path.read_bytes()) if each.is_run and each.start]
        runs = [RunFacts(a.start.date(), a.seconds, a.metres, a.avg_hr, a.max_hr) for a in activities if a.start]
        try:
            got = replay(runs)
        except ValueError:
            continue
        if got.reaches_a_quarter:
            verdicts[path.name] = got.beats_both
    assert len(verdicts) == 8
    assert all(verdicts.values()), verdicts
