"""What surrounds a runner's sessions on a day, as the rules of progression want it: races, health, runs, the plan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, DateField, F, Field, FloatField, IntegerField, Q, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce

from config.prepared import Asked, Prepared
from exercises.models import Equipment
from training.models.condition import Condition
from training.models.planned_run import MINUTES_PER_KM, PlannedRun
from training.models.race import Race
from training.models.run import Run
from training.models.runner import Runner
from training.plan.constraints import NO_LOAD_INCREASE_BEFORE
from training.plan.load import long_run_spike
from training.plan.progression import RunnerState, SessionFacts
from training.plan.progression.deload import WEEK, cut_backs
from training.plan.week import RunFacts

RACE_AHEAD = timedelta(days=NO_LOAD_INCREASE_BEFORE["A"])
# Five weeks of runs tell a spike of the last seven days from the 30 before each of them (E33).
RUNS_BACK = timedelta(days=37)
PLAN_BACK, PLAN_AHEAD = 3 * WEEK, 3 * WEEK
WEIGHTS = frozenset({"barbell", "dumbbells"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The facts of one query. `equipment` holds slugs; empty where nothing was told."""

    race: date | None
    ill: bool
    ill_ended: date | None
    pain: float
    spike: bool
    cut_backs: tuple[date, ...]
    equipment: frozenset[str]

    @classmethod
    def of(cls, runner: Runner, on: date) -> "Surroundings":
        """One query: all that is looked for has a date, an amount or a word, so it comes as one list."""
        rows: dict[str, list[tuple[Any, Any, Any, Any]]] = {}
        found = AROUND.rows(
            runner=runner.pk,
            on=on,
            well_since=on - WEEK,
            runs_from=on - RUNS_BACK,
            plan_first=on - PLAN_BACK,
            plan_last=on + PLAN_AHEAD,
            race_until=on + RACE_AHEAD,
        )
        for what, *row in found:
            rows.setdefault(what, []).append(tuple(row))
        ills = [last for _first, last, _amount, _word in rows.get("ill", [])]
        runs = [
            RunFacts(day, 0.0, metres, told=told or None) for day, _last, metres, told in rows.get("run", []) if day
        ]
        ((first_log, *_),) = rows["log"]
        planned: dict[date, float] = {}
        for day, _last, minutes, _word in rows.get("plan", []):
            planned[day] = planned.get(day, 0.0) + (minutes or 0.0)
        return cls(
            race=min((row[0] for row in rows.get("race", [])), default=None),
            ill=any(ended is None or ended > on for ended in ills),
            ill_ended=max((ended for ended in ills if ended and ended <= on), default=None),
            pain=max((row[2] or 0 for row in rows.get("pain", [])), default=0),
            spike=long_run_spike(runs, on, first_log) is not None,
            cut_backs=cut_backs(planned, on),
            equipment=frozenset(row[3] for row in rows.get("equipment", [])),
        )

    def state(self, runner: Runner, on: date, sessions: Sequence[SessionFacts], *, lifted: bool) -> RunnerState:
        """All facts together. `lifted`: loads were used lately, which tells of weights where nothing else does."""
        return RunnerState(
            on=on,
            sessions=tuple(sessions),
            per_week=runner.target,
            race=self.race,
            ill=self.ill,
            ill_ended=self.ill_ended,
            pain=self.pain,
            spike=self.spike,
            cut_backs=self.cut_backs,
            wants_heavy=runner.wants_heavy,
            has_weights=bool(self.equipment & WEIGHTS) if self.equipment else lifted,
        )


def _day(name: str) -> Any:
    return Asked(name, DateField())


def _around() -> QuerySet[Any, tuple[Any, ...]]:
    """What, first day, last day, amount, word."""
    runner: Any = Asked("runner", IntegerField())
    on, names = _day("on"), ("well_since", "runs_from", "plan_first", "plan_last", "race_until")
    well_since, runs_from, plan_first, plan_last, race_until = (_day(name) for name in names)
    ill = Condition.objects.filter(runner=runner, kind=Condition.Kind.ILL, first__lte=on)
    hurt = Condition.objects.filter(runner=runner, kind=Condition.Kind.PAIN, first__lte=on)
    runs = Run.objects.filter(runner=runner, metres__gt=0).between(runs_from, on)
    plan = PlannedRun.objects.filter(runner=runner).between(plan_first, plan_last)
    races = Race.objects.filter(runner=runner, priority=Race.Priority.A).between(on, race_until)
    equipment = Equipment.objects.filter(runner=runner)
    first_log = Run.objects.filter(runner=runner).order_by("day").values("day")[:1]
    parts = [
        _part(Runner.objects.filter(pk=runner), "log", first=Subquery(first_log)),
        _part(races, "race", first=F("day")),
        _part(ill.filter(Q(ended_on=None) | Q(ended_on__gt=well_since)), "ill", first=F("first"), last=F("ended_on")),
        _part(hurt.filter(Q(ended_on=None) | Q(ended_on__gt=on)), "pain", amount=F("pain")),
        _part(runs, "run", first=F("day"), amount=F("metres"), word=F("told")),
        _part(plan, "plan", first=F("day"), amount=Coalesce(F("minutes") * 1.0, F("metres") * (MINUTES_PER_KM / 1000))),
        _part(equipment, "equipment", word=F("slug")),
    ]
    return parts[0].union(*parts[1:], all=True).order_by()  # a race's own order is no column here


def _part(rows: QuerySet[Any], what: str, **columns: Any) -> QuerySet[Any, tuple[Any, ...]]:
    """The rows in the shape that all parts share: a union needs columns of the same number and type."""
    types: dict[str, Field[Any, Any]] = {
        "first": DateField(),
        "last": DateField(),
        "amount": FloatField(),
        "word": CharField(),
    }
    shaped = {f"as_{name}": Cast(columns.get(name, Value(None)), kind) for name, kind in types.items()}
    return rows.order_by().annotate(as_what=Value(what, CharField()), **shaped).values_list("as_what", *shaped)


AROUND = Prepared(_around)
