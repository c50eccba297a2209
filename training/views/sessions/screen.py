"""What the session screen shows: movements with their rows, the one in focus, how far it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from uuid import UUID

from training.models import LoggedSet, PlannedMovement, Session
from training.plan.workout import WARM_UP_MINUTES
from training.views.sessions.panel import MOST_SETS, Panel, Row


@dataclass
class Screen:
    """The session with all its movements, and where the eye is."""

    session: Session
    panels: list[Panel]
    now: datetime
    focus: Panel | None = None

    @classmethod
    def of(cls, session: Session, now: datetime) -> "Screen":
        """Two queries."""
        units = session.runner.measures
        movements = {
            one.position: one for one in session.movements.select_related("exercise", "variation").order_by("position")
        }
        sets = LoggedSet.objects.filter(session=session).working()
        sets = sets.select_related("exercise", "variation").order_by("position", "number")
        logged = {position: list(found) for position, found in groupby(sets, key=lambda one: one.position)}
        for position in logged.keys() - movements.keys():
            # A session that came from elsewhere has sets without a plan.
            first = logged[position][0]
            movements[position] = PlannedMovement(
                position=position, order=position, exercise=first.exercise, variation=first.variation, targets=[]
            )
        panels = []
        for position, movement in sorted(movements.items(), key=lambda one: (one[1].order, one[0])):
            movement.session = session
            by_number = {one.number: one for one in logged.get(position, [])}
            panels.append(Panel(session, movement, units, by_number))
        return cls(session, panels, now)

    def look_at(self, position: int | None, *, more: bool = False) -> None:
        """Bring that movement into focus; without one the first that has sets left."""
        self.focus = next((one for one in self.panels if one.position == position), None)
        if not self.focus and not self.session.is_done:
            self.focus = self.next_open(0)
        if self.session.is_done:
            self.focus = self.focus or next(iter(self.panels), None)
        if self.focus:
            self.focus.more = more

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
            for number in range(1, MOST_SETS + 1):
                yield panel.row(number)

    @property
    def logged(self) -> dict[UUID, LoggedSet]:
        return {one.pk: one for panel in self.panels for one in panel.sets.values()}

    @property
    def done(self) -> int:
        return sum(len(panel.sets) for panel in self.panels)

    @property
    def planned(self) -> int:
        return sum(panel.planned for panel in self.panels)

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
    def minutes_gone(self) -> int | None:
        """Since the start; unknown of a session that is entered later."""
        started = self.session.started_at
        return int((self.now - started).total_seconds() // 60) if started and not self.session.is_done else None

    @property
    def minutes_left(self) -> int:
        minutes = sum(panel.minutes_left for panel in self.panels)
        return round(minutes + (0 if self.done else WARM_UP_MINUTES))

    @property
    def rest(self) -> "Rest | None":
        """The pause after the last set, while it may be running."""
        last = max(self.logged.values(), key=lambda one: one.logged_at, default=None)
        if not last or self.complete or self.session.is_done or not self.session.started_at:
            return None
        panel = next(one for one in self.panels if one.position == last.position)
        ago = (self.now - last.logged_at).total_seconds()
        return Rest(last, panel.movement.rest_seconds, max(0, round(ago)))


@dataclass(frozen=True, slots=True)
class Rest:
    """The pause after a set: how long it is, and how long ago it began, in seconds."""

    after: LoggedSet
    seconds: int
    ago: int
