"""When each set of a session was: as it was ticked where that can be, else laid out by how long sets take."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from training.fitexport.content import PlacedSet, StrengthSet
from training.plan.workout import WARM_UP_MINUTES

WARM_UP = 60 * WARM_UP_MINUTES
LATE = 3600
"""Seconds after the last set from which on finishing was forgotten and is not the end of the session."""
LONGEST = 3 * 3600
"""A session that is open for longer, in seconds, was left open."""

type Span = tuple[StrengthSet, int, int]
"""A set, the second of the session at which it begins, and the seconds that it takes."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """From when to when a session went (UTC), and its sets in the order of time."""

    start: datetime
    end: datetime
    sets: tuple[PlacedSet, ...]


@dataclass(slots=True)
class _Together:
    """Sets ticked at one go, done somewhere between the tick before (`since`) and theirs, in seconds."""

    since: int
    until: int
    sets: list[StrengthSet] = field(default_factory=list)

    @property
    def possible(self) -> bool:
        return sum(one.shortest for one in self.sets) <= self.until - self.since


def lay_out(
    sets: Sequence[StrengthSet],
    ticked: Sequence[datetime],
    *,
    start: datetime | None,
    end: datetime | None,
    otherwise: datetime,
) -> Timeline:
    """The session in whole seconds; `ticked` says when each of `sets` was logged, all moments aware.

    A set ends at its tick. Sets ticked so close together that they cannot have been done in between share the time
    since the tick before them. Where even that leaves too little (everything ticked at the end, sets from an import),
    the sets are spread between `start` and `end`. A session without a start was entered later: it is laid out from
    `otherwise` on, as long as its sets are predicted to take. A hold takes its own seconds in all cases.
    """
    if start and end:
        start, end = _whole(start), _whole(end)
        window = max(0, _seconds(start, end))
        found = _as_ticked(sorted(zip(sets, (_seconds(start, at) for at in ticked), strict=True), key=_tick), window)
        if found is not None:
            last = max((_seconds(start, at) for at in ticked), default=window)
            closed = window if window - last <= LATE else max(last, 0)
            return _timeline(start, closed, found)
        if sum(one.shortest for one in sets) <= window <= LONGEST:
            return _timeline(start, window, _between(sets, 0, window, warm_up=WARM_UP, fill=True))
    needed = WARM_UP + sum(one.seconds for one in sets) + sum(_pauses(sets))
    if start and end and _seconds(start, end) <= LONGEST:
        # Opened, ticked and closed at one go: it was done before.
        begin = end - timedelta(seconds=needed)
    else:
        begin = _whole(start or otherwise)
    return _timeline(begin, needed, _between(sets, 0, needed, warm_up=WARM_UP, fill=True))


def _whole(moment: datetime) -> datetime:
    # In UTC, since hours are added and taken off, and a local clock is put forward and back.
    return moment.astimezone(UTC).replace(microsecond=0)


def _tick(one: tuple[StrengthSet, int]) -> int:
    return one[1]


def _seconds(since: datetime, until: datetime) -> int:
    return int((until - since).total_seconds())


def _as_ticked(ticks: Sequence[tuple[StrengthSet, int]], window: int) -> list[Span] | None:
    """The sets as they were ticked, in seconds of a session of `window` seconds; None where that cannot be."""
    groups: list[_Together] = []
    before = 0
    for one, second in ticks:
        tick = min(second, window)
        if groups and tick - before < one.shortest:
            groups[-1].until = tick
        else:
            groups.append(_Together(before, tick))
        groups[-1].sets.append(one)
        before = tick
    if not all(group.possible for group in groups):
        return None
    return [span for group in groups for span in _between(group.sets, group.since, group.until)]


def _between(
    sets: Sequence[StrengthSet], since: int, until: int, *, warm_up: int = 0, fill: bool = False
) -> list[Span]:
    """The sets with their pauses, the last one ending at `until`.

    Short of time, first pauses shrink and then reps; time to spare is before the first set or, with `fill`, in every
    pause.
    """
    work, pauses = [one.seconds for one in sets], [warm_up, *_pauses(sets)]
    spare = until - since - sum(work)
    if spare < 0:
        work, spare = _hurried(sets, until - since), 0
    share = spare / sum(pauses) if sum(pauses) else 0.0
    pauses = [int(pause * (share if fill else min(share, 1.0))) for pause in pauses]
    at = until - sum(work) - sum(pauses)
    spans = []
    for one, pause, seconds in zip(sets, pauses, work, strict=False):
        at += pause
        spans.append((one, at, seconds))
        at += seconds
    return spans


def _pauses(sets: Sequence[StrengthSet]) -> list[int]:
    return [one.pause_before(following) for one, following in pairwise(sets)]


def _hurried(sets: Sequence[StrengthSet], window: int) -> list[int]:
    """Seconds of each set where there is less time than reps usually take; holds keep theirs."""
    held = sum(one.seconds for one in sets if one.timed)
    lifted = sum(one.seconds for one in sets if not one.timed)
    return [one.seconds if one.timed else one.seconds * (window - held) // lifted for one in sets]


def _timeline(start: datetime, seconds: int, spans: Sequence[Span]) -> Timeline:
    placed = (PlacedSet(one, start + timedelta(seconds=at), took) for one, at, took in spans)
    return Timeline(start, start + timedelta(seconds=seconds), tuple(placed))
