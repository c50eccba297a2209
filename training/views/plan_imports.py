"""Importing a training plan: choosing the file, looking at what it holds, keeping it, taking it back."""

from collections import defaultdict
from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from config.http import RunnerRequest, page
from training.actions.plan_imports import entries_of, keep_plan, known_uids, preview_plan, undo_plan
from training.forms.plan_import import PlanChoicesForm, PlanFileForm
from training.ical import UnreadablePlan
from training.models import PlanImport, Runner
from training.wording.plan import refusal

IMPORTS_SHOWN = 8


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan_import(request: RunnerRequest) -> HttpResponse:
    form = PlanFileForm(request.POST, request.FILES) if request.method == "POST" else PlanFileForm()
    if form.is_valid():
        file = form.cleaned_data["plan"]
        try:
            kept = preview_plan(runner=request.user, name=file.name, data=file.read(), now=timezone.now())
            return redirect(kept)
        except UnreadablePlan as error:
            form.add_error("plan", refusal(error))
    earlier = request.user.plan_imports.order_by("-created_at", "-pk")[:IMPORTS_SHOWN]
    context = {"active": "week", "form": form, "earlier": earlier}
    return page(request, "training/plan_import.html", context, status=422 if form.is_bound else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def imported(request: RunnerRequest, pk: int) -> HttpResponse:
    """The preview of a plan and its decisions (POST keeps it); once it is kept, what it brought."""
    found = get_object_or_404(request.user.plan_imports, pk=pk)
    if not found.is_preview:
        return redirect(found) if request.method == "POST" else result(request, found)
    entries, known = entries_of(found), known_uids(request.user)
    form = PlanChoicesForm(request.POST if request.method == "POST" else None, entries=entries, known=known)
    if form.is_valid():
        added = keep_plan(plan_import=found, choices=form.choices(), now=timezone.now())
        text = ngettext("%d day is on your plan now.", "%d days are on your plan now.", added) % added
        messages.success(request, text)
        return redirect(found)
    context = {
        "active": "week",
        "plan_import": found,
        "form": form,
        "weeks": by_week(form, request.user),
        "nothing": not (form.understood or form.questions),
    }
    return page(request, "training/plan_preview.html", context, status=422 if form.is_bound else 200)


def by_week(form: PlanChoicesForm, runner: Runner) -> list[tuple[date, list[object]]]:
    """The rows of the entries understood, by the first day of their week."""
    weeks: dict[date, list[object]] = defaultdict(list)
    for row in form.understood_rows():
        weeks[runner.week_of(row[0].day)].append(row)
    return list(weeks.items())


def result(request: RunnerRequest, plan_import: PlanImport) -> HttpResponse:
    runs, races = list(plan_import.runs.order_by("day", "pk")), list(plan_import.races.all())
    context = {
        "active": "week",
        "plan_import": plan_import,
        "runs": runs,
        "races": races,
        "count": len(runs) + len(races),
    }
    return page(request, "training/plan_imported.html", context)


@login_required
@require_POST
def undo(request: RunnerRequest, pk: int) -> HttpResponse:
    plan_import = get_object_or_404(request.user.plan_imports, pk=pk)
    was_preview = plan_import.is_preview
    removed = undo_plan(plan_import=plan_import, now=timezone.now())
    if removed:
        text = ngettext("%d day was taken off your plan again.", "%d days were taken off your plan again.", removed)
        messages.success(request, text % removed)
    return redirect("training:plan-import") if was_preview else redirect(plan_import)
