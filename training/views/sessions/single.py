from datetime import timedelta
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from config.http import RunnerRequest, page
from training.forms.session import FinishForm
from training.models import Session
from training.models.condition import status_of
from training.models.draft import Draft
from training.models.past_sets import PastSets
from training.plan.constraints import stopped_by
from training.views.sessions.screen import Screen
from training.views.sessions.state import SessionState
from training.views.sessions.summary import summary
from training.wording.pain import lights

# How far back a session can still say something of how the runner is.
LATELY = timedelta(days=14)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def session(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """Under way: the screen to do it by. Done: its summary, with `?edit=1` the screen again. POST finishes it."""
    found: Session = get_object_or_404(request.user.sessions, pk=pk)
    screen = Screen.of(found, timezone.now())
    if request.method == "POST":
        form = FinishForm(request.POST, instance=found)
        if not screen.done:
            form.add_error(None, _("Nothing is logged yet. Tick a set, or delete the session."))
        if form.is_valid():
            form.instance.finish(screen.ended if screen.left_running else screen.now)
            form.instance.changed_at = screen.now
            form.save()
            return redirect(found)
        screen.look_at(None)
        return answer(request, screen, form, status=422)
    if found.is_done and "edit" not in request.GET:
        return page(request, "training/summary.html", {"active": "log", **summary(request.user, screen)})
    position = request.GET.get("movement", "")
    wanted = {name: name in request.GET for name in ("more", "warmer", "weighted")}
    screen.look_at(int(position) if position.isdecimal() else None, **wanted)
    return answer(request, screen)


@login_required
@require_safe
def session_next(request: RunnerRequest) -> HttpResponse:
    """The next session before it begins: to look at, and to keep on the phone. Its first set begins it."""
    runner, now = request.user, timezone.now()
    today = runner.today(now)
    recent = list(runner.sessions.between(today - LATELY, today).order_by("day", "started_at"))
    if running := next((one for one in recent if one.status == Session.Status.UNDER_WAY and one.day == today), None):
        return redirect(running)
    if stopped_by(status_of(runner.conditions.since(today - LATELY), recent, today)):
        return redirect("training:week")  # it says why, and what to do
    trained = [one for one in recent if one.is_trained]
    last = trained[-1] if trained else runner.sessions.trained().newest_first().first()
    draft = Draft.next(runner, today, last=last)
    screen = Screen.of(draft.session, now, draft.movements)
    screen.look_at(None)
    return answer(request, screen, draft=draft)


def answer(
    request: RunnerRequest,
    screen: Screen,
    form: FinishForm | None = None,
    *,
    draft: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    """The session screen with all its movements, the one in focus shown."""
    session = screen.session
    past = draft.past if draft else None
    if not past and not session.is_done:
        past = PastSets.of(request.user, session.day, without=session)
    screen.pace = past.pace if past else 1.0
    context = {
        "active": "log",
        "screen": screen,
        "session": session,
        "draft": draft,
        "form": form or FinishForm(instance=screen.session),
        "lights": lights(),
        "state": SessionState(request.user, screen, past, draft).as_json(),
    }
    return page(request, "training/session.html", context, status=status)


def address(session: Session, position: int = 0) -> str:
    """The session screen at a movement; at 0 where the next set is, or the end."""
    asked = [*(["edit=1"] if session.is_done else []), *([f"movement={position}"] if position else [])]
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{session.get_absolute_url()}{query}#{f'movement-{position}' if position else 'finish'}"
