"""A runner's history over a span: the picture's columns, what they come to beside the span before, the weeks listed."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from exercises.models import ExerciseMuscle
from training.models.muscle_work import MuscleWork, muscle_links
from training.models.opened_week import OpenedWeek, kept_days, sets_of_movements
from training.models.record import Record, record_of
from training.models.runner import Runner
from training.models.session import Session
from training.models.span import Span
from training.models.step import Step
from training.models.week import WEEK, Stretch, Summary, summaries, together
from training.plan.adherence import Kept

# As many as the shortest picture shows.
WEEKS_A_PAGE = Span.WEEKS.weeks
# What a column can stand for, and the most of them that a phone can tell apart.
COLUMNS = (Step.WEEK, Step.MONTH, Step.QUARTER)
MOST_COLUMNS = 60


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement over the span and over the span before; `before` is None where there was none."""

    slug: str
    name: str
    sets: int
    before: int | None


class History:
    """Each part is read when the page, or the piece of it, comes to it; nine queries for all, ten with a week open."""

    def __init__(
        self,
        runner: Runner,
        today: date,
        *,
        span: Span = Span.WEEKS,
        before: date | None = None,
        opened: date | None = None,
    ) -> None:
        self.runner = runner
        self.today = today
        self.this_week = runner.week_of(today)
        self.span = span
        self.before = before
        self.opened = opened

    # -- How far -------------------------------------------------------------------------------------------------------

    @cached_property
    def record(self) -> Record:
        return record_of(self.runner, self.today)

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
    def listed(self) -> tuple[date, date]:
        """The oldest and the newest week of the list."""
        oldest, newest = self.reach
        last = newest
        if self.before:
            last = self.runner.week_of(self.before - timedelta(days=1))
        elif self.opened and self.opened <= newest - WEEKS_A_PAGE * WEEK:
            last = self.opened
        last = min(max(last, oldest), newest)
        return max(oldest, last - (WEEKS_A_PAGE - 1) * WEEK), last

    @property
    def newer(self) -> date | None:
        """What the address of the newer page says `before` is; None on the newest."""
        page_end = self.listed[1] + (WEEKS_A_PAGE + 1) * WEEK
        return page_end if self.listed[1] < self.reach[1] else None

    @property
    def older(self) -> date | None:
        return self.listed[0] if self.listed[0] > self.reach[0] else None

    @cached_property
    def step(self) -> Step:
        """What a column of the picture stands for."""
        if self.span is not Span.ALL:
            return Step.WEEK
        return next((step for step in COLUMNS if step.count(*self._columns(step)) <= MOST_COLUMNS), COLUMNS[-1])

    def _columns(self, step: Step) -> tuple[date, date]:
        """The first days of the first and the last column."""
        oldest, newest = self.reach
        if self.span is Span.ALL:
            starts_on = self.runner.week_starts_on
            return step.first_day(oldest, starts_on=starts_on), step.first_day(newest, starts_on=starts_on)
        last = self.listed[1]
        return max(oldest, last - (self.span.weeks - 1) * WEEK), last

    @cached_property
    def stretch(self) -> Stretch:
        """The days of the picture."""
        first, last = self._columns(self.step)
        return Stretch(first, self.step.last_day(last), self.step)

    @cached_property
    def stretch_before(self) -> Stretch | None:
        """As many weeks before them, the last one up to the same weekday as today; None where the history does not go
        back so far: half of a span would always be less."""
        back = self.span.weeks * WEEK
        if self.span is Span.ALL or self.stretch.first - back < self.reach[0]:
            return None
        last = min(self.stretch.last, max(self.today, self.stretch.first)) - back
        return Stretch(self.stretch.first - back, last)

    # -- What was done -------------------------------------------------------------------------------------------------

    @cached_property
    def sessions(self) -> list[Session]:
        """Of the picture and the span before, whatever became of them, in order."""
        first = self.stretch_before.first if self.stretch_before else self.stretch.first
        found = self.runner.sessions.between(first, self.stretch.last).order_by("day", "started_at", "pk")
        # What is counted of a session; an opened week shows more of it.
        if self.opened:
            return list(found.with_sets_done())
        return list(found.with_own_sets().only("day", "status", "effort", "pain", "reasons"))

    @cached_property
    def _summaries(self) -> list[Summary]:
        """Of the picture and the span before, which are read together."""
        before, last = self.stretch_before, self.stretch.last
        if before is None:
            return summaries(self.runner, self.stretch, self.sessions)
        gap = (before.last + timedelta(days=1), self.stretch.first - timedelta(days=1))
        whole = Stretch(before.first, last, self.step, without=gap if gap[0] <= gap[1] else None)
        return summaries(self.runner, whole, self.sessions)

    @cached_property
    def columns(self) -> list[Summary]:
        """What the picture shows, newest first."""
        return [one for one in self._summaries if one.first >= self.stretch.first]

    @cached_property
    def total(self) -> Summary:
        return together(self.columns)

    @cached_property
    def total_before(self) -> Summary | None:
        """The same days of the span before."""
        return (
            together([one for one in self._summaries if one.first < self.stretch.first])
            if self.stretch_before
            else None
        )

    @property
    def weeks(self) -> list[Summary]:
        """The weeks of the list, newest first; none where columns are no weeks."""
        oldest, newest = self.listed
        return [one for one in self.columns if oldest <= one.first <= newest] if self.step is Step.WEEK else []

    @cached_property
    def years(self) -> list[Summary]:
        """The columns by the year that they begin in, newest first."""
        years = dict.fromkeys(one.first.year for one in self.columns)
        return [together([one for one in self.columns if one.first.year == year]) for year in years]

    @property
    def weeks_begun(self) -> float:
        """How many weeks the picture tells of; the one under way as far as it has come."""
        last = min(self.stretch.last, max(self.today, self.stretch.first))
        return max(1.0, ((last - self.stretch.first).days + 1) / 7)

    # -- Against the target and the days that were recommended ---------------------------------------------------------

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
    def kept(self) -> list[Kept]:
        """What became of the recommended days of the picture."""
        return kept_days(self.runner, self.today, self.stretch, self.sessions)

    def kept_of(self, summary: Summary) -> list[Kept]:
        return [kept for kept in self.kept if summary.first <= kept.day <= summary.last]

    # -- What was trained ----------------------------------------------------------------------------------------------

    @cached_property
    def _links(self) -> list[ExerciseMuscle]:
        return muscle_links()

    @property
    def movements(self) -> list[MovementRow]:
        """Every movement of the guides with its sets over the picture, untrained ones too."""
        now = sets_of_movements(self.total)
        before = sets_of_movements(self.total_before) if self.total_before else None
        movements = sorted({link.exercise for link in self._links}, key=lambda one: one.position)
        names = {one.slug: one.name for one in movements} | {part.slug: part.name for part in self.total.movements}
        return [
            MovementRow(slug, name, now.get(slug, 0), None if before is None else before.get(slug, 0))
            for slug, name in names.items()
        ]

    @cached_property
    def muscle_work(self) -> MuscleWork:
        """Sets a week of every muscle over the picture."""
        sets = {slug: count / self.weeks_begun for slug, count in sets_of_movements(self.total).items()}
        return MuscleWork.of(sets, self._links)

    @cached_property
    def opened_week(self) -> OpenedWeek | None:
        """The week that stands open among those listed; two queries."""
        summary = next((one for one in self.weeks if one.first == self.opened), None)
        if summary is None:
            return None
        sessions = [one for one in self.sessions if summary.first <= one.day <= summary.last]
        return OpenedWeek(self.runner, self.today, summary, sessions, self.kept_of(summary), self._links)
