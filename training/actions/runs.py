"""Writes to runs that reach further than one row: what one run was changes what its neighbours count as."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import batched
from typing import Any, cast

from django.db import transaction

from training.actions.rows import BATCH, write_back
from training.models import Run, Runner
from training.plan.load import Classified, classify
from training.plan.week import RunFacts, monday_of

# Pace is compared with the 56 days before a run, so that many lie before the first that is classified anew.
CONTEXT = timedelta(days=56)


@dataclass(frozen=True, slots=True)
class Inference:
    """What is stored of how a run was classified; two are equal where nothing would change in its row."""

    kind: str
    is_long: bool
    kind_rule: str
    kind_confidence: str
    kind_facts: dict[str, Any]

    @classmethod
    def of(cls, classified: Classified) -> "Inference":
        facts: dict[str, Any] = {name: round(number, 4) for name, number in classified.facts.items()}
        if classified.ask:
            facts["ask"] = classified.ask
        return cls(classified.kind.value, classified.is_long, classified.rule, classified.confidence, facts)


INFERRED = tuple(Inference.__dataclass_fields__)
MEASURED = ("day", "seconds", "metres", "avg_hr", "max_hr", "rpe", "told")


def locked(runner_id: int) -> Runner:
    """The runner, held until the transaction ends: what changes runs takes its turn here before it writes anything.

    Two changes at once would each classify without seeing the other.
    """
    return Runner.objects.select_for_update(no_key=True).get(pk=runner_id)


@transaction.atomic
def enter_run(*, run: Run) -> Run:
    """Store a run that was typed in; entered twice (a double tap) it counts once, and the first is given back."""
    runner = locked(run.runner_id)
    twin = runner.runs.filter(start=run.start, seconds=run.seconds, metres=run.metres).first()
    if twin is not None:
        return twin
    run.save()
    reclassify(runner=runner, since=run.day)
    return run


@transaction.atomic
def change_run(*, run: Run) -> None:
    """Store a changed run, and what it now means for the runs around it."""
    runner = locked(run.runner_id)
    was_on = Run.objects.values_list("day", flat=True).get(pk=run.pk)
    run.save()
    reclassify(runner=runner, since=min(was_on, run.day))


@transaction.atomic
def delete_run(*, run: Run) -> None:
    runner = locked(run.runner_id)
    run.delete()
    reclassify(runner=runner, since=run.day)


@transaction.atomic
def reclassify(*, runner: Runner, since: date | None = None) -> int:
    """Infer anew what the runner's runs were, from the week of `since` on; gives the number of rows that changed.

    A run shifts the median of the 56 days after it and may be the longest of its week. Without a maximum heart rate
    of the runner's own, the highest of any hard run stands in (E30), so that one run can touch all: then, and without
    `since`, the whole history is read. One query, and two more for every thousand runs that changed.
    """
    from_day = monday_of(since) if since and runner.max_heart_rate else date.min
    runs = runner.runs.on_or_after(from_day - CONTEXT) if from_day > date.min else runner.runs.all()
    stored: dict[object, Inference] = {}
    history: list[RunFacts] = []
    for pk, *columns in runs.values_list("pk", *MEASURED, *INFERRED):
        measured = dict(zip(MEASURED, columns, strict=False))
        history.append(RunFacts(**measured | {"told": measured["told"] or None}, id=pk))
        stored[pk] = Inference(*columns[len(MEASURED) :])
    changed = {
        cast(int, entry.run.id): new
        for entry in classify(history, runner.max_heart_rate)
        if entry.run.day >= from_day and (new := Inference.of(entry)) != stored[entry.run.id]
    }
    for some in batched(changed, BATCH):
        rows = list(Run.objects.filter(pk__in=some))
        for run in rows:
            for name in INFERRED:
                setattr(run, name, getattr(changed[run.pk], name))
        write_back(rows, INFERRED)
    return len(changed)
