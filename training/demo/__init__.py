"""The diary of an invented runner: years of believable runs and strength sessions, the same again for the same seed.

    diary.py     what comes out: runs, sessions and their sets
    person.py    who the runner is: pace, volume, heart, strength, diligence
    season.py    the weeks of a running year: base, build, races, holidays, an illness
    running.py   the runs of a week
    ladders.py   how each movement of the workouts grows from stage to stage
    lifting.py   the strength sessions of a week

Nothing here knows Django or reads a clock. Distances are metres, durations seconds, loads kilograms, moments aware.
"""

from training.demo.diary import Diary, write_diary
from training.demo.lifting import DiaryMovement, DiarySession
from training.demo.person import Person
from training.demo.running import DiaryRun

__all__ = ["Diary", "DiaryMovement", "DiaryRun", "DiarySession", "Person", "write_diary"]
