import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, Settings

from tests.factories import RunFactory, RunImportFactory
from tests.training.runfiles.samples import make_fit, make_gpx
from training.models import RunImport, RunImportFile, Runner

IMPORT = "/runs/import/"


def result_url(run_import: RunImport) -> str:
    return reverse("training:imported", args=[run_import.pk])


def undo_url(run_import: RunImport) -> str:
    return reverse("training:import-undo", args=[run_import.pk])


def upload(client: Client, **files: bytes) -> RunImport:
    sent = [SimpleUploadedFile(name.replace("_", "."), data) for name, data in files.items()]
    response = client.post(IMPORT, {"run_files": sent})
    run_import = RunImport.objects.latest("pk")
    assert response["Location"] == result_url(run_import)
    return run_import


def test_the_page(client_of_runner: Client) -> None:
    response = client_of_runner.get(IMPORT)
    assert 'enctype="multipart/form-data"' in response.text
    assert "multiple" in response.text


def test_several_files_at_once(client_of_runner: Client, runner: Runner) -> None:
    run_import = upload(client_of_runner, a_fit=make_fit(), b_gpx=make_gpx(), c_txt=b"hello")
    assert runner.runs.count() == 1
    response = client_of_runner.get(result_url(run_import))
    assert '<p class="numeral">1</p>' in response.text
    assert "as in a.fit, so it counts once" in response.text
    assert "not a FIT, GPX or TCX file" in response.text
    assert reverse("training:week") in response.text


def test_no_file_chosen(client_of_runner: Client) -> None:
    response = client_of_runner.post(IMPORT, {})
    assert response.status_code == 422
    assert "Choose at least one file first" in response.text
    assert not RunImport.objects.exists()


def test_a_file_over_the_limit_has_its_sentence_and_the_other_is_kept(
    client_of_runner: Client, runner: Runner, settings: Settings
) -> None:
    settings.UPLOAD_FILE_BYTES = len(make_fit()) + 1
    run_import = upload(client_of_runner, big_gpx=make_gpx(points=500), small_fit=make_fit())
    assert [file.outcome for file in run_import.files.all()] == ["unreadable", "new"]
    assert runner.runs.count() == 1


def test_taking_an_import_back(client_of_runner: Client, runner: Runner) -> None:
    run_import = upload(client_of_runner, a_fit=make_fit())
    response = client_of_runner.post(undo_url(run_import), follow=True)
    assert "1 run was taken out again." in response.text
    assert "Taken back on" in response.text
    assert not runner.runs.exists()
    again = client_of_runner.post(undo_url(run_import), follow=True)
    assert again.status_code == 200
    assert "was taken out again" not in again.text


def test_taking_back_needs_a_post(client_of_runner: Client, runner: Runner) -> None:
    run_import = upload(client_of_runner, a_fit=make_fit())
    assert client_of_runner.get(undo_url(run_import)).status_code == 405
    assert runner.runs.exists()


def test_earlier_imports_are_listed(client_of_runner: Client) -> None:
    run_import = upload(client_of_runner, a_fit=make_fit())
    assert result_url(run_import) in client_of_runner.get(IMPORT).text


def test_an_import_of_somebody_else_is_not_there(client_of_runner: Client) -> None:
    run_import = RunImportFactory.create()
    RunFactory.create(runner=run_import.runner, run_import=run_import)
    assert client_of_runner.get(result_url(run_import)).status_code == 404
    assert client_of_runner.post(undo_url(run_import)).status_code == 404
    assert run_import.runs.exists()


@pytest.mark.parametrize("address", [IMPORT, "/runs/imports/1/", "/runs/imports/1/undo/"])
def test_a_visitor_is_asked_to_log_in(client: Client, db: None, address: str) -> None:
    assert client.get(address)["Location"] == f"/accounts/login/?next={address}"


@pytest.mark.parametrize("count", [10, 20])
def test_queries_of_the_result(
    client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    run_import = RunImportFactory.create(runner=runner)
    for position in range(count):
        RunFactory.create(runner=runner, run_import=run_import)
        RunImportFile.objects.create(run_import=run_import, position=position, name="a.fit", outcome="new")
    with django_assert_num_queries(5):  # session, runner, import, files, runs
        client_of_runner.get(result_url(run_import))


@pytest.mark.parametrize("count", [10, 20])
def test_queries_of_the_form(
    client_of_runner: Client, runner: Runner, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    RunImportFactory.create_batch(count, runner=runner, created_at=timezone.now())
    with django_assert_num_queries(3):  # session, runner, earlier imports
        client_of_runner.get(IMPORT)


@pytest.mark.parametrize("folder", ["fit", "gpx", "tcx"])
def test_every_real_file_in_one_upload(
    client_of_runner: Client, runner: Runner, shared_data: Path, folder: str
) -> None:
    truth = json.loads((shared_data / "runfiles" / "expected.json").read_text())
    paths = sorted((shared_data / "runfiles" / folder).iterdir())
    files = [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]
    client_of_runner.post(IMPORT, {"run_files": files})
    outcomes = {file.name: file for file in RunImportFile.objects.all()}
    assert len(outcomes) == len(paths)
    assert all(file.sentence for file in outcomes.values())
    for path in paths:
        expected, file = truth[f"{folder}/{path.name}"], outcomes[path.name]
        twin = str(expected.get("same_activity_as") or "").startswith(f"{folder}/")
        if folder == "fit" and "fr70" not in path.name:
            assert file.runs_added == (0 if twin else expected["runs"]), path.name
        if twin:
            assert file.outcome == "known"
    before = runner.runs.count()
    again = [SimpleUploadedFile(path.name, path.read_bytes()) for path in paths]
    client_of_runner.post(IMPORT, {"run_files": again})
    assert runner.runs.count() == before
