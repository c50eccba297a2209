"""A workout of another app or a watch as the rows of a session: each of its sets is one of them, and none is lost."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from training.forms.session import MOST_KG, MOST_REPS, MOST_SECONDS
from training.models import CustomSet, ImportItem, LoggedSet, Runner, Session
from training.models.movement_titles import Meaning, Meanings, needs_a_weight
from training.models.session import WARM_UP_FROM, set_id
from training.runfiles import StrengthActivity
from training.runfiles.movements import title_key
from training.runfiles.sets import ImportedSet, SetKind
from training.wording.watch_exercises import movement_title

# Apps, in which a person has named every movement; a watch guesses them.
NAMED_BY_A_PERSON = ("hevy", "strong", "")
# A movement that is added to a session lies at the place of its guide; what came with it lies behind all of these.
FIRST_PLACE = 51
LAST_PLACE = 255
# Places and numbers are bytes of the id of a set, the last of which the API does not take.
MOST_WORKING, MOST_WARM_UPS = WARM_UP_FROM - 1, 255 - WARM_UP_FROM
NOTES_LETTERS = 5000


@dataclass(slots=True)
class Rows:
    """What is to be stored of some workouts, all of it unsaved."""

    sessions: list[Session] = field(default_factory=list)
    sets: list[LoggedSet] = field(default_factory=list)
    # Each with the name of its movement, which may have to be made.
    custom_sets: list[tuple[str, CustomSet]] = field(default_factory=list)


def has_room_for(workout: StrengthActivity) -> bool:
    """Whether a session can hold all of its sets, whatever their titles mean."""
    working, warm_ups = defaultdict[str, int](int), defaultdict[str, int](int)
    for one in workout.sets:
        (warm_ups if one.kind is SetKind.WARM_UP else working)[title_key(one)] += 1
    places = sum(
        max(-(-working[key] // MOST_WORKING), -(-warm_ups[key] // MOST_WARM_UPS)) for key in {*working, *warm_ups}
    )
    return places <= LAST_PLACE - FIRST_PLACE + 1


def add_rows(rows: Rows, item: ImportItem, runner: Runner, meanings: Meanings, now: datetime) -> None:
    """Add the session that the item becomes, with its sets; what means the same variation stands together."""
    workout = item.workout
    session = _session(item, runner, now)
    rows.sessions.append(session)
    notes: dict[str, None] = {}
    place = FIRST_PLACE
    for sets in _by_movement(workout.sets, meanings).values():
        working = warm_ups = 0
        for one in sets:
            if one.kind is SetKind.WARM_UP:
                ahead, number = divmod(warm_ups, MOST_WARM_UPS)
                number += WARM_UP_FROM
                warm_ups += 1
            else:
                ahead, number = divmod(working, MOST_WORKING)
                number += 1
                working += 1
            spot = place + ahead, number
            if logged := _logged_set(session, one, meanings[one], spot, workout):
                rows.sets.append(logged)
                if one.notes:
                    notes[f"{movement_title(one)}: {one.notes}"] = None
            else:
                rows.custom_sets.append((movement_title(one), _custom_set(session, one, spot)))
        place += max(-(-working // MOST_WORKING), -(-warm_ups // MOST_WARM_UPS))
    session.notes = "\n".join(filter(None, [workout.notes, *notes]))[:NOTES_LETTERS]


def _by_movement(sets: Sequence[ImportedSet], meanings: Meanings) -> Mapping[object, list[ImportedSet]]:
    """By the variation that they mean, else by their title, in the order in which these were begun."""
    found: dict[object, list[ImportedSet]] = defaultdict(list)
    for one in sets:
        variation = meanings[one].variation
        found[variation.pk if variation else title_key(one)].append(one)
    return found


def _session(item: ImportItem, runner: Runner, now: datetime) -> Session:
    workout, start = item.workout, item.start
    assert item.day is not None
    assert start is not None
    return Session(
        runner=runner,
        day=item.day,
        status=Session.Status.DONE,
        workout=Session.Workout.OWN,
        title=workout.title or "",
        started_at=start,
        finished_at=start + timedelta(seconds=workout.seconds) if workout.seconds else None,
        changed_at=now,
        came_with_id=item.came_with_id,
        found_as=item,
        source=workout.format,
        key=workout.key or "",
    )


def _logged_set(
    session: Session, one: ImportedSet, meaning: Meaning, spot: tuple[int, int], workout: StrengthActivity
) -> LoggedSet | None:
    """A set of one of our movements; None where it is of another, or is not counted as that one is."""
    variation = meaning.variation
    if variation is None:
        return None
    amount = round(one.seconds or 0) if variation.timed else one.reps or 0
    kg = one.kg * (2 if meaning.each_hand else 1) if one.kg is not None else None
    if not 1 <= amount <= (MOST_SECONDS if variation.timed else MOST_REPS) or (kg or 0) > MOST_KG:
        return None
    if kg is None and one.kind is not SetKind.WARM_UP and needs_a_weight(variation):
        # As a watch tells it; the next target would be without a load as well.
        return None
    assert session.started_at is not None
    return LoggedSet(
        id=set_id(session.pk, *spot),
        session=session,
        exercise_id=variation.exercise_id,
        variation=variation,
        position=spot[0],
        number=spot[1],
        reps=None if variation.timed else amount,
        seconds=amount if variation.timed else None,
        kg=kg,
        # A person counts one leg, a watch both.
        per_leg=variation.per_leg and workout.format in NAMED_BY_A_PERSON,
        rir=_rir(one),
        warm_up=one.kind is SetKind.WARM_UP,
        logged_at=session.started_at,
        changed_at=session.started_at,
    )


def _custom_set(session: Session, one: ImportedSet, spot: tuple[int, int]) -> CustomSet:
    return CustomSet(
        id=set_id(session.pk, *spot),
        session=session,
        position=spot[0],
        number=spot[1],
        reps=one.reps,
        seconds=round(one.seconds) if one.seconds is not None else None,
        metres=one.metres,
        kg=one.kg,
        rir=_rir(one),
        warm_up=one.kind is SetKind.WARM_UP,
        notes=one.notes or "",
    )


def _rir(one: ImportedSet) -> int | None:
    """Reps in reserve, which are what an RPE leaves of ten (E39); half a point is a rep that nobody is sure of."""
    return None if one.rpe is None else int(10 - one.rpe)
