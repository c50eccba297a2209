"""Reads Hevy's table of workouts: one row a set, units in the names of columns, local times without seconds."""

from collections.abc import Mapping, Sequence

from training.runfiles import table
from training.runfiles.activity import one_line
from training.runfiles.errors import UnknownTable
from training.runfiles.questions import MILE, POUND
from training.runfiles.sets import ImportedSet, SetKind
from training.runfiles.strength import StrengthActivity
from training.runfiles.workouts import LONGEST, MOST_KG, Workouts, above_zero, effort, note, reps

NAMES: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "start": ("start_time",),
    "end": ("end_time",),
    "notes": ("description",),
    "exercise": ("exercise_title",),
    "superset": ("superset_id",),
    "set_notes": ("exercise_notes",),
    "kind": ("set_type",),
    "weight_kg": ("weight_kg",),
    "weight_lbs": ("weight_lbs", "weight_lb"),
    "reps": ("reps",),
    "distance_km": ("distance_km",),
    "distance_miles": ("distance_miles",),
    "distance_meters": ("distance_meters",),
    "seconds": ("duration_seconds",),
    "rpe": ("rpe",),
}
KINDS = {"warmup": SetKind.WARM_UP, "dropset": SetKind.DROP, "failure": SetKind.FAILURE}
KG = {"weight_kg": 1.0, "weight_lbs": POUND}
METRES = {"distance_km": 1000.0, "distance_miles": MILE, "distance_meters": 1.0}
FARTHEST = 1_000_000.0


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of Hevy's table."""
    return table.columns(header, NAMES).keys() >= {"start", "exercise", "kind", "reps"}


def read(data: bytes) -> list[StrengthActivity]:
    """Every workout of the table in its order, sets in theirs; rows without a date or an exercise are left out.

    Raises UnknownTable for another table, NoSets for one without a set, DatesUnreadable where no date is one, or what
    `table.rows` does.
    """
    header, rows = table.header_and_rows(data)
    if not knows(header):
        raise UnknownTable(column=one_line(header[0], 40) or "")
    places = table.columns(header, NAMES)
    workouts = Workouts("hevy")
    for row in rows:
        cells = {column: table.cell(row, places, column) for column in NAMES}
        if exercise := one_line(cells["exercise"]):
            workouts.add(
                _set(exercise, cells),
                start=cells["start"],
                end=cells["end"],
                title=cells["title"],
                notes=cells["notes"],
            )
    return workouts.read()


def _set(exercise: str, cells: Mapping[str, str]) -> ImportedSet:
    return ImportedSet(
        exercise=exercise,
        kind=KINDS.get(cells["kind"].lower(), SetKind.WORKING),
        reps=reps(cells["reps"]),
        seconds=above_zero(cells["seconds"], most=LONGEST),
        kg=_measured(cells, KG, MOST_KG),
        metres=_measured(cells, METRES, FARTHEST),
        rpe=effort(cells["rpe"]),
        notes=note(cells["set_notes"]),
        superset=one_line(cells["superset"], 20),
    )


def _measured(cells: Mapping[str, str], factors: Mapping[str, float], most: float) -> float | None:
    return next(
        (value for column, factor in factors.items() if (value := above_zero(cells[column], factor, most))), None
    )
