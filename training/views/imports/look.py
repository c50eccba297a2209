"""The page of one import, as it stands: being read, waiting to be looked over, added, taken back."""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import Count, Max, Min, Q, Sum
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from config.http import RunnerRequest, page
from training.actions import imports
from training.forms.imports import UnitsForm
from training.models import Import, ImportItem
from training.models.imports import SILENCE
from training.models.movement_titles import summary

Kind, Outcome, Choice = ImportItem.Kind, ImportItem.Outcome, ImportItem.Choice

ITEMS_SHOWN = 50
# So few are seen without being asked for.
ITEMS_OPEN = 8
# What asks for a decision stands first.
LISTS = (
    (Outcome.UNCLEAR, _("Please look at these")),
    (Outcome.NEW, _("New")),
    (Outcome.KNOWN, _("Already there")),
    (Outcome.UNREADABLE, _("Could not be read")),
    (Outcome.NO_RUN, _("Nothing for us in it")),
)
QUESTIONS = {"distance-unit-unknown": "distance", "weight-unit-unknown": "weight"}


@login_required
@require_safe
def imported(request: RunnerRequest, pk: int) -> HttpResponse:
    work = get_object_or_404(request.user.imports, pk=pk)
    if work.is_worked_on:
        return _progress(request, work)
    if request.htmx and request.htmx.target == "import-progress":
        # What was waited for is there: the whole page is another one.
        return HttpResponseClientRefresh()
    if work.status in (Import.Status.CANCELLED, Import.Status.FAILED):
        return page(request, "training/import_ended.html", {"active": "runs", "work": work})
    return page(request, "training/import_look.html", look_context(request, work))


def _progress(request: RunnerRequest, work: Import) -> HttpResponse:
    """How far it is. A page that waits is also who notices that a worker was killed."""
    now = timezone.now()
    if now - work.told_at > SILENCE:
        imports.take_up(now)
    files = work.uploads.aggregate(read=Sum("steps_read"), all=Sum("steps"), unopened=Count("pk", filter=Q(steps=None)))
    found = work.items.aggregate(
        runs=Count("pk", filter=Q(kind=Kind.RUN)), workouts=Count("pk", filter=Q(kind=Kind.WORKOUT))
    )
    context = {
        "active": "runs",
        "work": work,
        "percent": int(100 * work.share),
        "files": files,
        "found": found,
        "seconds_left": work.seconds_left(now),
        "silent": now - work.told_at > SILENCE,
    }
    return page(request, "training/import_progress.html", context, fragment="progress")


def look_context(request: RunnerRequest, work: Import) -> dict[str, Any]:
    """What was found, list by list, fifty of each at a time; `?of=known&after=120` shows those behind the 120th."""
    counts = dict(work.items.values_list("outcome").annotate(files=Count("pk") + Sum("more")))
    of, after = request.GET.get("of", ""), _number(request.GET.get("after", ""))
    lists = []
    for outcome, label in LISTS:
        if not counts.get(outcome):
            continue
        items = work.items.filter(outcome=outcome)
        if outcome == of:
            items = items.filter(position__gt=after)
        shown = list(items.order_by("position")[: ITEMS_SHOWN + 1])
        last = shown[ITEMS_SHOWN - 1].position if len(shown) > ITEMS_SHOWN else None
        lists.append(
            {
                "outcome": outcome,
                "label": label,
                "count": counts[outcome],
                "items": shown[:ITEMS_SHOWN],
                "last": last,
                "is_open": outcome in (of, Outcome.UNCLEAR) or counts[outcome] <= ITEMS_OPEN,
            }
        )
    questions = list(work.items.exclude(question=""))
    return {
        "active": "runs",
        "work": work,
        "lists": lists,
        "chosen": chosen_of(work),
        "units": UnitsForm(asked=asked_of(questions)) if questions else None,
        "questions": questions,
        "movements": summary(work) if work.status == Import.Status.WAITING else None,
        "is_waiting": work.status == Import.Status.WAITING,
    }


def asked_of(questions: Iterable[ImportItem]) -> set[str]:
    """The fields of `UnitsForm` that these items ask for."""
    return {QUESTIONS[item.question] for item in questions}


def chosen_of(work: Import) -> dict[str, Any]:
    """What will be added, or was: how many runs and sessions, on which days, and what is taken instead."""
    wanted = Q(choice=Choice.ADD)
    chosen = work.items.exclude(kind=Kind.FILE).aggregate(
        runs=Count("pk", filter=wanted & Q(kind=Kind.RUN)),
        workouts=Count("pk", filter=wanted & Q(kind=Kind.WORKOUT)),
        instead=Count("pk", filter=Q(choice=Choice.INSTEAD)),
        first=Min("day", filter=~Q(choice=Choice.SKIP)),
        last=Max("day", filter=~Q(choice=Choice.SKIP)),
    )
    for account in work.items.filter(kind=Kind.ACCOUNT, choice=Choice.ADD):
        new = (account.content or {})["new"]
        chosen["runs"] += new.get("runs", 0)
        chosen["workouts"] += new.get("sessions", 0)
    return chosen


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 10 else -1
