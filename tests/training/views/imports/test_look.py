import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories import ImportFactory
from tests.training.actions.imports.steps import bring, look_at
from tests.training.runfiles.samples import START, make_fit, make_gpx
from training.actions import imports
from training.models import Import, ImportItem, Runner
from training.models.imports import SILENCE
from training.views.imports.look import ITEMS_SHOWN

HTMX = {"HX-Request": "true", "HX-Target": "import-progress"}


class TestWhileItIsRead:
    @pytest.fixture
    def work(self, runner: Runner) -> Import:
        files = [SimpleUploadedFile("a.fit", make_fit()), SimpleUploadedFile("b.gpx", make_gpx())]
        return imports.begin(runner=runner, files=files, now=timezone.now())

    def test_it_says_how_far_it_is(self, client_of_runner: Client, work: Import) -> None:
        work.uploads.update(steps=1500, steps_read=412)
        ImportItem.objects.create(came_with=work, position=0, kind="run", outcome="new")
        Import.objects.update(share=0.25, begun_at=timezone.now() - timedelta(seconds=30))
        text = client_of_runner.get(work.get_absolute_url()).text
        assert '<p class="numeral">25<span' in text
        assert "824 of 3,000 files are read." in text
        assert "<strong>1</strong> run found" in text
        assert "About 1:30 left." in text
        assert 'http-equiv="refresh"' in text

    def test_htmx_asks_for_the_progress_alone(self, client_of_runner: Client, work: Import) -> None:
        response = client_of_runner.get(work.get_absolute_url(), headers=HTMX)
        assert "<html" not in response.text
        assert 'hx-trigger="every 1s"' in response.text

    def test_when_it_is_read_htmx_asks_for_the_whole_page(self, client_of_runner: Client, work: Import) -> None:
        imports.read(pk=work.pk, clock=timezone.now)
        response = client_of_runner.get(work.get_absolute_url(), headers=HTMX)
        assert response["HX-Refresh"] == "true"

    def test_the_page_notices_that_its_worker_was_killed(
        self, client_of_runner: Client, work: Import, settings: Settings
    ) -> None:
        settings.TASKS = {"default": {"BACKEND": "django.tasks.backends.immediate.ImmediateBackend"}}
        Import.objects.update(told_at=timezone.now() - 2 * SILENCE)
        client_of_runner.get(work.get_absolute_url())
        work.refresh_from_db()
        assert work.status == Import.Status.WAITING

    def test_queries(
        self, client_of_runner: Client, work: Import, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        with django_assert_num_queries(5):  # session, runner, import, uploads, items
            client_of_runner.get(work.get_absolute_url())


def test_while_it_is_added(client_of_runner: Client, runner: Runner) -> None:
    work = ImportFactory.create(runner=runner, status="adding", told_at=timezone.now())
    assert "all at once or not at all" in client_of_runner.get(work.get_absolute_url()).text


@pytest.mark.parametrize(("status", "told"), [("cancelled", "was cancelled"), ("failed", "a fault of ours")])
def test_how_it_ended(client_of_runner: Client, runner: Runner, status: str, told: str) -> None:
    work = ImportFactory.create(runner=runner, status=status)
    assert told in client_of_runner.get(work.get_absolute_url()).text


@pytest.mark.usefixtures("tasks_at_once")
class TestWhatWasFound:
    def test_it_is_sorted_by_what_is_to_be_done(self, client_of_runner: Client, runner: Runner) -> None:
        work = look_at(
            runner,
            ("a.fit", make_fit()),
            ("again.fit", make_fit()),
            ("guess.gpx", make_gpx(sport=None, start=START + timedelta(days=1))),
            ("ride.fit", make_fit(sport="cycling")),
            ("c.txt", b"hello"),
        )
        text = client_of_runner.get(work.get_absolute_url()).text
        places = [text.index(f'id="outcome-{name}"') for name in ("unclear", "new", "known", "unreadable", "no-run")]
        assert places == sorted(places)
        assert "Nothing is added yet" in text
        assert '<span class="numeral">2</span> <span class="lead">new runs' in text
        assert "as in a.fit, so it counts once" in text
        assert "not a FIT, GPX or TCX file" in text

    def test_it_says_whose_time_zone_it_is(self, client_of_runner: Client, runner: Runner) -> None:
        work = look_at(runner, ("a.gpx", make_gpx()))
        text = client_of_runner.get(work.get_absolute_url()).text
        assert "Europe/Zurich. Its time zone is that of the place where it began." in text

    def test_nothing_new(self, client_of_runner: Client, runner: Runner) -> None:
        bring(runner, ("a.fit", make_fit()))
        work = look_at(runner, ("a.fit", make_fit()))
        text = client_of_runner.get(work.get_absolute_url()).text
        assert "There is nothing new to add." in text
        assert "Add them" not in text

    def test_a_question_comes_first_and_only_the_rest_can_be_added(
        self, client_of_runner: Client, runner: Runner
    ) -> None:
        table = b"Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n"
        row = b'2026-03-02 18:00:00,"Legs","Squat (Barbell)",1,225,5,0,0,"","",\n'
        work = look_at(runner, ("strong.csv", table + row), ("a.fit", make_fit()))
        text = client_of_runner.get(work.get_absolute_url()).text
        assert "One question first" in text
        assert "Squat (Barbell): <strong>225.0</strong> × 5" in text
        assert "Add the rest without it" in text

    def test_long_lists_come_a_page_at_a_time(self, client_of_runner: Client, runner: Runner) -> None:
        work = ImportFactory.create(runner=runner, status="waiting")
        ImportItem.objects.bulk_create(
            ImportItem(came_with=work, position=n, name=f"file-{n:03}.fit", outcome="unreadable")
            for n in range(2 * ITEMS_SHOWN + 1)
        )
        address, shown, more = work.get_absolute_url(), set[int](), ""
        for _ in range(3):
            text = client_of_runner.get(address + more).text
            shown |= {n for n in range(2 * ITEMS_SHOWN + 1) if f"file-{n:03}.fit" in text}
            last = max(shown)
            more = f"?of=unreadable&after={last}"
        assert len(shown) == 2 * ITEMS_SHOWN + 1
        assert "hx-select" not in text

    @pytest.mark.parametrize("query", ["?of=new&after=", "?of=new&after=x", "?of=nothing&after=-1", "?after=9e9"])
    def test_an_address_that_somebody_changed(self, client_of_runner: Client, runner: Runner, query: str) -> None:
        work = look_at(runner, ("a.fit", make_fit()))
        assert client_of_runner.get(work.get_absolute_url() + query).status_code == 200

    @pytest.mark.parametrize("count", [10, 20])
    def test_queries(
        self, client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        work = look_at(runner, *((f"{n}.gpx", make_gpx(start=START - timedelta(days=n))) for n in range(count)))
        # session, runner, import; counts by outcome, the list of new ones, sums, accounts, questions, names
        with django_assert_num_queries(9):
            client_of_runner.get(work.get_absolute_url())


@pytest.mark.usefixtures("tasks_at_once")
@pytest.mark.parametrize("folder", ["fit", "gpx", "tcx"])
def test_every_real_file_in_one_upload(
    client_of_runner: Client, runner: Runner, shared_data: Path, folder: str
) -> None:
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    paths = sorted((shared_data / "runfiles" / folder).iterdir())
    work = bring(runner, *((path.name, path.read_bytes()) for path in paths))
    items = list(work.items.all())
    assert {item.name for item in items} == {path.name for path in paths}
    assert all(item.sentence for item in items)
    for path in paths:
        expected = truth[f"{folder}/{path.name}"]
        of_file = [item for item in items if item.name == path.name]
        twin = str(expected.get("same_activity_as") or "").startswith(f"{folder}/")
        if folder == "fit" and "fr70" not in path.name and not twin:
            added = sum(item.kind == "run" and item.choice == "add" for item in of_file)
            assert added == expected["runs"], path.name
        if twin:
            assert {item.outcome for item in of_file} == {"known"}, path.name
    before = list(runner.runs.order_by("pk").values())
    again = bring(runner, *((path.name, path.read_bytes()) for path in paths))
    assert list(runner.runs.order_by("pk").values()) == before
    assert client_of_runner.get(again.get_absolute_url()).status_code == 200


@pytest.mark.usefixtures("tasks_at_once")
def test_every_other_sample_ends_in_sentences(
    client_of_runner: Client, runner: Runner, shared_data: Path, caplog: pytest.LogCaptureFixture
) -> None:
    folders = ("strava", "garmin_csv", "hevy", "strong", "fit_workout", "apple")
    paths = [path for folder in folders for path in sorted((shared_data / "runfiles" / folder).glob("*.*"))]
    work = look_at(runner, *((path.name, path.read_bytes()) for path in paths))
    assert all(item.sentence for item in work.items.all())
    assert {upload.name for upload in work.uploads.filter(items__isnull=False)} == {path.name for path in paths}
    assert "A reader failed" not in caplog.text
    page = client_of_runner.get(work.get_absolute_url())
    assert page.status_code == 200
    assert "One question first" in page.text
