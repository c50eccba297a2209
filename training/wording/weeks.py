"""The picture of the weeks: its columns in the runner's units, and what it shows in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from training.charts import LABEL_WIDTH, TOUCH_WIDTH, Column, Door, KindLabel, WeeksLabels, columns_for, weeks_chart
from training.models import Run
from training.models.step import Step
from training.models.week import KindSum, Summary
from training.plan.adherence import Kept, Outcome
from training.templatetags.kinds import LETTERS
from training.templatetags.measures import plain_number
from training.units import Units, hours_and_minutes
from training.wording import measures

SECONDS_AN_HOUR = 3600
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn of a history: summaries newest first, what they stand for, and for whom."""

    summaries: Sequence[Summary]
    today: date
    target: int
    units: Units
    step: Step = Step.WEEK
    by_time: bool = False
    kept: Sequence[Kept] = ()

    def drawn(self, doors: Sequence[Door] = ()) -> SafeString:
        oldest_first = self.summaries[::-1]
        columns = [self.column(one) for one in oldest_first]
        if columns and not any(column.label for column in columns[: columns_for(LABEL_WIDTH, len(columns))]):
            columns[0] = replace(columns[0], label=self.name_of_first(oldest_first[0]))
        title = {
            Step.WEEK: gettext("Strength and running, week by week"),
            Step.MONTH: gettext("Strength and running, the mean week of each month"),
            Step.QUARTER: gettext("Strength and running, the mean week of each quarter"),
        }[self.step]
        return mark_safe(
            weeks_chart(
                columns,
                target=self.target,
                title=title,
                description=self.in_words(),
                labels=self.labels(),
                doors=doors,
            )
        )

    def column(self, summary: Summary) -> Column:
        weeks = self.weeks(summary)
        outcomes = [one.outcome for one in self.kept if summary.first <= one.day <= summary.last]
        by_week = self.step is Step.WEEK
        return Column(
            sessions=summary.sessions / weeks,
            runs={part.kind.value: amount for part in summary.running if (amount := self.amount(part) / weeks)},
            label=self.label(summary),
            current=summary.first <= self.today <= summary.last,
            moved=min(outcomes.count(Outcome.MOVED), summary.sessions) if by_week else 0,
            left_out=outcomes.count(Outcome.LEFT_OUT) if by_week else 0,
        )

    def weeks(self, summary: Summary) -> float:
        """How many weeks the column stands for; one under way as far as it has come."""
        if self.step is Step.WEEK:
            return 1.0
        last = min(summary.last, max(self.today, summary.first))
        return ((last - summary.first).days + 1) / DAYS_A_WEEK

    def amount(self, part: KindSum) -> float:
        """In the runner's unit of distance, or in hours."""
        return part.seconds / SECONDS_AN_HOUR if self.by_time else self.units.to_distance(part.metres)

    def label(self, summary: Summary) -> str:
        """The month that begins in a week, the year that begins with a month or quarter."""
        if self.step is not Step.WEEK:
            return str(summary.first.year) if summary.first.month == 1 else ""
        begins = summary.first.day == 1 or summary.last.month != summary.first.month
        return date_format(summary.last, "M") if begins else ""

    def name_of_first(self, summary: Summary) -> str:
        """The month or year of the first column, where no other begins beside it."""
        return date_format(summary.first, "M") if self.step is Step.WEEK else str(summary.first.year)

    def labels(self) -> WeeksLabels:
        unit = gettext("hours") if self.by_time else self.units.distance
        short = gettext("h") if self.by_time else self.units.distance
        words = gettext("Running, %(unit)s") if self.step is Step.WEEK else gettext("Running, %(unit)s a week")
        return WeeksLabels(
            strength=gettext("Strength sessions") if self.step is Step.WEEK else gettext("Strength sessions a week"),
            running=words % {"unit": unit},
            now=gettext("now"),
            moved=gettext("on another day"),
            left_out=gettext("left out"),
            kinds=[
                KindLabel(kind.value, str(LETTERS[kind.value]), str(kind.label))
                for kind in Run.Kind
                if kind != Run.Kind.CROSS
            ],
            axis=lambda value: f"{plain_number(value)} {short}",
            total=lambda value: number_format(round(value, 1), 1) if self.by_time else number_format(round(value), 0),
        )

    def in_words(self) -> str:
        """What the picture shows, for those who do not see it."""
        some = self.summaries
        facts = {
            "first": date_format(some[-1].first, "DATE_FORMAT"),
            "last": date_format(some[0].last, "DATE_FORMAT"),
            "sessions": sessions(sum(one.sessions for one in some)),
            "distance": measures.distance(sum(one.metres for one in some), self.units),
            "runs": sum(one.runs for one in some),
            "weeks": len(some),
            "target": self.target,
            "met": sum(one.sessions >= self.target for one in some),
        }
        words = [gettext("%(first)s to %(last)s: %(sessions)s and %(distance)s in %(runs)d runs.") % facts]
        if self.step is not Step.WEEK:
            return words[0]
        words.append(
            ngettext(
                "The target of %(target)d was met in %(met)d of %(weeks)d week.",
                "The target of %(target)d was met in %(met)d of %(weeks)d weeks.",
                len(some),
            )
            % facts
        )
        longest = max(some, key=lambda one: one.metres)
        if longest.metres:
            longest_facts = {
                "day": date_format(longest.first, "MONTH_DAY_FORMAT"),
                "distance": measures.distance(longest.metres, self.units),
            }
            words.append(gettext("Most running: %(distance)s in the week of %(day)s.") % longest_facts)
        if self.kept:
            words.append(kept_in_words(self.kept))
        return " ".join(words)

    # -- Where columns lead --------------------------------------------------------------------------------------------

    def doors(self, addresses: Mapping[date, str]) -> list[Door]:
        """A link over the columns that lead to the same address, which is given by the first day of each.

        Columns too few to be hit with a thumb have none.
        """
        places = [(place, one, addresses[one.first]) for place, one in enumerate(self.summaries[::-1])]
        found = []
        for address, group in groupby(places, key=lambda item: item[2]):
            some = list(group)
            if len(some) < columns_for(TOUCH_WIDTH, len(self.summaries)):
                continue
            name = self.name([one for _, one, _ in some])
            found.append(Door(some[0][0], some[-1][0], address, name))
        return found

    def name(self, some: Sequence[Summary]) -> str:
        """16 – 22 Nov: 2 strength sessions, 37.1 km; with the year where it is another than today's."""
        amounts = [sessions(sum(one.sessions for one in some))]
        if metres := sum(one.metres for one in some):
            amounts.append(measures.distance(metres, self.units))
        elif seconds := sum(one.seconds for one in some):
            amounts.append(hours_and_minutes(seconds))
        year = some[-1].last.year
        span = days(some[0].first, some[-1].last) + (f" {year}" if year != self.today.year else "")
        return f"{span}: {', '.join(amounts)}"


def days(first: date, last: date) -> str:
    """16 – 22 Nov; 30 Nov – 6 Dec"""
    begin = "DAY_FORMAT" if (first.year, first.month) == (last.year, last.month) else "SHORT_MONTH_DAY_FORMAT"
    return f"{date_format(first, begin)} – {date_format(last, 'SHORT_MONTH_DAY_FORMAT')}"


def sessions(count: int) -> str:
    return ngettext("%(count)d strength session", "%(count)d strength sessions", count) % {"count": count}


def kept_in_words(kept: Sequence[Kept]) -> str:
    """Of 22 recommended days 15 were met, 4 moved to another day, 3 left out."""
    outcomes = [one.outcome for one in kept]
    facts = {
        "days": len(kept),
        "met": outcomes.count(Outcome.MET),
        "moved": outcomes.count(Outcome.MOVED),
        "left_out": outcomes.count(Outcome.LEFT_OUT),
    }
    words = ngettext(
        "Of %(days)d recommended day %(met)d was met, %(moved)d moved to another day, %(left_out)d left out.",
        "Of %(days)d recommended days %(met)d were met, %(moved)d moved to another day, %(left_out)d left out.",
        len(kept),
    )
    return words % facts
