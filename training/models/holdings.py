"""How much is kept of a runner, by kind."""

from typing import Any

from django.db.models import Count, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from training.models.custom import CustomSet
from training.models.exported import imports_of
from training.models.runner import Runner
from training.models.session import LoggedSet, Session


def exported_holdings(runner: Runner) -> dict[str, int]:
    """Rows by kind that an export has; one query."""
    sessions = runner.sessions.all()
    return _counted(
        runner,
        sessions=[sessions],
        sets=[LoggedSet.objects.filter(session__in=sessions), CustomSet.objects.filter(session__in=sessions)],
        imports=[imports_of(runner), runner.plan_imports.filter(kept_at__isnull=False)],
    )


def holdings(runner: Runner) -> dict[str, int]:
    """Rows by kind, those among them that were deleted and can still be brought back; one query."""
    return _counted(
        runner,
        sessions=[Session.everything.filter(runner=runner)],
        sets=[
            LoggedSet.everything.filter(session__runner=runner),
            CustomSet.objects.filter(session__runner=runner),
        ],
        imports=[runner.imports.all(), runner.plan_imports.all()],
    )


def _counted(runner: Runner, **kinds: list[QuerySet[Any, Any]]) -> dict[str, int]:
    kinds = {
        "runs": [runner.runs.all()],
        "planned": [runner.planned_runs.all(), runner.weekly_runs.all(), runner.races.all()],
        "conditions": [runner.conditions.all()],
        "weeks": [runner.shown_weeks.all()],
        **kinds,
    }
    counts = {f"{kind}_{place}": _count(rows) for kind, several in kinds.items() for place, rows in enumerate(several)}
    found: Any = Runner.objects.filter(pk=runner.pk).values(**counts).get()
    return {kind: sum(found[f"{kind}_{place}"] for place in range(len(several))) for kind, several in kinds.items()}


def _count(rows: QuerySet[Any, Any]) -> Coalesce:
    alike = rows.order_by().values(alike=Value(1))
    return Coalesce(Subquery(alike.annotate(rows=Count("pk")).values("rows")), 0)
