"""Reads Garmin Connect's table of activities, Activities.csv: local times without a zone, columns by translated name.

The table names no unit: distances are taken as kilometres, but those of runs on a track and of swims, which are
metres unless that were slower than a crawl (a table saved anew by a spreadsheet). A decimal comma or a comma between
thousands is decided cell by cell.
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC

from training.runfiles import sport, table
from training.runfiles.activity import UNKNOWN_SPORT, Doubt, ParsedActivity, one_line
from training.runfiles.errors import NoActivity, NotARunFile

NAMES: Mapping[str, tuple[str, ...]] = {
    "sport": ("activity type", "aktivitetstype", "aktivitatstyp", "activiteittype", "tipo de actividad",
              "tipo de atividade", "tevekenyseg tipusa"),
    "start": ("date", "dato", "datum", "fecha", "data"),
    "title": ("title", "titel", "titulo", "cim"),
    "distance": ("distance", "distanz", "afstand", "distancia", "tavolsag"),
    "time": ("time", "tid", "zeit", "tijd", "tiempo", "tempo", "ido"),
    "elapsed": ("elapsed time", "verstrichene zeit", "verstreken tijd", "tiempo transcurrido", "forlobet tid"),
    "avg_hr": ("avg hr", "gennemsnitlig puls", "ø herzfrequenz", "gem. hs", "frecuencia cardiaca media"),
    "max_hr": ("max hr", "maks. puls", "maximale herzfrequenz", "max. hs", "fc maxima"),
}  # fmt: skip

CRAWL = 0.2  # metres a second
TRACKS = ("track", "auf der bahn", "op de baan", "pista", "pa bane")
RUNS = ("lauf", "løb", "lob", "hardlop", "carrera", "corrida", "course", "corsa", "futas")


def read(data: bytes) -> list[ParsedActivity]:
    """Every activity of the table in its order, `start` being the local time as if it were UTC.

    Raises NotARunFile for another kind of table (laps among them) and NoActivity for one without a dated row.
    """
    try:
        header, *lines = table.rows(data)
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        raise NotARunFile from error
    plain = [table.plain(name) for name in header]
    places = {
        column: next(place for place, name in enumerate(plain) if name in names)
        for column, names in NAMES.items()
        if not set(names).isdisjoint(plain)
    }
    if not {"sport", "start", "distance", "time"} <= places.keys():
        raise NotARunFile
    activities = [
        activity for index, line in enumerate(lines) if (activity := _activity(line, places, index)) is not None
    ]
    if not activities:
        raise NoActivity(format="Garmin")
    return activities


def _activity(line: Sequence[str], places: Mapping[str, int], index: int) -> ParsedActivity | None:
    def cell(column: str) -> str:
        place = places.get(column)
        return line[place] if place is not None and place < len(line) else ""

    start, lasting = table.moment(cell("start")), table.seconds(cell("time"))
    if start is None or not lasting:
        return None
    name, sub_sport = _sport(cell("sport"))
    doubts = [Doubt.NO_TIME_ZONE, *([Doubt.SPORT_UNKNOWN] if name == UNKNOWN_SPORT else [])]
    return ParsedActivity(
        format="garmin",
        sport=name,
        sub_sport=sub_sport,
        start=start.replace(tzinfo=UTC),
        seconds=lasting,
        elapsed_seconds=table.seconds(cell("elapsed")),
        metres=_metres(cell("distance"), lasting, may_be_metres=sub_sport == "track" or name == "swimming"),
        avg_hr=_beats(cell("avg_hr")),
        max_hr=_beats(cell("max_hr")),
        title=one_line(cell("title")),
        index=index,
        warnings=tuple(doubts),
    )


def _metres(text: str, lasting: float, *, may_be_metres: bool) -> float | None:
    distance = table.number(text, thousands=may_be_metres)
    if not distance:
        return None
    return distance if may_be_metres and distance / lasting >= CRAWL else round(distance * 1000, 1)


def _sport(word: str) -> tuple[str, str | None]:
    plain = table.plain(word)
    name, sub_sport = sport.from_words(word)
    if name == UNKNOWN_SPORT and any(part in plain for part in RUNS):
        name = "running"
    if name == "running" and any(part in plain for part in TRACKS):
        sub_sport = "track"
    if name == "running" and "laufband" in plain:
        sub_sport = "treadmill"
    return name, sub_sport


def _beats(text: str) -> int | None:
    value = table.number(text)
    return round(value) if value and value < 256 else None
