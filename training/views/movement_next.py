"""What comes next of one movement, for its guide to show."""

from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from exercises.models import Exercise
from training.models.movement_next import MovementNext
from training.wording.target import numerals, why


@login_required
@require_safe
def movement_next(request: RunnerRequest, slug: str) -> HttpResponse:
    """The last sets, the next target and where to start; a piece of the guide, and a page without JavaScript."""
    exercise = get_object_or_404(Exercise, slug=slug)
    runner = request.user
    found = MovementNext.of(runner, exercise, runner.today(timezone.now()))
    planned = found.planned
    context = {
        "active": "guides",
        "exercise": exercise,
        "next": found,
        "session": found.following.running or (found.following.draft and found.following.draft.session),
        "numerals": numerals(planned.targets, per_leg=planned.variation.per_leg, units=runner.measures)
        if planned and planned.targets
        else None,
        "why": why(planned.why, runner.measures) if planned else None,
        # A double tap on Start starts one session.
        "start_pk": uuid4(),
    }
    return page(request, "training/movement_next.html", context, fragment="movement_next")
