"""The whole diary: all runs and all strength sessions from the first day to the last."""

from dataclasses import dataclass
from datetime import date
from random import Random

from training.demo.lifting import DiarySession, Lifter
from training.demo.person import Person
from training.demo.running import DiaryRun, runs_of, shake_out
from training.demo.season import season

# Strength came later than running: this many weeks of runs alone.
RUNNING_FIRST = 4


@dataclass(frozen=True, slots=True)
class Diary:
    runs: tuple[DiaryRun, ...]
    sessions: tuple[DiarySession, ...]


def write_diary(seed: str, until: date, person: Person, *, years: int = 3) -> Diary:
    """The diary of the `years` before `until`, the same for the same arguments.

    `until` itself is left open, as a day that has only begun. Where it begins its week (from Monday), it holds a short
    run in the early morning, so that the week has something in it. Raises ValueError for less than a year.
    """
    if years < 1:
        raise ValueError(f"a diary covers a year or more, not {years}")
    rng = Random(seed)
    first = until.replace(year=until.year - years, day=min(until.day, 28))
    lifter = Lifter(rng, person)
    runs: list[DiaryRun] = []
    sessions: list[DiarySession] = []
    weeks = season(rng, person, first, until)
    for week in weeks:
        of_week = runs_of(rng, person, week)
        runs += of_week
        if week.number >= RUNNING_FIRST:
            sessions += lifter.sessions_of(week, {run.day for run in of_week})
    runs = [run for run in runs if first <= run.day < until]
    sessions = [session for session in sessions if first <= session.day < until]
    if until == weeks[-1].monday:
        runs.append(shake_out(rng, person, weeks[-1], until))
    return Diary(tuple(runs), tuple(sessions))
