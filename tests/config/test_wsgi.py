"""The application as a server loads it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOADED = """
import gc, sys
import config.wsgi
assert "training.views.week.page" in sys.modules, "the views wait for the first request"
frozen, others = gc.get_freeze_count(), len(gc.get_objects())
assert frozen > 50 * others, f"{frozen} objects are frozen, {others} are not"
"""


def test_what_is_loaded_is_not_collected() -> None:
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    done = subprocess.run([sys.executable, "-c", LOADED], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
