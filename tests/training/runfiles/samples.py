"""Small valid run files made to order: `make_gpx`, `make_tcx`, `make_fit` and others, each returning bytes.

A run goes straight north at constant speed, with `points` points from its start to its end.
"""

import gzip
import io
import math
import struct
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 3, 6, 30, tzinfo=UTC)
METRES_A_DEGREE = math.pi * 6_371_000 / 180

FIT_EPOCH = 631_065_600
FIT_SPORTS = {"generic": 0, "running": 1, "cycling": 2, "transition": 3, "fitness_equipment": 4, "training": 10}
FIT_SUB_SPORTS = {"generic": 0, "treadmill": 1, "trail": 3, "track": 4, "strength_training": 20}
FIT_TYPES = {"settings": 2, "activity": 4, "workout": 5, "course": 6}


@dataclass(frozen=True)
class FitSession:
    """One session of a made FIT file; None leaves a field without a value."""

    start: datetime = START
    metres: float | None = 8000.0
    seconds: float | None = 2700.0
    elapsed_seconds: float | None = None
    avg_hr: int | None = 145
    sport: str = "running"
    sub_sport: str = "generic"
    record_metres: float | None = None
    record_hr: int | None = None
    sets: int = 0


def make_gpx(
    *,
    start: datetime = START,
    metres: float = 8000.0,
    seconds: float = 2700.0,
    avg_hr: int | None = 145,
    sport: str | None = "running",
    points: int = 28,
    title: str = "Morning run",
    latitude: float = 47.5,
    longitude: float = 8.1,
) -> bytes:
    """A GPX 1.1 track of one segment."""
    return wrap_gpx(
        gpx_segment(start, metres, seconds, avg_hr, points, latitude, longitude), sport=sport, title=title
    ).encode()


def gpx_segment(
    start: datetime = START,
    metres: float = 8000.0,
    seconds: float = 2700.0,
    avg_hr: int | None = 145,
    points: int = 28,
    latitude: float = 47.5,
    longitude: float = 8.1,
) -> str:
    """One <trkseg> as text."""
    rows = ["<trkseg>"]
    for share, when in _steps(start, seconds, points):
        north = latitude + share * metres / METRES_A_DEGREE
        heart = (
            f"<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>{avg_hr}</gpxtpx:hr>"
            f"</gpxtpx:TrackPointExtension></extensions>"
            if avg_hr is not None
            else ""
        )
        rows.append(f'<trkpt lat="{north:.7f}" lon="{longitude}"><time>{_zulu(when)}</time>{heart}</trkpt>')
    return "".join([*rows, "</trkseg>"])


def wrap_gpx(inner: str, *, sport: str | None = "running", title: str = "Morning run", declare: bool = True) -> str:
    """A whole GPX document around segments; `declare=False` forgets the heart rate's prefix, as some exports do."""
    prefix = ' xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1"' if declare else ""
    kind = f"<type>{sport}</type>" if sport else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<gpx version="1.1" creator="made by a test" xmlns="http://www.topografix.com/GPX/1/1"{prefix}>'
        f"<trk><name>{title}</name>{kind}{inner}</trk></gpx>"
    )


def make_tcx(
    *,
    start: datetime = START,
    metres: float = 8000.0,
    seconds: float = 2700.0,
    avg_hr: int | None = 145,
    sport: str = "Running",
    points: int = 28,
    laps: int = 2,
) -> bytes:
    """A TCX history with one activity of equal laps."""
    return wrap_tcx(tcx_activity(start, metres, seconds, avg_hr, sport, points, laps)).encode()


def tcx_activity(
    start: datetime = START,
    metres: float = 8000.0,
    seconds: float = 2700.0,
    avg_hr: int | None = 145,
    sport: str = "Running",
    points: int = 28,
    laps: int = 2,
) -> str:
    """One <Activity> as text."""
    heart = f"<AverageHeartRateBpm><Value>{avg_hr}</Value></AverageHeartRateBpm>" if avg_hr is not None else ""
    rows = [f'<Activity Sport="{sport}"><Id>{_zulu(start)}</Id>']
    for lap in range(laps):
        lap_start = start + timedelta(seconds=lap * seconds / laps)
        rows.append(
            f'<Lap StartTime="{_zulu(lap_start)}"><TotalTimeSeconds>{seconds / laps}</TotalTimeSeconds>'
            f"<DistanceMeters>{metres / laps}</DistanceMeters>{heart}<Track>"
        )
        for share, when in _steps(lap_start, seconds / laps, max(points // laps, 2)):
            rows.append(
                f"<Trackpoint><Time>{_zulu(when)}</Time>"
                f"<DistanceMeters>{(lap + share) * metres / laps:.2f}</DistanceMeters></Trackpoint>"
            )
        rows.append("</Track></Lap>")
    return "".join([*rows, "<Creator><Name>Forerunner of a test</Name></Creator></Activity>"])


def wrap_tcx(inner: str) -> str:
    """A whole TCX document around activities."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase '
        'xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">'
        f"<Activities>{inner}</Activities></TrainingCenterDatabase>"
    )


def make_fit(
    *,
    start: datetime = START,
    metres: float | None = 8000.0,
    seconds: float | None = 2700.0,
    avg_hr: int | None = 145,
    sport: str = "running",
    sub_sport: str = "generic",
    elapsed_seconds: float | None = None,
    record_metres: float | None = None,
    record_hr: int | None = None,
    sets: int = 0,
    points: int = 28,
    utc_offset: int | None = 3600,
    serial: int | None = 3_900_000_001,
    file_type: str = "activity",
) -> bytes:
    """A FIT activity of one session with a lap, records, goblet squats in sets of ten, and right checksums."""
    session = FitSession(
        start, metres, seconds, elapsed_seconds, avg_hr, sport, sub_sport, record_metres, record_hr, sets
    )
    return make_fit_sessions([session], points=points, utc_offset=utc_offset, serial=serial, file_type=file_type)


def make_fit_sessions(
    sessions: Sequence[FitSession],
    *,
    points: int = 28,
    utc_offset: int | None = 3600,
    serial: int | None = 3_900_000_001,
    file_type: str = "activity",
) -> bytes:
    """A FIT file of several sessions; none at all gives what a watch leaves when it breaks off."""
    created = fit_time(sessions[0].start if sessions else START)
    body = _message(
        0,
        [(0, 0, "B", FIT_TYPES[file_type]), (1, 132, "H", 1), (2, 132, "H", 3111), (3, 140, "I", serial),
         (4, 134, "I", created)],
    )  # fmt: skip
    for session in sessions:
        body += _records(session, points) + _sets(session)
    for number, mesg in enumerate([19, 18]):
        for session in sessions:
            body += _message(mesg, _summary(session, lap=number == 0))
    if sessions:
        end = fit_time(sessions[-1].start) + round(sessions[-1].seconds or 0)
        local = None if utc_offset is None else end + utc_offset
        body += _message(34, [(253, 134, "I", end), (1, 132, "H", len(sessions)), (5, 134, "I", local)])
    return seal_fit(body)


def seal_fit(body: bytes) -> bytes:
    """Header and checksums around FIT messages."""
    header = struct.pack("<BBHI4s", 14, 0x20, 2140, len(body), b".FIT")
    data = header + struct.pack("<H", fit_crc(header)) + body
    return data + struct.pack("<H", fit_crc(data))


def fit_crc(data: bytes) -> int:
    """CRC-16 as FIT uses it."""
    crc = 0
    for byte in data:
        crc = crc >> 8 ^ CRC_OF_BYTES[(crc ^ byte) & 0xFF]
    return crc


def _crc_of_byte(crc: int) -> int:
    for _ in range(8):
        crc = (crc >> 1) ^ 0xA001 if crc & 1 else crc >> 1
    return crc


CRC_OF_BYTES = [_crc_of_byte(byte) for byte in range(256)]


def fit_time(moment: datetime) -> int:
    """Seconds since FIT's epoch."""
    return round(moment.timestamp()) - FIT_EPOCH


def gzipped(data: bytes) -> bytes:
    """The same bytes every time: no time stamp inside."""
    return gzip.compress(data, mtime=0)


def make_zip(files: Mapping[str, bytes], *, stored: bool = False) -> io.BytesIO:
    """A zip of files by name, open for reading."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    packed.seek(0)
    return packed


STRAVA_HEADER = (
    "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Filename,"
    "Elapsed Time,Moving Time,Distance,Max Heart Rate,Average Heart Rate\n"
)


def strava_row(
    number: int = 1,
    *,
    file: str = "",
    sport: str = "Run",
    title: str = "Evening",
    date: str = "Mar 3, 2026, 6:30:00 AM",
) -> str:
    """A row of Strava's table, of a run of 8 km in 45 minutes."""
    return f'{number},"{date}",{title},{sport},,2760,8.00,{file},2760.0,2700.0,8000.0,170.0,145.0\n'


WORKOUT = """<Workout workoutActivityType="HKWorkoutActivityType{kind}" duration="{minutes}" durationUnit="min"{more}
 device="&lt;&lt;HKDevice: 0x1&gt;, name:Apple Watch, manufacturer:Apple&gt;"
 startDate="2026-03-03 06:30:00 +0000" endDate="2026-03-03 07:16:00 +0000">
 <MetadataEntry key="HKTimeZone" value="Europe/Zurich"/><MetadataEntry key="HKIndoorWorkout" value="{indoor}"/>
 <WorkoutActivity><WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="7.9" unit="km"/>
 </WorkoutActivity>{statistics}</Workout>"""
STATISTICS = """<WorkoutStatistics type="HKQuantityTypeIdentifierDistanceWalkingRunning" sum="8.0" unit="km"/>
 <WorkoutStatistics type="HKQuantityTypeIdentifierHeartRate" average="145.4" minimum="90" maximum="170"/>"""


def health_workout(
    *, kind: str = "Running", minutes: float = 45.0, indoor: int = 0, more: str = "", statistics: str = STATISTICS
) -> str:
    """A workout of Apple Health, 8 km in 45 minutes unless told otherwise."""
    return WORKOUT.format(kind=kind, minutes=minutes, indoor=indoor, more=more, statistics=statistics)


def make_health(*workouts: str) -> bytes:
    """An export.xml with a document type, as Apple writes it."""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!ELEMENT HealthData (ExportDate,Me)>\n]>\n'
        f'<HealthData locale="en_GB"><ExportDate value="2026-03-04 08:00:00 +0000"/>{"".join(workouts)}</HealthData>'
    ).encode()


INVALID = {"B": 0xFF, "H": 0xFFFF, "I": 0xFFFFFFFF, "i": 0x7FFFFFFF}


def _message(number: int, fields: list[tuple[int, int, str, int | None]]) -> bytes:
    """Definition and data of one message; a field is (number, base type, struct letter, value)."""
    definition = struct.pack("<BBBHB", 0x40, 0, 0, number, len(fields))
    definition += b"".join(
        struct.pack("<BBB", field, struct.calcsize(letter), base) for field, base, letter, _ in fields
    )
    values = b"".join(
        struct.pack("<" + letter, (0 if base == 140 else INVALID[letter]) if value is None else value)
        for _, base, letter, value in fields
    )
    return definition + b"\x00" + values


def _records(session: FitSession, points: int) -> bytes:
    metres = session.metres if session.record_metres is None else session.record_metres
    body = b""
    for share, when in _steps(session.start, session.elapsed_seconds or session.seconds or 0.0, points):
        north = 47.5 + share * (metres or 0.0) / METRES_A_DEGREE
        body += _message(
            20,
            [(253, 134, "I", fit_time(when)), (0, 133, "i", round(north * 2**31 / 180)),
             (1, 133, "i", round(8.1 * 2**31 / 180)),
             (5, 134, "I", None if metres is None else round(share * metres * 100)),
             (3, 2, "B", session.avg_hr if session.record_hr is None else session.record_hr)],
        )  # fmt: skip
    return body


def _sets(session: FitSession) -> bytes:
    """Ten goblet squats with 20 kg every two minutes, half a minute each, and a rest behind each."""
    body = b""
    for number in range(2 * session.sets):
        begins, done = fit_time(session.start) + 60 * number, number % 2 == 0
        body += _message(
            225,
            [(254, 134, "I", begins + 30), (0, 134, "I", 30_000), (3, 132, "H", 10 if done else None),
             (4, 132, "H", 20 * 16 if done else None), (5, 2, "B", int(done)), (6, 134, "I", begins),
             (7, 132, "H", 28 if done else None), (8, 132, "H", 37 if done else None)],
        )  # fmt: skip
    return body


def _summary(session: FitSession, *, lap: bool) -> list[tuple[int, int, str, int | None]]:
    elapsed = session.seconds if session.elapsed_seconds is None else session.elapsed_seconds
    end = fit_time(session.start) + round(elapsed or 0)
    fields: list[tuple[int, int, str, int | None]] = [
        (253, 134, "I", end),
        (2, 134, "I", fit_time(session.start)),
        (7, 134, "I", None if elapsed is None else round(elapsed * 1000)),
        (8, 134, "I", None if session.seconds is None else round(session.seconds * 1000)),
        (9, 134, "I", None if session.metres is None else round(session.metres * 100)),
        (15 if lap else 16, 2, "B", session.avg_hr),
    ]
    if not lap:
        fields += [(5, 0, "B", FIT_SPORTS[session.sport]), (6, 0, "B", FIT_SUB_SPORTS[session.sub_sport])]
    return fields


def _steps(start: datetime, seconds: float, points: int) -> list[tuple[float, datetime]]:
    shares = [number / max(points - 1, 1) for number in range(points)]
    return [(share, start + timedelta(seconds=round(share * seconds))) for share in shares]


def _zulu(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
