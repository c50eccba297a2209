"""The picture of the weeks: its bars in the runner's units, and what it shows in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.formats import date_format, number_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from training.charts import KindLabel, WeekBar, WeeksLabels, weeks_chart
from training.models import Run
from training.models.week import WeekSummary
from training.templatetags.kinds import LETTERS
from training.templatetags.measures import plain_number
from training.units import Units
from training.wording import measures


def picture(weeks: Sequence[WeekSummary], *, this_week: date, target: int, units: Units) -> SafeString:
    """The weeks (newest first) as one drawing, running by its distance."""
    oldest_first = weeks[::-1]
    return mark_safe(
        weeks_chart(
            [bar(week, this_week, units, is_first=week is oldest_first[0]) for week in oldest_first],
            target=target,
            title=gettext("Strength and running, week by week"),
            description=in_words(weeks, target=target, units=units),
            labels=labels(units),
        )
    )


def bar(week: WeekSummary, this_week: date, units: Units, *, is_first: bool = False) -> WeekBar:
    return WeekBar(
        sessions=week.sessions,
        runs={part.kind.value: units.to_distance(part.metres) for part in week.running if part.metres},
        month=month(week, is_first=is_first),
        current=week.first == this_week,
    )


def month(week: WeekSummary, *, is_first: bool) -> str:
    """The month that begins in the week; the first week of a picture names its month where the next one does not."""
    if week.first.day == 1 or week.last.month != week.first.month:
        return date_format(week.last, "M")
    next_begins = (week.last + timedelta(days=7)).month != week.first.month
    return date_format(week.first, "M") if is_first and not next_begins else ""


def labels(units: Units) -> WeeksLabels:
    return WeeksLabels(
        strength=gettext("Strength sessions"),
        running=gettext("Running, %(unit)s") % {"unit": units.distance},
        now=gettext("now"),
        kinds=[
            KindLabel(kind.value, str(LETTERS[kind.value]), str(kind.label))
            for kind in Run.Kind
            if kind != Run.Kind.CROSS
        ],
        axis=lambda value: f"{plain_number(value)} {units.distance}",
        total=lambda value: number_format(round(value), 0),
    )


def sessions(count: int) -> str:
    return ngettext("%(count)d strength session", "%(count)d strength sessions", count) % {"count": count}


def distance(metres: float, units: Units) -> str:
    return measures.distance(metres, units)


def in_words(weeks: Sequence[WeekSummary], *, target: int, units: Units) -> str:
    """What the picture of the weeks (newest first) shows, for those who do not see it."""
    longest = max(weeks, key=lambda week: week.metres)
    on_target = sum(week.sessions >= target for week in weeks)
    facts = {
        "weeks": len(weeks),
        "first": date_format(weeks[-1].first, "DATE_FORMAT"),
        "last": date_format(weeks[0].last, "DATE_FORMAT"),
        "sessions": sessions(sum(week.sessions for week in weeks)),
        "target": target,
        "met": on_target,
        "distance": distance(sum(week.metres for week in weeks), units),
        "runs": sum(week.runs for week in weeks),
    }
    words = [
        ngettext(
            "%(weeks)d week from %(first)s to %(last)s: %(sessions)s and %(distance)s in %(runs)d runs.",
            "%(weeks)d weeks from %(first)s to %(last)s: %(sessions)s and %(distance)s in %(runs)d runs.",
            len(weeks),
        )
        % facts,
        gettext("The target of %(target)d was met in %(met)d of %(weeks)d.") % facts,
    ]
    if longest.metres:
        longest_facts = {
            "day": date_format(longest.first, "MONTH_DAY_FORMAT"),
            "distance": distance(longest.metres, units),
        }
        words.append(gettext("Most running: %(distance)s in the week of %(day)s.") % longest_facts)
    return " ".join(words)
