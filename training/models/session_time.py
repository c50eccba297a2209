"""How long a session took, beside what was predicted for the sets that were done in it."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from training.models.past_rows import PastSession, PastSet
from training.plan.workout import CHANGE_MINUTES, SECONDS_PER_REP, Timed, warm_up_minutes

# A session that was opened long before its first set, or finished long after its last one, was only left lying.
IDLE = timedelta(minutes=20)


def timed(session: PastSession, sets: Sequence[PastSet]) -> Iterator[Timed]:
    """At most one: nothing for a session that is not over, or was entered later.

    From the start to the finish; where either is far from the sets themselves, from the first set or to the last one.
    """
    if not session.is_done or session.started_at is None or not sets:
        return
    first, last = min(one.logged_at for one in sets), max(one.logged_at for one in sets)
    warm_up = timedelta(minutes=warm_up_minutes(len({one.position for one in sets})))
    start = session.started_at if first - session.started_at <= IDLE else first - warm_up
    finish = session.finished_at
    end = finish if finish and timedelta(0) <= finish - last <= IDLE else last
    yield Timed(predicted_minutes_of(sets), (end - start).total_seconds() / 60)


def predicted_minutes_of(sets: Sequence[PastSet]) -> float:
    """What was to be expected of these sets, with the rests that were planned."""
    minutes, movements = 0.0, 0
    for _position, done in groupby(sorted(sets, key=lambda one: one.position), key=lambda one: one.position):
        movements += 1
        minutes += CHANGE_MINUTES + sum(_seconds(one) for one in done) / 60
    return warm_up_minutes(movements) + minutes


def _seconds(done: PastSet) -> float:
    work = done.seconds if done.seconds is not None else SECONDS_PER_REP * done.amount
    return work * (2 if done.per_leg else 1) + done.rest
