"""What a runner decides about an import."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from config.http import RunnerRequest, page
from training.actions import imports
from training.actions.imports.choosing import NotOpenError
from training.forms.imports import ChoiceForm, UnitsForm
from training.models import Import, ImportItem
from training.views.imports.look import asked_of, chosen_of, look_context


@login_required
@require_POST
def confirm(request: RunnerRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    imports.confirm(work=work, now=timezone.now())
    return redirect(work)


@login_required
@require_POST
def cancel(request: RunnerRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    if not imports.cancel(work=work, now=timezone.now()):
        messages.info(request, gettext("This import is not waiting any more. What it brought can be taken back below."))
        return redirect(work)
    messages.success(request, gettext("The import was cancelled. Nothing was added, and its files are deleted."))
    return redirect("training:run-import")


@login_required
@require_POST
def undo(request: RunnerRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    if imports.undo(work=work, now=timezone.now()):
        messages.success(request, gettext("The import was taken back."))
    return redirect(work)


@login_required
@require_POST
def units(request: RunnerRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    if work.status != Import.Status.WAITING:
        return redirect(work)
    form = UnitsForm(request.POST, asked=asked_of(work.items.exclude(question="")))
    if not form.is_valid():
        context = {**look_context(request, work), "units": form}
        return page(request, "training/import_look.html", context, status=422)
    imports.answer(work=work, **form.cleaned_data, now=timezone.now())
    return redirect(work)


@login_required
@require_POST
def item(request: RunnerRequest, pk: int, item_pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    one = get_object_or_404(work.items, pk=item_pk)
    form = ChoiceForm(request.POST)
    if not form.is_valid():
        return HttpResponseBadRequest(gettext("There is no such choice here."))
    try:
        imports.choose(item=one, choice=ImportItem.Choice(form.cleaned_data["choice"]), now=timezone.now())
    except NotOpenError:
        messages.error(request, gettext("This can no longer be chosen."))
        return redirect(work)
    if not request.htmx:
        return redirect(f"{work.get_absolute_url()}#item-{one.pk}")
    one.refresh_from_db()
    context = {"work": work, "item": one, "chosen": chosen_of(work), "is_waiting": work.status == Import.Status.WAITING}
    return page(request, "training/import_look.html", context, fragment="chosen_item")
