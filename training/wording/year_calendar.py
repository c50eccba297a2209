"""The calendar of a year: what each day's square shows, and what is said of it."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils.dates import MONTHS, WEEKDAYS_ABBR
from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from training.charts.year import CalendarDay, CalendarMonth, CalendarWords, year_calendar
from training.models import Run
from training.models.milestones import longest_run
from training.models.year import Year
from training.models.year_rows import Sums
from training.units import Units, hours_and_minutes
from training.wording import measures


def calendar(year: Year, units: Units) -> SafeString:
    """The year as one drawing in three parts, each with its title and its sums in words."""
    months, history = year.months, reverse("training:history")

    def part(first: int, last: int) -> tuple[str, str]:
        names = {"first": MONTHS[first], "last": MONTHS[last], "year": year.number}
        title = gettext("%(first)s to %(last)s %(year)d") % names
        return title, f"{_of_part(months[first - 1 : last], units)} {_days_off(year, first, last)}".rstrip()

    words = CalendarWords(
        months=[
            CalendarMonth(
                date_format(date(year.number, month, 1), "M"),
                f"{MONTHS[month]}: {in_words(months[month - 1], units)}",
                f"{history}?before={before(year, month)}",
            )
            for month in range(1, 13)
        ],
        weekdays=[str(WEEKDAYS_ABBR[weekday]) for weekday in range(7)],
        part=part,
    )
    starts_on = year.runner.week_starts_on
    return mark_safe(
        year_calendar(year.number, calendar_days(year), until=year.today, starts_on=starts_on, words=words)
    )


def calendar_days(year: Year) -> dict[date, CalendarDay]:
    """The days with something on them: training, or a reason for none."""
    minutes = dict[date, float]()
    for run in year.runs:
        minutes[run.day] = minutes.get(run.day, 0) + run.seconds / 60
    strength = {one.day for one in year.sessions}
    races = {run.day for run in year.runs if run.kind == Run.Kind.RACE}
    off = {day for day in year.off if day.year == year.number}
    longest = longest_run(year)
    return {
        day: CalendarDay(
            minutes=minutes.get(day),
            strength=day in strength,
            cross=day in year.cross_days,
            race=day in races,
            longest=longest is not None and day == longest.day,
            off=day in off,
        )
        for day in minutes.keys() | strength | year.cross_days | off
    }


def before(year: Year, month: int) -> date:
    """Where the history begins, read backwards, that opens on the last week of the month."""
    end = date(year.number + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return year.runner.week_of(end) + timedelta(days=7)


def in_words(sums: Sums, units: Units) -> str:
    """9 strength sessions, 14 runs, 143.2 km; what there was none of is left out."""
    words = []
    if sums.sessions:
        words.append(
            ngettext("%(count)d strength session", "%(count)d strength sessions", sums.sessions)
            % {"count": sums.sessions}
        )
    if sums.runs:
        words.append(ngettext("%(count)d run", "%(count)d runs", sums.runs) % {"count": sums.runs})
        words.append(measures.distance(sums.metres, units) if sums.metres else hours_and_minutes(sums.seconds))
    return ", ".join(words) or gettext("nothing logged")


def _of_part(months: list[Sums], units: Units) -> str:
    together = Sums(
        sessions=sum(month.sessions for month in months),
        runs=sum(month.runs for month in months),
        metres=sum(month.metres for month in months),
        seconds=sum(month.seconds for month in months),
    )
    words = in_words(together, units)
    return f"{words[0].upper()}{words[1:]}."


def _days_off(year: Year, first: int, last: int) -> str:
    days = sum(day.year == year.number and first <= day.month <= last for day in year.off)
    return (
        ngettext("Ill or away on %(days)d day.", "Ill or away on %(days)d days.", days) % {"days": days} if days else ""
    )
