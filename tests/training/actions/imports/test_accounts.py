"""Out and in: what an account exports, another one has after reading it back."""

import io
import json
import zipfile
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.factories import RunFactory, RunnerFactory, SessionFactory
from tests.training.everything import exported, full_account, rows_of
from training.actions import imports
from training.export.tables import TABLES
from training.models import CustomSet, Import, Runner, Session

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tasks_at_once")]


def archive_of(files: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return kept.getvalue()


def looked_over(runner: Runner, data: bytes, name: str = "account.zip") -> Import:
    return imports.begin(runner=runner, files=[ContentFile(data, name)], now=NOW)  # type: ignore[list-item]


def brought(runner: Runner, data: bytes, name: str = "account.zip") -> Import:
    work = looked_over(runner, data, name)
    imports.confirm(work=work, now=NOW)
    work.refresh_from_db()
    return work


@pytest.fixture
def account() -> dict[str, bytes]:
    return exported(full_account())


def test_out_and_in_gives_the_same_rows(runner: Runner, account: dict[str, bytes]) -> None:
    work = brought(runner, archive_of(account))
    assert work.status == Import.Status.DONE
    again = exported(runner)
    assert again.keys() == account.keys()
    for name, content in account.items():
        assert again[name].decode() == content.decode(), name


def test_the_account_of_the_law_has_rows_in_every_table(account: dict[str, bytes]) -> None:
    tables = json.loads(account["data.json"])["tables"]
    assert [name for name, rows in tables.items() if not rows] == []
    assert list(tables) == [table.name for table in TABLES]


def test_a_third_account_is_still_the_same(runner: Runner, account: dict[str, bytes]) -> None:
    brought(runner, archive_of(account))
    third = RunnerFactory.create()
    brought(third, exported(runner)["data.json"], "data.json")
    assert exported(third) == account


def test_the_demo_runner_of_three_years_out_and_in(runner: Runner) -> None:
    call_command("demo", until=NOW.date(), stdout=io.StringIO())
    account = exported(Runner.objects.get(email="demo@example.com"))
    brought(runner, archive_of(account))
    assert exported(runner) == account


def test_the_preview_says_what_is_in_it(runner: Runner, account: dict[str, bytes]) -> None:
    item = looked_over(runner, archive_of(account)).items.get()
    assert (item.kind, item.outcome) == ("account", "new")
    assert item.sentence == (
        "From an account: 3 runs, 7 strength sessions, 5 planned runs and races and 10 other entries. "
        "Your settings become those of that account."
    )
    assert not any(rows for name, rows in rows_of(runner).items() if name != "settings")


def test_brought_twice_it_adds_nothing(runner: Runner, account: dict[str, bytes]) -> None:
    brought(runner, archive_of(account))
    work = looked_over(runner, archive_of(account))
    item = work.items.get()
    assert (item.outcome, item.choice) == ("known", "skip")
    assert item.content is not None
    assert item.content["new"] == {}
    imports.confirm(work=work, now=NOW)
    assert exported(runner) == account


def test_chosen_twice_in_one_import_it_counts_once(runner: Runner, account: dict[str, bytes]) -> None:
    data = archive_of(account)
    work = imports.begin(runner=runner, files=[ContentFile(data, "a.zip"), ContentFile(data, "b.zip")], now=NOW)  # type: ignore[list-item]
    imports.confirm(work=work, now=NOW)
    assert exported(runner) == account


class TestAnAccountWithData:
    @pytest.fixture
    def own(self, runner: Runner) -> Runner:
        runner.units = "metric"
        runner.save()
        full = full_account()
        # The same run, found by another file, and a session of the runner's own.
        run = full.runs.order_by("start")[0]
        RunFactory.create(
            runner=runner, start=run.start + timedelta(seconds=20), seconds=run.seconds, metres=run.metres
        )
        SessionFactory.create(runner=runner, notes="mine")
        self.account = exported(full)
        return runner

    def test_gets_what_it_has_not(self, own: Runner) -> None:
        work = looked_over(own, archive_of(self.account))
        assert "You have already: 1 run." in work.items.get().sentence
        imports.confirm(work=work, now=NOW)
        assert own.runs.count() == 3
        assert own.sessions.count() == 8

    def test_keeps_its_settings(self, own: Runner) -> None:
        work = brought(own, archive_of(self.account))
        own.refresh_from_db()
        assert (own.units, own.target) == ("metric", 2)
        assert not hasattr(own, "calendar_feed")
        assert work.items.get().sentence.endswith("Your settings stay as they are.")

    def test_has_its_runs_classified_anew(self, own: Runner) -> None:
        own.runs.update(kind="race", kind_rule="told")
        brought(own, archive_of(self.account))
        assert set(own.runs.exclude(told="").values_list("kind", flat=True)) == {"hard"} or not own.runs.exclude(
            told=""
        )
        assert "race" not in set(own.runs.values_list("kind", flat=True))


class TestTakenBack:
    def test_everything_is_as_it_was(self, runner: Runner, account: dict[str, bytes]) -> None:
        before = exported(runner)
        work = brought(runner, archive_of(account))
        assert imports.undo(work=work, now=NOW)
        runner.refresh_from_db()
        assert exported(runner) == before
        assert list(runner.imports.all()) == [work]
        assert not Session.everything.filter(runner=runner).exists()
        assert not hasattr(runner, "reminder")

    def test_what_was_there_stays(self, runner: Runner, account: dict[str, bytes]) -> None:
        run, session = RunFactory.create(runner=runner), SessionFactory.create(runner=runner)
        imports.undo(work=brought(runner, archive_of(account)), now=NOW)
        assert list(runner.runs.all()) == [run]
        assert list(runner.sessions.all()) == [session]

    def test_it_can_come_again(self, runner: Runner, account: dict[str, bytes]) -> None:
        imports.undo(work=brought(runner, archive_of(account)), now=NOW)
        brought(runner, archive_of(account))
        assert exported(runner) == account


def test_files_wait_for_the_confirmation_and_are_then_deleted(runner: Runner, account: dict[str, bytes]) -> None:
    work = looked_over(runner, archive_of(account))
    assert work.uploads.exclude(file="").exists()
    imports.confirm(work=work, now=NOW)
    assert not work.uploads.exclude(file="").exists()


def test_cancelled_it_leaves_no_file(runner: Runner, account: dict[str, bytes]) -> None:
    work = looked_over(runner, archive_of(account))
    upload = work.uploads.get()
    assert imports.cancel(work=work, now=NOW)
    assert not upload.file.storage.exists(upload.file.name or "")


def changed(account: dict[str, bytes], table: str, **values: Any) -> bytes:
    """data.json with these values in the first row of a table."""
    content = json.loads(account["data.json"])
    content["tables"][table][0] |= values
    return json.dumps(content).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(
            lambda account: changed(account, "runs", distance_m="far"),
            "In row 1 of the table runs, distance_m should be a number from 0, or null.",
            id="a word for a number",
        ),
        pytest.param(
            lambda account: changed(account, "sets", reps=None, duration_s=None),
            "Row 1 of the table sets is right only if it has reps or duration_s, and not both.",
            id="a set of nothing",
        ),
        pytest.param(
            lambda account: changed(account, "sets", session="nobody's"),
            "In row 1 of the table sets, session should be the key of a row in sessions.",
            id="a set without a session",
        ),
        pytest.param(
            lambda account: changed(account, "sets", variation="flying"),
            "This export names “squat / flying”, which the guides here do not know: please update the app first.",
            id="a variation of other guides",
        ),
        pytest.param(
            lambda account: account["data.json"][:-200],
            "This export is damaged or breaks off: please choose the zip as it was downloaded.",
            id="cut off",
        ),
        pytest.param(
            lambda account: account["data.json"].replace(b'"version": 1', b'"version": 7'),
            "This export has version 7, and this app reads up to 1: please update the app first.",
            id="of a later version",
        ),
    ],
)
def test_what_is_no_whole_export_is_refused_with_a_sentence(
    runner: Runner, account: dict[str, bytes], data: Any, sentence: str
) -> None:
    work = looked_over(runner, archive_of({"data.json": data(account)}))
    item = work.items.get()
    assert (item.kind, item.outcome, item.sentence) == ("file", "unreadable", sentence)
    imports.confirm(work=work, now=NOW)
    assert not runner.runs.exists()


def test_nothing_is_kept_of_an_account_that_fails_in_between(
    runner: Runner, account: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    work = looked_over(runner, archive_of(account))
    before = exported(runner)

    def cut(*_: object, **__: object) -> None:
        raise RuntimeError

    with monkeypatch.context() as patched:
        patched.setattr(CustomSet, "__init__", cut)
        imports.confirm(work=work, now=NOW)
    assert exported(runner) == before
    work.refresh_from_db()
    assert work.status == Import.Status.ADDING
    imports.take_up(timezone.now() + timedelta(minutes=1))
    assert exported(runner) == account


@pytest.mark.parametrize("more", [0, 400])
def test_queries_do_not_grow_with_the_rows(runner: Runner, more: int) -> None:
    session = SessionFactory.create(runner=runner)
    for number in range(1, 1 + more):
        RunFactory.create(runner=runner)
        session.custom_sets.create(
            movement=runner.custom_movements.get_or_create(name="Curl")[0], position=1, number=number, reps=1
        )
    with CaptureQueriesContext(
        connection,
    ) as queries:
        exported(runner)
    assert len(queries) == 20


def test_an_export_holds_nothing_of_others_and_no_secret(account: dict[str, bytes]) -> None:
    stranger = RunnerFactory.create()
    RunFactory.create(runner=stranger, title="Not yours")
    runner = Runner.objects.exclude(pk=stranger.pk).latest("pk")
    everything = b"".join(exported(runner).values()).decode()
    assert "Not yours" not in everything
    for secret in (runner.calendar_feed.token, runner.calendar_feed.digest, runner.email, "password"):
        assert secret
        assert secret not in everything
