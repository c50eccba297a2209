"""Rows of strength gathered into workouts, and the cells that strength tables share."""

from tests.cases import for_every
from training.runfiles import workouts
from training.runfiles.sets import ImportedSet
from training.runfiles.workouts import Workouts

SQUAT = ImportedSet("Squat", reps=5)


def test_rows_of_one_start_and_title_are_one_workout():
    gathered = Workouts("strong")
    for start, title in [("2026-03-03 06:30:00", "A"), ("2026-03-05 06:30:00", "A"), ("2026-03-03 06:30:00", "A")]:
        gathered.add(SQUAT, start=start, title=title, lasting=600)
    gathered.add(SQUAT, start="2026-03-03 06:30:00", title="B")
    gathered.add(SQUAT, start="soon", title="A")
    assert [(one.title, len(one.sets), one.seconds, one.index) for one in gathered.read()] == [
        ("A", 2, 600, 0), ("A", 1, 600, 1), ("B", 1, None, 2),
    ]  # fmt: skip
    assert len({one.key for one in gathered.read()}) == 3


@for_every(
    ("end", "seconds"),
    [("2026-03-03 07:30:00", 3600), ("2026-03-03 06:30:00", None), ("2026-03-05 06:30:00", None), ("", None)],
)
def test_a_length_by_its_end(end, seconds):
    gathered = Workouts("hevy")
    gathered.add(SQUAT, start="2026-03-03 06:30:00", title="", end=end, notes=" Good \n")
    (one,) = gathered.read()
    assert (one.seconds, one.notes, one.title, one.key) == (seconds, "Good", None, "hevy 2026-03-03T06:30:00")


def test_cells():
    assert [workouts.reps(text) for text in ("10", "10.0", "0", "", "-1", "20000")] == [10, 10, 0, None, None, None]
    assert [workouts.above_zero(text, 2) for text in ("10", "0", "", "501")] == [20, None, None, None]
    assert [workouts.effort(text) for text in ("7.5", "0", "11", "")] == [7.5, None, None, None]
    assert [workouts.note(text) for text in (" a\nb ", "")] == ["a\nb", None]
