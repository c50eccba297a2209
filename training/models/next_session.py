"""What there is to do today: the session under way, or the next one as a draft."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from training.models.condition import status_of
from training.models.draft import Draft
from training.models.runner import Runner
from training.models.session import Session
from training.plan.constraints import stopped_by

# How far back a session can still say something of how the runner is.
LATELY = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class NextSession:
    """One of the two, or neither while what was reported needs a clinician's eye."""

    running: Session | None = None
    draft: Draft | None = None
    done_today: bool = False
    """A session of today is done already; another one is the runner's choice."""

    @classmethod
    def of(cls, runner: Runner, today: date) -> Self:
        """One query while a session is under way, two more while strength is stopped, else seven at most."""
        recent = list(runner.sessions.between(today - LATELY, today).order_by("day", "started_at"))
        of_today = [one for one in recent if one.day == today]
        if running := next((one for one in of_today if one.status == Session.Status.UNDER_WAY), None):
            return cls(running=running)
        if stopped_by(status_of(runner.conditions.since(today - LATELY), recent, today)):
            return cls()
        trained = [one for one in recent if one.is_trained and not one.is_own]
        last = trained[-1] if trained else runner.sessions.in_turn().newest_first().first()
        return cls(draft=Draft.next(runner, today, last=last), done_today=any(one.is_done for one in of_today))
