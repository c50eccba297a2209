"""The picture of one movement over time: its marks in the runner's units, what it shows in words, and its table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property, partial
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, gettext_lazy, ngettext

from training.charts import Lane, LegendLabels, Mark, PointRow, movement_chart, points_table
from training.models.movement_history import Range
from training.models.movement_rows import Point
from training.models.step import Step
from training.wording.measures import day, load, short_number
from training.wording.movement import MovementWords

# Two sessions of one rung may be so far apart and still be one line.
LONGEST_GAP = timedelta(days=28)
MOST_TICKS = 12
BEST_OF = {
    None: gettext_lazy("Best set of a session"),
    Step.WEEK: gettext_lazy("Best set of a week"),
    Step.MONTH: gettext_lazy("Best set of a month"),
    Step.QUARTER: gettext_lazy("Best set of a quarter"),
    Step.YEAR: gettext_lazy("Best set of a year"),
}


class Told(NamedTuple):
    """A point, and what the marks and the table both say of it."""

    point: Point
    done: str
    href: str
    light: bool
    best: bool


@dataclass(frozen=True)
class Picture:
    """The marks of a range; two queries."""

    words: MovementWords
    shown: Range

    @cached_property
    def points(self) -> list[Point]:
        return self.words.history.points(self.shown)

    @cached_property
    def step(self) -> Step | None:
        return self.words.history.step(self.shown)

    @cached_property
    def best_of(self) -> str:
        return str(BEST_OF[self.step])

    @cached_property
    def told(self) -> list[Told]:
        """The points, oldest first."""
        history, words = self.words.history, self.words
        # A month is not light because its best set was done in a light session.
        short = self.step in (None, Step.WEEK)
        deloads = history.deloads(self.points) if short else frozenset()
        return [
            Told(
                point,
                words.full(point),
                words.address(point.session),
                short and (point.light or point.session in deloads),
                history.beats_all_before(point),
            )
            for point in self.points
        ]

    @cached_property
    def by_rung(self) -> dict[int, list[Told]]:
        """Hardest first."""
        found: dict[int, list[Told]] = {}
        for told in self.told:
            found.setdefault(told.point.rung, []).append(told)
        return {rung: found[rung] for rung in reversed(self.words.history.rungs) if rung in found}

    @property
    def svg(self) -> SafeString:
        """Empty where nothing was done in the range."""
        if not self.points:
            return mark_safe("")
        gap = max(LONGEST_GAP, timedelta(days=2 * self.step.days)) if self.step else LONGEST_GAP
        return mark_safe(
            movement_chart(
                [self._lane(rung, points) for rung, points in self.by_rung.items()],
                first=self.shown.first,
                last=self.shown.last,
                gap=gap,
                ticks=ticks(self.shown.first, self.shown.last, self.words.language),
                title=gettext("%(movement)s over time") % {"movement": self.words.history.movement.name},
                description=self.in_words,
                legend=LegendLabels(
                    best=gettext("Better than ever before"),
                    usual=self.best_of,
                    light=gettext("Light session or deload"),
                    estimate=gettext("Estimated 1RM"),
                ),
            )
        )

    def _lane(self, rung: int, points: list[Told]) -> Lane:
        name, units = self.words.names[rung], self.words.units
        newest = points[-1].point
        loaded = any(told.point.kg for told in points)
        if newest.seconds is not None:
            unit, what = "s", gettext("seconds a side") if newest.per_leg else gettext("seconds")
        else:
            unit, what = "", gettext("reps a leg") if newest.per_leg else gettext("reps")
        if loaded:
            unit, what = units.load, gettext("%(load)s and %(reps)s") % {"load": units.load, "reps": what}
        marks = [self._mark(told, name, loaded=loaded) for told in points]
        return Lane(name, what, marks, partial(_axis, unit=unit), whole=not loaded)

    def _mark(self, told: Told, name: str, *, loaded: bool) -> Mark:
        point, units = told.point, self.words.units
        record = self.words.history.rungs[point.rung].best
        short = f"{point.amount} × {load(point.kg, units)}" if point.kg else str(point.amount)
        return Mark(
            day=point.day,
            value=units.to_load(point.kg or 0) if loaded else point.amount,
            name=f"{self.words.on(point.day, 'DATE_FORMAT')}: {told.done} {name}",
            href=told.href,
            # Without a load the height says it all; what is new there is said once more.
            label=str(point.amount) if loaded or told.best else "",
            light=told.light,
            best=told.best,
            standing=short if point.day == record.first and point.rank == record.rank else "",
            estimate=point.estimate / units.kg_per_load if point.estimate and loaded else None,
        )

    # -- In words ------------------------------------------------------------------------------------------------------

    @property
    def in_words(self) -> str:
        """What the picture shows, for those who do not see it."""
        words = {
            "best_of": self.best_of,
            "first": self.words.on(self.shown.first, "DATE_FORMAT"),
            "last": self.words.on(self.shown.last, "DATE_FORMAT"),
        }
        told = [gettext("%(best_of)s, from %(first)s to %(last)s.") % words]
        told += [self._lane_in_words(rung, points) for rung, points in reversed(self.by_rung.items())]
        if any(told.light for told in self.told):
            told.append(gettext("Light sessions and deloads are no part of the line."))
        return " ".join(told)

    def _lane_in_words(self, rung: int, told: list[Told]) -> str:
        points = [one.point for one in told]
        first, best = points[0], max(points, key=lambda point: (point.rank, -point.day.toordinal()))
        bests = sum(one.best for one in told)
        words = {
            "rung": self.words.names[rung],
            "first": self.words.full(first),
            "first_day": self.words.on(first.day, "DATE_FORMAT"),
            "best": self.words.full(best),
            "best_day": self.words.on(best.day, "DATE_FORMAT"),
            "count": bests,
        }
        if best.rank == first.rank:
            return gettext("%(rung)s: %(first)s on %(first_day)s.") % words
        text = gettext("%(rung)s: from %(first)s on %(first_day)s to %(best)s on %(best_day)s.") % words
        if bests:
            better = ngettext(
                "%(count)d time better than ever before.", "%(count)d times better than ever before.", bests
            )
            text = f"{text} {better % words}"
        return text

    @property
    def table(self) -> SafeString:
        """The same marks, newest first."""
        headings = [gettext("Session"), self.best_of]
        if any(point.estimate for point in self.points):
            headings.append(gettext("Est. 1RM"))
        return mark_safe(points_table(headings, map(self._row, reversed(self.told))))

    def _row(self, told: Told) -> PointRow:
        point, words = told.point, self.words
        return PointRow(
            words.on(point.day),
            told.href,
            told.done,
            note=words.rung_and(point.rung, light=told.light),
            mark=words.best_yet if told.best else "",
            number=words.kilograms(point.estimate) if point.estimate else "",
        )


def _axis(value: float, *, unit: str) -> str:
    return f"{short_number(value)} {unit}".strip()


def ticks(first: date, last: date, language: str) -> Iterable[tuple[date, str]]:
    """Days to name below a picture: first days of months, of years where there are many; a short one has its ends."""
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((step for step in (1, 2, 3, 6, 12, 24, 60) if months / step <= MOST_TICKS), 120)
    found = []
    for count in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        year, month = divmod(count, 12)
        begins = date(year, month + 1, 1)
        if begins >= first and (count % step == 0 if step < 12 else month == 0 and year % (step // 12) == 0):
            found.append((begins, str(year) if month == 0 else day(begins, "M", language)))
    return found if len(found) > 1 else [(first, day(first, "SHORT_MONTH_DAY_FORMAT", language))]
