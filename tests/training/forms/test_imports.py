import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from pytest_django import Settings

from tests.factories import ImportFactory
from training.forms.imports import MOST_UNFINISHED, ImportForm, UnitsForm
from training.models import Runner


def form_of(runner: Runner, *sizes: int) -> ImportForm:
    files = [SimpleUploadedFile(f"{n}.fit", b"x" * size) for n, size in enumerate(sizes)]
    return ImportForm({}, MultiValueDict({"run_files": files}), runner=runner)


def test_all_files_are_taken_empty_ones_too(runner: Runner) -> None:
    form = form_of(runner, 3, 0)
    assert form.is_valid()
    assert [file.name for file in form.cleaned_data["run_files"]] == ["0.fit", "1.fit"]


def test_too_many_files_are_refused_in_words(runner: Runner, settings: Settings) -> None:
    settings.UPLOAD_FILES = 2
    assert form_of(runner, 1, 1, 1).errors["run_files"] == [
        "One import takes 2 files, and nothing was kept: please send fewer, or pack them into a zip."
    ]


def test_too_many_bytes_are_refused_in_words(runner: Runner, settings: Settings) -> None:
    settings.UPLOAD_BYTES = 1024 * 1024
    assert form_of(runner, 1024 * 1024).is_valid()
    assert form_of(runner, 1024 * 1024, 1).errors["run_files"] == [
        "One import takes 1 MB, and nothing was kept: please send the files in several imports, "
        "or an archive without its photos."
    ]


def test_no_file_at_all(runner: Runner) -> None:
    assert form_of(runner).errors["run_files"] == ["Choose at least one file first."]


@pytest.mark.parametrize("status", ["reading", "waiting"])
def test_not_too_many_imports_wait_at_once(runner: Runner, status: str) -> None:
    ImportFactory.create_batch(MOST_UNFINISHED - 1, runner=runner, status=status)
    assert form_of(runner, 1).is_valid()
    ImportFactory.create(runner=runner, status=status)
    assert form_of(runner, 1).non_field_errors() == [
        "3 of your imports are not finished: please add or cancel one of them first."
    ]


@pytest.mark.parametrize(
    ("asked", "data", "errors"),
    [
        ({"distance"}, {"distance": "mi"}, set()),
        ({"distance"}, {}, {"distance"}),
        ({"distance", "weight"}, {"distance": "km"}, {"weight"}),
        ({"weight"}, {"weight": "stone"}, {"weight"}),
    ],
)
def test_only_what_is_asked_must_be_answered(asked: set[str], data: dict[str, str], errors: set[str]) -> None:
    assert set(UnitsForm(data, asked=asked).errors) == errors
