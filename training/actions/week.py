"""What a runner decides about the days for strength: take the new ones, move one, skip one, take that back."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from training.actions.runs import locked
from training.models import Runner, Session, ShownWeek
from training.models.recommendation import reasons_of
from training.models.week_ahead import WeekAhead
from training.plan.recommend import Recommendation
from training.plan.rules import Reason, because
from training.plan.workout import next_workout


def keep_shown(ahead: WeekAhead) -> None:
    """Store the days that are shown, unless a decision of the runner's is waiting or nothing is other than was kept."""
    if not ahead.settled:
        return
    now = ahead.as_shown(ahead.recommendation)
    if ahead.shown_before is None or not now.same_as(ahead.shown_before):
        ShownWeek.objects.keep(now)


@transaction.atomic
def settle_days(*, runner: Runner, today: date, new: bool) -> Recommendation:
    """Keep the better days, or (`new` false) those shown before where no rule forbids them; gives the days kept."""
    ahead = locked(runner.pk).week_ahead(today)
    chosen = ahead.best if new else ahead.recommendation
    if not ahead.stopped:
        ShownWeek.objects.keep(ahead.as_shown(chosen))
    return chosen


@dataclass(frozen=True, slots=True)
class Move:
    """The planned session where it stands now, None where a move was taken back; and the rule that this breaks."""

    session: Session | None
    breaks: Reason | None = None


@transaction.atomic
def move_session(*, runner: Runner, day: date, to: date, now: datetime) -> Move:
    """Put the session of `day` on another day, whatever rule it breaks there; back to where it came from undoes it.

    Raises ValueError where there is no session on `day` or none can be on `to`.
    """
    runner, today = locked(runner.pk), runner.today(now)
    ahead = runner.week_ahead(today)
    places = ahead.obstacles(day)
    if day not in {one.day for one in ahead.recommendation.chosen} or to not in places:
        raise ValueError(f"no session to move from {day} to {to}")
    keep_shown(ahead)
    planned = runner.sessions.filter(status=Session.Status.PLANNED, day=day).first()
    came_from = planned.moved_from if planned else day
    if planned:
        planned.delete()
    runner.sessions.filter(status=Session.Status.SKIPPED, day=to).delete()
    if to == came_from:
        return Move(None)
    moved = runner.sessions.create(
        day=to,
        status=Session.Status.PLANNED,
        workout=_next_workout(runner),
        reasons=[because("own-choice", moved_from=came_from).as_json()],
    )
    # What the recommender says of the day, now that the session stands there.
    advice = next(one for one in runner.week_ahead(today).recommendation.days if one.day == to)
    moved.reasons, moved.light = reasons_of(advice), advice.light is not None
    moved.save(update_fields=["reasons", "light"])
    return Move(moved, places[to])


@transaction.atomic
def skip_session(*, runner: Runner, day: date, why: str, now: datetime) -> Session:
    """Leave out the session of that day, which is put nowhere else; skipping it again changes the reason.

    Raises ValueError where there is none.
    """
    runner, today = locked(runner.pk), runner.today(now)
    skipped = runner.sessions.filter(status=Session.Status.SKIPPED, day=day).first()
    if skipped is None:
        ahead = runner.week_ahead(today)
        if day not in {one.day for one in ahead.recommendation.chosen}:
            raise ValueError(f"no session to skip on {day}")
        keep_shown(ahead)
        skipped = Session(runner=runner, day=day, status=Session.Status.SKIPPED, workout=_next_workout(runner))
    skipped.reasons = [because("skipped", why=why).as_json()]
    skipped.save()
    return skipped


@transaction.atomic
def take_back(*, runner: Runner, day: date) -> None:
    """Undo a skip on that day, or a move to it; twice changes nothing."""
    runner = locked(runner.pk)
    own = runner.sessions.filter(day=day)
    skipped, _rows = own.filter(status=Session.Status.SKIPPED, sets=None).delete()
    if not skipped:
        own.filter(status=Session.Status.PLANNED, sets=None).delete()


def _next_workout(runner: Runner) -> str:
    last = runner.sessions.in_turn().newest_first().first()
    return next_workout(last.workout if last else None)
