"""A year of a runner as its page says it: every number written in the reader's language and units beforehand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext, ngettext

from exercises.models import Muscle
from training.models import Run
from training.models.milestones import (
    MovementYear,
    counted_sessions,
    longest_run,
    longest_week,
    movements_of,
)
from training.models.muscle_work import MuscleWork
from training.models.week import WEEK
from training.models.year import DAY, Year
from training.models.year_rows import SetGroup, Sums
from training.units import Units, hours_and_minutes
from training.wording import measures
from training.wording.year_beside import KindLine, Sentence, beside_in_words, beside_running
from training.wording.year_calendar import calendar

NO_BREAK = "\N{NO-BREAK SPACE}"
# Weeks with strength from which on something can be said to be neglected.
WEEKS_TO_NEGLECT = 4


class Milestone(NamedTuple):
    """A line of the year's firsts and bests: a day or two, what it was, how much, and where to read on."""

    when: str
    name: str
    amount: str
    address: str


class MovementLine(NamedTuple):
    name: str
    address: str
    best: str
    rung: str
    when: str
    session: str
    new: str
    """The rungs that were new, each with its day."""


@dataclass(frozen=True)
class YearReview:
    """What the page shows of a year; `year` has something in it. Two queries."""

    year: Year
    units: Units

    @property
    def totals(self) -> list[tuple[str, str]]:
        """What the year came to beside its sessions; nothing is said of what there was none of."""
        year, total = self.year, self.year.total
        weeks = sum(week.sessions >= year.runner.target for week in year.weeks)
        of = sum(week.counts(year.runner.target) for week in year.weeks)
        row = year.longest_row.weeks
        trained = {one.day for one in year.sessions} | {run.day for run in year.runs} | year.cross_days
        days = (min(year.last, max(year.today, *trained)) - year.first).days + 1 if trained else 0
        lines = [
            (gettext("Days trained"), _of(len(trained), days) if days else ""),
            (gettext("Runs"), measures.grouped(total.runs) if total.runs else ""),
            (gettext("Distance"), measures.long_distance(total.metres, self.units) if total.metres else ""),
            (gettext("Running time"), hours_and_minutes(total.seconds) if total.seconds else ""),
            (gettext("Sets"), measures.grouped(total.sets) if total.sets else ""),
            (gettext("Moved"), measures.moved(total.kg, self.units) if total.kg else ""),
            (gettext("Weeks on target"), _of(weeks, of) if of else ""),
            (gettext("Most in a row"), _weeks(row) if row > 1 else ""),
        ]
        return [line for line in lines if line[1]]

    @cached_property
    def calendar(self) -> SafeString:
        return calendar(self.year, self.units)

    @property
    def has_races(self) -> bool:
        return any(run.kind == Run.Kind.RACE for run in self.year.runs)

    @property
    def has_days_off(self) -> bool:
        return any(day.year == self.year.number for day in self.year.off)

    @property
    def months(self) -> list[tuple[str, ...]]:
        """A row a month, and what the year came to; a dash for what there was none of.

        Up to today, and from the first month with something on where nothing was logged before.
        """
        year = self.year
        full = [number for number, sums in enumerate(year.months, 1) if not sums.empty]
        first = 1 if year.around.before else min(full, default=1)
        last = max([*full, year.today.month if year.goes_on else 12])
        rows = [
            (date_format(date(year.number, number, 1), "M"), *self._cells(year.months[number - 1]))
            for number in range(first, last + 1)
        ]
        return [*rows, (gettext("The year"), *self._cells(year.total))]

    def _cells(self, sums: Sums) -> tuple[str, ...]:
        cells = (
            measures.grouped(sums.sessions),
            measures.grouped(sums.sets),
            measures.grouped(sums.kg / self.units.kg_per_load),
            measures.grouped(sums.runs),
            measures.grouped(self.units.to_distance(sums.metres)),
            hours(sums.seconds),
        )
        values = (sums.sessions, sums.sets, sums.kg, sums.runs, sums.metres, sums.seconds)
        return tuple(cell if value else "–" for cell, value in zip(cells, values, strict=True))

    @property
    def milestones(self) -> list[Milestone]:
        """In the order of their days."""
        return [line for _day, line in sorted(self._milestones(), key=lambda found: found[0])]

    def _milestones(self) -> Iterator[tuple[date, Milestone]]:
        year = self.year
        for number, session in counted_sessions(year):
            name = (
                gettext("The first strength session")
                if number == 1
                else gettext("Strength session number %(number)s") % {"number": measures.grouped(number)}
            )
            yield session.day, Milestone(day(session.day), name, "", session_address(session.pk))
        if run := longest_run(year):
            amount = self._running(run.metres or 0, run.seconds)
            yield (
                run.day,
                Milestone(day(run.day), gettext("The longest run"), amount, reverse("training:run", args=[run.pk])),
            )
        if (week := longest_week(year)) and len(year.running_weeks) > 1:
            amount = self._running(*year.running_weeks[week])
            name = gettext("Most running in a week")
            yield week, Milestone(span(week, week + WEEK - DAY), name, amount, week_address(week))
        row = year.longest_row
        if row.first and row.last and row.weeks > 1:
            when, name = span(row.first, row.last + WEEK - DAY), gettext("The longest row of weeks on target")
            yield row.first, Milestone(when, name, _weeks(row.weeks), week_address(row.last))

    @cached_property
    def _movements(self) -> list[MovementYear]:
        return movements_of(self.year)

    @cached_property
    def movements(self) -> list[MovementLine]:
        return [
            MovementLine(
                name=one.rung.movement,
                address=reverse("training:movement-history", args=[one.rung.slug]),
                best=set_words(one.best, self.units),
                rung=one.rung.name,
                when=day(one.best.first),
                session=self._session_address(one.best.first),
                new=" · ".join(f"{rung.name}, {day(rung.day).replace(' ', NO_BREAK)}" for rung in one.new),
            )
            for one in self._movements
        ]

    def _session_address(self, day: date) -> str:
        """The session of that day that is done, or the day's week where one is only under way."""
        done = next((one for one in self.year.sessions if one.day == day), None)
        return session_address(done.pk) if done else week_address(self.year.runner.week_of(day))

    @property
    def any_new(self) -> bool:
        return any(one.new for one in self._movements)

    @cached_property
    def weeks_with_strength(self) -> int:
        return len({self.year.runner.week_of(one.day) for one in self.year.sessions})

    @cached_property
    def muscle_work(self) -> MuscleWork:
        """The sets of a week, as the mean of the weeks with strength."""
        weeks = max(1, self.weeks_with_strength)
        return MuscleWork.of({one.rung.slug: one.sets / weeks for one in self._movements})

    @property
    def neglected(self) -> list[Muscle]:
        """Nobody knows after a few weeks."""
        return self.muscle_work.neglected if self.weeks_with_strength >= WEEKS_TO_NEGLECT else []

    @property
    def beside_running(self) -> list[KindLine]:
        return beside_running(self.year)

    @property
    def beside_in_words(self) -> list[Sentence]:
        return beside_in_words(self.year)

    def _running(self, metres: float, seconds: float) -> str:
        return measures.distance(metres, self.units) if metres else hours_and_minutes(seconds)


def hours(seconds: float) -> str:
    """Hours and minutes for a column: 12:40."""
    hour, minute = divmod(round(seconds / 60), 60)
    return f"{hour}:{minute:02}"


def day(when: date) -> str:
    return date_format(when, "SHORT_MONTH_DAY_FORMAT")


def span(first: date, last: date) -> str:
    start = date_format(first, "DAY_FORMAT") if first.month == last.month else day(first)
    return f"{start} – {day(last)}"


def session_address(pk: object) -> str:
    return reverse("training:session", args=[pk])


def week_address(first: date) -> str:
    return f"{reverse('training:history')}?week={first}#week-{first}"


def set_words(one: SetGroup, units: Units) -> str:
    """12 a leg × 20 kg"""
    if one.seconds is not None:
        words = (
            gettext("%(seconds)s s a side") % {"seconds": one.seconds}
            if one.per_leg
            else f"{one.seconds}\N{NO-BREAK SPACE}s"
        )
    else:
        words = gettext("%(reps)s a leg") % {"reps": one.reps} if one.per_leg else str(one.reps)
    return f"{words} ×\N{NO-BREAK SPACE}{measures.load(one.kg, units)}" if one.kg else words


def _of(some: int, every: int) -> str:
    return gettext("%(some)d of %(every)d") % {"some": some, "every": every}


def _weeks(count: int) -> str:
    return ngettext("%(count)d week", "%(count)d weeks", count) % {"count": count}
