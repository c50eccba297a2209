"""Reads Garmin Connect's table of activities, Activities.csv: local times without a zone, columns by translated name.

The table names no unit. Distances of runs on a track and of swims are metres, unless that were slower than a crawl (a
table saved anew by a spreadsheet); all others are kilometres or miles, as the account was set. Stride length times
cadence times duration tells which, and where it cannot, the runner is asked. Decimal signs are decided by column.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC

from training.runfiles import sport, table
from training.runfiles.activity import UNKNOWN_SPORT, Doubt, ParsedActivity, one_line
from training.runfiles.errors import LapsTable, NoActivity, UnknownTable
from training.runfiles.questions import DistanceUnit, DistanceUnitUnknown, RunAsWritten

# As `table.plain` gives them; of several columns of a name the first.
NAMES: Mapping[str, tuple[str, ...]] = {
    "sport": ("activity type", "aktivitetstype", "aktivitatstyp", "activiteittype", "type activiteit",
              "tipo de actividad", "tipo de atividade", "tevekenyseg tipusa", "type d'activite", "tipo di attivita",
              "tipo attivita", "aktivitetstyp", "typ aktywnosci"),
    "start": ("date", "dato", "datum", "fecha", "data"),
    "title": ("title", "titel", "titulo", "cim", "titre", "titolo", "tittel", "tytul"),
    "distance": ("distance", "distanz", "afstand", "distancia", "tavolsag", "distanza", "distanse", "distans",
                 "dystans"),
    "time": ("time", "tid", "zeit", "tijd", "tiempo", "tempo", "ido", "duree", "temps", "czas"),
    "elapsed": ("elapsed time", "verstrichene zeit", "verstreken tijd", "tiempo transcurrido", "forlobet tid",
                "forløbet tid", "temps ecoule", "tempo trascorso", "tempo decorrido", "forfluten tid"),
    "avg_hr": ("avg hr", "gennemsnitlig puls", "ø herzfrequenz", "gem. hs", "frecuencia cardiaca media",
               "frequence cardiaque moyenne", "frequenza cardiaca media", "fc media", "gjennomsnittlig puls",
               "medelpuls"),
    "max_hr": ("max hr", "maks. puls", "maximale herzfrequenz", "max. hs", "fc maxima",
               "frequence cardiaque maximale", "frequenza cardiaca massima", "fc max", "maxpuls"),
    "cadence": ("avg run cadence", "gennemsnit kadence løb", "ø schrittfrequenz (laufen)", "gem. slagen",
                "cadencia de carrera media", "cadence de course moyenne", "cadenza di corsa media"),
    "stride": ("avg stride length", "gennemsnitlig skridtlængde", "ø schrittlange", "gem. staplengte",
               "longitud media de zancada", "longueur moyenne des foulees", "lunghezza media passo"),
}  # fmt: skip
LAPS = ("laps", "lap", "runden", "runde", "omgange", "omgang", "ronden", "ronde", "vueltas", "vuelta", "circuits",
        "tours", "giri", "voltas")  # fmt: skip

type Cells = Mapping[str, str]

# A treadmill's stride is measured as the distance is, by the arm, so that it tells as well.
OFF_TRACK = (("running", None), ("running", "trail"), ("running", "treadmill"), ("running", "indoor"))

CRAWL = 0.2  # metres a second

# Stride times cadence is right within a few per cent; the two units differ by 61.
UNIT_SHARE = 0.15
EXAMPLES = 3


def read(data: bytes, unit: DistanceUnit | None = None) -> list[ParsedActivity]:
    """Every activity of the table in its order, `start` being the local time as if it were UTC (`start_is_local`).

    `unit` is what the runner answered. Raises DistanceUnitUnknown where it is needed, LapsTable for the laps of one
    run, UnknownTable for another table, NoActivity for one without a dated row, or what `table.rows` does.
    """
    header, remaining = table.header_and_rows(data)
    if not knows(header):
        raise LapsTable if table.plain(header[0]) in LAPS else UnknownTable(column=one_line(header[0], 40) or "")
    places = table.columns(header, NAMES)
    rows = [{column: table.cell(line, places, column) for column in places} for line in remaining]
    decimal = table.decimal_sign(row["distance"] for row in rows)
    told = unit or _unit(rows, decimal)
    activities = [
        activity
        for index, row in enumerate(rows)
        if (activity := _activity(row, index, decimal, told or DistanceUnit.KILOMETRES)) is not None
    ]
    if not activities:
        raise NoActivity(format="Garmin")
    if told is None and (examples := _examples(activities)):
        raise DistanceUnitUnknown(examples)
    if unit is None and told is DistanceUnit.MILES:
        activities = [
            replace(activity, warnings=(*activity.warnings, Doubt.MILES_FROM_STRIDE)) for activity in activities
        ]
    return activities


def knows(header: Sequence[str]) -> bool:
    """Whether a header is that of Garmin's table of activities."""
    return {"sport", "start", "distance", "time"} <= table.columns(header, NAMES).keys()


def _unit(rows: Iterable[Cells], decimal: str) -> DistanceUnit | None:
    """The unit that the strides of the runs add up to, None where they do not tell."""
    runs = [row for row in rows if sport.from_words(row["sport"]) in OFF_TRACK]
    stride_sign = table.decimal_sign(row.get("stride", "") for row in runs)
    ratios = []
    for row in runs:
        stride, cadence = table.number(row.get("stride", ""), decimal=stride_sign), table.number(row.get("cadence", ""))
        seconds, distance = table.seconds(row["time"]), table.number(row["distance"], decimal=decimal)
        if stride and cadence and seconds and distance:
            ratios.append(stride * cadence * seconds / 60 / distance)
    if not ratios:
        return None
    metres = sorted(ratios)[len(ratios) // 2]
    return next((unit for unit in DistanceUnit if abs(math.log(metres / unit.metres)) < UNIT_SHARE), None)


def _activity(row: Cells, index: int, decimal: str, unit: DistanceUnit) -> ParsedActivity | None:
    start, lasting = table.moment(row["start"]), table.seconds(row["time"])
    if start is None or not lasting:
        return None
    name, sub_sport = sport.from_words(row["sport"])
    may_be_metres = sub_sport == "track" or name == "swimming"
    doubts = [Doubt.NO_TIME_ZONE, *([Doubt.SPORT_UNKNOWN] if name == UNKNOWN_SPORT else [])]
    return ParsedActivity(
        format="garmin",
        sport=name,
        sub_sport=sub_sport,
        start=start.replace(tzinfo=UTC),
        start_is_local=True,
        seconds=lasting,
        elapsed_seconds=table.seconds(row.get("elapsed", "")),
        metres=_metres(row["distance"], lasting, decimal, unit, may_be_metres=may_be_metres),
        avg_hr=table.beats(row.get("avg_hr", "")),
        max_hr=table.beats(row.get("max_hr", "")),
        title=one_line(row.get("title")),
        index=index,
        warnings=tuple(doubts),
    )


def _metres(text: str, lasting: float, decimal: str, unit: DistanceUnit, *, may_be_metres: bool) -> float | None:
    distance = table.number(text, decimal=decimal)
    if not distance:
        return None
    if may_be_metres and distance / lasting >= CRAWL:
        return distance
    # A track's or pool's distance that is too small for metres was saved anew in kilometres.
    return round(distance * (1000 if may_be_metres else unit.metres), 1)


def _examples(activities: Iterable[ParsedActivity]) -> tuple[RunAsWritten, ...]:
    """The longest runs, their distances as the table writes them."""
    runs = [
        RunAsWritten(activity.start.replace(tzinfo=None), activity.title, activity.metres / 1000, activity.seconds)
        for activity in activities
        if activity.may_be_run and activity.sub_sport != "track" and activity.start and activity.metres
    ]
    return tuple(sorted(runs, key=lambda run: -run.distance)[:EXAMPLES])
