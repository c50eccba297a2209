"""The rows that the week ahead of a runner rests on, of nine models in one query."""

from datetime import date, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Count, DateField, IntegerField, Min, Subquery
from django.db.models.functions import Coalesce

from config.prepared import Asked
from config.together import Parts, Together
from training.models.condition import Condition
from training.models.plan import whole_weeks
from training.models.planned_movement import PlannedMovement
from training.models.planned_run import PlannedRun, WeeklyRun
from training.models.race import Race
from training.models.recommendation import STALE_AFTER, ShownWeek
from training.models.run import Run
from training.models.session import Session
from training.plan.foresee import WEEKS_BACK
from training.plan.week import CONTEXT, HORIZON

# How far back rows are read: the weeks that are inferred from, and their context.
REACH = timedelta(weeks=WEEKS_BACK, days=CONTEXT)
AHEAD = timedelta(days=HORIZON + CONTEXT)
# An A race two weeks away already holds the loads.
RACES_AHEAD = timedelta(days=HORIZON + 14)


def week_rows(runner: int, today: date, plan_first: date, plan_last: date) -> dict[str, list[Any]]:
    """The rows of the runner of that key by what they are, with the plan between two days; one query."""
    monday, sunday = whole_weeks(plan_first, plan_last)
    return ROWS.rows(
        runner=runner,
        today=today,
        first=today - REACH,
        last=today + AHEAD,
        plan_first=plan_first,
        plan_last=plan_last,
        monday=monday,
        sunday=sunday,
        stale=today - STALE_AFTER,
    )


def _asked(day: str) -> Any:
    return Asked(day, DateField())


def _rows() -> Parts:
    runner: Any = Asked("runner", IntegerField())
    names = ("today", "first", "last", "plan_first", "plan_last", "monday", "sunday", "stale")
    today, first, last, plan_first, plan_last, monday, sunday, stale = (_asked(name) for name in names)
    sessions, movements = Session.objects.filter(runner=runner), PlannedMovement.objects.filter(session__runner=runner)
    done = sessions.done().filter(day__lte=today).order_by().values("runner")
    return {
        # The sessions ever done, with the first day of them and of all runs.
        "runner": get_user_model()
        .objects.filter(pk=runner)
        .annotate(
            sessions_ever=Coalesce(Subquery(done.annotate(count=Count("pk")).values("count")), 0),
            first_session=Subquery(done.annotate(first=Min("day")).values("first")),
            first_log=Subquery(Run.objects.filter(runner=runner).order_by("day").values("day")[:1]),
        ),
        "sessions": sessions.between(first, last).with_sets_done().order_by("day", "started_at"),
        "runs": Run.objects.filter(runner=runner).between(first, today).order_by("start"),
        "planned": PlannedRun.objects.filter(runner=runner).between(monday, sunday).order_by("day", "pk"),
        "weekly": WeeklyRun.objects.filter(runner=runner).between(plan_first, plan_last).order_by("first", "pk"),
        "races": Race.objects.filter(runner=runner).between(plan_first, plan_last),
        "conditions": Condition.objects.filter(runner=runner).since(first),
        # Written into sessions that are planned.
        "movements": movements.filter(session__status=Session.Status.PLANNED, session__day__range=(today, last)),
        "shown": ShownWeek.objects.filter(runner=runner).last_between(stale, today),
    }


ROWS = Together(_rows)
