from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from config.http import RunnerRequest, page
from exercises.models import Variation
from training.actions.sessions import change_variation, log_set
from training.models import Session
from training.views.sessions.panel import Row
from training.views.sessions.screen import Screen
from training.views.sessions.single import address, answer


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def session_set(request: RunnerRequest, pk: UUID, set_id: UUID) -> HttpResponse:
    """Log a set or change it: the same id always means the same set."""
    screen, row = screen_and_row(request, pk, set_id)
    position = row.panel.position
    if request.method != "POST":
        return redirect(address(screen.session, position))
    form = row.bind(request.POST)
    if not form.is_valid():
        screen.look_at(position, more=row.number > row.panel.planned)
        # The row that was typed in keeps what was typed.
        row.panel.mistaken = row
        return answer(request, screen, status=422, before=position)
    was_complete = row.panel.complete
    row.panel.sets[row.number] = log_set(
        movement=row.panel.movement,
        number=row.number,
        set_id=set_id,
        lift=form.lift,
        logged=screen.logged,
        now=screen.now,
    )
    if row.panel.complete and not was_complete and not screen.session.is_done:
        following = screen.next_open(position)
        position = following.position if following else 0
    return shown(request, screen, position, before=row.panel.position)


@login_required
@require_POST
def set_delete(request: RunnerRequest, pk: UUID, set_id: UUID) -> HttpResponse:
    """Take a set back: it was not done after all. Taking it back twice is no mistake."""
    screen, row = screen_and_row(request, pk, set_id)
    if row.done:
        screen.session.sets.filter(pk=set_id).delete()
        del row.panel.sets[row.number]
    return shown(request, screen, row.panel.position, before=row.panel.position)


def screen_and_row(request: RunnerRequest, pk: UUID, set_id: UUID) -> tuple[Screen, Row]:
    session: Session = get_object_or_404(request.user.sessions, pk=pk)
    screen = Screen.of(session, timezone.now())
    row = screen.row(set_id)
    if row is None:
        raise Http404
    return screen, row


def shown(request: RunnerRequest, screen: Screen, position: int, *, before: int) -> HttpResponse:
    """The screen at that movement (0: all is done), as a fragment with htmx and by a redirect without."""
    if not request.htmx:
        return redirect(address(screen.session, position))
    screen.look_at(position or None)
    return answer(request, screen, before=before)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def variation(request: RunnerRequest, pk: UUID, position: int) -> HttpResponse:
    """The ladder of a movement, to do another version of it today; not once a set of it is logged."""
    session: Session = get_object_or_404(request.user.sessions, pk=pk)
    movement = get_object_or_404(session.movements.select_related("exercise", "variation"), position=position)
    movement.session = session
    ladder = list(Variation.objects.filter(exercise=movement.exercise).select_related("exercise").order_by("position"))
    begun = session.sets.filter(position=position).exists()
    if request.method == "POST" and not begun:
        chosen = next((rung for rung in ladder if str(rung.pk) == request.POST.get("variation")), None)
        if chosen is None:
            raise Http404
        change_variation(movement=movement, variation=chosen, runner=request.user)
        return redirect(address(session, position))
    context = {
        "active": "log",
        "session": session,
        "movement": movement,
        "ladder": ladder,
        "begun": begun,
        "suggested": movement.why.get("suggest"),
        "back": address(session, position),
    }
    return page(request, "training/session_variation.html", context, status=422 if request.method == "POST" else 200)
