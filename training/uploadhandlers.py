"""What an upload may cost before anybody has looked at it."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler

# All files of one request together; more than this nobody reads in one go.
TOGETHER_BYTES = 200 * 1024 * 1024


class BoundedUploads(FileUploadHandler):
    """Stands before the handlers that keep files, and lets no more through to them than the limits and a chunk.

    Every file still arrives under its name, cut off just beyond the limit, so that a form sees by its size which
    one passed it and can keep the others.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.let_through = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start > settings.UPLOAD_FILE_BYTES or self.let_through > TOGETHER_BYTES:
            return None
        self.let_through += len(raw_data)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers behind this one keep the file."""
