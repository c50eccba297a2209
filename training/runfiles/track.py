"""Totals of a series of points: time, distance, heart rate, gathered one point at a time."""

import math
from dataclasses import dataclass, field
from datetime import UTC, datetime

EARTH_METRES = 6_371_000.0

# A step between two points counts as a pause when it is this long and this slow. Chosen on 25 runs
# whose watches also told the time without pauses: 21 of them come out within 2 %, the mean error is
# 1.0 %, the worst 7.7 %. No other runs were at hand to check it on.
PAUSE_SECONDS = 30.0
PAUSE_METRES_A_SECOND = 1.0

# A heart rate stands until the next point, but not across a gap longer than this.
HEART_RATE_SECONDS = 30.0

LIKELY_YEARS = range(1990, 2200)
LIKELY_HEART_RATE = range(20, 256)


def metres_between(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Great-circle distance in metres between two positions in degrees, by the haversine formula."""
    phi, phi2 = math.radians(latitude), math.radians(latitude2)
    half = math.sin((phi2 - phi) / 2) ** 2
    half += math.cos(phi) * math.cos(phi2) * math.sin(math.radians(longitude2 - longitude) / 2) ** 2
    return 2 * EARTH_METRES * math.asin(min(1.0, math.sqrt(half)))


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of a file: seconds since 1970 UTC, and the offset it was written with (None for Z or no zone)."""

    epoch: float
    offset_seconds: int | None
    zone_told: bool


def moment(text: str | None) -> Moment | None:
    """An ISO 8601 time, UTC when it names no zone; None when unreadable or from before 1990 (unset clocks)."""
    try:
        told = datetime.fromisoformat((text or "").strip())
        aware = told if told.tzinfo else told.replace(tzinfo=UTC)
        epoch = aware.timestamp()
    except (ValueError, OverflowError):
        return None
    if told.year not in LIKELY_YEARS or "T" not in (text or "").upper():
        return None
    offset = int(aware.utcoffset().total_seconds()) if told.tzinfo not in (None, UTC) else None  # type: ignore[union-attr]
    return Moment(epoch, offset, told.tzinfo is not None)


def utc(epoch: float) -> datetime:
    """Seconds since 1970 as an aware datetime."""
    return datetime.fromtimestamp(epoch, UTC)


@dataclass(slots=True)
class HeartRates:
    """Average and maximum of heart rates, each weighted by the seconds until the next one."""

    seconds: float = 0.0
    beats: float = 0.0
    maximum: int | None = None
    last_epoch: float | None = None
    last_rate: float | None = None

    def add(self, epoch: float, rate: float | None) -> None:
        """A reading at a time; None, 0 and impossible values mean none."""
        if self.last_epoch is not None and self.last_rate is not None:
            seconds = min(max(epoch - self.last_epoch, 0.0), HEART_RATE_SECONDS)
            self.seconds += seconds
            self.beats += seconds * self.last_rate
        self.last_epoch = epoch
        self.last_rate = rate if rate is not None and LIKELY_HEART_RATE.start <= rate < LIKELY_HEART_RATE.stop else None
        if self.last_rate is not None:
            self.maximum = max(self.maximum or 0, round(self.last_rate))

    @property
    def average(self) -> int | None:
        """Beats a minute, rounded, or None without readings."""
        if self.seconds:
            return round(self.beats / self.seconds)
        return None


@dataclass(slots=True)
class Track:
    """Running totals of points in segments; what lies between two segments is neither distance nor time."""

    points: int = 0
    timed: int = 0
    metres: float = 0.0
    recorded_seconds: float = 0.0
    first_epoch: float = math.inf
    last_epoch: float = -math.inf
    backwards: bool = False
    first_position: tuple[float, float] | None = None
    heart_rates: HeartRates = field(default_factory=HeartRates)
    _position: tuple[float, float] | None = None
    _epoch: float | None = None
    _metres_since_time: float = 0.0

    def start_segment(self) -> None:
        """Break the line: the next point starts afresh."""
        self._position = None
        self._epoch = None
        self._metres_since_time = 0.0

    def add(self, latitude: float, longitude: float, epoch: float | None, heart_rate: float | None) -> None:
        """The next point in the order of the file; degrees, seconds since 1970, beats a minute."""
        self.points += 1
        self.first_position = self.first_position or (latitude, longitude)
        if self._position is not None:
            step = metres_between(*self._position, latitude, longitude)
            self.metres += step
            self._metres_since_time += step
        self._position = latitude, longitude
        if epoch is None:
            return
        self.timed += 1
        self.first_epoch = min(self.first_epoch, epoch)
        self.last_epoch = max(self.last_epoch, epoch)
        self.heart_rates.add(epoch, heart_rate)
        if self._epoch is not None:
            self._add_time(epoch - self._epoch)
        self._epoch = epoch
        self._metres_since_time = 0.0

    def _add_time(self, seconds: float) -> None:
        if seconds < 0:
            self.backwards = True
        elif seconds < PAUSE_SECONDS or self._metres_since_time >= PAUSE_METRES_A_SECOND * seconds:
            self.recorded_seconds += seconds

    @property
    def elapsed_seconds(self) -> float:
        """From the earliest to the latest time, 0 without times."""
        return max(self.last_epoch - self.first_epoch, 0.0) if self.timed else 0.0

    @property
    def moving_seconds(self) -> float:
        """The estimate of the time without pauses, never more than the elapsed time."""
        return min(self.recorded_seconds, self.elapsed_seconds)
