"""A strength session, reported thing by thing from a device that may be offline for a while.

Every PUT says all there is to know of one thing and when the runner changed it (`changed_at`). Sending it again, late
or from two devices changes nothing: the later change counts, and the answer is what counts.
"""

from datetime import date, datetime, timedelta
from typing import Any, Literal, cast
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.signing import BadSignature
from django.db.models import Exists
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Router, Schema
from ninja.errors import HttpError
from ninja.security import django_auth
from pydantic import AwareDatetime, Field, model_validator

from exercises.models import Variation
from training.actions.logging import (
    CountError,
    MovementReport,
    SessionReport,
    SetReport,
    keep_movement,
    keep_session,
    keep_set,
)
from training.actions.sessions import begin
from training.api.schemas import Invalid, Strict
from training.forms.session import MOST_KG, MOST_REPS, MOST_SECONDS
from training.models import CustomSet, LoggedSet, PlannedMovement, Runner, Session
from training.models.draft import Draft
from training.models.session import WARM_UP_FROM

router = Router(tags=["Sessions"], auth=django_auth)

# A phone that was offline sends days that are past; a clock that runs ahead may be in tomorrow.
LATEST = timedelta(days=1)
EARLIEST = timedelta(days=60)


class SetIn(Strict):
    """One set. `kg` is the whole load; reps and seconds are of each leg or side where the variation is."""

    exercise: str = Field(description="The movement's slug.")
    variation: str = Field(description="The variation's slug.")
    position: int = Field(ge=1, le=255, description="Which movement of the session.")
    number: int = Field(ge=1, le=255, description=f"Which set of the movement; warm-up sets from {WARM_UP_FROM} on.")
    reps: int | None = Field(None, ge=1, le=MOST_REPS)
    seconds: int | None = Field(None, ge=1, le=MOST_SECONDS)
    kg: float | None = Field(None, gt=0, le=MOST_KG)
    rir: int | None = Field(None, ge=0, le=10, description="Reps in reserve.")
    warm_up: bool = False
    removed: bool = Field(False, description="Taken back.")
    logged_at: AwareDatetime
    changed_at: AwareDatetime

    @model_validator(mode="after")
    def reps_or_seconds(self) -> "SetIn":
        if (self.reps is None) == (self.seconds is None):
            raise ValueError("either reps or seconds")
        return self


class MovementIn(Strict):
    exercise: str
    variation: str
    order: int = Field(ge=1, le=100, description="The place in which it is done.")
    skipped: bool = Field(False, description="Left out; its sets stay.")
    changed_at: AwareDatetime


class SessionIn(Strict):
    status: Literal["under-way", "done"]
    changed_at: AwareDatetime
    day: date | None = Field(None, description="The training day, for a session that begins with this report.")
    started_at: AwareDatetime | None = None
    finished_at: AwareDatetime | None = None
    plan: str | None = Field(None, max_length=20_000, description="The sealed plan of the page that it begins from.")
    effort: int | None = Field(None, ge=0, le=10)
    pain: int | None = Field(None, ge=0, le=10)
    notes: str = Field("", max_length=5000)


class SetOut(Schema):
    id: UUID
    exercise: str = Field(alias="exercise.slug")
    variation: str = Field(alias="variation.slug")
    position: int
    number: int
    reps: int | None
    seconds: int | None
    kg: float | None
    rir: int | None
    warm_up: bool
    removed: bool
    logged_at: datetime
    changed_at: datetime


class MovementOut(Schema):
    exercise: str = Field(alias="exercise.slug")
    variation: str = Field(alias="variation.slug")
    position: int
    order: int
    skipped: bool
    targets: list[dict[str, Any]]
    changed_at: datetime | None


class CustomSetOut(Schema):
    """A set of a movement that has no guide here, as another app told it."""

    id: UUID
    movement: str = Field(alias="movement.name", description="The runner's own name for it.")
    position: int = Field(description="Counted with the positions of the session's other movements.")
    number: int
    reps: int | None
    seconds: int | None
    metres: float | None
    kg: float | None
    rir: int | None
    warm_up: bool
    notes: str


class SessionOut(Schema):
    id: UUID
    status: str
    day: date
    started_at: datetime | None
    finished_at: datetime | None
    effort: int | None
    pain: int | None
    notes: str
    changed_at: datetime | None


class WholeSessionOut(SessionOut):
    title: str = Field(description="What another app called it.")
    movements: list[MovementOut]
    sets: list[SetOut] = Field(description="All of them, those taken back too.")
    custom_sets: list[CustomSetOut]


def runner_of(request: HttpRequest) -> Runner:
    return cast(Runner, request.user)


def session_of(request: HttpRequest, session_id: UUID) -> Session:
    """The runner's own; a deleted one still takes reports, so that nothing is lost if it is brought back."""
    return get_object_or_404(Session.everything, pk=session_id, runner=runner_of(request))


def variation_in(request: HttpRequest, session_id: UUID, said: MovementIn) -> Variation:
    """The variation that is meant; one query that also asks whether the session is the runner's own."""
    own = Session.everything.filter(pk=session_id, runner=runner_of(request))
    rows = Variation.objects.select_related("exercise").filter(Exists(own))
    return get_object_or_404(rows, exercise__slug=said.exercise, slug=said.variation)


@router.get(
    "{uuid:session_id}", response=WholeSessionOut, summary="A session with its movements and sets", url_name="session"
)
def session(request: HttpRequest, session_id: UUID) -> dict[str, Any]:
    """What a second device needs to catch up."""
    found = session_of(request, session_id)
    movements = PlannedMovement.objects.filter(session=found).select_related("exercise", "variation")
    sets = LoggedSet.everything.filter(session=found).select_related("exercise", "variation")
    custom = [one for movement in CustomSet.objects.of([found]).get(found.pk, []) for one in movement.sets]
    own = {name: getattr(found, name) for name in (*SessionOut.model_fields, "title")}
    return {**own, "movements": list(movements), "sets": list(sets), "custom_sets": custom}


@router.put(
    "{uuid:session_id}",
    response={200: SessionOut, 422: Invalid},
    summary="Begin a session, or say how far it is and how it was",
    url_name="session",
)
def put_session(request: HttpRequest, session_id: UUID, said: SessionIn) -> Session:
    """A session begins with the sealed `plan` that its page holds; later reports leave it out."""
    now = timezone.now()
    found = Session.everything.filter(pk=session_id, runner=runner_of(request)).first()
    if found is None:
        found = begin(draft_of(runner_of(request), session_id, said, now))
    report = SessionReport(
        done=said.status == "done",
        changed_at=said.changed_at,
        finished_at=said.finished_at,
        effort=said.effort,
        pain=said.pain,
        notes=said.notes,
    )
    return keep_session(session=found, report=report, now=now)


def draft_of(runner: Runner, session_id: UUID, said: SessionIn, now: datetime) -> Draft:
    """The session that begins with this report. Raises HttpError 404 without a plan, 422 for one that does not fit."""
    if said.plan is None or said.day is None:
        raise HttpError(404, "There is no such session, and nothing to begin it from.")
    today = runner.today(now)
    if not today - EARLIEST <= said.day <= today + LATEST:
        raise HttpError(422, f"A session cannot begin on {said.day}.")
    try:
        draft = Draft.unsealed(said.plan, pk=session_id, runner=runner, day=min(said.day, today))
    except BadSignature as error:
        raise HttpError(422, "This plan is not one of ours, or too old.") from error
    draft.session.started_at = min(said.started_at, now) if said.started_at else None
    return draft


@router.put(
    "{uuid:session_id}/movements/{int:position}",
    response={200: MovementOut, 422: Invalid},
    summary="Swap, move, leave out or add a movement",
    url_name="session-movement",
)
def put_movement(request: HttpRequest, session_id: UUID, position: int, said: MovementIn) -> PlannedMovement:
    """A movement that is not in the session yet is added to it."""
    report = MovementReport(variation_in(request, session_id, said), said.order, said.skipped, said.changed_at)
    if not 1 <= position <= 255:
        raise HttpError(422, "A movement's position is 1 to 255.")
    return keep_movement(session=session_of(request, session_id), position=position, report=report, now=timezone.now())


@router.put(
    "{uuid:session_id}/sets/{uuid:set_id}",
    response={200: SetOut, 422: Invalid},
    summary="Log a set, change it, or take it back",
    url_name="session-set",
)
def put_set(request: HttpRequest, session_id: UUID, set_id: UUID, said: SetIn) -> SetOut:
    """The id is made where the set is logged: the same id always means the same set."""
    report = SetReport(**dict(said))
    runner, now = runner_of(request), timezone.now()
    try:
        kept = keep_set(runner=runner, session_id=session_id, set_id=set_id, report=report, now=now)
    except LoggedSet.DoesNotExist as error:
        raise HttpError(404, "This id belongs to a set of another session.") from error
    except ObjectDoesNotExist as error:
        raise Http404 from error
    except CountError as error:
        raise HttpError(422, str(error)) from error
    # What comes from the database needs no second look.
    words = {"exercise": kept.exercise.slug, "variation": kept.variation.slug}
    return SetOut.model_construct(**{name: getattr(kept, name) for name in SetOut.model_fields} | words)
