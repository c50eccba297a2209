"""The weeks ahead of every runner, read in one pass: as many queries for ten thousand runners as for ten.

Rows come from the database as streams in the order of runners, and each runner takes what is theirs. Nothing grows
with the number of runners but the time.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.db.models import Count, Min, Q

from training.models.condition import Condition
from training.models.plan import facts_of, laid_out
from training.models.planned_run import PlannedRun, WeeklyRun
from training.models.race import Race
from training.models.recommendation import STALE_AFTER, ShownWeek
from training.models.run import Run
from training.models.runner import Runner
from training.models.session import Session
from training.models.week_ahead import WeekAhead
from training.models.week_rows import AHEAD, RACES_AHEAD, REACH
from training.plan.foresee import RACE_MEMORY
from training.plan.wishes import StrengthLog

ROWS_AT_ONCE = 2000

# It is never more than a day earlier or later elsewhere.
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)


class _Stream[Row: models.Model]:
    """Rows of all runners in the order of runners, handed out runner by runner."""

    def __init__(self, rows: models.QuerySet[Row], *order: str) -> None:
        self.rows: Iterator[Row] = rows.order_by("runner_id", *order).iterator(chunk_size=ROWS_AT_ONCE)
        self.next = next(self.rows, None)

    def of(self, runner: Runner) -> list[Row]:
        """The rows of a runner; runners must be asked for in the order of their keys."""
        found = []
        while self.next is not None and (key := _runner_key(self.next)) <= runner.pk:
            if key == runner.pk:
                found.append(self.next)
            self.next = next(self.rows, None)
        return found


def _runner_key(row: Any) -> int:
    key: int = row.runner_id
    return key


def weeks_ahead(now: datetime) -> Iterator[WeekAhead]:
    """The week ahead of each active runner on the day it is there at the moment `now` (aware); eight queries.

    Sessions come without the number of their sets, which no recommendation needs.
    """
    today = now.date()
    first, last = today - REACH - DAY, today + AHEAD + DAY
    with transaction.atomic():
        runs = _Stream(Run.objects.between(first, today + DAY), "start")
        sessions = _Stream(Session.objects.between(first, last), "day", "started_at")
        conditions = _Stream(Condition.objects.since(first), "first", "pk")
        plan_first, plan_last = today - RACE_MEMORY - WEEK, today + RACES_AHEAD + WEEK
        planned = _Stream(PlannedRun.objects.between(plan_first, plan_last), "day", "pk")
        weekly = _Stream(WeeklyRun.objects.between(plan_first, plan_last), "first", "pk")
        races = _Stream(Race.objects.between(plan_first, plan_last), "day")
        shown = _Stream(ShownWeek.objects.filter(made_on__gt=today - STALE_AFTER - DAY), "-made_on")
        runs_of_runner = Run.objects.filter(runner=models.OuterRef("pk"))
        done = Q(sessions__status=Session.Status.DONE)
        everyone = Runner.objects.filter(is_active=True).annotate(
            sessions_ever=Count("sessions", filter=done),
            first_session=Min("sessions__day", filter=done),
            first_log=models.Subquery(runs_of_runner.order_by("day").values("day")[:1]),
        )
        for runner in everyone.order_by("pk").iterator(chunk_size=ROWS_AT_ONCE):
            here = runner.today(now)
            mine = sessions.of(runner)
            days = laid_out(
                planned.of(runner), weekly.of(runner), races.of(runner), here - RACE_MEMORY, here + RACES_AHEAD
            )
            plans, planned_races = facts_of(days)
            yield WeekAhead(
                runner=runner,
                today=here,
                runs=[run for run in runs.of(runner) if here - REACH <= run.day <= here],
                first_log=runner.first_log,
                sessions=[one for one in mine if here - REACH <= one.day <= here + AHEAD],
                conditions=[
                    one for one in conditions.of(runner) if one.ended_on is None or one.ended_on > here - REACH
                ],
                planned=plans,
                races=planned_races,
                log=_log(runner, mine, here),
                shown_before=next((one for one in shown.of(runner) if here - STALE_AFTER < one.made_on <= here), None),
            )


def _log(runner: Any, sessions: list[Session], today: date) -> StrengthLog:
    recent = frozenset(one.day for one in sessions if one.is_done and today - REACH <= one.day <= today)
    return StrengthLog(days=recent, ever=runner.sessions_ever, first=runner.first_session)
