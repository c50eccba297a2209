from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.factories import SessionFactory
from tests.training.actions.test_reminders import reminded
from training.models import Session
from training.tasks import forget_deleted_sessions, send_due_reminders


@pytest.mark.django_db(transaction=True)
def test_the_worker_sends_what_is_due() -> None:
    runner = reminded("morning", timezone.now().hour, zone="UTC")
    SessionFactory.create(runner=runner, day=timezone.now().date(), status="planned", started_at=None, finished_at=None)
    send_due_reminders.enqueue()
    assert mail.outbox == []
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)
    result = DBTaskResult.objects.get()
    assert (result.status, result.return_value) == ("SUCCESSFUL", 1)
    assert [message.to for message in mail.outbox] == [[runner.email]]


@pytest.mark.django_db(transaction=True)
def test_the_worker_forgets_what_was_deleted_long_ago() -> None:
    session = SessionFactory.create(status="deleted", deleted_at=timezone.now() - timedelta(days=31))
    forget_deleted_sessions.enqueue()
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)
    assert not Session.everything.filter(pk=session.pk).exists()
