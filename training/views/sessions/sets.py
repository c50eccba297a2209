"""The set rows and the movements of the session screen without JavaScript: plain forms, saved one by one."""

from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from config.http import RunnerRequest, page
from exercises.models import Exercise, Variation
from training.actions.logging import MovementReport, SetReport, keep_movement, keep_set
from training.models import PlannedMovement, Session
from training.views.sessions.panel import Row
from training.views.sessions.screen import Screen
from training.views.sessions.single import SessionPage, address


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
        row.panel.mistaken = row
        shown = SessionPage.with_mistake(screen, position)
        return page(request, "training/session.html", shown.context(), status=422)
    now, meant = timezone.now(), row.done or row.panel.movement
    report = SetReport(
        exercise=meant.exercise.slug,
        variation=meant.variation.slug,
        position=position,
        number=row.number,
        reps=None if row.timed else form.amount,
        seconds=form.amount if row.timed else None,
        kg=form.kg,
        rir=form.cleaned_data["rir"],
        warm_up=row.warm_up,
        logged_at=now,
        changed_at=now,
    )
    done = keep_set(runner=request.user, session_id=screen.session.pk, set_id=set_id, report=report, now=now)
    was_new = row.done is None
    (row.panel.warm_ups if row.warm_up else row.panel.sets)[row.number] = done
    if not was_new or not row.panel.complete or screen.session.is_done:
        return redirect(address(screen.session, position))
    following = screen.next_open(position)
    return redirect(address(screen.session, following.position if following else 0))


@login_required
@require_POST
def set_delete(request: RunnerRequest, pk: UUID, set_id: UUID) -> HttpResponse:
    """Take a set back: it was not done after all. Taking it back twice is no mistake."""
    screen, row = screen_and_row(request, pk, set_id)
    if done := row.done:
        now = timezone.now()
        report = SetReport(
            exercise=done.exercise.slug,
            variation=done.variation.slug,
            position=done.position,
            number=done.number,
            reps=done.reps,
            seconds=done.seconds,
            kg=done.kg,
            rir=done.rir,
            warm_up=done.warm_up,
            removed=True,
            logged_at=done.logged_at,
            changed_at=now,
        )
        keep_set(runner=request.user, session_id=screen.session.pk, set_id=set_id, report=report, now=now)
    return redirect(address(screen.session, row.panel.position))


def screen_and_row(request: RunnerRequest, pk: UUID, set_id: UUID) -> tuple[Screen, Row]:
    session: Session = get_object_or_404(request.user.sessions, pk=pk)
    screen = Screen.of(session, timezone.now())
    row = screen.row(set_id)
    if row is None:
        raise Http404
    return screen, row


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def session_movement(request: RunnerRequest, pk: UUID, position: int) -> HttpResponse:
    """A movement's ladder, to do another version of it today, to add it to the session, to move it or leave it out."""
    session: Session = get_object_or_404(request.user.sessions, pk=pk)
    movements = list(session.movements.select_related("exercise", "variation"))
    movement = next((one for one in movements if one.position == position), None)
    exercise = movement.exercise if movement else get_object_or_404(Exercise, position=position)
    ladder = list(Variation.objects.filter(exercise=exercise).select_related("exercise").order_by("position"))
    if request.method == "POST":
        for place, report in reports(request, movements, movement, ladder):
            keep_movement(session=session, position=place, report=report, now=report.changed_at)
        return redirect(address(session, position))
    context = {
        "active": "log",
        "session": session,
        "movement": movement,
        "exercise": exercise,
        "ladder": ladder,
        "suggested": movement.why.get("suggest") if movement else None,
        "back": address(session, position if movement else 0),
    }
    return page(request, "training/session_movement.html", context)


def reports(
    request: RunnerRequest, movements: list[PlannedMovement], movement: PlannedMovement | None, ladder: list[Variation]
) -> list[tuple[int, MovementReport]]:
    """What the button says of this movement and of the one that it changes places with. Raises Http404 for nonsense."""
    now = timezone.now()
    act = request.POST.get("act", "swap")
    if act == "swap":
        chosen = next((rung for rung in ladder if str(rung.pk) == request.POST.get("variation")), None)
        if chosen is None:
            raise Http404
        order = movement.order if movement else max((one.order for one in movements), default=0) + 1
        place = movement.position if movement else chosen.exercise.position
        return [(place, MovementReport(chosen, order, skipped=False, changed_at=now))]
    if movement is None or act not in {"skip", "unskip", "earlier", "later"}:
        raise Http404
    if act in {"skip", "unskip"}:
        return [(movement.position, MovementReport(movement.variation, movement.order, act == "skip", changed_at=now))]
    places = sorted(movements, key=lambda one: (one.order, one.position))
    other = places.index(movement) + (1 if act == "later" else -1)
    if not 0 <= other < len(places):
        return []
    beside = places[other]
    return [
        (movement.position, MovementReport(movement.variation, beside.order, movement.skipped, changed_at=now)),
        (beside.position, MovementReport(beside.variation, movement.order, beside.skipped, changed_at=now)),
    ]
