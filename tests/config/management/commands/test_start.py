"""The first command of the README, for real: a served site from an empty data folder, twice."""

import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.postgres import free_port

ROOT = Path(__file__).resolve().parents[4]
# What somebody who has just cloned the project has not set. Without bytecode each of the processes would compile all
# of Django anew.
NOT_A_NEWCOMERS = {
    "DJANGO_SETTINGS_MODULE",
    "DATABASE_URL",
    "SECRET_KEY",
    "SITE_URL",
    "DEBUG",
    "PYTHONDONTWRITEBYTECODE",
}


@contextmanager
def started(data: Path, port: int, **variables: str) -> Iterator[subprocess.Popen[str]]:
    """`manage.py start` with its data in `data`, stopped at the end."""
    environment = {name: value for name, value in os.environ.items() if name not in NOT_A_NEWCOMERS}
    command = [sys.executable, "manage.py", "start", "--port", str(port)]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env={**environment, "DATA_DIR": str(data), **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(20)


def body(port: int, path: str, seconds: float = 60) -> str:
    """The page once the server answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as response:
                return str(response.read().decode())
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.1)


def looks_at_reminders(data: Path) -> int:
    """How often the worker has looked for due reminders."""
    if not (data / "db.sqlite3").exists():
        return 0
    with closing(sqlite3.connect(data / "db.sqlite3")) as database:
        query = (
            "SELECT count(*) FROM django_tasks_database_dbtaskresult "
            "WHERE status = 'SUCCESSFUL' AND task_path = 'training.tasks.send_due_reminders'"
        )
        return int(database.execute(query).fetchone()[0])


def running(group: int) -> list[int]:
    """The processes of a group that are still running."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):
            _command, _, rest = stat.read_text().rpartition(") ")
            state, _parent, of_group = rest.split()[:3]
            if int(of_group) == group and state != "Z":
                found.append(int(stat.parent.name))
    return found


def wait_until(condition: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
    return condition()


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are counted by Linux' /proc")
def test_a_second_start_keeps_the_data_and_a_worker_begins_and_ends_with_each(tmp_path: Path) -> None:
    """Ended by Ctrl+C, which the terminal sends to all, and by a signal to the server alone."""
    with started(tmp_path, port := free_port()) as process:
        assert process.stdout is not None
        assert any(f"http://127.0.0.1:{port}" in line for line in process.stdout), "the address is printed"
        assert body(port, "/healthz") == "ok\n"
        page = body(port, "/exercises/squat/")
        assert "Squat" in page
        stylesheet = re.search(r'href="(/static/css/site\.[0-9a-f]+\.css)"', page)
        assert stylesheet, "static files have hashed names"
        assert "--paper" in body(port, stylesheet[1])
        assert wait_until(lambda: looks_at_reminders(tmp_path) == 1)
        os.killpg(process.pid, signal.SIGINT)
        process.wait(20)
        assert wait_until(lambda: not running(process.pid))
    key = (tmp_path / "secret-key").read_text()
    database = (tmp_path / "db.sqlite3").stat().st_ino
    port = free_port()
    with started(tmp_path, port, SITE_URL=f"http://127.0.0.1:{port}") as process:
        assert body(port, "/healthz") == "ok\n"
        assert wait_until(lambda: looks_at_reminders(tmp_path) == 2)
        os.kill(process.pid, signal.SIGTERM)
        process.wait(20)
        assert wait_until(lambda: not running(process.pid))
    assert (tmp_path / "secret-key").read_text() == key
    assert (tmp_path / "db.sqlite3").stat().st_ino == database


def test_a_taken_port_is_said_in_a_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with started(tmp_path, port) as process:
            output, _ = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in output


@pytest.mark.parametrize("name", ["secret-key", "db.sqlite3"])
def test_what_start_makes_is_kept_out_of_git(name: str) -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", f"var/{name}"], cwd=ROOT, check=False)
    assert ignored.returncode == 0
