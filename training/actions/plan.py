"""Writes to the runner's plan: a planned run, a race, the weekly pattern."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from training.actions.runs import locked
from training.models import PlannedRun, Race, Runner, WeeklyRun


@transaction.atomic
def plan_run(*, run: PlannedRun) -> PlannedRun:
    """Store a planned run that was typed in; entered twice (a double tap) it stands once."""
    runner = locked(run.runner_id)
    twin = runner.planned_runs.filter(
        day=run.day, kind=run.kind, metres=run.metres, minutes=run.minutes, title=run.title
    ).first()
    if twin is not None:
        return twin
    run.save()
    return run


@transaction.atomic
def enter_race(*, race: Race) -> Race:
    """Store a race; a second on the same day does not stand beside it, the first is given back."""
    runner = locked(race.runner_id)
    standing = runner.races.filter(day=race.day).first()
    if standing is not None:
        return standing
    race.save()
    return race


@transaction.atomic
def set_pattern(*, runner: Runner, first: date, last: date | None, runs: Sequence[WeeklyRun]) -> None:
    """Let `runs` be the weekly pattern from `first` to `last` (None: until further notice).

    What held before `first` ends the day before, so that weeks gone by keep their plan; what would have begun later is
    dropped. No runs end the pattern.
    """
    runner = locked(runner.pk)
    runner.weekly_runs.filter(first__gte=first).delete()
    runner.weekly_runs.on(first).update(last=first - timedelta(days=1))
    for run in runs:
        run.runner, run.first, run.last = runner, first, last
    WeeklyRun.objects.bulk_create(runs)
