"""Beginning a strength session, deleting it and bringing it back."""

from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef

from training.models import ImportItem, PlannedMovement, Runner, Session
from training.models.draft import Draft

KEPT_AFTER_DELETION = timedelta(days=30)


def start_session(
    *,
    runner: Runner,
    day: date,
    workout: str,
    light: bool,
    reasons: list[dict[str, Any]],
    now: datetime,
    pk: UUID | None = None,
    minutes: int | None = None,
    also: str = "",
) -> Session:
    """The session of that day under way, with a target for every set; the one already under way if there is one.

    A day before today makes a session that is entered later: it has no start, and its targets come from what was
    done up to that day. `pk` is the id that it gets, so that a double tap starts one; `minutes` the time there is, if
    not as much as usual; `also` a movement to have in it, by slug. Raises ValueError for a day that is still to come.
    """
    today = runner.today(now)
    if day > today:
        raise ValueError(f"a session on {day} cannot be started on {today}")
    if running := runner.sessions.under_way().filter(day=day).first():
        return running
    session = Session(pk=pk or uuid4(), runner=runner, day=day, workout=workout, light=light, reasons=reasons)
    session.started_at = now if day == today else None
    return begin(Draft.of(session, minutes=minutes, also=also))


def begin(draft: Draft) -> Session:
    """Store the session with its movements, once: beginning it again gives what is there.

    Raises Session.DoesNotExist where the id is that of somebody else's session.
    """
    session = draft.session
    try:
        with transaction.atomic():
            session.save(force_insert=True)
            PlannedMovement.objects.bulk_create(draft.movements)
    except IntegrityError:
        return Session.everything.get(pk=session.pk, runner=session.runner)
    return session


def delete_session(session: Session, now: datetime) -> None:
    """Out of sight, with all its sets; `bring_back` has it as it was. Deleting it twice changes nothing."""
    Session.objects.filter(pk=session.pk).delete_for_now(now)


def bring_back(session: Session) -> None:
    """Undo the deletion of a session."""
    Session.everything.filter(pk=session.pk).bring_back()


def forget_deleted(now: datetime) -> int:
    """Remove for good what was deleted more than 30 days ago; how many sessions that were.

    Those that an import stands in for stay as long as it can be undone.
    """
    old = Session.everything.filter(status=Session.Status.DELETED, deleted_at__lt=now - KEPT_AFTER_DELETION)
    old = old.exclude(Exists(ImportItem.objects.standing_in(OuterRef("pk"))))
    count = old.count()
    old.delete()
    return count
