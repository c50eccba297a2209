"""How much is kept of a runner, by kind."""

from training.models.custom import CustomSet
from training.models.exported import imports_of
from training.models.runner import Runner
from training.models.session import LoggedSet, Session


def exported_holdings(runner: Runner) -> dict[str, int]:
    """Rows by kind that an export has; ten queries."""
    return {
        **_holdings(runner),
        "sessions": runner.sessions.count(),
        "sets": LoggedSet.objects.filter(session__in=runner.sessions.all()).count()
        + CustomSet.objects.filter(session__in=runner.sessions.all()).count(),
        "imports": imports_of(runner).count() + runner.plan_imports.filter(kept_at__isnull=False).count(),
    }


def holdings(runner: Runner) -> dict[str, int]:
    """Rows by kind, those among them that were deleted and can still be brought back; ten queries."""
    return {
        **_holdings(runner),
        "sessions": Session.everything.filter(runner=runner).count(),
        "sets": LoggedSet.everything.filter(session__runner=runner).count()
        + CustomSet.objects.filter(session__runner=runner).count(),
        "imports": runner.imports.count() + runner.plan_imports.count(),
    }


def _holdings(runner: Runner) -> dict[str, int]:
    return {
        "runs": runner.runs.count(),
        "planned": runner.planned_runs.count() + runner.weekly_runs.count() + runner.races.count(),
        "conditions": runner.conditions.count(),
        "weeks": runner.shown_weeks.count(),
    }
