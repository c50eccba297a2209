"""Weekly progress: the weeks as one picture, what they come to, and as a list whose weeks open to their days."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.models.history import WEEKS_A_PAGE, History
from training.models.opened_week import OpenedWeek
from training.models.record import Row
from training.models.span import Span
from training.models.step import Step
from training.models.week import WEEK
from training.stamp import stamped
from training.views.history.asked import day_asked, span_asked
from training.wording import history as words
from training.wording.weeks import Picture, kept_in_words


@login_required
@require_safe
def history(request: RunnerRequest) -> HttpResponse:
    """The weeks before `?before=` as far back as `?range=` says, running by distance or, with `?by=time`, by time.

    `?week=` opens one to its days, which is all that htmx asks for.
    """
    week = day_asked(request, "week")
    if week is None:
        return kept_weeks(request)
    if request.htmx and not request.htmx.boosted:
        runner = request.user
        piece = {"opened": OpenedWeek.of(runner, runner.today(timezone.now()), runner.week_of(week))}
        return page(request, "training/history.html", piece, fragment="week_body")
    return weeks(request, opened=request.user.week_of(week))


def weeks(request: RunnerRequest, *, opened: date | None = None) -> HttpResponse:
    span = span_asked(request) or Span.WEEKS
    today = request.user.today(timezone.now())
    shown = History(request.user, today, span=span, before=day_asked(request, "before"), opened=opened)
    context = {"active": "history", "page": HistoryPage(shown, by_time=request.GET.get("by") == "time")}
    return page(request, "training/history.html", context)


# An opened week is looked at once, and has queries enough.
kept_weeks = stamped(weeks)


class HistoryPage:
    """What the template shows, word by word."""

    def __init__(self, history: History, *, by_time: bool) -> None:
        self.history = history
        self.asked_by_time = by_time

    def address(self, *, span: Span | None = None, **other: object) -> str:
        """The same page with other wishes; an empty one is left out, and the twelve weeks that it shows unasked."""
        span = span or self.history.span
        by = "time" if self.asked_by_time else ""
        wishes = {"range": "" if span is Span.WEEKS else span.value, "by": by, **other}
        asked = urlencode({name: wish for name, wish in wishes.items() if wish})
        return f"{reverse('training:history')}{asked and '?'}{asked}"

    @property
    def spans(self) -> Iterator[tuple[str, str, bool]]:
        """Each range: its name, its address, and whether it is shown."""
        return ((str(span.label), self.address(span=span), span is self.history.span) for span in Span)

    @property
    def all_weeks(self) -> str:
        return self.address(span=Span.ALL)

    @property
    def measures(self) -> Iterator[tuple[str, str, bool]]:
        """Distance or time, likewise."""
        names = {"": gettext("Distance"), "time": gettext("Time")}
        return ((name, self.address(by=by), (by == "time") is self.asked_by_time) for by, name in names.items())

    @cached_property
    def picture(self) -> SafeString:
        history = self.history
        total = history.total
        picture = Picture(
            history.columns,
            today=history.today,
            target=history.runner.target,
            units=history.runner.measures,
            step=history.step,
            by_time=self.asked_by_time or (total.seconds > 0 and not total.metres),
            kept=history.kept,
        )
        return picture.drawn(picture.doors(self.addresses))

    @property
    def addresses(self) -> dict[date, str]:
        """Where columns lead: a week to itself, those of a year to the picture of twelve weeks that they are in, others
        to their year."""
        columns = self.history.columns
        if self.history.step is not Step.WEEK:
            return {one.first: reverse("training:year", args=[one.first.year]) for one in columns}
        if self.history.span is Span.WEEKS:
            return {one.first: self.week_address(one.first) for one in columns}
        ends = [columns[place // WEEKS_A_PAGE * WEEKS_A_PAGE].first + WEEK for place in range(len(columns))]
        return {one.first: self.address(span=Span.WEEKS, before=end) for one, end in zip(columns, ends, strict=True)}

    def week_address(self, first: date) -> str:
        before = self.history.before
        return f"{self.address(before=before or '', week=first)}#week-{first}"

    @property
    def lines(self) -> list[tuple[words.Line, str]]:
        """The weeks of the list, each with the address that opens it."""
        return [(line, self.week_address(date.fromisoformat(line.first))) for line in words.lines(self.history)]

    @property
    def table_heads(self) -> list[str]:
        return words.table_heads(self.history)

    @property
    def table(self) -> list[tuple[str, list[str]]]:
        return words.table(self.history)

    @property
    def years(self) -> list[tuple[str, list[str]]]:
        """What each year of the picture came to."""
        units = self.history.runner.measures
        return [(str(one.first.year), words.cells(one, units)) for one in self.history.years]

    @cached_property
    def compared(self) -> list[words.Compared]:
        return words.compared(self.history)

    @property
    def kept(self) -> str:
        return kept_in_words(self.history.kept) if self.history.kept else ""

    @cached_property
    def longest(self) -> Row:
        return self.history.record.longest(self.history.this_week, self.history.runner.target)

    @property
    def newer(self) -> str:
        newer = self.history.newer
        if newer is None:
            return ""
        return self.address(before="" if newer > self.history.reach[1] else newer)

    @property
    def older(self) -> str:
        return self.address(before=self.history.older) if self.history.older else ""
