"""Choosing what to import."""

from django.contrib.auth.decorators import login_required
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.http import RunnerRequest, page
from training.actions import imports
from training.forms.imports import ImportForm

IMPORTS_SHOWN = 8


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def run_import(request: RunnerRequest) -> HttpResponse:
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ImportForm(*sent, runner=request.user)
    if form.is_valid():
        work = imports.begin(runner=request.user, files=form.cleaned_data["run_files"], now=timezone.now())
        return redirect(work)
    earlier = request.user.imports.newest_first()[:IMPORTS_SHOWN].annotate(
        runs_added=Count("runs", distinct=True), sessions_added=Count("sessions", distinct=True)
    )
    context = {"active": "runs", "form": form, "earlier": earlier}
    return page(request, "training/run_import.html", context, status=422 if form.is_bound else 200)
