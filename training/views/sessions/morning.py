from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from config.http import RunnerRequest
from training.models import Session

ANSWERS = {
    Session.MorningAfter.SETTLED: _("Good. Your targets go on as the session says."),
    Session.MorningAfter.LINGERING: _("Nothing grows next time, until it settles by the morning."),
    Session.MorningAfter.WORSE: _("Next time begins with a fifth less and one set fewer."),
}


@login_required
@require_POST
def session_morning(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """How the pain of a session was the morning after (E43); another answer replaces the one before."""
    found: Session = get_object_or_404(request.user.sessions, pk=pk)
    answer = request.POST.get("morning_after", "")
    if answer not in Session.MorningAfter.values:
        return HttpResponseBadRequest(
            gettext("Say how it was: gone, still there, or worse."), content_type="text/plain"
        )
    found.morning_after = answer
    found.save(update_fields=["morning_after"])
    messages.success(request, ANSWERS[Session.MorningAfter(answer)])
    return redirect("training:week")
