from collections.abc import Sequence

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from pytest_django import Settings

from training import uploadhandlers

CHUNK = uploadhandlers.BoundedUploads.chunk_size


@pytest.fixture(autouse=True)
def bounded(settings: Settings) -> None:
    behind = ["MemoryFileUploadHandler", "TemporaryFileUploadHandler"]
    settings.FILE_UPLOAD_HANDLERS = [
        "training.uploadhandlers.BoundedUploads",
        *(f"django.core.files.uploadhandler.{name}" for name in behind),
    ]


@pytest.fixture(params=["in memory", "on disk"])
def kept(request: pytest.FixtureRequest, settings: Settings) -> None:
    if request.param == "on disk":
        settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0


def received(*sizes: int) -> Sequence[int]:
    """The sizes in which files of these sizes arrive."""
    files = [SimpleUploadedFile(f"{n}.fit", b"x" * size) for n, size in enumerate(sizes)]
    request = RequestFactory().post("/", {"files": files})
    arrived = request.FILES.getlist("files")
    assert [file.name for file in arrived] == [f"{n}.fit" for n in range(len(sizes))]
    request.close()
    return [file.size or 0 for file in arrived]


@pytest.mark.usefixtures("kept")
def test_files_within_the_limits_arrive_whole() -> None:
    assert received(3 * CHUNK, 10, 0) == [3 * CHUNK, 10, 0]


@pytest.mark.usefixtures("kept")
def test_no_more_arrives_than_the_limit_and_a_chunk(settings: Settings) -> None:
    settings.UPLOAD_BYTES = 2 * CHUNK
    sizes = received(CHUNK, 2 * CHUNK, 5 * CHUNK, 5 * CHUNK)
    assert sizes[0] == CHUNK
    assert 2 * CHUNK < sum(sizes) <= 4 * CHUNK
    assert sizes[-1] == 0
