"""FIT files to download: a session that was done, and what is to be done."""

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from config.http import RunnerRequest
from training.models import Session
from training.models.draft import Draft
from training.models.fit_export import FitFile, activity_file, workout_file
from training.models.upcoming import strength_ahead
from training.views.week.acts import asked_day

FIT = "application/vnd.ant.fit"


@login_required
@require_safe
def session_activity(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """What was done, for Garmin Connect and Strava."""
    session: Session = get_object_or_404(request.user.sessions, pk=pk)
    if not session.is_done:
        messages.warning(request, _("Finish the session first, then its file is ready."))
        return redirect(session)
    return download(activity_file(session))


@login_required
@require_safe
def session_workout(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """What there is to do in a session that is planned or under way, for the watch."""
    session: Session = get_object_or_404(request.user.sessions, pk=pk)
    if session.status not in (Session.Status.PLANNED, Session.Status.UNDER_WAY):
        messages.warning(
            request, _("This session is not to be done any more, so there is nothing for the watch in it.")
        )
        return redirect(session)
    movements = list(session.movements.select_related("variation"))
    if not movements:
        movements = list(Draft.of(session).movements)
    return download(
        workout_file(
            runner=request.user,
            day=session.day,
            workout=Session.Workout(session.workout),
            light=session.light,
            movements=movements,
            now=timezone.now(),
        )
    )


@login_required
@require_safe
def day_workout(request: RunnerRequest, day: str) -> HttpResponse:
    """What there is to do on a day to come, after its date in the address; where a session is planned, its own file."""
    on, now = asked_day(day), timezone.now()
    ahead = request.user.week_ahead(request.user.today(now))
    planned = next((one for one in ahead.sessions if one.day == on and one.status == Session.Status.PLANNED), None)
    if planned and not ahead.stopped:
        return redirect("training:session-workout", planned.pk)
    strength = next(iter(strength_ahead(ahead, only=on)), None)
    if strength is None:
        messages.warning(request, _("Your week has changed meanwhile, and that day has no strength to take along."))
        return redirect("training:week")
    return download(
        workout_file(
            runner=request.user,
            day=on,
            workout=strength.workout,
            light=strength.light,
            movements=strength.movements,
            now=now,
        )
    )


def download(file: FitFile) -> HttpResponse:
    """The file to be saved under its name, kept by nobody in between."""
    response = HttpResponse(file.data, content_type=FIT)
    response["Content-Disposition"] = content_disposition_header(True, file.name)
    patch_cache_control(response, private=True, no_store=True)
    return response
