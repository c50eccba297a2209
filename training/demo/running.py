"""The runs of a week, with pace and heart rate that fit what each was meant to be."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from training.demo.person import Person
from training.demo.season import Phase, RaceDay, SeasonWeek

MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@dataclass(frozen=True, slots=True)
class Effort:
    """Pace as a share of the easy pace, average and highest heart rate as shares of the maximum, RPE."""

    pace: float
    average: float
    peak: float
    rpe: int


EASY = Effort(1.0, 0.74, 0.82, 3)
STEADY = Effort(0.93, 0.85, 0.9, 5)
INTERVALS = Effort(0.93, 0.84, 0.965, 8)
LONG = Effort(1.03, 0.76, 0.84, 4)
RACES = {10: Effort(0.79, 0.92, 0.985, 9), 21: Effort(0.83, 0.9, 0.97, 9), 42: Effort(0.9, 0.86, 0.94, 9)}

# Weekday, effort and share of the week's kilometres.
WEEKS: dict[Phase, list[tuple[int, Effort, float]]] = {
    Phase.BASE: [(TUE, INTERVALS, 0.22), (THU, EASY, 0.22), (SAT, EASY, 0.2), (SUN, LONG, 0.36)],
    Phase.BUILD: [(TUE, INTERVALS, 0.22), (THU, EASY, 0.22), (SAT, EASY, 0.18), (SUN, LONG, 0.38)],
    Phase.PEAK: [(TUE, INTERVALS, 0.18), (WED, EASY, 0.14), (THU, STEADY, 0.2), (SAT, EASY, 0.14), (SUN, LONG, 0.34)],
    Phase.TAPER: [(TUE, INTERVALS, 0.27), (THU, EASY, 0.27), (SUN, EASY, 0.46)],
    Phase.RACE: [(TUE, STEADY, 0.45), (THU, EASY, 0.35), (SAT, EASY, 0.2)],
    Phase.RECOVERY: [(WED, EASY, 0.3), (FRI, EASY, 0.3), (SUN, EASY, 0.4)],
    Phase.AWAY: [(WED, EASY, 0.5), (SAT, EASY, 0.5)],
    Phase.ILL: [(SUN, EASY, 1.0)],
}


@dataclass(frozen=True, slots=True)
class DiaryRun:
    """A run as a watch saved it; `told` and `title` are the runner's own words."""

    day: date
    start: datetime
    seconds: float
    elapsed_seconds: float
    metres: float
    avg_hr: int | None
    max_hr: int | None
    rpe: int | None = None
    told: str = ""
    title: str = ""


def runs_of(rng: Random, person: Person, week: SeasonWeek) -> list[DiaryRun]:
    """The runs of the week in the order of their days; some that were meant to be were not."""
    missed = {Phase.AWAY: 0.45, Phase.ILL: 0.5}.get(week.phase, 0.0 if week.last else 0.07)
    runs = []
    for weekday, effort, share in WEEKS[week.phase]:
        # In the base weeks every third Tuesday stays easy.
        meant = EASY if week.phase is Phase.BASE and effort is INTERVALS and week.number % 3 == 0 else effort
        if rng.random() >= missed:
            km = max(4.0, min(32.0, week.km * share * rng.uniform(0.93, 1.07)))
            runs.append(_run(rng, person, week, weekday, meant, km))
    if week.phase in (Phase.BASE, Phase.BUILD) and rng.random() < 0.15:
        runs.append(_ride(rng, person, week))
    if week.race:
        runs.append(_race(rng, person, week, week.race))
    return sorted(runs, key=lambda run: run.start)


def shake_out(rng: Random, person: Person, week: SeasonWeek, day: date) -> DiaryRun:
    """A short easy run early on that day."""
    return replace(_run(rng, person, week, day.weekday(), EASY, 5.0), start=moment(person, day, 6 * 60 + 20))


def _run(rng: Random, person: Person, week: SeasonWeek, weekday: int, effort: Effort, km: float) -> DiaryRun:
    day = week.monday + timedelta(days=weekday)
    seconds = km * _pace(rng, person, week, effort)
    heart = rng.random() > 0.06
    minute = rng.gauss(9 * 60, 35) if weekday >= SAT else rng.gauss(17 * 60 + 40, 25)
    return DiaryRun(
        day=day,
        start=moment(person, day, minute),
        seconds=round(seconds, 1),
        elapsed_seconds=round(seconds + rng.expovariate(1 / 90), 1),
        metres=round(km * 1000, 1),
        avg_hr=round(person.max_heart_rate * (effort.average + rng.gauss(0, 0.012))) if heart else None,
        max_hr=round(person.max_heart_rate * min(1.0, effort.peak + rng.gauss(0, 0.008))) if heart else None,
        rpe=max(1, min(10, effort.rpe + rng.choice([-1, 0, 0, 1]))) if rng.random() < 0.3 else None,
    )


def _race(rng: Random, person: Person, week: SeasonWeek, race: RaceDay) -> DiaryRun:
    run = _run(rng, person, week, race.day.weekday(), RACES[int(race.km)], race.km)
    return replace(
        run,
        start=moment(person, race.day, 10 * 60),
        elapsed_seconds=run.seconds,
        # A watch measures a little more than the course is long.
        metres=round(race.km * 1000 * rng.uniform(1.001, 1.008), 1),
        rpe=9,
        told="race",
        title=race.title,
    )


def _ride(rng: Random, person: Person, week: SeasonWeek) -> DiaryRun:
    day = week.monday + timedelta(days=FRI)
    seconds = rng.uniform(45, 80) * 60
    pulse = round(person.max_heart_rate * rng.uniform(0.62, 0.7))
    metres = round(seconds * rng.uniform(6.0, 7.5), 1)
    start = moment(person, day, 18 * 60)
    return DiaryRun(day, start, round(seconds, 1), round(seconds, 1), metres, pulse, pulse + 22, told="cross")


def _pace(rng: Random, person: Person, week: SeasonWeek, effort: Effort) -> float:
    """Seconds a kilometre: faster over the years, slower in the heat, never twice the same."""
    heat = 1.025 if week.monday.month in (7, 8) else 1.0
    return person.easy_pace * (1 - 0.07 * week.progress) * heat * effort.pace * rng.gauss(1, 0.018)


def moment(person: Person, day: date, minute: float) -> datetime:
    """A moment of that day in the runner's time zone, in UTC."""
    local = datetime.combine(day, time(0), ZoneInfo(person.time_zone)).replace(
        hour=int(minute) // 60, minute=int(minute) % 60, second=int(minute * 60) % 60
    )
    return local.astimezone(UTC)
