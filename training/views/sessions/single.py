from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from config.http import RunnerRequest, page
from training.forms.session import FinishForm
from training.models import Session
from training.views.sessions.screen import Screen
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
            form.instance.finish(screen.now)
            form.save()
            return redirect(found)
        screen.look_at(None)
        return answer(request, screen, form, status=422)
    if found.is_done and "edit" not in request.GET:
        return page(request, "training/summary.html", {"active": "log", **summary(request.user, screen)})
    position = request.GET.get("movement", "")
    screen.look_at(int(position) if position.isdecimal() else None, more="more" in request.GET)
    return answer(request, screen)


def answer(
    request: RunnerRequest, screen: Screen, form: FinishForm | None = None, *, status: int = 200, before: int = 0
) -> HttpResponse:
    """The session screen, or with htmx only what changes from set to set.

    `before` is the movement on which the eye was: while it stays there, its drawing is not sent again.
    """
    context = {
        "active": "log",
        "screen": screen,
        "session": screen.session,
        "form": form or FinishForm(instance=screen.session),
        "lights": lights(),
        "kept_figure": before if request.htmx else 0,
    }
    return page(request, "training/session.html", context, fragment="work", status=status)


def address(session: Session, position: int = 0) -> str:
    """The session screen at a movement; at 0 where the next set is, or the end."""
    asked = [*(["edit=1"] if session.is_done else []), *([f"movement={position}"] if position else [])]
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{session.get_absolute_url()}{query}#{'movement' if position else 'finish'}"


@login_required
@require_POST
def session_delete(request: RunnerRequest, pk: UUID) -> HttpResponse:
    get_object_or_404(request.user.sessions, pk=pk).delete()
    messages.success(request, _("The session is deleted."))
    return redirect("training:sessions")
