"""Workouts of other apps and watches become strength sessions, every set of them."""

import uuid
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from itertools import batched

from training.actions.imports.days import DAY, around, by_day
from training.actions.imports.workout_rows import NAMED_BY_A_PERSON, Rows, add_rows
from training.actions.rows import write_back
from training.models import CustomMovement, CustomSet, Import, ImportItem, LoggedSet, Runner, Session
from training.models.movement_titles import Meanings
from training.wording import run_files as words

# Rows of one statement; a database takes so many values and no more.
BATCH = 1000
# Of the shorter of two sessions; nobody lifts twice at a time.
OVERLAP_SHARE = 0.5

Outcome, Choice = ImportItem.Outcome, ImportItem.Choice


# -- Which are there already ------------------------------------------------------------------------------------------


def judge_workouts(runner: Runner, items: Sequence[ImportItem]) -> None:
    """Compare workouts with the sessions of the runner and with each other; those named by a person first."""
    if not items:
        return
    stored = _stored(runner, items)
    keys = {session.key: session for session in stored if session.key}
    sessions = by_day(stored)
    kept: Mapping[date, list[ImportItem]] = defaultdict(list)
    for item in sorted(items, key=lambda item: (item.workout.format not in NAMED_BY_A_PERSON, -len(item.workout.sets))):
        if known := keys.get(item.workout.key or ""):
            _repeats(item, known, "same-recording")
        elif at_once := next((one for one in around(sessions, _day(item)) if _at_once(one, item)), None):
            _repeats(item, at_once, "same-time")
        elif some_time := next((one for one in sessions[_day(item)] if one.started_at is None), None):
            _repeats(item, some_time, "same-day")
        elif twin := next((one for one in around(kept, _day(item)) if _overlap(_span(one), _span(item))), None):
            _repeats_twin(item, twin)
        else:
            _is_new(item)
            kept[_day(item)].append(item)


def _stored(runner: Runner, items: Sequence[ImportItem]) -> list[Session]:
    days = [_day(item) for item in items]
    return list(
        runner.sessions.trained()
        .between(min(days) - DAY, max(days) + DAY)
        .exclude(came_with=items[0].came_with_id)
        .order_by("day", "pk")
    )


def _repeats(item: ImportItem, session: Session, reason: str) -> None:
    item.known_session, item.twin, item.match = session, None, reason
    item.outcome = Outcome.KNOWN if reason == "same-recording" else Outcome.UNCLEAR
    item.sentence = words.known_workout(item.workout, item.local_start, reason)
    if not item.told:
        # What a person wrote down says more than what a watch guessed; else the first stays.
        guessed = session.source not in NAMED_BY_A_PERSON and item.workout.format in NAMED_BY_A_PERSON
        item.choice = Choice.INSTEAD if guessed and reason == "same-time" else Choice.SKIP


def _repeats_twin(item: ImportItem, twin: ImportItem) -> None:
    item.known_session, item.twin, item.match = None, twin, "twin"
    same = item.workout.key is not None and item.workout.key == twin.workout.key
    item.outcome = Outcome.KNOWN if same else Outcome.UNCLEAR
    item.sentence = words.known_workout(item.workout, item.local_start, "twin")
    if not item.told:
        item.choice = Choice.SKIP


def _is_new(item: ImportItem) -> None:
    item.known_session = item.twin = None
    item.match, item.outcome = "", Outcome.NEW
    item.sentence = words.workout(item.workout, item.local_start)
    if not item.told:
        item.choice = Choice.ADD


type Span = tuple[datetime, datetime]


def _span(item: ImportItem) -> Span:
    """From its start to its end; a minute where nobody knows how long it was."""
    assert item.start is not None
    return item.start, item.start + timedelta(seconds=item.workout.seconds or 60)


def _at_once(session: Session, item: ImportItem) -> bool:
    if session.started_at is None:
        return False
    ended = session.finished_at or session.started_at + timedelta(minutes=1)
    return _overlap((session.started_at, max(ended, session.started_at + timedelta(minutes=1))), _span(item))


def _overlap(a: Span, b: Span) -> bool:
    common = (min(a[1], b[1]) - max(a[0], b[0])).total_seconds()
    return common >= OVERLAP_SHARE * min((end - start).total_seconds() for start, end in (a, b))


def _day(item: ImportItem) -> date:
    assert item.day is not None
    return item.day


# -- Adding and taking out --------------------------------------------------------------------------------------------


def add_sessions(runner: Runner, items: Sequence[ImportItem], now: datetime) -> None:
    """Do what was chosen for these workouts: nine queries at most for every thousand sets, however many workouts."""
    wanted = [item for item in items if item.choice in (Choice.ADD, Choice.INSTEAD)]
    if not wanted:
        return
    meanings, rows = Meanings.of(runner), Rows()
    for item in wanted:
        add_rows(rows, item, runner, meanings, now)
    for replaced in batched(_replaced(wanted), BATCH):
        Session.objects.filter(runner=runner, pk__in=replaced).delete_for_now(now)
    Session.objects.bulk_create(rows.sessions, batch_size=BATCH)
    LoggedSet.objects.bulk_create(rows.sets, batch_size=BATCH)
    _create_custom_sets(runner, rows.custom_sets)


def take_out_sessions(runner: Runner, items: Sequence[ImportItem], now: datetime) -> None:
    """Delete for good what these items became, and bring back what it stood in for.

    Where a later import took another copy instead of what goes, that one stands in for what was there before.
    """
    for some in batched(items, BATCH):
        replaced = _replaced(some)
        if replaced:
            handed_down = _handed_down(some)
            replaced = [pk for pk in replaced if pk not in handed_down]
        Session.everything.filter(runner=runner, found_as__in=some).delete()
        if replaced:
            Session.everything.filter(runner=runner, pk__in=replaced).bring_back()
    runner.custom_movements.filter(sets=None).delete()


def _handed_down(items: Sequence[ImportItem]) -> set[uuid.UUID]:
    """What items of later imports stand in for from now on; two queries."""
    before = {item.pk: item.known_session_id for item in items if item.choice == Choice.INSTEAD}
    later = ImportItem.objects.filter(
        known_session__found_as__in=before, choice=Choice.INSTEAD, came_with__status=Import.Status.DONE
    )
    heirs = list(later.exclude(came_with=items[0].came_with_id).select_related("known_session"))
    for heir in heirs:
        gone = heir.known_session
        assert gone is not None
        assert gone.found_as_id is not None
        heir.known_session_id = before[gone.found_as_id]
    write_back(heirs, ["known_session"])
    return {heir.known_session_id for heir in heirs if heir.known_session_id}


def _replaced(items: Sequence[ImportItem]) -> list[uuid.UUID]:
    """The sessions that these items stand in for."""
    return [item.known_session_id for item in items if item.choice == Choice.INSTEAD and item.known_session_id]


def _create_custom_sets(runner: Runner, named: Sequence[tuple[str, CustomSet]]) -> None:
    if not named:
        return
    CustomMovement.objects.bulk_create(
        [CustomMovement(runner=runner, name=name) for name in sorted({name for name, _ in named})],
        ignore_conflicts=True,
        batch_size=BATCH,
    )
    movements = {movement.name: movement for movement in runner.custom_movements.all()}
    for name, one in named:
        one.movement = movements[name]
    CustomSet.objects.bulk_create([one for _, one in named], batch_size=BATCH)
