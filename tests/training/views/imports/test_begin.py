import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories import ImportFactory, RunFactory
from tests.training.runfiles.samples import make_fit
from training.models import Import, Runner

IMPORT = "/runs/import/"


def test_the_page(client_of_runner: Client) -> None:
    response = client_of_runner.get(IMPORT)
    assert 'enctype="multipart/form-data"' in response.text
    assert "multiple" in response.text


def test_chosen_files_wait_for_a_worker(client_of_runner: Client, runner: Runner) -> None:
    response = client_of_runner.post(IMPORT, {"run_files": SimpleUploadedFile("a.fit", make_fit())})
    work = runner.imports.get()
    assert response["Location"] == work.get_absolute_url()
    assert (work.status, work.uploads.get().bytes) == (Import.Status.READING, len(make_fit()))


def test_no_file_chosen(client_of_runner: Client) -> None:
    response = client_of_runner.post(IMPORT, {})
    assert response.status_code == 422
    assert "Choose at least one file first" in response.text
    assert not Import.objects.exists()


def test_more_than_the_limit_is_refused_beside_the_field(client_of_runner: Client, settings: Settings) -> None:
    settings.UPLOAD_BYTES = 10
    response = client_of_runner.post(IMPORT, {"run_files": SimpleUploadedFile("a.fit", make_fit())})
    assert response.status_code == 422
    assert "nothing was kept" in response.text
    assert not Import.objects.exists()


@pytest.mark.parametrize(
    ("status", "told"),
    [("done", "2 runs"), ("waiting", "waits for you"), ("undone", "taken back"), ("cancelled", "cancelled")],
)
def test_earlier_imports_are_listed(client_of_runner: Client, runner: Runner, status: str, told: str) -> None:
    work = ImportFactory.create(runner=runner, status=status)
    RunFactory.create_batch(2, runner=runner, came_with=work)
    text = client_of_runner.get(IMPORT).text
    assert work.get_absolute_url() in text
    assert told in text


@pytest.mark.parametrize("count", [10, 20])
def test_queries_of_the_form(
    client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    ImportFactory.create_batch(count, runner=runner)
    with django_assert_num_queries(3):  # session, runner, earlier imports
        client_of_runner.get(IMPORT)
