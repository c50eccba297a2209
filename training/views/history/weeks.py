"""Weekly progress: the weeks as one picture, and as a list whose weeks open to their days."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from exercises.models import Exercise, Muscle
from exercises.models.translated import columns
from training.models import Run, Runner, Session
from training.models.muscle_work import MuscleWork, sets_by_movement
from training.models.week import WEEK, Record, WeekSummary, record_of, weeks_of
from training.views.history.asked import day_asked
from training.wording import weeks as words

WEEKS_A_PAGE = 12


@login_required
@require_safe
def history(request: RunnerRequest) -> HttpResponse:
    """The weeks before `?before=`, newest first; `?week=` opens one to its days, which is all that htmx asks for."""
    runner, today = request.user, request.user.today(timezone.now())
    week = day_asked(request, "week")
    history_page = HistoryPage(runner, today, before=day_asked(request, "before"), opened=week and runner.week_of(week))
    context = {"active": "history", "history": history_page}
    return page(request, "training/history.html", context, fragment="week_days" if week else "")


@dataclass(frozen=True)
class Day:
    day: date
    runs: list[Run]
    sessions: list[Session]


class HistoryPage:
    """What the page shows of a runner's weeks; each part is read when the page, or the piece of it, comes to it."""

    def __init__(self, runner: Runner, today: date, *, before: date | None, opened: date | None) -> None:
        self.runner = runner
        self.today = today
        self.this_week = runner.week_of(today)
        self.before = before
        self.opened = opened

    @cached_property
    def record(self) -> Record:
        return record_of(self.runner)

    @property
    def begun(self) -> bool:
        """Whether there is anything to show."""
        return self.record.first is not None

    @cached_property
    def reach(self) -> tuple[date, date]:
        """The oldest and the newest week of the history. It goes on to this week, and to a run of tomorrow, which it
        may be by now where the runner is travelling."""
        first, last = self.record.first or self.this_week, self.record.last or self.this_week
        tomorrow = self.runner.week_of(self.today + timedelta(days=1))
        return min(first, self.this_week), max(self.this_week, min(last, tomorrow))

    @cached_property
    def shown(self) -> tuple[date, date]:
        """The oldest and the newest week of this page."""
        oldest, newest = self.reach
        last = newest
        if self.before:
            last = self.runner.week_of(self.before - timedelta(days=1))
        elif self.opened and self.opened <= newest - WEEKS_A_PAGE * WEEK:
            last = self.opened
        last = min(max(last, oldest), newest)
        return max(oldest, last - (WEEKS_A_PAGE - 1) * WEEK), last

    @cached_property
    def weeks(self) -> list[WeekSummary]:
        return weeks_of(self.runner, *self.shown)

    @property
    def newer(self) -> date | None:
        """What the address of the newer page says `before` is; None on the newest."""
        page_end = self.shown[1] + (WEEKS_A_PAGE + 1) * WEEK
        return page_end if self.shown[1] < self.reach[1] else None

    @property
    def older(self) -> date | None:
        return self.shown[0] if self.shown[0] > self.reach[0] else None

    @property
    def in_a_row(self) -> int:
        return self.record.weeks_in_a_row(self.this_week, self.runner.target)

    @property
    def done_this_week(self) -> int:
        return self.record.done.get(self.this_week, 0)

    @property
    def places(self) -> list[bool]:
        """This week's sessions up to the target, and beyond it where more were done: True for one that is done."""
        return [place < self.done_this_week for place in range(max(self.runner.target, self.done_this_week))]

    @cached_property
    def chart(self) -> SafeString:
        runner = self.runner
        return words.picture(self.weeks, this_week=self.this_week, target=runner.target, units=runner.measures)

    @cached_property
    def exercises(self) -> list[Exercise]:
        return list(Exercise.objects.only("slug", *columns("name")))

    @cached_property
    def muscle_work(self) -> MuscleWork:
        """Of the opened week; two queries."""
        first = self.opened or self.this_week
        return MuscleWork.of(sets_by_movement(self.runner, first, first + timedelta(days=6)))

    @property
    def neglected(self) -> list[Muscle]:
        """Muscles that the opened week hardly trained; nobody knows yet of a week that goes on."""
        return [] if self.opened == self.this_week else self.muscle_work.neglected

    @cached_property
    def days(self) -> list[Day]:
        """The days of the opened week up to today, newest last, each with its runs and sessions; two queries."""
        first = self.opened or self.this_week
        last = first + timedelta(days=6)
        runs = list(self.runner.runs.between(first, last).order_by("start"))
        sessions = list(self.runner.sessions.between(first, last).with_sets_done().order_by("started_at", "pk"))
        days = (first + timedelta(days=number) for number in range(7))
        found = [
            Day(day, [run for run in runs if run.day == day], [one for one in sessions if one.day == day])
            for day in days
        ]
        return [day for day in found if day.day <= self.today or day.runs or day.sessions]
