"""What the rules of a whole session look at: the sessions so far, and what surrounds them."""

from dataclasses import dataclass
from datetime import date, timedelta

from training.plan.progression.rules import MovementRule
from training.plan.progression.sets import MorningAfter, Performance

# So many days without a session, and the weeks are counted anew.
GAP = timedelta(days=10)


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """One session that was done. `effort` and `pain` are 0-10 for the whole of it, None where nothing was said.

    `eased` says that it was light on purpose, `deload` that it belonged to a deload. `work` is how much was lifted in
    it, in any unit that makes two sessions of one `workout` comparable.
    """

    day: date
    workout: str = ""
    effort: float | None = None
    pain: float | None = None
    morning: MorningAfter = ""
    light: bool = False
    deload: bool = False
    work: float = 0.0

    @property
    def eased(self) -> bool:
        return self.light or self.deload


@dataclass(frozen=True, slots=True)
class RunnerState:
    """The runner on a day. `sessions` are those up to it, oldest first; at least the last six weeks of them.

    `per_week` is how many are aimed at. `race` is the next A race, `ill_ended` the first well day after the last
    illness, `pain` what is told now (0-10), `spike` whether a run of the last week was much longer than any lately
    (E33). `cut_backs` are the first days of weeks that the running plan makes easier. `wants_heavy` is the runner's
    word on phase 2, `has_weights` whether there is something to load with.
    """

    on: date
    sessions: tuple[SessionFacts, ...] = ()
    per_week: int = 2
    race: date | None = None
    ill: bool = False
    ill_ended: date | None = None
    pain: float = 0
    spike: bool = False
    cut_backs: tuple[date, ...] = ()
    wants_heavy: bool = False
    has_weights: bool = True

    @property
    def last(self) -> SessionFacts | None:
        return self.sessions[-1] if self.sessions else None

    @property
    def since(self) -> date | None:
        """The first session after the last gap of ten days; None where a gap is open now, or nothing was done."""
        if not self.sessions or self.on - self.sessions[-1].day >= GAP:
            return None
        first = self.sessions[-1].day
        for session in reversed(self.sessions):
            if first - session.day >= GAP:
                break
            first = session.day
        return first


@dataclass(frozen=True, slots=True)
class Lift:
    """A movement in one variation, with its past sessions in it. `known`: it was done before in another one."""

    rule: MovementRule
    variation: str
    history: tuple[Performance, ...] = ()
    known: bool = False

    @property
    def movement(self) -> str:
        return self.rule.movement
