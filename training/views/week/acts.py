"""What is tapped on the week: the new days or the old ones; a session moved, skipped, taken back."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from config.http import RunnerRequest
from training.actions.week import Move, move_session, settle_days, skip_session, take_back
from training.forms.week import MOVE, SKIP, DayForm
from training.wording.changes import days_in_words
from training.wording.days import say


@login_required
@require_POST
def days(request: RunnerRequest) -> HttpResponse:
    """`use=new` takes the days that fit better now, anything else keeps those shown."""
    new = request.POST.get("use") == "new"
    kept = settle_days(runner=request.user, today=request.user.today(timezone.now()), new=new)
    if new and kept.chosen:
        messages.success(request, _("Strength on %(days)s.") % {"days": days_in_words(day.day for day in kept.chosen)})
    return redirect("training:week")


@login_required
@require_POST
def day(request: RunnerRequest, day: str) -> HttpResponse:
    """One day's strength, after its date in the address: moved, skipped, or that taken back."""
    now, on = timezone.now(), asked_day(day)
    form = DayForm(request.POST)
    if not form.is_valid():
        sentences = [str(error) for errors in form.errors.values() for error in errors]
        return HttpResponseBadRequest(" ".join(sentences), content_type="text/plain")
    act = form.cleaned_data["act"]
    try:
        if act == MOVE:
            moved = move_session(runner=request.user, day=on, to=form.cleaned_data["to"], now=now)
            messages.success(request, words_of_move(request, moved))
        elif act == SKIP:
            why = form.cleaned_data["why"]
            skip_session(runner=request.user, day=on, why=why, now=now)
            if why in ("ill", "sore", "away"):
                return redirect(f"{reverse('training:condition')}?what={'pain' if why == 'sore' else why}")
            messages.success(request, _("Skipped. Nothing is owed."))
        else:
            take_back(runner=request.user, day=on)
    except ValueError:
        messages.warning(request, _("Your week has changed meanwhile, and that day has no strength to change."))
    return redirect(f"{reverse('training:week')}#week")


def asked_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error


def words_of_move(request: RunnerRequest, move: Move) -> str:
    """Where it stands now, and the rule that this breaks, named once and held against nobody."""
    if move.session is None:
        return _("Back where it was.")
    text = _("Moved to %(day)s.") % {"day": date_format(move.session.day, "l")}
    if move.breaks is None:
        return text
    return f"{text} {say(move.breaks, request.user.measures)} ({', '.join(move.breaks.evidence)})"
