"""Several devices at once on PostgreSQL: nobody waits for somebody who waits for them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import psycopg
import pytest
from django.db import connection, transaction

from config.bulk_insert import bulk_insert
from exercises.models import Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory, for_bulk_insert
from tests.training.triggers.rows import DAY, revision
from training.actions.logging import MovementReport, SetReport, keep_movement, keep_set
from training.actions.week import take_back
from training.models import LoggedSet, Run, Runner, Session

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has one writer at a time"),
]

UPDATE = "UPDATE training_loggedset SET kg = %s WHERE id = %s"
LOCK_SESSION = "SELECT 1 FROM training_session WHERE id = %s FOR NO KEY UPDATE"
NOW = datetime(2026, 3, 3, 18, tzinfo=UTC)


@contextmanager
def device() -> Iterator[psycopg.Connection[Any]]:
    """A connection of its own in a transaction, which gives up where it waits for a lock for a second."""
    known = connection.get_connection_params()
    words = {name: known[name] for name in ("dbname", "user", "password", "host", "port") if known.get(name)}
    with psycopg.connect(**words, options="-clock_timeout=1s -cdeadlock_timeout=100ms") as own:
        yield own


def together(*acts: Any) -> list[BaseException]:
    """What the acts raise that run at the same time, each with a connection of its own."""
    raised: list[BaseException] = []

    def run(act: Any) -> None:
        try:
            act()
        except BaseException as error:
            raised.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=[act]) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return raised


def test_two_transactions_on_a_session_wait_for_no_lock_before_their_end(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner)
    first, second = (LoggedSetFactory.create(session=session) for _ in range(2))
    before = revision(runner)
    with device() as phone, device() as watch:
        # Triggers that act at once would hold the runner's revision from here on, and the watch would wait.
        phone.execute(UPDATE, [30, first.pk])
        watch.execute(UPDATE, [40, second.pk])
        watch.commit()
        between = revision(runner)
        assert between != before
        # In the opposite order: what the other one wrote.
        phone.execute(UPDATE, [41, second.pk])
    assert revision(runner) not in (before, between)


def test_a_movement_and_a_set_of_it_at_once(runner: Runner) -> None:
    session = SessionFactory.create(runner=runner)
    one = LoggedSetFactory.create(session=session)
    with device() as phone, device() as watch:
        phone.execute(LOCK_SESSION, [session.pk])
        # A new set refers to the session, which the phone holds.
        watch.execute(
            'INSERT INTO training_loggedset SELECT (jsonb_populate_record(s, \'{"id": '
            '"11111111-1111-4111-8111-111111111111"}\')).* FROM training_loggedset s WHERE id = %s',
            [one.pk],
        )
        watch.commit()
        phone.execute("UPDATE training_session SET notes = 'Strong.' WHERE id = %s", [session.pk])
    assert LoggedSet.objects.filter(session=session).count() == 2


def test_the_products_own_writes_at_once(runner: Runner) -> None:
    """Two devices send the same sets in opposite order while a movement is changed and a skip is taken back."""
    session = SessionFactory.create(runner=runner, status=Session.Status.UNDER_WAY)
    squat = Variation.objects.select_related("exercise").get(exercise__slug="squat", is_default=True)
    ids = [session.set_id(1, number) for number in range(1, 9)]

    def send(order: list[Any], ahead: int) -> None:
        for _ in range(5):
            for pk in order:
                at = NOW + timedelta(seconds=ahead)
                report = SetReport("squat", squat.slug, 1, ids.index(pk) + 1, reps=12, changed_at=at, logged_at=NOW)
                keep_set(runner=runner, session_id=session.pk, set_id=pk, report=report, now=NOW + timedelta(days=1))
                ahead += 2

    def change() -> None:
        for number in range(10):
            at = NOW + timedelta(seconds=number)
            report = MovementReport(squat, order=number, skipped=False, changed_at=at)
            keep_movement(session=session, position=1, report=report, now=NOW + timedelta(days=1))

    def skip() -> None:
        for _ in range(10):
            skipped = SessionFactory.create(runner=runner, day=DAY, status=Session.Status.SKIPPED)
            take_back(runner=runner, day=skipped.day)

    before = revision(runner)
    assert together(lambda: send(ids, 0), lambda: send(ids[::-1], 1), change, skip) == []
    assert revision(runner) != before
    assert session.sets.count() == len(ids)


def test_whoever_commits_last_has_the_last_number(runner: Runner) -> None:
    """The transaction that began first must not put its number in front of a reader of the later one."""
    session = SessionFactory.create(runner=runner)
    first, second = (LoggedSetFactory.create(session=session) for _ in range(2))
    seen = [revision(runner)]
    with device() as phone, device() as watch:
        phone.execute(UPDATE, [30, first.pk])
        watch.execute(UPDATE, [40, second.pk])
        watch.commit()
        seen.append(revision(runner))
        phone.commit()
        seen.append(revision(runner))
    assert len(set(seen)) == 3


def versions_of_the_row() -> int:
    """How many versions of revisions were written so far, by this connection's own count."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_stat_force_next_flush()")
    with connection.cursor() as cursor:
        cursor.execute("SELECT n_tup_upd FROM pg_stat_user_tables WHERE relname = 'training_runnerrevision'")
        (count,) = cursor.fetchone()
    return int(count)


def test_a_transaction_of_a_thousand_rows_writes_the_revision_once(runner: Runner) -> None:
    runs = [RunFactory.build(runner=runner, day=DAY) for _ in range(1000)]
    before = versions_of_the_row()
    with transaction.atomic():
        bulk_insert(Run, *for_bulk_insert(runs))
        for run in Run.objects.all()[:20]:
            run.save()
    assert versions_of_the_row() == before + 1


def test_rows_of_two_runners_in_turn_change_both(runner: Runner) -> None:
    other = RunnerFactory.create()
    before = revision(runner), revision(other)
    runs = [RunFactory.build(runner=whose, day=DAY) for _ in range(2) for whose in (runner, other)]
    bulk_insert(Run, *for_bulk_insert(runs))
    assert (revision(runner) != before[0], revision(other) != before[1]) == (True, True)


def test_what_a_savepoint_took_back_is_told_again(runner: Runner) -> None:
    """Of two sets of a session the second is not passed over where the first, and what it told, is taken back."""
    session = SessionFactory.create(runner=runner)
    first, second = (LoggedSetFactory.create(session=session) for _ in range(2))
    before = revision(runner)
    with device() as phone:
        phone.execute("SET CONSTRAINTS ALL IMMEDIATE")
        phone.execute("SAVEPOINT here")
        phone.execute(UPDATE, [30, first.pk])
        phone.execute("ROLLBACK TO SAVEPOINT here")
        phone.execute(UPDATE, [40, second.pk])
    assert revision(runner) != before


def test_a_set_that_goes_to_another_session_is_told_to_both(runner: Runner) -> None:
    ours, theirs = SessionFactory.create(runner=runner), SessionFactory.create()
    one, other = (LoggedSetFactory.create(session=session) for session in (ours, theirs))
    before = revision(runner), revision(theirs.runner)
    with device() as phone:
        phone.execute(UPDATE, [30, other.pk])
        phone.execute("UPDATE training_loggedset SET session_id = %s WHERE id = %s", [theirs.pk, one.pk])
    assert (revision(runner) != before[0], revision(theirs.runner) != before[1]) == (True, True)
