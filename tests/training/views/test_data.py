import io
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.factories import LoggedSetFactory, RunFactory, RunnerFactory, SessionFactory
from training.models import CalendarFeed, PublishedEntry, Run, Runner

# Login, 20 for the tables, 6 for the calendar, 4 for the FIT files.
QUERIES = 32
PASSWORD = "four-easy-kilometres"
EXPORT, ARCHIVE, DELETE = (reverse(f"training:{name}") for name in ("export", "export-download", "delete"))


@pytest.fixture
def runner(runner: Runner) -> Runner:
    runner.set_password(PASSWORD)
    runner.save()
    RunFactory.create(runner=runner)
    LoggedSetFactory.create(session__runner=runner)
    return runner


def archive(client: Client) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(client.get(ARCHIVE).getvalue()))


class TestExport:
    def test_the_page_says_how_much_there_is_and_offers_the_zip(self, client_of_runner: Client) -> None:
        text = client_of_runner.get(EXPORT).text
        assert '<span class="numeral-md">1</span> run</li>' in text
        assert f'href="{ARCHIVE}"' in text

    def test_what_was_deleted_is_not_counted(self, client_of_runner: Client, runner: Runner) -> None:
        runner.sessions.update(status="deleted")
        assert "strength session</li>" not in client_of_runner.get(EXPORT).text
        assert "strength session</li>" in client_of_runner.get(DELETE).text

    def test_an_empty_account_has_its_settings(self, client: Client, db: None) -> None:
        client.force_login(RunnerFactory.create())
        assert "There is no training yet" in client.get(EXPORT).text
        assert "data.json" in archive(client).namelist()

    def test_the_zip_is_sent_while_it_is_made_and_kept_by_nobody(self, client_of_runner: Client) -> None:
        response = client_of_runner.get(ARCHIVE, headers={"Accept-Encoding": "gzip"})
        assert response.streaming
        assert response["Content-Type"] == "application/zip"
        assert response["Cache-Control"] == "private, no-store"
        assert response["Content-Encoding"] == "identity"
        assert response["Content-Disposition"].startswith('attachment; filename="sets-and-strides-20')
        assert response.getvalue()[:2] == b"PK"

    def test_it_holds_the_tables_the_calendar_and_a_file_a_session(self, client_of_runner: Client) -> None:
        with archive(client_of_runner) as found:
            assert found.testzip() is None
            names = found.namelist()
            assert {"README.txt", "data.json", "csv/runs.csv", "csv/sets.csv", "calendar.ics"} <= {*names}
            assert [name for name in names if name.startswith("fit/")] == ["fit/2026-03-03-1.fit"]
            assert found.read("fit/2026-03-03-1.fit")[8:12] == b".FIT"
            assert found.read("calendar.ics").startswith(b"BEGIN:VCALENDAR")
            assert b"### runs" in found.read("README.txt")

    def test_sessions_of_a_day_are_numbered_and_those_without_sets_left_out(
        self, client_of_runner: Client, runner: Runner
    ) -> None:
        LoggedSetFactory.create(session=SessionFactory.create(runner=runner, started_at=None, finished_at=None))
        SessionFactory.create(runner=runner)
        own = SessionFactory.create(runner=runner, day=date(2026, 3, 5), workout="own")
        own.custom_sets.create(movement=runner.custom_movements.create(name="Curl"), position=1, number=1, reps=8)
        LoggedSetFactory.create(session=SessionFactory.create(runner=runner, status="skipped"))
        LoggedSetFactory.create()
        names = archive(client_of_runner).namelist()
        assert [name for name in names if name.startswith("fit/")] == [
            f"fit/2026-03-{number}.fit" for number in ("03-1", "03-2", "05-1")
        ]

    @pytest.mark.parametrize("sessions", [1, 30])
    def test_queries_do_not_grow_with_the_history(
        self, client_of_runner: Client, runner: Runner, sessions: int, django_assert_num_queries: Any
    ) -> None:
        for number in range(sessions):
            session = SessionFactory.create(runner=runner, day=date(2026, 3, 4) + timedelta(days=number))
            LoggedSetFactory.create(session=session)
        with django_assert_num_queries(QUERIES):
            names = archive(client_of_runner).namelist()
        assert sum(name.startswith("fit/") for name in names) == sessions + 1

    def test_nothing_is_published_by_it(self, client_of_runner: Client, runner: Runner) -> None:
        archive(client_of_runner)
        assert not CalendarFeed.objects.exists()
        feed = CalendarFeed(runner=runner)
        feed.renew()
        feed.save()
        archive(client_of_runner)
        assert not PublishedEntry.objects.exists()

    def test_a_head_request_makes_no_zip(self, client_of_runner: Client) -> None:
        assert not client_of_runner.head(ARCHIVE).streaming


class TestDelete:
    @pytest.fixture(autouse=True)
    def nothing_was_tried(self) -> None:
        cache.clear()

    def test_the_page_offers_a_copy_first_and_says_in_numbers_what_goes(self, client_of_runner: Client) -> None:
        text = client_of_runner.get(DELETE).text
        assert text.index(ARCHIVE) < text.index("Delete everything")
        assert '<span class="numeral-sm">1</span> set</li>' in text

    @pytest.mark.parametrize("password", ["", "wrong"])
    def test_without_the_password_nothing_is_deleted(
        self, client_of_runner: Client, runner: Runner, password: str
    ) -> None:
        response = client_of_runner.post(DELETE, {"password": password})
        assert response.status_code == 422
        assert ("Nothing was deleted." if password else "Enter your password") in response.text
        assert runner.runs.exists()

    def test_with_it_everything_is_and_the_page_says_what_it_was(
        self, client_of_runner: Client, runner: Runner
    ) -> None:
        other = RunFactory.create()
        response = client_of_runner.post(DELETE, {"password": PASSWORD}, follow=True)
        assert response.redirect_chain == [("/data/deleted/", 302)]
        assert "Your account is deleted" in response.text
        assert '<span class="numeral-sm">1</span> strength session</li>' in response.text
        assert not Runner.objects.filter(pk=runner.pk).exists()
        assert list(Run.objects.all()) == [other]
        assert client_of_runner.get(EXPORT).status_code == 302

    def test_the_browser_forgets_what_it_kept(self, client_of_runner: Client) -> None:
        response = client_of_runner.post(DELETE, {"password": PASSWORD})
        assert response["Clear-Site-Data"] == '"storage"'

    def test_without_a_password_the_address_is_typed(self, client_of_runner: Client, runner: Runner) -> None:
        runner.set_unusable_password()
        runner.save()
        client_of_runner.force_login(runner)
        assert client_of_runner.post(DELETE, {"email": "somebody@example.com"}).status_code == 422
        assert client_of_runner.post(DELETE, {"password": ""}).status_code == 422
        assert client_of_runner.post(DELETE, {"email": f" {runner.email.upper()}"}).status_code == 302
        assert not Runner.objects.exists()

    def test_an_account_with_a_password_is_not_deleted_by_its_address(
        self, client_of_runner: Client, runner: Runner
    ) -> None:
        assert client_of_runner.post(DELETE, {"email": runner.email}).status_code == 422
        assert Runner.objects.exists()

    def test_guessing_is_slowed_down(self, client_of_runner: Client) -> None:
        statuses = [client_of_runner.post(DELETE, {"password": f"guess {n}"}).status_code for n in range(11)]
        assert statuses == [422] * 10 + [429]
        response = client_of_runner.post(DELETE, {"password": PASSWORD})
        assert (response.status_code, "tried too often" in response.text) == (429, True)
        assert Runner.objects.exists()

    def test_a_form_of_another_site_deletes_nothing(self, runner: Runner) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(runner)
        assert strict.post(DELETE, {"password": PASSWORD}).status_code == 403
        assert Runner.objects.exists()

    def test_other_devices_are_logged_out(self, client_of_runner: Client, runner: Runner) -> None:
        elsewhere = Client()
        elsewhere.force_login(runner)
        client_of_runner.post(DELETE, {"password": PASSWORD})
        assert elsewhere.get(EXPORT)["Location"].startswith(reverse(settings.LOGIN_URL))

    def test_the_page_afterwards_is_for_who_has_deleted(self, client: Client, db: None) -> None:
        assert client.get(reverse("training:deleted"))["Location"] == "/"


def test_the_settings_lead_to_both(client_of_runner: Client) -> None:
    text = client_of_runner.get(reverse("training:settings")).text
    assert f'href="{EXPORT}"' in text
    assert f'href="{DELETE}"' in text


def test_the_calendar_holds_the_sessions_of_late(client_of_runner: Client, runner: Runner) -> None:
    now = timezone.now()
    session = SessionFactory.create(runner=runner, day=now.date(), started_at=now, finished_at=now)
    calendar = archive(client_of_runner).read("calendar.ics").replace(b"\r\n ", b"").decode()
    assert f"/sessions/{session.pk}/" in calendar
