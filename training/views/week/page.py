"""The page of a week."""

from datetime import date, timedelta
from functools import cached_property, partial
from typing import Any
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.actions.week import keep_shown
from training.models import Runner, Session
from training.models.condition import painful_session
from training.models.week_ahead import WeekAhead
from training.stamp import stamped
from training.views.week.lanes import Lane, add_what_is_ahead, lanes_of, wants_a_word
from training.wording.changes import days_in_words, what_changed
from training.wording.days import SKIPPED, Sentence, sentence, spike_sentence, words_of_day
from training.wording.headlines import headline

# More questions at once are homework.
MOST_QUESTIONS = 3
# What is said of days to come.
AHEAD = (
    "coming",
    "first_time",
    "chosen",
    "warnings",
    "stopped",
    "told",
    "is_emergency",
    "painful_session",
    "news",
    "hurting",
    "left_running",
)
# Later nobody knows how that morning was.
MORNING_IS_KNOWN = timedelta(days=3)


@login_required
@require_safe
@stamped
def week(request: RunnerRequest, year: int | None = None, number: int | None = None) -> HttpResponse:
    """The first look of a day keeps the days that it shows, so that later ones can say what changed."""
    runner, today = request.user, request.user.today(timezone.now())
    shown = WeekPage(runner, first_day(runner, today, year, number), today)
    return page(request, "training/week.html", {"active": "week", **shown.context()})


class WeekPage:
    """What the page says. Each part is made when the template comes to it: a kept page needs none of them."""

    def __init__(self, runner: Runner, first: date, today: date) -> None:
        self.runner = runner
        self.first = first
        self.today = today

    def context(self) -> dict[str, Any]:
        this_week = self.runner.week_of(self.today)
        return {
            "first": self.first,
            "last": self.first + timedelta(days=6),
            "previous": iso_week(self.first - timedelta(days=7)),
            "next": iso_week(self.first + timedelta(days=7)),
            "is_current": self.first == this_week,
            "is_past": self.first < this_week,
            "reasons_to_skip": SKIPPED,
            # A double tap on Start starts one session.
            "start_pk": uuid4(),
            "done": SimpleLazyObject(lambda: sum(one.is_done for lane in self.lanes for one in lane.sessions)),
            "lanes": SimpleLazyObject(lambda: self.lanes),
            "asks": SimpleLazyObject(lambda: questions(self.ahead, self.first) if self.ahead else []),
            **{name: SimpleLazyObject(partial(self.of_what_is_ahead, name)) for name in AHEAD},
        }

    @cached_property
    def ahead(self) -> WeekAhead | None:
        """What is ahead, kept as shown; None of a week that is over."""
        if self.first < self.runner.week_of(self.today):
            return None
        ahead = self.runner.week_ahead(self.today)
        keep_shown(ahead)
        return ahead

    @cached_property
    def lanes(self) -> list[Lane]:
        lanes = lanes_of(self.runner, self.first, self.today, self.ahead)
        if self.ahead:
            add_what_is_ahead(lanes, self.ahead)
        return lanes

    def of_what_is_ahead(self, name: str) -> Any:
        return self._what_is_ahead.get(name)

    @cached_property
    def _what_is_ahead(self) -> dict[str, Any]:
        return what_is_ahead(self.ahead) if self.ahead else {}


@login_required
@require_safe
def week_next(request: RunnerRequest) -> HttpResponse:
    """When strength is next and why, for other pages to show; a visit leads to the week."""
    if not request.htmx:
        return redirect("training:week")
    ahead = request.user.week_ahead(request.user.today(timezone.now()))
    following = next(iter(ahead.recommendation.chosen), None)
    context = {
        "day": following.day if following else None,
        "advice": words_of_day(following, request.user.measures) if following else None,
        "headline": headline(following.day, ahead.coming) if following else "",
        "stopped": ahead.stopped,
    }
    return page(request, "training/_when_next.html", context)


def first_day(runner: Runner, today: date, year: int | None, number: int | None) -> date:
    """The first day of the week in the address; without one, of the week that holds today."""
    if year is None or number is None:
        return runner.week_of(today)
    try:
        return runner.week_of(date.fromisocalendar(year, number, 4))
    except ValueError as error:
        raise Http404 from error


def iso_week(day: date) -> tuple[int, int]:
    """Year and number of the ISO week that holds most of the week beginning on `day`."""
    year, number, _ = (day + timedelta(days=3)).isocalendar()
    return year, number


def what_is_ahead(ahead: WeekAhead) -> dict[str, Any]:
    """The days, what changed about them, and how the runner is."""
    chosen = [day.day for day in ahead.recommendation.chosen]
    told = [one for one in ahead.conditions if one.covers(ahead.today)]
    return {
        "coming": ahead.coming,
        # Before the very first session there is something to read on the way.
        "first_time": not ahead.log.ever and not any(one.is_trained for one in ahead.sessions),
        "chosen": chosen,
        "warnings": warnings(ahead),
        "stopped": ahead.stopped,
        "told": told,
        "is_emergency": any(one.is_emergency for one in told),
        "painful_session": painful_session(ahead.conditions, ahead.sessions, ahead.today),
        "news": news(ahead),
        "hurting": hurting(ahead),
        "left_running": left_running(ahead),
    }


def left_running(ahead: WeekAhead) -> Session | None:
    """The last session that was begun on an earlier day and never finished."""
    running = [one for one in ahead.sessions if one.status == Session.Status.UNDER_WAY and one.day < ahead.today]
    return running[-1] if running else None


def hurting(ahead: WeekAhead) -> Session | None:
    """The last session, where it hurt and nobody has said how it was the morning after; for three days."""
    done = [one for one in ahead.sessions if one.is_done and one.day < ahead.today]
    last = done[-1] if done else None
    if last is None or not last.pain or last.morning_after or ahead.today - last.day > MORNING_IS_KNOWN:
        return None
    return last


def news(ahead: WeekAhead) -> dict[str, Any] | None:
    """What changed and which days follow from it; None where the days stay as they are."""
    if ahead.settled or ahead.stopped:
        return None
    now = {day.day for day in ahead.best.chosen}
    shown = {day.day for day in ahead.recommendation.chosen}
    units = ahead.runner.measures
    advice = {day.day: day for day in ahead.recommendation.days}
    return {
        "changed": what_changed(ahead.changes, ahead.runs),
        "offers": ahead.offers,
        "fewer": now < shown,
        "days": days_in_words(now, after=ahead.today + timedelta(days=6)),
        "instead_of": days_in_words(shown, after=ahead.today + timedelta(days=6)),
        "lost": [(day, sentence(advice[day].reasons[0], units)) for day in ahead.lost],
    }


def warnings(ahead: WeekAhead) -> list[Sentence]:
    """What concerns the whole week; a long-run spike with its kilometres or miles."""
    units = ahead.runner.measures
    return [
        spike_sentence(ahead.spike, units)
        if reason.rule == "long-run-spike" and ahead.spike
        else sentence(reason, units)
        for reason in ahead.recommendation.warnings
    ]


def questions(ahead: WeekAhead, first: date) -> list[Any]:
    """Runs of the last two weeks, not on this page, of which one tap would tell more; the latest first."""
    return [run for run in reversed(ahead.runs) if run.day < first and wants_a_word(run, ahead.today)][:MOST_QUESTIONS]
