"""Reads Garmin Connect's table of activities, Activities.csv: local times without a zone, columns by translated name.

The table names no unit. Distances of runs on a track, of swims and of rowing are metres, which the speed tells (a table
saved anew by a spreadsheet has kilometres there); all others are kilometres or miles, as the account was set. Stride
length times cadence times duration tells which, and where it cannot, the runner is asked. Decimal signs are decided by
column. The first columns always stand in one order, by which a table in an unknown language is read.
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, islice

from training.runfiles import sport, table
from training.runfiles.activity import DAY, UNKNOWN_SPORT, Doubt, ParsedActivity, one_line
from training.runfiles.errors import DatesUnreadable, LapsTable, NoActivity, UnknownTable
from training.runfiles.questions import DistanceUnit, DistanceUnitUnknown, RunAsWritten

# As `table.plain` gives them; of several columns of a name the first.
NAMES: Mapping[str, tuple[str, ...]] = {
    "sport": ("activity type", "aktivitetstype", "aktivitatstyp", "activiteittype", "type activiteit",
              "tipo de actividad", "tipo de atividade", "tevekenyseg tipusa", "type d'activite", "tipo di attivita",
              "tipo attivita", "aktivitetstyp", "typ aktywnosci", "活动类型"),
    "start": ("date", "dato", "datum", "fecha", "data", "日期", "日付"),
    "title": ("title", "titel", "titulo", "cim", "titre", "titolo", "tittel", "tytuł", "namn", "标题"),
    "distance": ("distance", "distanz", "afstand", "distancia", "tavolsag", "distanza", "distanse", "distans",
                 "dystans", "avstand", "距离", "距離"),
    "time": ("time", "tid", "zeit", "tijd", "tiempo", "tempo", "ido", "duree", "temps", "czas", "tempo total", "时间"),
    "elapsed": ("elapsed time", "verstrichene zeit", "verstreken tijd", "tiempo transcurrido", "forlobet tid",
                "forløbet tid", "temps ecoule", "tempo trascorso", "tempo decorrido", "forfluten tid",
                "forlopt tid", "forløpt tid", "全程耗时", "経過時間"),
    "avg_hr": ("avg hr", "gennemsnitlig puls", "ø herzfrequenz", "gem. hs", "frecuencia cardiaca media",
               "frequence cardiaque moyenne", "frequenza cardiaca media", "fc media", "gjennomsnittlig puls",
               "medelpuls", "srednie tetno", "ø hf", "平均心率", "平均心拍数"),
    "max_hr": ("max hr", "maks. puls", "maximale herzfrequenz", "max. hs", "fc maxima",
               "frequence cardiaque maximale", "frequenza cardiaca massima", "fc max", "maxpuls", "makspuls",
               "maksymalne tetno", "max. hf", "frecuencia cardiaca maxima", "最大心率", "最大心拍数"),
    "cadence": ("avg run cadence", "gennemsnit kadence løb", "ø schrittfrequenz (laufen)", "gem. slagen",
                "cadencia de carrera media", "cadence de course moyenne", "cadenza di corsa media",
                "medellopkadens", "gjennomsnittlig frekvens for løping", "srednia kadencja biegu",
                "cadencia de corrida media", "平均步频"),
    "stride": ("avg stride length", "gennemsnitlig skridtlængde", "ø schrittlange", "gem. staplengte",
               "longitud media de zancada", "longueur moyenne des foulees", "lunghezza media passo",
               "medelsteglangd", "gjennomsnittlig skrittlengde", "srednia długosc kroku",
               "comprimento medio da passada", "平均步长", "平均歩幅"),
}  # fmt: skip
LAPS = ("laps", "lap", "runden", "runde", "omgange", "omgang", "ronden", "ronde", "vueltas", "vuelta", "circuits",
        "tours", "giri", "voltas")  # fmt: skip

type Cells = Mapping[str, str]

# A treadmill's stride is measured as the distance is, by the arm, so that it tells as well.
OFF_TRACK = (("running", None), ("running", "trail"), ("running", "treadmill"), ("running", "indoor"))

# The first columns, which every language has in this order; the favourite was not always one of them.
FRONTS = (
    {"sport": 0, "start": 1, "title": 3, "distance": 4, "time": 6},
    {"sport": 0, "start": 1, "title": 2, "distance": 3, "time": 5},
)
ROWS_TO_LOOK_AT = 5

# Metres a second: what is faster in kilometres is written in metres. Nobody swims or runs the first, and few fly the
# second.
FASTEST_ON_FOOT = 12.0
FASTEST = 100.0

MINUTE = 60.0
WHOLE_MINUTES = re.compile(r"\d+:\d\d")
# Hours and minutes taken for minutes and seconds are this many times shorter than the longest duration beside them.
TOO_SHORT = 20
NOTHING = "--"

# Stride times cadence is right within a few per cent; the two units differ by 61.
UNIT_SHARE = 0.15
EXAMPLES = 3


def read(data: bytes, unit: DistanceUnit | None = None) -> list[ParsedActivity]:
    """Every activity of the table in its order, `start` being the local time as if it were UTC (`start_is_local`).

    `unit` is what the runner answered. Raises DistanceUnitUnknown where it is needed, LapsTable for the laps of one
    run, UnknownTable for another table, DatesUnreadable where no date is one, NoActivity for one without
    durations, or what `table.rows` does.
    """
    header, remaining = table.header_and_rows(data)
    first = list(islice(remaining, ROWS_TO_LOOK_AT))
    places = _places(header, first)
    if places is None:
        raise LapsTable if table.plain(header[0]) in LAPS else UnknownTable(column=one_line(header[0], 40) or "")
    rows = [_cells(line, places) for line in chain(first, remaining)]
    decimal = table.decimal_sign(row["distance"] for row in rows)
    month_first = table.month_first(row["start"] for row in rows)
    lasting = _durations(rows)
    told = unit or _unit(rows, lasting, decimal)
    starts = [table.moment(row["start"], month_first=month_first) for row in rows]
    written = next((row["start"] for row in rows if row["start"]), "")
    if written and not any(starts):
        raise DatesUnreadable(example=one_line(written, 40) or "")
    activities = [
        activity
        for index, (row, start) in enumerate(zip(rows, starts, strict=True))
        if start is not None
        and (activity := _activity(row, index, start, lasting[index], decimal, told or DistanceUnit.KILOMETRES))
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


def knows(header: Sequence[str], first: Sequence[Sequence[str]]) -> bool:
    """Whether a header, or else the first rows under it, are those of Garmin's table of activities."""
    return _places(header, first) is not None


def _places(header: Sequence[str], first: Sequence[Sequence[str]]) -> Mapping[str, int] | None:
    """Where each column stands; None for another table."""
    named = table.columns(header, NAMES)
    if named.keys() >= {"sport", "start", "distance", "time"}:
        return named
    return next((front | named for front in FRONTS if first and all(_fits(row, front) for row in first)), None)


def _fits(row: Sequence[str], front: Mapping[str, int]) -> bool:
    """Whether a row has a sport, a moment, a distance and a duration at its front."""
    sport_word, start, distance, time = (
        table.cell(row, front, name) for name in ("sport", "start", "distance", "time")
    )
    return (
        any(letter.isalpha() for letter in sport_word)
        and table.ISO_DAY.match(start) is not None
        and table.moment(start) is not None
        and (distance == NOTHING or table.number(distance) is not None)
        and (time == NOTHING or table.seconds(time) is not None)
    )


def _cells(line: Sequence[str], places: Mapping[str, int]) -> Cells:
    """What is read of a row; beside a time like "0:24" its full durations as well, parted by spaces."""
    cells = {column: table.cell(line, places, column) for column in places}
    short = cells["time"].count(":") == 1
    full = (cell.strip() for cell in line if cell.count(":") == 2) if short else ()
    return cells | {"full": " ".join(text for text in full if table.seconds(text))}


def _durations(rows: Sequence[Cells]) -> list[float | None]:
    """Seconds of each row. Some tables write hours and minutes alone, rounded up, as others do minutes and seconds.

    Beside them stand full durations, with and without pauses: they tell which of the two it is, and the seconds.
    """
    written = [table.seconds(row["time"]) for row in rows]
    fulls = [[table.seconds(text) or 0.0 for text in row["full"].split()] for row in rows]
    votes = [max(full) > TOO_SHORT * time for full, time in zip(fulls, written, strict=True) if full and time]
    if votes.count(True) <= votes.count(False):
        return written
    return [
        _to_the_second(time * MINUTE, full) if time and WHOLE_MINUTES.fullmatch(row["time"]) else time
        for row, time, full in zip(rows, written, fulls, strict=True)
    ]


def _to_the_second(rounded_up: float, full: Sequence[float]) -> float:
    """The longest of a row's full durations that is rounded up to this, or else the middle of the minute."""
    fitting = [time for time in full if 0 <= rounded_up - time < MINUTE]
    return max(fitting, default=rounded_up - MINUTE / 2)


def _unit(rows: Iterable[Cells], lasting: Iterable[float | None], decimal: str) -> DistanceUnit | None:
    """The unit that the strides of the runs add up to, None where they do not tell."""
    runs = [
        (row, seconds)
        for row, seconds in zip(rows, lasting, strict=True)
        if seconds and sport.from_words(row["sport"]) in OFF_TRACK
    ]
    stride_sign = table.decimal_sign(row.get("stride", "") for row, _ in runs)
    ratios = []
    for row, seconds in runs:
        stride, cadence = table.number(row.get("stride", ""), decimal=stride_sign), table.number(row.get("cadence", ""))
        distance = table.number(row["distance"], decimal=decimal)
        if stride and cadence and distance:
            ratios.append(stride * cadence * seconds / MINUTE / distance)
    if not ratios:
        return None
    metres = sorted(ratios)[len(ratios) // 2]
    return next((unit for unit in DistanceUnit if abs(math.log(metres / unit.metres)) < UNIT_SHARE), None)


def _activity(
    row: Cells, index: int, start: datetime, lasting: float | None, decimal: str, unit: DistanceUnit
) -> ParsedActivity | None:
    if not lasting:
        return None
    name, sub_sport = sport.from_words(row["sport"])
    elapsed = table.seconds(row.get("elapsed", ""))
    doubts = [
        Doubt.NO_TIME_ZONE,
        *([Doubt.SPORT_UNKNOWN] if name == UNKNOWN_SPORT else []),
        *([Doubt.TOO_LONG] if elapsed and elapsed > DAY else []),
    ]
    return ParsedActivity(
        format="garmin",
        sport=name,
        sub_sport=sub_sport,
        start=start.replace(tzinfo=UTC),
        start_is_local=True,
        seconds=lasting,
        elapsed_seconds=None if Doubt.TOO_LONG in doubts else elapsed,
        metres=_metres(
            row["distance"], lasting, decimal, unit, may_be_metres=sub_sport == "track" or name == "swimming"
        ),
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
    # What is written in metres, such as a track's or pool's distance, is in kilometres where it was saved anew.
    metres = distance * (1000 if may_be_metres else unit.metres)
    if metres / lasting > (FASTEST_ON_FOOT if may_be_metres else FASTEST):
        return distance
    return round(metres, 1)


def _examples(activities: Iterable[ParsedActivity]) -> tuple[RunAsWritten, ...]:
    """The longest runs, their distances as the table writes them."""
    runs = [
        RunAsWritten(activity.start.replace(tzinfo=None), activity.title, activity.metres / 1000, activity.seconds)
        for activity in activities
        if activity.may_be_run and activity.sub_sport != "track" and activity.start and activity.metres
    ]
    return tuple(sorted(runs, key=lambda run: -run.distance)[:EXAMPLES])
