"""Reads Strong's table of workouts in its six layouts: one row a set, and rows for rest timers between them.

Some layouts name the unit of weights in a column or in its name. The others name none: then the runner is asked.
Distances without a unit are kilometres beside kilograms and miles beside pounds, as the app keeps them.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice

from training.runfiles import table
from training.runfiles.activity import one_line
from training.runfiles.errors import UnknownTable
from training.runfiles.questions import MILE, POUND, LoadAsWritten, WeightUnit, WeightUnitUnknown
from training.runfiles.sets import ImportedSet, SetKind
from training.runfiles.strength import StrengthActivity
from training.runfiles.workouts import LONGEST, MOST_KG, Workouts, above_zero, effort, note, reps

# As `table.plain` gives them.
NAMES: Mapping[str, tuple[str, ...]] = {
    "start": ("date", "datum"),
    "title": ("workout name", "workout-name"),
    "lasting": ("duration", "workout duration", "duration (sec)", "dauer"),
    "exercise": ("exercise name", "name der ubung"),
    "order": ("set order", "reihenfolge festlegen"),
    "weight": ("weight", "weight (kg)", "weight (lbs)", "weight (lb)", "gewicht", "gewicht (kg)", "kg", "lbs", "lb"),
    "weight_unit": ("weight unit",),
    "reps": ("reps", "wiederh."),
    "distance": (
        "distance",
        "distance (meters)",
        "distance (km)",
        "distance (miles)",
        "entfernung",
        "km",
        "mi",
        "miles",
    ),
    "distance_unit": ("distance unit",),
    "seconds": ("seconds", "sekunden"),
    "set_notes": ("notes", "notizen"),
    "notes": ("workout notes", "workout-notizen"),
    "rpe": ("rpe",),
}
# The classic layout, which other languages keep.
CLASSIC = ("start", "title", "lasting", "exercise", "order", "weight", "reps", "distance", "seconds", "set_notes",
           "notes", "rpe")  # fmt: skip
NUMBERS = ("weight", "reps", "distance", "seconds")
ROWS_TO_LOOK_AT = 20

# A letter on iOS, a word on Android.
KINDS = {
    "w": SetKind.WARM_UP,
    "warm_up": SetKind.WARM_UP,
    "d": SetKind.DROP,
    "drop_set": SetKind.DROP,
    "f": SetKind.FAILURE,
    "failure": SetKind.FAILURE,
}
KG = {"kg": 1.0, "kgs": 1.0, "lbs": POUND, "lb": POUND}
METRES = {"km": 1000.0, "m": 1.0, "meters": 1.0, "mi": MILE, "miles": MILE, "ft": 0.3048, "yd": 0.9144}
# "Weight (kg)", or "kg" alone as in the layout of 2015.
UNIT_IN_NAME = re.compile(r"(\w+)\)?$")
FARTHEST = 1_000_000.0
LENGTH = re.compile(r"(?:(\d+)\s*h[a-z]*)?\s*(?:(\d+)\s*m[a-z]*)?\s*(?:(\d+)\s*s[a-z]*)?")
EXAMPLES = 3
# More decimals than a person types.
CONVERTED_DECIMALS = 4


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of Strong's table, in a language whose names are known."""
    return table.columns(header, NAMES).keys() >= {"start", "exercise", "order", "weight", "reps"}


def read(data: bytes, unit: WeightUnit | None = None) -> list[StrengthActivity]:
    """Every workout of the table in its order, sets in theirs, rest timers left out.

    `unit` is what the runner answered, used where the table names none. Raises WeightUnitUnknown where it is needed,
    UnknownTable for another table, NoSets for one without a set, DatesUnreadable where no date is one, or what
    `table.rows` does.
    """
    header, remaining = table.header_and_rows(data)
    first = list(islice(remaining, ROWS_TO_LOOK_AT))
    places = _places(header, first)
    in_name = _units_in_names(header, places)
    workouts, loads = Workouts("strong"), _Loads()
    for row in chain(first, remaining):
        cells = {column: table.cell(row, places, column) for column in NAMES}
        kind, exercise = _kind(cells["order"]), one_line(cells["exercise"])
        if kind is None or not exercise:
            continue
        unit_told = cells["weight_unit"].lower().rstrip(".") or in_name.get("weight", "")
        if unit_told not in KG:
            loads.add(exercise, cells)
        workouts.add(
            _set(exercise, kind, cells, KG.get(unit_told), in_name.get("distance", ""), unit or WeightUnit.KILOGRAMS),
            start=cells["start"],
            title=cells["title"],
            lasting=_length(cells["lasting"]),
            notes=cells["notes"],
        )
    found = workouts.read()
    if unit is None and loads.heaviest:
        raise WeightUnitUnknown(loads.examples(), loads.likely)
    return found


class _Loads:
    """The heaviest set of each exercise whose unit nothing tells, and how many loads were converted."""

    def __init__(self) -> None:
        self.heaviest: dict[str, LoadAsWritten] = {}
        self.converted: Counter[WeightUnit] = Counter()

    def add(self, exercise: str, cells: Mapping[str, str]) -> None:
        load = table.number(cells["weight"])
        if not load:
            return
        if exercise not in self.heaviest or load > self.heaviest[exercise].load:
            self.heaviest[exercise] = LoadAsWritten(exercise, load, reps(cells["reps"]))
        if len(cells["weight"].partition(".")[2]) > CONVERTED_DECIMALS:
            self.converted[WeightUnit.KILOGRAMS] += _whole(load / POUND)
            self.converted[WeightUnit.POUNDS] += _whole(load * POUND)

    @property
    def likely(self) -> WeightUnit | None:
        unit, number = max(self.converted.items(), key=lambda one: one[1], default=(None, 0))
        return unit if number else None

    def examples(self) -> tuple[LoadAsWritten, ...]:
        return tuple(sorted(self.heaviest.values(), key=lambda written: -written.load)[:EXAMPLES])


def _whole(load: float) -> bool:
    """Whether a load is one of plates: quarters of a unit."""
    return abs(4 * load - round(4 * load)) < 0.001


def _places(header: Sequence[str], first: Iterable[Sequence[str]]) -> Mapping[str, int]:
    if knows(header):
        return table.columns(header, NAMES)
    if looks_classic(header, first):
        return {column: place for place, column in enumerate(CLASSIC)}
    raise UnknownTable(column=one_line(header[0], 40) or "")


def looks_classic(header: Sequence[str], first: Iterable[Sequence[str]]) -> bool:
    """Whether rows under a header in an unknown language are those of the classic layout: twelve cells in its order."""
    places = {column: place for place, column in enumerate(CLASSIC)}
    rows = list(first)
    return len(header) == len(CLASSIC) and bool(rows) and all(
        len(row) == len(CLASSIC)
        and table.moment(table.cell(row, places, "start")) is not None
        and all(table.number(table.cell(row, places, column) or "0") is not None for column in NUMBERS)
        and any(letter.isalpha() for letter in table.cell(row, places, "exercise"))
        for row in rows
    )  # fmt: skip


def _units_in_names(header: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    found = {
        column: UNIT_IN_NAME.search(table.plain(header[places[column]]))
        for column in ("weight", "distance")
        if column in places
    }
    return {column: match.group(1) for column, match in found.items() if match}


def _kind(order: str) -> SetKind | None:
    """What the set was for; None for rest timers and notes, which have another word there."""
    if order[:1].isdigit():
        return SetKind.WORKING
    return KINDS.get(order.lower().replace(" ", "_"))


def _set(
    exercise: str, kind: SetKind, cells: Mapping[str, str], kg: float | None, distance: str, unit: WeightUnit
) -> ImportedSet:
    metres = METRES.get(cells["distance_unit"].lower().rstrip(".") or distance)
    default = 1000.0 if unit is WeightUnit.KILOGRAMS else MILE
    return ImportedSet(
        exercise=exercise,
        kind=kind,
        reps=reps(cells["reps"]),
        seconds=above_zero(cells["seconds"], most=LONGEST),
        kg=above_zero(cells["weight"], kg or unit.kg, MOST_KG),
        metres=above_zero(cells["distance"], metres or default, FARTHEST),
        rpe=effort(cells["rpe"]),
        notes=note(cells["set_notes"]),
    )


def _length(text: str) -> float | None:
    """Seconds of "1h 7m", "31min", "20s" or "1267"."""
    if text.isdecimal():
        return float(text[:9])
    # Endless white space would take the pattern endless time.
    match = LENGTH.fullmatch(text.strip()[:40])
    if match is None or not any(match.groups()):
        return None
    hours, minutes, seconds = (float((part or "0")[:6]) for part in match.groups())
    return 3600 * hours + 60 * minutes + seconds
