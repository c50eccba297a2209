"""The week: what was run, what is expected, which days are for strength, and why."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.models import Run, Runner, Session
from training.plan.recommend import Recommendation
from training.plan.week import ComingWeek, Kind, Outlook
from training.wording.days import AdviceWords, say, words_of_day


@dataclass
class Lane:
    """One day of the week shown: what happened, what is expected, what is recommended."""

    day: date
    today: date
    runs: list[Run] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    outlook: Outlook | None = None
    advice: AdviceWords | None = None

    @property
    def is_today(self) -> bool:
        return self.day == self.today

    @property
    def is_past(self) -> bool:
        return self.day < self.today

    @property
    def expected(self) -> Kind | None:
        """What is likely to be run, where nothing has been yet."""
        return self.outlook.likeliest if self.outlook and not self.runs else None

    @property
    def seen(self) -> int:
        """In how many of the last weeks it was what is expected now."""
        return self.outlook.seen.get(self.outlook.likeliest, 0) if self.outlook else 0


@login_required
@require_safe
def week(request: RunnerRequest, year: int | None = None, number: int | None = None) -> HttpResponse:
    runner, today = request.user, request.user.today(timezone.now())
    first = first_day(runner, today, year, number)
    lanes = lanes_of(runner, first, today)
    context = {
        "active": "week",
        "lanes": lanes,
        "first": first,
        "last": first + timedelta(days=6),
        "previous": iso_week(first - timedelta(days=7)),
        "next": iso_week(first + timedelta(days=7)),
        "is_current": first == runner.week_of(today),
        "is_past": first < runner.week_of(today),
        "done": sum(session.status == Session.Status.DONE for lane in lanes for session in lane.sessions),
    }
    if not context["is_past"]:
        coming, recommendation = runner.recommended_days(today)
        add_what_is_ahead(lanes, runner, coming, recommendation)
        context |= {
            "coming": coming,
            # Before the very first session there is something to read on the way.
            "first_time": not runner.sessions.trained().exists(),
            "chosen": [day.day for day in recommendation.chosen],
            "warnings": [say(reason, runner.measures) for reason in recommendation.warnings],
            "stopped": any(reason.rule == "safety-card" for reason in recommendation.warnings),
        }
    return page(request, "training/week.html", context)


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


def lanes_of(runner: Runner, first: date, today: date) -> list[Lane]:
    """The seven days with the runs and sessions in them; two queries."""
    last = first + timedelta(days=6)
    runs: dict[date, list[Run]] = defaultdict(list)
    for run in runner.runs.between(first, last).order_by("start"):
        runs[run.day].append(run)
    sessions: dict[date, list[Session]] = defaultdict(list)
    for session in runner.sessions.between(first, last).annotate(sets_done=Count("sets")).order_by("started_at"):
        sessions[session.day].append(session)
    days = [first + timedelta(days=offset) for offset in range(7)]
    return [Lane(day, today, runs[day], sessions[day]) for day in days]


def add_what_is_ahead(lanes: list[Lane], runner: Runner, coming: ComingWeek, recommendation: Recommendation) -> None:
    """Expected runs and advice for the days of the horizon; beyond it only what the weekday usually brings."""
    outlooks = {outlook.day: outlook for outlook in coming.days}
    by_weekday = {outlook.day.weekday(): outlook for outlook in coming.days}
    advice = {day.day: day for day in recommendation.days}
    for lane in lanes:
        if lane.day >= coming.start:
            lane.outlook = outlooks.get(lane.day, by_weekday[lane.day.weekday()])
        if lane.day in advice:
            lane.advice = words_of_day(advice[lane.day], runner.measures)
