"""Races: entering one, and what it does to the strength days around it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from config.http import RunnerRequest, page
from training.actions.plan import enter_race
from training.forms.race import RaceForm
from training.models import Race
from training.views.runs import parsed_day
from training.wording.plan import PRIORITIES, race_asks


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def race_new(request: RunnerRequest) -> HttpResponse:
    """The form of a new race; htmx sends it half filled in to see what the race would ask."""
    runner, today = request.user, request.user.today(timezone.now())
    if request.method != "POST":
        if asks_for_preview(request):
            return preview(request, RaceForm(request.GET, runner=runner, today=today))
        initial = {"day": parsed_day(request.GET.get("day", "")), "priority": "", "usual": ""}
        return race_page(request, RaceForm(initial=initial, runner=runner, today=today))
    form = RaceForm(request.POST, runner=runner, today=today)
    if not form.is_valid():
        return race_page(request, form, status=422)
    race = enter_race(race=form.save(commit=False))
    messages.success(request, _("The race is on your plan."))
    return redirect(race)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def race(request: RunnerRequest, pk: int) -> HttpResponse:
    race = get_object_or_404(request.user.races, pk=pk)
    today = request.user.today(timezone.now())
    if request.method != "POST":
        if asks_for_preview(request):
            return preview(request, RaceForm(request.GET, instance=race, runner=request.user, today=today))
        return race_page(request, RaceForm(instance=race, runner=request.user, today=today), race)
    form = RaceForm(request.POST, instance=race, runner=request.user, today=today)
    if not form.is_valid():
        return race_page(request, form, request.user.races.get(pk=pk), status=422)
    form.save()
    messages.success(request, _("Saved."))
    return redirect(race)


def race_page(request: RunnerRequest, form: RaceForm, race: Race | None = None, *, status: int = 200) -> HttpResponse:
    context = {
        "active": "week",
        "form": form,
        "race": race,
        "asks": list(race_asks(race)) if race else [],
        "priorities": PRIORITIES.items(),
    }
    return page(request, "training/race.html", context, status=status)


def asks_for_preview(request: RunnerRequest) -> bool:
    return bool(request.htmx) and not request.htmx.boosted and not request.htmx.history_restore_request


def preview(request: RunnerRequest, form: RaceForm) -> HttpResponse:
    """What the race in a form would ask, as far as day and priority are readable; nothing is stored."""
    form.is_valid()
    readable = {"day", "priority"} <= form.cleaned_data.keys() and "distance" in form.cleaned_data
    context = {
        "active": "week",
        "form": form,
        "race": form.instance if form.instance.pk else None,
        "asks": list(race_asks(form.instance)) if readable else [],
        "priorities": PRIORITIES.items(),
    }
    return page(request, "training/race.html", context, fragment="race_asks")


@login_required
@require_POST
def race_delete(request: RunnerRequest, pk: int) -> HttpResponse:
    get_object_or_404(request.user.races, pk=pk).delete()
    messages.success(request, _("The race is off your plan."))
    return redirect("training:plan")
