"""The weeks of a running year: base, build and peak before races, recovery after, holidays, an illness each winter."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from training.demo.person import Person

WEEK = timedelta(days=7)
# The last weeks of the diary are ordinary ones, so that it ends in the middle of training.
ORDINARY_AT_THE_END = 5 * WEEK


class Phase(StrEnum):
    BASE = "base"
    BUILD = "build"
    PEAK = "peak"
    TAPER = "taper"
    RACE = "race"
    RECOVERY = "recovery"
    AWAY = "away"
    ILL = "ill"


VOLUME = {
    Phase.BASE: 0.9,
    Phase.BUILD: 1.1,
    Phase.PEAK: 1.25,
    Phase.TAPER: 0.75,
    Phase.RACE: 0.5,
    Phase.RECOVERY: 0.5,
    Phase.AWAY: 0.45,
    Phase.ILL: 0.2,
}


@dataclass(frozen=True, slots=True)
class RaceDay:
    day: date
    km: float
    title: str

    @property
    def taper_weeks(self) -> int:
        return 2 if self.km > 30 else 1 if self.km > 15 else 0

    @property
    def recovery_weeks(self) -> int:
        return 2 if self.km > 30 else 1 if self.km > 15 else 0


@dataclass(frozen=True, slots=True)
class SeasonWeek:
    """`km` is what the runner has in mind; `progress` runs from 0 at the start of the diary to 1 at its end."""

    monday: date
    number: int
    phase: Phase
    km: float
    progress: float
    race: RaceDay | None = None
    last: bool = False
    """One of the ordinary weeks that end the diary."""


def season(rng: Random, person: Person, first: date, until: date) -> list[SeasonWeek]:
    """Every week from the Monday of `first` to the week that holds `until`."""
    monday = first - timedelta(days=first.weekday())
    count = (until - monday) // WEEK + 1
    races = [race for year in range(monday.year, until.year + 2) for race in _races(rng, year)]
    troubles = dict(_troubles(rng, range(monday.year, until.year + 1)))
    weeks = []
    for number in range(count):
        day = monday + number * WEEK
        ordinary = until - day < ORDINARY_AT_THE_END
        phase = _phase(day, races)
        if not ordinary and phase is not Phase.RACE:
            phase = troubles.get(day, phase)
        progress = number / count
        km = person.weekly_km * (1 + 0.35 * progress) * VOLUME[phase] * rng.uniform(0.92, 1.08)
        if number % 4 == 3 and phase in (Phase.BASE, Phase.BUILD):
            km *= 0.75
        race = next((race for race in races if day <= race.day < day + WEEK), None)
        weeks.append(SeasonWeek(day, number, phase, km, progress, race, ordinary))
    return weeks


def _races(rng: Random, year: int) -> list[RaceDay]:
    autumn = (42.195, "City marathon") if rng.random() < 0.35 else (21.0975, "Autumn half marathon")
    return [
        RaceDay(_sunday(year, 4, 2), 21.0975, "Spring half marathon"),
        RaceDay(_sunday(year, 6, 3), 10.0, "10 km along the river"),
        RaceDay(_sunday(year, 10, 2), *autumn),
    ]


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=6 - first.weekday()) + (nth - 1) * WEEK


def _troubles(rng: Random, years: range) -> Iterator[tuple[date, Phase]]:
    """Weeks away in summer and at the turn of the year, and one week ill in winter."""
    for year in years:
        summer = date(year, 7, 25) + timedelta(days=rng.randrange(14))
        for day in (summer, summer + WEEK, date(year, 12, 27)):
            yield day - timedelta(days=day.weekday()), Phase.AWAY
        ill = date(year, 1, 12) + timedelta(days=rng.randrange(45))
        yield ill - timedelta(days=ill.weekday()), Phase.ILL


def _phase(monday: date, races: list[RaceDay]) -> Phase:
    """Where the week stands between the race before it and the race after it."""
    for race in races:
        weeks = (race.day - monday) // WEEK
        if weeks == 0:
            return Phase.RACE
        if 0 < weeks <= race.taper_weeks:
            return Phase.TAPER
        if -race.recovery_weeks <= weeks < 0:
            return Phase.RECOVERY
    to_next = min((race.day - monday) // WEEK for race in races if race.day >= monday)
    if to_next <= 4:
        return Phase.PEAK
    return Phase.BUILD if to_next <= 9 else Phase.BASE
