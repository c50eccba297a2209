import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.datastructures import MultiValueDict
from pytest_django import Settings

from training.actions.uploads import Upload
from training.forms import imports
from training.forms.imports import ImportForm


def uploads(*sizes: int) -> list[Upload]:
    files = [SimpleUploadedFile(f"{n}.fit", b"x" * size) for n, size in enumerate(sizes)]
    form = ImportForm({}, MultiValueDict({"run_files": files}))
    assert form.is_valid(), form.errors
    return list(form.uploads())


def test_files_within_the_limits_are_read() -> None:
    assert uploads(3, 0) == [Upload("0.fit", b"xxx"), Upload("1.fit", b"")]


def test_a_file_that_is_too_large_is_refused_and_the_others_are_kept(settings: Settings) -> None:
    settings.UPLOAD_FILE_BYTES = 1024 * 1024
    large, small = uploads(1024 * 1024 + 1, 10)
    assert large == Upload(
        "0.fit", refused="Not read: this file is larger than 1 MB, which is more than one run needs."
    )
    assert small.data


def test_files_beyond_the_count_are_refused(settings: Settings) -> None:
    settings.UPLOAD_FILES = 2
    assert [bool(upload.refused) for upload in uploads(1, 1, 1)] == [False, False, True]


def test_files_beyond_the_sum_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imports, "TOGETHER_BYTES", 1024 * 1024)
    first, second = uploads(1024 * 1024, 1)
    assert not first.refused
    assert second.refused == "Not read: one import takes 1 MB. Please send this file in the next."


def test_no_file_at_all() -> None:
    form = ImportForm({}, MultiValueDict())
    assert form.errors == {"run_files": ["Choose at least one file first: FIT, GPX or TCX."]}
