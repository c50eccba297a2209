"""One movement over time."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from exercises.models import Exercise
from training.models.movement import best_sets, e1rm_trend, sessions_of_movement, totals_of
from training.views.history.asked import day_asked


@login_required
@require_safe
def movement(request: RunnerRequest, slug: str) -> HttpResponse:
    exercise = get_object_or_404(Exercise, slug=slug)
    before = day_asked(request, "before")
    sessions, older = sessions_of_movement(request.user, exercise, before=before)
    context = {
        "active": "history",
        "exercise": exercise,
        "totals": totals_of(request.user, exercise),
        "best_sets": best_sets(request.user, exercise),
        "sessions": sessions,
        "e1rm": e1rm_trend(sessions) if before is None else None,
        "any_e1rm": any(session.e1rm for session in sessions),
        "before": before,
        "older": older,
    }
    return page(request, "training/movement_history.html", context)
