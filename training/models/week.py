"""Weekly progress: what a runner did in each week, summed in SQL.

What counts, here and wherever the product sums:

- reps and seconds of a set per leg or side count for both, so 10 lunges a leg are 20 reps; the pair is one set;
- kilograms moved are reps x load, for both legs where the set is per leg;
- warm-up sets count for nothing, nor do sets of a skipped session;
- a session counts towards the target once it is done;
- cross-training is a kind of its own and no part of the running.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Avg, Case, Count, F, FloatField, Max, Min, Q, Sum, Value, When

from exercises.models.translated import in_language
from training.models.run import Run
from training.models.runner import Runner
from training.models.session import LoggedSet, LoggedSetQuerySet, Session
from training.models.weekstart import FirstDayOfWeek

WEEK = timedelta(days=7)
PLANK = "plank"

# Both legs, both sides: see above.
SIDES = Case(When(per_leg=True, then=Value(2)), default=Value(1))
TOTAL_REPS = Sum(F("reps") * SIDES, default=0)
TOTAL_SECONDS = Sum(F("seconds") * SIDES, default=0)
TOTAL_KG = Sum(F("reps") * F("kg") * SIDES, default=0.0, output_field=FloatField())


@dataclass(frozen=True, slots=True)
class KindSum:
    """The runs of one kind in a week; `metres` leaves out those without a distance."""

    kind: Run.Kind
    runs: int
    metres: float
    seconds: float


@dataclass(frozen=True, slots=True)
class MovementSum:
    """The working sets of one movement in a week; `kg` is reps x load."""

    slug: str
    name: str
    sets: int
    reps: int
    seconds: int
    kg: float


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """A week of a runner. `sessions` are done; `effort` is their mean, 0-10, None where none was told."""

    first: date
    sessions: int = 0
    effort: float | None = None
    kinds: tuple[KindSum, ...] = ()
    movements: tuple[MovementSum, ...] = ()

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    @property
    def empty(self) -> bool:
        return not (self.sessions or self.kinds or self.movements)

    @property
    def running(self) -> tuple[KindSum, ...]:
        return tuple(part for part in self.kinds if part.kind is not Run.Kind.CROSS)

    @property
    def runs(self) -> int:
        return sum(part.runs for part in self.running)

    @property
    def metres(self) -> float:
        return sum(part.metres for part in self.running)

    @property
    def seconds(self) -> float:
        """Running time."""
        return sum(part.seconds for part in self.running)

    @property
    def sets(self) -> int:
        return sum(part.sets for part in self.movements)

    @property
    def kg(self) -> float:
        return sum(part.kg for part in self.movements)

    @property
    def plank_seconds(self) -> int:
        return sum(part.seconds for part in self.movements if part.slug == PLANK)


def weeks_of(runner: Runner, first: date, last: date) -> list[WeekSummary]:
    """Every week from that of `first` to that of `last`, newest first, empty ones too; three queries."""
    first, last = runner.week_of(first), runner.week_of(last)
    kinds = _kinds_by_week(runner, first, last)
    movements = _movements_by_week(runner, first, last)
    sessions = _sessions_by_week(runner, first, last)
    count = (last - first) // WEEK + 1
    return [
        WeekSummary(day, *sessions.get(day, (0, None)), kinds=tuple(kinds[day]), movements=tuple(movements[day]))
        for day in (last - n * WEEK for n in range(count))
    ]


def _kinds_by_week(runner: Runner, first: date, last: date) -> dict[date, list[KindSum]]:
    rows = (
        runner.runs.between(first, last + timedelta(days=6))
        .annotate(week=FirstDayOfWeek("day", starts_on=runner.week_starts_on))
        .values("week", "kind")
        .annotate(runs=Count("pk"), total_metres=Sum("metres", default=0.0), total_seconds=Sum("seconds"))
    )
    found = defaultdict(list)
    order = list(Run.Kind.values)
    for row in sorted(rows, key=lambda row: order.index(row["kind"])):
        part = KindSum(Run.Kind(row["kind"]), row["runs"], row["total_metres"], row["total_seconds"])
        found[row["week"]].append(part)
    return found


def _movements_by_week(runner: Runner, first: date, last: date) -> dict[date, list[MovementSum]]:
    rows = (
        sets_of(runner)
        .filter(session__day__range=(first, last + timedelta(days=6)))
        .annotate(week=FirstDayOfWeek("session__day", starts_on=runner.week_starts_on))
        .values("week", "exercise__position", "exercise__slug", exercise_name=in_language("exercise__name"))
        .annotate(sets=Count("pk"), total_reps=TOTAL_REPS, total_seconds=TOTAL_SECONDS, total_kg=TOTAL_KG)
        .order_by("exercise__position")
    )
    found = defaultdict(list)
    for row in rows:
        totals = row["sets"], row["total_reps"], row["total_seconds"], row["total_kg"]
        found[row["week"]].append(MovementSum(row["exercise__slug"], row["exercise_name"], *totals))
    return found


def _sessions_by_week(runner: Runner, first: date, last: date) -> dict[date, tuple[int, float | None]]:
    rows = (
        runner.sessions.done()
        .between(first, last + timedelta(days=6))
        .annotate(week=FirstDayOfWeek("day", starts_on=runner.week_starts_on))
        .values("week")
        .annotate(done=Count("pk"), mean_effort=Avg("effort"))
    )
    return {row["week"]: (row["done"], row["mean_effort"]) for row in rows}


def sets_of(runner: Runner) -> LoggedSetQuerySet:
    """The runner's sets that count: working sets of sessions that were not skipped."""
    return LoggedSet.objects.filter(session__runner=runner).done().working()


@dataclass(frozen=True, slots=True)
class Record:
    """How far a history reaches, and how many sessions were done in each week that has one begun or done."""

    first: date | None
    last: date | None
    done: Mapping[date, int]

    def weeks_in_a_row(self, this_week: date, target: int) -> int:
        """Weeks on target without a gap, up to `this_week`, which is under way: it may add one but breaks nothing."""
        week = this_week if self.done.get(this_week, 0) >= target else this_week - WEEK
        count = 0
        while self.done.get(week, 0) >= target:
            count += 1
            week -= WEEK
        return count


def record_of(runner: Runner) -> Record:
    """The whole history of a runner in two queries; `first` and `last` are first days of weeks."""
    begun = runner.sessions.filter(status__in=[Session.Status.DONE, Session.Status.UNDER_WAY])
    rows = (
        begun.annotate(week=FirstDayOfWeek("day", starts_on=runner.week_starts_on))
        .values("week")
        .annotate(done=Count("pk", filter=Q(status=Session.Status.DONE)))
    )
    done = {row["week"]: row["done"] for row in rows}
    reach = runner.runs.aggregate(first=Min("day"), last=Max("day"))
    weeks = [*done, *(runner.week_of(day) for day in reach.values() if day)]
    return Record(min(weeks, default=None), max(weeks, default=None), done)
