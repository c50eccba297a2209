"""Planning single runs, and the weekly pattern."""

from datetime import date

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from config.http import RunnerRequest, page
from training.actions.plan import plan_run, set_pattern
from training.forms.plan import PatternForm, PlannedRunForm
from training.models import PlannedRun, Runner
from training.views.plan import shown_day


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def planned_run_new(request: RunnerRequest) -> HttpResponse:
    runner, today = request.user, request.user.today(timezone.now())
    day = shown_day(request.GET.get("day", ""), today)
    weekly = runner.weekly_runs.on(day).filter(weekday=day.weekday()).first()
    context = {"active": "week", "day": day, "weekly": weekly}
    if request.method != "POST":
        initial = {"day": day}
        instance = PlannedRun()
        if weekly:
            instance = PlannedRun(kind=weekly.kind, metres=weekly.metres, minutes=weekly.minutes, hard=weekly.hard)
        form = PlannedRunForm(instance=instance, initial=initial, runner=runner, today=today)
        return page(request, "training/plan_run.html", context | {"form": form})
    form = PlannedRunForm(request.POST, runner=runner, today=today)
    if not form.is_valid():
        return page(request, "training/plan_run.html", context | {"form": form}, status=422)
    run = plan_run(run=form.save(commit=False))
    messages.success(request, _("It is on your plan."))
    return redirect(back_to(run.day, runner))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def planned_run(request: RunnerRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(request.user.planned_runs, pk=pk)
    today = request.user.today(timezone.now())
    if request.method != "POST":
        form = PlannedRunForm(instance=run, runner=request.user, today=today)
        return page(request, "training/plan_run.html", {"active": "week", "run": run, "form": form})
    form = PlannedRunForm(request.POST, instance=run, runner=request.user, today=today)
    if not form.is_valid():
        context = {"active": "week", "run": request.user.planned_runs.get(pk=pk), "form": form}
        return page(request, "training/plan_run.html", context, status=422)
    run = form.save()
    messages.success(request, _("Saved."))
    return redirect(back_to(run.day, request.user))


@login_required
@require_POST
def planned_run_delete(request: RunnerRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(request.user.planned_runs, pk=pk)
    run.delete()
    messages.success(request, _("It is off your plan."))
    return redirect(back_to(run.day, request.user))


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def pattern(request: RunnerRequest) -> HttpResponse:
    runner, today = request.user, request.user.today(timezone.now())
    standing = {run.weekday: run for run in runner.weekly_runs.on(today)}
    if request.method != "POST":
        form = PatternForm(runner=runner, standing=standing, today=today)
        return page(request, "training/plan_pattern.html", {"active": "week", "form": form, "standing": standing})
    form = PatternForm(request.POST, runner=runner, standing=standing, today=today)
    if not form.is_valid():
        context = {"active": "week", "form": form, "standing": standing}
        return page(request, "training/plan_pattern.html", context, status=422)
    runs = form.runs()
    set_pattern(runner=runner, first=form.cleaned_data["first"], last=form.cleaned_data["last"], runs=runs)
    messages.success(request, _("Your weekly pattern is kept.") if runs else _("The weekly pattern is at its end."))
    return redirect("training:plan")


def back_to(day: date, runner: Runner) -> str:
    """The plan with the week of `day` in it."""
    return f"{reverse('training:plan')}?from={runner.week_of(day)}#week-{runner.week_of(day)}"
