"""Nothing of a runner is left in any table, and nothing of another is touched."""

from collections import Counter
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session as BrowserSession
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from tests.factories import RunnerFactory
from tests.training.everything import MOMENT, full_account
from tests.training.export.test_tables import models_of_a_runner
from training.actions import imports
from training.actions.account import delete_account
from training.actions.feed import publish
from training.models import Import, Runner

pytestmark = pytest.mark.django_db


def rows() -> Counter[str]:
    """How many there are in every table with a way to a runner, and of logins."""
    found: Counter[str] = Counter()
    models: set[Any] = {*models_of_a_runner(), Runner.equipment.through, Runner.groups.through, BrowserSession}
    for model in models:
        found[model._meta.label] = model._base_manager.count()
    return found


def everything_of_an_account() -> Runner:
    runner = full_account()
    EmailAddress.objects.create(user=runner, email=runner.email, verified=True, primary=True)
    Authenticator.objects.create(user=runner, type="totp", data={})
    LogEntry.objects.create(user=runner, action_flag=1, object_repr="x")
    publish(feed=runner.calendar_feed, now=MOMENT)
    work = imports.begin(runner=runner, files=[ContentFile(b"<gpx", "a.gpx")], now=timezone.now())  # type: ignore[list-item]
    imports.read(pk=work.pk, clock=timezone.now)
    return runner


def test_nothing_is_left_in_any_table(client: Client, django_capture_on_commit_callbacks: Any) -> None:
    other = full_account()
    before = rows()
    runner = everything_of_an_account()
    client.get("/settings/")
    # As two devices log in.
    for device in (client, Client()):
        device.force_login(runner)
        key = device.session.session_key or ""
        UserSession.objects.get_or_create(session_key=key, defaults={"user": runner, "ip": "127.0.0.1"})
    with_account = rows()
    assert [label for label, number in with_account.items() if number == before[label] and label in NEW] == []
    with django_capture_on_commit_callbacks(execute=True):
        removed = delete_account(runner=runner)
    assert rows() == before
    assert removed == {"runs": 3, "sessions": 8, "sets": 25, "planned": 5, "conditions": 2, "weeks": 1, "imports": 3}
    assert other.runs.count() == 3


NEW = {model._meta.label for model in apps.get_app_config("training").get_models()} - {"training.RunnerRevision"}


def test_uploaded_files_go_with_it(django_capture_on_commit_callbacks: Any) -> None:
    runner = RunnerFactory.create()
    work: Import = imports.begin(runner=runner, files=[ContentFile(b"<gpx", "a.gpx")], now=timezone.now())  # type: ignore[list-item]
    file = work.uploads.get().file
    name = file.name or ""
    assert file.storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        delete_account(runner=runner)
    assert not file.storage.exists(name)


def test_it_is_all_or_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    runner = full_account()
    before = rows()

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(Runner, "delete", fail)
    with pytest.raises(RuntimeError):
        delete_account(runner=runner)
    assert rows() == before
