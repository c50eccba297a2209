"""The strength sessions of a week: workouts A and B in turn, on the days that the running leaves for them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from training.demo.ladders import CALF, WORKOUTS, Climber, Ladder
from training.demo.person import Person
from training.demo.running import FRI, MON, SAT, THU, WED, moment
from training.demo.season import Phase, SeasonWeek

# The weekdays of a runner who wants two sessions, by what the running is about.
DAYS: dict[Phase, tuple[int, ...]] = {
    Phase.BASE: (MON, THU),
    Phase.BUILD: (MON, THU),
    Phase.PEAK: (MON, FRI),
    Phase.TAPER: (MON,),
    Phase.RACE: (MON,),
    Phase.RECOVERY: (MON, THU),
    Phase.AWAY: (THU,),
    Phase.ILL: (),
}
THREE_DAYS = (MON, WED, FRI)
SETS = 3
NOTES = [
    "Legs heavy from Sunday, form fine.",
    "Gym was full, swapped the order.",
    "Felt strong today.",
    "Short on time, kept the rests short.",
    "Left knee a little stiff in the first set, gone after that.",
]


@dataclass(frozen=True, slots=True)
class DiarySet:
    """Reps or seconds as the variation counts them (per leg where it is), the whole load in kilograms."""

    number: int
    amount: int
    kg: float | None
    rir: int | None
    logged_at: datetime


@dataclass(frozen=True, slots=True)
class DiaryMovement:
    """What was meant to be done of a movement, every set alike, and the sets that were."""

    position: int
    movement: str
    variation: str
    target_sets: int
    target_amount: int
    target_kg: float | None
    rest_seconds: int
    sets: tuple[DiarySet, ...]


@dataclass(frozen=True, slots=True)
class DiarySession:
    id: UUID
    day: date
    workout: str
    light: bool
    started_at: datetime
    finished_at: datetime
    effort: int | None
    pain: int | None
    notes: str
    movements: tuple[DiaryMovement, ...]


def usual_weekdays(person: Person) -> tuple[int, ...]:
    """On which days the person lifts in ordinary weeks, Monday being 0."""
    return THREE_DAYS if person.target == 3 else DAYS[Phase.BASE][: person.target]


class Lifter:
    """A runner in the gym: remembers where each movement stands and which workout is next."""

    def __init__(self, rng: Random, person: Person) -> None:
        self.rng = rng
        self.person = person
        self.done = 0
        ladders: list[Ladder] = [ladder for workout in WORKOUTS.values() for ladder in workout]
        self.climbers = {ladder.stages: Climber(ladder, person.strength) for ladder in ladders}

    def sessions_of(self, week: SeasonWeek, run_days: Collection[date]) -> list[DiarySession]:
        """The sessions of the week in order; on a day with a run the session comes after it."""
        # The habit settles in the first year.
        habit = self.person.diligence * (0.8 + 0.2 * min(1.0, 3 * week.progress))
        if week.last and self.person.diligence > 0.6:
            habit = 1.0
        chance = {Phase.AWAY: 0.4, Phase.RACE: 0.5}.get(week.phase, habit)
        days = [week.monday + timedelta(days=weekday) for weekday in self._weekdays(week.phase)]
        kept = [day for day in days if self.rng.random() < chance]
        return [self._session(week, day, after_run=day in run_days) for day in kept]

    def _weekdays(self, phase: Phase) -> tuple[int, ...]:
        """The days that the runner has in mind; now and then one more, or a day later than usual."""
        ordinary = phase in (Phase.BASE, Phase.BUILD)
        days = usual_weekdays(self.person) if ordinary else DAYS[phase][: self.person.target]
        chance = self.rng.random()
        if ordinary and len(days) == 2 and chance < 0.22:
            return (MON, FRI) if chance < 0.12 else (MON, THU, SAT)
        return days

    def _session(self, week: SeasonWeek, day: date, *, after_run: bool) -> DiarySession:
        workout = "AB"[self.done % 2]
        self.done += 1
        easier = week.number % 5 == 4 or week.phase in (Phase.TAPER, Phase.RACE)
        start = moment(self.person, day, (19 * 60 + 20 if after_run else 18 * 60) + self.rng.gauss(0, 12))
        now = start + timedelta(minutes=6)
        movements = []
        for position, ladder in enumerate(WORKOUTS[workout], start=1):
            movement, now = self._movement(ladder, position, day, now, week.progress, easier=easier)
            movements.append(movement)
        return DiarySession(
            id=UUID(int=self.rng.getrandbits(128), version=4),
            day=day,
            workout=workout,
            light=easier,
            started_at=start,
            finished_at=now + timedelta(seconds=self.rng.randrange(30, 240)),
            effort=self._effort(easier=easier),
            pain=self.rng.choice([None, None, 0, 0, 0, 0, 0, 0, 1, 2]),
            notes=self.rng.choice(NOTES) if self.rng.random() < 0.06 else "",
            movements=tuple(movements),
        )

    def _movement(
        self, ladder: Ladder, position: int, day: date, now: datetime, progress: float, *, easier: bool
    ) -> tuple[DiaryMovement, datetime]:
        climber = self.climbers[ladder.stages]
        climber.begin(day)
        sets, kg = (SETS - 1 if easier else SETS), climber.kg(easier=easier)
        held = ladder.climb > 1
        rir = self.rng.choice([1, 2, 2, 2, 3]) + easier if self.rng.random() < 0.6 and not held else None
        done = []
        for number in range(1, sets + 1):
            short = number == SETS and self.rng.random() < 0.14
            amount = max(1, climber.amount - (ladder.climb if short else 0))
            now += timedelta(seconds=amount if held else amount * 3.2)
            done.append(DiarySet(number, amount, kg, rir if number == sets else None, now))
            now += timedelta(seconds=ladder.rest_seconds * self.rng.uniform(0.9, 1.3))
        targets = climber.at.variation, sets, climber.amount, kg, ladder.rest_seconds
        if all(one.amount >= climber.amount for one in done) and not easier:
            # The calves are trained in both workouts, so that each may grow half as often.
            climber.grow(self.rng, min(1.0, progress + (0.6 if ladder is CALF else 0)))
        return DiaryMovement(position, ladder.movement, *targets, tuple(done)), now

    def _effort(self, *, easier: bool) -> int | None:
        if self.rng.random() < 0.12:
            return None
        return max(3, min(9, round(self.rng.gauss(4.2 if easier else 6.4, 0.8))))
