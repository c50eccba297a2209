"""Whatever writes a runner's row, the runner's revision is another, and nobody else's is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models, transaction
from django.utils import timezone

from config.bulk_insert import bulk_insert
from exercises.models import Exercise, GuidesRevision, Step, Variation
from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory, for_bulk_insert
from tests.training.triggers.rows import ROWS, belongs_to, changed, guides_revision, revision
from training import triggers
from training.actions.rows import write_back
from training.models import LoggedSet, Run, Runner, RunnerRevision, Session
from training.triggers import WATCHED, after_migration, before_migration, in_place

pytestmark = pytest.mark.django_db(transaction=True)

type Write = Callable[[models.Model, dict[str, Any]], object]


def saved(row: models.Model) -> models.QuerySet[models.Model]:
    """The rows of the database that are this one."""
    return type(row)._base_manager.filter(pk=row.pk)


def save(row: models.Model, change: dict[str, Any]) -> None:
    for name, value in change.items():
        setattr(row, name, value)
    row.save()


def bulk_update(row: models.Model, change: dict[str, Any]) -> None:
    for name, value in change.items():
        setattr(row, name, value)
    type(row)._base_manager.bulk_update([row], [name.removesuffix("_id") for name in change])


def upsert(row: models.Model, change: dict[str, Any]) -> None:
    for name, value in change.items():
        setattr(row, name, value)
    write_back([row], [name.removesuffix("_id") for name in change])


def raw_delete(row: models.Model, change: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        where = f"{row._meta.pk.column} = %s"
        value = row._meta.pk.get_db_prep_value(row.pk, connection)
        cursor.execute(f"DELETE FROM {row._meta.db_table} WHERE {where}", [value])


NEW: dict[str, Write] = {
    "save of a new row": lambda row, change: row.save(),
    "bulk_create": lambda row, change: type(row)._base_manager.bulk_create([row]),
    "bulk_create, conflicts ignored": lambda row, change: type(row)._base_manager.bulk_create(
        [row], ignore_conflicts=True
    ),
    "bulk_insert (COPY)": lambda row, change: bulk_insert(type(row), *for_bulk_insert([row])),
}
STORED: dict[str, Write] = {
    "save": save,
    "update": lambda row, change: saved(row).update(**change),
    "bulk_update": bulk_update,
    "write_back": upsert,
    "delete": lambda row, change: row.delete(),
    "delete of many": lambda row, change: saved(row).delete(),
    "delete by SQL": raw_delete,
}


def test_every_write_of_every_watched_model(subtests: pytest.Subtests) -> None:
    assert set(ROWS) == set(WATCHED)
    stranger = RunnerFactory.create()
    for label, (make, change) in ROWS.items():
        for name, write in (NEW | STORED).items():
            with subtests.test(model=label, write=name):
                runner = RunnerFactory.create()
                row = make(runner)
                if name in STORED:
                    row.save()
                before, of_stranger = revision(runner), revision(stranger)
                write(row, changed(change))
                assert revision(runner) != before
                assert revision(stranger) == of_stranger


def test_a_row_that_moves_to_another_runner_changes_both(subtests: pytest.Subtests) -> None:
    for label, (make, _change) in ROWS.items():
        with subtests.test(model=label):
            old, new = RunnerFactory.create(), RunnerFactory.create()
            row, owner = make(old), belongs_to(make(new))
            row.save()
            before = revision(old), revision(new)
            name = "runner" if isinstance(owner, Runner) else WATCHED[label].split("__")[0]
            saved(row).update(**{name: owner})
            assert revision(old) != before[0]
            assert revision(new) != before[1]


def test_what_a_row_hangs_on_takes_it_along(subtests: pytest.Subtests) -> None:
    stranger = RunnerFactory.create()
    for label, (make, _change) in ROWS.items():
        with subtests.test(model=label):
            runner = RunnerFactory.create()
            row = make(runner)
            row.save()
            before, of_stranger = revision(runner), revision(stranger)
            belongs_to(row).delete()
            found = RunnerRevision.objects.filter(runner_id=runner.pk).first()
            assert found is None if isinstance(belongs_to(row), Runner) else found and found.number != before
            assert not saved(row).exists()
            assert revision(stranger) == of_stranger


def test_a_setting_changes_it(runner: Runner) -> None:
    before = revision(runner)
    runner.units = Runner.UnitSystem.IMPERIAL
    runner.save(update_fields=["units"])
    assert revision(runner) != before
    before = revision(runner)
    Runner.objects.filter(pk=runner.pk).update(target=3)
    assert revision(runner) != before


def test_nobody_sets_it_back(runner: Runner) -> None:
    row = RunnerRevision.objects.get(runner=runner)
    RunFactory.create(runner=runner)
    row.save()
    assert RunnerRevision.objects.get(runner=runner).number not in (row.number, 0)
    RunnerRevision.objects.filter(runner=runner).update(number=row.number)
    assert revision(runner) != row.number


def test_no_number_comes_again(runner: Runner) -> None:
    run, seen = RunFactory.create(runner=runner), [revision(runner)]
    for number in range(20):
        saved(run).update(title=str(number))
        seen.append(revision(runner))
    assert len(set(seen)) == len(seen)


def test_what_was_taken_back_leaves_the_number(runner: Runner) -> None:
    before = revision(runner)
    with transaction.atomic():
        RunFactory.create(runner=runner)
        connection.check_constraints()
        taken_back = revision(runner)
        transaction.set_rollback(True)
    assert revision(runner) == before != taken_back
    RunFactory.create(runner=runner)
    assert revision(runner) not in (before, taken_back)


def test_a_savepoint_that_was_taken_back_hides_nothing_that_follows(runner: Runner) -> None:
    before = revision(runner)
    with transaction.atomic():
        with transaction.atomic():
            RunFactory.create(runner=runner)
            connection.check_constraints()
            transaction.set_rollback(True)
        SessionFactory.create(runner=runner)
    assert revision(runner) != before


def test_a_runner_made_and_deleted_at_once() -> None:
    with transaction.atomic():
        runner = RunnerFactory.create()
        RunFactory.create(runner=runner)
        runner.delete()
    assert not RunnerRevision.objects.filter(runner_id=runner.pk).exists()


def test_a_whole_account_is_deleted(runner: Runner) -> None:
    LoggedSetFactory.create(session__runner=runner)
    RunFactory.create(runner=runner)
    runner.delete()
    assert (Session.everything.count(), LoggedSet.everything.count(), Run.objects.count()) == (0, 0, 0)
    assert not RunnerRevision.objects.exists()


# -- Guides ------------------------------------------------------------------------------------------------------------


def test_every_write_of_a_guide_changes_the_guides_and_no_runner(runner: Runner, subtests: pytest.Subtests) -> None:
    squat, of_runner = Exercise.objects.get(slug="squat"), revision(runner)
    rung = Variation.objects.filter(exercise=squat, equipment__isnull=False).distinct()[0]
    writes: dict[str, Callable[[], object]] = {
        "update": lambda: Exercise.objects.filter(pk=squat.pk).update(name_de="Kniebeugen"),
        "save": lambda: squat.save(),
        "create": lambda: Step.objects.create(exercise=squat, position=99, text_en="Breathe."),
        "delete": lambda: Step.objects.filter(exercise=squat, position=99).delete(),
        "equipment": lambda: rung.equipment.clear(),
        "the files": lambda: call_command("load_guides", force=True, verbosity=0),
    }
    for name, write in writes.items():
        with subtests.test(name):
            before = guides_revision()
            if name == "the files":
                Exercise.objects.filter(pk=squat.pk).update(essence_en="Sit.")
                before = guides_revision()
                apps.get_model("exercises", "GuideFile").objects.all().update(digest="")
            write()
            assert guides_revision() != before
    assert revision(runner) == of_runner


# -- Put in place and taken away ---------------------------------------------------------------------------------------


def test_they_are_in_place_however_the_tables_were_made() -> None:
    assert in_place()


def test_without_them_there_is_no_revision_of_the_guides(runner: Runner) -> None:
    before = revision(runner), guides_revision()
    before_migration(using="default", plan=["a migration"])
    try:
        assert not in_place()
        assert not GuidesRevision.objects.exists()
        RunFactory.create(runner=runner)
        late = RunnerFactory.create()
        assert revision(runner) == before[0]
    finally:
        after_migration(using="default")
    assert in_place()
    # What was kept meanwhile is of no use any more, and who came meanwhile has a number.
    assert guides_revision() != before[1]
    assert revision(late)
    RunFactory.create(runner=runner)
    assert revision(runner) != before[0]


def test_a_migration_that_does_nothing_leaves_them() -> None:
    before = guides_revision()
    before_migration(using="default", plan=[])
    after_migration(using="default")
    assert guides_revision() == before


def test_code_that_wants_other_triggers_puts_its_own_in_place(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        with monkeypatch.context() as patch:
            patch.delitem(WATCHED, "Run")
            triggers.digest.cache_clear()
            assert not in_place()
            triggers.install()
            before = revision(runner)
            RunFactory.create(runner=runner)
            assert revision(runner) == before
    finally:
        triggers.digest.cache_clear()
        triggers.install()
    RunFactory.create(runner=runner)
    assert revision(runner) != before


def test_logging_in_is_no_reason_to_fail(runner: Runner) -> None:
    runner.last_login = timezone.now()
    runner.save(update_fields=["last_login"])
    assert revision(runner)
