from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from config.http import RunnerRequest, page
from exercises.models import Exercise
from exercises.models.translated import in_language
from training.actions.sessions import start_session
from training.forms.session import StartForm
from training.models import Runner, Session
from training.models.recommendation import reasons_of
from training.plan.workout import SMALLEST_MINUTES, WORKOUTS, next_workout
from training.views.sessions.single import address
from training.wording.days import words_of_day


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def session_new(request: RunnerRequest) -> HttpResponse:
    """Choose and start a session; from a recommended day with its reasons, which the session keeps."""
    now = timezone.now()
    runner, today = request.user, request.user.today(now)
    ahead = runner.week_ahead(today)
    if ahead.stopped:
        return redirect("training:week")  # it says why, and what to do
    trained = [session for session in reversed(ahead.sessions) if session.is_trained]
    following = next_workout(last_in_turn(runner, trained))
    advice = next((day for day in ahead.recommendation.days if day.day == today), None)
    if request.method == "POST":
        form = StartForm(request.POST, today=today, next_workout=following, usual_minutes=runner.session_minutes)
        if form.is_valid():
            chosen = form.cleaned_data
            reasons = reasons_of(advice) if advice and advice.chosen and chosen["day"] == today else []
            session = start_session(runner=runner, reasons=reasons, now=now, **chosen)
            return redirect(at_movement(session, chosen["also"]))
    else:
        light = "1" if advice and advice.light else ""
        start = {"pk": uuid4(), "day": day_asked(request, today), "workout": following, "light": light}
        form = StartForm(initial=start, today=today, next_workout=following, usual_minutes=runner.session_minutes)
    context = {
        "active": "log",
        "form": form,
        "workouts": workout_cards(form["workout"].value(), following),
        "start_open": bool(form.errors or form["light"].value() or form["day"].value() not in (today, None)),
        "smallest": SMALLEST_MINUTES,
        "smallest_evidence": ("E3", "E4", "E25"),
        "advice": words_of_day(advice, runner.measures) if advice else None,
        "first_time": not trained and not ahead.log.ever,
        "under_way": next((session for session in trained if not session.is_done), None),
    }
    return page(request, "training/session_new.html", context, status=422 if form.errors else 200)


def last_in_turn(runner: Runner, trained: list[Session]) -> str | None:
    """The workout of ours that was done last; one query where lately only workouts of the runner's own were."""
    lately = next((session for session in trained if not session.is_own), None)
    last = lately or (runner.sessions.in_turn().newest_first().first() if trained else None)
    return last.workout if last else None


def at_movement(session: Session, slug: str) -> str:
    """The session screen at that movement, where one is named and the session has it."""
    movement = session.movements.filter(exercise__slug=slug).first() if slug else None
    return address(session, movement.position) if movement else session.get_absolute_url()


@dataclass(frozen=True, slots=True)
class WorkoutCard:
    """A workout to choose, with the movements in it."""

    value: str
    label: str
    movements: str
    chosen: bool
    is_next: bool


def workout_cards(chosen: str, following: str) -> list[WorkoutCard]:
    """A, B and all seven; one query for the names."""
    names = dict(Exercise.objects.values_list("slug", in_language("name")))
    return [
        WorkoutCard(
            workout.value,
            str(workout.label),
            " · ".join(names[slot.movement] for slot in WORKOUTS[workout]),
            workout == (chosen or following),
            workout == following,
        )
        for workout in Session.Workout.offered()
    ]


def day_asked(request: RunnerRequest, today: date) -> date:
    """The day of a link from the week, today where it is none or still to come."""
    try:
        return min(datetime.fromisoformat(request.GET.get("day", "")).date(), today)
    except ValueError:
        return today
