"""The site served for real, on the data of a folder or a database of its own: killed, and started again."""

import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.postgres import free_port

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 60
# What the surroundings say about another site.
FOREIGN = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL", "DATA_DIR", "SECRET_KEY", "SITE_URL", "DEBUG", "VIRTUAL_ENV"}
# Loads the site before the workers fork, which takes half as long as each of them loading it.
SERVE = """
import sys
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels
import config.wsgi
Granian("config.wsgi:application", port=int(sys.argv[1]), interface=Interfaces.WSGI, workers=2, blocking_threads=2,
        websockets=False, log_level=LogLevels.critical).serve()
"""


class Server:
    """Granian with two workers in a process group of its own, as `manage.py start` runs it but for getting ready.

    `variables` are those of config/settings.py; DATA_DIR must be among them. Where `worker` is
    set, `manage.py work` runs beside it.
    """

    worker = False

    def __init__(self, **variables: str) -> None:
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        own = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        self.environment = {**own, "SITE_URL": self.address, **variables}
        self.process: subprocess.Popen[bytes] | None = None
        self.working: subprocess.Popen[bytes] | None = None

    def manage(self, *words: str) -> str:
        """What a management command prints; raises CalledProcessError where it fails."""
        command = [sys.executable, "manage.py", *words]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout

    def start(self) -> None:
        """Serve; returns when the site answers. Raises TimeoutError after a minute without an answer."""
        command = [sys.executable, "-c", SERVE, str(self.port)]
        quiet = subprocess.DEVNULL
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=self.environment, stdout=quiet, stderr=quiet, start_new_session=True
        )
        if self.worker:
            command = [sys.executable, "manage.py", "work"]
            self.working = subprocess.Popen(
                command, cwd=ROOT, env=self.environment, stdout=quiet, stderr=quiet, start_new_session=True
            )
        end = time.monotonic() + PATIENCE
        while not self.answers():
            if time.monotonic() > end or self.process.poll() is not None:
                self.kill()
                raise TimeoutError(f"the site did not answer on {self.address}")
            time.sleep(0.05)

    def answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def kill(self) -> None:
        """SIGKILL to all of its processes at once, whatever they are doing."""
        running = [process for process in (self.process, self.working) if process]
        self.process = self.working = None
        for process in running:
            os.killpg(process.pid, signal.SIGKILL)
        for process in running:
            process.wait(20)

    def restart(self) -> None:
        self.kill()
        self.start()


@contextmanager
def served(*commands: str) -> Iterator[Server]:
    """A throw-away site, ready and running; `manage.py` was told these commands before."""
    with tempfile.TemporaryDirectory() as folder:
        server = Server(DATA_DIR=folder)
        for command in ("ready", *commands):
            server.manage(command)
        server.start()
        try:
            yield server
        finally:
            server.kill()
