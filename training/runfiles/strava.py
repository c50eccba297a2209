"""Reads Strava's table of activities, activities.csv: dates in UTC, columns by translated name or known position.

The header is in the language of the account and repeats names: "Distance" first in kilometres, then in metres. The
last of the repeated columns is the exact one in every layout. Where no name is known, the number of columns tells
their places, which moved once: tables before 2023 lack two columns near the front.
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC

from training.runfiles import sport, table
from training.runfiles.activity import UNKNOWN_SPORT, Doubt, ParsedActivity, one_line
from training.runfiles.errors import NoActivity, NotARunFile

NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("activity id", "activiteits-id", "id"),
    "start": ("activity date", "datum van activiteit", "date"),
    "title": ("activity name", "naam activiteit", "name"),
    "sport": ("activity type", "activiteitstype", "type"),
    "elapsed": ("elapsed time", "verstreken tijd", "elapsed_time"),
    "moving": ("moving time", "beweegtijd"),
    "metres": ("distance", "afstand"),
    "max_hr": ("max heart rate", "max. hartslag"),
    "max_hr_in_front": ("max heart rate", "max. hartslag"),
    "avg_hr": ("average heart rate", "gemiddelde hartslag"),
}
# Of these the first counts: a later "Type" is another, and the last heart rate may be empty.
FIRST = ("id", "start", "title", "sport", "max_hr_in_front")

_FRONT = {"id": 0, "start": 1, "title": 2, "sport": 3}
_LONG = {**_FRONT, "max_hr_in_front": 7, "elapsed": 15, "moving": 16, "metres": 17, "max_hr": 30, "avg_hr": 31}
_SHORT = {**_FRONT, "elapsed": 13, "moving": 14, "metres": 15, "max_hr": 28, "avg_hr": 29}
PLACES: Mapping[int, Mapping[str, int]] = {
    10: {**_FRONT, "elapsed": 5, "metres": 6},
    72: _SHORT,
    77: _SHORT,
    87: _LONG,
    94: _LONG,
    103: _LONG,
}

# Words for a run that sport.from_words does not know.
RUNS = ("hardloop", "carrera", "lauf", "course a pied", "corsa", "corrida", "lop", "løb", "juoksu", "bieg")


def read(data: bytes) -> list[ParsedActivity]:
    """Every activity of the table in its order; `seconds` is Strava's moving time, or the elapsed one in old tables.

    Raises NotARunFile for another kind of table and NoActivity for one without a dated row.
    """
    try:
        header, *lines = table.rows(data)
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        raise NotARunFile from error
    places = _places(header)
    activities = [
        activity for index, line in enumerate(lines) if (activity := _activity(line, places, index)) is not None
    ]
    if not activities:
        raise NoActivity(format="Strava")
    return activities


def _places(header: Sequence[str]) -> Mapping[str, int]:
    """Where each column stands."""
    named: dict[str, int] = {}
    plain = [table.plain(name) for name in header]
    for column, names in NAMES.items():
        found = [place for place, name in enumerate(plain) if name in names]
        if found:
            named[column] = found[0] if column in FIRST else found[-1]
    if {"start", "sport", "elapsed", "metres"} <= named.keys():
        return named
    if len(header) not in PLACES:
        raise NotARunFile
    return PLACES[len(header)]


def _activity(line: Sequence[str], places: Mapping[str, int], index: int) -> ParsedActivity | None:
    def cell(column: str) -> str:
        place = places.get(column)
        return line[place] if place is not None and place < len(line) else ""

    start = table.moment(cell("start"))
    elapsed, moving = table.number(cell("elapsed")), table.number(cell("moving"))
    lasting = moving or elapsed
    if start is None or not lasting:
        return None
    name, sub_sport = _sport(cell("sport"))
    doubts = [Doubt.TIME_WITH_PAUSES] if not moving else []
    doubts += [Doubt.SPORT_UNKNOWN] if name == UNKNOWN_SPORT else []
    return ParsedActivity(
        format="strava",
        sport=name,
        sub_sport=sub_sport,
        start=start.replace(tzinfo=UTC),
        seconds=lasting,
        elapsed_seconds=elapsed,
        metres=table.number(cell("metres")) or None,
        avg_hr=_beats(cell("avg_hr")),
        max_hr=_beats(cell("max_hr")) or _beats(cell("max_hr_in_front")),
        title=one_line(cell("title")),
        device_key=f"strava {cell('id')}" if cell("id") else None,
        index=index,
        warnings=tuple(doubts),
    )


def _sport(word: str) -> tuple[str, str | None]:
    name, sub_sport = sport.from_words(word)
    if name == UNKNOWN_SPORT and any(part in table.plain(word) for part in RUNS):
        return "running", sub_sport
    return name, sub_sport


def _beats(text: str) -> int | None:
    value = table.number(text)
    return round(value) if value and value < 256 else None
