"""The history page in words: a line a week, the table beside the picture, this span beside the one before."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext

from training.models.condition import Condition
from training.models.history import History
from training.models.step import Step
from training.models.week import Summary
from training.units import Units, clock, hours_and_minutes
from training.wording import measures
from training.wording.weeks import days

NOTHING = "–"
MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True, slots=True)
class Line:
    """A week of the list: what it says, and what of it is opened."""

    first: str
    """2026-11-16"""
    span: str
    year: str
    """Where it is another year than this one."""
    chip: str
    met: bool
    sessions: str
    sets: str
    moved: str
    run: str
    opened: bool
    empty: bool


def lines(history: History) -> list[Line]:
    """The weeks of the list, newest first."""
    units, target = history.runner.measures, history.runner.target
    of = gettext("%(done)d of %(target)d")
    return [
        Line(
            first=week.first.isoformat(),
            span=days(week.first, week.last),
            year=str(week.last.year) if week.last.year != history.today.year else "",
            chip=chip(history, week),
            met=week.sessions >= target,
            sessions=of % {"done": week.sessions, "target": target},
            sets=measures.grouped(week.sets) if week.sets else NOTHING,
            moved=measures.moved(week.kg, units) if week.kg else NOTHING,
            run=run(week, units),
            opened=week.first == history.opened,
            empty=week.empty,
        )
        for week in history.weeks
    ]


def chip(history: History, week: Summary) -> str:
    if week.first == history.this_week:
        return gettext("this week")
    excuse = history.record.excused.get(week.first)
    if excuse is None:
        return ""
    return gettext("ill") if excuse is Condition.Kind.ILL else gettext("away")


def run(summary: Summary, units: Units) -> str:
    if summary.metres:
        return measures.distance(summary.metres, units)
    return hours_and_minutes(summary.seconds) if summary.seconds else NOTHING


def table(history: History) -> list[tuple[str, list[str]]]:
    """The picture as rows: what a column stands for, and its sums."""
    return [(column_name(one, history.step), cells(one, history.runner.measures)) for one in history.columns]


def table_heads(history: History) -> list[str]:
    first = {Step.WEEK: gettext("Week of"), Step.MONTH: gettext("Month"), Step.QUARTER: gettext("Quarter")}
    return [
        first[history.step],
        gettext("Sessions"),
        gettext("Sets"),
        gettext("Moved"),
        gettext("Plank"),
        gettext("Runs"),
        gettext("Distance"),
        gettext("Time"),
    ]


def column_name(summary: Summary, step: Step) -> str:
    if step is Step.WEEK:
        return date_format(summary.first, "SHORT_MONTH_DATE_FORMAT")
    if step is Step.MONTH:
        return date_format(summary.first, "YEAR_MONTH_FORMAT")
    return f"{date_format(summary.first, 'M')} – {date_format(summary.last, 'M Y')}"


def cells(summary: Summary, units: Units) -> list[str]:
    """Sessions, sets, load moved, plank, runs, distance, time."""
    return [
        measures.grouped(summary.sessions),
        measures.grouped(summary.sets),
        measures.moved(summary.kg, units) if summary.kg else NOTHING,
        clock(summary.plank_seconds) if summary.plank_seconds else NOTHING,
        measures.grouped(summary.runs),
        measures.distance(summary.metres, units) if summary.metres else NOTHING,
        hours_and_minutes(summary.seconds) if summary.seconds else NOTHING,
    ]


@dataclass(frozen=True, slots=True)
class Compared:
    """One sum of the span; `before` and `change` are empty where there is no span before."""

    name: str
    now: str
    before: str = ""
    change: str = ""


def compared(history: History) -> list[Compared]:
    """What the span comes to, beside the same days of the span before."""
    units, now, before = history.runner.measures, history.total, history.total_before
    figures: list[tuple[str, Callable[[Summary], float], Callable[[float], str]]] = [
        (gettext("Strength sessions"), lambda one: one.sessions, measures.grouped),
        (gettext("Sets"), lambda one: one.sets, measures.grouped),
        (gettext("Load moved"), lambda one: one.kg, lambda kg: measures.moved(kg, units)),
        (gettext("Running"), lambda one: one.metres, lambda metres: measures.long_distance(metres, units)),
        (gettext("Running time"), lambda one: one.seconds, measures.long_time),
    ]
    found = []
    for name, value_of, said in figures:
        value, earlier = value_of(now), value_of(before) if before else None
        if not (value or earlier):
            continue
        if earlier is not None:
            found.append(Compared(name, said(value), said(earlier), change(value - earlier, said)))
        else:
            found.append(Compared(name, said(value)))
    return found


def change(difference: float, said: Callable[[float], str]) -> str:
    """+3; −12 km"""
    words = said(abs(difference))
    if words == said(0):
        return gettext("the same")
    return f"{'+' if difference > 0 else MINUS}{words}"
