from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from tests.factories import SessionFactory
from tests.training.actions.test_reminders import reminded


@pytest.mark.django_db
def test_by_cron_without_a_worker_and_quiet_when_nothing_is_due() -> None:
    now = timezone.now()
    runner = reminded("morning", now.hour, zone="UTC")
    SessionFactory.create(runner=runner, day=now.date(), status="planned", started_at=None, finished_at=None)
    outputs = []
    for _turn in range(2):
        output = StringIO()
        call_command("send_reminders", stdout=output)
        outputs.append(output.getvalue())
    assert outputs == ["Reminders sent: 1\n", ""]
    assert len(mail.outbox) == 1
