"""What the session screen shows: movements with their rows, the one in focus, how far it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from training.models import CustomSet, LoggedSet, PlannedMovement, Session
from training.models.custom import OwnMovement
from training.models.session import WARM_UP_FROM
from training.plan.workout import warm_up_minutes
from training.views.sessions.panel import MOST_SETS, MOST_WARM_UPS, Panel, Row


@dataclass
class Screen:
    """The session with all its movements, and where the eye is."""

    session: Session
    panels: list[Panel]
    now: datetime
    focus: Panel | None = None
    pace: float = 1.0
    """How long the runner takes, as a multiple of the usual."""
    own: Sequence[OwnMovement] = ()
    """Movements without a guide, of a session that came from elsewhere."""

    @classmethod
    def of(cls, session: Session, now: datetime, planned: Sequence[PlannedMovement] | None = None) -> "Screen":
        """Two queries, three where it came from elsewhere; with the `planned` movements of a session to come, none."""
        units = session.runner.measures
        rows = session.movements.select_related("exercise", "variation") if planned is None else planned
        movements = {one.position: one for one in rows}
        logged: dict[int, list[LoggedSet]] = defaultdict(list)
        if planned is None:
            for one in session.sets.select_related("exercise", "variation").order_by("position", "number"):
                logged[one.position].append(one)
        for position in logged.keys() - movements.keys():
            # A session that came from elsewhere has sets without a plan.
            first = logged[position][0]
            movements[position] = PlannedMovement(
                position=position, order=position, exercise=first.exercise, variation=first.variation, targets=[]
            )
        panels = []
        for position, movement in sorted(movements.items(), key=lambda one: (one[1].order, one[0])):
            movement.session, movement.variation.exercise = session, movement.exercise
            working = {one.number: one for one in logged[position] if not one.warm_up}
            warm_ups = {one.number: one for one in logged[position] if one.warm_up}
            panels.append(Panel(session, movement, units, working, warm_ups))
        own = CustomSet.objects.of([session]).get(session.pk, ()) if planned is None else ()
        return cls(session, panels, now, own=own)

    def look_at(
        self, position: int | None, *, more: bool = False, warmer: bool = False, weighted: bool = False
    ) -> None:
        """Bring that movement into focus; without one the first that has sets left."""
        self.focus = next((one for one in self.panels if one.position == position), None)
        if not self.focus and not self.session.is_done:
            self.focus = self.next_open(0)
        if self.session.is_done:
            self.focus = self.focus or next(iter(self.panels), None)
        if self.focus:
            self.focus.more, self.focus.warmer, self.focus.weighted = more, warmer, weighted

    def next_open(self, position: int) -> Panel | None:
        """The next movement after that position which has sets left, from the front again at the end."""
        waiting = [one for one in self.panels if not one.complete]
        places = [one.position for one in self.panels]
        after = self.panels[places.index(position) + 1 :] if position in places else []
        return next((one for one in after if not one.complete), waiting[0] if waiting else None)

    def row(self, set_id: UUID) -> Row | None:
        """The row of a set by its id; None for an id that this session has not and would not give."""
        return next((row for row in self._all_rows() if row.id == set_id), None)

    def _all_rows(self) -> Iterator[Row]:
        for panel in self.panels:
            for number in [*range(1, MOST_SETS + 1), *range(WARM_UP_FROM, WARM_UP_FROM + MOST_WARM_UPS)]:
                yield panel.row(number)

    @property
    def logged(self) -> dict[UUID, LoggedSet]:
        rows = (one for panel in self.panels for one in [*panel.sets.values(), *panel.warm_ups.values()])
        return {one.pk: one for one in rows}

    @property
    def done(self) -> int:
        return sum(len(panel.sets) for panel in self.panels) + self.own_sets

    @property
    def own_sets(self) -> int:
        """Working sets of movements without a guide."""
        return sum(len(one.working) for one in self.own)

    @property
    def planned(self) -> int:
        return sum(panel.planned for panel in self.panels)

    @property
    def sets_done(self) -> dict[str, int]:
        """Working sets by movement slug."""
        return self._by_movement((panel, len(panel.sets)) for panel in self.panels)

    @property
    def sets_planned(self) -> dict[str, int]:
        """By movement slug, without what is left out today."""
        return self._by_movement((panel, panel.planned) for panel in self.panels)

    @property
    def parts(self) -> list[Panel | OwnMovement]:
        """What was done of each movement, with a guide or without, in order."""
        done = [panel for panel in self.panels if panel.sets or (self.own and panel.warm_ups)]
        return sorted([*done, *self.own], key=lambda part: part.position) if self.own else [*done]

    def _by_movement(self, counts: Iterable[tuple[Panel, int]]) -> dict[str, int]:
        found = Counter[str]()
        for panel, number in counts:
            found[panel.movement.exercise.slug] += number
        return dict(found)

    @property
    def lane_length(self) -> int:
        """What makes the lane full: the planned sets, or all that were done where these are more."""
        return max(self.planned, self.done, 1)

    @property
    def complete(self) -> bool:
        return all(panel.complete for panel in self.panels)

    @property
    def upcoming(self) -> Panel | None:
        """The movement that follows the one in focus."""
        following = self.next_open(self.focus.position) if self.focus else None
        return following if following is not self.focus else None

    @property
    def minutes_left(self) -> int:
        minutes = sum(panel.minutes_left for panel in self.panels)
        return round(self.pace * (minutes + (0 if self.done else warm_up_minutes(len(self.panels)))))

    @property
    def ended(self) -> datetime:
        """When the last set was logged; without one, now."""
        return max((one.logged_at for one in self.logged.values()), default=self.now)

    @property
    def left_running(self) -> bool:
        """Begun on an earlier day and never finished."""
        session = self.session
        return session.status == session.Status.UNDER_WAY and session.day < session.runner.today(self.now)


def minutes_gone(session: Session, now: datetime) -> int | None:
    """Since the start; unknown of a session that is entered later."""
    started = session.started_at
    return int((now - started).total_seconds() // 60) if started and not session.is_done else None
