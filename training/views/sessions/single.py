from datetime import datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.db import connection
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from config.http import RunnerRequest, page
from training.forms.session import FinishForm
from training.models import Session
from training.models.draft import Draft
from training.models.muscle_work import MuscleWork
from training.models.next_session import NextSession
from training.models.past_sets import PastSets
from training.stamp import kept, stamped
from training.views.sessions.screen import Screen, minutes_gone
from training.views.sessions.state import SessionState, moment
from training.views.sessions.summary import summary
from training.wording.pain import lights


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@stamped
def session(request: RunnerRequest, pk: UUID) -> HttpResponse:
    """Under way: the screen to do it by. Done: its summary, with `?edit=1` the screen again. POST finishes it."""
    found = own_session(request, pk)
    shown = SessionPage(found, timezone.now())
    if request.method == "POST":
        return finish(request, shown)
    if found.is_done and "edit" not in request.GET:
        return page(request, "training/summary.html", {"active": "log", **summary(request.user, shown.screen)})
    wanted = {name: name in request.GET for name in ("more", "warmer", "weighted")}
    shown.look_at(position_asked(request), **wanted)
    return page(request, "training/session.html", shown.context())


COLUMNS = [field.attname for field in Session._meta.concrete_fields]


def own_session(request: RunnerRequest, pk: UUID) -> Session:
    """The runner's session; one query, none where its row is kept. Raises Http404 for another's."""
    found = request.user.sessions.with_later().filter(pk=pk)
    row = kept(request, f"session {pk}", lambda: found.values_list(*COLUMNS, "has_later").first())
    if row is None:
        raise Http404
    session = Session.from_db(connection.alias, COLUMNS, row[:-1])
    session.runner, session.has_later = request.user, row[-1]
    return session


def finish(request: RunnerRequest, shown: "SessionPage") -> HttpResponse:
    screen, form = shown.screen, FinishForm(request.POST, instance=shown.session)
    if not screen.done:
        form.add_error(None, _("Nothing is logged yet. Tick a set, or delete the session."))
    if form.is_valid():
        form.instance.finish(screen.ended if screen.left_running else screen.now)
        form.instance.changed_at = screen.now
        form.save()
        return redirect(shown.session)
    shown.look_at(None)
    return page(request, "training/session.html", shown.context(form), status=422)


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
    shown = SessionPage(following.draft.session, now, following.draft)
    shown.look_at(position_asked(request))
    return page(request, "training/session.html", shown.context())


class SessionPage:
    """The session screen with all its movements, the one in focus shown. A kept page needs none of its parts."""

    def __init__(self, session: Session, now: datetime, draft: Draft | None = None) -> None:
        self.session = session
        self.now = now
        self.draft = draft
        self.eye: tuple[int | None, dict[str, bool]] = (None, {})

    @classmethod
    def with_mistake(cls, screen: Screen, position: int) -> "SessionPage":
        """Of a screen with a mistaken row in it, at that movement."""
        shown = cls(screen.session, screen.now)
        shown.screen = screen
        shown.look_at(position)
        return shown

    def look_at(self, position: int | None, **wanted: bool) -> None:
        """What to bring into focus, as `Screen.look_at` takes it."""
        self.eye = position, wanted

    def context(self, form: FinishForm | None = None) -> dict[str, Any]:
        return {
            "active": "log",
            "session": self.session,
            "draft": self.draft,
            "form": form or SimpleLazyObject(lambda: FinishForm(instance=self.session)),
            "lights": lights,
            # What of the page goes by the clock.
            "made_at": moment(self.now),
            "minutes_gone": minutes_gone(self.session, self.now),
            "screen": SimpleLazyObject(lambda: self.seen),
            "muscle_work": SimpleLazyObject(lambda: self.muscle_work),
            "state": lambda: self.state,
        }

    @cached_property
    def screen(self) -> Screen:
        return Screen.of(self.session, self.now, self.draft.movements if self.draft else None)

    @cached_property
    def seen(self) -> Screen:
        """The screen with a movement in focus, at the runner's pace."""
        position, wanted = self.eye
        self.screen.look_at(position, **wanted)
        self.screen.pace = self.past.pace if self.past else 1.0
        return self.screen

    @cached_property
    def past(self) -> PastSets | None:
        if self.draft and self.draft.past:
            return self.draft.past
        session = self.session
        return None if session.is_done else PastSets.of(session.runner, session.day, without=session)

    @property
    def muscle_work(self) -> MuscleWork | None:
        return None if self.session.is_done else MuscleWork.of(self.seen.sets_planned)

    @cached_property
    def state(self) -> dict[str, Any]:
        return SessionState(self.session.runner, self.seen, self.past, self.draft).as_json()


def position_asked(request: RunnerRequest) -> int | None:
    """The movement to look at, by its position in the address; None where none is named."""
    position = request.GET.get("movement", "")
    return int(position) if position.isdecimal() else None


def address(session: Session, position: int = 0) -> str:
    """The session screen at a movement; at 0 where the next set is, or the end."""
    asked = [*(["edit=1"] if session.is_done else []), *([f"movement={position}"] if position else [])]
    query = f"?{'&'.join(asked)}" if asked else ""
    return f"{session.get_absolute_url()}{query}#{f'movement-{position}' if position else 'finish'}"
