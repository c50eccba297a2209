"""How the runner is: told once, told again, over."""

from datetime import date, datetime

from django.db import transaction

from training.actions.runs import locked
from training.models import Condition, Runner
from training.models.condition import painful_session


@transaction.atomic
def tell(*, condition: Condition, now: datetime) -> Condition:
    """Store what the runner told; what was told of the same kind before ends the day it begins. Away adds up."""
    runner = locked(condition.runner_id)
    condition.told_at = now
    if condition.kind != Condition.Kind.AWAY:
        _end(runner, condition.kind, max(condition.first, _latest_first(runner, condition.kind)), now)
    condition.save()
    return condition


@transaction.atomic
def well_again(*, runner: Runner, kind: str, today: date, now: datetime) -> None:
    """From today on it is over; tapped twice it stays so. A pain told after a session only is settled too."""
    runner = locked(runner.pk)
    if kind == Condition.Kind.AWAY:
        for trip in runner.conditions.filter(kind=kind, first__lte=today, ended_on__gt=today):
            _end_one(trip, today, now)
    elif not _end(runner, kind, today, now) and kind == Condition.Kind.PAIN:
        sessions = list(runner.sessions.done().newest_first()[:1])
        hurt = painful_session(runner.conditions.since(today), sessions, today)
        if hurt is not None:
            runner.conditions.create(kind=kind, first=hurt.day, ended_on=today, pain=hurt.pain, told_at=now)


def _latest_first(runner: Runner, kind: str) -> date:
    return runner.conditions.open().filter(kind=kind).values_list("first", flat=True).first() or date.min


def _end(runner: Runner, kind: str, day: date, now: datetime) -> bool:
    """End what is open of this kind; whether anything was."""
    found = list(runner.conditions.open().filter(kind=kind))
    for one in found:
        _end_one(one, day, now)
    return bool(found)


def _end_one(condition: Condition, day: date, now: datetime) -> None:
    condition.ended_on, condition.told_at = max(day, condition.first), now
    condition.save(update_fields=["ended_on", "told_at"])
