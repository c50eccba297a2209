"""The signing key of an installation that was not given one."""

import os
import secrets
from pathlib import Path


def kept_secret_key(path: Path) -> str:
    """The key kept at `path`, made on first use and readable by its owner alone.

    Two processes starting at once agree: whoever creates the file first wins, the other reads it.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text()
