"""What the movements of an import are: ours, or the runner's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from config.http import RunnerRequest, page
from training.actions.imports.titles import tell_titles
from training.forms.movement_titles import MovementTitlesForm
from training.models import Import
from training.models.found_titles import titles_of
from training.models.movement_titles import Meanings


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def movements(request: RunnerRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    found = titles_of(work) if work.status == Import.Status.WAITING else []
    if not found:
        # Added meanwhile in another window, or without a workout.
        return redirect(work)
    sent = (request.POST,) if request.method == "POST" else ()
    form = MovementTitlesForm(*sent, runner=request.user, found=found, meanings=Meanings.of(request.user))
    if form.is_valid():
        tell_titles(form.told())
        messages.success(request, gettext("What these names mean is kept, for the next import too."))
        return redirect(work)
    context = {"active": "runs", "work": work, "form": form}
    return page(request, "training/import_movements.html", context, status=422 if form.is_bound else 200)
