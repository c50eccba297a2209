import os
import subprocess
import sys
from datetime import timedelta
from unittest import mock

import pytest
from django.db import OperationalError
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories import ImportFactory
from training.management.commands.work import end_with, look_at_imports, tick
from training.models.imports import SILENCE


@pytest.mark.django_db
def test_a_tick_asks_for_what_is_due_and_forgets_old_looks() -> None:
    tick()
    DBTaskResult.objects.update(status="SUCCESSFUL", finished_at=timezone.now() - timedelta(days=2))
    tick()
    assert set(DBTaskResult.objects.values_list("status", "task_path")) == {
        ("READY", "training.tasks.send_due_reminders"),
        ("READY", "training.tasks.forget_deleted_sessions"),
        ("READY", "training.tasks.forget_old_previews"),
    }
    assert DBTaskResult.objects.count() == 3


@pytest.mark.django_db
def test_a_tick_outlives_a_database_that_does_not_answer(caplog: pytest.LogCaptureFixture) -> None:
    with mock.patch.object(DBTaskResult.objects, "create", side_effect=OperationalError("locked")):
        tick()
    assert "No reminders were looked for" in caplog.text


@pytest.mark.django_db
def test_the_clock_asks_for_an_import_whose_worker_was_killed() -> None:
    work = ImportFactory.create(status="reading", told_at=timezone.now() - 2 * SILENCE)
    look_at_imports()
    task = DBTaskResult.objects.get()
    assert (task.task_path, task.args_kwargs["args"]) == ("training.tasks.read_import", [work.pk])


@pytest.mark.django_db
def test_the_clock_outlives_a_database_that_does_not_answer(caplog: pytest.LogCaptureFixture) -> None:
    with mock.patch("training.actions.imports.take_up", side_effect=OperationalError("locked")):
        look_at_imports()
    assert "No imports were looked for" in caplog.text


def test_it_ends_with_its_parent() -> None:
    """A process whose parent is another one than told takes it for gone and ends itself."""
    script = "from training.management.commands.work import end_with; end_with(1)"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    script = f"import django; django.setup(); {script}"
    done = subprocess.run([sys.executable, "-c", script], env=environment, timeout=60, check=False)
    assert done.returncode == -15


def test_it_stays_while_its_parent_does() -> None:
    class LookedError(Exception):
        pass

    with (
        mock.patch("training.management.commands.work.time.sleep", side_effect=LookedError),
        pytest.raises(LookedError),
    ):
        end_with(os.getppid())
