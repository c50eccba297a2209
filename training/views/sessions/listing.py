from datetime import date, datetime
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from config.http import RunnerRequest, page
from training.actions.sessions import KEPT_AFTER_DELETION
from training.models import Runner, Session
from training.models.session import SessionQuerySet

SIZE = 20


@login_required
@require_safe
def sessions(request: RunnerRequest) -> HttpResponse:
    """Newest first, by keyset: `?before=2026-03-02_<id>` is the page after that session."""
    before = place(request.GET.get("before", ""))
    rows = request.user.sessions.trained().with_counts().page(before, SIZE)
    shown = rows[:SIZE]
    context = {
        "active": "log",
        "under_way": [] if before else list(request.user.sessions.under_way().with_counts().newest_first()),
        "sessions": [row for row in shown if row.status != Session.Status.UNDER_WAY],
        "older": f"{shown[-1].day.isoformat()}_{shown[-1].pk}" if len(rows) > SIZE else None,
        "before": before,
        "deleted": [] if before else list(deleted_lately(request.user, timezone.now())),
        "just_deleted": identity(request.GET.get("deleted", "")),
    }
    return page(request, "training/sessions.html", context)


def deleted_lately(runner: Runner, now: datetime) -> SessionQuerySet:
    """Sessions that can still be brought back, the one deleted last first."""
    rows = Session.everything.filter(runner=runner, status=Session.Status.DELETED)
    return rows.filter(deleted_at__gte=now - KEPT_AFTER_DELETION).with_sets_done().order_by("-deleted_at")


def identity(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def place(text: str) -> tuple[date, UUID] | None:
    """The day and id that a page begins after; raises Http404 for anything else than what we wrote ourselves."""
    if not text:
        return None
    try:
        day, _, pk = text.partition("_")
        return date.fromisoformat(day), UUID(pk)
    except ValueError as error:
        raise Http404 from error
