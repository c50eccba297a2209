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
from training.models.draft import Draft
from training.models.muscle_work import MuscleWork
from training.models.next_session import NextSession
from training.models.past_sets import PastSets
from training.views.sessions.screen import Screen
from training.views.sessions.state import SessionState
from training.views.sessions.summary import summary
from training.wording.pain import lights


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
    wanted = {name: name in request.GET for name in ("more", "warmer", "weighted")}
    screen.look_at(position_asked(request), **wanted)
    return answer(request, screen)


@login_required
@require_safe
def session_next(request: RunnerRequest) -> HttpResponse:
    """The next session before it begins: to look at, and to keep on the phone. Its first set begins it."""
    now = timezone.now()
    following = NextSession.of(request.user, request.user.today(now))
    if following.running:
        return redirect(following.running)
    if not following.draft:
        return redirect("training:week")  # it says why, and what to do
    screen = Screen.of(following.draft.session, now, following.draft.movements)
    screen.look_at(position_asked(request))
    return answer(request, screen, draft=following.draft)


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
        "muscle_work": None if session.is_done else MuscleWork.of(screen.sets_planned),
        "state": SessionState(request.user, screen, past, draft).as_json(),
    }
    return page(request, "training/session.html", context, status=status)


def position_asked(request: RunnerRequest) -> int | None:
    """The movement to look at, by its position in the address; None where none is named."""
    position = request.GET.get("movement", "")
    return int(position) if position.isdecimal() else None


def address(session: Session, position: int = 0) -> str:
    """The session screen at a movement; at 0 where the next set is, or the end."""
    asked = [*(["edit=1"] if session.is_done else []), *([f"movement={position}"] if position else [])]
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{session.get_absolute_url()}{query}#{f'movement-{position}' if position else 'finish'}"
