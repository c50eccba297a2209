"""Many rows at once."""

from datetime import UTC, date, datetime
from uuid import uuid4

from config.bulk_insert import bulk_insert
from training.models import Run, Runner, Session


def test_rows_are_stored_with_the_defaults_of_what_was_left_out(runner: Runner) -> None:
    start = datetime(2026, 3, 2, 6, tzinfo=UTC)
    names = ("runner_id", "start", "day", "time_zone", "seconds", "title", "kind_facts")
    titles = ["Lauf\tum den See", 'a "quoted" \\ one\n', "", "Ünïcode"]
    bulk_insert(Run, names, [(runner.pk, start, start.date(), "UTC", 60.5, title, {"km": 8.2}) for title in titles])
    runs = Run.objects.order_by("pk")
    assert [run.title for run in runs] == titles
    assert all(
        (run.runner, run.start, run.seconds, run.kind_facts) == (runner, start, 60.5, {"km": 8.2}) for run in runs
    )
    assert all((run.metres, run.kind, run.came_with, run.fingerprint) == (None, "easy", None, "") for run in runs)


def test_a_key_that_is_given_is_kept(runner: Runner) -> None:
    pk = uuid4()
    bulk_insert(Session, ("id", "runner_id", "day", "workout"), [(pk, runner.pk, date(2026, 3, 2), "A")])
    session = Session.objects.get()
    assert (session.pk, session.status, session.reasons) == (pk, "under-way", [])


def test_no_rows_are_no_rows(runner: Runner) -> None:
    bulk_insert(Session, ("id", "runner_id", "day", "workout"), [])
    assert not Session.objects.exists()
