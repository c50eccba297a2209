"""Progress: what a runner did in each week, month or quarter, summed in SQL.

What counts, here and wherever the product sums:

- reps and seconds of a set per leg or side count for both, so 10 lunges a leg are 20 reps; the pair is one set;
- kilograms moved are reps x load, for both legs where the set is per leg;
- warm-up sets count for nothing, nor do sets of a skipped session;
- a session counts towards the target once it is done;
- cross-training is a kind of its own and no part of the running.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, F, FloatField, Sum, Value, When

from exercises.models.translated import in_language
from training.models.run import Run
from training.models.runner import Runner
from training.models.session import LoggedSet, LoggedSetQuerySet, Session
from training.models.step import Step

WEEK = timedelta(days=7)
PLANK = "plank"

# Both legs, both sides: see above.
SIDES = Case(When(per_leg=True, then=Value(2)), default=Value(1))
TOTAL_REPS = Sum(F("reps") * SIDES, default=0)
TOTAL_SECONDS = Sum(F("seconds") * SIDES, default=0)
TOTAL_KG = Sum(F("reps") * F("kg") * SIDES, default=0.0, output_field=FloatField())


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from `first` to `last`, both included, seen in steps; `without` are days of it that do not count."""

    first: date
    last: date
    step: Step = Step.WEEK
    without: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class KindSum:
    """The runs of one kind; `metres` leaves out those without a distance."""

    kind: Run.Kind
    runs: int
    metres: float
    seconds: float


@dataclass(frozen=True, slots=True)
class MovementSum:
    """The working sets of one movement; `kg` is reps x load."""

    slug: str
    name: str
    sets: int
    reps: int
    seconds: int
    kg: float


@dataclass(frozen=True, slots=True)
class Summary:
    """What was done from `first` to `last`, both included.

    `sessions` are done; `effort` is their mean and `pain` their highest, 0-10, None where none was told.
    """

    first: date
    last: date
    sessions: int = 0
    effort: float | None = None
    pain: int | None = None
    kinds: tuple[KindSum, ...] = ()
    movements: tuple[MovementSum, ...] = ()
    own_sets: int = 0
    """Of movements without a guide."""

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
        return self.own_sets + sum(part.sets for part in self.movements)

    @property
    def kg(self) -> float:
        return sum(part.kg for part in self.movements)

    @property
    def plank_seconds(self) -> int:
        return sum(part.seconds for part in self.movements if part.slug == PLANK)


def summaries(runner: Runner, stretch: Stretch, sessions: Iterable[Session]) -> list[Summary]:
    """Every step of the stretch, newest first, empty ones too; two queries.

    `sessions` are the runner's of these days, with their `own_sets`; of those that are done, these are taken, effort
    and pain.
    """
    step, starts_on = stretch.step, runner.week_starts_on
    kinds, movements = _kinds(runner, stretch), _movements(runner, stretch)
    done: dict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        if session.is_done and counts(stretch, session.day):
            done[step.first_day(session.day, starts_on=starts_on)].append(session)
    newest = step.first_day(stretch.last, starts_on=starts_on)
    count = step.count(step.first_day(stretch.first, starts_on=starts_on), newest)
    firsts = (step.next(newest, -n) for n in range(count))
    return [
        Summary(
            first,
            step.last_day(first),
            sessions=len(done[first]),
            effort=mean_effort(done[first]),
            pain=max((one.pain for one in done[first] if one.pain is not None), default=None),
            kinds=tuple(kinds[first]),
            movements=tuple(movements[first]),
            own_sets=sum(one.own_sets for one in done[first]),
        )
        for first in firsts
    ]


def counts(stretch: Stretch, day: date) -> bool:
    """Whether that day is one of the stretch."""
    left_out = stretch.without is not None and stretch.without[0] <= day <= stretch.without[1]
    return stretch.first <= day <= stretch.last and not left_out


def mean_effort(sessions: Sequence[Session]) -> float | None:
    told = [one.effort for one in sessions if one.effort is not None]
    return sum(told) / len(told) if told else None


def together(parts: Sequence[Summary]) -> Summary:
    """What some summaries, newest first and at least one, come to together; the mean effort is that of sessions."""
    kinds: dict[Run.Kind, list[KindSum]] = defaultdict(list)
    movements: dict[tuple[str, str], list[MovementSum]] = defaultdict(list)
    for part in parts:
        for kind in part.kinds:
            kinds[kind.kind].append(kind)
        for movement in part.movements:
            movements[movement.slug, movement.name].append(movement)
    told = [(part.effort, part.sessions) for part in parts if part.effort is not None]
    return Summary(
        parts[-1].first,
        parts[0].last,
        sessions=sum(part.sessions for part in parts),
        effort=sum(effort * n for effort, n in told) / sum(n for _, n in told) if told else None,
        pain=max((part.pain for part in parts if part.pain is not None), default=None),
        kinds=tuple(
            KindSum(
                kind, sum(one.runs for one in some), sum(one.metres for one in some), sum(one.seconds for one in some)
            )
            for kind, some in kinds.items()
        ),
        movements=tuple(
            MovementSum(
                slug,
                name,
                sum(one.sets for one in some),
                sum(one.reps for one in some),
                sum(one.seconds for one in some),
                sum(one.kg for one in some),
            )
            for (slug, name), some in movements.items()
        ),
        own_sets=sum(part.own_sets for part in parts),
    )


def _kinds(runner: Runner, stretch: Stretch) -> dict[date, list[KindSum]]:
    rows = runner.runs.between(stretch.first, stretch.last)
    if stretch.without:
        rows = rows.exclude(day__range=stretch.without)
    sums = (
        rows.annotate(step=stretch.step.in_sql("day", starts_on=runner.week_starts_on))
        .order_by()
        .values_list("step", "kind")
        .annotate(runs=Count("pk"), total_metres=Sum("metres", default=0.0), total_seconds=Sum("seconds"))
    )
    order = list(Run.Kind)
    found = defaultdict(list)
    for step, kind, *totals in sums:
        found[step].append(KindSum(Run.Kind(kind), *totals))
    for kinds in found.values():
        kinds.sort(key=lambda part: order.index(part.kind))
    return found


def _movements(runner: Runner, stretch: Stretch) -> dict[date, list[MovementSum]]:
    rows = sets_of(runner).filter(session__day__range=(stretch.first, stretch.last))
    if stretch.without:
        rows = rows.exclude(session__day__range=stretch.without)
    sums = (
        rows.annotate(step=stretch.step.in_sql("session__day", starts_on=runner.week_starts_on))
        .values_list("step", "exercise__position", "exercise__slug", in_language("exercise__name"))
        .annotate(sets=Count("pk"), total_reps=TOTAL_REPS, total_seconds=TOTAL_SECONDS, total_kg=TOTAL_KG)
        .order_by("exercise__position")
    )
    found = defaultdict(list)
    for step, _position, slug, name, *totals in sums:
        found[step].append(MovementSum(slug, name, *totals))
    return found


def sets_of(runner: Runner) -> LoggedSetQuerySet:
    """The runner's sets that count: working sets of sessions that were not skipped."""
    return LoggedSet.objects.filter(session__runner=runner).done().working()
