"""How long the README's first command takes: a fresh clone with a cold package cache, then a second start.

    uv run bench/start.py

Seconds are of this machine and this moment; what counts is that the first stays under 60 and the later under 3.
"""

import os
import signal
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PORT = 8765


def seconds_until_served(folder: Path, cache: Path) -> float:
    """From typing the command to the first page."""
    environment = {**os.environ, "UV_CACHE_DIR": str(cache)}
    for name in ("VIRTUAL_ENV", "DATA_DIR", "DATABASE_URL", "DEBUG"):
        environment.pop(name, None)
    begun = time.monotonic()
    command = ["uv", "run", "manage.py", "start", "--port", str(PORT)]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            while not served():
                if process.poll() is not None:
                    raise SystemExit("manage.py start ended by itself")
                time.sleep(0.02)
            return time.monotonic() - begun
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def served() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/exercises/", timeout=5) as response:
            return bool(response.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        clone, cache = Path(name) / "clone", Path(name) / "cache"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
        print(f"first start, cold package cache   {seconds_until_served(clone, cache):6.1f} s")
        for attempt in range(3):
            print(f"later start {attempt + 1}                     {seconds_until_served(clone, cache):6.1f} s")


if __name__ == "__main__":
    main()
