"""Ill, hurting or away: one page to tell it, and to say that it is over."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from config.http import RunnerRequest, page
from training.actions.conditions import tell, well_again
from training.forms.condition import FORMS, ConditionForm
from training.models import Condition


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def condition(request: RunnerRequest) -> HttpResponse:
    """POST tells one thing, `what`: ill, pain or away with its fields, `well` of a kind, or `remove` a trip."""
    now = timezone.now()
    runner, today = request.user, request.user.today(now)
    if request.method != "POST":
        return condition_page(request, today)
    what = request.POST.get("what", "")
    if what == "well":
        kind = request.POST.get("kind", "")
        well_again(runner=runner, kind=kind, today=today, now=now)
        messages.success(request, _("Good to hear. The first days start gently."))
        return redirect("training:week")
    if what == "remove":
        trips = runner.conditions.filter(kind=Condition.Kind.AWAY)
        trip = request.POST.get("trip", "")
        get_object_or_404(trips, pk=int(trip) if trip.isdecimal() else 0).delete()
        return redirect("training:condition")
    if what not in FORMS:
        return HttpResponseBadRequest(_("There is nothing of that kind to tell."), content_type="text/plain")
    form = FORMS[what](request.POST, runner=runner, today=today)
    if not form.is_valid():
        return condition_page(request, today, form, status=422)
    told = tell(condition=form.save(commit=False), now=now)
    if not told.stops:
        messages.success(request, _("Thank you. Your week takes it into account."))
    return redirect("training:week")


def condition_page(
    request: RunnerRequest, today: date, posted: ConditionForm | None = None, *, status: int = 200
) -> HttpResponse:
    told = list(request.user.conditions.since(today))
    forms: dict[str, Any] = {
        what: posted if posted and posted.what == what else form(runner=request.user, today=today)
        for what, form in FORMS.items()
    }
    asked = posted.what if posted else request.GET.get("what", "")
    context = {
        "active": "week",
        "forms": forms,
        "opened": asked if asked in FORMS else "",
        "now": [one for one in told if one.covers(today)],
        "trips": [one for one in told if one.kind == Condition.Kind.AWAY],
    }
    return page(request, "training/condition.html", context, status=status)
