"""Every address x {anonymous, stranger, owner}: a new address without a row here fails."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from tests.factories import ImportFactory, LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.actions.reminders import stop_address
from training.models import CalendarFeed, PlanImport, PlannedMovement, PlannedRun, Race, Reminder, Runner

LOGIN = "to the login page"


@dataclass(frozen=True)
class Access:
    """What a GET (or POST, for an address that only acts) answers: a status, or LOGIN."""

    anonymous: int | str
    stranger: int
    owner: int
    method: str = "get"


EVERYBODY = Access(200, 200, 200)
RUNNERS = Access(LOGIN, 200, 200)
OWNER = Access(LOGIN, 404, 200)
OWNER_ACTS = Access(LOGIN, 404, 302, "post")
# A login that is a while ago is asked for again before anything that guards the account changes.
AFTER_REAUTHENTICATION = Access(LOGIN, 302, 302)

ROWS: dict[str, Access] = {
    "training:home": Access(200, 302, 302),
    "training:which-days": EVERYBODY,
    "training:week": RUNNERS,
    "training:week-of": RUNNERS,
    # A piece of other pages; a visit leads to the week.
    "training:week-next": Access(LOGIN, 302, 302),
    "training:week-days": Access(LOGIN, 302, 302, "post"),
    "training:week-day": Access(LOGIN, 400, 400, "post"),
    # Without strength on that day it leads back to the week.
    "training:day-workout": Access(LOGIN, 302, 302),
    "training:condition": RUNNERS,
    "training:plan": RUNNERS,
    "training:planned-run-new": RUNNERS,
    "training:planned-run": OWNER,
    "training:planned-run-delete": OWNER_ACTS,
    "training:plan-pattern": RUNNERS,
    "training:race-new": RUNNERS,
    "training:race": OWNER,
    "training:race-delete": OWNER_ACTS,
    "training:plan-import": RUNNERS,
    "training:plan-imported": OWNER,
    "training:plan-import-undo": OWNER_ACTS,
    "training:runs": RUNNERS,
    "training:run-new": RUNNERS,
    "training:run": OWNER,
    "training:run-delete": OWNER_ACTS,
    "training:run-import": RUNNERS,
    "training:imported": OWNER,
    "training:import-units": OWNER_ACTS,
    # Nothing is chosen.
    "training:import-item": Access(LOGIN, 404, 400, "post"),
    "training:import-movements": Access(LOGIN, 404, 302),
    "training:import-confirm": OWNER_ACTS,
    "training:import-cancel": OWNER_ACTS,
    "training:import-undo": OWNER_ACTS,
    "training:sessions": RUNNERS,
    "training:session-new": RUNNERS,
    "training:session": OWNER,
    "training:session-next": RUNNERS,
    "training:session-activity": OWNER,
    # The session is done, there is nothing left to do in it.
    "training:session-workout": Access(LOGIN, 404, 302),
    "training:session-delete": OWNER_ACTS,
    "training:session-undelete": OWNER_ACTS,
    "training:session-morning": Access(LOGIN, 404, 400, "post"),
    "training:session-set": Access(LOGIN, 404, 422, "post"),
    "training:set-delete": OWNER_ACTS,
    "training:session-movement": OWNER,
    "training:history": RUNNERS,
    # Of a stranger's running year there is nothing, which the page says.
    "training:year": RUNNERS,
    "training:movement-history": RUNNERS,
    "training:movement-next": RUNNERS,
    "training:settings": RUNNERS,
    "training:export": RUNNERS,
    "training:export-download": RUNNERS,
    "training:delete": RUNNERS,
    # Who has deleted nothing is led to the first page.
    "training:deleted": Access(302, 302, 302),
    # The secret part of the address is all that is asked for.
    "training:calendar": EVERYBODY,
    "training:reminders-stop": EVERYBODY,
    "exercises:exercises": EVERYBODY,
    "exercises:guide": EVERYBODY,
    "exercises:loop": EVERYBODY,
    "exercises:why": EVERYBODY,
    "api-docs": EVERYBODY,
    "api:openapi-json": EVERYBODY,
    "api:which-days": Access(422, 422, 422, "post"),
    "api:session": Access(401, 404, 200),
    "api:session-movement": Access(401, 422, 422, "put"),
    "api:session-set": Access(401, 422, 422, "put"),
    "api:api-root": Access(404, 404, 404),
    "healthz": EVERYBODY,
    "robots": EVERYBODY,
    "sitemap": EVERYBODY,
    "manifest": EVERYBODY,
    "service-worker": EVERYBODY,
    "offline": EVERYBODY,
    # Choosing leads back to the page that it was chosen on, else to the first.
    "set-language": Access(302, 302, 302, "post"),
    "account_login": Access(200, 302, 302),
    "account_signup": Access(200, 302, 302),
    "account_logout": Access(302, 200, 200),
    "account_inactive": EVERYBODY,
    "account_reauthenticate": RUNNERS,
    "account_email": RUNNERS,
    "account_email_verification_sent": EVERYBODY,
    "account_change_password": RUNNERS,
    "account_set_password": Access(LOGIN, 302, 302),
    "account_reset_password": EVERYBODY,
    "account_confirm_login_code": Access(LOGIN, 302, 302),
    "account_confirm_email": EVERYBODY,
    "account_reset_password_from_key_done": EVERYBODY,
    "account_reset_password_from_key": EVERYBODY,
    "account_reset_password_done": EVERYBODY,
    "mfa_index": RUNNERS,
    "mfa_authenticate": Access(LOGIN, 302, 302),
    "mfa_reauthenticate": AFTER_REAUTHENTICATION,
    "mfa_activate_totp": AFTER_REAUTHENTICATION,
    "mfa_deactivate_totp": Access(LOGIN, 404, 404),
    "mfa_view_recovery_codes": Access(LOGIN, 404, 404),
    "mfa_generate_recovery_codes": AFTER_REAUTHENTICATION,
    "mfa_download_recovery_codes": Access(LOGIN, 404, 404),
    "mfa_list_webauthn": RUNNERS,
    "mfa_add_webauthn": AFTER_REAUTHENTICATION,
    "mfa_reauthenticate_webauthn": AFTER_REAUTHENTICATION,
    "mfa_remove_webauthn": AFTER_REAUTHENTICATION,
    "mfa_edit_webauthn": AFTER_REAUTHENTICATION,
    "mfa_login_webauthn": Access(LOGIN, 302, 302),
    "usersessions_list": RUNNERS,
}


def names(resolver: URLResolver, namespace: str = "") -> Iterator[str]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from names(entry, f"{namespace}{entry.namespace}:" if entry.namespace else namespace)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}"


@pytest.fixture
def owner() -> Runner:
    return RunnerFactory.create()


@pytest.fixture
def addresses(owner: Runner) -> dict[str, dict[str, Any]]:
    """The arguments of addresses that have some, for things of the owner."""
    run = RunFactory.create(runner=owner)
    session = SessionFactory.create(runner=owner)
    logged = LoggedSetFactory.create(session=session)
    PlannedMovement.objects.create(
        session=session,
        position=1,
        order=1,
        exercise=logged.exercise,
        variation=logged.variation,
        targets=[{"reps": 12}],
    )
    run_import = ImportFactory.create(runner=owner)
    feed = CalendarFeed(runner=owner)
    feed.renew()
    feed.save()
    Reminder.objects.create(runner=owner)
    planned = PlannedRun.objects.create(runner=owner, day=run.day)
    race = Race.objects.create(runner=owner, day=run.day)
    plan_import = PlanImport.objects.create(runner=owner, created_at=run_import.created_at)
    return {
        "training:planned-run": {"pk": planned.pk},
        "training:planned-run-delete": {"pk": planned.pk},
        "training:race": {"pk": race.pk},
        "training:race-delete": {"pk": race.pk},
        "training:plan-imported": {"pk": plan_import.pk},
        "training:plan-import-undo": {"pk": plan_import.pk},
        "training:week-of": {"year": 2026, "number": 10},
        "training:week-day": {"day": "2026-03-02"},
        "training:day-workout": {"day": "2026-03-02"},
        "training:run": {"pk": run.pk},
        "training:run-delete": {"pk": run.pk},
        "training:imported": {"pk": run_import.pk},
        "training:import-units": {"pk": run_import.pk},
        "training:import-item": {"pk": run_import.pk, "item_pk": run_import.items.create(position=0, name="a.fit").pk},
        "training:import-movements": {"pk": run_import.pk},
        "training:import-confirm": {"pk": run_import.pk},
        "training:import-cancel": {"pk": run_import.pk},
        "training:import-undo": {"pk": run_import.pk},
        "training:session": {"pk": session.pk},
        "training:session-activity": {"pk": session.pk},
        "training:session-workout": {"pk": session.pk},
        "training:session-delete": {"pk": session.pk},
        "training:session-undelete": {"pk": session.pk},
        "training:session-morning": {"pk": session.pk},
        "training:session-set": {"pk": session.pk, "set_id": logged.pk},
        "training:set-delete": {"pk": session.pk, "set_id": logged.pk},
        "training:session-movement": {"pk": session.pk, "position": 1},
        "api:session": {"session_id": session.pk},
        "api:session-movement": {"session_id": session.pk, "position": 1},
        "api:session-set": {"session_id": session.pk, "set_id": logged.pk},
        "training:year": {"year": timezone.localdate().year},
        "training:movement-history": {"slug": "squat"},
        "training:movement-next": {"slug": "squat"},
        "training:calendar": {"token": feed.token},
        "training:reminders-stop": {"token": stop_address(owner).removesuffix("/").rpartition("/")[2]},
        "exercises:guide": {"slug": "squat"},
        "exercises:loop": {"slug": "squat", "variation": "goblet-squat", "version": "0123456789ab"},
        "account_confirm_email": {"key": "unknown"},
        "account_reset_password_from_key": {"uidb36": "1", "key": "unknown"},
        "mfa_remove_webauthn": {"pk": 1},
        "mfa_edit_webauthn": {"pk": 1},
    }


def test_every_address_has_a_row() -> None:
    ours = {name for name in names(get_resolver()) if not name.startswith("admin:")}
    assert ours == set(ROWS)


@pytest.mark.django_db
@pytest.mark.parametrize("name", ROWS)
def test_access(name: str, owner: Runner, addresses: dict[str, dict[str, Any]]) -> None:
    row, url = ROWS[name], reverse(name, kwargs=addresses.get(name))

    def status(runner: Runner | None) -> int | str:
        client = Client()
        if runner:
            client.force_login(runner, backend="allauth.account.auth_backends.AuthenticationBackend")
        response = client.generic(row.method.upper(), url)
        to_login = response.status_code == 302 and response["Location"].startswith(reverse("account_login"))
        return LOGIN if to_login else response.status_code

    assert status(None) == row.anonymous
    assert status(RunnerFactory.create()) == row.stranger
    assert status(owner) == row.owner


@pytest.mark.django_db
def test_admin_is_for_staff(client: Client) -> None:
    client.force_login(RunnerFactory.create())
    assert client.get(reverse("admin:index")).status_code == 302
    client.force_login(RunnerFactory.create(is_staff=True, is_superuser=True))
    assert client.get(reverse("admin:index")).status_code == 200
