from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError
from django.utils import timezone

from tests.training.actions.imports.steps import NOW
from tests.training.runfiles.samples import make_fit
from training import tasks
from training.actions import imports
from training.models import Import, Runner
from training.models.imports import import_storage


def files() -> set[str]:
    return set(import_storage().listdir("")[1])


@pytest.fixture(autouse=True)
def no_files() -> None:
    for name in files():
        import_storage().delete(name)


def test_what_cannot_be_begun_leaves_no_file(runner: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise DatabaseError

    monkeypatch.setattr(type(tasks.read_import), "enqueue", fails)
    with pytest.raises(DatabaseError):
        imports.begin(runner=runner, files=[SimpleUploadedFile("a.fit", make_fit())], now=NOW)
    assert files() == set()
    assert not Import.objects.exists()


def test_files_that_nothing_names_are_deleted_after_a_day(runner: Runner) -> None:
    work = imports.begin(runner=runner, files=[SimpleUploadedFile("a.fit", make_fit())], now=NOW)
    kept = work.uploads.get().file.name
    import_storage().save("stray", ContentFile(b"x"))
    assert imports.forget_strays(timezone.now()) == 0
    assert imports.forget_strays(timezone.now() + timedelta(days=2)) == 1
    assert files() == {kept}


def test_a_nameless_file_has_a_name(runner: Runner) -> None:
    upload = SimpleUploadedFile("a.fit", make_fit())
    upload.name = None
    work = imports.begin(runner=runner, files=[upload], now=datetime(2026, 3, 1, tzinfo=UTC))
    assert work.uploads.get().name == "unnamed"
