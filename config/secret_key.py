"""The signing key of an installation that was not given one."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path


def kept_secret_key(path: Path) -> str:
    """The key kept at `path`, made on first use and readable by its owner alone.

    Two processes starting at once agree: whoever links the file first wins, the other reads it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=path.parent, prefix=".key-") as file:
            file.write(secrets.token_urlsafe(50))
            file.flush()
            # The whole key appears at once or not at all; a name that is taken stays as it is.
            with suppress(FileExistsError):
                os.link(file.name, path)
    return path.read_text()
