"""Runs: the list by weeks, one run with why it counts as what it counts as, and entering one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from config.http import RunnerRequest, page
from training.actions.runs import change_run, delete_run, enter_run
from training.forms.run import RunForm, TapForm
from training.models import Run, Runner
from training.wording.run_kind import grounds

RUNS_A_PAGE = 40
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class RunWeek:
    """The runs of one week, newest first, and their sums."""

    first: date
    runs: Sequence[Run]

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    @property
    def metres(self) -> float:
        return sum(run.metres or 0 for run in self.runs)

    @property
    def seconds(self) -> float:
        return sum(run.seconds for run in self.runs)


def weeks_before(runner: Runner, before: date | None) -> tuple[list[RunWeek], date | None]:
    """Whole weeks of runs on days before `before` (None: the newest), and where the next page begins, if anywhere.

    One query; a second where a single week has more runs than a page.
    """
    history = runner.runs.newest_first()
    if before is not None:
        history = history.before(before)
    runs = list(history[: RUNS_A_PAGE + 1])
    older = None
    if len(runs) > RUNS_A_PAGE:
        # The oldest week may go on beyond the page: it waits for the next one.
        older = runner.week_of(runs[-1].day) + WEEK
        whole = [run for run in runs if run.day >= older]
        if not whole:
            older -= WEEK
            whole = list(history.on_or_after(older))
        runs = whole
    weeks = groupby(runs, key=lambda run: runner.week_of(run.day))
    return [RunWeek(first, list(of_week)) for first, of_week in weeks], older


@login_required
@require_safe
def runs(request: RunnerRequest) -> HttpResponse:
    before = parsed_day(request.GET.get("before", ""))
    weeks, older = weeks_before(request.user, before)
    this_week = request.user.week_of(request.user.today(timezone.now()))
    context = {"active": "runs", "weeks": weeks, "older": older, "before": before, "this_week": this_week}
    return page(request, "training/runs.html", context, fragment="run_weeks")


def parsed_day(text: str) -> date | None:
    """A day of the address; None for anything else that somebody wrote there."""
    try:
        return parse_date(text)
    except ValueError:
        return None


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def run_new(request: RunnerRequest) -> HttpResponse:
    now = timezone.now()
    if request.method != "POST":
        form = RunForm(runner=request.user, now=now)
        return page(request, "training/run_new.html", {"active": "runs", "form": form})
    form = RunForm(request.POST, runner=request.user, now=now)
    if not form.is_valid():
        return page(request, "training/run_new.html", {"active": "runs", "form": form}, status=422)
    run = enter_run(run=form.save(commit=False))
    messages.success(request, _("The run is kept."))
    return redirect("training:run", run.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def run(request: RunnerRequest, pk: int) -> HttpResponse:
    """The run and its form. POST carries either the whole form or one tap: `told` or `rpe` beside `tap`.

    A tap on the week goes back there, by `back`.
    """
    run = get_object_or_404(request.user.runs, pk=pk)
    if request.method != "POST":
        return run_page(request, run, RunForm(instance=run, runner=request.user, now=timezone.now()))
    if "tap" in request.POST:
        form: TapForm | RunForm = TapForm.of(request.POST, run)
    else:
        form = RunForm(request.POST, instance=run, runner=request.user, now=timezone.now())
    if not form.is_valid():
        # The form has written into its run what it could not keep; the page shows what is stored.
        return run_page(request, request.user.runs.get(pk=pk), form, status=422)
    change_run(run=form.save(commit=False))
    if request.POST.get("back") == "week":
        return redirect("training:week")
    if not request.htmx:
        messages.success(request, _("Saved."))
        return redirect("training:run", pk)
    run = request.user.runs.get(pk=pk)
    return run_page(request, run, RunForm(instance=run, runner=request.user, now=timezone.now()), saved=True)


def run_page(
    request: RunnerRequest, run: Run, form: RunForm | TapForm, *, saved: bool = False, status: int = 200
) -> HttpResponse:
    edit = form if isinstance(form, RunForm) else RunForm(instance=run, runner=request.user, now=timezone.now())
    context = {
        "active": "runs",
        "run": run,
        "grounds": grounds(run),
        "form": edit,
        "tap_errors": form.errors if isinstance(form, TapForm) else None,
        "kinds": Run.Kind,
        "efforts": range(11),
        "saved": saved,
    }
    return page(request, "training/run.html", context, fragment="run_body", status=status)


@login_required
@require_POST
def run_delete(request: RunnerRequest, pk: int) -> HttpResponse:
    run = get_object_or_404(request.user.runs, pk=pk)
    delete_run(run=run)
    messages.success(request, _("The run is deleted."))
    return redirect("training:runs")
