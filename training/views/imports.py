"""Importing run files, what came of it, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db.models import Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import RunnerRequest, page
from training.actions.imports import import_files, undo_import
from training.forms.imports import ImportForm
from training.models import RunImportFile

IMPORTS_SHOWN = 8


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def run_import(request: RunnerRequest) -> HttpResponse:
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if form.is_valid():
        result = import_files(runner=request.user, uploads=form.uploads(), now=timezone.now())
        return redirect("training:imported", result.pk)
    earlier = request.user.run_imports.annotate(runs_added=Sum("files__runs_added")).order_by("-created_at", "-pk")
    context = {"active": "runs", "form": form, "earlier": earlier[:IMPORTS_SHOWN]}
    return page(request, "training/run_import.html", context, status=422 if form.is_bound else 200)


@login_required
@require_safe
def imported(request: RunnerRequest, pk: int) -> HttpResponse:
    run_import = get_object_or_404(request.user.run_imports, pk=pk)
    files = list(run_import.files.all())
    outcomes = [(outcome, [file for file in files if file.outcome == outcome]) for outcome in RunImportFile.Outcome]
    context = {
        "active": "runs",
        "run_import": run_import,
        "added": sum(file.runs_added for file in files),
        "outcomes": [(outcome, of_outcome) for outcome, of_outcome in outcomes if of_outcome],
        "runs": run_import.runs.newest_first(),
    }
    return page(request, "training/imported.html", context)


@login_required
@require_POST
def undo(request: RunnerRequest, pk: int) -> HttpResponse:
    run_import = get_object_or_404(request.user.run_imports, pk=pk)
    removed = undo_import(run_import=run_import, now=timezone.now())
    if removed:
        text = ngettext("%d run was taken out again.", "%d runs were taken out again.", removed) % removed
        messages.success(request, text)
    return redirect("training:imported", pk)
