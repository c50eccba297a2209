"""What an upload may cost before anybody has looked at it."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUploads(FileUploadHandler):
    """Stands before the handlers that keep files, and lets no more through to them than the limit and a chunk.

    Every file still arrives under its name, cut off just beyond the limit, so that a form sees by the sizes that it
    was passed.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.let_through = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if self.let_through > settings.UPLOAD_BYTES:
            return None
        self.let_through += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers behind this one keep the file."""
