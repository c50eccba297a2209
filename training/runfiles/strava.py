"""Reads Strava's table of activities, activities.csv: dates in UTC, columns by translated name or known position.

The header is in the language of the account and repeats names: "Distance" first in kilometres, then in metres. The
last of the repeated columns is the exact one in every layout. Where no name is known, the number of columns tells
their places, which moved once: tables before 2023 lack two columns near the front. Where that is not known either,
the column of the file names tells which of the two it is.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import chain, islice
from statistics import median

from training.runfiles import sport, table
from training.runfiles.activity import DAY, UNKNOWN_SPORT, Doubt, ParsedActivity, one_line
from training.runfiles.errors import NoActivity, UnknownTable

# As `table.plain` gives them; English, Dutch and German from exports, the others as Strava's pages name them.
NAMES: Mapping[str, tuple[str, ...]] = {
    "id": ("activity id", "id", "activiteits-id", "aktivitats-id", "id de l'activite", "id de actividad",
           "id attivita", "id da atividade"),
    "start": ("activity date", "date", "datum van activiteit", "aktivitatsdatum", "date de l'activite",
              "fecha de la actividad", "data dell'attivita", "data da atividade"),
    "title": ("activity name", "name", "naam activiteit", "name der aktivitat", "nom de l'activite",
              "nombre de la actividad", "nome attivita", "nome da atividade"),
    "sport": ("activity type", "type", "activiteitstype", "aktivitatsart", "type d'activite", "tipo de actividad",
              "tipo di attivita", "tipo de atividade"),
    "file": ("filename", "bestandsnaam", "dateiname", "nom du fichier", "nombre de archivo", "nome file",
             "nome do arquivo"),
    "elapsed": ("elapsed time", "elapsed_time", "verstreken tijd", "verstrichene zeit", "temps ecoule",
                "tiempo transcurrido", "tempo trascorso", "tempo decorrido"),
    "moving": ("moving time", "beweegtijd", "bewegungszeit", "duree de deplacement", "tiempo en movimiento",
               "tempo in movimento", "tempo de movimentacao"),
    "metres": ("distance", "afstand", "distanz", "distancia", "distanza"),
    "km": ("distance", "afstand", "distanz", "distancia", "distanza"),
    "max_hr": ("max heart rate", "max. hartslag", "max. herzfrequenz", "frequence cardiaque max.",
               "ritmo cardiaco maximo", "frequenza cardiaca massima", "frequencia cardiaca maxima"),
    "avg_hr": ("average heart rate", "gemiddelde hartslag", "durchschnittliche herzfrequenz",
               "frequence cardiaque moyenne", "frecuencia cardiaca promedio", "frequenza cardiaca media",
               "frequencia cardiaca media"),
}  # fmt: skip
NAMES = {**NAMES, "max_hr_in_front": NAMES["max_hr"]}
# Of these the last counts: the first is rounded, or in kilometres, or often empty.
LAST = ("elapsed", "metres", "max_hr", "avg_hr")

_FRONT = {"id": 0, "start": 1, "title": 2, "sport": 3}
_LONG = {**_FRONT, "km": 6, "max_hr_in_front": 7, "file": 12, "elapsed": 15, "moving": 16, "metres": 17, "max_hr": 30,
         "avg_hr": 31}  # fmt: skip
_SHORT = {**_FRONT, "km": 6, "file": 10, "elapsed": 13, "moving": 14, "metres": 15, "max_hr": 28, "avg_hr": 29}
_OLD = {**_FRONT, "elapsed": 5, "metres": 6, "file": 9}
PLACES: Mapping[int, Mapping[str, int]] = {
    10: _OLD, 72: _SHORT, 77: _SHORT, 86: _LONG, 87: _LONG, 92: _LONG, 94: _LONG, 103: _LONG,
}  # fmt: skip
FOLDER = "activities/"
ROWS_TO_LOOK_AT = 100
CRAWL = 0.1  # metres a second


@dataclass(frozen=True, slots=True)
class Row:
    """One activity of the table: how its file is named (empty for a manual entry), and what the row itself tells.

    `activity` is None where the row has no date or no time; its file may tell them.
    """

    file: str
    title: str | None
    sport: str
    sub_sport: str | None
    device_key: str | None
    index: int
    activity: ParsedActivity | None


def read(data: bytes) -> list[ParsedActivity]:
    """Every activity of the table in its order; `seconds` is Strava's moving time, or the elapsed one in old tables.

    Raises UnknownTable for another kind of table and NoActivity for one without a dated row, or what `table.rows` does.
    """
    activities = [row.activity for row in read_rows(data) if row.activity is not None]
    if not activities:
        raise NoActivity(format="Strava")
    return activities


def read_rows(data: bytes) -> Iterator[Row]:
    """The rows of the table one by one, to be joined with their files.

    Raises UnknownTable, or what `table.rows` does.
    """
    header, remaining = table.header_and_rows(data)
    first = list(islice(remaining, ROWS_TO_LOOK_AT))
    places = _places(header, first)
    month_first = table.month_first(table.cell(line, places, "start") for line in first)
    kilometres_alone = _kilometres_alone(places, first)
    for index, line in enumerate(chain(first, remaining)):
        yield _row(line, places, index, month_first=month_first, kilometres_alone=kilometres_alone)


def knows(header: Sequence[str]) -> bool:
    """Whether a header has the names of Strava's table, in a language that is known."""
    return _named(header) is not None


def _named(header: Sequence[str]) -> Mapping[str, int] | None:
    named = table.columns(header, NAMES, LAST)
    tells = {"elapsed", "metres"} <= named.keys() or "file" in named
    return named if tells and {"start", "sport"} <= named.keys() else None


def _places(header: Sequence[str], first: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """Where each column stands."""
    if named := _named(header):
        # A translation that is not known to the letter leaves some columns without a name.
        return {**PLACES.get(len(header), {}), **named}
    if known := PLACES.get(len(header)):
        return known
    layouts = [
        layout
        for layout in (_LONG, _SHORT)
        if len(header) > layout["avg_hr"]
        and any(table.cell(line, layout, "file").startswith(FOLDER) for line in first)
        and any(table.moment(table.cell(line, layout, "start")) for line in first)
    ]
    if not layouts:
        raise UnknownTable(column=one_line(header[0], 40) or "")
    return layouts[0]


def _kilometres_alone(places: Mapping[str, int], first: Sequence[Sequence[str]]) -> bool:
    """Whether the only column of distances is in kilometres, as in tables from 2018 to 2020: as metres, it would crawl.

    The tables before those have metres alone.
    """
    if places.get("km") != places.get("metres"):
        return False
    speeds = []
    for line in first:
        distance, lasting = (table.number(table.cell(line, places, column)) for column in ("metres", "elapsed"))
        if distance and lasting:
            speeds.append(distance / lasting)
    return bool(speeds) and median(speeds) < CRAWL


def _row(
    line: Sequence[str], places: Mapping[str, int], index: int, *, month_first: bool | None, kilometres_alone: bool
) -> Row:
    def cell(column: str) -> str:
        return table.cell(line, places, column)

    name, sub_sport = sport.from_words(cell("sport"))
    title = one_line(cell("title"))
    key = f"strava {cell('id')[:40]}" if cell("id") else None
    start = table.moment(cell("start"), month_first=month_first)
    elapsed, moving = table.number(cell("elapsed")), table.number(cell("moving"))
    lasting = moving or elapsed
    if start is None or not lasting:
        return Row(cell("file"), title, name, sub_sport, key, index, None)
    apart = places.get("km") != places.get("metres")
    # A table saved by hand repeats the kilometres in the exact column.
    may_be_km = table.number(cell("km")) == table.number(cell("metres")) if apart else kilometres_alone
    doubts = [Doubt.TIME_WITH_PAUSES] if not moving else []
    if moving and elapsed and elapsed > DAY:
        elapsed = None
        doubts.append(Doubt.TOO_LONG)
    doubts += [Doubt.SPORT_UNKNOWN] if name == UNKNOWN_SPORT else []
    activity = ParsedActivity(
        format="strava",
        sport=name,
        sub_sport=sub_sport,
        start=start.replace(tzinfo=UTC),
        seconds=lasting,
        elapsed_seconds=elapsed,
        metres=_metres(cell("metres"), lasting, may_be_km=may_be_km),
        avg_hr=table.beats(cell("avg_hr")),
        max_hr=table.beats(cell("max_hr")) or table.beats(cell("max_hr_in_front")),
        title=title,
        device_key=key,
        index=index,
        warnings=tuple(doubts),
    )
    return Row(cell("file"), title, name, sub_sport, key, index, activity)


def _metres(text: str, lasting: float, *, may_be_km: bool) -> float | None:
    """Metres; a swim's stay what they are in a column of kilometres, which its speed tells."""
    metres = table.number(text)
    if not metres:
        return None
    return round(metres * 1000, 1) if may_be_km and metres / lasting < CRAWL else metres
